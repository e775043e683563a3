// Holds annotation files to assets/schema/quoth.schema.json, with ajv, which is not ours: one line a file.
//
//   node tests/validate.mjs FOLDER|FILE…
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const schema = JSON.parse(readFileSync(new URL('../assets/schema/quoth.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
addFormats(ajv);
const valid = ajv.compile(schema);

function* filesIn(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

// What a schema cannot say: every span names the characters that it covers, in code points. A span that was lost when the
// text changed keeps the words that it had; they are not at its place any more.
function spanFaults(file) {
  const characters = Array.from(file.document.text);
  const faults = [];
  const visit = (value, path) => {
    if (value === null || typeof value !== 'object') return;
    if (Number.isInteger(value.start) && typeof value.exact === 'string' && value.anchor !== 'lost') {
      const covered = characters.slice(value.start, value.end).join('');
      if (covered !== value.exact) faults.push(`${path}: covers "${covered}", says "${value.exact}"`);
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(file, '$');
  if (file.document.textLength !== characters.length) faults.push(`$.document.textLength: the text has ${characters.length}`);
  return faults;
}

let checked = 0;
let bad = 0;
for (const file of process.argv.slice(2).flatMap((path) => [...filesIn(path)])) {
  if (!file.endsWith('.json')) continue;
  ++checked;
  let faults;
  try {
    const annotation = JSON.parse(readFileSync(file, 'utf8'));
    faults = valid(annotation) ? spanFaults(annotation) : valid.errors.map((error) => `${error.instancePath || '$'} ${error.message}`);
  } catch (error) {
    faults = [error.message];
  }
  if (faults.length) ++bad;
  console.log(`${faults.length ? 'not ok' : 'ok'} ${file}${faults.slice(0, 5).map((fault) => `\n  ${fault}`).join('')}`);
}
if (checked === 0) console.log('not ok there is no annotation file to check');
process.exitCode = bad || checked === 0 ? 1 : 0;
