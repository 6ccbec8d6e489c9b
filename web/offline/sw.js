// The service worker: it keeps everything that the page is made of, extras included, so that the page opens and works with
// the network cut. It keeps nothing else, and answers nothing but requests for those files. The build fills in the names.

const files = FILES;
const mine = `gouji ${self.registration.scope} `;
const name = mine + VERSION;

self.addEventListener('install', (event) => {
  // What has a hash in its name may come from the browser's own cache; the page itself is asked for anew.
  const wanted = files.map((file) => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'no-cache' }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(wanted)));
});

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((each) => each.startsWith(mine) && each !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((each) => caches.delete(each))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(request, { ignoreSearch: request.mode === 'navigate' }))
      .then((kept) => kept || fetch(request)),
  );
});
