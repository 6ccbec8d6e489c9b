// Writes dist/SHA256SUMS, in the form that `sha256sum --check` takes: `node web/sums.mjs`, when everything else is there.

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';

const dist = new URL('dist/', import.meta.url);
const assets = (await readdir(new URL('assets/', dist))).map((file) => `assets/${file}`);
const files = ['gouji.html', 'index.html', 'licenses.md', 'old.js', 'sw.js', ...assets].sort();
const lines = await Promise.all(
  files.map(async (file) => `${createHash('sha256').update(await readFile(new URL(file, dist))).digest('hex')}  ${file}\n`),
);
await writeFile(new URL('SHA256SUMS', dist), lines.join(''));
