// The hosted page: static files for any server, under any path. `single.mjs` then makes the one-file page.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './offline/plugin';

const here = fileURLToPath(new URL('.', import.meta.url));
// Where the module's package is; another one can be named, to try the page with it.
const wasm = process.env['GOUJI_WASM_DIR'] ?? `${here}../build/wasm`;

// The first policy still lets the page fetch its module; src/client.ts adds a second one that ends all connections.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Only in what is built: the development server injects styles and reloads over a socket. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace(
          '<meta charset="utf-8" />',
          `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace(/ crossorigin/g, ''), // the files are the page's own, and file servers need not know of CORS
  },
};

/** The editor is asked for together with what opens it, not after. */
const preload: Plugin = {
  name: 'preload',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) =>
      Object.values(bundle!)
        .filter(({ name }) => name === 'desk')
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `./${fileName}` }, injectTo: 'head' as const })),
  },
};

/** The module as letters, for the page that carries it. */
const base64: Plugin = {
  name: 'base64',
  resolveId: (id) => (id === 'gouji.wasm?base64' ? `\0${id}` : null),
  load: async (id) =>
    id === '\0gouji.wasm?base64'
      ? `export default ${JSON.stringify((await readFile(`${wasm}/gouji.wasm`)).toString('base64'))};`
      : null,
};

export default defineConfig(({ mode }) => ({
  root: here,
  base: './',
  resolve: {
    alias: [
      { find: /^gouji$/, replacement: `${wasm}/gouji.mjs` },
      { find: /^gouji\.wasm(?=\?url)/, replacement: `${wasm}/gouji.wasm` },
      ...(mode === 'single'
        ? [{ find: /^\.\/(payload|offline)$/, replacement: `${here}src/$1.single.ts` }]
        : []),
    ],
  },
  server: { fs: { allow: [here, wasm, `${here}..`] } },
  worker: { format: 'iife' },
  build: {
    outDir: 'dist',
    emptyOutDir: mode !== 'single',
    target: ['es2019', 'chrome80'],
    cssTarget: 'chrome80',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    minify: 'terser', // 2 kB after brotli less than by esbuild
    terserOptions: { compress: { passes: 3 } },
    license: { fileName: 'licenses.md' }, // of what is bundled; scripts/build adds ICU's, which is in gouji.wasm
    // These only define things when loaded; what of them is not used need not come along.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !/node_modules\/@(codemirror\/language|lezer)\//.test(id) } },
    chunkSizeWarningLimit: 600,
  },
  plugins: mode === 'single' ? [base64] : [contentSecurityPolicy, preload, serviceWorker()],
}));
