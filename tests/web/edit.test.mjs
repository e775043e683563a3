// Corrections: by mouse, keyboard and mirror; undo, redo, saving a file, copying out.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import {test} from 'node:test';
import {ARTICLE, annotation, command, openText, settled, state, withPages} from './support.mjs';

let page, context;
withPages({}, async (opened, its) => {
  [page, context] = [opened, its];
  await openText(page, ARTICLE);
});

const press = async (key) => {
  await page.keyboard.press(key);
  await settled(page);
};
const reviewOf = async (id) => (await annotation(page)).quotations.find((q) => q.id === id).review.state;
// A button of the mirror, pressed as assistive technology does.
const pressButton = async (selector) => {
  await page.locator(selector).first().dispatchEvent('click');
  await settled(page);
};

test('a mark chosen in the mirror is selected, and the keys work on it; undo and redo take it back and again', async () => {
  const button = page.locator('#quotations button').first();
  const id = await button.getAttribute('data-id');
  await pressButton('#quotations button');
  assert.deepEqual((({kind, id: chosen}) => ({kind, id: chosen}))((await state(page)).selection), {kind: 'quotation', id});
  assert.equal(await page.locator(`main#article mark[data-id="${id}"]`).first().getAttribute('aria-current'), 'true');
  await press('a');
  assert.equal(await reviewOf(id), 'accepted');
  await press('Control+z');
  assert.equal(await reviewOf(id), 'suggested');
  await press('Control+y');
  assert.equal(await reviewOf(id), 'accepted');
  assert.equal((await state(page)).saving, 'saved');
});

test('a click on the words of a mark selects it', async () => {
  const {places} = await state(page);
  const [x, y] = places.article;
  // Over the column from top to bottom until a mark answers.
  let selection = {};
  for (let down = 60; down < 260 && selection.kind !== 'quotation'; down += 12) {
    await page.mouse.click(x + 120, y + down);
    await settled(page);
    selection = (await state(page)).selection;
  }
  assert.equal(selection.kind, 'quotation');
});

test('a typo is corrected by keyboard: all marks stay, the mirror and the file follow, and it is kept', async () => {
  const marksOf = async () => (await annotation(page)).quotations.map((q) => q.content.map((span) => span.exact).join(' … '));
  const before = await marksOf();
  await command(page, 'select-words', 'Dahl');
  await press('y');
  await page.keyboard.type('Dale');
  await press('Enter');
  assert.deepEqual(await marksOf(), before);
  const file = await annotation(page);
  assert.match(file.document.text, /Mayor Karin Dale/);
  assert.ok(file.speakers.some((s) => s.name === 'Karin Dale'));
  assert.ok(file.notes.some((n) => n.text === 'Corrected “Dahl” to “Dale”'));
  assert.match(await page.locator('main#article').textContent(), /Mayor Karin Dale/);
  assert.equal((await state(page)).saving, 'saved');
  await page.reload();
  await settled(page);
  assert.match((await annotation(page)).document.text, /Mayor Karin Dale/);
  assert.equal((await state(page)).counts.lost, 0);
});

test('every command is a button in the mirror, and says whether it is possible', async () => {
  const undo = page.locator('#commands button[data-command="undo"]');
  assert.equal(await undo.getAttribute('aria-disabled'), 'true');
  assert.equal(await page.getByRole('toolbar', {name: 'Commands'}).count(), 1);
  await pressButton('#quotations button');
  await pressButton('#commands button[data-command="reject"]');
  assert.equal(await undo.getAttribute('aria-disabled'), 'false');
  const rejected = (await state(page)).selection.id || (await annotation(page)).quotations[0].id;
  assert.equal(await page.locator(`main#article mark[data-kind="quotation"][data-id="${rejected}"]`).count(), 0);
  await pressButton('#commands button[data-command="undo"]');
  assert.ok(await page.locator(`main#article mark[data-kind="quotation"][data-id="${rejected}"]`).count() > 0);
});

test('a command with an argument takes it from its field', async () => {
  await page.locator('#argument-of-set-title').fill('The harbour');
  await page.locator('#argument-of-set-title').press('Enter');
  await settled(page);
  assert.equal((await state(page)).title, 'The harbour');
  assert.equal(await page.title(), 'The harbour – Quoth');
});

test('only the rows that changed are made anew, and a selection changes none', async () => {
  await page.evaluate(() => { for (const row of document.getElementById('article').children) row.seen = true; });
  const anew = () => page.evaluate(() => [...document.getElementById('article').children].filter((row) => !row.seen).length);
  await pressButton('#quotations button');
  assert.equal(await anew(), 0);
  assert.equal(await page.locator('#quotations button').first().getAttribute('aria-pressed'), 'true');
  await press('a');
  assert.equal(await anew(), 1);
  assert.equal(await page.locator('#quotations button').first().getAttribute('aria-pressed'), 'true');
});

test('Ctrl+S saves a file that opens again as it was', async () => {
  await pressButton('#quotations button');
  await press('a');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = await download;
  assert.match(file.suggestedFilename(), /\.quoth\.json$/);
  const text = await fs.readFile(await file.path(), 'utf8');
  const saved = JSON.parse(text);
  assert.deepEqual(saved, await annotation(page));
  await openText(page, 'Something else.');
  await page.evaluate((t) => quoth.open({annotation: t}), text);
  assert.deepEqual(await annotation(page), saved);
});

test('selected words are copied to the system’s clipboard', async () => {
  await command(page, 'select-words', 'a promise without a purse');
  assert.equal((await state(page)).selection.words, 'a promise without a purse');
  await page.keyboard.press('Control+c');
  await settled(page);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'a promise without a purse');
});

test('text typed and pasted goes into the field that has the keyboard, also from input methods', async () => {
  await press('Control+f');
  await page.keyboard.type('ber');
  await page.evaluate(() => navigator.clipboard.writeText('th “é”'));
  await press('Control+v');
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', {text: 'にほ', selectionStart: 2, selectionEnd: 2});
  await session.send('Input.insertText', {text: '日本'});
  await settled(page);
  await press('Control+a');
  await press('Control+c');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'berth “é”日本');
  assert.equal((await state(page)).open, true);
});
