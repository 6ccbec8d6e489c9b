// Working without a network: the service worker that keeps the hosted page. The single file has no need of one
// (offline.single.ts).

export type Offline = 'no' | 'ready' | 'newer'; // newer: another version is kept, for when this page is closed

/** The scope's service worker and what it keeps; null where the browser has none, as on a server without https. */
const workers = (): ServiceWorkerContainer | null => navigator.serviceWorker ?? null;

/** Begins to keep the page. To be called while it may still make connections; settles when all of it is kept. */
export async function keep(): Promise<Offline> {
  if (import.meta.env.DEV || !workers()) return 'no';
  try {
    const registration = await workers()!.register('./sw.js', { scope: './' });
    const newer = registration.waiting !== null && registration.active !== null;
    if (newer) return 'newer';
    await workers()!.ready;
    return await controlled();
  } catch {
    return 'no'; // as where storage is forbidden
  }
}

/** A page that was there before its service worker is taken over by it, and asks the server for nothing more. */
function controlled(): Promise<Offline> {
  return new Promise((resolve) => {
    if (workers()!.controller) resolve('ready');
    else workers()!.addEventListener('controllerchange', () => resolve('ready'), { once: true });
  });
}

/** Forgets the page. What is open goes on working until it is closed. */
export async function forget(): Promise<void> {
  const here = new URL('./', location.href).href;
  const registration = await workers()?.getRegistration(here);
  await registration?.unregister();
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(`gouji ${here} `)) await caches.delete(name);
}
