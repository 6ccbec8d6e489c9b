// The text pane: findings as squiggles, marks in the gutter and cards with their fixes; searching, in both languages.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { cellAt, loadSample, useDesk } from '../support.mjs';

const desk = useDesk();

desk.test('a squiggle opens a card with the equation, the law and the fixes, and a fix can be undone', async (page) => {
  await loadSample(page, 'errors');
  await page.click('[data-rule="applications.cell"] .finding');
  const wrong = page.locator('#editor .cm-lintRange-error', { hasText: /^47$/ });
  ok((await wrong.evaluate((element) => getComputedStyle(element).textDecorationStyle)) === 'wavy');
  await page.click('#inspector .leave', { timeout: 500 }).catch(() => {});
  await wrong.hover();
  const card = page.locator('#editor .cm-tooltip .cm-diagnostic-error');
  await card.waitFor();
  const text = await card.textContent();
  for (const part of ['错误', '应为 41', '≠', '依据：']) ok(text.includes(part), text);
  await card.locator('.cm-diagnosticAction').first().click();
  await page.waitForSelector(`${cellAt('unable.not_held', 'natural')}:not(.is-trouble)`);
  equal(await page.locator(cellAt('unable.not_held', 'natural')).textContent(), '41');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+Z');
  await page.waitForSelector(`${cellAt('unable.not_held', 'natural')}.is-trouble`);
});

desk.test('the gutter marks the lines with findings, and its marks open the same card', async (page) => {
  await loadSample(page, 'errors');
  await page.click('[data-rule="review.sum"] .finding');
  await page.waitForTimeout(100);
  const marks = page.locator('#editor .cm-lint-marker-error');
  ok((await marks.count()) > 0);
  await marks.first().hover();
  await page.waitForSelector('#editor .cm-tooltip .cm-diagnostic');
});

desk.test('what is put aside has no squiggle', async (page) => {
  await loadSample(page, 'errors');
  const squiggles = page.locator('#editor .cm-lintRange-error');
  await page.click('[data-rule="applications.cell"] .finding');
  equal(await squiggles.filter({ hasText: /^47$/ }).count(), 1);
  await page.click('[data-rule="applications.cell"] .dismiss');
  await page.click('[data-rule="applications.cell"] .reasons button >> nth=0');
  equal(await squiggles.filter({ hasText: /^47$/ }).count(), 0);
});

desk.test('searching is found by keyboard and button, in the language of the page', async (page) => {
  await loadSample(page, 'clean');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+F');
  const field = page.locator('#editor .cm-search [name=search]');
  await field.waitFor();
  equal(await field.getAttribute('placeholder'), '查找');
  await field.fill('自然人');
  await page.keyboard.press('Enter'); // text that came without keys, as from the test, counts from the next key on
  await page.keyboard.press('Enter');
  await page.waitForSelector('#editor .cm-searchMatch-selected');
  await page.keyboard.press('Escape');
  equal(await page.locator('#editor .cm-search').count(), 0);
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  await page.click('#find');
  await field.waitFor();
  equal(await field.getAttribute('placeholder'), 'Find');
});
