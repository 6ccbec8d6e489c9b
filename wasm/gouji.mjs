// The module as callers see it (gouji.d.ts says it in types). The build bundles it with what Emscripten makes of
// bindings.cpp into one file.
import createModule from 'gouji-module';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // what the core prints stays, a byte-order mark too

const NO_MEMORY = {
  zh: '内存不够，没能核对这份文件。请关掉其他页面再试，或者只留下报告的部分。',
  en: 'There is not enough memory to check this file. Close other pages and try again, or keep only the report itself.',
};

async function compile(wasmBinary) {
  if (wasmBinary) return WebAssembly.compile(wasmBinary);
  const response = await fetch(new URL('gouji.wasm', import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // Not compileStreaming(): it refuses what a server does not call application/wasm.
  return WebAssembly.compile(await response.arrayBuffer());
}

const quiet = { print() {}, printErr() {} };

function instantiate(module) {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(module, imports).then(done, reject);
      return {};
    };
    createModule({ ...quiet, instantiateWasm }).then(resolve, reject);
  });
}

// The same without waiting, which a worker and Node allow, and a page only in browsers from 2023 on.
function instantiateNow(module) {
  const engine = { ...quiet };
  engine.instantiateWasm = (imports, done) => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  };
  createModule(engine).catch(() => {});
  return engine;
}

// How many bytes the string has in UTF-8, where TextEncoder makes three of a lone surrogate.
function utf8Length(text) {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    size += unit < 0x800 ? 1 : 2;
    // A pair has four bytes: its second unit adds no more than itself.
    if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return size;
}

// Text or bytes, whatever the caller holds: {text} or {bytes}, with the size in UTF-8.
function sourceOf(input) {
  if (typeof input === 'string') return { text: input, size: utf8Length(input) };
  let bytes = new Uint8Array(0);
  if (ArrayBuffer.isView(input)) bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  else if (Object.prototype.toString.call(input) === '[object ArrayBuffer]') bytes = new Uint8Array(input);
  return { bytes, size: bytes.length };
}

// "id\0severity\0…", as bindings.cpp takes it; no rule has a name with U+0000 in it.
function packed(rules) {
  let out = '';
  for (const [id, severity] of Object.entries(rules || {}))
    if (typeof severity === 'string' && !id.includes('\0')) out += `${id}\0${severity}\0`;
  return encoder.encode(out);
}

export default async function init(options) {
  const module = await compile(options && options.wasmBinary);
  let engine = await instantiate(module);
  const limit = engine.maxBytes();

  // What `use` makes of the engine, or undefined when it came to an end, which only a lack of memory brings about: C++
  // without exceptions has no other answer to it. Such an instance is never used again; the next call makes a new one.
  function answer(use) {
    try {
      engine = engine || instantiateNow(module);
      const view = use(engine);
      const text = view && decoder.decode(view);
      engine.release();
      return text === null ? undefined : text;
    } catch (_) {
      engine = null;
      return undefined;
    }
  }

  // Copies the source into the engine's memory, without a copy of its own in between. False where there is no room.
  function give(source, room) {
    if (room === null) return false;
    if (source.bytes) room.set(source.bytes);
    else encoder.encodeInto(source.text, room);
    return true;
  }

  return {
    check(input, options) {
      const { name = '-', lang = 'zh', rules, previous } = options || {};
      const source = sourceOf(input);
      const last = previous === undefined || previous === null ? { size: -1 } : sourceOf(previous);
      const json = answer((engine) => {
        // What is over the limit stays outside: its size is all that the answer needs.
        if (source.size <= limit && !give(source, engine.input(source.size))) return null;
        if (last.size >= 0 && last.size <= limit && !give(last, engine.previous(last.size))) return null;
        return engine.check(
          source.size,
          source.text !== undefined,
          lang === 'en',
          encoder.encode(String(name)),
          packed(rules),
          last.size,
          last.text !== undefined,
        );
      });
      if (json !== undefined) return json;
      const message = NO_MEMORY[lang === 'en' ? 'en' : 'zh'];
      return JSON.stringify({
        schema: 1,
        source: { name: decoder.decode(encoder.encode(String(name))), encoding: 'UTF-8', characters: 0 },
        error: { code: 'too_large', message },
      });
    },
    textOf(html) {
      const source = sourceOf(String(html));
      if (source.size > limit) return '';
      return answer((engine) => (give(source, engine.input(source.size)) ? engine.textOf() : null)) || '';
    },
    rules: (lang) => answer((engine) => engine.rules(lang === 'en')) || '[]',
    version: () => answer((engine) => engine.version()) || '',
  };
}
