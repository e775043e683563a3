// Kills the page in the middle of its work, at random moments: what it has shown as saved must be there afterwards.
// QUOTH_KILLS says how many times; half of them end the page's process, half the whole browser.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {ARTICLE, launchWithProfile, openPage, openText, serve, settled} from './support.mjs';

const KILLS = Number(process.env.QUOTH_KILLS || 8);
const LONGEST = 1000;  // ms of work before a kill

// Changes the title without a pause and reports every number that was shown as saved.
const work = (page, from) => page.evaluate(async (first) => {
  for (let i = first; ; ++i) {
    await quoth.command('set-title', `Edit ${i}`);
    const {saving, title} = quoth.state();
    if (saving === 'saved' && title === `Edit ${i}`) report(i);
  }
}, from).catch(() => {});  // it ends with the page

test(`${KILLS} kills in mid-edit lose no change that was shown as saved`, {timeout: 20 * 60000}, async () => {
  const server = await serve();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'quoth-'));
  let context = await launchWithProfile(folder);
  let acknowledged = 0, seen = 0, lost = 0, changes = 0, page;
  const start = async () => {
    page = await openPage(context, server.url);
    await page.exposeBinding('report', (source, i) => { acknowledged = i; });
    return Number((await page.evaluate(() => quoth.state().title)).match(/^Edit (\d+)$/)?.[1] ?? 0);
  };
  await start();
  await openText(page, ARTICLE.repeat(40));
  for (let kill = 0; kill < KILLS; ++kill) {
    work(page, seen + 1);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST));
    const client = await context.newCDPSession(page);
    if (kill % 2) {
      const closed = context.waitForEvent('close');
      client.send('Browser.crash').catch(() => {});
      await closed;
      context = await launchWithProfile(folder);
    } else {
      const crashed = page.waitForEvent('crash');
      client.send('Page.crash').catch(() => {});
      await crashed;
      await page.close();
    }
    changes += Math.max(0, acknowledged - seen);
    seen = await start();
    if (seen < acknowledged) {
      ++lost;
      const {open, title, saving, notice, asks} = await page.evaluate(() => quoth.state());
      console.log(`kill ${kill}: ${acknowledged} was shown as saved, ${seen} is there: ${JSON.stringify({open, title, saving, notice, asks})}`);
    }
    acknowledged = seen;
  }
  console.log(`${KILLS} kills, ${changes} acknowledged changes, lost after ${lost} of the kills`);
  await settled(page);
  await context.close();
  await fs.rm(folder, {recursive: true, force: true});
  server.close();
  assert.equal(lost, 0);
  assert.ok(changes > 0);
});
