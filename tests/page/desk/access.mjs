// axe-core finds nothing to complain of, in any state, in any looks, wide and narrow.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cellAt, drop, editions, loadSample, paste, sample, useDesk } from '../support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const desk = useDesk();

const finding = '[data-rule="applications.cell"]';
const fullest = 'everything open that can be: a finding and its reasons, rules, numbers, equations, the search, the strip of a cell';
const states = {
  empty: async () => {},
  clean: (page) => loadSample(page, 'clean'),
  [fullest]: async (page) => {
    await loadSample(page, 'errors');
    await page.click('#checks summary');
    await page.click('#claims summary');
    await page.click(`${finding} .finding`);
    await page.click(`${finding} .dismiss`);
    await page.click(`${finding} .explanation summary`);
    await page.evaluate(() => document.querySelector('#find').click()); // on a phone it is in the other pane
    await page.waitForSelector('#editor .cm-search', { state: 'attached' });
    await page.click(cellAt('unable.not_held', 'natural'));
  },
  'put aside, with the word that says so': async (page) => {
    await loadSample(page, 'errors');
    await page.click(`${finding} .finding`);
    await page.click(`${finding} .dismiss`);
    await page.click(`${finding} .reasons button >> nth=0`);
    await page.click('#dismissed summary');
    await page.waitForSelector('#notice p');
  },
  'a finding, with its card in the text': async (page) => {
    await loadSample(page, 'errors');
    await page.click(`${finding} .finding`);
    const toText = page.locator(`${finding} .to-text`);
    if (await toText.isVisible()) await toText.click();
    await page.locator('#editor .cm-lintRange-error', { hasText: /^47$/ }).hover();
    await page.waitForSelector('#editor .cm-tooltip .cm-diagnostic');
  },
  'a kind of numbers, and a cell in the field': async (page) => {
    await loadSample(page, 'errors');
    await page.click('.quantity >> nth=0');
    await page.dblclick(cellAt('unable.not_held', 'natural'));
  },
  'no report': async (page) => {
    await paste(page, '今天天气很好。');
    await page.waitForSelector('#refused:not([hidden])');
  },
  'a file that was not taken, and another about to be dropped': async (page) => {
    await drop(page, { name: '年报.pdf', bytes: Buffer.from('%PDF-1.7') });
    await page.waitForSelector('#problem:not([hidden])');
    await page.evaluate(() => (document.querySelector('#drop').hidden = false));
  },
  verifying: (page) => page.click('#verify-open').then(() => page.waitForSelector('#verify[open]')),
  tour: (page) => page.click('#tour').then(() => page.waitForSelector('#tour-card:not([hidden])')),
};

