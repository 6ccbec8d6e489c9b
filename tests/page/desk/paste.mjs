// Pasting with formatting: tables come over as they are, and nothing in the clipboard's HTML loads or runs.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { cellAt, sample, useDesk } from '../support.mjs';

const desk = useDesk();

/** What a word processor puts beside the plain text: each line a paragraph, each line with tabs a row of a table. */
function formatted(text, more = '') {
  const escaped = (piece) => piece.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const blocks = text.split('\n').reduce((list, line) => {
    const cells = line.split('\t');
    if (cells.length === 1) return [...list, `<p>${escaped(line)}</p>`];
    const row = `<tr>${cells.map((cell) => `<td><p><span lang=EN-US>${escaped(cell)}</span></p></td>`).join('')}</tr>`;
    const last = list[list.length - 1] ?? '';
    return last.startsWith('<table') ? [...list.slice(0, -1), last + row] : [...list, `<table class=MsoTable>${row}`];
  }, []);
  return `<html xmlns:o="urn:x"><head><style>p.x{}</style></head><body><!--StartFragment-->${blocks.join('')}${more}<!--EndFragment--></body></html>`;
}

/** The plain text of it where the columns are lost, as some programs give it. */
const lost = (text) => text.replace(/\t/g, '\n');

async function pasteBoth(page, html, plain, selector = '.cm-content') {
  await page.evaluate(
    ([rich, text, where]) => {
      const data = new DataTransfer();
      data.setData('text/html', rich);
      data.setData('text/plain', text);
      const target = where === 'body' ? document.body : document.querySelector('#editor').shadowRoot.querySelector(where);
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
    },
    [html, plain, selector],
  );
}

desk.test('tables on the clipboard are taken from its HTML', async (page) => {
  await page.locator('#editor .cm-content').focus();
  await pasteBoth(page, formatted(sample('clean')), lost(sample('clean')));
  await page.waitForSelector('.verdict-good');
  ok((await page.locator('.verdict-good').textContent()).includes('42 项'));
  await page.click(cellAt('unable.not_held', 'natural'));
  equal(await page.locator('#editor .g-place').textContent(), '13');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+Z'); // one step
  await page.waitForSelector('#empty:not([hidden])');
});

desk.test('without a table the plain text is taken as it is', async (page) => {
  await page.locator('#editor .cm-content').focus();
  await pasteBoth(page, '<p>甲<b>乙</b></p>', '甲  乙');
  equal(await page.locator('#editor .cm-line').first().textContent(), '甲  乙');
});

desk.test('a paste anywhere on the page is meant for the text pane', async (page) => {
  await pasteBoth(page, '', sample('clean'), 'body');
  await page.waitForSelector('.verdict-good');
  await pasteBoth(page, formatted(sample('errors')), '', 'body');
  await page.waitForSelector('td.is-trouble');
});

desk.test('nothing in pasted HTML loads or runs', async (page, { requests }) => {
  const out = `${desk.server.url}out`;
  const hostile = `<img src="${out}/1" onerror="document.title='ran'"><script>document.title='ran'</script>
    <link rel=stylesheet href="${out}/2"><style>@import url(${out}/3);td{background:url(${out}/4)}</style>
    <form action="${out}/5"><input autofocus onfocus="document.title='ran'"><button>x</button></form>
    <iframe src="${out}/6"></iframe><video poster="${out}/7" src="${out}/8"></video><svg onload="document.title='ran'"></svg>
    <meta http-equiv=refresh content="0;url=${out}/9"><base href="${out}/"><a href="javascript:document.title='ran'">甲</a>`;
  await page.locator('#editor .cm-content').focus();
  await pasteBoth(page, formatted(sample('errors'), hostile), '');
  await page.waitForSelector('td.is-trouble');
  await page.waitForTimeout(300);
  ok((await page.title()) !== 'ran');
  deepEqual(requests, []);
  equal(await page.locator('#results img, #results script, #results form, iframe, video, base').count(), 0);
});
