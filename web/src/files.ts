// Files and the clipboard, and nothing else: what was dropped, whether it can be text at all, its bytes. The core decodes.

/** What people drop that is no text file, by the program that opens it. */
export type Foreign = 'word' | 'sheet' | 'slides' | 'pdf' | 'ofd' | 'rtf' | 'image' | 'archive';

export type Opened =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: ArrayBuffer }
  | { readonly kind: 'foreign'; readonly name: string; readonly what: Foreign }
  | { readonly kind: 'too_large'; readonly name: string; readonly size: number }
  | { readonly kind: 'unreadable'; readonly name: string };

/** The core's limit (core/gouji.h), known here so that such a file is not read at all. */
export const maxBytes = 256 * 1024 * 1024;

/** Opens a file for the core, unless it is too large or its first bytes say that it is no text. */
export async function open(file: File): Promise<Opened> {
  const name = file.name;
  if (file.size > maxBytes) return { kind: 'too_large', name, size: file.size };
  try {
    const what = foreign(name, new Uint8Array(await bytesOf(file.slice(0, 4096))));
    if (what) return { kind: 'foreign', name, what };
    return { kind: 'bytes', name, bytes: await bytesOf(file) };
  } catch {
    return { kind: 'unreadable', name };
  }
}

/** Blob.arrayBuffer is younger than the oldest browsers that people have. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}

const extensions: readonly (readonly [Foreign, string])[] = [
  ['word', 'doc docx docm dot dotx wps wpt odt uot'],
  ['sheet', 'xls xlsx xlsm et ett ods'],
  ['slides', 'ppt pptx dps odp'],
  ['pdf', 'pdf'],
  ['ofd', 'ofd'],
  ['rtf', 'rtf'],
  ['image', 'png jpg jpeg gif bmp tif tiff webp heic'],
  ['archive', 'zip rar 7z gz tar'],
];

/** First bytes that no text has, with what they are unless the name is more exact about it. */
const signatures: readonly (readonly [readonly number[], Foreign])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'], // %PDF-
  [[0x50, 0x4b, 0x03, 0x04], 'archive'], // PK: also docx, xlsx, ofd
  [[0x50, 0x4b, 0x05, 0x06], 'archive'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'word'], // OLE: doc, wps, xls, et
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'], // {\rtf
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive'],
  [[0x1f, 0x8b, 0x08], 'archive'],
];

/** Folders at the start of a zip that tell what it holds. */
const parts: readonly (readonly [string, Foreign])[] = [
  ['word/', 'word'],
  ['xl/', 'sheet'],
  ['ppt/', 'slides'],
  ['OFD.xml', 'ofd'],
  ['opendocument.text', 'word'],
  ['opendocument.spreadsheet', 'sheet'],
];

/** Content first, since names lie; a name alone counts only where the content is not plainly text. */
export function foreign(name: string, start: Uint8Array): Foreign | null {
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const named = extensions.find(([, names]) => names.split(' ').includes(extension))?.[0] ?? null;
  const bmp = start[0] === 0x42 && start[1] === 0x4d && start[6] === 0 && start[7] === 0;
  const byContent = bmp ? 'image' : signatures.find(([bytes]) => bytes.every((byte, at) => start[at] === byte))?.[1];
  if (!byContent) return named && start.indexOf(0) >= 0 && !utf16(start) ? named : null;
  if (byContent === 'archive') {
    const letters = latin(start);
    const part = parts.find(([text]) => letters.includes(text))?.[1];
    return part ?? named ?? 'archive';
  }
  return byContent === 'word' && named ? named : byContent;
}

/** Text in UTF-16 has zero bytes too, all on one side; a saved web page may well be called .doc. */
function utf16(start: Uint8Array): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true;
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  return zeros[0] === 0 || zeros[1] === 0;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
