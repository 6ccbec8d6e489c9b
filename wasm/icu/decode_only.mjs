// Blanks in ICU's converter files what only writing in their encodings needs: gouji reads GB18030 and Big5 and writes
// UTF-8. Zeros cost nothing: the linker drops them from the .wasm.
//
//   node decode_only.mjs IN OUT FILE.cnv…     (the format: ICU's source, common/ucnvmbcs.h and ucnv_bld.h)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EXTENSION_ONLY = 0x0e; // has no tables of its own, but changes to those of another file

const [from, to, ...names] = process.argv.slice(2);
for (const name of names) {
  const file = readFileSync(join(from, name));
  const u32 = (at) => file.readUInt32LE(at);
  const description = file.readUInt16LE(0); // past the header that all of ICU's data has
  if (file.toString('latin1', 12, 16) !== 'cnvt' || file[8] !== 0) throw new Error(`${name}: no little-endian converter`);
  const tables = description + u32(description);
  if (file[tables] !== 4) throw new Error(`${name}: tables of version ${file[tables]}, not 4`);
  const [offsetFromUnicode, flags] = [u32(tables + 4 * 4), u32(tables + 6 * 4)];
  // What follows the tables from Unicode, if anything, is the extension, where each direction has its part.
  const end = flags >>> 8 ? tables + (flags >>> 8) : file.length;
  if ((flags & 0xff) !== EXTENSION_ONLY) file.fill(0, tables + offsetFromUnicode, end);
  writeFileSync(join(to, name), file);
}
