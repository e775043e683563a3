// The table of wishes names tests that exist, one at least for each wish.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {root} from './support.mjs';

const sources = (folder, ending) => fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(ending))
  .map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8')).join('\n');

test('every wish has tests that exist', () => {
  const native = new Set([...sources('tests', '_test.cc').matchAll(/TEST(?:_[PF])?\((\w+), (\w+)\)/g)].map(([, suite, name]) => `${suite}.${name}`));
  const browser = sources('tests/web', '.test.mjs');
  const rows = fs.readFileSync(path.join(root, 'tests/web/wishes.md'), 'utf8').split('\n').filter((line) => /^\| \d+ /.test(line));
  assert.equal(rows.length, 30);
  for (const row of rows) {
    const tests = row.split('|')[4];
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name), told = [...tests.matchAll(/“([^”]+)”/g)].map(([, name]) => name);
    assert.ok(named.length + told.length > 0, row);
    for (const name of named) assert.ok(native.has(name), `${name} is no test`);
    for (const name of told) assert.ok(browser.includes(`test('${name}'`), `“${name}” is no test`);
  }
});
