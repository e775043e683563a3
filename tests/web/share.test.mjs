// Links, versions, and all articles as one archive.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {after, before, test} from 'node:test';
import {execFileSync} from 'node:child_process';
import {ARTICLE, annotation, click, command, launch, openPage, openText, paste, serve, settled, state} from './support.mjs';

let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

const freshContext = () => browser.newContext({permissions: ['clipboard-read', 'clipboard-write']});
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const listed = (page) => page.locator('#recent li').allTextContents();

async function sharedLink(scope) {
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  await command(page, 'assign-speaker', 'Karin Dahl');
  await command(page, 'set-title', 'Berths');
  await command(page, 'share');
  await click(page, 'share.' + scope);
  const link = await copied(page);
  const file = await annotation(page);
  const {notice} = await state(page);
  await context.close();
  return {link, file, notice};
}

test('a link with the text opens elsewhere as the same article, and leaves the address bar', async () => {
  const {link, file, notice} = await sharedLink('text');
  assert.ok(link.startsWith(server.url + '#q1='));
  assert.match(notice, new RegExp(`^The link is copied: ${link.length} characters, `));
  const context = await freshContext();
  const page = await openPage(context, link.replace(/#.*/, ''));
  await page.goto(link);
  await settled(page);
  assert.deepEqual((await annotation(page)).quotations, file.quotations);
  assert.equal((await annotation(page)).document.text, file.document.text);
  assert.equal(page.url(), server.url);
  assert.equal((await state(page)).saving, 'saved');
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('a link asks before it takes the place of an open article, and a damaged one is refused', async () => {
  const {link} = await sharedLink('text');
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await openText(page, 'Another day\n\n“Yes,” said Ann Smith on Monday.');
  const before = await annotation(page);
  await page.goto(link);
  await settled(page);
  assert.deepEqual((await state(page)).asks, ['Open “Berths” from the link']);
  await command(page, 'decline');
  assert.deepEqual(await annotation(page), before);
  await page.goto(link);
  await settled(page);
  await click(page, 'notice.asked.button');
  assert.equal((await state(page)).title, 'Berths');
  assert.equal((await listed(page)).length, 2);
  await page.goto(link.slice(0, -9));
  await settled(page);
  assert.match((await state(page)).notice, /^The link could not be opened: .*untouched\.$/);
  assert.equal((await state(page)).title, 'Berths');
  await context.close();
});

test('a link without the text waits for it', async () => {
  const {link, file} = await sharedLink('marks');
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await page.goto(link);
  await settled(page);
  assert.deepEqual((await state(page)).asks, ['Marks on “Berths” wait for their text']);
  await paste(page, {text: ARTICLE});
  assert.deepEqual((await state(page)).asks, []);
  assert.deepEqual((await annotation(page)).quotations.map(({id, speaker}) => [id, speaker]), file.quotations.map(({id, speaker}) => [id, speaker]));
  assert.equal((await state(page)).counts.lost, 0);
  await context.close();
});

test('a link without the text is put on the article that is open, where it fits', async () => {
  const {link, file} = await sharedLink('speakers');
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  await page.goto(link);
  await settled(page);
  assert.deepEqual((await state(page)).asks, ['Open the shared marks on this article']);
  await command(page, 'confirm');
  assert.equal((await state(page)).counts.quotations, 0);
  assert.equal((await state(page)).counts.claims, file.claims.length);
  await context.close();
});

test('a pasted link opens', async () => {
  const {link} = await sharedLink('text');
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await paste(page, {text: link});
  assert.equal((await state(page)).title, 'Berths');
  await context.close();
});

test('where the system has a sheet for sharing, a link goes there', async () => {
  const context = await freshContext();
  await context.addInitScript(() => { navigator.share = async (what) => { window.given = what; }; });
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  await command(page, 'share');
  await click(page, 'send.marks');
  const given = await page.evaluate(() => window.given);
  assert.equal(given.title, 'The harbour stays open');
  assert.ok(given.url.startsWith(server.url + '#q1='));
  await context.close();
});

test('an older version comes back, and what it replaced is a version too', async () => {
  const context = await freshContext();
  await context.addInitScript(() => {  // five minutes pass with every look at the clock
    let passed = 0;
    const now = Date.now;
    Date.now = () => now() + (passed += 300001);
  });
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  const first = await annotation(page);
  await command(page, 'set-title', 'Second');
  await command(page, 'set-title', 'Third');
  await command(page, 'versions');
  await click(page, 'version.2');
  assert.equal((await state(page)).title, 'The harbour stays open');
  assert.deepEqual((await annotation(page)).quotations, first.quotations);
  assert.equal((await state(page)).saving, 'saved');
  await command(page, 'restore-version');
  await command(page, 'restore-version', 1);
  assert.equal((await state(page)).title, 'Third');
  await page.reload();
  await settled(page);
  assert.equal((await state(page)).title, 'Third');
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('all articles are saved as one archive that other programs open', async () => {
  const context = await freshContext();
  const page = await openPage(context, server.url);
  await openText(page, ARTICLE);
  const file = await annotation(page);
  await openText(page, 'Żółw i chleb\n\n“Yes,” said Ann Smith on Monday.');
  await command(page, 'recent');
  const [download] = await Promise.all([page.waitForEvent('download'), click(page, 'recent.export')]);
  assert.match(download.suggestedFilename(), /^quoth-\d{4}-\d\d-\d\d\.zip$/);
  const archive = await download.path();
  const listing = execFileSync('python3', ['-c', `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(len(z.namelist()))
sys.stdout.write(z.read('the-harbour-stays-open.quoth.json').decode())
`, archive], {encoding: 'utf8'});
  assert.equal(listing.split('\n')[0], '2');
  assert.deepEqual(JSON.parse(listing.slice(listing.indexOf('\n'))), file);
  assert.ok(fs.statSync(archive).size > 0);
  await context.close();
});
