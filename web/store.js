// Articles and settings in this browser's IndexedDB.
//
//   drafts    {key, title, savedAt, stamp, bytes}: the newest state of every article
//   about     {key, title, savedAt, stamp, size, removedAt}: the same without the bytes, for lists
//   versions  {key, at, title, bytes}: states of the past, by article
//   choices   'settings': text; 'last': the key of the article that was open
//
// Nothing is overwritten that this page has not read or written itself: a record that another tab (or another file
// with the same id) left under the same key moves to a key of its own first. What the person deletes is only marked,
// so that it can be put back, and goes when a page starts a minute or more later.
'use strict';

const store = (() => {
  const DRAFTS = 'drafts', ABOUT = 'about', VERSIONS = 'versions', CHOICES = 'choices';
  const BETWEEN_VERSIONS = 5 * 60000;  // ms of work
  const MOST_VERSIONS = 30, MOST_BYTES = 20e6;  // of one article
  const SECOND_THOUGHTS = 60000;  // ms for which what was deleted can still be put back
  const OPEN_HERE = 'quoth-article';  // in the session's storage: the article of this tab; 'none' after it was closed
  let opening = null;
  const stamps = new Map();  // key -> stamp of the record that this page knows
  const versioned = new Map();  // key -> when this page kept a version of it last

  function sentence(error) {
    if (error?.name === 'QuotaExceededError') return 'This browser has no room left. Delete a recent article, or save the file to keep your work.';
    if (error?.name === 'VersionError') return 'Another tab has a newer Quoth. Reload this one; save the file first to keep your work.';
    if (error?.name === 'BlockedError') return 'Another tab has an older Quoth. Close it, then reload; save the file first to keep your work.';
    return 'This browser does not let the page keep articles: it may be a private window. Save the file to keep your work.';
  }

  function upgrade(request, from) {
    const db = request.result;
    if (from < 1) {
      db.createObjectStore(DRAFTS, {keyPath: 'key'});
      db.createObjectStore(CHOICES);
    }
    const about = db.createObjectStore(ABOUT, {keyPath: 'key'});
    db.createObjectStore(VERSIONS, {keyPath: ['key', 'at']});
    if (from < 1) return;
    request.transaction.objectStore(DRAFTS).openCursor().onsuccess = ({target}) => {
      if (!target.result) return;
      about.put(summary(target.result.value));
      target.result.continue();
    };
  }

  function database() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('quoth', 2);
      request.onupgradeneeded = ({oldVersion}) => upgrade(request, oldVersion);
      request.onsuccess = () => {
        const db = request.result;
        db.onclose = () => { opening = null; };
        db.onversionchange = () => {
          db.close();
          opening = null;
        };
        resolve(db);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new DOMException('', 'BlockedError'));
    });
    opening.catch(() => { opening = null; });
    return opening;
  }

  // Runs `work` in one transaction; settles when the browser has really written it.
  async function transact(mode, names, work) {
    const db = await database();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(names, mode, {durability: 'strict'});
      let result;
      transaction.oncomplete = () => resolve(result && result.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      result = work(...names.map((name) => transaction.objectStore(name)));
    });
  }

  const summary = ({key, title, savedAt, stamp, bytes}) => ({key, title, savedAt, stamp, size: bytes.length});
  const sameBytes = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const newStamp = () => crypto.getRandomValues(new Uint32Array(2)).join('-');

  const openHere = {
    get: () => { try { return sessionStorage.getItem(OPEN_HERE); } catch { return null; } },
    set: (key) => { try { sessionStorage.setItem(OPEN_HERE, key); } catch { /* the one that was open last will do */ } },
  };

  // A record that this page does not know moves aside.
  function keepBeside(key, bytes, drafts, about) {
    drafts.get(key).onsuccess = ({target}) => {
      const old = target.result;
      if (!old || sameBytes(old.bytes, bytes)) return;
      const moved = {...old, key: key + ' ' + old.savedAt};
      drafts.put(moved);
      about.put(summary(moved));
    };
  }

  const ofArticle = (key) => IDBKeyRange.bound([key], [key, []]);

  // The record as it is becomes a version; the oldest ones go when they are many.
  function keepVersion({key, title, savedAt, bytes}, versions) {
    versions.put({key, at: savedAt, title, bytes});
    let count = 0, size = 0;
    versions.openCursor(ofArticle(key), 'prev').onsuccess = ({target}) => {
      const cursor = target.result;
      if (!cursor) return;
      count += 1;
      size += cursor.value.bytes.length;
      if (count > MOST_VERSIONS || (count > 2 && size > MOST_BYTES)) cursor.delete();
      cursor.continue();
    };
  }

  async function draft(key) {
    const found = await transact('readonly', [DRAFTS], (drafts) => drafts.get(key));
    if (!found) return null;
    stamps.set(key, found.stamp);
    openHere.set(key);
    await transact('readwrite', [CHOICES], (choices) => choices.put(key, 'last'));
    return found;
  }

  // A browser that has crashed may need a moment before it reads again what it has kept.
  async function patiently(read) {
    for (const pause of [200, 1000]) {
      try {
        return await read();
      } catch (error) {
        if (!['UnknownError', 'AbortError', 'InvalidStateError'].includes(error?.name)) throw error;
        opening = null;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return read();
  }

  return {
    sentence,
    draft,
    patiently,

    // `fresh`: the document was just opened from elsewhere, so that a record under its key is another version of it.
    async saveDraft(key, title, bytes, fresh) {
      const record = {key, title, savedAt: new Date().toISOString(), stamp: newStamp(), bytes};
      const known = fresh ? undefined : stamps.get(key);
      const due = !fresh && Date.now() - (versioned.get(key) ?? 0) > BETWEEN_VERSIONS;
      await transact('readwrite', [DRAFTS, ABOUT, CHOICES, VERSIONS], (drafts, about, choices, versions) => {
        if (due) drafts.get(key).onsuccess = ({target}) => {
          if (target.result && !sameBytes(target.result.bytes, bytes)) keepVersion(target.result, versions);
        };
        about.get(key).onsuccess = ({target}) => {
          if (target.result && target.result.stamp !== known) keepBeside(key, bytes, drafts, about);
          // Requests run in order: what is kept beside has been read before this overwrites it.
          const write = () => {
            drafts.put(record);
            about.put(summary(record));
            choices.put(key, 'last');
          };
          if (target.result && target.result.stamp !== known) drafts.get(key).onsuccess = write;
          else write();
        };
      });
      stamps.set(key, record.stamp);
      if (due) versioned.set(key, Date.now());
      openHere.set(key);
    },

    async closeDraft() {
      openHere.set('none');
      await transact('readwrite', [CHOICES], (choices) => choices.delete('last'));
    },

    // The article that this tab had open, else the one that was open last, or nothing.
    async lastDraft() {
      const here = openHere.get();
      if (here === 'none') return null;
      const key = here || await transact('readonly', [CHOICES], (choices) => choices.get('last'));
      return key ? draft(key) : null;
    },

    // What is kept, the newest first: {key, title, savedAt, size, removedAt}.
    async recent() {
      const all = await transact('readonly', [ABOUT], (about) => about.getAll());
      return all.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    },
    setRemoved: (key, removed) => transact('readwrite', [ABOUT], (about) => {
      about.get(key).onsuccess = ({target}) => {
        if (target.result) about.put({...target.result, removedAt: removed ? Date.now() : undefined});
      };
    }),
    // Erases what was deleted a while ago.
    purge: () => transact('readwrite', [DRAFTS, ABOUT, VERSIONS], (drafts, about, versions) => {
      about.getAll().onsuccess = ({target}) => {
        for (const {key, removedAt} of target.result) {
          if (!removedAt || Date.now() - removedAt < SECOND_THOUGHTS) continue;
          drafts.delete(key);
          about.delete(key);
          versions.delete(ofArticle(key));
        }
      };
    }),

    // The newest first: {key, at, title, size}.
    async versions(key) {
      const all = await transact('readonly', [VERSIONS], (versions) => versions.getAll(ofArticle(key)));
      return all.reverse().map(({at, title, bytes}) => ({key, at, title, size: bytes.length}));
    },
    // Gives the bytes of a version; what is open becomes a version too.
    async exchange(key, at) {
      const wanted = await transact('readonly', [VERSIONS], (versions) => versions.get([key, at]));
      if (!wanted) return null;
      await transact('readwrite', [DRAFTS, VERSIONS], (drafts, versions) => {
        drafts.get(key).onsuccess = ({target}) => { if (target.result) keepVersion(target.result, versions); };
      });
      return wanted.bytes;
    },
    // Every article with its bytes, without the deleted ones.
    async all() {
      const removed = new Set((await transact('readonly', [ABOUT], (about) => about.getAll())).filter(({removedAt}) => removedAt).map(({key}) => key));
      return (await transact('readonly', [DRAFTS], (drafts) => drafts.getAll())).filter(({key}) => !removed.has(key));
    },

    saveSettings: (text) => transact('readwrite', [CHOICES], (choices) => choices.put(text, 'settings')),
    settings: async () => (await transact('readonly', [CHOICES], (choices) => choices.get('settings'))) || '',
  };
})();
