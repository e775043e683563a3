// A second person's file beside the open one: by a command and the browser's dialogue, by a drop, and decided with keys.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {annotation, ARTICLE, command, drop, openText, settled, state, withPages} from './support.mjs';

let page;
withPages({}, async (opened) => {
  page = opened;
  await openText(page, ARTICLE);
});

// Ben has removed the first quotation and calls the second one indirect.
async function ofBen() {
  const file = await annotation(page);
  const [gone, other] = file.quotations;
  file.quotations = file.quotations.filter((q) => q.id !== gone.id);
  file.claims = file.claims.filter((c) => c.attribution?.quotation !== gone.id);
  other.type = other.type === 'indirect' ? 'direct' : 'indirect';
  file.notes = (file.notes ?? []).filter((n) => n.target !== gone.id);
  return {gone: gone.id, other: other.id, type: other.type, name: 'ben.quoth.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file))};
}

test('a chosen file is compared, decided with keys, and undone', async () => {
  const ben = await ofBen();
  const before = await annotation(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compare with');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(ben);
  await settled(page);
  assert.equal((await state(page)).comparison.with, 'ben.quoth.json');
  const rows = () => page.$$eval('#differences button', (all) => all.map((b) => b.textContent));
  const first = await rows();
  assert.ok(first.some((row) => row.startsWith('Only in A')), first.join('\n'));
  assert.ok(first.some((row) => row.startsWith('Other type')), first.join('\n'));
  for (let left = first.length; left > 0; left -= 1) {
    await page.keyboard.press(left === first.length ? 'j' : 'b');
    await settled(page);
  }
  await page.keyboard.press('b');
  await settled(page);
  assert.deepEqual(await rows(), []);
  assert.equal(await page.textContent('#notice'), 'No differences left.');
  const after = await annotation(page);
  assert.equal(after.quotations.find((q) => q.id === ben.other).type, ben.type);
  assert.equal(after.quotations.find((q) => q.id === ben.gone).review.state, 'rejected');
  assert.equal((await state(page)).saving, 'saved');
  for (let i = 0; i < first.length; i += 1) await command(page, 'undo');
  await settled(page);
  assert.deepEqual((await annotation(page)).quotations, before.quotations);
  assert.equal((await rows()).length, first.length);
});

test('a file that is dropped on the article that it marks too is compared when the person says so', async () => {
  const ben = await ofBen();
  const {id} = await annotation(page);
  await drop(page, [{name: ben.name, type: ben.mimeType, text: ben.buffer.toString()}]);
  assert.deepEqual((await state(page)).asks, ['“ben.quoth.json” marks this article as well']);
  assert.equal((await annotation(page)).id, id);
  await command(page, 'confirm');
  await settled(page);
  assert.equal((await state(page)).comparison.with, 'ben.quoth.json');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal((await state(page)).comparison.with, '');
});

test('the marks of a file are put on the open text; a lost one is in the mirror and goes where words are selected', async () => {
  const file = await annotation(page);
  const [mark] = file.quotations;
  const lost = {...structuredClone(mark), id: 'q900'};
  lost.content.length = 1;
  lost.content[0].exact = '“Nobody has ever said these very words in this harbour, and nobody will.”';
  for (const part of ['cue', 'source']) delete lost[part];
  file.quotations.push(lost);
  const chooser = page.waitForEvent('filechooser');
  await command(page, 'put-marks');
  await (await chooser).setFiles({name: 'ben.quoth.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file))});
  await settled(page);
  const now = await annotation(page);
  assert.notEqual(now.id, file.id, 'neither article is written over');
  assert.equal(now.document.text, file.document.text);
  assert.match((await state(page)).notice, /of “ben\.quoth\.json” are on this text; 1 found no place/);
  const rows = () => page.$$eval('#lost button', (all) => all.map((b) => b.textContent));
  assert.deepEqual(await rows(), ['Quotation: ' + lost.content[0].exact]);
  assert.equal(await page.isHidden('#missing'), false);
  await command(page, 'select-words', 'harbour');
  await page.$eval('#lost button', (button) => button.click());
  await settled(page);
  assert.deepEqual(await rows(), []);
  assert.equal(await page.isHidden('#missing'), true);
  assert.equal((await annotation(page)).quotations.find((q) => q.id === 'q900').content[0].exact, 'harbour');
});
