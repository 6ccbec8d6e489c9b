// Dropped files: text in any encoding is taken, everything else is explained, and what was in the pane stays.

import { equal, ok } from 'node:assert/strict';
import { drop, loadSample, sample, useDesk } from '../support.mjs';

const desk = useDesk();

const clean = sample('clean');
const title = '青禾县2024年政府信息公开工作年度报告';

/** TextEncoder knows only UTF-8: the table for GB18030's two-byte part comes from decoding all of it. */
function gb18030(text) {
  const table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : table.get(letter))));
}

const dropped = (title, files, look) =>
  desk.test(title, async (page) => {
    await loadSample(page, 'errors');
    await drop(page, ...files);
    await look(page);
  });

const encodings = {
  'UTF-8': Buffer.from(clean),
  'UTF-8 with a mark and CRLF': Buffer.from(`\ufeff${clean.replace(/\n/g, '\r\n')}`),
  GB18030: gb18030(clean),
  'UTF-16LE': Buffer.from(`\ufeff${clean}`, 'utf16le'),
};
for (const [encoding, bytes] of Object.entries(encodings))
  dropped(`a file in ${encoding} is shown and checked`, [{ name: '青禾县.txt', bytes }], async (page) => {
    await page.waitForFunction((text) => document.querySelector('.report-title')?.textContent === text, title);
    equal(await page.locator('#source-info').textContent(), `青禾县.txt · ${encoding.split(' ')[0]}`);
    ok(await page.locator('.verdict-good').isVisible());
    await page.click('td[data-row="fees"]');
    equal(await page.locator('#editor .g-place').textContent(), '1864.352');
  });

dropped(
  'a web page is shown as its markup',
  [{ name: '年报.html', bytes: Buffer.from(`<html><body><h1>${title}</h1><p>一、总体情况</p></body></html>`) }],
  async (page) => {
    await page.waitForFunction((text) => document.querySelector('.report-title')?.textContent === text, title);
    ok((await page.locator('#editor .cm-content').textContent()).startsWith('<html>'));
  },
);

const zip = (name) =>
  Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name), Buffer.alloc(100)]);
const refusals = [
  ['a .docx', { name: '年报.docx', bytes: zip('word/document.xml') }, ['Word 或 WPS 文字文档', 'Ctrl+C']],
  ['a .docx called .txt', { name: '年报.txt', bytes: zip('word/document.xml') }, ['Word 或 WPS 文字文档']],
  ['a .wps', { name: '年报.wps', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex') }, ['Word 或 WPS 文字文档']],
  ['an .xlsx', { name: '台账.xlsx', bytes: zip('xl/workbook.xml') }, ['电子表格']],
  ['a .pdf', { name: '年报.pdf', bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3') }, ['PDF']],
  ['a picture', { name: '扫描件.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') }, ['图片', '文字识别']],
  ['a file over the limit', { name: '全部.txt', size: 257 * 1024 * 1024 }, ['257 MB', '256 MB']],
  ['an empty file', { name: '空.txt', bytes: Buffer.alloc(0) }, ['空.txt']],
  ['a text that is no report', { name: '天气.txt', bytes: Buffer.from('今天天气很好。') }, ['天气.txt']],
];
for (const [what, file, words] of refusals)
  dropped(`${what} is explained, and the text in the pane stays`, [file], async (page) => {
    await page.waitForSelector('#problem:not([hidden])');
    const sentence = await page.locator('#problem').textContent();
    for (const word of words) ok(sentence.includes(word), sentence);
    equal(await page.locator('.report-title').textContent(), '栖梧县2023年政府信息公开工作年度报告');
    ok((await page.locator('#editor .cm-content').textContent()).includes('栖梧县2023年'));
    await page.click('#problem button');
    equal(await page.locator('#problem').isVisible(), false);
  });

dropped(
  'of several files the first is taken, and that is said',
  [
    { name: 'a.txt', bytes: Buffer.from(clean) },
    { name: 'b.txt', bytes: Buffer.from(sample('errors')) },
  ],
  async (page) => {
    await page.waitForFunction((text) => document.querySelector('.report-title')?.textContent === text, title);
    const note = await page.locator('#source-info').textContent();
    ok(note.includes('2 个文件') && note.includes('a.txt'), note);
  },
);

desk.test('a file is chosen by the button, and the same one can be chosen again', async (page) => {
  for (let times = 0; times < 2; times++) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#choose')]);
    await chooser.setFiles({ name: '青禾县.txt', mimeType: 'text/plain', buffer: Buffer.from(clean) });
    await page.waitForSelector('.verdict-good', { state: 'visible' });
    equal(await page.locator('#source-info').textContent(), '青禾县.txt · UTF-8');
    await page.click('#clear');
    await page.waitForSelector('#empty:not([hidden])');
  }
});
