// The page as `quoth serve` serves it: its address field opens pages of other sites.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {annotation, command, dist, launch, openPage, root, state} from './support.mjs';

const program = process.env.QUOTH || path.join(root, 'build/native/quoth');
let browser, site, quothServe, url;

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Boats stay</title></head><body><article><h1>Boats stay</h1>
<p>${'The council met on Monday evening to talk about the boats in the harbour. '.repeat(4)}</p><p>“We keep them,” said Karin Dahl.</p></article></body></html>`;

before(async () => {
  site = http.createServer((request, response) => {
    if (request.url === '/moved') {
      response.writeHead(302, {Location: '/story'});
      return response.end();
    }
    if (request.url !== '/story') {
      response.writeHead(404);
      return response.end();
    }
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
    response.end(PAGE);
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  quothServe = spawn(program, ['serve', '--no-open', '--page', dist, '--allow-host', `127.0.0.1:${site.address().port}`], {stdio: ['ignore', 'pipe', 'pipe']});
  url = await new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) resolve(found[0]);
    };
    quothServe.stdout.on('data', hear);
    quothServe.stderr.on('data', hear);
    quothServe.on('exit', (code) => reject(new Error(`quoth serve ended with ${code}: ${said}`)));
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  quothServe?.kill();
  site?.close();
});

test('an address is fetched by quoth serve, and its article opens', async () => {
  const context = await browser.newContext();
  const page = await openPage(context, url);
  await command(page, 'open-address', `http://127.0.0.1:${site.address().port}/moved`);
  const {open, notice} = await state(page);
  assert.equal(open, true, notice);
  const {document: article} = await annotation(page);
  assert.equal(article.url, `http://127.0.0.1:${site.address().port}/story`);
  assert.equal(article.import.method, 'address');
  assert.match(article.text, /“We keep them,” said Karin Dahl\./);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test('a page that is not there gives one sentence, and the open work stays', async () => {
  const context = await browser.newContext();
  const page = await openPage(context, url);
  await command(page, 'open-address', `http://127.0.0.1:${site.address().port}/story`);
  const before = await annotation(page);
  page.faults.length = 0;
  await command(page, 'open-address', `http://127.0.0.1:${site.address().port}/nothing`);
  const {notice, refused} = await state(page);
  assert.equal(refused, true);
  assert.match(notice, /404/);
  assert.deepEqual(await annotation(page), before);
  await context.close();
});
