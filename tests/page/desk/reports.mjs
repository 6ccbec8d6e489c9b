// The page shows of each example report what the command line says of it, and what a reader entered by hand; also with the
// network cut. The reports are real ones and not part of the project: where they are missing, that is said and passed by.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { drawnCells, editions, openPage, paste, pointedAt, reports, root, sample, serve, useDesk } from '../support.mjs';

const command = join(root, 'build/native/gouji');
const names = existsSync(reports)
  ? readdirSync(reports)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => basename(name, '.txt'))
  : [];
if (names.length === 0) console.log('left out: the published reports in the page, for ../shared/reports is not there');

/** What the command line says of a text. It exits with 1 where it finds errors. */
function checked(path) {
  try {
    return JSON.parse(
      execFileSync(command, ['check', '--format', 'json', path], { encoding: 'utf8', maxBuffer: 1 << 26 }),
    )[0];
  } catch (failure) {
    return JSON.parse(failure.stdout)[0];
  }
}

const cellsOf = (result) =>
  result.report.tables.flatMap(({ id, cells }) =>
    cells.map(({ row, column, ...cell }) => ({ table: id, row, column, ...cell })),
  );

/** What the page writes in a cell: what stands there, and words where nothing does. */
const written = ({ text, unit = '' }) => (text === null ? '未找到' : text.trim() === '' ? '空白' : text + unit);

/**
 * Where an element stands once it is in view and has stopped moving: the editor measures its lines a frame after it has
 * scrolled to one, and may scroll on. Frames are what counts, not time, which a busy machine has none of.
 */
async function standing(locator) {
  return locator.evaluate(async (element) => {
    const ENOUGH = 600; // frames: what never comes into view is told by the test
    const rectangle = () => element.getBoundingClientRect();
    for (let still = 0, frames = 0, before = rectangle(); ; ++frames) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { x, y, width, height } = rectangle();
      const inView = y >= 0 && y + height <= innerHeight;
      still = inView && x === before.x && y === before.y ? still + 1 : 0;
      if (still === 4 || frames === ENOUGH) return { x, y, width, height };
      before = { x, y };
    }
  });
}

/** Waits until a cell shines, and tells what was pointed at instead when it does not. */
async function shines(page, cell, { x, y }) {
  const handle = await cell.elementHandle();
  await page
    .waitForFunction((element) => element.classList.contains('is-lit'), handle, { timeout: 10_000 })
    .catch(async () => {
      const found = await page.evaluate(
        ([left, top]) => document.querySelector('#editor').shadowRoot.elementFromPoint(left, top)?.outerHTML,
        [x, y],
      );
      throw new Error(`${await handle.evaluate((element) => element.outerHTML)} is not lit; at ${x}, ${y}: ${found}`);
    });
}

async function settled(page, title) {
  await page.waitForFunction(
    (text) =>
      !document.querySelector('#report').hidden && document.querySelector('.report-title')?.textContent === text,
    title,
  );
}

async function compare(page, result) {
  await settled(page, result.report.title);
  const drawn = await drawnCells(page);
  const expected = cellsOf(result);
  const key = ({ table, row, column }) => `${table} ${row} ${column}`;
  const sorted = (cells) => Object.fromEntries(cells.map((cell) => [key(cell), cell.text]).sort());
  deepEqual(sorted(drawn), sorted(expected.map((cell) => ({ ...cell, text: written(cell) }))));
  for (const cell of drawn) {
    const { value } = expected.find((each) => key(each) === key(cell));
    equal(['number', 'zero', 'chosen'].includes(cell.state), value !== null, `${key(cell)} is drawn as ${cell.state}`);
  }
}

const desk = useDesk();

const [hosted, single] = editions;
const texts = [
  ...names.map((name) => ({
    name,
    path: join(reports, `${name}.txt`),
    expected: join(root, 'tests/expected', `${name}.tsv`),
  })),
  ...['clean', 'errors'].map((name) => ({ name, path: join(root, 'web/sample', `${name}.txt`), expected: '' })),
];

