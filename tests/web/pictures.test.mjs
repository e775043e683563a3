// Pictures for eyes, in tests/web/results: the page with the sample, wide and narrow, light and dark. They are looked
// at, not compared. With QUOTH_PICTURE=1 the one in the README is made anew: web/picture.jpg.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {click, command, launch, openPage, results, root, serve, settled, state} from './support.mjs';

let server, browser;
before(async () => {
  await fs.mkdir(results, {recursive: true});
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

const WINDOWS = {wide: {width: 1280, height: 800}, narrow: {width: 390, height: 844}};

for (const [name, viewport] of Object.entries(WINDOWS)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`pictures, ${name} and ${colorScheme}`, async () => {
      const touch = name === 'narrow';
      const context = await browser.newContext({viewport, colorScheme, hasTouch: touch, isMobile: touch, deviceScaleFactor: touch ? 2 : 1});
      const page = await openPage(context, server.url);
      const picture = (what) => page.screenshot({path: path.join(results, `${name}-${colorScheme}-${what}.png`)});
      await picture('empty');
      await command(page, 'open-sample');
      await picture('article');
      await page.locator('#quotations button').first().dispatchEvent('click');
      await settled(page);
      await picture('selected');
      for (const [what, open] of [['review', 'show-review'], ['figures', 'show-figures'], ['commands', 'commands']]) {
        await command(page, open);
        await picture(what);
      }
      assert.equal((await state(page)).open, true);
      assert.deepEqual(page.faults, []);
      await context.close();
    });
  }
}

test('the picture in the README', {skip: !process.env.QUOTH_PICTURE}, async () => {
  const context = await browser.newContext({viewport: WINDOWS.wide, colorScheme: 'light'});
  const page = await openPage(context, server.url);
  await click(page, 'empty.open-sample');
  await click(page, 'steps.never');
  await page.locator('#quotations button').first().dispatchEvent('click');
  await settled(page);
  const file = path.join(root, 'web/picture.jpg');
  await page.screenshot({path: file, type: 'jpeg', quality: 82});
  assert.ok((await fs.stat(file)).size < 200000);
  await context.close();
});
