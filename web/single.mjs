// Makes dist/gouji.html, the same page as one file that works from file://: `node web/single.mjs`, after or before
// `vite build web`. Its scripts and styles stand in it, allowed by their hashes; its policy lets nothing out from the start.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { output } = await build({
  root: here('.'),
  configFile: here('vite.config.ts'),
  mode: 'single',
  logLevel: 'warn',
  build: { write: false, rollupOptions: { output: { inlineDynamicImports: true } } },
});
const scripts = output.filter((each) => each.type === 'chunk');
const styles = output.filter((each) => each.fileName.endsWith('.css'));
if (scripts.length !== 1 || styles.length !== 1) throw new Error('the page is no longer one script and one sheet');

// What could end the element early is escaped; in strings, which is where it stands, the two spellings mean the same.
const script = scripts[0].code
  .trim()
  .replace(/<\/(script)/gi, '<\\/$1')
  .replace(/<!--/g, '<\\!--');
const old = (await readFile(here('public/old.js'), 'utf8')).trim();
const style = String(styles[0].source).trim();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} ${hash(old)} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${hash(style)}`,
  'img-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

// Replacements are functions: code is full of `$&`, which a replacement string would take for its own.
const put = (html, what, by) => {
  if (!html.includes(what)) throw new Error(`index.html has no ${what}`);
  return html.replace(what, () => by);
};
let page = await readFile(here('index.html'), 'utf8');
page = put(
  page,
  '<meta charset="utf-8" />',
  `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
);
page = put(page, '<link rel="stylesheet" href="./styles/page.css" />', `<style>${style}</style>`);
page = put(page, '<script nomodule src="./old.js"></script>', `<script nomodule>${old}</script>`);
page = put(page, '<script type="module" src="./src/main.ts"></script>', `<script type="module">${script}</script>`);

await mkdir(here('dist'), { recursive: true });
await writeFile(here('dist/gouji.html'), page);
console.log(`web/dist/gouji.html  ${Math.round(Buffer.byteLength(page) / 1024)} kB`);
