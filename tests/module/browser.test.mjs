// The package as it is, in Chromium: in a page and in a worker, below a path, from a server that calls .wasm octet-stream,
// under a strict policy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../page/support.mjs';
import { load, root } from './support.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const CODE = `
  import init from './gouji.mjs';
  export const answer = async (text) => {
    const gouji = await init();
    return [gouji.check(text, { name: '年报.txt', lang: 'en' }), gouji.rules(), gouji.version()];
  };`;
const FILES = {
  'index.html': '<!doctype html><title>gouji</title><script type="module" src="page.js"></script>',
  'answer.js': CODE,
  'page.js': `
    import { answer } from './answer.js';
    window.inPage = answer;
    window.inWorker = (text) => new Promise((resolve, reject) => {
      const worker = new Worker('worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(text);
    });`,
  'worker.js': `
    import { answer } from './answer.js';
    onmessage = async ({ data }) => postMessage(await answer(data));`,
};

let browser;
let server;
let page;
before(async () => {
  server = createServer(async (request, response) => {
    const name = basename(request.url);
    const type = name.endsWith('.html') ? 'text/html' : /\.m?js$/.test(name) ? 'text/javascript' : 'application/octet-stream';
    const body = FILES[name] ?? (await readFile(join(root, 'build/wasm', name)).catch(() => null));
    response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  browser = await launch({ whole: false });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/a/b/index.html`);
  await page.waitForFunction('window.inWorker');
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

for (const where of ['inPage', 'inWorker'])
  test(`the same answers ${where === 'inPage' ? 'in a page' : 'in a worker'} as in Node`, async () => {
    const text = await readFile(join(root, 'tests/fixtures/faulty/balance.txt'), 'utf8');
    const answers = await page.evaluate(([name, argument]) => window[name](argument), [where, text]);
    const gouji = await load();
    assert.deepEqual(answers, [gouji.check(text, { name: '年报.txt', lang: 'en' }), gouji.rules(), gouji.version()]);
  });
