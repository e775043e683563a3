// Offline and installed: starts the service worker, tells when it has a newer version, and takes what the system hands
// to an installed page, or the page's own address brings: files, shared texts and addresses.
'use strict';

const offline = (() => {
  const LATER = 2000;  // ms after the start: the first load comes first
  let arrive = null;
  let whenSaved = null;
  let registration = null;

  async function register() {
    registration = await navigator.serviceWorker.register('service-worker.js', {updateViaCache: 'none'});
    const ready = () => { if (registration.waiting && navigator.serviceWorker.controller) arrive('update'); };
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', ready));
    ready();
    navigator.serviceWorker.addEventListener('message', ({data}) => {
      if (data === 'other tabs') arrive('failed', {bytes: 'Quoth is open in other tabs too. Close them, then update here.'});
    });
  }

  // --- What the page's address brings ------------------------------------------------------------------

  // Some systems hand an address over as text.
  const addressIn = (text) => (/^https?:\/\/\S+$/.test(text.trim()) ? text.trim() : '');

  function takeAddress() {
    const {search, hash, pathname} = location;
    if (!search && !hash) return;
    history.replaceState(null, '', pathname);  // neither in the history nor in what is copied from the address bar
    const asked = new URLSearchParams(search);
    const given = (name) => asked.get(name) || '';
    const address = given('open') || addressIn(given('url')) || addressIn(given('text'));
    const text = [given('title'), given('text')].filter(Boolean).join('\n\n');
    if (/^#q\d+=/.test(hash)) arrive('link', {bytes: hash});
    else if (address) arrive('shared', {type: 'address', url: address});
    else if (text) arrive('shared', {type: 'text', bytes: text});
  }

  return {
    // `saved` gives a promise that all saving of this tab has ended.
    start(arriveInPage, saved) {
      arrive = arriveInPage;
      whenSaved = saved;
      takeAddress();
      addEventListener('hashchange', takeAddress);
      window.launchQueue?.setConsumer(async ({files}) => {
        if (files.length > 0) sources.openFiles(await Promise.all(files.map((file) => file.getFile())));
      });
      if (!navigator.serviceWorker || location.protocol === 'file:') return;
      setTimeout(() => register().catch(() => {}), LATER);  // without it the page works as long as there is a network
    },

    // Only with everything saved.
    async update() {
      await whenSaved();
      if (!['nothing', 'saved', 'elsewhere'].includes(quoth.state().saving)) {
        return arrive('failed', {bytes: 'Your changes are not saved in this browser, and a reload would lose them. Save the file first.'});
      }
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true});
      registration.waiting?.postMessage('start');
    },
  };
})();
