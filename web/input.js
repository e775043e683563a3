// Keyboard, mouse, touch and the clipboard events of the browser, handed to the program as it wants them.
'use strict';

const input = (() => {
  const canvas = document.getElementById('canvas');
  const keyboard = document.getElementById('keyboard');
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let program = null;  // the functions of src/app/main.cc
  let step = null;     // draws now
  let wake = null;     // draws soon
  let composing = false;

  // --- Keys ----------------------------------------------------------------------------------------

  // ImGui's names for KeyboardEvent.code. Letters go by KeyboardEvent.key, so that Ctrl+Z follows the layout.
  const NAMES = {
    ArrowLeft: 'LeftArrow', ArrowRight: 'RightArrow', ArrowUp: 'UpArrow', ArrowDown: 'DownArrow', ControlLeft: 'LeftCtrl', ControlRight: 'RightCtrl',
    ShiftLeft: 'LeftShift', ShiftRight: 'RightShift', AltLeft: 'LeftAlt', AltRight: 'RightAlt', MetaLeft: 'LeftSuper', MetaRight: 'RightSuper',
    NumpadEnter: 'KeypadEnter', NumpadAdd: 'KeypadAdd', NumpadSubtract: 'KeypadSubtract', Quote: 'Apostrophe', Backquote: 'GraveAccent',
    BracketLeft: 'LeftBracket', BracketRight: 'RightBracket',
  };
  const numbers = new Map();  // ImGui's numbers by its names

  function keyNumber(event) {
    let name = NAMES[event.code] || event.code.replace(/^(Key|Digit)/, '').replace(/^Numpad(?=\d)/, 'Keypad');
    if (/^[a-zA-Z]$/.test(event.key)) name = event.key.toUpperCase();
    else if (/^[0-9]$/.test(event.key) && event.code.startsWith('Digit')) name = event.key;
    else if (event.key === '?') name = 'Slash';
    if (!numbers.has(name)) numbers.set(name, program.withText(name, (p) => program.quoth_key_number(p)));
    return numbers.get(name);
  }

  const modifiersOf = (event) => (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);

  // Chords that the browser would take, and that mean something here.
  const OURS = new Set(['a', 'd', 'e', 'f', 'g', 'h', 'k', 'o', 's', 'y', 'z', 'enter', 'backspace', '/', '.', ',']);

  function onKey(event, down) {
    if (event.isComposing || event.keyCode === 229) return;  // an input method has it
    const key = event.key.toLowerCase();
    const command = isMac ? event.metaKey : event.ctrlKey;
    if (down && event.shiftKey && event.key === 'F6') {
      event.preventDefault();
      return mirror.focusFirst();
    }
    // The browser's own copy, cut and paste events follow; they carry the clipboard.
    if (command && !event.altKey && ['c', 'v', 'x'].includes(key)) return program.quoth_key(0, 0, modifiersOf(event));
    program.quoth_key(keyNumber(event), down ? 1 : 0, modifiersOf(event));
    // macOS tells of no key that is let go while ⌘ is down.
    if (down && isMac && event.metaKey && event.key !== 'Meta') program.quoth_key(keyNumber(event), 0, modifiersOf(event));
    if (down && ((command && OURS.has(key)) || event.key === 'Tab' || (event.altKey && event.key.startsWith('Arrow')))) event.preventDefault();
    wake();
  }

  const type = (text) => program.withText(text, (p) => program.quoth_text(p));
  function tap(name) {
    const number = program.withText(name, (p) => program.quoth_key_number(p));
    program.quoth_key(number, 1, 0);
    program.quoth_key(number, 0, 0);
  }

  function beforeInput(event) {
    if (event.isComposing || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    if (event.inputType === 'insertText' && event.data) type(event.data);
    else if (isTouch && event.inputType === 'deleteContentBackward') tap('Backspace');  // screen keyboards tell no keys
    else if (isTouch && event.inputType === 'insertLineBreak') tap('Enter');
    wake();
  }

  function bindKeyboard() {
    keyboard.addEventListener('keydown', (event) => onKey(event, true));
    keyboard.addEventListener('keyup', (event) => onKey(event, false));
    keyboard.addEventListener('beforeinput', beforeInput);
    keyboard.addEventListener('compositionstart', () => { composing = true; });
    keyboard.addEventListener('compositionend', (event) => {
      composing = false;
      if (event.data) type(event.data);
      keyboard.value = '';
      wake();
    });
    document.getElementById('mirror').addEventListener('keydown', (event) => {
      if (event.key !== 'F6' && event.key !== 'Escape') return;
      event.preventDefault();
      focus();
    });
    window.addEventListener('blur', () => {
      program.quoth_focus(0);
      wake();
    });
    window.addEventListener('focus', () => {
      program.quoth_focus(1);
      wake();
    });
  }

  const focus = () => keyboard.focus({preventScroll: true});

  // --- Mouse ---------------------------------------------------------------------------------------

  const point = (event, touch = 0) => program.quoth_pointer(event.clientX, event.clientY, touch, modifiersOf(event));
  const button = (event) => [0, 2, 1][event.button] ?? 0;
  const WHEEL_UNIT = 100;  // CSS px for one unit of ImGui's wheel

  function onWheel(event) {
    event.preventDefault();
    if (event.ctrlKey) return resizeText(textSize() * Math.exp(-event.deltaY / 300));  // a trackpad's pinch
    const scale = [1, 40, innerHeight][event.deltaMode] / WHEEL_UNIT;
    program.quoth_wheel(-event.deltaX * scale, -event.deltaY * scale);
    wake();
  }

  function bindMouse() {
    canvas.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      if (event.pointerType === 'touch') return touchDown(event);
      point(event);
      program.quoth_button(button(event), 1);
      focus();
      wake();
    });
    canvas.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch') return touchMove(event);
      point(event);
      wake();
    });
    canvas.addEventListener('pointerup', (event) => {
      if (event.pointerType === 'touch') return touchUp(event, true);
      point(event);
      program.quoth_button(button(event), 0);
      wake();
    });
    canvas.addEventListener('pointercancel', (event) => { if (event.pointerType === 'touch') touchUp(event, false); });
    canvas.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'touch') return;
      program.quoth_pointer_left();
      wake();
    });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('wheel', onWheel, {passive: false});
  }

  // --- Touch: a tap clicks, one finger scrolls, two change the text's size, a long press selects a word, whose ends
  // can then be pulled by their handles --------------------------------------------------------------------

  const SLACK = 8;          // px that a finger may move in a tap
  const LONG_PRESS = 500;   // ms
  const fingers = new Map();
  let gesture = null;       // {kind: 'tap' | 'scroll' | 'pinch' | 'done', …}
  let pressing = 0;
  let gliding = 0;

  const spread = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const textSize = () => JSON.parse(program.text(program.quoth_state())).textSize;
  function resizeText(size) {
    program.quoth_text_size(size);
    wake();
  }

  function click(times) {
    for (let i = 0; i < times; ++i) {
      program.quoth_button(0, 1);
      step();
      program.quoth_button(0, 0);
      step();
    }
  }

  function touchDown(event) {
    cancelAnimationFrame(gliding);
    clearTimeout(pressing);
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    if (fingers.size === 2) {
      gesture = {kind: 'pinch', spread: spread(), size: textSize()};
    } else if (fingers.size === 1) {
      gesture = {kind: 'tap', x: event.clientX, y: event.clientY, speed: 0, at: event.timeStamp};
      point(event, 1);
      // On the round handle of a selection or a mark the finger pulls it, from the first moment on.
      if (program.quoth_can_pull(event.clientX, event.clientY)) {
        gesture.kind = 'pull';
        step();
        program.quoth_button(0, 1);
        return step();
      }
      pressing = setTimeout(() => {
        if (gesture?.kind !== 'tap') return;
        gesture.kind = 'done';
        click(2);
        wake();
      }, LONG_PRESS);
    }
    wake();
  }

  function touchMove(event) {
    const finger = fingers.get(event.pointerId);
    if (!finger || !gesture) return;
    const dx = event.clientX - finger.x;
    const dy = event.clientY - finger.y;
    fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    if (gesture.kind === 'pinch' && fingers.size === 2) return resizeText(gesture.size * spread() / gesture.spread);
    if (gesture.kind === 'pull') {
      point(event, 1);
      return wake();
    }
    if (gesture.kind === 'tap' && Math.hypot(event.clientX - gesture.x, event.clientY - gesture.y) > SLACK) gesture.kind = 'scroll';
    if (gesture.kind !== 'scroll') return;
    clearTimeout(pressing);
    program.quoth_wheel(dx / WHEEL_UNIT, dy / WHEEL_UNIT);
    gesture.speed = dy / Math.max(1, event.timeStamp - gesture.at);
    gesture.at = event.timeStamp;
    wake();
  }

  function touchUp(event, lifted) {
    fingers.delete(event.pointerId);
    clearTimeout(pressing);
    if (!gesture || fingers.size > 0) return;
    const {kind, speed, at} = gesture;
    gesture = null;
    if (kind === 'pull') {
      program.quoth_button(0, 0);
      step();
      return wake();
    }
    if (kind === 'tap' && lifted) {
      point(event, 1);
      step();
      click(1);
      program.quoth_pointer_left();  // a finger that has gone hovers over nothing
      // The screen keyboard opens only from within the tap, and only for a text field.
      keyboard.inputMode = program.quoth_wants_text() ? 'text' : 'none';
      keyboard.blur();
      focus();
    } else if (kind === 'scroll' && !calm.matches && event.timeStamp - at < 50) {
      glide(speed);
    }
    wake();
  }

  // The text goes on for a moment after the finger has left it. `speed` in px a ms.
  function glide(speed) {
    let before = performance.now();
    const move = (now) => {
      const elapsed = now - before;
      before = now;
      speed *= Math.exp(-elapsed / 325);
      if (Math.abs(speed) < 0.02) return;
      program.quoth_wheel(0, speed * elapsed / WHEEL_UNIT);
      wake();
      gliding = requestAnimationFrame(move);
    };
    gliding = requestAnimationFrame(move);
  }

  // --- The clipboard -------------------------------------------------------------------------------

  const inMirror = (event) => event.target instanceof Element && event.target.closest('#mirror input') !== null;

  function bindClipboard() {
    document.addEventListener('paste', (event) => {
      if (inMirror(event)) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (program.quoth_wants_text()) program.withText(text, (p) => program.quoth_paste_into_field(p));
      else sources.takeTransfer(event.clipboardData);
      wake();
    });
    for (const kind of ['copy', 'cut']) {
      document.addEventListener(kind, (event) => {
        if (inMirror(event) || !getSelection().isCollapsed) return;
        const text = program.text(program.quoth_copy(kind === 'cut' ? 1 : 0));
        wake();
        if (!text) return;
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
      });
    }
  }

  const CURSORS = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];

  return {
    isMac,
    isTouch,
    focus,

    start(theProgram, stepNow, stepSoon) {
      [program, step, wake] = [theProgram, stepNow, stepSoon];
      bindKeyboard();
      bindMouse();
      bindClipboard();
      if (isTouch) keyboard.inputMode = 'none';
      focus();
    },

    showPointer(cursor, textWanted, x, y, height) {
      canvas.style.cursor = CURSORS[cursor] || 'default';
      if (!textWanted || composing) return;
      keyboard.style.left = x + 'px';
      keyboard.style.top = y + 'px';
      keyboard.style.height = height + 'px';
    },
  };
})();
