// What the page loads first, in kB of 1000 bytes, plain and after brotli: node scripts/first-load.mjs
// Its HTML, and the scripts, styles and .wasm that it needs to begin; extras load on demand, and the one-file edition
// gouji.html is another page.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../web/dist', import.meta.url));

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

/** The page, what it names, what those import in turn, and the module. What is imported on demand comes later. */
export function firstLoad() {
  const all = files(dist).map((path) => relative(dist, path));
  const first = new Set(['index.html', ...all.filter((file) => file.endsWith('.wasm'))]);
  for (const file of first) {
    if (!/\.(html|js)$/.test(file)) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    const named = file.endsWith('.html') ? /(?:src|href)="\.\/([^"]+)"/g : /\b(?:from|import)\s*"\.\/([^"]+)"/g;
    for (const [, name] of text.matchAll(named)) first.add(file.endsWith('.html') ? name : join(dirname(file), name));
  }
  return [...first].sort().map((file) => {
    const bytes = readFileSync(join(dist, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { file, bytes: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
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
