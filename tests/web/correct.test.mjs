// A whole correction: an article that nobody has seen is pasted, five mistakes are planted in what was found, and a
// person puts them right: with the keyboard alone, with the mouse alone, and the core of it with fingers.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import {test} from 'node:test';
import {annotation, command, inBrowser, openPage, paste, settled, state} from './support.mjs';

const TEXT = `The Riverside council put off its flood wall for the second time on Tuesday, after engineers warned that the ground under Mill Lane moves more than anybody had thought.

“We cannot build nine metres of concrete on sand,” said council leader Margaret Oduya. “If we do it wrong, we do it twice.”

Peter Lindqvist, who runs a bakery on Mill Lane, disagreed. “Every winter they find another reason,” said Peter Lindqvist.

Margaret Oduya insisted that a smaller wall could stand by next summer.

“That is a promise I have heard before,” Peter Lindqvist replied.
`;
const WRONG_SPEAKER = '“We cannot build';
const TOO_LONG = 'that the ground';
const MISSING = 'that a smaller wall could stand by next summer';
const FALSE = 'who runs a bakery on Mill Lane';
const OTHER_NAME = '“That is a promise';
const CLAIM = 'put off its flood wall for the second time';

const on = inBrowser();

const wordsOf = (mark) => (mark.content ?? mark.spans).map((span) => span.exact).join(' … ');
const find = (file, beginning) => file.quotations.find((q) => wordsOf(q).startsWith(beginning));
const named = (file, name) => file.speakers.find((s) => s.name === name);

// The annotation with the five mistakes, and what a person must arrive at.
function plant(file) {
  const right = structuredClone(file);
  const planted = structuredClone(file);
  const [oduya, lindqvist] = [named(file, 'Margaret Oduya'), named(file, 'Peter Lindqvist')];
  assert.ok(oduya && lindqvist, 'both speakers are found: ' + JSON.stringify(file.speakers.map((s) => s.name)));
  find(planted, WRONG_SPEAKER).speaker = lindqvist.id;
  const long = find(planted, TOO_LONG).content[0];
  long.start -= 'warned '.length;
  long.exact = 'warned ' + long.exact;
  long.prefix = undefined;
  assert.ok(find(planted, MISSING), 'the indirect quotation is found, so that it can be taken away');
  planted.quotations = planted.quotations.filter((q) => wordsOf(q) !== MISSING);
  const at = [...TEXT].join('').indexOf(FALSE);
  planted.quotations.push({...structuredClone(planted.quotations[0]), id: 'q90', type: 'indirect', speaker: lindqvist.id, cue: [], source: [],
    content: [{start: [...TEXT.slice(0, at)].length, end: [...TEXT.slice(0, at + FALSE.length)].length, exact: FALSE}]});
  planted.quotations.sort((a, b) => a.content[0].start - b.content[0].start);
  planted.speakers.push({...structuredClone(lindqvist), id: 's90', name: 'Mr Lindqvist', aliases: []});
  find(planted, OTHER_NAME).speaker = 's90';
  planted.claims = planted.claims.filter((c) => c.attribution?.quotation !== find(file, MISSING).id && c.attribution?.quotation !== find(file, WRONG_SPEAKER).id);
  return {planted, right};
}

// Who says what, without what was rejected: what has to be right in the end.
function whoSaysWhat(file) {
  const name = (id) => file.speakers.find((s) => s.id === id)?.name;
  return file.quotations.filter((q) => q.review.state !== 'rejected').map((q) => `${name(q.speaker)} (${q.type}): ${wordsOf(q)}`);
}

async function opened(options) {
  const context = await on.browser.newContext({viewport: {width: 1280, height: 800}, permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true, ...options});
  const page = await openPage(context, on.server.url);
  await paste(page, {text: TEXT});
  const {planted, right} = plant(await annotation(page));
  await paste(page, {text: JSON.stringify(planted)});
  assert.equal((await state(page)).refused, false, (await state(page)).notice);
  assert.notDeepEqual(whoSaysWhat(await annotation(page)), whoSaysWhat(right));
  return {context, page, right};
}

const numberOf = async (page, name) => (await annotation(page)).speakers.findIndex((s) => s.name === name) + 1;
const idOf = async (page, beginning) => find(await annotation(page), beginning).id;

