// Chromium as old as the browsers that people have: 88 (2021) and 109 (2023, the last for Windows 7).

import { deepEqual, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../page/support.mjs';
import { drive } from './pipe.mjs';
import { editions, smoke } from './smoke.mjs';
import { leftOut, unpacked } from './support.mjs';

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

for (const [version, name] of [
  [88, 'chrome-aws-lambda'],
  [109, '@sparticuz/chromium'],
]) {
  const executable = await unpacked(name, `chromium-${version}`);
  const skip = executable === null && leftOut(`Chromium ${version}, for the package ${name} is not installed`);
  for (const [what, address] of editions)
    test(`Chromium ${version} pastes, draws, and shows a finding (${what})`, { skip }, async () => {
      const page = await drive(executable, ['--no-zygote']);
      try {
        ok(page.version.includes(`/${version}.`), page.version);
        await smoke(page, address(server));
        // Browsers before 97 do not know this word of the policy, and say that they do without it.
        deepEqual(page.complaints.filter((each) => !each.includes('wasm-unsafe-eval')), []);
      } finally {
        await page.close();
      }
    });
}
