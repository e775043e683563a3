// How long a frame's own work takes, and how long it is from a paste to marks on the screen. Printed, never asserted:
//
//   node tests/web/frames.mjs
//
// The time is that of the animation frame's callback: input, layout, drawing, mirror and saving, without the browser's
// own painting. It is processor time, by the browser's trace, so that a busy machine tells nearly the same as a quiet one;
// the time from text to marks is by the clock.
import {launch, openPage, openText, serve, settled, state} from './support.mjs';

const NAMES = ['Karin Dahl', 'Tomas Berg', 'Liv Aasen', 'Mads Eriksen'];
const paragraph = (i) => `“We counted ${i} boats in the harbour,” said ${NAMES[i % NAMES.length]}. The council paid ${i} kroner for the pier, and the work took a summer longer than the plan of ${1900 + (i % 120)} had it; nobody asked why.`;
const article = (words) => Array.from({length: Math.ceil(words / 39)}, (_, i) => paragraph(i)).join('\n\n');

const server = await serve();
const browser = await launch();
const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2).padStart(7);

for (const words of [2000, 200000]) {
  for (const deviceScaleFactor of [1, 2]) {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}, deviceScaleFactor});
    const page = await openPage(context, server.url);
    await openText(page, article(words));
    const {counts} = await state(page);
    const measure = async (what, act) => {
      await browser.startTracing(page, {categories: ['devtools.timeline']});
      for (let i = 0; i < 40; ++i) {
        await act(i);
        await settled(page);
      }
      const {traceEvents} = JSON.parse(await browser.stopTracing());
      const times = traceEvents.filter((e) => e.name === 'FireAnimationFrame' && e.tdur !== undefined).map((e) => e.tdur / 1000).sort((a, b) => a - b);
      console.log(`${String(words).padStart(7)} words, ${String(counts.quotations).padStart(5)} quotations, ratio ${deviceScaleFactor}, ${what.padEnd(22)} median ${part(times, 0.5)} ms, p95 ${part(times, 0.95)} ms, ${times.length} frames`);
    };
    await page.mouse.move(600, 400);
    await measure('scrolling', () => page.mouse.wheel(0, 120));
    await measure('the pointer over text', (i) => page.mouse.move(400 + i * 10, 200 + i * 8));
    await measure('from mark to mark', () => page.keyboard.press('j'));
    await measure('moving the cursor', () => page.keyboard.press('ArrowRight'));
    await measure('accepting', () => page.keyboard.press('a').then(() => page.keyboard.press('j')));
    await context.close();
  }
}

const context = await browser.newContext({viewport: {width: 1280, height: 800}});
const page = await openPage(context, server.url);
const times = [];
for (let i = 0; i < 15; ++i) {
  times.push(await page.evaluate(async (text) => {
    const before = quoth.state().id;
    const from = performance.now();
    quoth.open({text});
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = quoth.state();
      if (now.id !== before && now.counts.quotations > 0) return performance.now() - from;
    }
  }, article(800) + ` Number ${i}.`));
}
times.sort((a, b) => a - b);
console.log(`from text to marks, 800 words: median ${part(times, 0.5)} ms, p95 ${part(times, 0.95)} ms`);
await browser.close();
server.close();
