// Copies files of assets/ for the page: tables of rules without their comments and their examples, which only the tests read; others as they are.
//
//   node lean-tables.mjs ASSETS OUT FILE…    files relative to ASSETS
import fs from 'node:fs';
import path from 'node:path';

const [assets, out, ...files] = process.argv.slice(2);

function lean(table) {
  const lines = table.split('\n').filter((line) => line && !line.startsWith('#'));
  const columns = lines[0].split('\t');
  if (columns.slice(-2).join() !== 'yes,no') throw new Error('the last two columns are not the examples');
  return lines.map((line) => line.split('\t').slice(0, columns.length - 2).join('\t') + '\n').join('');
}

for (const file of files) {
  const to = path.join(out, file);
  fs.mkdirSync(path.dirname(to), {recursive: true});
  if (file.startsWith('rules/')) fs.writeFileSync(to, lean(fs.readFileSync(path.join(assets, file), 'utf8')));
  else fs.copyFileSync(path.join(assets, file), to);
}
