// The desk as it is first used: samples, findings, cells, keyboard, languages. What a person does with it, on the two samples of the project.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { cellAt, loadSample, openPage, paste, pointedAt, sample, useDesk } from '../support.mjs';

const desk = useDesk();

desk.test('the empty page says what to do, that nothing leaves, and which version it is', async (page) => {
  equal(await page.locator('#privacy').textContent(), '全部在您的浏览器里完成，文字不会离开这台电脑');
  equal(await page.locator('#empty .steps li').count(), 3);
  ok(/\d+\.\d+\.\d+/.test(await page.locator('#version').textContent()));
  equal(await page.locator('#report').isVisible(), false);
});

desk.test('the clean sample is clean', async (page) => {
  await loadSample(page, 'clean');
  ok((await page.locator('.verdict-good').textContent()).includes('42 项勾稽关系全部成立'));
  equal(await page.locator('#findings').isVisible(), false);
  equal(await page.locator('.is-trouble, .is-suspect, .is-doubt').count(), 0);
});

desk.test('the sample with errors shows each of them where it stands', async (page) => {
  await loadSample(page, 'errors');
  const rules = await page.$$eval('#findings-list > li', (cards) => cards.map((card) => card.dataset.rule));
  ok(rules.includes('applications.cell'));
  ok(rules.includes('review.sum'));
  ok(rules.some((rule) => rule.startsWith('structure.')));

  const wrong = page.locator(cellAt('unable.not_held', 'natural'));
  equal(await wrong.textContent(), '47');
  ok(await wrong.evaluate((element) => element.classList.contains('is-trouble')));
  ok((await wrong.getAttribute('aria-label')).includes('有错'));
  ok(await page.locator(cellAt('direct', 'total')).evaluate((element) => /is-(trouble|suspect)/.test(element.className)));

  // Nothing that is no number is drawn as one.
  equal(await page.locator(cellAt('regulations', 'repealed')).getAttribute('data-state'), 'blank');
  equal(await page.locator(cellAt('denied.state_secret', 'research')).getAttribute('data-state'), 'dash');
  equal(await page.locator(cellAt('denied.state_secret', 'research')).textContent(), '—');
  equal(await page.locator(cellAt('coercion', 'decisions')).getAttribute('data-state'), 'unreadable');
  equal(await page.locator(cellAt('coercion', 'decisions')).textContent(), 'l6');
});

desk.test('a finding lights its cell, its equation and its place, and says why', async (page) => {
  await loadSample(page, 'errors');
  const card = page.locator('#findings-list > li[data-rule="applications.cell"]');
  await card.locator('.finding').click();
  deepEqual(await pointedAt(page), { marked: '47', selected: '47' });
  ok(
    await page.locator(cellAt('unable.not_held', 'natural')).evaluate((element) => element.classList.contains('is-lit')),
  );
  ok((await page.locator('td.is-also').count()) > 5);
  equal(await card.locator('.finding').getAttribute('aria-pressed'), 'true');
  ok((await card.locator('.addends li').count()) > 2);

  equal(await card.locator('dl').isVisible(), false);
  await card.locator('summary').click();
  const parts = await card.locator('dl').allTextContents();
  ok(['为什么', '依据', '怎么改'].every((word) => parts[0].includes(word)));
});

desk.test('the tables are one stop of the Tab key, and the arrow keys walk them', async (page) => {
  await loadSample(page, 'clean');
  await page.locator(cellAt('new', 'natural')).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const focused = () =>
    page.evaluate(() => `${document.activeElement.dataset.row} ${document.activeElement.dataset.column}`);
  equal(await focused(), 'carried_in business');
  equal(await page.locator('#editor .g-place').textContent(), '1');
  await page.keyboard.press('End');
  equal(await focused(), 'carried_in total');
  equal(await page.locator('.form-applications td[tabindex="0"]').count(), 1);
});

desk.test('what is typed is checked as it is typed', async (page) => {
  await loadSample(page, 'clean');
  await page.locator(cellAt('unable.not_held', 'natural')).click();
  await page.locator('#editor .cm-content').focus();
  await page.waitForTimeout(50); // the editor puts its selection into the document a moment after it gets the focus
  await page.keyboard.insertText('14');
  await page.waitForSelector(`${cellAt('unable.not_held', 'natural')}.is-trouble`);
  await page.keyboard.press('Control+Z');
  await page.waitForSelector('.verdict-good');
  equal(await page.locator(cellAt('unable.not_held', 'natural')).textContent(), '13');
});

desk.test('the editor takes the keys of any text field', async (page) => {
  const content = page.locator('#editor .cm-content');
  const lines = () => page.locator('#editor .cm-line').allTextContents();
  await content.focus();
  await page.keyboard.insertText('甲乙😀丙');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('丁');
  deepEqual(await lines(), ['甲乙😀丙', '丁']);
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace'); // the line break
  await page.keyboard.press('Backspace'); // 丙
  await page.keyboard.press('Backspace'); // a pair of surrogates, as one character
  deepEqual(await lines(), ['甲乙丁']);
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete'); // nothing is left to delete
  deepEqual(await lines(), ['甲乙']);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.insertText('戊');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  deepEqual(await lines(), ['戊']);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await page.waitForSelector('#empty:not([hidden])');
});

desk.test('both languages are complete and change at once', async (page) => {
  await loadSample(page, 'errors');
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  await page.waitForFunction(
    () => !/[一-鿿]/.test(document.querySelector('#findings-list .equation-text')?.textContent ?? '一'),
  );
  equal(await page.locator('#findings-heading').textContent(), 'Findings');
  const messages = await page.locator('#findings-list .severity').allTextContents();
  ok(messages.every((word) => ['Error', 'Warning', 'Note'].includes(word)));
  equal(await page.locator('.form-applications thead th').last().textContent(), 'Other');
  ok(page.url().endsWith('#en'));
});

test('a link to the English page opens it in English', async () => {
  const { page, context } = await openPage(desk.browser, `${desk.server.url}#en`);
  equal(await page.locator('html').getAttribute('lang'), 'en');
  ok(!/[一-鿿]/.test((await page.locator('#privacy').textContent()) + (await page.locator('#empty .steps').textContent())));
  await context.close();
});

desk.test('a text that is no report is kept, and said to be none', async (page) => {
  await paste(page, '今天天气很好，适合晒被子。\n');
  await page.waitForSelector('#refused:not([hidden])');
  ok((await page.locator('.refusal').textContent()).length > 10);
  ok((await page.locator('#editor .cm-content').textContent()).includes('适合晒被子'));
  await page.click('#clear');
  await page.waitForSelector('#empty:not([hidden])');
  equal(await page.locator('#refused').isVisible(), false);
});

desk.test('markup in a report stays text', async (page) => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await paste(page, sample('errors').replace('栖梧县2023年政府', `${hostile}栖梧县2023年政府`).replace('l6', '<b>l6'));
  await page.waitForSelector('#report:not([hidden]) #tables-list td');
  equal(await page.locator('#results img, #results script, td b').count(), 0);
});

desk.test('a check that takes long says so, can be stopped, and the next one works', async (page) => {
  await paste(page, '今天天气很好，适合晒被子。\n', 400_000);
  await page.locator('#progress button').click();
  equal(await page.locator('#progress').textContent(), '已停止。改动文本后会重新校核。');
  await page.click('#clear');
  await loadSample(page, 'clean');
  ok(await page.locator('.verdict-good').isVisible());
  equal(await page.locator('#progress').isVisible(), false);
});
