// Puts the rows of src/app/mirror.h into the page: the article with its marks, the lists, the commands, the notice.
// Only rows that changed are touched. Everything that comes from an article goes in as text, never as markup.
'use strict';

const mirror = (() => {
  const TAGS = new Set(['h1', 'h2', 'p', 'ul', 'li', 'blockquote']);
  let arrive = null;

  const element = (tag, attributes = {}, text = '') => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false && value !== '') made.setAttribute(name, value === true ? 'true' : value);
    }
    if (text) made.textContent = text;
    return made;
  };

  // --- The article ---------------------------------------------------------------------------------

  // What a screen reader says before a mark (style.css); cues and sources are not told of, or it would never stop.
  function beginning(word) {
    if (word.kind === 'claim') return 'claim';
    return word.kind === 'quotation' ? `${word.name || 'nobody known'}, ${word.type}` : '';
  }

  // A string is text, an object opens a mark, 0 closes the last one.
  function fill(parent, words) {
    let inside = parent;
    for (const word of words) {
      if (typeof word === 'string') {
        inside.append(word);
      } else if (word === 0) {
        inside = inside.parentNode;
      } else {
        const mark = element('mark', {
          'data-kind': word.kind, 'data-id': word.id, 'data-speaker': word.speaker, 'data-type': word.type, 'data-state': word.state,
          'data-begins': beginning(word),
        });
        inside.append(mark);
        inside = mark;
      }
    }
  }

  function block(row) {
    const made = element(TAGS.has(row.tag) ? row.tag : 'p', {dir: 'auto', 'data-id': row.id, 'data-role': row.role, 'data-excluded': row.excluded});
    if (row.items) made.append(...row.items.map(block));
    else fill(made, row.words);
    // An excluded block can be put back from here; what excludes another one shows itself to the mouse (style.css).
    if (row.id && row.tag !== 'h1') {
      const words = row.excluded ? `Put back: ${row.label}` : 'Exclude';
      made.append(element('button', {type: 'button', class: 'turn', 'aria-label': words, 'data-command': 'exclude-block', 'data-argument': row.id}));
    }
    return made;
  }

  // --- The lists -----------------------------------------------------------------------------------

  const listRow = (kind) => (row) => {
    const item = element('li');
    item.append(element('button', {type: 'button', 'data-kind': kind, 'data-id': row.id, 'aria-pressed': 'false'}, row.text));
    return item;
  };

  // What shows a mark, by the mark's id: a long text has too many elements to look through all of them at each step.
  const showing = new Map();
  const partsOf = (row) => row.querySelectorAll('mark, li > button[data-id]');

  function remember(row) {
    for (const part of partsOf(row)) {
      const {id} = part.dataset;
      if (!showing.has(id)) showing.set(id, new Set());
      showing.get(id).add(part);
    }
  }

  function forget(row) {
    for (const part of partsOf(row)) {
      const {id} = part.dataset;
      showing.get(id).delete(part);
      if (showing.get(id).size === 0) showing.delete(id);
    }
  }

  function showRows(list, {count, changed}, make) {
    while (list.children.length > count) {
      forget(list.lastChild);
      list.lastChild.remove();
    }
    for (const [index, row] of changed) {
      const made = make(row);
      remember(made);
      const old = list.children[index];
      if (!old) {
        list.append(made);
        continue;
      }
      const focused = old.contains(document.activeElement);
      forget(old);
      old.replaceWith(made);
      if (focused) made.querySelector('button')?.focus();
    }
  }

  let chosen = '';  // the id of the selected mark
  let lit = [];     // what shows that it is

  function light() {
    for (const part of lit) part.setAttribute(part.matches('mark') ? 'aria-current' : 'aria-pressed', 'false');
    lit = [...(showing.get(chosen) ?? [])];
    for (const part of lit) part.setAttribute(part.matches('mark') ? 'aria-current' : 'aria-pressed', 'true');
  }

  // --- The commands --------------------------------------------------------------------------------

  function commandRow(command) {
    const made = element('span');
    const button = element('button', {type: 'button', 'data-command': command.name, 'aria-keyshortcuts': command.keys.replaceAll('Ctrl', 'Control')}, command.title);
    if (command.argument) {
      const id = 'argument-of-' + command.name;
      made.append(element('label', {for: id}, `${command.title}: ${command.argument}`), element('input', {id, type: 'text', autocomplete: 'off'}));
    }
    made.append(button);
    return made;
  }

  function showCommands(commands) {
    const bar = document.getElementById('commands');
    for (const command of commands) {
      let button = bar.querySelector(`[data-command="${CSS.escape(command.name)}"]`);
      if (!button) {
        let group = bar.querySelector(`[aria-label="${CSS.escape(command.group)}"]`);
        if (!group) {
          group = element('div', {role: 'group', 'aria-label': command.group});
          bar.append(group);
        }
        const row = commandRow(command);
        group.append(row);
        button = row.querySelector('button');
      }
      // Not `disabled`: a button that loses its focus to nowhere is lost to the keyboard.
      button.setAttribute('aria-disabled', String(!command.possible));
    }
  }

  function run(button) {
    if (button.getAttribute('aria-disabled') === 'true') return;
    const input = button.parentNode.querySelector('input');
    arrive('command', {name: button.dataset.command, bytes: button.dataset.argument ?? (input ? input.value : '')});
  }

  function clicked(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.command) run(button);
    else arrive('select', {name: button.dataset.kind, bytes: button.dataset.id});
  }

  // What is kept in this browser, by its number: to be opened, deleted, put back.
  function recentRow({title, details, removed}, index) {
    const item = element('li');
    const command = (name, words) => element('button', {type: 'button', 'data-command': name, 'data-argument': String(index + 1)}, words);
    if (removed) item.append(`${title}, deleted `, command('restore-recent', `Put back “${title}”`));
    else item.append(command('open-recent', `${title}, ${details}`), command('delete-recent', `Delete “${title}”`));
    return item;
  }

  // A mark without a place: a button puts it on the selected words.
  function lostRow(row) {
    const item = element('li');
    item.append(element('button', {type: 'button', 'data-command': 'put-back', 'data-argument': row.id}, row.text));
    return item;
  }

  // What two people say differently: a button goes to the place.
  function showDifferences(rows) {
    const list = document.getElementById('differences');
    document.getElementById('compared').hidden = rows.length === 0;
    list.replaceChildren(...rows.map((words, index) => {
      const item = element('li');
      item.append(element('button', {type: 'button', 'data-command': 'select-difference', 'data-argument': String(index + 1)}, words));
      return item;
    }));
  }

  return {
    start(arriveInPage) {
      arrive = arriveInPage;
      const root = document.getElementById('mirror');
      root.addEventListener('click', clicked);
      root.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && document.body.classList.contains('plain')) arrive('command', {name: 'plain-text'});
        if (event.key === 'Enter' && event.target.matches('input')) run(event.target.parentNode.querySelector('button'));
      });
    },

    show(changes) {
      const at = (id) => document.getElementById(id);
      if (changes.article) showRows(at('article'), changes.article, block);
      if (changes.speakers) showRows(at('speakers'), changes.speakers, listRow('speaker'));
      if (changes.quotations) showRows(at('quotations'), changes.quotations, listRow('quotation'));
      if (changes.claims) showRows(at('claims'), changes.claims, listRow('claim'));
      if (changes.lost) {
        showRows(at('lost'), changes.lost, lostRow);
        at('missing').hidden = changes.lost.count === 0;
      }
      if (changes.differences) showDifferences(changes.differences);
      if ('selected' in changes) chosen = changes.selected;
      if (changes.article || 'selected' in changes) light();
      if (changes.commands) showCommands(changes.commands);
      if ('notice' in changes) at('notice').textContent = changes.notice;
      if ('title' in changes) document.title = changes.title ? changes.title + ' – Quoth' : 'Quoth';
    },

    // The article over the canvas, for letters that the canvas cannot draw.
    showPlainText(shown) {
      document.body.classList.toggle('plain', shown);
      if (shown) document.querySelector('#back button').focus();
    },

    showRecent(rows) {
      const list = document.getElementById('recent');
      const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
      list.replaceChildren(...rows.map(recentRow));
      if (focused >= 0) list.children[Math.min(focused, rows.length - 1)]?.querySelector('button').focus();
    },

    focusFirst: () => document.querySelector('#mirror [role="toolbar"] button, #mirror section button')?.focus(),
  };
})();
