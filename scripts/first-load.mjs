// What the page loads first, in kB of 1000 bytes, plain and after brotli: node scripts/first-load.mjs
// Its HTML, and the scripts, styles and .wasm of web/dist; the one-file edition gouji.html is another page.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../web/dist', import.meta.url));

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

export function firstLoad() {
  return files(dist)
    .filter((path) => /\.(js|css|wasm)$/.test(path) || relative(dist, path) === 'index.html')
    .map((path) => {
      const bytes = readFileSync(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      return { file: relative(dist, path), bytes: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
    });
}

export const sum = (rows) => rows.reduce((total, row) => total + row.brotli, 0);

export function table(rows) {
  const kB = (n) => (n / 1000).toFixed(1).padStart(8);
  const bytes = rows.reduce((total, row) => total + row.bytes, 0);
  return [...rows, { file: 'first load', bytes, brotli: sum(rows) }]
    .map((row) => `  ${row.file.padEnd(36)} ${kB(row.bytes)} kB ${kB(row.brotli)} kB brotli`)
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(firstLoad()));