async function checkResult(page, right, download) {
  const saved = JSON.parse(await fs.readFile(await (await download).path(), 'utf8'));
  assert.deepEqual(whoSaysWhat(saved), whoSaysWhat(right));
  assert.ok(saved.claims.some((c) => wordsOf(c) === CLAIM), 'the claim was added');
  assert.deepEqual(saved.speakers.map((s) => s.name), right.speakers.map((s) => s.name));
  assert.equal((await state(page)).saving, 'saved');
  return saved;
}

test('with the keyboard alone', async () => {
  const {context, page, right} = await opened();
  await page.evaluate(() => {
    window.pointerEvents = 0;
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'click', 'wheel']) {
      addEventListener(kind, () => { window.pointerEvents += 1; }, true);
    }
  });
  let presses = 0;
  const press = async (...keys) => {
    for (const key of keys) {
      presses += key.split('+').length;  // every key that goes down, Shift and Control too
      await page.keyboard.press(key);
      await settled(page);
    }
  };
  const type = async (words) => {
    presses += words.length;
    await page.keyboard.type(words);
    await settled(page);
  };
  // From mark to mark until it is this one.
  const goTo = async (beginning) => {
    const id = await idOf(page, beginning);
    for (let i = 0; i < 30 && (await state(page)).selection.id !== id; ++i) await press('j');
    assert.equal((await state(page)).selection.id, id);
  };
  const select = async (words) => {
    await press('Control+f');
    await type(words);
    await press('Escape');
    assert.equal((await state(page)).selection.words, words);
  };

  await goTo('warned that the ground');
  await press('Shift+Period');
  await goTo(WRONG_SPEAKER);
  await press(String(await numberOf(page, 'Margaret Oduya')));
  await goTo(FALSE);
  await press('x');
  await goTo(OTHER_NAME);
  await press('Shift+m', String(await numberOf(page, 'Peter Lindqvist')));
  await select('that a sm');
  for (let i = 0; i < 7; ++i) await press('Control+Shift+ArrowRight');
  await press(String(await numberOf(page, 'Margaret Oduya')));
  await select('insisted');
  await press('u');
  await select('put off');
  for (let i = 0; i < 7; ++i) await press('Control+Shift+ArrowRight');
  await press('c');
  const download = page.waitForEvent('download');
  await press('Control+s');

  const saved = await checkResult(page, right, download);
  assert.deepEqual(find(saved, MISSING).cue.map((span) => span.exact), ['insisted']);
  assert.equal(await page.evaluate(() => window.pointerEvents), 0);
  assert.deepEqual(page.faults, []);
  console.log(`# key presses for five corrections, a claim and an export: ${presses}`);
  assert.ok(presses < 150, `${presses} key presses`);
  await context.close();
});

// Where words stand on the canvas, asked of a second page that shows the same: the first one is left to the pointer.
async function places(context, page) {
  const other = await openPage(context, on.server.url);
  const file = await annotation(page);
  await other.evaluate((f) => quoth.open({annotation: f}), file);
  return async (words) => {
    await command(other, 'select-words', words);
    const {places: at} = await state(other);
    const middle = ([x, y, width, height]) => ({x: x + width / 2, y: y + Math.min(height, 26) / 2});
    return {begin: middle(at['handle.0']), end: middle(at['handle.1'])};
  };
}

