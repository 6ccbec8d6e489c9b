// The bytes of the module, fetched by the page while it may still fetch: the hosted page's way. The single file has its
// own (payload.single.ts). The server may call them what it likes; only the bytes count.

import url from 'gouji.wasm?url';

export async function payload(): Promise<Blob> {
  const response = await fetch(new URL(url, document.baseURI).href);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.blob();
}
