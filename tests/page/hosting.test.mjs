// Any static server, any path, no header of its own; and the one file that needs no server. Nothing gets out of either.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { firstLoad, sum } from '../../scripts/first-load.mjs';
import { dist, launch, openPage, serve } from './support.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function works(page) {
  await page.click('#empty .samples button.primary');
  await page.waitForSelector('#report:not([hidden]) td.is-trouble');
  await page.click('#findings-list .card-error .finding');
  equal(await page.locator('#editor .g-place').count(), 1);
}

for (const path of ['/', '/a/b/'])
  test(`works under ${path} and asks only for its own files, once`, async () => {
    const server = await serve(path);
    const { page, context, complaints, requests } = await openPage(browser, server.url);
    const asked = server.log.length;
    await works(page);
    deepEqual(complaints, []);
    equal(server.log.length, asked);
    equal(new Set(requests).size, requests.length);
    ok(
      requests.every((url) => url.startsWith(server.url)),
      String(requests),
    );
    deepEqual(
      server.log.filter((name) => !name.startsWith(path)),
      [],
    );
    await context.close();
    await server.close();
  });

test('works as one file without a server, and asks for nothing', async () => {
  const { page, context, complaints, requests } = await openPage(browser, pathToFileURL(join(dist, 'gouji.html')).href);
  await works(page);
  deepEqual(complaints, []);
  equal(requests.length, 1);
  await context.close();
});

for (const [what, address] of [
  ['the hosted page', null],
  ['the single file', pathToFileURL(join(dist, 'gouji.html')).href],
])
  test(`${what} lets nothing out once it is ready, not even what runs in it`, async () => {
    const server = await serve();
    const target = server.url;
    const { page, context } = await openPage(browser, address ?? server.url);
    const before = server.log.length;
    const reached = async (where) => {
      const sent = where.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        `${target}out`,
      );
      return sent;
    };
    equal(await reached(page), false);
    equal(page.workers().length, 1);
    equal(await reached(page.workers()[0]), false);
    await page.evaluate((url) => {
      new Image().src = `${url}picture`;
      navigator.sendBeacon(`${url}beacon`, 'x');
      const form = document.createElement('form');
      form.action = `${url}form`;
      document.body.append(form);
      form.submit();
      try {
        const script = document.createElement('script');
        script.textContent = 'document.title = "ran"';
        document.body.append(script);
      } catch {
        // Trusted Types say so at once; where there are none, the policy does
      }
    }, target);
    await page.waitForTimeout(300);
    ok((await page.title()) !== 'ran');
    deepEqual(server.log.slice(before), []);
    await context.close();
    await server.close();
  });

test('a first visit loads less than 450 kB', () => {
  const total = sum(firstLoad());
  console.log(
    `first load ${Math.round(total / 1000)} kB brotli, gouji.html ${Math.round(statSync(join(dist, 'gouji.html')).size / 1000)} kB`,
  );
  ok(total < 450_000, `${total} bytes`);
  ok(statSync(join(dist, 'gouji.html')).size < 2_450_000);
});

test('the pages carry no inline handler and no address of another host', () => {
  for (const name of ['index.html', 'gouji.html']) {
    const page = readFileSync(join(dist, name), 'utf8');
    const markup = page
      .replace(/<(script|style)>[^]*?<\/\1>/g, '')
      .replace(/<script type="module">[^]*?<\/script>/g, '');
    ok(!/\son\w+=/.test(markup));
    ok(!/(src|href)="(https?:)?\/\//.test(markup));
    ok(/http-equiv="Content-Security-Policy"/.test(markup));
  }
});
