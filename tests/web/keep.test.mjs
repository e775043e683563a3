// No lost work: drafts, recovery, and what happens when the browser cannot keep them.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {ARTICLE, annotation, click, command, inBrowser, launchWithProfile, openPage, openText, settled, state} from './support.mjs';

const on = inBrowser();

const drafts = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open('quoth').onsuccess = ({target}) => {
    target.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = (event) => {
      target.result.close();
      resolve(event.target.result.map(({key, title}) => ({key, title})));
    };
  };
}));

test('a reload brings the last article back with its corrections', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  await command(page, 'set-title', 'A title of mine');
  const before = await annotation(page);
  await page.reload();
  await settled(page);
  assert.deepEqual(await annotation(page), before);
  assert.equal((await state(page)).saving, 'saved');
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('a browser that is killed loses nothing that was shown as saved', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'quoth-'));
  const first = await launchWithProfile(folder);
  const page = await openPage(first, on.server.url);
  await openText(page, ARTICLE);
  await command(page, 'set-title', 'Before the kill');
  assert.equal((await state(page)).saving, 'saved');
  const before = await annotation(page);
  const processes = await first.browser()?.newBrowserCDPSession().catch(() => null);
  // The browser's process and its children, as a crash ends them.
  const session = await first.newCDPSession(page);
  const closed = first.waitForEvent('close');
  session.send('Browser.crash').catch(() => {});
  await closed;
  await processes?.detach?.().catch(() => {});

  const second = await launchWithProfile(folder);
  const again = await openPage(second, on.server.url);
  assert.deepEqual(await annotation(again), before);
  await second.close();
  await fs.rm(folder, {recursive: true, force: true});
});

test('a change is written between frames, and at once when the page goes', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  await page.evaluate(async () => {
    window.requestIdleCallback = () => 0;  // a browser that is never idle
    quoth.command('set-title', 'Written when there is time');
    while (quoth.state().title !== 'Written when there is time') await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  assert.equal((await state(page)).saving, 'pending');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await settled(page);
  assert.equal((await state(page)).saving, 'saved');
  assert.equal((await drafts(page))[0].title, 'Written when there is time');
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('another article does not overwrite the one before, nor does the same file from elsewhere', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  const first = await annotation(page);
  await openText(page, 'Another article. “Yes,” said Smith.');
  assert.equal((await drafts(page)).length, 2);
  // The first again, from a file without the corrections that the draft has.
  await page.evaluate((file) => quoth.open({annotation: file}), first);
  await command(page, 'set-title', 'Corrected here');
  await openText(page, 'A third. “No,” said Smith.');
  await page.evaluate((file) => quoth.open({annotation: file}), first);
  await settled(page);
  const titles = (await drafts(page)).filter(({key}) => key.startsWith(first.id)).map(({title}) => title);
  assert.ok(titles.includes('Corrected here') && titles.includes('The harbour stays open'), titles.join());
  await context.close();
});

test('where a browser has no locks, two tabs with the same article keep both versions', async () => {
  const context = await on.browser.newContext();
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', {value: undefined}));
  const one = await openPage(context, on.server.url);
  await openText(one, ARTICLE);
  const two = await openPage(context, on.server.url);
  assert.equal((await state(two)).open, true);
  await command(one, 'set-title', 'From the first tab');
  await command(two, 'set-title', 'From the second tab');
  assert.deepEqual((await drafts(two)).map(({title}) => title).sort(), ['From the first tab', 'From the second tab']);
  await context.close();
});

test('a closed article does not come back by itself', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  await command(page, 'close-article');
  assert.equal((await state(page)).open, false);
  await page.reload();
  await settled(page);
  assert.equal((await state(page)).open, false);
  assert.equal((await drafts(page)).length, 1);
  await context.close();
});

test('settings and changed keys come back', async () => {
  const context = await on.browser.newContext();
  const page = await openPage(context, on.server.url);
  await command(page, 'set-key', 'accept Shift+Y');
  await command(page, 'larger-text');
  const {textSize} = await state(page);
  assert.ok(textSize > 18);
  await page.waitForFunction(() => new Promise((resolve) => {
    indexedDB.open('quoth').onsuccess = ({target}) => {
      target.result.transaction('choices').objectStore('choices').get('settings').onsuccess = (event) => resolve(/text-size=20/.test(JSON.stringify(event.target.result ?? '')));
    };
  }));
  await page.reload();
  await settled(page);
  assert.equal((await state(page)).textSize, textSize);
  assert.equal(await page.locator('[data-command="accept"]').getAttribute('aria-keyshortcuts'), 'Shift+Y');
  await context.close();
});

test('a browser that keeps nothing is said to keep nothing', async () => {
  const context = await on.browser.newContext();
  await context.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; });
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  assert.equal((await state(page)).saving, 'failed');
  await context.close();
});

test('a full disk is said, and the next change tries again', async () => {
  const context = await on.browser.newContext();
  await context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (window.full) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  assert.equal((await state(page)).saving, 'saved');
  await page.evaluate(() => { window.full = true; });
  await command(page, 'set-title', 'One');
  assert.equal((await state(page)).saving, 'failed');
  await page.evaluate(() => { window.full = false; });
  await command(page, 'set-title', 'Two');
  assert.equal((await state(page)).saving, 'saved');
  await context.close();
});
