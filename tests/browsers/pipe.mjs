// A browser driven over its debugging pipe: Chromium as old as the page's users have it is too old for Playwright.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the browser with one blank page. */
export async function drive(executable, args = []) {
  const profile = mkdtempSync(join(tmpdir(), 'gouji-browser-'));
  mkdirSync(join(profile, 'home'));
  const browser = spawn(
    executable,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--hide-scrollbars',
      '--window-size=1440,900',
      ...args,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: join(profile, 'home') } },
  );
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let buffer = '';
  browser.stdio[4].setEncoding('utf8').on('data', (chunk) => {
    const messages = (buffer + chunk).split('\0');
    buffer = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) {
      const job = waiting.get(message.id);
      waiting.delete(message.id);
      if (!job) for (const listener of listeners) listener(message);
      else if (message.error) job.reject(new Error(message.error.message));
      else job.resolve(message.result);
    }
  });
  browser.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the browser ended with ${code}`));
    waiting.clear();
  });
  browser.stdio[3].on('error', () => {}); // it is gone; whoever waits has been told
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  const { product } = await send('Browser.getVersion');
  const { targetInfos } = await send('Target.getTargets');
  const { targetId } = targetInfos.find((each) => each.type === 'page') ?? (await send('Target.createTarget', { url: 'about:blank' }));
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  const complaints = [];
  listeners.push(({ method, params }) => {
    if (method === 'Runtime.exceptionThrown') complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') complaints.push(params.entry.text);
  });
  await ask('Page.enable');
  await ask('Runtime.enable');
  await ask('Log.enable');

  /** Runs the function in the page, with arguments that are plain data. */
  const evaluate = async (run, ...values) => {
    const expression = `(${run})(${values.map((value) => JSON.stringify(value)).join(', ')})`;
    const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  return {
    version: product,
    complaints,
    evaluate,
    goto: (url) => ask('Page.navigate', { url }),
    /** Waits until the function, in the page, gives something that is true. */
    async until(run, ...values) {
      const end = Date.now() + 30_000;
      for (;;) {
        const value = await evaluate(run, ...values);
        if (value) return value;
        if (Date.now() > end) throw new Error(`not within 30 s: ${run}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill('SIGKILL');
      await gone;
      // Its children end a little later, and may write until then.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
