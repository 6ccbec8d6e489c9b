// Pictures of the page's main states, for looking at and for the README: `node scripts/screenshots.mjs` after a build.
// They go to build/screenshots/; the one that the README shows goes to .github/screenshot.png.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drop, launch, openPage, root, serve } from '../tests/page/support.mjs';

const out = join(root, 'build/screenshots');
await mkdir(out, { recursive: true });
await mkdir(join(root, '.github'), { recursive: true });

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

const states = {
  empty: async () => {},
  clean: (page) => load(page, '#empty .samples button:not(.primary)'),
  errors: (page) => load(page, '#empty .samples button.primary'),
  finding: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('[data-rule="applications.cell"] .finding');
  },
  table: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('td[data-row="unable.not_held"][data-column="natural"]');
    await page.evaluate(() => document.querySelector('#table-applications').scrollIntoView());
  },
  rest: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('#checks summary');
    await page.evaluate(() => document.querySelector('#table-review').scrollIntoView());
  },
  english: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('#language');
    await page.waitForSelector('html[lang=en]');
    await page.waitForTimeout(300);
  },
  file: async (page) => {
    await load(page, '#empty .samples button:not(.primary)');
    await drop(page, { name: '政府信息公开年报（定稿）.docx', bytes: Buffer.from('PK\x03\x04……word/document.xml') });
    await page.waitForSelector('#problem:not([hidden])');
  },
  charts: async (page) => {
    await load(page, '#empty .samples button:not(.primary)');
    await page.evaluate(() => document.querySelector('#overview').scrollIntoView());
  },
  reasons: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('[data-rule="applications.cell"] .finding');
    await page.click('[data-rule="applications.cell"] .dismiss');
  },
  contrast: async (page) => {
    await page.selectOption('#theme', 'contrast');
    await load(page, '#empty .samples button.primary');
  },
  tour: async (page) => {
    await page.click('#tour');
    await page.waitForSelector('#tour-card:not([hidden])');
  },
  verify: (page) => page.click('#verify-open'),
  print: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  },
  refused: async (page) => {
    await page.locator('#editor .cm-content').click();
    await page.keyboard.insertText('今天天气很好，适合晒被子。');
    await page.waitForSelector('#refused:not([hidden])');
  },
};

async function load(page, button) {
  await page.click(button);
  await page.waitForSelector('#report:not([hidden]) #tables-list td');
  await page.waitForTimeout(100);
}

const only = process.argv.slice(2);
const server = await serve();
const browser = await launch();
for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['light', 'dark'])
    for (const [state, reach] of Object.entries(states)) {
      const name = `${state}-${size}-${colorScheme}.png`;
      if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
      const { page, context } = await openPage(browser, server.url, { viewport, colorScheme, reducedMotion: 'reduce' });
      await reach(page);
      const picture = await page.screenshot({ path: join(out, name) });
      console.log(name, `${Math.round(picture.length / 1024)} kB`);
      await context.close();
    }

if (only.length === 0) {
  // As wide as a desk, and small enough for a README.
  const desk = { viewport: { width: 1440, height: 750 }, deviceScaleFactor: 0.8, colorScheme: 'light', reducedMotion: 'reduce' };
  const { page } = await openPage(browser, server.url, desk);
  await states.table(page);
  await page.evaluate(() => document.querySelector('td.is-trouble.is-lit').scrollIntoView({ block: 'center' }));
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ path: join(root, '.github/screenshot.png') });
  console.log('.github/screenshot.png', `${Math.round(picture.length / 1024)} kB`);
}
await browser.close();
await server.close();
