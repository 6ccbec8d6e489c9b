// Browsers that are too old for the page get one clear sentence, and at once where they know no modules at all.

import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dist, launch, serve } from './support.mjs';

let browser;
let server;
before(async () => {
  browser = await launch({ whole: false });
  server = await serve();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** The page as a browser without modules has it: it runs what is marked nomodule, and nothing else. */
const withoutModules = (html) =>
  html.replace(/<script type="module"[^]*?<\/script>/g, '').replace(/<script nomodule/g, '<script');

for (const [what, file] of [
  ['hosted', 'index.html'],
  ['single file', 'gouji.html'],
])
  test(`a browser without modules is told at once what to do (${what})`, async () => {
    const page = await browser.newPage();
    await page.route('**/index.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: withoutModules(readFileSync(join(dist, file), 'utf8')) }),
    );
    await page.goto(`${server.url}index.html`);
    const sentence = page.locator('#start .late');
    ok(await sentence.evaluate((element) => getComputedStyle(element).visibility === 'visible'));
    ok((await sentence.textContent()).includes('极速模式'));
    equal((await page.locator('#start').innerText()).includes('正在载入'), false);
    await page.close();
  });

test('a browser that fails later shows the sentence by itself', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(server.url);
  const sentence = page.locator('#start .late');
  ok(await sentence.isHidden());
  const { animationDelay } = await sentence.evaluate((element) => ({ ...getComputedStyle(element) }));
  equal(animationDelay, '10s');
  // Ten seconds of the page's time pass in half a second.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Animation.enable');
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 20 });
  await sentence.waitFor({ state: 'visible', timeout: 5_000 });
  await page.close();
});
