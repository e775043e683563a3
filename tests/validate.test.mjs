// The validator itself: it must refuse what the schema refuses, and marks that do not cover the words they name.
import assert from 'node:assert';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const quoth = join(here, '../build/native/quoth');
const article = '🎈 Mayor Ann Lee said it on Monday.\n\n“We are ready,” Lee said. “It cost $4 million.”\n';

// What the validator says of an annotation file that `change` was done to.
function verdict(change) {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
  try {
    const annotated = spawnSync(quoth, ['annotate', '-'], {input: article, encoding: 'utf8'});
    const file = JSON.parse(annotated.stdout);
    change(file);
    writeFileSync(join(folder, 'a.quoth.json'), JSON.stringify(file));
    const validator = spawnSync(process.execPath, [join(here, 'validate.mjs'), folder], {encoding: 'utf8'});
    return {status: validator.status, said: validator.stdout};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

test('a file as it was written is valid', () => {
  const {status, said} = verdict(() => {});
  assert.equal(status, 0, said);
  assert.match(said, /^ok /);
});

test('what the schema does not allow is refused', () => {
  const {status, said} = verdict((file) => { file.document.offsetUnit = 'utf16'; });
  assert.equal(status, 1);
  assert.match(said, /^not ok .*\n +\/document\/offsetUnit must be equal to constant/);
});

test('a mark that covers other words than it names is refused', () => {
  const {status, said} = verdict((file) => { file.quotations.at(-1).content[0].start += 1; });
  assert.equal(status, 1);
  assert.match(said, /covers "/);
});

test('a mark that was lost when the text changed keeps words that are not at its place', () => {
  const {status, said} = verdict((file) => {
    const mark = file.quotations.at(-1).content[0];
    mark.exact = '“These words were taken out.”';
    mark.anchor = 'lost';
  });
  assert.equal(status, 0, said);
});

test('a folder without files is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
  const validator = spawnSync(process.execPath, [join(here, 'validate.mjs'), folder], {encoding: 'utf8'});
  rmSync(folder, {recursive: true});
  assert.equal(validator.status, 1);
});
