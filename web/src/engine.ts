// The checker itself. The only file that knows the module's API; it runs in the worker, without a DOM.

import init from 'gouji';
import type { Lang } from './result';

export interface Engine {
  /** One result as JSON text. A string is text; bytes are a file's, and the core decodes them. */
  check(input: string | Uint8Array, options: { readonly name?: string; readonly lang: Lang }): string;
  /** The text that a reader of the HTML sees. */
  textOf(html: string): string;
  /** The catalogue of rules as JSON text. */
  rules(lang: Lang): string;
  version(): string;
}

export async function start(wasm: ArrayBuffer): Promise<Engine> {
  const gouji = await init({ wasmBinary: wasm });
  return {
    check: (input, options) => gouji.check(input, options),
    textOf: (html) => gouji.textOf(html),
    rules: (lang) => gouji.rules(lang),
    version: () => gouji.version(),
  };
}
