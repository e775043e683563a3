// For everybody: what axe-core finds in the page's DOM, great magnification, a keyboard on
// the screen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {ARTICLE, click, command, inBrowser, openPage, openText, settled, state} from './support.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const on = inBrowser();

async function withPage(options, use) {
  const context = await on.browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await openPage(context, on.server.url);
  await use(page, context);
  assert.deepEqual(page.faults, []);
  await context.close();
}

// What axe finds serious or critical, in one line each.
async function serious(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes[0].html}`);
}

const STATES = {
  empty: async () => {},
  article: (page) => openText(page, ARTICLE),
  selected: async (page) => {
    await openText(page, ARTICLE);
    await page.locator('#quotations button').first().dispatchEvent('click');
    await settled(page);
  },
  ...Object.fromEntries(['show-review', 'show-figures', 'share', 'help', 'commands', 'history', 'plain-text'].map((name) => [name, async (page) => {
    await openText(page, ARTICLE);
    await command(page, name);
  }])),
};
for (const [name, reach] of Object.entries(STATES)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing serious: ${name}, ${colorScheme}`, () => withPage({colorScheme}, async (page) => {
      await reach(page);
      assert.deepEqual(await serious(page), []);
    }));
  }
}

test('a screen reader is told where a quotation begins, and who speaks', () => withPage({}, async (page) => {
  await openText(page, ARTICLE);
  const said = await page.locator('#article mark[data-kind="quotation"]').first().evaluate((mark) => getComputedStyle(mark, '::before').content);
  assert.match(said, /\[" "Karin Dahl, direct" ": |\[Karin Dahl, direct: /);
  assert.doesNotMatch(await page.locator('main#article').textContent(), /Karin Dahl, direct/);
}));

test('at 400 % every part can be reached', () => withPage({viewport: {width: 320, height: 200}, deviceScaleFactor: 4}, async (page) => {
  await openText(page, ARTICLE);
  const {places} = await state(page);
  assert.ok(places.article[2] === 320 && places.article[3] >= 80, `the article has ${places.article[2]} by ${places.article[3]}`);
  for (const tab of ['tab.speakers', 'tab.quotations', 'tab.claims', 'tab.review', 'tab.article']) await click(page, tab);
  await click(page, 'button.more');
  assert.ok((await state(page)).places['menu.show-figures'] || (await state(page)).places['menu.open-file']);
}));

test('a keyboard on the screen does not cover the field', () => withPage({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}, async (page) => {
  await openText(page, ARTICLE);
  await command(page, 'search', 'boat');
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', {value: 500, configurable: true});
    visualViewport.dispatchEvent(new Event('resize'));
  });
  // The canvas has its new size before a frame is drawn at that size.
  await page.waitForFunction(() => {
    const [, top, , height] = quoth.state().places['tab.article'];
    return top + height === 500;
  });
  const [, y, , height] = (await state(page)).places['field.search'];
  assert.ok(y + height <= 500);
}));
