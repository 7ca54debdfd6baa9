// Keeps the last state of the pages of a hall, for when they are opened without a network.

const KEPT = 'hall';

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const isHall = (url) => /^\/sessions\/[^/]+\/(hall|screen)$/.test(url.pathname);
const isFile = (url) => /^\/(assets|webjars)\//.test(url.pathname);

const keep = async (name, answer) => {
  if (answer.ok && !answer.redirected) {
    await (await caches.open(KEPT)).put(name, answer.clone());
  }
};

const kept = async (request, name) => {
  const answer = await (await caches.open(KEPT)).match(name);
  if (!answer) {
    return Response.error();
  }
  if (request.mode !== 'navigate') {
    return answer;
  }
  const page = (await answer.text()).replace('<html', '<html data-stale="true"');
  return new Response(page, { headers: answer.headers });
};

const answer = async (request, url) => {
  const name = isHall(url) ? url.pathname : url.pathname + url.search;
  try {
    const fresh = await fetch(request);
    await keep(name, fresh);
    return fresh;
  } catch (error) {
    // What asks again by itself is to notice that nobody answers.
    if (isHall(url) && request.mode !== 'navigate') {
      throw error;
    }
    return kept(request, name);
  }
};

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === location.origin && (isHall(url) || isFile(url))) {
    event.respondWith(answer(event.request, url));
  }
});
