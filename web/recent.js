// What the browser keeps, in words, for the canvas and for the mirror: recent articles, and the versions of one.
'use strict';

const recent = (() => {
  let arrive = null;
  let shown = null;   // the list as the program was told last
  let wake = null;    // () => isBusy() may have changed
  let working = 0;    // reads and writes under way

  const clean = (text) => text.replace(/[\t\r\n]+/g, ' ');

  function dayOf(date) {
    const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86400000);
    if (days === 0) return 'today';
    if (days === 1) return 'yesterday';
    return date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: days > 300 ? 'numeric' : undefined});
  }

  function sizeOf(bytes) {
    if (bytes < 1000) return `${bytes} bytes`;
    return bytes < 1000000 ? `${(bytes / 1000).toFixed(bytes < 10000 ? 1 : 0)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
  }

  function inWords({key, title, savedAt, size, removedAt}) {
    const date = new Date(savedAt);
    const details = `${dayOf(date)}, ${date.toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'})} · ${sizeOf(size)}`;
    return {key, title: clean(title) || 'No title', details, removed: Boolean(removedAt)};
  }

  const lineOf = (row) => [row.key, row.title, row.details, row.removed ? 'removed' : ''].join('\t');

  // Letters and digits of any script, with hyphens between; no name twice.
  function nameFor(title, taken) {
    const base = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'article';
    let name = base;
    for (let i = 2; taken.has(name); ++i) name = `${base}-${i}`;
    taken.add(name);
    return name + '.quoth.json';
  }

  async function busyWith(work) {
    working += 1;
    try {
      return await work();
    } catch (error) {
      arrive('failed', {bytes: store.sentence(error)});
    } finally {
      working -= 1;
      wake();
    }
    return undefined;
  }

  async function list() {
    const rows = (await store.recent()).map(inWords);
    const bytes = rows.map(lineOf).join('\n');
    if (bytes === shown) return;
    shown = bytes;
    mirror.showRecent(rows);
    arrive('recent', {bytes});
  }

  return {
    start(arriveInPage, wakePage) {
      arrive = arriveInPage;
      wake = wakePage;
      store.purge().catch(() => {});  // the next start tries again
    },
    changed: () => busyWith(() => list().catch(() => {})),  // where nothing can be read, saving says so
    // `saved`: a promise that what this tab is writing is written.
    open: (key, saved) => busyWith(async () => {
      await saved;
      const draft = await store.draft(key);
      if (draft) arrive('draft', {name: draft.key, bytes: draft.bytes});
      else arrive('draft-missing', {name: key});
    }),
    setRemoved: (key, removed) => busyWith(async () => {
      await store.setRemoved(key, removed);
      await list();
    }),

    // Every five minutes of work store.js keeps a version.
    listVersions: (key, saved) => busyWith(async () => {
      await saved;
      const rows = (await store.versions(key)).map((version) => ({...inWords({...version, savedAt: version.at}), key: version.at}));
      arrive('versions', {bytes: rows.map(lineOf).join('\n')});
    }),
    openVersion: (key, at, saved) => busyWith(async () => {
      await saved;
      const bytes = await store.exchange(key, at);
      if (bytes) arrive('version', {bytes});
      else arrive('failed', {bytes: 'This version is not kept any more.'});
    }),
    exportAll: (saved) => busyWith(async () => {
      await saved;
      const taken = new Set();
      const files = (await store.all()).map(({title, savedAt, bytes}) => ({name: nameFor(title, taken), bytes, date: new Date(savedAt)}));
      if (files.length === 0) return arrive('failed', {bytes: 'This browser keeps no article yet.'});
      const archive = new Uint8Array(await zip.archive(files).arrayBuffer());
      return sources.download(`quoth-${new Date().toISOString().slice(0, 10)}.zip`, 'application/zip', archive);
    }),
    isBusy: () => working > 0,
  };
})();
