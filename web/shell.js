// Starts the program on the page's canvas, draws when something happens, and offers `window.quoth` to scripts:
//
//   await quoth.open({text: '…', url: 'https://…'})   or {html: '…', url} or {annotation: object or text}
//   quoth.annotation()            the annotation file of the open article, as an object; null if none is open
//   quoth.state()                 {settled, open, title, counts, selection, saving, notice, places, frames, …}
//   await quoth.command('undo')   every command of the page by its name; a second argument where it takes one
//   await quoth.settled()         resolves when nothing is under way: no frame, no analysis, no save
//
// web/README.md describes them. Nothing here knows what an article is: that is src/.
'use strict';

(() => {
  const canvas = document.getElementById('canvas');
  let module = null;
  let program = null;
  let ready = false;  // the first frame may be drawn
  let animation = 0;  // the frame asked of the browser
  let soon = 0;       // the timer of a step while the page is hidden
  let later = 0;      // the timer of a frame that is wanted later
  let laterIn = 0;
  let contextLost = false;
  let facesComing = 0;  // groups of fonts under way
  let waiting = [];   // who asked to be told when all is settled

  // --- Crossing into the program: pointers and sizes, copied on both sides --------------------------------

  const encoder = new TextEncoder();

  function withBytes(bytes, use) {
    const pointer = module._malloc(bytes.length + 1);
    module.HEAPU8.set(bytes, pointer);
    module.HEAPU8[pointer + bytes.length] = 0;
    try {
      return use(pointer, bytes.length);
    } finally {
      module._free(pointer);
    }
  }
  const bytesOf = (value) => (typeof value === 'string' ? encoder.encode(value) : value);
  const withText = (text, use) => withBytes(encoder.encode(text), use);

  function arrive(kind, {number = 0, name = '', type = '', url = '', bytes = '', other = ''} = {}) {
    withText(kind, (k) => withText(name, (n) => withText(type, (t) => withText(url, (u) =>
      withBytes(bytesOf(bytes), (b, size) => withBytes(bytesOf(other), (o, otherSize) =>
        module._quoth_arrive(k, number, n, t, u, b, size, o, otherSize)))))));
    wake();
  }

  // --- Frames ---------------------------------------------------------------------------------------------

  function step() {
    clearTimeout(later);
    later = laterIn = 0;
    const visible = !document.hidden && !contextLost;
    const next = program.quoth_step(visible ? 1 : 0);
    if (next === 0) wake();
    else if (next > 0 && visible) {
      laterIn = next;
      later = setTimeout(wake, next);
    }
    if (program.quoth_draft_waits()) keepSoon(visible);
    if (waiting.length > 0 && isSettled()) waiting.splice(0).forEach((resolve) => resolve());
  }

  // A long article takes a while to write: that is done between frames. A page that is hidden may be gone soon.
  const IDLE = 200;  // ms after which it is written even if the browser is never idle
  const whenIdle = window.requestIdleCallback ? (act) => requestIdleCallback(act, {timeout: IDLE}) : (act) => setTimeout(act, 20);
  let keeping = false;
  function keepSoon(visible) {
    if (!visible) return program.quoth_keep_draft();
    if (keeping) return;
    keeping = true;
    whenIdle(() => {
      keeping = false;
      if (program.quoth_draft_waits()) program.quoth_keep_draft();
    });
  }
  const keepNow = () => { if (ready && program.quoth_draft_waits()) program.quoth_keep_draft(); };

  // A hidden page gets no frames: there the work goes on without drawing.
  function wake() {
    if (!ready || animation || soon) return;
    if (document.hidden || contextLost) soon = setTimeout(() => { soon = 0; step(); }, 0);
    else animation = requestAnimationFrame(() => { animation = 0; step(); });
  }

  const ANIMATION = 100;  // ms: a frame wanted sooner than this is part of what is going on
  function isSettled() {
    if (!ready || animation || soon || (laterIn > 0 && laterIn < ANIMATION) || facesComing > 0 || sources.isBusy() || tabs.isBusy() || recent.isBusy()) return false;
    return program.quoth_is_busy() === 0;
  }

  // --- The canvas -----------------------------------------------------------------------------------------

  const wants = {dark: matchMedia('(prefers-color-scheme: dark)'), contrast: matchMedia('(prefers-contrast: more), (forced-colors: active)'), calm: matchMedia('(prefers-reduced-motion: reduce)')};

  function describeSurroundings() {
    const flags = (wants.dark.matches ? 1 : 0) | (wants.contrast.matches ? 2 : 0) | (wants.calm.matches ? 4 : 0) | (input.isTouch ? 8 : 0) | (input.isMac ? 16 : 0);
    program.quoth_surroundings(canvas.clientWidth, canvas.clientHeight, devicePixelRatio, flags);
  }

  // The browser's own figure is exact, but does not follow an emulated pixel ratio: taken if it agrees within two pixels.
  function fitCanvas(entry) {
    let width = Math.round(canvas.clientWidth * devicePixelRatio);
    let height = Math.round(canvas.clientHeight * devicePixelRatio);
    const exact = entry?.devicePixelContentBoxSize?.[0];
    if (exact && Math.abs(exact.inlineSize - width) < 2 && Math.abs(exact.blockSize - height) < 2) {
      width = exact.inlineSize;
      height = exact.blockSize;
    }
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
    if (!ready) return;
    describeSurroundings();
    step();  // at once: a canvas that was resized is empty
  }

  function watchSurroundings() {
    const observer = new ResizeObserver(([entry]) => fitCanvas(entry));
    try {
      observer.observe(canvas, {box: 'device-pixel-content-box'});
    } catch {
      observer.observe(canvas);
    }
    const changed = () => {
      fitCanvas();
      describeSurroundings();
      wake();
    };
    Object.values(wants).forEach((query) => query.addEventListener('change', changed));
    const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      changed();
      watchRatio();
    }, {once: true});
    watchRatio();
    // A keyboard on the screen takes its room from the canvas: what is typed into stays above it.
    visualViewport?.addEventListener('resize', () => {
      const covered = visualViewport.scale === 1 && innerHeight - visualViewport.height > 80;
      canvas.style.height = covered ? visualViewport.height + 'px' : '';
    });
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) keepNow();
      wake();
    });
    addEventListener('pagehide', keepNow);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      contextLost = true;
      cancelAnimationFrame(animation);
      animation = 0;
      program.quoth_context_lost();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      contextLost = false;
      program.quoth_context_restored();
      wake();
    });
  }

  // --- What the program asks for (src/app/platform_web.cc) ------------------------------------------------

  let saves = Promise.resolve();  // drafts are written one after the other
  const page = {
    analyse: analyst.analyse,
    annotateAgain: analyst.annotateAgain,
    cancelAnalysis: analyst.cancel,
    fetchPage: sources.fetchPage,
    cancelFetch: sources.cancelFetch,
    download: sources.download,
    askForFile: sources.askForFile,
    askForClipboard: sources.askForClipboard,
    copy: sources.copy,
    async loadFaces(group) {
      ++facesComing;
      try {
        await fontsFrom(group === 'further' ? FACES.length : 2 * FACES.length, group === 'further' ? FACES.map((face) => face + '-further') : ['DroidSansFallback']);
      } catch {
        arrive('failed', {bytes: 'The letters of this article could not be loaded. Signs stand in their place until the page is opened with a connection.'});
      } finally {
        --facesComing;
        wake();
      }
    },
    showPlainText: (shown) => mirror.showPlainText(shown),
    showMirror: (json) => mirror.show(JSON.parse(json)),
    showPointer: input.showPointer,
    saveSettings: (text) => store.saveSettings(text).catch(() => {}),  // the next visit starts with the usual ones
    saveDraft(key, title, bytes, changes, fresh) {
      saves = saves.then(() => tabs.mayWrite(key)).then(async (may) => {
        if (!may) return arrive('held-elsewhere', {name: key});
        await store.saveDraft(key, title, bytes, fresh);
        arrive('saved', {name: key, number: changes});
        recent.changed();
      }).catch((error) => arrive('save-failed', {name: key, bytes: store.sentence(error)}));
    },
    closeDraft() {
      tabs.hold(null);
      saves = saves.then(store.closeDraft).catch(() => {}).then(recent.changed);
    },
    holdDraft: (key) => tabs.hold(key),
    takeOver: () => tabs.takeOver(),
    listVersions: (key) => recent.listVersions(key, saves),
    openVersion: (key, at) => recent.openVersion(key, at, saves),
    exportAll: () => recent.exportAll(saves),
    share: sources.share,
    update: () => offline.update(),
    openDraft: (key) => recent.open(key, saves),
    removeDraft: (key, removed) => recent.setRemoved(key, removed),
    randomUuid() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6] & 0x0f) | 0x40;
      bytes[8] = (bytes[8] & 0x3f) | 0x80;
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };

  // --- For scripts ----------------------------------------------------------------------------------------

  const settled = () => new Promise((resolve) => {
    if (isSettled()) return resolve();
    waiting.push(resolve);
    wake();
  });

  window.quoth = {
    async open({text, html, annotation, url = '', name = ''}) {
      await started;
      if (annotation !== undefined) arrive('open', {type: 'annotation', bytes: typeof annotation === 'string' ? annotation : JSON.stringify(annotation)});
      else if (html !== undefined) arrive('open', {type: 'html', url, name, bytes: html});
      else arrive('open', {type: 'text', url, name, bytes: text ?? ''});
      return settled();
    },
    annotation: () => JSON.parse(module.UTF8ToString(program.quoth_annotation())),
    state: () => ({...JSON.parse(module.UTF8ToString(program.quoth_state())), settled: isSettled()}),
    async command(name, argument = '') {
      await started;
      arrive('command', {name, bytes: String(argument)});
      return settled();
    },
    async settled() {
      await started;
      return settled();
    },
  };

  // --- Start ----------------------------------------------------------------------------------------------

  function stop(sentence) {
    document.getElementById('loading')?.remove();
    const message = document.createElement('p');
    message.className = 'stopped';
    message.setAttribute('role', 'alert');
    message.textContent = sentence;
    document.body.append(message);
    throw new Error(sentence);
  }

  const single = typeof packed === 'object';  // the page is one file, and opens from anywhere

  async function bytesAt(path) {
    if (single) return packed.bytes(path);
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  // Fonts stay in the program's memory. `first`: the number of the first of these, see quoth_font().
  const FACES = ['NotoSerif-Regular', 'NotoSerif-Bold', 'NotoSans-Regular', 'NotoSans-Bold'];
  const bytesOfFonts = (names) => Promise.all(names.map((name) => bytesAt(`fonts/${name}.ttf`)));
  function loadFonts(first, fonts) {
    fonts.forEach((bytes, index) => {
      const pointer = module._malloc(bytes.length);
      module.HEAPU8.set(bytes, pointer);
      program.quoth_font(first + index, pointer, bytes.length);
    });
    program.quoth_load_fonts();
  }
  const fontsFrom = async (first, names) => loadFonts(first, await bytesOfFonts(names));

  async function start() {
    analyst.start(arrive, single ? await packed.worker() : undefined);
    const stored = store.patiently(() => Promise.all([store.settings(), store.lastDraft()])).catch((error) => ['', null, error]);
    const fonts = bytesOfFonts(FACES);
    try {
      module = await createApp({page, ...(single && {wasmBinary: await packed.bytes('app.wasm')})});
    } catch {
      stop('Quoth could not start: this browser did not load or run its program. Reload the page, or use a newer browser.');
    }
    program = {withText, text: (pointer) => module.UTF8ToString(pointer)};
    for (const name of Object.keys(module)) {
      if (name.startsWith('_quoth_')) program[name.slice(1)] = module[name];
    }
    fitCanvas();
    if (!program.quoth_start()) stop('Quoth draws with WebGL 2, which this browser does not offer or has turned off.');
    loadFonts(0, await fonts.catch(() => stop('Quoth could not load its fonts. Reload the page.')));
    describeSurroundings();

    const saved = async () => {
      await settled();
      await saves;
    };
    tabs.start(arrive, saved, wake);
    sources.start(arrive);
    mirror.start(arrive);
    recent.start(arrive, wake);
    input.start(program, step, wake);
    watchSurroundings();
    const [settings, draft, fault] = await stored;
    if (fault) arrive('failed', {bytes: store.sentence(fault)});
    else await recent.changed();
    if (settings) arrive('settings', {bytes: settings});
    if (draft) arrive('draft', {name: draft.key, bytes: draft.bytes});
    arrive('place', {url: location.href.replace(/[?#].*$/s, ''), type: navigator.share ? 'share' : ''});
    offline.start(arrive, saved);
    ready = true;
    step();
    document.getElementById('loading').remove();
  }

  const started = start();
})();
