// A text of 200,000 words, and one of 50,000: the page stays alive while it is analysed, shows how far it is, and can stop.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ARTICLE, annotation, command, inBrowser, openPage, openText, settled, state} from './support.mjs';

const on = inBrowser();

const NAMES = ['Karin Dahl', 'Tomas Berg', 'Liv Aasen', 'Mads Eriksen'];
const sentence = (i) => `“We counted ${i} boats in the harbour,” said ${NAMES[i % NAMES.length]}. The council paid ${i} kroner for the pier, she added, and nobody asked why.`;
const long = (words) => Array.from({length: Math.ceil(words / 24)}, (_, i) => sentence(i)).join('\n\n');

test('the analysis of a long text can be stopped, and what was open stays', async () => {
  const context = await on.browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await openPage(context, on.server.url);
  await openText(page, ARTICLE);
  const before = await annotation(page);
  const progress = await page.evaluate(async (text) => {
    const opened = quoth.open({text});
    const alive = [];
    // Until the worker tells of progress: the page answers all the while.
    while (!quoth.state().busy || quoth.state().progress === 0) {
      alive.push(performance.now());
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!quoth.state().busy && alive.length > 20) break;
    }
    const seen = quoth.state();
    await quoth.command('cancel');
    await opened;
    return seen;
  }, long(200000));
  assert.equal(progress.busy, true);
  assert.ok(progress.progress > 0 && progress.progress < 1000, `progress ${progress.progress}`);
  const now = await state(page);
  assert.equal(now.busy, false);
  assert.deepEqual(await annotation(page), before);
  // The next one is analysed by a new worker.
  await openText(page, 'Another. “Yes,” said Smith.');
  assert.equal((await state(page)).counts.quotations, 1);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('a long text opens, and saves', async () => {
  const context = await on.browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await openPage(context, on.server.url);
  await openText(page, long(50000));
  const {counts, saving} = await state(page);
  assert.ok(counts.quotations > 2000, `quotations: ${counts.quotations}`);
  assert.equal(saving, 'saved');
  assert.equal(await page.locator('main#article > p').count(), counts.blocks);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 5000);
  await settled(page);
  assert.deepEqual(page.faults, []);
  await context.close();
});
