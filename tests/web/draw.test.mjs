// The canvas: sharp at every pixel ratio, quiet while nothing happens, alive after a lost context, light and dark,
// by mouse and by touch.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE, command, inBrowser, openPage, openText, settled, state} from './support.mjs';

const on = inBrowser();

async function withPage(options, use) {
  const context = await on.browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await openPage(context, on.server.url);
  await use(page, context);
  assert.deepEqual(page.faults, []);
  await context.close();
}

// The pixels of the canvas as the browser shows them: how many colours, and the share of the commonest.
async function look(page) {
  const png = await page.screenshot();
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], {type: 'image/png'}));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const counts = new Map();
    const {data} = context.getImageData(0, 0, image.width, image.height);
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      counts.set(colour, (counts.get(colour) || 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1])[0];
    const bright = (((most[0] >> 16) & 255) + ((most[0] >> 8) & 255) + (most[0] & 255)) / 3;
    return {colours: counts.size, share: most[1] / (image.width * image.height), bright, width: image.width};
  }, [...png]);
}

for (const ratio of [1, 1.5, 2]) {
  test(`at ${ratio} device pixels per pixel the canvas has one pixel for each`, () => withPage({deviceScaleFactor: ratio}, async (page) => {
    await openText(page, ARTICLE);
    const size = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(size, [1280 * ratio, 800 * ratio]);
    assert.equal((await look(page)).width, 1280 * ratio);
    assert.ok((await look(page)).colours > 20, 'letters have soft edges');
  }));
}

test('a window that changes its size is drawn at once at its new size', () => withPage({}, async (page) => {
  await openText(page, ARTICLE);
  await page.setViewportSize({width: 390, height: 844});
  await page.waitForFunction(() => document.getElementById('canvas').width === 390);
  await settled(page);
  assert.ok((await look(page)).colours > 20);
}));

test('nothing is drawn while nothing happens', () => withPage({}, async (page) => {
  await openText(page, ARTICLE);
  const {frames} = await state(page);
  const asked = await page.evaluate(() => new Promise((resolve) => {
    let count = 0;
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (...args) => {
      count += 1;
      return ask(...args);
    };
    setTimeout(() => resolve(count), 1000);  // the one wait for a time: that nothing happens has no other sign
  }));
  assert.equal(asked, 0);
  assert.equal((await state(page)).frames, frames);
}));

test('a hidden page draws nothing, and still opens and saves what arrives', () => withPage({}, async (page) => {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', {get: () => window.isAway ?? false});
    window.isAway = true;
  });
  const {frames} = await state(page);
  await openText(page, ARTICLE);
  const now = await state(page);
  assert.equal(now.frames, frames);
  assert.equal(now.open, true);
  assert.equal(now.saving, 'saved');
}));

test('a lost context comes back with its letters', () => withPage({}, async (page) => {
  await openText(page, ARTICLE);
  const before = await look(page);
  await page.evaluate(() => new Promise((resolve) => {
    const canvas = document.getElementById('canvas');
    const loss = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext()), {once: true});
    canvas.addEventListener('webglcontextrestored', () => resolve(), {once: true});
    loss.loseContext();
  }));
  await settled(page);
  const after = await look(page);
  assert.equal(after.colours, before.colours);
  assert.equal(after.share, before.share);
  await command(page, 'undo');
  page.faults.length = 0;  // Chromium reports the loss itself
}));

test('dark follows the system, also while the page is open', () => withPage({colorScheme: 'light'}, async (page) => {
  await openText(page, ARTICLE);
  assert.ok((await look(page)).bright > 200);
  await page.emulateMedia({colorScheme: 'dark'});
  await settled(page);
  assert.ok((await look(page)).bright < 60);
}));

test('forced colours and the wish for contrast give the theme with most contrast', () => withPage({forcedColors: 'active'}, async (page) => {
  await openText(page, ARTICLE);
  assert.equal((await look(page)).bright, 255);
}));

const LONG = Array.from({length: 60}, (_, i) => `Paragraph ${i} tells at some length of the boats that lay in the harbour in that winter.`).join('\n\n');

test('the wheel scrolls', () => withPage({}, async (page) => {
  await openText(page, LONG);
  const before = await page.screenshot();
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 300);
  await settled(page);
  assert.ok(!before.equals(await page.screenshot()));
}));

test('one finger scrolls, a tap clicks, two fingers change the size of the text', () => withPage({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 2}, async (page, context) => {
  await openText(page, LONG);
  const session = await context.newCDPSession(page);
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', {type, touchPoints: points.map(([x, y], id) => ({x, y, id}))});
  const before = await page.screenshot();
  await touch('touchStart', [200, 600]);
  for (let y = 600; y >= 300; y -= 30) await touch('touchMove', [200, y]);
  await touch('touchEnd');
  await settled(page);
  assert.ok(!before.equals(await page.screenshot()), 'scrolled');

  const {textSize} = await state(page);
  await touch('touchStart', [150, 400], [230, 400]);
  for (let i = 1; i <= 5; ++i) await touch('touchMove', [150 - i * 8, 400], [230 + i * 8, 400]);
  await touch('touchEnd');
  await settled(page);
  assert.ok((await state(page)).textSize > textSize, 'larger');
}));

test('a browser without WebGL 2 is told so in words', async () => {
  const context = await on.browser.newContext();
  await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  const page = await context.newPage();
  await page.goto(on.server.url);
  assert.match(await page.getByRole('alert').textContent(), /WebGL 2/);
  await context.close();
});
