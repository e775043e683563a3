// Runs the analysis (src/app/analysis.cc) beside the page, which stays alive meanwhile.
//
//   in:  {job, bytes, input: {kind, charset, url, name, method}}   an article; without `input` an annotation file, again
//   out: {job, progress}…, then {job, bytes, notice}, {job, failed: sentence} or {job, broken}
'use strict';
importScripts('analysis.js');

let job = 0;
let reported = 0;
const starting = createAnalysis({
  progress(thousandths) {
    const now = Date.now();
    if (now - reported < 50) return;
    reported = now;
    postMessage({job, progress: thousandths});
  },
});

const withTexts = (module, texts, use) => {
  const pointers = texts.map((text) => {
    const size = module.lengthBytesUTF8(text) + 1;
    const pointer = module._malloc(size);
    module.stringToUTF8(text, pointer, size);
    return pointer;
  });
  try {
    return use(...pointers);
  } finally {
    pointers.forEach((pointer) => module._free(pointer));
  }
};

const withBytes = (module, bytes, use) => {
  const pointer = module._malloc(bytes.length || 1);
  module.HEAPU8.set(bytes, pointer);
  try {
    return use(pointer, bytes.length);
  } finally {
    module._free(pointer);
  }
};

// Encodings that the program has no tables for are the browser's to decode.
function decoded(module, bytes, input) {
  const encoding = withBytes(module, bytes, (pointer, size) => withTexts(module, [input.charset, input.kind],
    (charset, kind) => module.UTF8ToString(module._analysis_foreign_encoding(pointer, size, charset, kind))));
  if (!encoding) return {bytes, charset: input.charset};
  return {bytes: new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)), charset: 'utf-8'};
}

function run(module, bytes, input) {
  if (!input) return withBytes(module, bytes, (pointer, size) => module._analysis_run_again(pointer, size) !== 0);
  const {bytes: text, charset} = decoded(module, bytes, input);
  withBytes(module, text, (pointer, size) => withTexts(module, [input.kind, charset, input.url, input.name, input.method],
    (...inputs) => module._analysis_run(pointer, size, ...inputs)));
  return true;
}

async function work(data) {
  const module = await starting;
  job = data.job;
  const done = run(module, data.bytes, data.input);
  const notice = module.UTF8ToString(module._analysis_notice());
  if (!done) return postMessage({job, failed: 'The article could not be analysed again. ' + notice + '.'});
  const start = module._analysis_result();
  const bytes = module.HEAPU8.slice(start, start + module._analysis_result_size());
  postMessage({job, bytes, notice}, [bytes.buffer]);
}

// What is thrown here is the program's end (no memory left): the page starts another worker.
onmessage = ({data}) => work(data).catch(() => postMessage({job: data.job, broken: true}));
