// node pack-page.mjs DIST WEB FILE…: the last step of the page's build.
//
//   DIST/service-worker.js   with the hashes of the page's files
//   DIST/quoth.html          all of the page in one file, which opens without a server
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';

const [dist, web, ...files] = process.argv.slice(2);
const bytesOf = (name) => fs.readFileSync(path.join(dist, name));
const textOf = (name) => fs.readFileSync(path.join(dist, name), 'utf8');
const sha256 = (data, encoding) => createHash('sha256').update(data).digest(encoding);

// Exactly once: a page that was changed without this script is a fault here, not in a browser.
function replaceOnce(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`pack-page.mjs: “${from}” is there ${parts.length - 1} times, not once`);
  return parts.join(to);
}

// --- The service worker ------------------------------------------------------------------------------

const hashes = Object.fromEntries(files.filter((name) => name !== 'service-worker.js')
  .map((name) => [name === 'index.html' ? './' : name, sha256(bytesOf(name), 'hex')]).sort());
let worker = fs.readFileSync(path.join(web, 'service-worker.js'), 'utf8');
worker = replaceOnce(worker, 'const FILES = {};', `const FILES = ${JSON.stringify(hashes)};`);
worker = replaceOnce(worker, "const VERSION = '';", `const VERSION = '${sha256(JSON.stringify(hashes) + worker, 'hex').slice(0, 16)}';`);
fs.writeFileSync(path.join(dist, 'service-worker.js'), worker);

// --- The single file -----------------------------------------------------------------------------------

const scripts = [], styles = [];
const inScript = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const hashed = (text, list) => {
  list.push(`'sha256-${sha256(text, 'base64')}'`);
  return text;
};
const block = (name, bytes) => `<script type="text/plain" id="file-${name}">${gzipSync(bytes, {level: 9}).toString('base64')}</script>\n`;

const analysis = inScript(textOf('analysis.js')) + '\n' + replaceOnce(textOf('worker.js'), "importScripts('analysis.js');\n", '');
// The East Asian face is as large as all the rest; without it the page says so.
const blocks = files.filter((name) => name.endsWith('.ttf') && !name.includes('DroidSans')).map((name) => block(name, bytesOf(name))).join('') +
  block('app.wasm', bytesOf('app.wasm')) + block('analysis.wasm', bytesOf('analysis.wasm')) + block('worker.js', Buffer.from(analysis));

let page = textOf('index.html');
page = page.replace(/<link rel="manifest"[^>]*>\n/, '');
page = replaceOnce(page, 'href="icon.svg"', `href="data:image/svg+xml;base64,${bytesOf('icon.svg').toString('base64')}"`);
page = replaceOnce(page, '<link rel="stylesheet" href="style.css">', `<style>${hashed(textOf('style.css'), styles)}</style>`);
page = page.replace(/<script src="([^"]+)"><\/script>/g, (whole, name) => `<script>${hashed(inScript(textOf(name)), scripts)}</script>`);
const first = page.indexOf('<script>');
page = page.slice(0, first) + blocks + `<script>${hashed(fs.readFileSync(path.join(web, 'packed.js'), 'utf8'), scripts)}</script>\n` + page.slice(first);
const policy = `default-src 'none'; script-src ${scripts.join(' ')} 'wasm-unsafe-eval'; style-src ${styles.join(' ')}; connect-src https:; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`;
page = page.replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (whole, start) => start + policy);
fs.writeFileSync(path.join(dist, 'quoth.html'), page);