test('with the mouse alone', async () => {
  const {context, page, right} = await opened();
  const place = await places(context, page);
  await page.bringToFront();
  let actions = 0;
  const place0 = async (id) => {
    const at = (await state(page)).places[id];
    assert.ok(at, `there is no “${id}” on the canvas`);
    return {x: at[0] + at[2] / 2, y: at[1] + at[3] / 2, left: at[0], top: at[1]};
  };
  const click = async (at) => {
    actions += 1;
    await page.mouse.click(at.x, at.y);
    await settled(page);
  };
  const drag = async (from, to) => {
    actions += 1;
    await page.mouse.move(from.x, from.y);
    await settled(page);
    await page.mouse.down();
    await settled(page);
    for (const part of [0.3, 0.7, 1]) {
      await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      await settled(page);
    }
    await page.mouse.up();
    await settled(page);
  };
  const press = async (id) => click(await place0(id));
  const inside = async (words) => {
    const {begin} = await place(words);
    return {x: begin.x + 12, y: begin.y};
  };

  // One word too long: its first edge is dragged over the word.
  await click(await inside('warned that the ground'));
  await drag((await place('warned')).begin, (await place('that the ground')).begin);
  // The wrong speaker: another one is chosen in the inspector.
  await click(await inside(WRONG_SPEAKER));
  await press('picker.speaker');
  await press('pick.' + named(right, 'Margaret Oduya').id);
  // No quotation: rejected.
  await click(await inside(FALSE));
  await press('button.reject');
  // One person with two names: one is dragged onto the other.
  const [from, to] = [await place0('speaker.s90'), await place0('speaker.' + named(right, 'Peter Lindqvist').id)];
  await drag({x: from.left + 80, y: from.y}, {x: to.left + 80, y: to.y});
  // A quotation that was not found: its words are selected, and the speaker pressed in the palette.
  const missing = await place(MISSING);
  await drag(missing.begin, missing.end);
  await press('palette.' + named(right, 'Margaret Oduya').id);
  // A claim.
  const claim = await place(CLAIM);
  await drag(claim.begin, claim.end);
  await press('palette.mark-claim');
  const download = page.waitForEvent('download');
  await press('button.export');

  await checkResult(page, right, download);
  console.log(`# clicks and drags for five corrections, a claim and an export: ${actions}`);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('the core of it with fingers', async () => {
  const {context, page, right} = await opened({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 2});
  const session = await context.newCDPSession(page);
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', {type, touchPoints: points.map(({x, y}, id) => ({x, y, id}))});
  const at = async (id) => {
    const place = (await state(page)).places[id];
    assert.ok(place, `there is no “${id}” on the canvas`);
    return {x: place[0] + place[2] / 2, y: place[1] + place[3] / 2, width: place[2], height: place[3]};
  };
  const tap = async (point) => {
    await touch('touchStart', point);
    await touch('touchEnd');
    await settled(page);
  };
  const hold = async (point) => {
    await touch('touchStart', point);
    await page.waitForFunction(() => quoth.state().selection.words !== '');
    await touch('touchEnd');
    await settled(page);
  };
  const pull = async (from, to) => {
    await touch('touchStart', from);
    for (const part of [0.3, 0.7, 1]) {
      await touch('touchMove', {x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part});
      await settled(page);
    }
    await touch('touchEnd');
    await settled(page);
  };

  // No quotation: tapped in the list, rejected below.
  await tap(await at('tab.quotations'));
  await tap(await at('q90'));
  const reject = await at('button.reject');
  assert.ok(reject.height >= 44 && reject.width >= 44, 'a target for a finger');
  await tap(reject);
  assert.equal((await annotation(page)).quotations.find((q) => q.id === 'q90').review.state, 'rejected');
  // The wrong speaker.
  await tap(await at('button.all'));
  await tap(await at(await idOf(page, WRONG_SPEAKER)));
  await tap(await at('picker.speaker'));
  await tap(await at('pick.' + named(right, 'Margaret Oduya').id));
  assert.equal(find(await annotation(page), WRONG_SPEAKER).speaker, named(right, 'Margaret Oduya').id);
  // A claim: a long press selects a word, its handle is pulled along the line, the bar at the foot makes a claim of it.
  await tap(await at('tab.article'));
  const mark = (await state(page)).places['text.' + await idOf(page, WRONG_SPEAKER)];
  await hold({x: mark[0] + 40, y: mark[1] + 13});
  const word = (await state(page)).selection.words;
  assert.match(word, /^[\p{L}]+$/u);
  const handle = await at('handle.1');
  assert.ok(handle.width >= 44 && handle.height >= 44, 'a target for a finger');
  await pull({x: handle.x, y: handle.y + 6}, {x: handle.x + 90, y: handle.y + 6});
  const words = (await state(page)).selection.words;
  assert.ok(words.startsWith(word + ' '), words);
  await tap(await at('palette.mark-claim'));
  assert.ok((await annotation(page)).claims.some((c) => wordsOf(c) === words));
  assert.deepEqual(page.faults, []);
  await context.close();
});
