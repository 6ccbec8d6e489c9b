// Emscripten 3.1.6 would read its own .wasm by fetch() where Node has one, and that cannot read files.
globalThis.fetch = undefined;
