/* Keeps the kiosk's page and what it is made of, and nothing else, so that it opens without network. The page
   names nobody. Whatever is asked of the interface goes to the network alone. */
const KEPT = 'homeroom-kiosk-1';
const PAGE = '/attendance/kiosk';

const keep = async (request, answer) => {
  if (answer.ok && !answer.redirected) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
};
const isPart = url => url.pathname === PAGE || url.pathname.startsWith('/jakarta.faces.resource/')
  || url.pathname.startsWith('/tenancy/') || url.pathname === '/attendance/kiosk.webmanifest';

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await clients.claim();
})()));
// The page was there before this worker and says what it is made of.
addEventListener('message', event => event.waitUntil((async () => {
  for (const part of event.data) {
    if (isPart(new URL(part, location))) await fetch(part).then(answer => keep(part, answer)).catch(() => null);
  }
})()));
addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !isPart(url)) return;
  // The page anew when there is network; its parts have versions in their addresses.
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    const kept = await cache.match(url.pathname === PAGE ? PAGE : event.request, { ignoreVary: true });
    if (kept && url.pathname !== PAGE) return kept;
    try {
      const answer = await fetch(event.request);
      // A server that stumbles must not close the door of the class.
      if (kept && answer.status >= 500) return kept;
      return await keep(url.pathname === PAGE ? PAGE : event.request, answer);
    } catch (lost) {
      if (kept) return kept;
      throw lost;
    }
  })());
});
