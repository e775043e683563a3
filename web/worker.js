// Runs the analysis (src/app/analysis.cc) beside the page, which stays alive meanwhile.
//
//   in:  {program}   first: the bytes of analysis.wasm in the single file, else nothing: then it is fetched
//        {job, bytes, input: {kind, charset, url, name, method}}   an article; without `input` an annotation file, again
//   out: {job, progress}…, then {job, bytes, notice}, {job, failed: sentence} or {job, broken}
'use strict';
importScripts('analysis.js');

let job = 0;
let reported = 0;
let starting = null;

const start = (program) => createAnalysis({
  ...(program && {wasmBinary: program}),
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

function run(module, bytes, input) {
  if (!input) return withBytes(module, bytes, (pointer, size) => module._analysis_run_again(pointer, size) !== 0);
  const encoding = withBytes(module, bytes, (pointer, size) => withTexts(module, [input.kind, input.charset, input.url, input.name, input.method],
    (...inputs) => module.UTF8ToString(module._analysis_take(pointer, size, ...inputs))));
  // Encodings that the program has no tables for are the browser's to decode.
  if (encoding) {
    const start = module._analysis_packed();
    const text = new TextDecoder(encoding).decode(module.HEAPU8.subarray(start, start + module._analysis_packed_size()));
    withBytes(module, new TextEncoder().encode(text), (pointer, size) => module._analysis_decoded(pointer, size));
  }
  module._analysis_run();
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
onmessage = ({data}) => {
  if ('program' in data) starting = start(data.program);
  else work(data).catch(() => postMessage({job: data.job, broken: true}));
};
