// Pictures of the page's main states, for looking at and for the README: `node scripts/screenshots.mjs` after a build.
// They go to build/screenshots/; the one that the README shows goes to .github/screenshot.png. Some alone: part of their
// names, or readme.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drop, launch, openPage, paste, renew, root, serve } from '../tests/page/support.mjs';

const out = join(root, 'build/screenshots');
await mkdir(out, { recursive: true });
await mkdir(join(root, '.github'), { recursive: true });

const sizes = {
  wide: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  narrow: { width: 390, height: 844 },
  zoomed: { width: 720, height: 450 }, // 1440 by 900 at 200 %
};

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
  verify: (page) => page.click('#verify-open').then(() => page.waitForSelector('#verify[open]')),
  text: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('[data-rule="applications.cell"] .finding');
    const toText = page.locator('[data-rule="applications.cell"] .to-text');
    if (await toText.isVisible()) await toText.click();
    await page.locator('#editor .cm-lintRange-error', { hasText: /^47$/ }).hover();
    await page.waitForSelector('#editor .cm-tooltip .cm-diagnostic');
  },
  search: async (page) => {
    await load(page, '#empty .samples button.primary');
    const text = page.locator('#panes [data-pane="text"]');
    if (await text.isVisible()) await text.click();
    await page.click('#find');
    await page.locator('#editor .cm-search [name=search]').fill('公开');
    await page.keyboard.press('Enter');
  },
  aside: async (page) => {
    await states.reasons(page);
    await page.click('[data-rule="applications.cell"] .reasons button >> nth=0');
    await page.click('#dismissed summary');
  },
  field: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.dblclick('td[data-row="unable.not_held"][data-column="natural"]');
  },
  numbers: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.click('.quantity >> nth=0');
  },
  print: async (page) => {
    await load(page, '#empty .samples button.primary');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  },
  refused: async (page) => {
    await paste(page, '今天天气很好，适合晒被子。');
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
  for (const colorScheme of ['light', 'dark']) {
    const wanted = Object.entries(states).filter(([state]) => {
      const name = `${state}-${size}-${colorScheme}.png`;
      return only.length === 0 || only.some((part) => name.includes(part));
    });
    if (wanted.length === 0) continue;
    const { page, context } = await openPage(browser, server.url, { viewport, colorScheme });
    for (const [state, reach] of wanted) {
      await reach(page);
      const name = `${state}-${size}-${colorScheme}.png`;
      const picture = await page.screenshot({ path: join(out, name) });
      console.log(name, `${Math.round(picture.length / 1024)} kB`);
      await renew(page);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
    }
    await context.close();
  }

if (only.length === 0 || only.includes('readme')) {
  // As wide as a desk, and small enough for a README.
  const desk = { viewport: { width: 1440, height: 750 }, deviceScaleFactor: 0.8, colorScheme: 'light' };
  const { page } = await openPage(browser, server.url, desk);
  await states.table(page);
  await page.evaluate(() => document.querySelector('td.is-trouble.is-lit').scrollIntoView({ block: 'center' }));
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ path: join(root, '.github/screenshot.png') });
  console.log('.github/screenshot.png', `${Math.round(picture.length / 1024)} kB`);
}
await browser.close();
await server.close();
