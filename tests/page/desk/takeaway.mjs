// Taking the findings and tables away: as JSON, CSV, Markdown, a spreadsheet, and the sheet that is printed.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { cellAt, loadSample, moduleOf, root, sample, useDesk } from '../support.mjs';

const desk = useDesk();

const command = join(root, 'build/native/gouji');
const told = (format) => {
  try {
    return execFileSync(command, ['check', '--format', format, '-'], { encoding: 'utf8', input: sample('errors') });
  } catch (failure) {
    return failure.stdout;
  }
};

async function taken(page, format) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-format="${format}"]`)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

desk.test('what is taken away says what the command line says', async (page) => {
  await loadSample(page, 'errors');

  const json = await taken(page, 'json');
  equal(json.name, '栖梧县2023年政府信息公开工作年度报告－校核.json');
  deepEqual(JSON.parse(json.bytes.toString()), JSON.parse(told('json')));

  const { bytes } = await taken(page, 'csv');
  const withoutLabel = (text) => text.trim().split('\n').map((line) => line.split(',').filter((_, at) => at !== 4));
  equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf');
  deepEqual(withoutLabel(bytes.subarray(3).toString()), withoutLabel(told('csv')));

  const markdown = (await taken(page, 'markdown')).bytes.toString();
  ok(markdown.startsWith('# 栖梧县2023年政府信息公开工作年度报告\n'));
  for (const part of ['应为 41', '**47**', '| 自然人 |', '依据：']) ok(markdown.includes(part), part);

  const sheets = unzipSync((await taken(page, 'xlsx')).bytes);
  const content = Object.entries(sheets).map(([name, data]) => [name, strFromU8(data)]);
  const all = content.map(([, text]) => text).join('\n');
  equal(content.filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length, 4);
  for (const part of ['校核意见', '依申请公开', '应为 41', '<mergeCell ', '<v>47</v>']) ok(all.includes(part), part);
});

desk.test('the printed sheet has everything that an opinion needs', async (page) => {
  await loadSample(page, 'errors');
  await page.click('#findings-list > li[data-rule="review.sum"] .finding');
  await page.click('#findings-list > li[data-rule="review.sum"] .dismiss');
  await page.click('#findings-list > li[data-rule="review.sum"] .reasons button >> nth=1');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  equal(await page.locator('#desk').isVisible(), false);
  const text = await page.locator('#sheet').innerText();
  const digest = createHash('sha256').update(sample('errors').replace(/\r\n?/g, '\n')).digest('hex');
  for (const part of ['校核意见单', '栖梧县', '2023 年', digest, '版本 ', '规则 ', '应为 41', '理由：已转告起草人', '勾稽关系'])
    ok(text.includes(part), part);
  equal(await page.locator('#sheet table').count(), 3);
  ok((await page.locator(`#sheet ${cellAt('unable.not_held', 'natural')}`).getAttribute('class')).includes('is-trouble'));
  equal(await page.locator('#sheet [id], #sheet [tabindex]').count(), 0);
  const order = await page.locator('#sheet .sheet-findings').first().locator('li > b').allTextContents();
  deepEqual(order, [...order].sort((a, b) => '错提'.indexOf(a[0]) - '错提'.indexOf(b[0])));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  equal(await page.locator('#sheet').innerText(), '');
});

test('the page’s SHA-256 is SHA-256', async () => {
  const { sha256 } = await moduleOf('sha256.ts');
  for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 37 + size) & 255);
    equal(sha256(bytes), createHash('sha256').update(bytes).digest('hex'));
  }
});
