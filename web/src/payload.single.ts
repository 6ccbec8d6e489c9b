// The bytes of the module, carried in the single file itself as base64. No request, so no policy needs to allow one.

import base64 from 'gouji.wasm?base64';

export function payload(): Promise<Blob> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return Promise.resolve(new Blob([bytes]));
}
