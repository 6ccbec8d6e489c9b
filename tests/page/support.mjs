// What the page's tests share: a server that keeps a log, the browser, and reading the page as a person would.

import { deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'web/dist');
export const reports = join(root, '../shared/reports');
export const sample = (name) => readFileSync(join(root, 'web/sample', `${name}.txt`), 'utf8');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Serves web/dist below `path` on a port of its own, and nothing else: any other address is 404 and in the log. It sets no
 * header but the type, which for .wasm is the one that servers use that have never heard of it.
 */
export async function serve(path = '/') {
  const log = [];
  const server = createServer(async (request, response) => {
    log.push(request.url);
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = name.startsWith(path) ? normalize(join(dist, name.slice(path.length) || 'index.html')) : null;
    try {
      if (!file?.startsWith(dist)) throw new Error('not here');
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    log,
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Chromium without its windows, menus and profiles: the same engine opens a page at a third of the cost. */
const shells = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell'];

const found = (paths) => paths.find((each) => each && existsSync(each));

export function executable() {
  const path = found(candidates);
  if (!path) throw new Error('no Chromium found; CHROMIUM=/path/to/chromium names one');
  return path;
}

/** The whole browser; or, for tests of what the page does, its engine alone, which leaves the module as it first compiles. */
export function launch({ whole = true } = {}) {
  return chromium.launch({
    executablePath: (!whole && found(shells)) || executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(whole ? [] : ['--js-flags=--no-wasm-tier-up']),
    ],
  });
}

// What moves takes its time, which is most of a test's: the page stands still, but in tests that are about how it moves.
const still = { reducedMotion: 'reduce' };
const viewport = { width: 1440, height: 900 };

/** A page that is ready, with everything that it asked of the network and everything that went wrong in it. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport, ...still, ...options });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  await page.waitForSelector('html[data-ready]', { timeout: 20_000 });
  return { context, page, requests, complaints };
}

/** The page in both its editions: from the server, and as the one file without any. */
export const editions = [
  ['hosted', (server) => server.url],
  ['single file', () => pathToFileURL(join(dist, 'gouji.html')).href],
];

const desks = new Map();

/**
 * A browser, a server and a page of each edition for all tests of a process, whose server has the page below `path`. To open
 * a page costs more than most tests do, so they take it in turn, each as if it had just been opened; one that failed leaves
 * none behind.
 */
export function useDesk(path = '/') {
  if (!desks.has(path)) desks.set(path, newDesk(path));
  return desks.get(path);
}

function newDesk(path) {
  const desk = { browser: null, server: null };
  const opened = new Map();
  before(async () => {
    [desk.browser, desk.server] = await Promise.all([launch({ whole: false }), serve(path)]);
  });
  after(async () => {
    await desk.browser.close();
    await desk.server.close();
  });

  const take = async (what, address) => {
    const kept = opened.get(what);
    if (kept) await renew(kept.page);
    const permissions = ['clipboard-read', 'clipboard-write'];
    const one = kept ?? (await openPage(desk.browser, address(desk.server), { permissions }));
    one.complaints.length = one.requests.length = 0;
    opened.delete(what);
    return one;
  };

  /**
   * A test of what both editions do alike. The page asks the server for nothing meanwhile: what comes on demand comes from
   * what it has kept; and it complains of nothing.
   */
  desk.test = (title, body, { on = editions } = {}) => {
    for (const [what, address] of on)
      test(`${title} (${what})`, async () => {
        const one = await take(what, address);
        const before = desk.server.log.length;
        // The browser's own question, once for each page that is opened, whether there is a newer one.
        const asked = () => desk.server.log.slice(before).filter((name) => !name.endsWith('/sw.js'));
        try {
          await body(one.page, { ...one, what });
          deepEqual(one.complaints, []);
          deepEqual(asked(), []);
        } catch (failure) {
          await one.context.close();
          throw failure;
        }
        opened.set(what, one);
      });
  };
  return desk;
}

/** Leaves everything of the test before: what is open, the text, the language and the looks. */
export async function renew(page) {
  await page.mouse.move(0, 0);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme: null, ...still });
  await page.evaluate(() => {
    document.querySelector('dialog[open]')?.close();
    document.querySelector('#drop').hidden = true;
    const { shadowRoot } = document.querySelector('#editor');
    const buttons = ['#tour-card .tour-close', '#problem button', '#clear', '#notice [aria-label]'].map((each) => document.querySelector(each));
    for (const button of [...buttons, shadowRoot.querySelector('.cm-search [name=close]')]) if (button?.offsetParent) button.click();
    for (const each of document.querySelectorAll('details')) each.open = false;
    document.activeElement?.blur();
    location.hash = '#zh';
  });
  await page.waitForFunction(
    () => !document.querySelector('#empty').hidden && document.documentElement.lang === 'zh-CN' && !document.documentElement.dataset.theme,
  );
}

/** Puts the text, so many times over, on the clipboard's place: a paste event with plain text, as the browser makes it. */
export async function paste(page, text, times = 1) {
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+A');
  await page.evaluate(([plain, count]) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain.repeat(count));
    const target = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
    );
  }, [text, times]);
}

/** Drops files, given as {name, bytes} or {name, size}, on the page. */
export async function drop(page, ...files) {
  await page.evaluate(
    (list) => {
      const data = new DataTransfer();
      for (const { name, base64, size } of list) {
        const bytes = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0));
        const file = new File([bytes], name);
        if (size) Object.defineProperty(file, 'size', { value: size });
        data.items.add(file);
        if (size) Object.defineProperty(data, 'files', { value: [file] });
      }
      const event = (type) => {
        const made = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        Object.defineProperty(made, 'dataTransfer', { value: data });
        document.body.dispatchEvent(made);
      };
      event('dragenter');
      event('dragover');
      event('drop');
    },
    files.map(({ name, bytes, size }) => ({ name, size, base64: bytes ? Buffer.from(bytes).toString('base64') : '' })),
  );
}

/** Every drawn cell: where it is, what state it is in, and what is written in it. */
export function drawnCells(page) {
  return page.$$eval('#tables-list td', (cells) =>
    cells.map((cell) => ({
      table: cell.dataset.table,
      row: cell.dataset.row,
      column: cell.dataset.column,
      state: cell.dataset.state,
      text: cell.textContent,
    })),
  );
}

/** The characters that are marked as the place pointed at, and those that are selected. */
export async function pointedAt(page) {
  const marked = await page.locator('#editor .g-place').allTextContents();
  await page.locator('#editor .cm-content').focus();
  await page.waitForTimeout(30); // the editor puts its selection into the document a moment after it gets the focus
  const selected = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('#editor');
    return String(shadowRoot.getSelection ? shadowRoot.getSelection() : getSelection());
  });
  return { marked: marked.join(''), selected };
}

/** Loads one of the two samples from the empty page. */
export async function loadSample(page, which) {
  await page.click(which === 'errors' ? '#empty .samples button.primary' : '#empty .samples button:not(.primary)');
  await page.waitForSelector('#report:not([hidden]) #tables-list td');
}

export const cellAt = (row, column) => `td[data-row="${row}"][data-column="${column}"]`;

/** A module of web/src, for tests that need no browser. */
export async function moduleOf(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'web/src', path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
