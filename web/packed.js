// Only in the single file (cmake/pack-page.mjs): the other files lie in the page itself, as data blocks, compressed.
'use strict';

const packed = {
  async bytes(path) {
    const block = document.getElementById('file-' + path);
    const compressed = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
    block.remove();
    return new Uint8Array(await new Response(new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  },
  // The worker's script, and the program that it runs.
  async worker() {
    const script = new Blob([await this.bytes('worker.js')], {type: 'text/javascript'});
    return {address: URL.createObjectURL(script), program: await this.bytes('analysis.wasm')};
  },
};
