// Without a network, with a newer version, and as one file.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {ARTICLE, annotation, click, command, dist, launch, launchWithProfile, openPage, openText, serve, settled, state} from './support.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const installed = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  return (await caches.keys()).length;
});

// A copy of the page's folder that a test can change.
function copy() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quoth-dist-'));
  fs.cpSync(dist, folder, {recursive: true});
  return folder;
}

// The same program as another version: a comment in one of its files, and its hash in the service worker.
function publish(folder, words) {
  const file = path.join(folder, 'mirror.js');
  const before = fs.readFileSync(file);
  const after = Buffer.concat([before, Buffer.from(`// ${words}\n`)]);
  const hash = async (bytes) => Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  return Promise.all([hash(before), hash(after)]).then(([old, fresh]) => {
    const worker = path.join(folder, 'service-worker.js');
    const text = fs.readFileSync(worker, 'utf8');
    assert.ok(text.includes(old));
    fs.writeFileSync(worker, text.replace(old, fresh).replace(/const VERSION = '.*?'/, `const VERSION = '${words}'`));
    fs.writeFileSync(file, after);
  });
}

test('after the first visit the page opens, analyses and saves without a network', async () => {
  const server = await serve();
  const context = await browser.newContext();
  const first = await openPage(context, server.url);
  await openText(first, ARTICLE);
  assert.equal(await installed(first), 1);
  await first.close();
  server.close();
  await context.setOffline(true);
  const page = await openPage(context, server.url);
  assert.equal((await state(page)).title, 'The harbour stays open');
  await openText(page, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  assert.equal((await state(page)).counts.quotations, 1);
  assert.equal((await state(page)).saving, 'saved');
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('a newer version waits until it is asked for, and takes over whole and with all work', async () => {
  const folder = copy();
  const server = await serve(folder);
  const context = await browser.newContext();
  const first = await openPage(context, server.url);
  await openText(first, ARTICLE);
  await installed(first);
  await first.close();
  const page = await openPage(context, server.url);
  await publish(folder, 'newer');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(() => quoth.state().asks.length > 0);
  assert.deepEqual((await state(page)).asks, ['A newer Quoth is here']);
  // Until then this version's files are served, the changed one too.
  assert.doesNotMatch(await page.evaluate(async () => (await fetch('mirror.js')).text()), /newer/);
  await command(page, 'set-title', 'Changed before the update');
  const other = await openPage(context, server.url);
  await command(page, 'update');
  await page.waitForFunction(() => /other tabs/.test(quoth.state().notice));
  await other.close();
  const reloaded = page.waitForEvent('load');
  await click(page, 'notice.update.button');
  await reloaded;
  await settled(page);
  assert.match(await page.evaluate(async () => (await fetch('mirror.js')).text()), /newer/);
  assert.equal((await state(page)).title, 'Changed before the update');
  assert.deepEqual((await state(page)).asks, []);
  await context.close();
  server.close();
  fs.rmSync(folder, {recursive: true});
});

test('a version that is half published is not taken', async () => {
  const folder = copy();
  const server = await serve(folder);
  const context = await browser.newContext();
  const page = await openPage(context, server.url);
  await installed(page);
  await page.reload();
  await settled(page);
  const mirror = fs.readFileSync(path.join(folder, 'mirror.js'));
  await publish(folder, 'newer');
  fs.writeFileSync(path.join(folder, 'mirror.js'), mirror);  // this file has not arrived yet
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(async () => {
    const {installing, waiting} = await navigator.serviceWorker.ready;
    return !installing && !waiting;
  });
  assert.deepEqual((await state(page)).asks, []);
  await page.reload();
  await settled(page);
  assert.deepEqual(page.faults, []);
  await context.close();
  server.close();
  fs.rmSync(folder, {recursive: true});
});

test('what another program shares is asked about before it replaces work or is fetched', async () => {
  const server = await serve();
  const context = await browser.newContext();
  const page = await openPage(context, server.url);
  // A text into an empty page: nothing to ask.
  await page.goto(server.url + '?' + new URLSearchParams({text: ARTICLE}));
  await settled(page);
  assert.equal((await state(page)).title, 'The harbour stays open');
  assert.equal(page.url(), server.url);
  await page.goto(server.url + '?' + new URLSearchParams({text: '“No,” said Bo Lind on Monday.'}));
  await settled(page);
  assert.equal((await state(page)).title, 'The harbour stays open');
  assert.deepEqual((await state(page)).asks, ['Open the text that was shared']);
  await click(page, 'notice.asked.close');
  assert.deepEqual((await state(page)).asks, []);
  await page.goto(server.url + '?' + new URLSearchParams({url: 'https://news.example.invalid/1'}));
  await settled(page);
  assert.deepEqual((await state(page)).asks, ['Open https://news.example.invalid/1']);
  assert.deepEqual(page.faults, []);
  await context.close();
  server.close();
});

test('?open= opens an annotation file from a site that allows it, when the person says yes', async () => {
  const server = await serve();
  const context = await browser.newContext();
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  const file = await annotation(page);
  await command(page, 'close-article');
  await context.route('https://files.example.invalid/a.quoth.json', (route) => route.fulfill({
    headers: {'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json'}, body: JSON.stringify(file)}));
  await page.goto(server.url + '?open=https://files.example.invalid/a.quoth.json');
  await settled(page);
  assert.equal((await state(page)).open, false);
  await command(page, 'confirm');
  assert.deepEqual(await annotation(page), file);
  await context.close();
  server.close();
});

test('the manifest names the icon, the files and what can be shared', async () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(dist, 'quoth.webmanifest'), 'utf8'));
  assert.ok(fs.existsSync(path.join(dist, manifest.icons[0].src)));
  assert.equal(manifest.share_target.method, 'GET');
  assert.ok(manifest.file_handlers[0].accept['application/json'].includes('.quoth.json'));
});

test('the single file opens without a server, analyses, saves and comes back', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quoth-single-'));
  fs.copyFileSync(path.join(dist, 'quoth.html'), path.join(folder, 'quoth.html'));
  const url = pathToFileURL(path.join(folder, 'quoth.html')).href;
  const context = await launchWithProfile(path.join(folder, 'profile'), {offline: true});
  const page = await openPage(context, url);
  await openText(page, ARTICLE);
  assert.equal((await state(page)).counts.quotations, 3);
  await command(page, 'set-title', 'In one file');
  assert.equal((await state(page)).saving, 'saved');
  await page.reload();
  await settled(page);
  assert.equal((await state(page)).title, 'In one file');
  const [download] = await Promise.all([page.waitForEvent('download'), command(page, 'save-file')]);
  assert.match(download.suggestedFilename(), /\.quoth\.json$/);
  assert.deepEqual(page.faults, []);
  await context.close();
  fs.rmSync(folder, {recursive: true});
});