// The single file is the same page: it draws them all, and is pointed at in the samples.
desk.test(
  'every text: pasted and drawn',
  async (page) => {
    for (const { path } of texts) {
      await paste(page, readFileSync(path, 'utf8'));
      await compare(page, checked(path));
    }
  },
  { on: [single] },
);

for (const { name, path, expected } of texts)
  desk.test(`${name}: pasted, drawn, pointed at`, async (page, { what }) => {
    const moves = name === 'errors' && what === hosted[0]; // in one, as people see it
    await page.emulateMedia({ reducedMotion: moves ? 'no-preference' : 'reduce' });
    const text = readFileSync(path, 'utf8');
    const result = checked(path);
    await paste(page, text);
    await compare(page, result);

    if (existsSync(expected)) {
      const drawn = new Map(
        (await drawnCells(page)).map((cell) => [`${cell.table}\t${cell.row}\t${cell.column}`, cell.text]),
      );
      const lines = readFileSync(expected, 'utf8')
        .split('\n')
        .filter((line) => line && !/^[@#]/.test(line));
      for (const line of lines) {
        const [table, row, column, value] = line.split('\t');
        equal(drawn.get(`${table}\t${row}\t${column}`), value, line);
      }
      equal(drawn.size, lines.length);
    }

    // A finding shows its place.
    equal(await page.locator('#findings-list > li').count(), result.findings.length);
    for (const [index, { span, message }] of result.findings.entries()) {
      const card = page.locator(`#findings-list > li[data-index="${index}"]`);
      equal(await card.locator('.message').textContent(), message);
      if (!span || span.end === span.start) continue;
      await card.locator('.finding').click();
      const { marked, selected } = await pointedAt(page);
      equal(selected.replace(/\n+/g, '\n'), text.slice(span.start, span.end).replace(/\n+/g, '\n'));
      ok(marked.length > 0);
    }

    // A cell shows its characters, and the characters show the cell.
    const cells = cellsOf(result).filter((cell) => cell.text?.trim());
    const some = cells.filter((_, at) => at % Math.ceil(cells.length / 9) === 0);
    for (const { table, row, column, text: characters } of some) {
      const cell = page.locator(`td[data-table="${table}"][data-row="${row}"][data-column="${column}"]`);
      await cell.click();
      deepEqual(await pointedAt(page), { marked: characters, selected: characters });
      ok(await cell.evaluate((element) => element.classList.contains('is-lit')));

      const place = await standing(page.locator('#editor .g-place').first());
      await page.locator('#inspector .leave').click();
      ok(await cell.evaluate((element) => !element.classList.contains('is-lit')));
      const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
      await page.mouse.click(middle.x, middle.y);
      await shines(page, cell, middle);
    }

  }, { on: expected ? [hosted] : editions });

test('goes on working when the network is cut', async () => {
  const own = await serve();
  const { page, context, complaints, requests } = await openPage(desk.browser, own.url);
  const asked = own.log.length;
  await paste(page, sample('clean'));
  await settled(page, '青禾县2024年政府信息公开工作年度报告');
  await context.setOffline(true);
  await own.close();

  for (const { path } of texts.filter(({ name }) => name !== 'clean')) {
    await paste(page, readFileSync(path, 'utf8'));
    await compare(page, checked(path));
  }
  await page.click('#language');
  await page.waitForSelector('html[lang=en]');
  await page.click('#clear');
  await page.click('#empty .samples button:not(.primary)');
  await settled(page, '青禾县2024年政府信息公开工作年度报告');
  ok((await page.locator('.verdict-good').textContent()).includes('hold'));

  deepEqual(complaints, []);
  equal(own.log.length, asked);
  ok(requests.every((url) => url.startsWith(own.url)));
  await context.close();
});
