// Drafts and settings in this browser's IndexedDB.
//
// A draft is one record for each document: {key, title, savedAt, stamp, bytes}. Nothing is overwritten that this
// page has not read or written itself: a record that another tab (or another file with the same id) left under the
// same key moves to a key of its own first.
'use strict';

const store = (() => {
  const DRAFTS = 'drafts';
  const CHOICES = 'choices';  // 'settings': text; 'last': the key of the draft that was open
  let opening = null;
  const stamps = new Map();  // key -> stamp of the record that this page knows

  const sentence = (error) => {
    if (error && error.name === 'QuotaExceededError') return 'This browser has no room left for drafts. Save the file to keep your work.';
    return 'This browser does not let the page keep drafts. Save the file to keep your work.';
  };

  function database() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('quoth', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(DRAFTS, {keyPath: 'key'});
        request.result.createObjectStore(CHOICES);
      };
      request.onsuccess = () => {
        request.result.onclose = () => { opening = null; };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    opening.catch(() => { opening = null; });
    return opening;
  }

  // Runs `work` in one transaction; settles when the browser has really written it.
  async function transact(mode, work) {
    const db = await database();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction([DRAFTS, CHOICES], mode, {durability: 'strict'});
      let result;
      transaction.oncomplete = () => resolve(result && result.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      result = work(transaction.objectStore(DRAFTS), transaction.objectStore(CHOICES));
    });
  }

  const sameBytes = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

  return {
    sentence,

    // `fresh`: the document was just opened from elsewhere, so that a record under its key is another version of it.
    async saveDraft(key, title, bytes, fresh) {
      const stamp = crypto.getRandomValues(new Uint32Array(2)).join('-');
      const known = fresh ? undefined : stamps.get(key);
      await transact('readwrite', (drafts, choices) => {
        const before = drafts.get(key);
        before.onsuccess = () => {
          const old = before.result;
          if (old && old.stamp !== known && !sameBytes(old.bytes, bytes)) drafts.put({...old, key: key + ' ' + old.savedAt});
          drafts.put({key, title, savedAt: new Date().toISOString(), stamp, bytes});
          choices.put(key, 'last');
        };
      });
      stamps.set(key, stamp);
    },

    closeDraft: () => transact('readwrite', (drafts, choices) => choices.delete('last')),

    // The draft that was open last, or nothing.
    async lastDraft() {
      const key = await transact('readonly', (drafts, choices) => choices.get('last'));
      if (!key) return null;
      const draft = await transact('readonly', (drafts) => drafts.get(key));
      if (draft) stamps.set(key, draft.stamp);
      return draft || null;
    },

    saveSettings: (text) => transact('readwrite', (drafts, choices) => choices.put(text, 'settings')),
    settings: async () => (await transact('readonly', (drafts, choices) => choices.get('settings'))) || '',
  };
})();
