// What the tests of the module share: the module itself, and every report that the project has.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared/reports');

export async function load() {
  const { default: init } = await import(join(root, 'build/wasm/gouji.mjs'));
  return init({ wasmBinary: await readFile(join(root, 'build/wasm/gouji.wasm')) });
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    });
}

/** Fixtures of the project and the shared reports, by their names from the project's root on. */
export function reports() {
  const found = files(join(root, 'tests/fixtures')).filter((path) => basename(path) !== 'README.md');
  if (existsSync(shared)) found.push(...files(shared).filter((path) => path.endsWith('.txt')));
  else console.log('left out: the reports of ../shared, which is not there');
  return found.map((path) => relative(root, path));
}

const run = promisify(execFile);

/** What the native build prints of a file, a line of JSON with its end. */
export async function native(path, lang) {
  const args = ['check', '--format', 'ndjson', '--lang', lang, path];
  try {
    return (await run('build/native/gouji', args, { cwd: root, maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    if (error.code === 1 || error.code === 2) return error.stdout; // findings, or no report: results all the same
    throw error;
  }
}

/** Bytes that look like noise, the same for the same seed. */
export function noise(size, seed) {
  const bytes = new Uint8Array(size);
  let state = seed >>> 0;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
