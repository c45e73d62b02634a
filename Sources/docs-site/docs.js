'use strict';
(() => {
  const { root } = document.currentScript.dataset;
  const box = document.querySelector('search'), input = box.querySelector('input');
  const output = box.querySelector('output'), list = box.querySelector('ol');
  const most = 20, around = 60;
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  // Pages opened from a disk may load a script and read no other file.
  let index;
  const sections = () => index ??= new Promise((resolve, reject) => {
    document.head.append(make('script', { src: `${root}index.js`, onerror: reject, onload: () => resolve(docsIndex.map(
      ([page, heading, address, text]) => ({ page, heading, address, text, folded: [fold(heading), fold(page), fold(text)] }))) }));
  });
  const cut = (text, at) => {
    const start = Math.max(0, at - around);
    return (start ? '…' : '') + text.slice(start, at + 2 * around) + (at + 2 * around < text.length ? '…' : '');
  };
  const search = async () => {
    const all = await sections(), wanted = fold(input.value).split(/\s+/).filter(Boolean);
    // Words of the heading count before those of the page, and these before the text.
    const rank = ({ folded }) => wanted.reduce((sum, word) => sum + folded.findIndex(text => text.includes(word)), 0);
    const hits = wanted.length ? all.filter(({ folded }) => wanted.every(word => folded.some(text => text.includes(word)))) : [];
    hits.sort((a, b) => rank(a) - rank(b));
    output.textContent = !wanted.length ? '' : hits.length > most ? `${most} of ${hits.length} shown` : `${hits.length} found`;
    list.replaceChildren(...hits.slice(0, most).map(({ page, heading, address, text, folded }) => make('li', {},
      make('a', { href: root + address }, page === heading ? page : `${page}: ${heading}`),
      make('small', {}, cut(text, Math.max(0, folded[2].indexOf(wanted[0])))))));
  };
  input.oninput = search;
  box.hidden = false;
})();
