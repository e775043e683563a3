// Where articles come from and files go: the clipboard, dropped and chosen files, addresses, downloads.
'use strict';

const sources = (() => {
  const LARGEST = 64 * 1024 * 1024;  // bytes of a file or page
  const PATIENCE = 30000;            // ms for a page to arrive
  const INSTEAD = 'Open the page in another tab, select all of it, copy it and paste it here; or drop the saved page; or run “quoth serve”, which can fetch it.';
  let arrive = null;
  let fetching = null;  // the AbortController of the fetch under way
  let reading = 0;      // files and clipboards that are being read

  const say = (sentence, job = 0) => arrive('failed', {number: job, bytes: sentence});

  // --- Files ---------------------------------------------------------------------------------------

  // Something is on its way in until `work` ends.
  async function busyWith(work) {
    reading += 1;
    try {
      await work();
    } finally {
      reading -= 1;
    }
  }

  // `kind`: "file" is opened, "other-file" compared with what is open, the marks of "marks-file" put on its text, and of "dropped" the program asks where it matters.
  async function readFiles(files, kind) {
    const [file] = files;
    if (!file) return;
    if (file.size > LARGEST) return say(`“${file.name}” is larger than 64 MB and was not opened.`);
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return say(`“${file.name}” could not be read. A folder cannot be opened; a file may have been moved.`);
    }
    arrive(kind, {name: file.name, type: file.type, bytes, other: files.length > 1 ? `Only “${file.name}” was opened: one article at a time.` : ''});
  }

  const openFiles = (files, kind = 'file') => busyWith(() => readFiles(files, kind));
  let wanted = 'file';  // what the next chosen file is for

  function askForFile(kind) {
    wanted = kind;
    const input = document.getElementById('file');
    input.value = '';
    input.click();
  }

  function download(name, type, bytes) {
    const url = URL.createObjectURL(new Blob([bytes], {type}));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  // --- The clipboard -------------------------------------------------------------------------------

  // A paste or a drop: files first, then the page or text.
  function takeTransfer(transfer) {
    if (transfer.files.length > 0) return openFiles([...transfer.files], 'dropped');
    const text = transfer.getData('text/plain');
    const html = transfer.getData('text/html');
    if (text || html) arrive('paste', {bytes: text, other: html});
  }

  // The person pressed a button: the browser may ask whether the page may read the clipboard.
  async function readClipboard() {
    try {
      const texts = {'text/plain': '', 'text/html': ''};
      for (const item of await navigator.clipboard.read()) {
        for (const type of item.types) {
          if (type in texts) texts[type] = await (await item.getType(type)).text();
        }
      }
      if (!texts['text/plain'] && !texts['text/html']) return say('There is no text in the clipboard. Copy an article first.');
      arrive('paste', {bytes: texts['text/plain'], other: texts['text/html']});
    } catch {
      say(`This browser lets the page read the clipboard only when you press ${input.isMac ? '⌘V' : 'Ctrl+V'}.`);
    }
  }

  const askForClipboard = () => busyWith(readClipboard);

  function copy(text) {
    navigator.clipboard?.writeText(text).catch(() => say('The browser did not let the page write to the clipboard.'));
  }

  // The system's own sheet; a person who closes it has changed their mind.
  function share(title, url) {
    navigator.share({title, url}).catch((error) => {
      if (error.name !== 'AbortError') say('The system did not take the link. Copy it instead.');
    });
  }

  // --- Addresses -----------------------------------------------------------------------------------

  // `quoth serve` runs on the person's own machine and gives its token to this page alone. Nobody else is asked.
  async function serveToken(signal) {
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)) return null;
    const response = await fetch('api/session', {signal});
    if (!response.ok || !response.headers.get('content-type')?.startsWith('application/json')) return null;
    return (await response.json()).token ?? null;
  }

  async function bytesOf(response) {
    const reader = response.body.getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LARGEST) {
        reader.cancel();
        return null;
      }
      parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  function addressOf(typed) {
    try {
      const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : 'https://' + typed);
      return ['http:', 'https:'].includes(url.protocol) && (url.hostname.includes('.') || url.hostname === 'localhost') ? url : null;
    } catch {
      return null;
    }
  }

  async function throughServe(url, token, signal) {
    const response = await fetch('api/fetch', {
      method: 'POST',
      signal,
      headers: {'Content-Type': 'application/json', 'X-Quoth-Token': token},
      body: JSON.stringify({url: url.href}),
    });
    if (response.ok) return {response, finalUrl: response.headers.get('x-quoth-final-url') || url.href};
    const answer = await response.json().catch(() => ({}));
    return {sentence: answer.error || `The page could not be fetched (${response.status}). ${INSTEAD}`};
  }

  async function direct(url, signal) {
    let response;
    try {
      response = await fetch(url, {signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store'});
    } catch (error) {
      if (error.name === 'AbortError' || error.name === 'TimeoutError') throw error;
      return {sentence: `${url.hostname} does not let other pages read it. ${INSTEAD}`};
    }
    if (!response.ok) return {sentence: `${url.hostname} answered ${response.status} instead of the page. ${INSTEAD}`};
    return {response, finalUrl: response.url || url.href};
  }

  async function fetchPage(job, typed) {
    const url = addressOf(typed.trim());
    if (!url) return say(`“${typed}” is not the address of a page. An address looks like https://example.org/article.`, job);
    const mine = new AbortController();
    fetching = mine;
    const patience = setTimeout(() => mine.abort('late'), PATIENCE);
    try {
      const token = await serveToken(mine.signal);
      const {response, finalUrl, sentence} = token ? await throughServe(url, token, mine.signal) : await direct(url, mine.signal);
      if (sentence) return say(sentence, job);
      const bytes = await bytesOf(response);
      if (!bytes) return say(`The page at ${url.hostname} is larger than 64 MB and was not opened.`, job);
      arrive('page', {number: job, type: response.headers.get('content-type') || '', url: finalUrl, bytes});
    } catch {
      if (mine.signal.aborted && mine.signal.reason !== 'late') return;  // the person stopped it
      say(mine.signal.aborted ? `${url.hostname} did not answer within 30 seconds. ${INSTEAD}` : `The connection to ${url.hostname} broke off. ${INSTEAD}`, job);
    } finally {
      clearTimeout(patience);
      if (fetching === mine) fetching = null;
    }
  }

  return {
    start(arriveInPage) {
      arrive = arriveInPage;
      const input = document.getElementById('file');
      input.addEventListener('change', () => openFiles([...input.files], wanted));
      window.addEventListener('dragover', (event) => event.preventDefault());
      window.addEventListener('drop', (event) => {
        event.preventDefault();
        takeTransfer(event.dataTransfer);
      });
    },
    takeTransfer,
    openFiles,
    askForFile,
    askForClipboard,
    copy,
    share,
    download,
    fetchPage,
    isBusy: () => reading > 0,
    cancelFetch: () => fetching?.abort('stopped'),
  };
})();
