// How fast articles are found in pages: natively, as WebAssembly, and by Mozilla's Readability with linkedom, all on the same
// pages in the same run, on one thread. Prints figures; nothing is judged.
//
//   cmake --build build/native --target quoth-bench; cmake --build build/web --target quoth-bench
//   node tests/bench/extract.mjs [--junk] [PAGE.html | FOLDER]…    without any: the pages of tests/pages
//
// --junk also counts, for Quoth and for the peer, the pages on which a line survives that is not the article's own.
// The peer is installed with npm into build/bench when it is not there.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const junk = process.argv.includes('--junk');
const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const pagesIn = (place) => (fs.statSync(place).isDirectory()
  ? fs.readdirSync(place, {recursive: true}).filter((name) => name.endsWith('.html')).sort().map((name) => path.join(place, name))
  : [place]);
const pages = (given.length > 0 ? given : [path.join(root, 'tests/pages')]).flatMap(pagesIn);

function peer() {
  const folder = path.join(root, 'build/bench');
  if (!fs.existsSync(path.join(folder, 'node_modules/@mozilla/readability'))) {
    fs.mkdirSync(folder, {recursive: true});
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '@mozilla/readability@0.6.0', 'linkedom@0.18.12'], {cwd: folder, stdio: 'inherit'});
  }
  const require = createRequire(path.join(folder, 'package.json'));
  const {Readability} = require('@mozilla/readability');
  const {parseHTML} = require('linkedom');
  return (html) => {
    try {
      return new Readability(parseHTML(html).document).parse();
    } catch {
      return null;  // it throws on some pages
    }
  };
}

function peersSpeed(read) {
  const texts = pages.map((file) => fs.readFileSync(file, 'utf8'));
  const bytes = pages.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  texts.forEach(read);
  const start = performance.now();
  let rounds = 0;
  do {
    texts.forEach(read);
    rounds += 1;
  } while (performance.now() - start < 2000);
  return bytes * rounds / 1e3 / (performance.now() - start);
}

// A line of the article's text that is one of these survives.
const JUNK = [
  ['related or read-more', /^(related|read (more|also|next)|see also|more (on|from)|recommended|also read|you may also like|don.t miss|up next)\b.{0,120}$|^\[?read[:\]]/i],
  ['caption or credit', /(getty images|\bAP photo|\breuters\)?$|photo(graph)?( by|:)|image( credit|:| source)|\b(afp|shutterstock|picture alliance)\b).{0,40}$|^(photo|image|credit|picture)s?\b ?[:/]/i],
  ['newsletter or subscription', /\b(sign up|subscribe)\b.{0,80}\b(newsletter|inbox|e-?mail|today|now|updates|podcast)|newsletter$/i],
  ['byline', /^by [A-Z][\w.'-]+( [A-Z][\w.'-]+){1,3}(,| and |$)/],
];

function linesOfPeer(read, file) {
  const article = read(fs.readFileSync(file, 'utf8'));
  if (!article) return [];
  return (article.content || '').replace(/<\/?(p|div|li|h\d|figcaption|figure|br|blockquote|section|article|td|tr|ul|ol|aside)\b[^>]*>/gi, '\n').replace(/<[^>]+>/g, '').split('\n').map((line) => line.trim());
}

const linesOfQuoth = (file) => JSON.parse(execFileSync(path.join(root, 'build/native/quoth'), ['extract', '--as', 'html', file], {maxBuffer: 1 << 28})).text.split('\n');

const native = JSON.parse(execFileSync(path.join(root, 'build/native/quoth-bench'), pages, {maxBuffer: 1 << 24}));
const wasmProgram = path.join(root, 'build/web/quoth-bench.js');
const wasm = fs.existsSync(wasmProgram) ? JSON.parse(execFileSync('node', ['--no-experimental-fetch', wasmProgram, ...pages], {maxBuffer: 1 << 24})) : null;
const read = peer();
const other = peersSpeed(read);

console.log(`${native.pages} pages, ${native.megabytes} MB of HTML; MB a second on one thread`);
console.log(`  native                   ${native.megabytesASecond.toFixed(1)}   (slowest page ${native.slowestSecondsAMegabyte.toFixed(3)} s a MB: ${path.basename(native.slowest)})`);
console.log(`  WebAssembly in Node      ${wasm ? wasm.megabytesASecond.toFixed(1) : 'not built'}`);
console.log(`  Readability + linkedom   ${other.toFixed(1)}   native is ${(native.megabytesASecond / other).toFixed(1)} times as fast${wasm ? `, WebAssembly ${(wasm.megabytesASecond / other).toFixed(1)} times` : ''}`);

if (junk) {
  console.log('\npages with a surviving line              Quoth  Readability');
  const ours = pages.map(linesOfQuoth), theirs = pages.map((file) => linesOfPeer(read, file));
  const count = (all, pattern) => all.filter((lines) => lines.some((line) => line.length < 300 && pattern.test(line))).length;
  for (const [name, pattern] of JUNK) console.log(`  ${name.padEnd(38)} ${String(count(ours, pattern)).padStart(5)}  ${String(count(theirs, pattern)).padStart(11)}`);
}
