// Serves a folder on this machine: node scripts/serve.mjs FOLDER [PORT]
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const folder = resolve(process.argv[2] ?? 'web/dist');
const port = Number(process.argv[3] ?? 8080);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

// The file that a request's path names, or null. normalize() of an absolute path never leads above its root.
function fileOf(url) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

// Compressed as any server on the web would send it; quickly, for it is done anew each time.
const ENCODINGS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};
const encodingFor = (request) =>
  Object.keys(ENCODINGS).find((name) => new RegExp(`\\b${name}\\b`).test(request.headers['accept-encoding'] ?? ''));

const server = createServer((request, response) => {
  const file = fileOf(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  } else if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
  } else {
    const encoding = encodingFor(request);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(encoding ? { 'Content-Encoding': encoding } : { 'Content-Length': statSync(file).size }),
      Vary: 'Accept-Encoding',
      'Cache-Control': 'no-cache', // what was just built is what is seen
    });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(file), ...(encoding ? [ENCODINGS[encoding]()] : []), response, () => {});
  }
});

server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken; choose another, as in PORT=8081 scripts/start`);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
