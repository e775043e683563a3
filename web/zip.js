// A ZIP archive of files as they are, without compression (APPNOTE 6.3.10: local headers, central directory, end).
'use strict';

const zip = (() => {
  const TABLE = Uint32Array.from({length: 256}, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; ++bit) c = c & 1 ? (c >>> 1) ^ 0xEDB88320 : c >>> 1;
    return c;
  });

  function crc32(bytes) {
    let c = 0xFFFFFFFF;
    for (const byte of bytes) c = (c >>> 8) ^ TABLE[(c ^ byte) & 0xFF];
    return ~c >>> 0;
  }

  // Numbers of two and four bytes, little end first.
  function record(...fields) {
    const bytes = new Uint8Array(fields.reduce((size, [width]) => size + width, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [width, value] of fields) {
      if (width === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += width;
    }
    return bytes;
  }

  const dosTime = (d) => (d.getHours() << 11) | (d.getMinutes() << 5) | (d.getSeconds() >> 1);
  const dosDate = (d) => ((Math.max(d.getFullYear(), 1980) - 1980) << 9) | ((d.getMonth() + 1) << 5) | d.getDate();

  // `files`: {name, bytes, date}. Gives a Blob.
  function archive(files) {
    const UTF8_NAMES = 0x0800, VERSION = 20, STORED = 0;
    const parts = [], directory = [];
    let offset = 0, directorySize = 0;
    for (const {name, bytes, date} of files) {
      const nameBytes = new TextEncoder().encode(name);
      const about = [[2, UTF8_NAMES], [2, STORED], [2, dosTime(date)], [2, dosDate(date)], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, nameBytes.length], [2, 0]];
      const local = record([4, 0x04034B50], [2, VERSION], ...about);
      const central = record([4, 0x02014B50], [2, VERSION], [2, VERSION], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
      parts.push(local, nameBytes, bytes);
      directory.push(central, nameBytes);
      offset += local.length + nameBytes.length + bytes.length;
      directorySize += central.length + nameBytes.length;
    }
    const end = record([4, 0x06054B50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directorySize], [4, offset], [2, 0]);
    return new Blob([...parts, ...directory, end], {type: 'application/zip'});
  }

  return {archive};
})();
