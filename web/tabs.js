// One tab at a time changes an article: another one that opens it may look at it, is told so, and can take over.
//
// The tab that works on an article holds a lock with its key. A tab that has to wait for it goes on waiting: when the
// other one is closed, or dies, the article as it was saved last is opened here.
'use strict';

const tabs = (() => {
  const PATIENCE = 400;   // ms: a page that is being reloaded lets go within them
  const HANDOVER = 1500;  // ms for the other tab to save and let go; after that the lock is taken from it
  let arrive = null;
  let channel = null;
  let finish = null;      // () => a promise: everything of this tab is saved
  let wake = null;        // () => isBusy() may have changed
  let current = null;     // what this tab works on: {key, held, told, decided, release, abort}

  const nameOf = (key) => 'quoth article ' + key;

  function holding(key) {
    const made = {key, held: false, told: false, release: null, abort: new AbortController()};
    made.decided = new Promise((resolve) => { made.decide = resolve; });
    return made;
  }

  function tell(mine) {
    if (mine.told || mine !== current) return;
    mine.told = true;
    mine.decide();
    arrive('held-elsewhere', {name: mine.key});
  }

  // The browser gave this tab the lock; it is held until the promise is kept.
  function granted(mine) {
    if (mine !== current) return undefined;
    clearTimeout(mine.late);
    mine.held = true;
    mine.decide();
    wake();
    if (mine.told) arrive('released', {name: mine.key});
    mine.told = false;
    return new Promise((resolve) => { mine.release = resolve; });
  }

  function request(mine, options) {
    navigator.locks.request(nameOf(mine.key), options, () => granted(mine)).catch(() => {
      // Given up by this tab, or taken by another one.
      if (mine !== current || !mine.held) return;
      wait(mine.key);
    });
  }

  // Another tab has the article: tell, and wait for it.
  function wait(key) {
    current = holding(key);
    tell(current);
    request(current, {signal: current.abort.signal});
  }

  function letGo() {
    const old = current;
    current = null;
    if (!old) return;
    clearTimeout(old.late);
    if (!old.held) return old.abort.abort();
    finish().then(() => old.release?.());
  }

  async function heard({data}) {
    const mine = current;
    if (!mine?.held || data.take !== mine.key) return;
    await finish();
    if (mine !== current) return;
    current = null;
    mine.release();
    wait(mine.key);
  }

  return {
    // `whenSaved` gives a promise that all saving of this tab has ended.
    start(arriveInPage, whenSaved, wakePage) {
      arrive = arriveInPage;
      finish = whenSaved;
      wake = wakePage;
      if (!navigator.locks || !window.BroadcastChannel) return;
      channel = new BroadcastChannel('quoth tabs');
      channel.onmessage = heard;
    },

    // This tab works on the article from now on; null: on none.
    hold(key) {
      if (!channel) return;
      if (current && current.key === key) {
        if (current.told) arrive('held-elsewhere', {name: key});
        return;
      }
      letGo();
      if (!key) return;
      const mine = current = holding(key);
      mine.late = setTimeout(() => tell(mine), PATIENCE);
      request(mine, {signal: mine.abort.signal});
    },

    takeOver() {
      const mine = current;
      if (!mine || mine.held) return;
      channel.postMessage({take: mine.key});
      setTimeout(() => {
        if (mine !== current || mine.held) return;
        mine.abort.abort();
        request(mine, {steal: true});
      }, HANDOVER);
    },

    // Whether what this tab has may be written: settles when that is known.
    async mayWrite(key) {
      if (!channel || current?.key !== key) return true;
      const mine = current;
      await mine.decided;
      return mine.held || mine !== current;
    },

    isBusy: () => Boolean(channel && current && !current.held && !current.told),
  };
})();
