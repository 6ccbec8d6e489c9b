// axe-core finds nothing to complain of, in any state, in any looks, wide and narrow.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { cellAt, editions, launch, loadSample, openPage, paste, serve } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

const states = {
  empty: async () => {},
  clean: (page) => loadSample(page, 'clean'),
  'a finding, with the reasons to put it aside': async (page) => {
    await loadSample(page, 'errors');
    await page.click('[data-rule="applications.cell"] .finding');
    await page.click('[data-rule="applications.cell"] .dismiss');
    await page.click('#checks summary');
  },
  'put aside': async (page) => {
    await loadSample(page, 'errors');
    await page.click('[data-rule="applications.cell"] .finding');
    await page.click('[data-rule="applications.cell"] .dismiss');
    await page.click('[data-rule="applications.cell"] .reasons button >> nth=0');
    await page.click('#dismissed summary');
  },
  'a cell in the field': async (page) => {
    await loadSample(page, 'errors');
    await page.dblclick(cellAt('unable.not_held', 'natural'));
  },
  'no report': async (page) => {
    await paste(page, '今天天气很好。');
    await page.waitForSelector('#refused:not([hidden])');
  },
  verifying: (page) => page.click('#verify-open').then(() => page.waitForSelector('#verify[open]')),
  tour: (page) => page.click('#tour').then(() => page.waitForSelector('#tour-card:not([hidden])')),
};

/** axe is put in by the test's own way into the page, which the page's policy does not bind. */
async function complaints(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: true } } }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(', ')}`);
}

test('axe runs, and sees into the text pane', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.evaluate(() => {
    document.querySelector('footer').append(document.createElement('img'));
    document.querySelector('#editor').shadowRoot.append(document.createElement('button'));
  });
  equal((await complaints(page)).length, 2);
  await context.close();
});

const looks = [
  ['light', { colorScheme: 'light' }, ''],
  ['dark', { colorScheme: 'dark' }, ''],
  ['high contrast, narrow, in English', { viewport: { width: 390, height: 844 } }, '#en&theme=contrast'],
];
for (const [look, options, hash] of looks)
  test(`axe has no complaint in any state: ${look}`, async () => {
    for (const [state, reach] of Object.entries(states)) {
      const { page, context } = await openPage(browser, server.url + hash, { reducedMotion: 'reduce', ...options });
      await reach(page);
      deepEqual(await complaints(page), [], state);
      await context.close();
    }
  });

for (const [what, address] of editions) {
  test(`nothing is wider than a phone (${what})`, async () => {
    const { page, context } = await openPage(browser, address(server), { viewport: { width: 390, height: 844 } });
    await loadSample(page, 'errors');
    await page.click('[data-rule="applications.cell"] .finding');
    equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    ok(await page.evaluate(() => document.querySelector('#results').scrollWidth <= 390));
    await context.close();
  });

  test(`looks and language are chosen, kept in the address, and restored by a link (${what})`, async () => {
    const { page, context, complaints: wrong } = await openPage(browser, address(server), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.selectOption('#theme', 'dark');
    ok((await ground()) !== light);
    ok(page.url().endsWith('#zh&theme=dark'));
    await loadSample(page, 'errors');
    await page.evaluate(() => document.querySelector('#table-review').scrollIntoView());
    await page.click('.link');
    await page.waitForSelector('#notice [data-kind="link"]');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    ok(/#zh&theme=dark&sample=errors&at=[\w-]+$/.test(link), link);

    const other = await context.newPage();
    await other.goto(link);
    await other.waitForSelector('#tables-list td');
    equal(await other.locator('.report-title').textContent(), '栖梧县2023年政府信息公开工作年度报告');
    equal(await other.evaluate(() => document.documentElement.dataset.theme), 'dark');
    ok(await other.evaluate(() => document.querySelector('#results').scrollTop > 200));
    deepEqual(wrong, []);
    await context.close();
  });

  test(`the tour goes through the page on the sample, and ends where it began (${what})`, async () => {
    const { page, context, complaints: wrong } = await openPage(browser, address(server));
    await page.click('#tour');
    await page.waitForSelector('#tour-card:not([hidden])');
    const seen = [];
    for (let step = 0; step < 6; step++) {
      seen.push(await page.locator('#tour-card h2').textContent());
      equal(await page.locator('.is-toured').count(), 1);
      await page.click('#tour-card .primary');
    }
    equal(new Set(seen).size, 6);
    equal(await page.locator('#tour-card').isVisible(), false);
    equal(await page.locator('.is-toured').count(), 0);
    ok(await page.evaluate(() => document.activeElement.id === 'tour'));
    await page.click('#tour');
    await page.keyboard.press('Escape');
    equal(await page.locator('#tour-card').isVisible(), false);
    deepEqual(wrong, []);
    await context.close();
  });

  test(`origin and outcome of the applications are drawn, and can be read aloud (${what})`, async () => {
    const { page, context } = await openPage(browser, address(server));
    await loadSample(page, 'clean');
    const lines = (chart) => page.locator(`[data-chart="${chart}"] li`).allTextContents();
    deepEqual((await lines('origin')).slice(0, 2), ['自然人4685.2%', '商业企业59.3%']);
    equal(await page.locator('[data-chart="outcome"] figcaption').textContent(), '申请怎么办的（共 57 件）');
    equal(await page.locator('.bar-picture:not([aria-hidden])').count(), 0);
    await context.close();
  });
}
