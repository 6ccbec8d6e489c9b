// From a paste to marked findings in a blink; typing in a long report never holds the page up. A busy machine is not the
// page's fault: the best of a few runs is printed, or the first that is good, and only one far off fails.

import { ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage, paste, reports, sample, serve } from './support.mjs';

let browser;
let server;
let desk; // a page for all that is pasted: to open one takes longer
before(async () => {
  browser = await launch();
  server = await serve();
  desk = await openPage(browser, server.url, { reducedMotion: 'no-preference' });
});
after(async () => {
  await browser.close();
  await server.close();
});

const FAR = 3; // times what is promised

/** The best of so many runs, or the first that keeps the promise. */
const best = async (runs, promised, measure) => {
  let least = Infinity;
  for (let run = 0; run < runs && least > promised; run++) least = Math.min(least, await measure());
  return least;
};

/** Pastes the text into the empty pane and waits until its result is drawn and its findings are marked; in ms. */
const pasting = (page, text) =>
  page.evaluate(async (plain) => {
    const pane = document.querySelector('#editor').shadowRoot;
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    pane.querySelector('.cm-content').focus();
    const start = performance.now();
    const paste = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
    pane.querySelector('.cm-content').dispatchEvent(new ClipboardEvent('paste', paste));
    const end = start + 5000; // a result that never comes must not hold the test
    while (document.querySelector('#report').hidden && performance.now() < end) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  }, text);

const texts = [['the sample', sample('errors')]];
for (const name of ['hongsibu-2022', 'ningxia-2018', 'ningxia-office-2022', 'tongxin-2022', 'zhongwei-2023']) {
  const path = join(reports, `${name}.txt`);
  if (existsSync(path)) texts.push([name, readFileSync(path, 'utf8')]);
  else console.log(`left out: the speed of ${name}, for ../shared is not there`);
}
for (const [name, text] of texts)
  test(`from paste to marked findings: ${name}`, async () => {
    const { page } = desk;
    const took = await best(5, 100, async () => {
      if (await page.locator('#clear').isVisible()) await page.click('#clear');
      await page.waitForSelector('#empty:not([hidden])');
      return pasting(page, text);
    });
    console.log(`from paste to marked findings, ${name}: ${Math.round(took)} ms (promised: 100)`);
    ok(took < 100 * FAR, `${took} ms`);
  });

test('typing in a report of 50 kB does not hold the page up', async () => {
  const { page, context } = await openPage(browser, server.url, { reducedMotion: 'no-preference' });
  const paragraph = '全年主动公开政府信息12486条，其中通过政府网站公开7352条，通过政务新媒体公开4318条。\n';
  const text = sample('errors').replace('二、主动公开政府信息情况', `${paragraph.repeat(400)}$&`);
  ok(Buffer.byteLength(text) > 50_000);
  await paste(page, text);
  await page.waitForSelector('td.is-trouble');
  await page.evaluate(() => {
    window.held = [];
    new PerformanceObserver((list) => window.held.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const held = await best(4, 50, async () => {
    await page.evaluate(() => (window.held.length = 0));
    await page.locator('#editor .cm-content').focus();
    for (let key = 0; key < 10; key++) await page.keyboard.type('甲', { delay: 60 });
    await page.waitForTimeout(600);
    return page.evaluate(() => Math.max(0, ...window.held));
  });
  console.log(`longest task while typing in ${Math.round(Buffer.byteLength(text) / 1000)} kB: ${Math.round(held) || 'under 50'} ms (promised: 50)`);
  ok(held <= 50 * FAR, `${held} ms`);
  await context.close();
});
