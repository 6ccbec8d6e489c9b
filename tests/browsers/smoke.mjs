// What must work in every browser: a report is pasted, its tables are drawn, a finding is clicked, English is spoken.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { dist, sample } from '../page/support.mjs';

export const editions = [
  ['hosted', (server) => server.url],
  ['single file', () => pathToFileURL(join(dist, 'gouji.html')).href],
];

/** `page`: evaluate() and until() run functions in it, goto() opens an address. */
export async function smoke(page, url) {
  await page.goto(url);
  await page.until(() => document.documentElement && document.documentElement.dataset.ready !== undefined);
  await page.evaluate((text) => {
    const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
    const data = new DataTransfer();
    data.setData('text/plain', text);
    content.focus();
    const event = new Event('paste', { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, 'clipboardData', { value: data }); // Firefox's constructor leaves it empty
    content.dispatchEvent(event);
  }, sample('errors'));
  await page.until(() => document.querySelector('td.is-trouble') !== null);
  deepEqual(
    await page.evaluate(() => [...document.querySelectorAll('#tables-list table')].map((table) => table.querySelectorAll('td').length)),
    [10, 175, 15],
  );
  equal(await page.evaluate(() => document.querySelector('.form-applications td.is-trouble').textContent), '47');

  await page.evaluate(() => document.querySelector('[data-rule="applications.cell"] .finding').click());
  const marked = () => {
    const { shadowRoot } = document.querySelector('#editor');
    return [...shadowRoot.querySelectorAll('.g-place')].map((each) => each.textContent).join('');
  };
  await page.until(() => document.querySelector('#editor').shadowRoot.querySelector('.g-place') !== null);
  equal(await page.evaluate(marked), '47');
  ok(await page.evaluate(() => document.querySelector('#editor').shadowRoot.querySelector('.cm-lintRange-error') !== null));

  await page.evaluate(() => document.querySelector('#language').click());
  await page.until(() => document.documentElement.lang === 'en');
  equal(await page.evaluate(() => document.querySelector('#findings-heading').textContent), 'Findings');
}
