// From a paste to marked findings in a blink; typing in a long report never holds the page up. A busy machine is not the
// page's fault: the best of a few runs counts, and is printed.

import { ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, paste, sample, serve } from './support.mjs';

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve();
});
after(async () => {
  await browser.close();
  await server.close();
});

const best = async (runs, measure) => {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  return Math.min(...all);
};

test('from paste to marked findings takes less than 100 ms', async () => {
  const { page, context } = await openPage(browser, server.url);
  const measure = async () => {
    await page.click('#clear').catch(() => {});
    await page.waitForSelector('#empty:not([hidden])');
    return page.evaluate(async (text) => {
      const editor = document.querySelector('#editor').shadowRoot;
      const data = new DataTransfer();
      data.setData('text/plain', text);
      editor.querySelector('.cm-content').focus();
      const start = performance.now();
      const paste = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
      editor.querySelector('.cm-content').dispatchEvent(new ClipboardEvent('paste', paste));
      while (document.querySelector('#report').hidden || !document.querySelector('td.is-trouble'))
        await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    }, sample('errors'));
  };
  await paste(page, sample('errors'));
  const took = await best(5, measure);
  console.log(`from paste to marked findings: ${Math.round(took)} ms`);
  ok(took < 100, `${took} ms`);
  await context.close();
});

test('typing in a report of 50 kB never holds the page up for 50 ms', async () => {
  const { page, context } = await openPage(browser, server.url);
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
  const held = await best(4, async () => {
    await page.evaluate(() => (window.held.length = 0));
    await page.locator('#editor .cm-content').focus();
    for (let key = 0; key < 10; key++) await page.keyboard.type('甲', { delay: 60 });
    await page.waitForTimeout(600);
    return page.evaluate(() => Math.max(0, ...window.held));
  });
  console.log(`longest task while typing in ${Math.round(Buffer.byteLength(text) / 1000)} kB: ${Math.round(held) || 'under 50'} ms`);
  ok(held <= 50, `${held} ms`);
  await context.close();
});
