// The engine behind messages. One answer for each request, in order; the client decides what is worth asking.

import { start, type Engine } from './engine';
import type { Lang } from './result';
import { sha256 } from './sha256';

export type Request =
  | { readonly id: number; readonly kind: 'start'; readonly wasm: Blob }
  | {
      readonly id: number;
      readonly kind: 'check';
      readonly input: string | ArrayBuffer;
      readonly lang: Lang;
      readonly name: string | null;
    }
  | { readonly id: number; readonly kind: 'rules'; readonly lang: Lang }
  | { readonly id: number; readonly kind: 'text'; readonly html: string };

export type Answer = { readonly id: number; readonly json: string } | { readonly id: number; readonly failure: string };

let engine: Engine | null = null;
let mark = '';

async function answer(request: Request): Promise<string> {
  if (request.kind === 'start') {
    engine = await start(await request.wasm.arrayBuffer());
    return JSON.stringify(engine.version());
  }
  if (!engine) throw new Error('not started');
  if (request.kind === 'rules') return catalogue(engine, request.lang);
  if (request.kind === 'text') return JSON.stringify(engine.textOf(request.html));
  const input = typeof request.input === 'string' ? request.input : new Uint8Array(request.input);
  return engine.check(
    input,
    request.name === null ? { lang: request.lang } : { lang: request.lang, name: request.name },
  );
}

/** The rules with their mark, which is the Chinese catalogue's in either language, and made where it holds up no page. */
function catalogue(from: Engine, lang: Lang): string {
  mark = mark || sha256(new TextEncoder().encode(from.rules('zh'))).slice(0, 8);
  return `{"mark":"${mark}","rules":${from.rules(lang)}}`;
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  let reply: Answer;
  try {
    reply = { id: data.id, json: await answer(data) };
  } catch (failure) {
    reply = { id: data.id, failure: String(failure) };
  }
  (self as unknown as Worker).postMessage(reply);
};
