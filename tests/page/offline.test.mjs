// Offline and private: kept whole, quiet once it says so, nothing stored but the tab's draft, everything wiped by one button.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cellAt, dist, editions, launch, loadSample, openPage, paste, sample, serve } from './support.mjs';

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve('/a/b/');
});
after(async () => {
  await browser.close();
  await server.close();
});

const kept = (page) => page.waitForFunction(() => document.querySelector('#offline').textContent === '已可离线使用');

test('once it says that it works offline, it asks the server for nothing, extras included', async () => {
  const { page, context, complaints } = await openPage(browser, server.url);
  await kept(page);
  const before = server.log.length;
  await loadSample(page, 'errors');
  await page.click(cellAt('new', 'natural'));
  await Promise.all([page.waitForEvent('download'), page.click('[data-format="xlsx"]')]);
  await page.click('#language');
  await page.click('#verify-open');
  await page.waitForSelector('#verify[open]');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  deepEqual(server.log.slice(before), []);
  deepEqual(complaints, []);
  await context.close();
});

test('it opens and works with the server gone', async () => {
  const own = await serve('/c/');
  const { page, context } = await openPage(browser, own.url);
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

for (const [what, address] of editions) {
  test(`it says that it works offline, in both languages (${what})`, async () => {
    const { page, context } = await openPage(browser, address(server));
    await kept(page);
    await page.click('#language');
    await page.waitForSelector('html[lang=en]');
    equal(await page.locator('#offline').textContent(), 'Ready to work offline');
    await context.close();
  });

  test(`a draft survives a reload of its tab, and no other page sees it (${what})`, async () => {
    const { page, context, complaints } = await openPage(browser, address(server));
    await paste(page, sample('clean'));
    await page.waitForSelector('.verdict-good');
    await page.waitForTimeout(600);
    await page.reload();
    await page.waitForSelector('.verdict-good');
    const other = await context.newPage();
    await other.goto(address(server));
    await other.waitForSelector('html[data-ready]');
    ok(await other.locator('#empty').isVisible());
    equal(await other.evaluate(() => `${localStorage.length} ${document.cookie}`), '0 ');
    deepEqual(complaints, []);
    await context.close();
  });

  test(`one button wipes every trace (${what})`, async () => {
    const { page, context } = await openPage(browser, address(server));
    await kept(page);
    await paste(page, sample('clean'));
    await page.waitForSelector('.verdict-good');
    await page.waitForTimeout(600);
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

  test(`how to verify it oneself is told, with the hash of what runs (${what})`, async () => {
    const { page, context, complaints } = await openPage(browser, address(server));
    await page.click('#verify-open');
    await page.waitForSelector('#verify[open]');
    const text = await page.locator('#verify').innerText();
    const wasm = execFileSync('sh', ['-c', `sha256sum ${join(dist, 'assets')}/*.wasm`], { encoding: 'utf8' }).slice(0, 64);
    for (const part of ['拔掉网线', 'SHA256SUMS', 'certutil', wasm]) ok(text.includes(part), part);
    await page.keyboard.press('Escape');
    equal(await page.locator('#verify').isVisible(), false);
    deepEqual(complaints, []);
    await context.close();
  });

  test(`text cannot become markup or script, and no worker but its own can start (${what})`, async () => {
    const { page, context } = await openPage(browser, address(server));
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
    await context.close();
  });
}

test('SHA256SUMS is right', () => {
  ok(existsSync(join(dist, 'SHA256SUMS')));
  const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: dist, encoding: 'utf8' });
  ok(said.includes('gouji.html: OK') && said.includes('sw.js: OK'));
});
