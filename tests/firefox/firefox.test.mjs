// The core of the page in Firefox: an article is pasted, corrected by keyboard and mouse, kept; without a network; as one file.
// What holds for every browser is in tests/web, in Chromium.
//
// Firefox without a screen draws no WebGL: run it under xvfb-run.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import puppeteer from 'puppeteer-core';
import {ARTICLE, annotation, click, command, dist, drop, openText, serve, settled, state} from '../web/support.mjs';

const executablePath = process.env.FIREFOX || '/usr/bin/firefox-esr';
const prefs = {'webgl.force-enabled': true, 'dom.events.testing.asyncClipboard': true, 'datareporting.policy.dataSubmissionEnabled': false};

let browser, server;
before(async () => {
  server = await serve();
  browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: false, env: {...process.env, LIBGL_ALWAYS_SOFTWARE: '1'}, extraPrefsFirefox: prefs,
    defaultViewport: {width: 1280, height: 800}});
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function openPage(url) {
  const page = await (await browser.createBrowserContext()).newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  await goTo(page, url);
  return page;
}

async function goTo(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => window.quoth !== undefined);
  await settled(page);
}

async function press(page, key, modifier) {
  if (modifier) await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  if (modifier) await page.keyboard.up(modifier);
  await settled(page);
}

async function leave(page) {
  assert.deepEqual(page.faults, []);
  await page.browserContext().close();
}

test('an article is pasted, corrected by keyboard and by mouse, undone and kept', async () => {
  const page = await openPage(server.url);
  await page.evaluate((text) => navigator.clipboard.write([new ClipboardItem({'text/plain': new Blob([text], {type: 'text/plain'})})]), ARTICLE);
  await press(page, 'v', 'Control');
  const {counts} = await state(page);
  assert.equal(counts.quotations, 3);
  const id = (await annotation(page)).quotations[0].id;

  await press(page, 'j');
  assert.deepEqual([(await state(page)).selection.kind, (await state(page)).selection.id], ['quotation', id]);
  await press(page, 'a');
  assert.equal((await annotation(page)).quotations[0].review.state, 'accepted');
  await press(page, 'z', 'Control');
  assert.equal((await annotation(page)).quotations[0].review.state, 'suggested');
  await press(page, 'Escape');
  await click(page, id);
  assert.equal((await state(page)).selection.id, id);
  await press(page, 'x');
  assert.equal((await annotation(page)).quotations[0].review.state, 'rejected');
  assert.equal((await state(page)).saving, 'saved');

  const before = await annotation(page);
  await goTo(page, server.url);
  assert.deepEqual(await annotation(page), before);
  await leave(page);
});

test('a file that the page saved is dropped back', async () => {
  const page = await openPage(server.url);
  await openText(page, ARTICLE);
  const file = await annotation(page);
  await command(page, 'close-article');
  await drop(page, [{name: 'a.quoth.json', type: 'application/json', text: JSON.stringify(file)}]);
  assert.deepEqual(await annotation(page), file);
  await leave(page);
});

test('after the first visit the page opens, analyses and saves without a network', async () => {
  const own = await serve();
  const page = await openPage(own.url);
  await openText(page, ARTICLE);
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  own.close();
  await goTo(page, own.url);
  assert.equal((await state(page)).title, 'The harbour stays open');
  await openText(page, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  assert.equal((await state(page)).counts.quotations, 1);
  assert.equal((await state(page)).saving, 'saved');
  await leave(page);
});

test('the single file opens without a server, analyses, saves and comes back', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quoth-single-'));
  fs.copyFileSync(path.join(dist, 'quoth.html'), path.join(folder, 'quoth.html'));
  const url = pathToFileURL(path.join(folder, 'quoth.html')).href;
  const page = await openPage(url);
  await openText(page, ARTICLE);
  assert.equal((await state(page)).counts.quotations, 3);
  await command(page, 'set-title', 'In one file');
  await goTo(page, url);
  assert.equal((await state(page)).title, 'In one file');
  await leave(page);
  fs.rmSync(folder, {recursive: true});
});
