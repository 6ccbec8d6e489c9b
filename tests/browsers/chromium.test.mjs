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
    test(`Chromium ${version} pastes, draws, and shows a finding (${what})`, { skip }, () =>
      again(async () => {
        const page = await drive(executable, ['--no-zygote']);
        try {
          ok(page.version.includes(`/${version}.`), page.version);
          await smoke(page, address(server));
          // Browsers before 97 do not know this word of the policy, and say that they do without it.
          deepEqual(page.complaints.filter((each) => !each.includes('wasm-unsafe-eval')), []);
        } finally {
          await page.close();
        }
      }),
    );
}

// These builds, made for machines without a screen, hang at their start now and then: that is tried again.
async function again(run) {
  for (let tries = 1; ; tries++)
    try {
      return await run();
    } catch (error) {
      if (tries === 3 || !/^not within/.test(error.message)) throw error;
      console.log(`tried again: ${error.message}`);
    }
}
