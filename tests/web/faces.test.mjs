// Letters of other scripts: their fonts come when a text needs them; what cannot be drawn can be read as text.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE, click, command, openText, settled, state, withPages} from './support.mjs';

let page, asked;
withPages({}, (opened) => {
  page = opened;
  asked = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.ttf')) asked.push(request.url().split('/').pop());
  });
});

// The dark pixels of the article's first line: boxes for missing letters are all alike, letters are not.
const firstLine = async () => {
  const {places} = await state(page);
  const [x, y, width, height] = places.article ?? [400, 60, 400, 200];
  return (await page.screenshot({clip: {x, y, width: Math.min(width, 500), height: Math.min(height, 240)}})).toString('base64');
};

test('a Latin text asks for no further font', async () => {
  await openText(page, ARTICLE);
  assert.deepEqual(asked, []);
});

test('Cyrillic and Greek letters come with their fonts, once', async () => {
  await openText(page, 'Мэр Анна Лунд сказала, что мост закрыт. «Он старый», сказала она.');
  assert.deepEqual(asked.sort(), ['NotoSans-Bold-further.ttf', 'NotoSans-Regular-further.ttf', 'NotoSerif-Bold-further.ttf', 'NotoSerif-Regular-further.ttf']);
  const russian = await firstLine();
  await openText(page, 'Юрй Энна Лунд сказала, что мост закрыт. «Он старый», сказала она.');
  assert.equal(asked.length, 4);
  assert.notEqual(await firstLine(), russian, 'other letters look otherwise');
});

test('Chinese comes with its font', async () => {
  await openText(page, '市长说：“这座桥已经关闭。”');
  assert.deepEqual(asked, ['DroidSansFallback.ttf']);
});

test('letters that the canvas cannot draw are said and shown as text', async () => {
  await openText(page, 'قال رئيس البلدية: «الجسر مغلق».');
  assert.equal((await state(page)).unsetScript, 'Arabic');
  await page.keyboard.press('Escape');
  await click(page, 'notice.script.button');
  const article = page.locator('#article');
  assert.ok(await article.evaluate((e) => e.getBoundingClientRect().left >= 0), 'the text is on the screen');
  assert.equal(await article.locator('[dir="auto"]').first().textContent(), 'قال رئيس البلدية: «الجسر مغلق».');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.ok(await article.evaluate((e) => e.getBoundingClientRect().right < 0), 'Escape brings the page back');
  await command(page, 'plain-text');
  await page.locator('#back button').click();
  await settled(page);
  assert.equal(await page.locator('body.plain').count(), 0);
});
