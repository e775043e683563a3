// Files of every kind and encoding: the page gives the article that the command line gives.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {annotation, root, settled, withPages} from './support.mjs';

const quoth = path.join(root, 'build/native/quoth');
const pages = path.join(root, 'tests/pages');
const KINDS = {eml: 'message/rfc822', html: 'text/html', md: 'text/markdown', mhtml: 'multipart/related', txt: 'text/plain', webarchive: '', xhtml: 'application/xhtml+xml'};

let page;
withPages({}, (opened) => {
  page = opened;
});

async function dropBytes(name, type, bytes) {
  await page.evaluate(([n, t, all]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(all), (c) => c.charCodeAt(0))], n, {type: t}));
    document.getElementById('canvas').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
  }, [name, type, bytes.toString('base64')]);
  await settled(page);
}

// What is the same in every run.
const essence = (file) => {
  const {title, url, authors, published, language, text} = file.document;
  const blocks = file.blocks.map(({start, end, role, excluded, origin}) => [start, end, role, excluded ?? false, origin?.method ?? '']);
  const marks = file.quotations.map((q) => [q.type, ...q.content.map((s) => s.exact)]);
  return {title, url, authors, published, language, text, blocks, marks};
};

// The command line reads the same file from a folder of its own.
function onTheCommandLine(name, bytes) {
  const folder = fs.mkdtempSync(path.join(root, 'build', 'files-'));
  try {
    fs.writeFileSync(path.join(folder, name), bytes);
    return JSON.parse(execFileSync(quoth, ['annotate', path.join(folder, name)], {maxBuffer: 1 << 28}));
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

async function isTheSame(name, type, bytes) {
  await dropBytes(name, type, bytes);
  const here = await annotation(page);
  assert.deepEqual(essence(here), essence(onTheCommandLine(name, bytes)), name);
  assert.equal(here.document.import.name, name);
  return here;
}

for (const ending of Object.keys(KINDS)) {
  test(`a dropped .${ending} file gives the article that the command line gives`, async () => {
    const sources = fs.readdirSync(pages).map((slug) => path.join(pages, slug, `source.${ending}`)).filter((file) => fs.existsSync(file));
    assert.ok(sources.length > 0, `tests/pages has a .${ending} file`);
    for (const source of sources.slice(0, 3)) await isTheSame(`article.${ending}`, KINDS[ending], fs.readFileSync(source));
  });
}

test('a saved page chosen in the file dialogue brings its address and the day on which it was saved', async () => {
  await page.setInputFiles('#file', {name: 'old-bridge.mhtml', mimeType: 'multipart/related', buffer: fs.readFileSync(path.join(pages, 'saved-by-chromium/source.mhtml'))});
  await settled(page);
  const file = await annotation(page);
  assert.equal(file.document.url, 'https://mail.northport.example/2021/old-bridge');
  assert.equal(file.document.retrieved, '2021-05-04T08:15:00+02:00');
  assert.ok((await page.locator('main#article mark[data-kind="quotation"]').allTextContents()).includes('“We could put a hand into it,”'));
});

// Where Chromium does not follow the Encoding Standard: a character of three bytes that is cut off changes what comes next.
const LEFT_OUT = {big5: [0x8862, 0x8864, 0x88a3, 0x88a5], 'euc-jp': Array.from({length: 256}, (_, trail) => 0x8f00 + trail)};

// Every sequence of two bytes that stands for a character, and many that stand for none; not those of markup.
function everyPair(encoding) {
  const rows = [];
  for (let lead = 0x80; lead < 0x100; ++lead) {
    const row = [];
    for (let trail = 0x30; trail < 0x100; ++trail) {
      if (![0x26, 0x3c, 0x3e].includes(trail) && !LEFT_OUT[encoding]?.includes(lead * 256 + trail)) row.push(lead, trail, 0x20);
    }
    rows.push(Buffer.from([...Buffer.from('<p>'), ...row, ...Buffer.from('</p>\n')]));
  }
  return Buffer.concat(rows);
}

const ENCODINGS = ['windows-1251', 'windows-1252', 'windows-1253', 'windows-1255', 'iso-8859-2', 'iso-8859-5', 'iso-8859-15', 'koi8-r', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
for (const encoding of ENCODINGS) {
  test(`every pair of bytes of a page in ${encoding} is read as on the command line`, async () => {
    const bytes = Buffer.concat([Buffer.from(`<!doctype html><html><head><meta charset="${encoding}"><title>Pairs</title></head><body><article>`), everyPair(encoding), Buffer.from('</article></body></html>')]);
    await isTheSame('pairs.html', 'text/html', bytes);
  });
}

test('a page in an encoding that it does not declare is read as on the command line', async () => {
  const sentence = {
    shift_jis: Buffer.from('8cc382a28bb482cd8c8e976a93fa82c995c28dbd82b382ea82bd81418e7392b782cd986282b582bd8142', 'hex'),
    'windows-1251': Buffer.from('d1f2e0f0fbe920eceef1f220e7e0eaf0fbebe82c20f1eeeee1f9e8ebe020ecfdf02e', 'hex'),
  };
  for (const [encoding, bytes] of Object.entries(sentence)) {
    const file = await isTheSame(`${encoding}.txt`, 'text/plain', bytes);
    assert.equal(file.document.text, new TextDecoder(encoding).decode(bytes));
  }
});

test('subject and sender of an e-mail in encodings of their own are read as on the command line', async () => {
  const mail = (subject) => Buffer.from(`From: =?gb2312?B?wO7D9w==?= <li@example.org>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe bridge is shut, and nobody knows for how long.\r\n`);
  const subjects = {
    '=?ISO-2022-JP?B?GyRCNjYkT0pEGyhC?=\r\n =?ISO-2022-JP?B?GyRCOj8kNSRsJD8bKEI=?=': '橋は閉鎖された',
    '=?euc-kr?B?tNm4riDG87zi?=': '다리 폐쇄',
    '=?utf-8?Q?Br=C3?= =?utf-8?Q?=BCcke_zu?=': 'Brücke zu',
  };
  for (const [subject, title] of Object.entries(subjects)) {
    const file = await isTheSame('mail.eml', 'message/rfc822', mail(subject));
    assert.equal(file.document.title, title);
    assert.deepEqual(file.document.authors, ['李明']);
  }
});

test('UTF-16 with and without its mark is read as on the command line', async () => {
  const text = '“The bridge is shut,” said Mayor Karin Dahl on Monday.';
  const little = Buffer.from(text, 'utf16le');
  for (const bytes of [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), little, Buffer.from(little).swap16()]) {
    const file = await isTheSame('wide.txt', 'text/plain', bytes);
    assert.equal(file.document.text, text);
  }
});
