// Writes dist/sw.js: the service worker with the names of what was built, and a version that is their contents' hash.

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const template = fileURLToPath(new URL('sw.js', import.meta.url));

export function serviceWorker(): Plugin {
  let dist = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      dist = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const assets = (await readdir(`${dist}/assets`)).sort().map((file) => `assets/${file}`);
      const hash = createHash('sha256');
      for (const file of ['index.html', ...assets]) hash.update(file).update(await readFile(`${dist}/${file}`));
      const text = (await readFile(template, 'utf8'))
        .replace('FILES', () => JSON.stringify(['./', 'index.html', ...assets]))
        .replace('VERSION', () => JSON.stringify(hash.digest('hex').slice(0, 16)));
      await writeFile(`${dist}/sw.js`, text);
    },
  };
}
