'use strict';
(() => {
  const words = document.currentScript.dataset;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const added = element => (element.dataset.added = '', element);
  const field = properties => make('input', { type: 'search', autocomplete: 'off', ...properties });
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = text => fold(text).split(/\s+/).filter(Boolean);
  const whole = number => String(number).replace(/\B(?=(\d{3})+$)/g, words.group);
  const months = words.months.split(' ');
  const number = RegExp(`^([+−-]?)[^\\d\\s]{0,3}(\\d[\\d${words.group}]*)(?:[${words.decimal}](\\d+))?\\s*([km](?!\\w)|M)?`);
  const key = (text, letter) => {
    const day = /^(\d+)\S*\s(\S+)\s(\d{4})$/.exec(text);
    if (day && months.includes(day[2])) return day[3] * 372 + months.indexOf(day[2]) * 31 + +day[1];
    const [found, sign, integer, fraction = 0, unit] = number.exec(text) || [];
    if (found) return `${integer.replace(/\D/g, '')}.${fraction}` * (!unit ? 1 : unit === 'k' ? 1e3 : 1e6) * (sign && sign !== '+' ? -1 : 1);
    return letter ? 'rygu'.indexOf(letter) : text;
  };
  const cellKey = cell => {
    const own = [...cell.childNodes].filter(node => node.nodeName !== 'SMALL').map(node => node.textContent);
    return key(own.join('').trim(), cell.querySelector('.b')?.className.slice(-1));
  };
  const compare = (a, b, way) => {
    const isNumber = typeof a === 'number';
    if (isNumber !== (typeof b === 'number')) return isNumber ? -1 : 1;
    if (isNumber) return way * (a - b);
    return a && b ? way * a.localeCompare(b, document.documentElement.lang, { numeric: true }) : !a - !b;
  };
  const tables = new Map();
  const enhance = (name, scroll, note, load) => {
    let heads, rows, most, body, column = -1, way = 1;
    const input = field({}), output = make('output');
    const keyOf = row => isNumeric(column) ? row.keys()[column] : String(row.texts[column]);
    const isNumeric = at => at > 0 && rows.filter(row => typeof row.keys()[at] === 'number').length * 2 > rows.filter(row => row.texts[at]).length;
    const ready = async () => {
      if (rows) return;
      const table = scroll.querySelector('table');
      ({ rows, most } = await load(table));
      body = table.tBodies[0];
      heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, at) => {
        if (!rows.some(row => row.texts[at])) return;
        const button = make('button', {}, ...head.childNodes);
        button.onclick = () => {
          const first = isNumeric(at) ? -1 : 1;
          if (column !== at) [column, way] = [at, first];
          else if (way === first) way = -way;
          else column = -1;
          show(true);
        };
        head.append(button);
      });
    };
    const count = shown => { output.textContent = words.rows.replace('{n}', whole(shown)).replace('{of}', whole(rows.length)) + note; };
    const show = async isNew => {
      await ready();
      const wanted = parts(input.value);
      const kept = rows.filter(row => wanted.every(part => (row.folded ??= fold(row.texts.join(' '))).includes(part)));
      if (column >= 0) kept.sort((a, b) => compare(keyOf(a), keyOf(b), way));
      body.replaceChildren(...kept.slice(0, most).map(row => row.element()));
      heads.forEach((head, at) => { head.ariaSort = at !== column ? null : way > 0 ? 'ascending' : 'descending'; });
      count(Math.min(kept.length, most));
      if (!isNew) return scroll.scrollIntoView();
      const state = new URLSearchParams();
      if (column >= 0) state.set('sort', column + (way > 0 ? 'a' : 'd'));
      if (input.value) state.set('filter', input.value);
      history.replaceState(null, '', `#${name}${state.size ? `?${state}` : ''}`);
    };
    input.oninput = () => show(true);
    tables.set(name, state => {
      const sort = /^(\d+)([ad])$/.exec(state.get('sort')) || [0, -1];
      column = +sort[1];
      way = sort[2] === 'd' ? -1 : 1;
      input.value = state.get('filter') || '';
      show();
    });
    return { ready, bar: () => {
      scroll.before(added(make('p', { className: 'filter' }, make('label', {}, `${words.filter} `, input), ' ', output)));
      if (rows) count(rows.length);
    } };
  };
  let index;
  const accounts = () => index ??= new Promise((resolve, reject) => {
    document.head.append(added(make('script', { src: `${words.root}accounts.js`, onload: () => resolve(vigieAccounts), onerror: reject })));
  });
  const mark = (all, letter) => letter ? make('span', { className: `b ${letter}` }, all.bands[letter]) : '';
  const page = slug => `${words.root}accounts/${slug}.html`;
  const loadIndex = async table => {
    const all = await accounts();
    const cell = (at, ...children) => {
      const made = make('td', { className: at === 2 ? 'n' : '' }, ...children);
      made.dataset.l = all.columns[at];
      return made;
    };
    sheets.remove();
    table.tHead.rows[0].replaceChildren(...all.columns.map((text, at) => make('th', { scope: 'col', className: at === 2 ? 'n' : '' }, text)));
    return { most: 200, rows: all.rows.map(([slug, name, id, segment, arr, renews, score, band, flag, owner]) => {
      const [person, address] = all.owners[owner];
      const texts = [`${name} ${id}`, all.segments[segment], arr, renews, `${score} ${all.bands[band]}`, all.bands[flag] || '', person];
      let element, keys;
      return { texts, keys: () => keys ??= texts.map((text, at) => key(text, at === 5 ? flag : '')), element: () => element ??= make('tr', {},
        make('th', { scope: 'row' }, make('a', { href: page(slug) }, name), ' ', make('small', {}, id)),
        cell(1, texts[1]), cell(2, arr), cell(3, renews), cell(4, `${score}\u00A0`, mark(all, band)), cell(5, mark(all, flag)),
        cell(6, make('a', { href: words.root + address }, person))) };
    }) };
  };
  const setUpFinding = () => {
    const list = make('ul', { role: 'listbox', id: 'found', ariaLabel: words.find });
    const input = field({ role: 'combobox', id: 'find', ariaExpanded: 'false', ariaAutoComplete: 'list' });
    input.setAttribute('aria-controls', 'found');
    const output = make('output'), slash = make('input', { type: 'checkbox' });
    const box = added(make('dialog', { className: 'find', closedBy: 'any', ariaLabel: words.find },
      make('label', { htmlFor: 'find' }, words.find), input, list, output, make('label', {}, slash, ` ${words.slash}`), make('button', { onclick: () => box.close() }, words.close)));
    const memory = value => {
      try { return value ? localStorage.setItem('vigie-slash', value) : localStorage.getItem('vigie-slash'); } catch { return null; }
    };
    slash.checked = memory() !== 'off';
    slash.onchange = () => memory(slash.checked ? 'on' : 'off');
    let at = 0;
    const choose = to => {
      const options = [...list.children];
      at = Math.max(0, Math.min(to, options.length - 1));
      options.forEach((option, place) => { option.ariaSelected = String(place === at); });
      input.setAttribute('aria-activedescendant', options[at]?.id || '');
      options[at]?.scrollIntoView({ block: 'nearest' });
    };
    const search = async () => {
      const all = await accounts(), wanted = parts(input.value), text = fold(input.value.trim());
      const found = [[], [], [], []];
      if (text) for (const row of all.rows) {
        const [name, id, owner] = row.folded ??= [row[1], row[2], all.owners[row[9]][0]].map(fold);
        if (!wanted.every(part => name.includes(part) || id.includes(part) || owner.includes(part))) continue;
        found[id === text ? 0 : name.startsWith(text) ? 1 : name.includes(text) || id.includes(text) ? 2 : 3].push(row);
      }
      const rows = found.flat();
      list.replaceChildren(...rows.slice(0, 12).map((row, place) => make('li', { role: 'option', id: `found-${place}`, onclick: () => { location.href = page(row[0]); } },
        make('b', {}, row[1]), ' ', make('small', {}, `${row[2]} · ${all.owners[row[9]][0]} · ${row[6]}\u00A0`, mark(all, row[7])))));
      input.ariaExpanded = String(rows.length > 0);
      output.textContent = text ? words.found.replace('{n}', list.children.length).replace('{of}', whole(rows.length)) : words.hint;
      choose(0);
    };
    const open = () => {
      document.body.append(box);
      box.showModal();
      input.select();
      search();
    };
    input.oninput = search;
    input.onkeydown = event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step && event.key !== 'Enter') return;
      event.preventDefault();
      if (step) choose(at + step);
      else list.children[at]?.click();
    };
    document.addEventListener('keydown', event => {
      const isTyping = event.target.closest('input, textarea, select, dialog[open]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || !slash.checked) return;
      event.preventDefault();
      open();
    });
    document.querySelector('.edition').after(added(make('button', { className: 'find', onclick: open }, words.find, ' ', make('kbd', { ariaHidden: 'true' }, '/'))));
  };
  const sheets = document.querySelector('main .sheets');
  const isIndex = sheets && words.find && /\/accounts\/index(\.\d+)?\.html$/.test(location.pathname);
  document.querySelectorAll('main .scroll > table:not(.matrix)').forEach((table, place) => {
    const elements = [...table.tBodies[0].rows], columns = table.tHead.rows[0].cells.length;
    const isList = elements.some(row => row.cells[0].querySelector('a'));
    if (elements.length < 5 || !isList || elements.some(row => row.className || row.cells.length !== columns)) return;
    const section = table.closest('section')?.id || 'main';
    const name = tables.has(section) ? section + place : section;
    const rows = elements.map(element => {
      let keys;
      return { element: () => element, texts: [...element.cells].map(cell => cell.innerText.trim()), keys: () => keys ??= [...element.cells].map(cellKey) };
    });
    const made = enhance(name, table.parentNode, sheets && !isIndex ? ` ${words.sheet || ''}` : '', isIndex ? loadIndex : () => ({ rows, most: rows.length }));
    const bar = () => { if (rows.length > 19) made.bar(); };
    if (isIndex) bar();
    else made.ready().then(bar);
  });
  if (words.find) setUpFinding();
  const follow = () => {
    const [name, state] = location.hash.slice(1).split('?');
    if (state) tables.get(name)?.(new URLSearchParams(state));
  };
  follow();
  addEventListener('hashchange', follow);
})();
