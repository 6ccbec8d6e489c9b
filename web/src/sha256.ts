// SHA-256 (FIPS 180-4). The browser's own wants a secure context, which a server of an intranet seldom is, and a moment's
// wait, which printing does not give.

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let each = 2; found.length < count; each++) if (found.every((prime) => each % prime)) found.push(each);
  return found;
};
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const start = primes(8).map((prime) => fraction(Math.sqrt(prime)));
const rounds = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

export function sha256(bytes: Uint8Array): string {
  const blocks = (bytes.length + 72) >> 6;
  const message = new DataView(new ArrayBuffer(blocks << 6));
  new Uint8Array(message.buffer).set(bytes);
  message.setUint8(bytes.length, 0x80);
  message.setUint32((blocks << 6) - 8, Math.floor(bytes.length / 2 ** 29));
  message.setUint32((blocks << 6) - 4, bytes.length << 3);

  const hash = Int32Array.from(start);
  const words = new Int32Array(64);
  for (let block = 0; block < blocks; block++) {
    for (let at = 0; at < 16; at++) words[at] = message.getInt32((block << 6) + (at << 2));
    stir(hash, words);
  }
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** One block. It has a function of its own, and no arrays but these, so that engines soon compile it. */
function stir(hash: Int32Array, words: Int32Array): void {
  for (let at = 16; at < 64; at++) {
    const a = words[at - 15]!;
    const b = words[at - 2]!;
    const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[at] = words[at - 16]! + small + words[at - 7]! + large;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (hash[at] = hash[at]! + word));
}
