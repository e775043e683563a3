// The exports that are JSON-LD, read by programs that are not ours: a JSON-LD processor must understand every member, and
// @recogito/text-annotator every mark. The contexts are our own, with the terms that the exports use: no network is asked.
import assert from 'node:assert';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import jsonld from 'jsonld';

const here = dirname(fileURLToPath(import.meta.url));
const quoth = join(here, '../build/native/quoth');
const OA = 'http://www.w3.org/ns/oa#', RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', SCHEMA = 'https://schema.org/';

const CONTEXTS = {'http://www.w3.org/ns/anno.jsonld': 'anno.jsonld', 'https://schema.org': 'schema.jsonld', 'https://schema.org/': 'schema.jsonld'};
const documentLoader = async (url) => {
  assert.ok(CONTEXTS[url], 'another context than ours: ' + url);
  return {documentUrl: url, document: JSON.parse(readFileSync(join(here, 'support', CONTEXTS[url]), 'utf8'))};
};

const run = (input, ...words) => {
  const {status, stdout, stderr} = spawnSync(quoth, words, {input, encoding: 'utf8', maxBuffer: 1 << 26});
  assert.equal(status, 0, stderr);
  return stdout;
};
const file = run(readFileSync(join(here, '../assets/sample/article.html')), 'annotate', '-');
const converted = (format) => JSON.parse(run(file, 'convert', '-', '--to', format));

// In safe mode a member that the contexts do not know is an error; without it, it would be dropped in silence.
const options = {documentLoader, safe: true};
const quads = (document) => jsonld.toRDF(document, options);
const count = (all, predicate, object) => all.filter((q) => q.predicate.value === predicate && (!object || q.object.value === object)).length;

test('a JSON-LD processor understands the Web Annotations', async () => {
  const native = JSON.parse(file), annotations = converted('w3c');
  const marks = native.quotations.length + native.claims.length;
  assert.ok(marks > 10);
  const all = await quads(annotations);
  assert.equal(count(all, RDF + 'type', OA + 'Annotation'), marks);
  const spans = native.quotations.flatMap((q) => [...q.content, ...q.cue ?? [], ...q.source ?? []]).concat(native.claims.flatMap((c) => c.spans));
  assert.equal(count(all, RDF + 'type', OA + 'TextQuoteSelector'), spans.length);
  assert.equal(count(all, OA + 'exact'), spans.length);
  assert.equal(count(all, OA + 'start'), spans.length);
  assert.equal(count(all, 'https://quoth.invalid/1/role'), spans.length, 'the part of a mark is a term of ours');
  const kept = all.filter((q) => q.predicate.value === 'https://quoth.invalid/1/native');
  assert.equal(kept.length, marks + 1, 'every mark, and the rest of the file');
  assert.ok(kept.every((q) => q.object.datatype.value === RDF + 'JSON'));
});

test('a JSON-LD processor understands the drafts of fact checks', async () => {
  const reviews = converted('claimreview');
  const all = await quads(reviews);
  assert.ok(reviews['@graph'].length > 3);
  assert.equal(count(all, RDF + 'type', SCHEMA + 'ClaimReview'), reviews['@graph'].length);
  assert.equal(count(all, SCHEMA + 'claimReviewed'), reviews['@graph'].length);
  assert.equal(count(all, RDF + 'type', SCHEMA + 'Claim'), reviews['@graph'].length);
  assert.equal(count(all, SCHEMA + 'appearance'), reviews['@graph'].length);
});

test('the annotator of Recogito reads every Web Annotation', async () => {
  globalThis.window ??= globalThis;  // all that it wants of a browser for this
  const {W3CTextFormat} = await import('@recogito/text-annotator');
  const native = JSON.parse(file), items = converted('w3c').first.items, format = W3CTextFormat('sample', {});
  const text = Array.from(native.document.text);
  for (const item of items) {
    const {parsed, error} = format.parse(item);
    assert.ok(parsed, error?.message);
    assert.ok(parsed.target.selector.length > 0);
    for (const {quote, start, end} of parsed.target.selector) assert.equal(text.slice(start, end).join(''), quote);
  }
  assert.equal(items.length, native.quotations.length + native.claims.length);
});
