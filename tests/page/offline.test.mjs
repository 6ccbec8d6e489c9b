// Offline and private: kept whole, quiet once it says so, nothing stored but the tab's draft, everything wiped by one button.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cellAt, dist, editions, loadSample, openPage, paste, sample, serve, useDesk } from './support.mjs';

const desk = useDesk('/a/b/');

const kept = (page) => page.waitForFunction(() => document.querySelector('#offline').textContent === '已可离线使用');

const drafted = (page) => page.waitForFunction(() => sessionStorage.length > 0);

test('once it says that it works offline, it asks the server for nothing, extras included', async () => {
  const { page, context, complaints } = await openPage(desk.browser, desk.server.url);
  await kept(page);
  const before = desk.server.log.length;
  await loadSample(page, 'errors');
  await page.click(cellAt('new', 'natural'));
  await Promise.all([page.waitForEvent('download'), page.click('[data-format="xlsx"]')]);
  await page.click('#language');
  await page.click('#verify-open');
  await page.waitForSelector('#verify[open]');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  deepEqual(desk.server.log.slice(before), []);
  deepEqual(complaints, []);
  await context.close();
});

test('it opens and works with the server gone', async () => {
  const own = await serve('/c/');
  const { page, context } = await openPage(desk.browser, own.url);
  await kept(page);
  await own.close();
  await context.setOffline(true);
  for (const address of [own.url, `${own.url}index.html#en`]) {
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    await loadSample(page, 'errors');
    await page.waitForSelector('td.is-trouble');
    await Promise.all([page.waitForEvent('download'), page.click('[data-format="xlsx"]')]);
    await page.click('#clear');
  }
  await context.close();
});

desk.test('it says that it works offline, in both languages', async (page) => {
  await kept(page);
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  equal(await page.locator('#offline').textContent(), 'Works offline now');
});

desk.test('how to verify it oneself is told, with the hash of what runs', async (page) => {
  await page.click('#verify-open');
  await page.waitForSelector('#verify[open]');
  const text = await page.locator('#verify').innerText();
  const wasm = execFileSync('sh', ['-c', `sha256sum ${join(dist, 'assets')}/*.wasm`], { encoding: 'utf8' }).slice(0, 64);
  for (const part of ['拔掉网线', 'SHA256SUMS', 'certutil', wasm]) ok(text.includes(part), part);
  await page.keyboard.press('Escape');
  equal(await page.locator('#verify').isVisible(), false);
});

desk.test('text cannot become markup or script, and no worker but its own can start', async (page, { complaints }) => {
  const refused = await page.evaluate(() => {
    const attempt = (act) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    return [
      attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
      attempt(() => (document.createElement('script').text = 'document.title = "ran"')),
      attempt(() => document.write('<p>')),
      attempt(() => new Worker('./other.js')),
      attempt(() => trustedTypes.createPolicy('default', {})),
    ];
  });
  deepEqual(refused, [true, true, true, true, true]);
  complaints.length = 0; // each refusal is told in the console
});

for (const [what, address] of editions) {
  test(`a draft survives a reload of its tab, and no other page sees it (${what})`, async () => {
    const { page, context, complaints } = await openPage(desk.browser, address(desk.server));
    await paste(page, sample('clean'));
    await page.waitForSelector('.verdict-good');
    await drafted(page);
    await page.reload();
    await page.waitForSelector('.verdict-good');
    const other = await context.newPage();
    await other.goto(address(desk.server));
    await other.waitForSelector('html[data-ready]');
    ok(await other.locator('#empty').isVisible());
    equal(await other.evaluate(() => `${localStorage.length} ${document.cookie}`), '0 ');
    deepEqual(complaints, []);
    await context.close();
  });

  test(`one button wipes every trace (${what})`, async () => {
    const { page, context } = await openPage(desk.browser, address(desk.server));
    await kept(page);
    await paste(page, sample('clean'));
    await page.waitForSelector('.verdict-good');
    await drafted(page);
    await page.click('#wipe');
    await page.waitForSelector('#notice [data-kind="wiped"]');
    ok(await page.locator('#empty').isVisible());
    await page.locator('#editor .cm-content').focus();
    await page.keyboard.press('Control+Z');
    await page.waitForTimeout(500);
    ok(await page.locator('#empty').isVisible());
    const left = await page.evaluate(async () => ({
      session: sessionStorage.length,
      caches: self.isSecureContext && location.protocol !== 'file:' ? (await caches.keys()).length : 0,
      workers: location.protocol === 'file:' ? 0 : (await navigator.serviceWorker.getRegistrations()).length,
    }));
    deepEqual(left, { session: 0, caches: 0, workers: 0 });
    await context.close();
  });

}

test('SHA256SUMS is right', () => {
  ok(existsSync(join(dist, 'SHA256SUMS')));
  const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: dist, encoding: 'utf8' });
  ok(said.includes('gouji.html: OK') && said.includes('sw.js: OK'));
});
