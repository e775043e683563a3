// Keeps the page in this browser, so that it opens without a network, whole or not at all.
//
// A version is one set of files with their hashes. It is fetched and checked as a whole before any of it is used; it
// waits until no tab has the version before it, or until the only tab asks for it. A tab never gets files of two
// versions.
'use strict';

const FILES = {};  // path -> SHA-256: the build fills this in (cmake/pack-page.mjs)
const VERSION = '';

// Large, and of use for few articles: kept when it was needed once.
const WHEN_NEEDED = new Set(['fonts/DroidSansFallback.ttf']);
const OURS = 'quoth-';
const NAME = OURS + VERSION;

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// The file as this version has it. What lies in the browser's cache may be older, and is asked for again then.
async function fetched(path) {
  for (const cache of ['default', 'reload']) {
    const response = await fetch(path, {cache});
    if (!response.ok) continue;
    const bytes = await response.arrayBuffer();
    if (await hashOf(bytes) !== FILES[path]) continue;
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    return new Response(bytes, {headers});
  }
  throw new Error(`${path} is of another version`);
}

async function install() {
  const cache = await caches.open(NAME);
  for (const path of Object.keys(FILES)) {
    if (!WHEN_NEEDED.has(path)) await cache.put(path, await fetched(path));
  }
}

async function dropOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== NAME) await caches.delete(name);
  }
}

async function answer(path) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(path);
  if (kept) return kept;
  try {
    const response = await fetched(path);
    await cache.put(path, response.clone());
    return response;
  } catch {
    return Response.error();
  }
}

// A tab wants the version that waits.
async function startFor(tab) {
  const all = await clients.matchAll({type: 'window', includeUncontrolled: true});
  const others = all.filter(({id, url}) => id !== tab.id && url.startsWith(registration.scope));
  if (others.length > 0) tab.postMessage('other tabs');
  else await skipWaiting();
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(dropOlder()));
addEventListener('message', (event) => { if (event.data === 'start') event.waitUntil(startFor(event.source)); });
addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  const asked = request.url.slice(registration.scope.length).replace(/[?#].*$/s, '');
  const path = asked === '' || asked === 'index.html' ? './' : asked;
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(path));
});
