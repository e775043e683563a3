// What the tests of the page share: a static server, a browser, and a page with Quoth on it.
//
// Everything is found through the page's DOM mirror and window.quoth.state(), moved by real mouse and keyboard events,
// and waited for with window.quoth.settled(): never for a time.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {after, afterEach, before, beforeEach} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const dist = process.env.QUOTH_DIST || path.join(root, 'dist');
export const results = path.join(here, 'results');

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

export const launch = () => chromium.launch({executablePath, args: FLAGS});
// A browser with its own folder, so that it can be killed and started again.
export const launchWithProfile = (folder, options = {}) => chromium.launchPersistentContext(folder, {executablePath, args: FLAGS, ...options});

const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.svg': 'image/svg+xml', '.ttf': 'font/ttf'};

// Serves dist/ as any static host does.
export async function serve(folder = dist) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.split('?')[0]);
    const file = path.join(folder, name === '/' ? 'index.html' : name);
    if (!file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404);
      return response.end();
    }
    response.writeHead(200, {'Content-Type': TYPES[path.extname(file)] || 'application/octet-stream', 'Cache-Control': 'no-store'});
    // A folder that a test removes may still be asked for by a service worker.
    fs.createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()};
}

// A tab with Quoth, ready. Keeps what must never happen: errors, breaches of the security policy, requests to elsewhere.
export async function openPage(context, url) {
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) page.faults.push('request to ' + request.url());
  });
  await page.goto(url);
  await settled(page);
  return page;
}

// A server and a browser for the tests of one file: there from the first test to the last.
export function inBrowser() {
  const on = {server: null, browser: null};
  before(async () => {
    on.server = await serve();
    on.browser = await launch();
  });
  after(async () => {
    await on.browser?.close();
    on.server?.close();
  });
  return on;
}

// And for each test a page of its own, which it must leave without a fault. `prepare` is given the page and its context.
export function withPages(options, prepare) {
  const on = inBrowser();
  let context, page;
  beforeEach(async () => {
    context = await on.browser.newContext({viewport: {width: 1280, height: 800}, permissions: ['clipboard-read', 'clipboard-write'], ...options});
    page = await openPage(context, on.server.url);
    await prepare(page, context);
  });
  afterEach(async () => {
    assert.deepEqual(page.faults, [], 'errors, breaches of the security policy, or requests to elsewhere');
    await context.close();
  });
}

export const settled = (page) => page.evaluate(() => quoth.settled());
export const state = (page) => page.evaluate(() => quoth.state());
// Where QUOTH_WRITTEN names a folder, what the page gives stays there, for tests/validate.mjs to judge.
let written = 0;
export async function annotation(page) {
  const file = await page.evaluate(() => quoth.annotation());
  const folder = process.env.QUOTH_WRITTEN;
  if (file && folder) fs.writeFileSync(path.join(folder, `page-${process.pid}-${++written}.quoth.json`), JSON.stringify(file));
  return file;
}
export const command = (page, name, argument) => page.evaluate(([n, a]) => quoth.command(n, a), [name, argument]);
export const openText = (page, text) => page.evaluate((t) => quoth.open({text: t}), text);

// Fills the system's clipboard and presses Ctrl+V on the canvas.
export async function paste(page, {text, html}) {
  await page.evaluate(async ({text: plain, html: rich}) => {
    const parts = {'text/plain': new Blob([plain], {type: 'text/plain'})};
    if (rich) parts['text/html'] = new Blob([rich], {type: 'text/html'});
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  }, {text, html});
  await page.keyboard.press('Control+v');
  await settled(page);
}

// Drops files onto the page.
export async function drop(page, files) {
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const {name, type, text} of dropped) transfer.items.add(new File([text], name, {type}));
    document.getElementById('canvas').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
  }, files);
  await settled(page);
}

// A mouse click in the middle of a place of state().places.
export async function click(page, id) {
  const place = (await state(page)).places[id];
  if (!place) throw new Error(`there is no place “${id}” on the canvas`);
  const [x, y, width, height] = place;
  await page.mouse.click(x + width / 2, y + height / 2);
  await settled(page);
}

export const ARTICLE = `The harbour stays open

“We will keep every berth,” said Mayor Karin Dahl on Monday. “Nobody has to sell a boat.”

The harbour earned 4.2 million kroner last year, she said.

Tomas Berg, who leads the opposition, called the plan “a promise without a purse”.
`;
