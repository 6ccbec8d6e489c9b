// The package from what the build made, with its licences: node wasm/package.mjs OBJ OUT ICU_LICENCE
//   →  OUT/{gouji.mjs,gouji.wasm,gouji.d.ts,LICENSE,LICENSE.icu,package.json}
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const [obj, out, icuLicence] = process.argv.slice(2);
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8'));

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, 'gouji.mjs')],
  outfile: join(out, 'gouji.mjs'),
  alias: { 'gouji-module': join(process.cwd(), obj, 'gouji_module.mjs') },
  bundle: true,
  format: 'esm',
  target: 'es2019', // Chromium 78 and what lags behind it
  supported: { 'import-meta': true },
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: `// gouji ${version}: made from wasm/gouji.mjs and wasm/bindings.cpp` },
  logLevel: 'warning',
});
copyFileSync(join(obj, 'gouji_module.wasm'), join(out, 'gouji.wasm'));
copyFileSync(join(here, 'gouji.d.ts'), join(out, 'gouji.d.ts'));
copyFileSync(join(here, '../LICENSE'), join(out, 'LICENSE'));
copyFileSync(icuLicence, join(out, 'LICENSE.icu'));
const manifest = {
  name: 'gouji',
  version,
  type: 'module',
  main: './gouji.mjs',
  types: './gouji.d.ts',
  exports: { '.': { types: './gouji.d.ts', default: './gouji.mjs' }, './gouji.wasm': './gouji.wasm' },
  sideEffects: false,
};
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