/** axe is put in by the test's own way into the page, which the page's policy does not bind. */
async function complaints(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: true } } }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(', ')}`);
}

desk.test('axe runs, and sees into the text pane', async (page, { context }) => {
  const own = await context.newPage(); // what is put in here would stay
  await own.goto(page.url());
  await own.waitForSelector('html[data-ready]');
  await own.evaluate(() => {
    document.querySelector('footer').append(document.createElement('img'));
    document.querySelector('#editor').shadowRoot.append(document.createElement('button'));
  });
  equal((await complaints(own)).length, 2);
  await own.close();
});

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const [hosted] = editions;
// Both editions have the same elements and the same sheets: one of them is looked at in every look and state, the other in
// that which has the most elements.
const looks = [
  ['light', { colorScheme: 'light' }, wide, '#zh'],
  ['dark, in English', { colorScheme: 'dark' }, wide, '#en'],
  ['high contrast, on a phone', { colorScheme: 'light' }, phone, '#en&theme=contrast'],
];
for (const [look, media, size, hash] of looks)
  for (const [state, reach] of Object.entries(states))
    desk.test(`axe has no complaint: ${look}: ${state}`, async (page) => {
      await page.emulateMedia(media);
      await page.setViewportSize(size);
      await page.evaluate((to) => (location.hash = to), hash);
      await page.waitForSelector(`html[lang=${hash.startsWith('#en') ? 'en' : 'zh-CN'}]`);
      await reach(page);
      deepEqual(await complaints(page), []);
    }, { on: look === 'light' && state === fullest ? editions : [hosted] });

desk.test('nothing is wider than a phone', async (page) => {
  await page.setViewportSize(phone);
  await loadSample(page, 'errors');
  await page.click('[data-rule="applications.cell"] .finding');
  equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  ok(await page.evaluate(() => document.querySelector('#results').scrollWidth <= 390));
});

desk.test('a phone shows one pane at a time, and each finds its place again', async (page) => {
  await page.setViewportSize(phone);
  ok((await page.locator('#editor').isVisible()) && (await page.locator('#empty').isVisible()));
  equal(await page.locator('#panes').isVisible(), false);
  await loadSample(page, 'errors');
  equal(await page.locator('#editor').isVisible(), false);
  equal(await page.locator('#panes [aria-pressed="true"]').textContent(), '结果8');

  await page.click(`${finding} .finding`);
  await page.click(`${finding} .to-text`);
  equal(await page.locator('#results').isVisible(), false);
  equal(await page.locator('#editor .g-place').textContent(), '47');
  const inView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  ok(await page.locator('#editor .g-place').evaluate(inView));
  await page.click('#panes [data-pane="results"]');
  ok(await page.locator(`${finding} .to-text`).evaluate(inView)); // where it was left

  // Whoever types goes on typing; who has put a whole text in wants to know what is wrong with it.
  await page.click('#panes [data-pane="text"]');
  await page.click('#clear');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.type('a');
  ok(await page.locator('#editor').isVisible());
  await paste(page, sample('clean'));
  await page.waitForSelector('.verdict-good');
  equal(await page.locator('#editor').isVisible(), false);
});

desk.test('on a phone the tour and a file that cannot be taken bring the pane that they are about', async (page) => {
  await page.setViewportSize(phone);
  await page.click('#tour');
  await page.waitForSelector('#tour-card:not([hidden])');
  ok(await page.locator('#editor').isVisible());
  await page.click('#tour-card .primary');
  ok(await page.locator('.verdict').isVisible());
  await page.keyboard.press('Escape');
  await page.click('#panes [data-pane="text"]');
  await drop(page, { name: '年报.pdf', bytes: Buffer.from('%PDF-1.7') });
  await page.waitForSelector('#problem', { state: 'visible' });
});

desk.test('at 200 % there is one pane at a time as well, and nothing to scroll sideways', async (page) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await loadSample(page, 'errors');
  await page.click(`${finding} .finding`);
  equal(await page.evaluate(() => document.documentElement.scrollWidth), 720);
  equal(await page.evaluate(() => document.documentElement.scrollHeight), 450);
  await page.click(`${finding} .to-text`);
  ok(await page.locator('#editor .g-place').isVisible());
});

desk.test('the skip link leads to the results, and changes nothing else', async (page) => {
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  await page.locator('#skip').focus();
  await page.keyboard.press('Enter');
  ok(await page.evaluate(() => document.activeElement.id === 'results'));
  equal(await page.locator('html').getAttribute('lang'), 'en');
});

desk.test('the way to the part in view is marked while the results scroll', async (page) => {
  await loadSample(page, 'errors');
  const here = () => page.locator('#nav [aria-current]').allTextContents();
  deepEqual(await here(), []);
  await page.evaluate(() => document.querySelector('#table-review').scrollIntoView());
  await page.waitForFunction(() => document.querySelector('#nav [aria-current]'));
  deepEqual(await here(), ['复议诉讼']);
});

desk.test('looks and language are chosen, kept in the address, and restored by a link', async (page, { context }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' }); // as the system is, so is the page
  ok((await ground()) !== light);
  await page.emulateMedia({ colorScheme: 'light' });
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
  await other.close();
});

desk.test('the tour goes through the page on the sample, and ends where it began', async (page) => {
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
  await page.waitForSelector('#tour-card:not([hidden])');
  await page.keyboard.press('Escape');
  equal(await page.locator('#tour-card').isVisible(), false);
});

desk.test('origin and outcome of the applications are drawn, and can be read aloud', async (page) => {
  await loadSample(page, 'clean');
  const lines = (chart) => page.locator(`[data-chart="${chart}"] li`).allTextContents();
  deepEqual((await lines('origin')).slice(0, 2), ['自然人4685.2%', '商业企业59.3%']);
  equal(await page.locator('[data-chart="outcome"] figcaption').textContent(), '申请怎么办的（共 57 件）');
  equal(await page.locator('.bar-picture:not([aria-hidden])').count(), 0);
});
