// How articles come in: pasted, dropped, as an annotation file; and what happens to what is none.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE, annotation, click, command, drop, openText, paste, settled, state, withPages} from './support.mjs';

let page, context;
withPages({}, (opened, its) => { [page, context] = [opened, its]; });

const texts = (selector) => page.locator(selector).allTextContents();

test('pasted text is analysed, and its marks are in the mirror', async () => {
  await paste(page, {text: ARTICLE});
  const {open, counts, saving} = await state(page);
  assert.equal(open, true);
  assert.equal(saving, 'saved');
  assert.ok(counts.quotations >= 2, `quotations: ${counts.quotations}`);
  assert.ok((await texts('main#article mark[data-kind="quotation"]')).includes('“We will keep every berth,”'));
  assert.ok((await texts('main#article mark[data-kind="cue"]')).includes('said'));
  const speaker = await page.locator('main#article mark[data-kind="quotation"]').first().getAttribute('data-speaker');
  assert.match(await page.locator(`#speakers button[data-id="${speaker}"]`).textContent(), /Karin Dahl/);
});

test('the mirror has the words of the article, all of them and in order', async () => {
  await openText(page, ARTICLE);
  const {document: article} = await annotation(page);
  const paragraphs = await page.locator('main#article').locator('h1, h2, p, li, blockquote').allTextContents();
  assert.equal(paragraphs.join('\n'), article.text.trim().replace(/\n+/g, '\n'));
});

test('a pasted web page keeps its headings, and what is not the article is excluded', async () => {
  const html = `<html><head><title>Boats – The Paper</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Boats stay</h1><p>${'The council met on Monday evening to talk about the boats in the harbour. '.repeat(4)}</p>
    <p>“We keep them,” said Karin Dahl.</p><h2>What comes next</h2><p>${'A vote on the budget follows in the winter, the council said in a letter. '.repeat(4)}</p></article>
    <footer><p>All rights reserved</p></footer></body></html>`;
  await paste(page, {text: 'Boats stay', html});
  assert.match((await texts('main#article h1')).join(), /^Boats/);
  assert.ok((await texts('main#article h2')).includes('What comes next'));
  assert.ok((await texts('main#article mark[data-kind="quotation"]')).includes('“We keep them,”'));
});

test('an excluded block is put back into the article with two clicks, and excluded again by undoing', async () => {
  const html = `<html><head><title>Boats – The Paper</title></head><body><article><h1>Boats stay in the harbour</h1>
    <p>${'The council met on Monday evening to talk about the boats in the harbour. '.repeat(4)}</p>
    <div class="related"><p>“We keep them all,” said Karin Dahl.</p></div>
    <p>${'A vote on the budget follows in the winter, the council said in a letter. '.repeat(4)}</p></article></body></html>`;
  await paste(page, {text: 'Boats stay', html});
  const words = '“We keep them all,” said Karin Dahl.';
  const blockOf = (file) => file.blocks.find(({start, end}) => file.document.text.slice(start, end) === words);
  const {excluded} = (await state(page)).counts;
  assert.equal(blockOf(await annotation(page)).excluded, true);

  await command(page, 'select-words', 'keep');
  const [x, y, width, height] = (await state(page)).places['handle.0'];
  await page.keyboard.press('Escape');
  await settled(page);
  await page.mouse.dblclick(x + width / 2 + 6, y + Math.min(height, 26) / 2);
  await settled(page);
  await click(page, 'palette.exclude-block');
  assert.ok(!blockOf(await annotation(page)).excluded);
  assert.equal((await state(page)).counts.excluded, excluded - 1);
  assert.ok((await annotation(page)).quotations.some(({content}) => content[0].exact === '“We keep them all,”'), 'what it says is found');

  for (let i = 0; i < 5 && !blockOf(await annotation(page)).excluded; ++i) {
    await page.keyboard.press('Control+z');
    await settled(page);
  }
  assert.equal(blockOf(await annotation(page)).excluded, true);
  assert.equal((await state(page)).counts.excluded, excluded);
});

test('an excluded block is put back by one click, and from the plain text; another is excluded there', async () => {
  const html = `<html><head><title>Boats – The Paper</title></head><body><article><h1>Boats stay in the harbour</h1>
    <p>${'The council met on Monday evening to talk about the boats in the harbour. '.repeat(4)}</p>
    <div class="related"><p>“We keep them all,” said Karin Dahl.</p></div>
    <p>${'A vote on the budget follows in the winter, the council said in a letter. '.repeat(4)}</p></article></body></html>`;
  await paste(page, {text: 'Boats stay', html});
  const {counts: {excluded}, places} = await state(page);
  const id = Object.keys(places).find((name) => name.startsWith('put-back.')).slice('put-back.'.length);
  await click(page, 'put-back.' + id);
  assert.equal((await state(page)).counts.excluded, excluded - 1);
  assert.ok((await annotation(page)).quotations.some(({content}) => content[0].exact === '“We keep them all,”'), 'what it says is found');

  await command(page, 'undo');
  const button = page.locator(`main#article button[data-argument="${id}"]`);
  assert.equal(await button.getAttribute('aria-label'), 'Put back: Related link');
  await command(page, 'plain-text');
  assert.ok((await button.boundingBox()).height >= 44);
  await button.click();
  await settled(page);
  assert.equal((await state(page)).counts.excluded, excluded - 1);
  await page.locator(`main#article [data-id="${id}"]`).hover();
  await button.click();
  await settled(page);
  assert.equal((await state(page)).counts.excluded, excluded);
});

