// Keeps the pages of the tablet on the device, so that they open without a network. `files` and `kept` stand before this
// (tablet-files.ts). No answer goes through here: they lie sealed in IndexedDB, and the API is asked directly.
const page = '/praca/tablet';

async function keep() {
  const cache = await caches.open(kept);
  await Promise.all(
    files.map(async (file) => {
      const answer = await fetch(file, { cache: 'reload', credentials: 'same-origin' });
      // Whoever is not signed in is led to the door: that page must not stand in the place of this one.
      if (!answer.ok || answer.redirected) throw new Error(file);
      await cache.put(file, answer);
    }),
  );
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('okienko-tablet-') && name !== kept)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || !files.includes(pathname)) return;
  const known = pathname === page ? page : event.request;
  event.respondWith(
    caches
      .open(kept)
      .then((cache) => cache.match(known))
      .then((answer) => answer ?? fetch(event.request)),
  );
});
