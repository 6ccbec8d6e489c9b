// Firefox ESR, as Debian has it, driven by Marionette: JSON over TCP, each message after its length.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../page/support.mjs';
import { editions, smoke } from './smoke.mjs';
import { leftOut } from './support.mjs';

const executable = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path));

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

/** Waits for what the function gives, trying again until it gives something. */
async function patiently(attempt, what) {
  for (let tries = 0; tries < 1200; tries++) {
    const value = await attempt();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`not within 30 s: ${what}`);
}

async function drive() {
  const profile = mkdtempSync(join(tmpdir(), 'gouji-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n'); // any that is free
  const browser = spawn(executable, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  const port = await patiently(() => {
    const file = join(profile, 'MarionetteActivePort');
    return existsSync(file) && Number(readFileSync(file, 'utf8'));
  }, 'Firefox');
  const socket = connect(port, '127.0.0.1');
  let buffer = Buffer.alloc(0);
  let last = 0;
  const waiting = new Map();
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.toString('latin1', 0, Math.max(colon, 0)));
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.toString('utf8', colon + 1, colon + 1 + length));
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  });
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      const message = Buffer.from(JSON.stringify([0, last, method, params]));
      socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
  await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  const evaluate = async (run, ...args) => {
    const script = `return (${run})(...arguments)`;
    return (await send('WebDriver:ExecuteScript', { script, args, newSandbox: false, sandbox: null })).value;
  };
  return {
    evaluate,
    goto: (url) => send('WebDriver:Navigate', { url }),
    until: (run, ...args) => patiently(() => evaluate(run, ...args), String(run)),
    async close() {
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      socket.destroy();
      browser.kill('SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const skip = !executable && leftOut('Firefox, which is not installed');
let page; // one browser for both editions: to start it takes longer than they do
after(() => page?.close());
for (const [what, address] of editions)
  test(`Firefox pastes, draws, and shows a finding (${what})`, { skip }, async () => {
    page ??= await drive();
    await smoke(page, address(server));
  });