test('a dropped file is opened under its name', async () => {
  await drop(page, [{name: 'harbour.txt', type: 'text/plain', text: ARTICLE}]);
  const file = await annotation(page);
  assert.equal(file.document.import.method, 'file');
  assert.equal(file.document.import.name, 'harbour.txt');
});

test('of several dropped files one is opened, and the page says so', async () => {
  await drop(page, [{name: 'a.txt', type: 'text/plain', text: ARTICLE}, {name: 'b.txt', type: 'text/plain', text: 'Other words.'}]);
  assert.match((await state(page)).notice, /Only “a\.txt” was opened/);
});

test('a chosen file in another encoding is read as what it is', async () => {
  const chooser = page.waitForEvent('filechooser');
  await click(page, 'empty.open-file');
  const russian = Buffer.from([0xcc, 0xfb, 0x20, 0xe2, 0xf1, 0xe5]);  // “Мы все” in windows-1251
  const html = Buffer.concat([Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'), russian, Buffer.from('</p></body></html>')]);
  await (await chooser).setFiles({name: 'page.html', mimeType: 'text/html', buffer: html});
  await page.waitForFunction(() => quoth.state().open);
  assert.match((await annotation(page)).document.text, /Мы все/);
});

test('an annotation file opens with its marks, by drop, by paste and by script', async () => {
  await openText(page, ARTICLE);
  const file = await annotation(page);
  const text = JSON.stringify(file);
  for (const way of [
    () => drop(page, [{name: 'work.quoth.json', type: 'application/json', text}]),
    () => paste(page, {text}),
    () => page.evaluate((a) => quoth.open({annotation: a}), file),
  ]) {
    await openText(page, 'Something else.');
    await way();
    const {quotations, claims, id} = await annotation(page);
    assert.deepEqual({quotations, claims, id}, {quotations: file.quotations, claims: file.claims, id: file.id});
  }
});

test('a damaged annotation file is refused with the place, and the open work stays', async () => {
  await openText(page, ARTICLE);
  const before = await annotation(page);
  const damaged = structuredClone(before);
  damaged.quotations[0].content[0].end = 'twelve';
  for (const text of [JSON.stringify(damaged), JSON.stringify(before).slice(0, 900), '{"formatVersion": "1.0"}', '[1, 2]']) {
    await drop(page, [{name: 'broken.quoth.json', type: 'application/json', text}]);
    const {notice, refused} = await state(page);
    assert.equal(refused, true);
    assert.match(notice, /^“broken\.quoth\.json” could not be opened\. .+ Your open article is untouched\.$/);
    assert.deepEqual(await annotation(page), before);
  }
  await drop(page, [{name: 'broken.quoth.json', type: 'application/json', text: JSON.stringify(damaged)}]);
  assert.match((await state(page)).notice, /quotations\[0\]\.content\[0\]\.end/);
  assert.equal(await page.locator('#notice').textContent(), (await state(page)).notice);
});

test('any bytes are an article', async () => {
  for (const text of ['', '\u0000\u0001', '<'.repeat(10000), '“'.repeat(1000), 'a'.repeat(1000000)]) {
    await openText(page, text);
    assert.equal((await state(page)).busy, false);
  }
});

test('the sample opens with one click', async () => {
  await click(page, 'empty.open-sample');
  const {counts, title} = await state(page);
  assert.match(title, /night ferry/);
  assert.ok(counts.quotations >= 5 && counts.speakers >= 4 && counts.claims >= 3, JSON.stringify(counts));
  assert.ok(counts.excluded >= 1);
  assert.equal(await page.title(), title + ' – Quoth');
});

test('words of an article are text in the page, never markup', async () => {
  await openText(page, '<img src=x onerror=alert(1)>\n\n“<b>Go</b>,” said <script>alert(2)</script> Smith.');
  assert.equal(await page.locator('#mirror img, #mirror script, #mirror b').count(), 0);
  assert.match(await page.locator('main#article').textContent(), /<img src=x onerror=alert\(1\)>/);
});

test('an address that is none, and a site that cannot be reached, give one sentence each', async () => {
  await command(page, 'open-address', 'not an address');
  assert.match((await state(page)).notice, /is not the address of a page/);
  page.faults.length = 0;
  await context.route('https://news.invalid/**', (route) => route.abort());
  await command(page, 'open-address', 'https://news.invalid/story');
  assert.match((await state(page)).notice, /news\.invalid does not let other pages read it\. .*paste it here/);
  page.faults.length = 0;  // the browser's own report of the failed request, which the person asked for
  await settled(page);
});
