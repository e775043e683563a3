// How long an article takes from its text to the finished annotation file in the page's own worker, in Chromium, and how long
// `compromise` (npm) takes for the same texts in the same browser: it tags words and finds what stands between quotation marks. Prints figures; nothing is judged.
//
//   ./build-wasm.sh; npm ci --prefix tests
//   node tests/bench/attribution.mjs [ARTICLES.jsonl | FOLDER]    lines with a "text"; without any: tests/corpus/test, without its marks
//
// The peer is installed with npm into build/bench when it is not there.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {launch, root, serve} from '../web/support.mjs';

const given = process.argv[2] ?? path.join(root, 'tests/corpus/test');
const WORDS = 800;

const withoutMarks = (marked) => marked.slice(marked.indexOf('\n---\n') + 5).replace(/\{[^|{}]*\| ?/g, '').replaceAll('}', '');
const lines = (file) => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
const texts = fs.statSync(given).isDirectory()
  ? fs.readdirSync(given).filter((name) => name.endsWith('.quotes.txt')).sort().map((name) => withoutMarks(fs.readFileSync(path.join(given, name), 'utf8')))
  : lines(given).map((line) => JSON.parse(line).text);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);

function peer() {
  const folder = path.join(root, 'build/bench');
  const file = path.join(folder, 'node_modules/compromise/builds/compromise.js');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(folder, {recursive: true});
    if (!fs.existsSync(path.join(folder, 'package.json'))) fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', 'compromise@14.17.0'], {cwd: folder, stdio: 'inherit'});
  }
  return file;
}

// In the browser: milliseconds of the fastest of some rounds over all texts, a text at a time.
async function timeBoth({texts, rounds}) {
  const worker = new Worker('worker.js');
  worker.postMessage({program: undefined});
  const annotate = (text) => new Promise((resolve, reject) => {
    worker.onmessage = ({data}) => {
      if (data.bytes) resolve(data.bytes);
      else if (!('progress' in data)) reject(new Error(data.failed ?? 'the analysis stopped'));
    };
    const bytes = new TextEncoder().encode(text);
    worker.postMessage({job: 1, bytes, input: {kind: 'text', charset: 'utf-8', url: '', name: '', method: 'paste'}}, [bytes.buffer]);
  });
  const fastest = async (each) => {
    let best = Infinity;
    for (let round = 0; round < rounds; ++round) {
      const start = performance.now();
      for (const text of texts) await each(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  for (const text of texts) await annotate(text);  // warm
  return {ours: await fastest(annotate), theirs: await fastest((text) => { window.nlp(text).quotations().out('array'); })};
}

const peerScript = peer();
const server = await serve();
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(server.url + 'style.css');  // the page's origin without its policy, which forbids scripts of others
  await page.addScriptTag({path: peerScript});
  const {ours, theirs} = await page.evaluate(timeBoth, {texts, rounds: 5});
  const each = (ms) => (ms * WORDS / words).toFixed(1);
  console.log(`${texts.length} texts, ${words} words; ms for ${WORDS} words, the fastest of 5 rounds, in Chromium ${browser.version()}`);
  console.log(`  Quoth, text to annotation file   ${each(ours)}`);
  console.log(`  compromise, nlp + quotations     ${each(theirs)}   Quoth is ${(theirs / ours).toFixed(1)} times as fast`);
} finally {
  await browser.close();
  server.close();
}
