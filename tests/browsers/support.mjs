// What the tests in other browsers share. Their packages are large and for x64 only: what is not there is left out, and said.

import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { root } from '../page/support.mjs';

const require = createRequire(import.meta.url);

/** The reason for which a test is skipped, said in a line of its own for scripts/test to repeat. */
export function leftOut(what) {
  console.log(`left out: ${what}`);
  return what;
}

export async function optional(name) {
  try {
    require.resolve(name);
  } catch {
    return null;
  }
  return import(name);
}

/** A file of one of the packages, or null. */
export function fileOf(name, file) {
  const path = join(root, 'tests/browsers/node_modules', name, file);
  return process.arch === 'x64' && existsSync(path) ? path : null;
}

/** The browser that the package holds compressed, unpacked once to build/browsers; null where the package is not there. */
export async function unpacked(name, as) {
  const packed = fileOf(name, 'bin/chromium.br');
  if (!packed) return null;
  const path = join(root, 'build/browsers', as);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const part = `${path}.${process.pid}`;
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
    chmodSync(part, 0o755);
    renameSync(part, path);
  }
  return path;
}
