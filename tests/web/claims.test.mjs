// Claims as a checker meets them: what the list shows, and a wording written by hand, with keys alone.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {annotation, ARTICLE, command, openText, settled, state, withPages} from './support.mjs';

let page;
withPages({}, async (opened) => {
  page = opened;
  await openText(page, ARTICLE);
});

test('a wording is typed, kept and taken back', async () => {
  const {id} = (await annotation(page)).claims[0];
  await command(page, 'select', id);
  await settled(page);
  await page.keyboard.press('w');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The harbour of Halvik earned 4.2 million kroner in 2024.');
  await page.keyboard.press('Enter');
  await settled(page);
  const claim = (file) => file.claims.find((c) => c.id === id);
  assert.equal(claim(await annotation(page)).normalized, 'The harbour of Halvik earned 4.2 million kroner in 2024.');
  assert.equal(claim(await annotation(page)).review.state, 'edited');
  assert.equal((await state(page)).saving, 'saved');
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.notEqual(claim(await annotation(page)).normalized, 'The harbour of Halvik earned 4.2 million kroner in 2024.');
});

test('F narrows the list to a type', async () => {
  const all = (await annotation(page)).claims;
  const one = all.find((c) => c.type === 'quantity');
  const other = all.find((c) => c.type !== 'quantity');
  await command(page, 'show-low-claims');
  await command(page, 'show-claims');
  await settled(page);
  assert.ok(one.id in (await state(page)).places);
  await page.keyboard.press('f');
  await page.keyboard.type('number');
  await page.keyboard.press('Enter');
  await settled(page);
  const {places} = await state(page);
  assert.ok(one.id in places);
  if (other) assert.ok(!(other.id in places));
});
