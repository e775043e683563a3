// Several tabs, and the list of what the browser keeps.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE, annotation, click, command, inBrowser, openPage, openText, settled, state} from './support.mjs';

const ELSEWHERE = 'This article is open in another tab';
const on = inBrowser();

const listed = (page) => page.locator('#recent li').allTextContents();
const until = async (page, saving) => {
  await page.waitForFunction((wanted) => quoth.state().saving === wanted, saving);
  await settled(page);
};

test('the second tab with an article is told so, changes nothing, and can take over', async () => {
  const context = await on.browser.newContext();
  const one = await openPage(context, on.server.url);
  await openText(one, ARTICLE);
  await command(one, 'set-title', 'From the first tab');
  const two = await openPage(context, on.server.url);
  assert.deepEqual((await state(two)).asks, [ELSEWHERE]);
  assert.equal((await state(two)).saving, 'elsewhere');
  assert.match(await two.locator('#notice').textContent(), /open in another tab/);
  await command(two, 'set-title', 'From the second tab');
  assert.equal((await state(two)).title, 'From the first tab');
  assert.equal((await state(two)).refused, true);

  // What the first tab goes on to do is what the second one takes over.
  await command(one, 'set-title', 'Later, from the first tab');
  await click(two, 'notice.elsewhere.button');
  await until(two, 'saved');
  assert.equal((await state(two)).title, 'Later, from the first tab');
  await until(one, 'elsewhere');
  await command(two, 'set-title', 'From the second tab');
  assert.equal((await state(two)).saving, 'saved');
  await command(one, 'set-title', 'Too late');
  assert.equal((await state(one)).title, 'Later, from the first tab');
  assert.deepEqual(one.faults.concat(two.faults), []);

  // When the second one is closed the first goes on, with what the second has made of it.
  await two.close();
  await until(one, 'saved');
  assert.equal((await state(one)).title, 'From the second tab');
  assert.deepEqual((await state(one)).asks, []);
  await context.close();
});

test('a tab that hangs cannot keep an article to itself', async () => {
  const context = await on.browser.newContext();
  const one = await openPage(context, on.server.url);
  await openText(one, ARTICLE);
  const two = await openPage(context, on.server.url);
  await one.evaluate(() => { quoth.settled = null; requestAnimationFrame = () => 1; });  // it never comes to rest any more
  await command(two, 'take-over');
  await until(two, 'saved');
  await command(two, 'set-title', 'It goes on here');
  assert.equal((await state(two)).saving, 'saved');
  await context.close();
});

test('a file with the id of an article that another tab has is kept beside it', async () => {
  const context = await on.browser.newContext();
  const one = await openPage(context, on.server.url);
  await openText(one, ARTICLE);
  const file = await annotation(one);
  await command(one, 'set-title', 'Corrected in the first tab');
  const two = await openPage(context, on.server.url);
  await two.evaluate((f) => quoth.open({annotation: f}), file);
  await command(two, 'set-title', 'Corrected in the second tab');
  assert.equal((await state(two)).saving, 'saved');
  const rows = await listed(two);
  assert.ok(rows.some((row) => row.startsWith('Corrected in the first tab')) && rows.some((row) => row.startsWith('Corrected in the second tab')), rows.join());
  await context.close();
});

test('recent articles are listed, opened, deleted and put back', async () => {
  const context = await on.browser.newContext();
  let page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  await openText(page, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  await command(page, 'set-title', 'Another day');
  await command(page, 'close-article');
  let rows = await listed(page);
  assert.equal(rows.length, 2);
  assert.match(rows[0], /^Another day, today, \d\d:\d\d · [\d.]+ kB/);
  // By mouse, on the empty page.
  await click(page, 'recent.2');
  assert.equal((await state(page)).title, 'The harbour stays open');
  // The one that is open is not deleted; another one is, and is put back.
  await command(page, 'delete-recent', 2);
  assert.match((await state(page)).notice, /Close it first/);
  await command(page, 'close-article');
  await click(page, 'recent.1.delete');
  rows = await listed(page);
  assert.match(rows[0], /deleted Put back/);
  await click(page, 'recent.1.restore');
  assert.match((await listed(page))[0], /^Another day, today/);
  // By the mirror's buttons alone.
  await page.locator('#recent button', {hasText: 'Delete “Another day”'}).evaluate((button) => button.click());
  await settled(page);
  assert.equal((await state(page)).places['recent.1'], undefined);
  // It stays where it was until it is really erased: by a page that starts more than a minute later.
  await page.close();
  page = await openPage(context, on.server.url);
  assert.match((await listed(page))[0], /deleted Put back/);
  await page.close();
  await context.addInitScript(() => { const now = Date.now; Date.now = () => now() + 61000; });
  page = await openPage(context, on.server.url);
  await page.reload();
  await settled(page);
  assert.deepEqual((await listed(page)).map((row) => row.split(',')[0]), ['The harbour stays open']);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('the recent articles are a command as well', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  await openText(page, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  await command(page, 'recent');
  await click(page, 'recent.2');
  assert.equal((await state(page)).title, 'The harbour stays open');
  assert.equal((await state(page)).places['recent.2'], undefined);
  // It is the one that comes back, although nothing of it was changed.
  await page.reload();
  await settled(page);
  assert.equal((await state(page)).title, 'The harbour stays open');
  await context.close();
});

test('every tab comes back with its own article', async () => {
  const context = await on.browser.newContext();
  const one = await openPage(context, on.server.url);
  await openText(one, ARTICLE);
  const two = await openPage(context, on.server.url);
  await openText(two, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  await one.reload();
  await settled(one);
  assert.equal((await state(one)).title, 'The harbour stays open');
  assert.equal((await state(one)).saving, 'saved');
  assert.deepEqual((await state(one)).asks, []);
  await context.close();
});

test('articles that an older Quoth has kept are listed', async () => {
  const context = await on.browser.newContext();
  const old = await context.newPage();
  await old.goto(on.server.url + 'icon.svg');
  await old.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('quoth', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drafts', {keyPath: 'key'}).put({key: 'urn:uuid:1', title: 'From before', savedAt: '2026-01-02T03:04:05.000Z', stamp: '1', bytes: new TextEncoder().encode('{}')});
      request.result.createObjectStore('choices');
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  }));
  const page = await openPage(context, on.server.url);
  assert.match((await listed(page))[0], /^From before, 2 January( 2026)?, \d\d:04 · 2 bytes/);
  await context.close();
});

test('a file of a newer Quoth can be looked at, not changed', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  const file = await annotation(page);
  file.formatVersion = '2.0';
  await page.evaluate((f) => quoth.open({annotation: f}), file);
  await command(page, 'set-title', 'Changed');
  assert.equal((await state(page)).title, 'The harbour stays open');
  assert.equal((await state(page)).refused, true);
  assert.ok((await state(page)).places['notice.read-only']);
  assert.equal(await page.evaluate(() => quoth.annotation().formatVersion), '2.0');  // not one of ours: nothing for tests/validate.mjs
  await page.reload();
  await settled(page);
  assert.ok((await state(page)).places['notice.read-only']);
  await context.close();
});
