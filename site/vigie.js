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
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd').replace(/ß/g, 'ss');
  const parts = text => fold(text).split(/\s+/).filter(Boolean);
  const fill = (phrase, values) => phrase.replace(/{(\w+)}/g, (_, name) => values[name]);
  const whole = number => String(number).replace(/\B(?=(\d{3})+$)/g, words.group);
  const months = words.months.split(' ');
  const number = RegExp(`^([+−-]?)[^\\d\\s]{0,3}(\\d[\\d${words.group}]*)(?:[${words.decimal}](\\d+))?\\s*([km](?!\\w)|M)?`);
  const dayOf = text => {
    const [, day, name, year] = /^(\d+)\S*\s(\S+)\s(\d{4})$/.exec(text) || [];
    return months.includes(name) && { day: +day, month: months.indexOf(name), year: +year };
  };
  const key = (text, letter) => {
    const day = dayOf(text);
    if (day) return day.year * 372 + day.month * 31 + day.day;
    const [found, sign, integer, fraction = 0, unit] = number.exec(text) || [];
    if (found) return `${integer.replace(/\D/g, '')}.${fraction}` * (!unit ? 1 : unit === 'k' ? 1e3 : 1e6) * (sign && sign !== '+' ? -1 : 1);
    return letter ? 'rygu'.indexOf(letter) : text;
  };
  const own = cell => [...cell.childNodes].filter(node => !node.matches?.('small, .heard')).map(node => node.textContent).join('').trim();
  const letterOf = cell => cell.querySelector('.b')?.className.slice(-1) || '';
  const compare = (a, b, way) => {
    const isNumber = typeof a === 'number';
    if (isNumber !== (typeof b === 'number')) return isNumber ? -1 : 1;
    if (isNumber) return way * (a - b);
    return a && b ? way * a.localeCompare(b, document.documentElement.lang, { numeric: true }) : !a - !b;
  };
  const facetKeys = ['segment', 'renews', 'band', 'flag', 'owner', 'list', 'day'], facetHeads = words.facets.split('|');
  const valueOf = (facet, text, letter) => {
    if (facet === 'band' || facet === 'flag') return [letter || '-', text.replace(/^\d*\s*/, '')];
    const { month, year } = (facet === 'renews' || facet === 'day') && dayOf(text) || {};
    if (!year) return [text, text];
    const q = Math.floor(month / 3) + 1;
    return facet === 'renews' ? [`${year}-Q${q}`, fill(words.quarter, { q, year })] : [`${year}-${String(month + 1).padStart(2, 0)}`, `${months[month]} ${year}`];
  };
  const inOrder = ([a, one], [b, other]) => a.length === 1 && b.length === 1 ? 'gyru-'.indexOf(a) - 'gyru-'.indexOf(b)
    : /^\d{4}-/.test(a) && /^\d{4}-/.test(b) ? (a < b ? -1 : 1) : one.localeCompare(other, document.documentElement.lang);
  const tables = new Map();
  const enhance = (name, scroll, note, load) => {
    let heads, rows, most, body, column = -1, way = 1;
    const input = field({}), output = make('output');
    const facets = [...scroll.querySelector('thead').rows[0].cells].map(head => facetHeads.indexOf(head.textContent)).filter(at => at >= 0)
      .map(at => ({ key: facetKeys[at], head: facetHeads[at], picked: new Set(), isNot: false, button: make('button', { type: 'button' }), panel: make('fieldset', { popover: 'auto' }) }));
    const keyOf = row => isNumeric(column) ? row.keys()[column] : String(row.texts[column]);
    const isNumeric = at => at > 0 && rows.filter(row => typeof row.keys()[at] === 'number').length * 2 > rows.filter(row => row.texts[at]).length;
    const ready = async () => {
      if (rows) return;
      const table = scroll.querySelector('table');
      ({ rows, most } = await load(table));
      body = table.tBodies[0];
      heads = [...table.tHead.rows[0].cells];
      for (const facet of facets) {
        const at = heads.findIndex(head => head.textContent === facet.head);
        const options = new Map();
        for (const row of rows) {
          const [code, word] = valueOf(facet.key, ...row.value(at));
          (row.codes ??= {})[facet.key] = code;
          options.set(code, word);
        }
        facet.options = new Map([...options].sort(inOrder));
        facet.button.hidden = options.size < 2;
      }
      if (scroll.closest('.fixed')) return;
      table.tHead.rows[0].dataset.l = words.sortBy;
      heads.forEach((head, at) => {
        if (!rows.some(row => row.texts[at])) return;
        const button = make('button', { title: words.sort }, ...head.childNodes);
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
    const count = shown => { output.textContent = fill(words.rows, { n: whole(shown), of: whole(rows.length) }) + note; };
    const tell = facet => {
      const { head, picked, options, button, panel } = facet;
      const values = [...picked].map(code => options.get(code) ?? code).join(', ');
      button.textContent = head + (values && `: ${facet.isNot ? fill(words.not, { values }) : values}`);
      const box = (checked, set, text) => make('label', {}, make('input', { type: 'checkbox', checked, onchange: event => { set(event.target.checked); show(true); } }), ` ${text}`);
      if (!panel.matches(':popover-open') || !panel.firstChild) panel.replaceChildren(make('legend', {}, head),
        ...[...options].map(([code, word]) => box(picked.has(code), isOn => picked[isOn ? 'add' : 'delete'](code), word)),
        box(facet.isNot, isOn => { facet.isNot = isOn; }, words.but));
    };
    const show = async isNew => {
      await ready();
      const wanted = parts(input.value), held = facets.filter(facet => facet.picked.size);
      facets.forEach(tell);
      clear.hidden = !input.value && !held.length;
      const kept = rows.filter(row => held.every(({ key, picked, isNot }) => picked.has(row.codes[key]) !== isNot) && wanted.every(part => (row.folded ??= fold(row.texts.join(' '))).includes(part)));
      if (column >= 0) kept.sort((a, b) => compare(keyOf(a), keyOf(b), way));
      body.replaceChildren(...kept.slice(0, most).map(row => row.element()));
      heads.forEach((head, at) => { head.ariaSort = at !== column ? null : way > 0 ? 'ascending' : 'descending'; });
      count(Math.min(kept.length, most));
      if (!isNew) return scroll.scrollIntoView();
      const state = new URLSearchParams();
      if (column >= 0) state.set('sort', column + (way > 0 ? 'a' : 'd'));
      if (input.value) state.set('filter', input.value);
      for (const { key, picked, isNot } of held) {
        picked.forEach(code => state.append(key, code));
        if (isNot) state.append('not', key);
      }
      history.replaceState(null, '', `#${name}${state.size ? `?${state}` : ''}`);
    };
    input.oninput = () => show(true);
    const clear = make('button', { type: 'button', hidden: true, onclick: () => {
      input.value = '';
      facets.forEach(facet => facet.picked.clear());
      show(true);
      input.focus();
    } }, words.clear);
    tables.set(name, state => {
      const sort = /^(\d+)([ad])$/.exec(state.get('sort')) || [0, -1];
      column = +sort[1];
      way = sort[2] === 'd' ? -1 : 1;
      input.value = state.get('filter') || '';
      for (const facet of facets) {
        facet.picked = new Set(state.getAll(facet.key));
        facet.isNot = state.getAll('not').includes(facet.key);
      }
      show();
    });
    return { ready, bar: () => {
      const buttons = facets.flatMap(({ head, button, panel }) => {
        button.textContent = head;
        button.popoverTargetElement = panel;
        panel.onbeforetoggle = async event => {
          if (event.newState === 'closed' || rows) return;
          await ready();
          facets.forEach(tell);
        };
        return [button, panel];
      });
      scroll.before(added(make('div', { className: 'filter' }, make('label', {}, `${words.filter} `, input), ...buttons, clear, output)));
      if (!rows) return;
      facets.forEach(tell);
      count(rows.length);
    } };
  };
  let index;
  const load = name => new Promise((resolve, reject) => {
    document.head.append(added(make('script', { src: words.root + name, onload: resolve, onerror: reject })));
  });
  const accounts = () => index ??= load('accounts.js').then(async () => {
    const all = vigieAccounts;
    await Promise.all(all.parts.map(load));
    all.rows = all.rows.concat(...all.parts.map((name, at) => all[at + 1]));
    return all;
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
      const texts = [`${name} ${id}`, all.segments[segment], arr, renews, `${score} ${all.bands[band]}`, all.bands[flag] || all.none, person];
      let element, keys;
      return { texts, value: at => [texts[at], { 4: band, 5: flag }[at]], keys: () => keys ??= texts.map((text, at) => key(text, at === 5 ? flag : '')), element: () => element ??= make('tr', {},
        make('th', { scope: 'row' }, make('a', { href: page(slug) }, name), ' ', make('small', {}, id)),
        cell(1, texts[1]), cell(2, arr), cell(3, renews), cell(4, `${score}\u00A0`, mark(all, band)), cell(5, mark(all, flag) || all.none),
        cell(6, make('a', { href: words.root + address }, person))) };
    }) };
  };
  const everything = all => all.everything ??= [
    ...all.rows.map(([slug, name, id, , , , score, band, , owner]) => ({ kind: 0, name, id, note: all.owners[owner][0], href: page(slug), score, band })),
    ...all.rows.flatMap(([slug, name, , , , , , , , , people]) => people.flatMap((person, at) => at % 2 ? []
      : { kind: 2, name: person, id: '', note: [people[at + 1], name].filter(Boolean).join(' · '), href: page(slug) })),
    ...all.places.map(([kind, name, path, note]) => ({ kind, name, id: '', note, href: words.root + path })),
  ].map(entry => ({ ...entry, folded: [entry.name, entry.id, entry.note].map(fold) }));
  const isNear = (typed, word) => {
    let at = 0;
    while (at < typed.length && typed[at] === word[at]) at++;
    const goesOn = (from, to) => word.startsWith(typed.slice(from), to);
    return at === typed.length || typed.length > 3 && (goesOn(at + 1, at + 1) || goesOn(at, at + 1) || goesOn(at + 1, at)
      || typed[at] === word[at + 1] && typed[at + 1] === word[at] && goesOn(at + 2, at + 2));
  };
  const pairs = text => new Set([...text].map((letter, at) => text.slice(at, at + 2)).slice(0, -1));
  const nearest = (entries, text, wanted) => {
    const near = entries.filter(({ folded }) => wanted.every(part => folded[0].split(/[\s'’-]+/).some(word => isNear(part, word))));
    if (near.length) return near;
    const own = pairs(text), alike = ({ folded }) => { const all = pairs(folded[0]); return [...own].filter(pair => all.has(pair)).length / own.size; };
    return entries.map(entry => [alike(entry), entry]).filter(([share]) => share >= .5).sort(([a], [b]) => b - a).slice(0, 5).map(([, entry]) => entry);
  };
  const setUpFinding = () => {
    const list = make('div', { role: 'listbox', id: 'found', ariaLabel: words.found });
    const input = field({ role: 'combobox', id: 'find', ariaExpanded: 'false', ariaAutoComplete: 'list' });
    input.setAttribute('aria-controls', 'found');
    const output = make('output'), slash = make('input', { type: 'checkbox' });
    const box = added(make('dialog', { className: 'find', closedBy: 'any', ariaLabel: words.findWhat },
      make('label', { htmlFor: 'find' }, words.findWhat), input, output, list, make('p', { className: 'keys' }, `${words.keys} `, make('label', {}, slash, ` ${words.slash}`)), make('button', { onclick: () => box.close() }, words.close)));
    const memory = value => {
      try { return value ? localStorage.setItem('vigie-slash', value) : localStorage.getItem('vigie-slash'); } catch { return null; }
    };
    slash.checked = memory() !== 'off';
    slash.onchange = () => memory(slash.checked ? 'on' : 'off');
    let at = 0;
    const choices = () => [...list.querySelectorAll('[role=option]')];
    const choose = to => {
      const options = choices();
      at = Math.max(0, Math.min(to, options.length - 1));
      options.forEach((option, place) => { option.ariaSelected = String(place === at); });
      input.setAttribute('aria-activedescendant', options[at]?.id || '');
      options[at]?.scrollIntoView({ block: 'nearest' });
    };
    const search = async () => {
      const all = await accounts(), wanted = parts(input.value), text = fold(input.value.trim());
      const found = [[], [], [], []], rank = ({ folded: [name, id] }) => id === text || name === text ? 0 : name.startsWith(text) ? 1 : name.includes(text) || id.includes(text) ? 2 : 3;
      if (text) for (const entry of everything(all))
        if (wanted.every(part => entry.folded.some(own => own.includes(part)))) found[rank(entry)].push(entry);
      const exact = found.flatMap(level => level.sort((a, b) => a.kind - b.kind)), hits = exact.length || !text ? exact : nearest(everything(all), text, wanted);
      const kinds = [...new Set(hits.map(entry => entry.kind))];
      let place = 0;
      list.replaceChildren(...kinds.map(kind => make('div', { role: 'group', ariaLabel: all.kinds[kind] }, ...hits.filter(entry => entry.kind === kind).slice(0, 8).map(entry =>
        make('div', { role: 'option', id: `found-${place++}`, onclick: () => { location.href = entry.href; } }, make('b', {}, entry.name), ' ',
          make('small', {}, [entry.id, entry.note].filter(Boolean).join(' · '), ...entry.band ? [` · ${entry.score}\u00A0`, mark(all, entry.band)] : []))))));
      input.ariaExpanded = String(hits.length > 0);
      output.textContent = !text ? words.hint : fill(exact.length ? words.shown : hits.length ? words.near : words.none, { n: place, of: whole(hits.length), text: input.value.trim() });
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
      else choices()[at]?.click();
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
      const cells = [...element.cells];
      let keys;
      return {
        element: () => element, texts: cells.map(cell => cell.innerText.trim()), value: at => [own(cells[at]), letterOf(cells[at])],
        keys: () => keys ??= cells.map(cell => key(own(cell), letterOf(cell))),
      };
    });
    const made = enhance(name, table.parentNode, sheets && !isIndex ? ` ${words.sheet || ''}` : '', isIndex ? loadIndex : () => ({ rows, most: rows.length }));
    const bar = () => { if (rows.length > 19) made.bar(); };
    if (isIndex) bar();
    else made.ready().then(bar);
  });
  const watcher = new ResizeObserver(changes => changes.forEach(({ target }) => {
    const scroll = target.closest('.scroll'), isCut = scroll.scrollWidth > scroll.clientWidth + 1;
    scroll.classList.toggle('cut', isCut);
    if (isCut) scroll.tabIndex = 0;
    else scroll.removeAttribute('tabindex');
  }));
  document.querySelectorAll('.scroll, .scroll > table').forEach(part => watcher.observe(part));
  if (words.find) setUpFinding();
  const follow = () => {
    const [name, state] = location.hash.slice(1).split('?');
    if (state) tables.get(name)?.(new URLSearchParams(state));
  };
  follow();
  addEventListener('hashchange', follow);
})();
