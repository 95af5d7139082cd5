// Filters what the page shows. Nothing is here that is not there without it; what is chosen stands in the fragment, to be shared.
(() => {
  'use strict';
  const form = document.getElementById('_filter');
  if (!form || !form.content) return;
  form.replaceWith(form.content.cloneNode(true));
  const query = document.getElementById('_query');
  const kinds = [...document.querySelectorAll('#_kinds input')];
  const told = document.getElementById('_told');
  const items = [...document.querySelectorAll('[data-kind]')];
  const texts = new Map();
  const text = item => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  function apply() {
    const words = query.value.toLowerCase().split(/\s+/).filter(word => word && word !== '-');
    const wanted = words.filter(word => !word.startsWith('-'));
    const unwanted = words.filter(word => word.startsWith('-')).map(word => word.slice(1));
    const hidden = new Set(kinds.filter(kind => !kind.checked).map(kind => kind.value));
    let shown = 0;
    for (const item of items) {
      const fits = !hidden.has(item.dataset.kind)
        && wanted.every(word => text(item).includes(word))
        && !unwanted.some(word => text(item).includes(word));
      item.hidden = !fits;
      if (fits) shown++;
    }
    const filtered = words.length > 0 || hidden.size > 0;
    document.body.classList.toggle('filtered', filtered);
    told.textContent = filtered ? shown + ' of ' + items.length + ' shown' : '';
    return filtered;
  }

  function keep() {
    const state = new URLSearchParams();
    if (query.value.trim()) state.set('q', query.value.trim());
    const hidden = kinds.filter(kind => !kind.checked).map(kind => kind.value);
    if (hidden.length) state.set('not', hidden.join(' '));
    const words = state.toString();
    try {
      history.replaceState(null, '', words ? '#?' + words : '#_top');
    } catch (e) { /* a page of no origin keeps no state */ }
  }

  function follow() {
    const fragment = decodeURIComponent(location.hash.slice(1));
    if (fragment.startsWith('?')) {
      const state = new URLSearchParams(location.hash.slice(2));
      query.value = state.get('q') || '';
      const hidden = (state.get('not') || '').split(' ');
      kinds.forEach(kind => { kind.checked = !hidden.includes(kind.value); });
      apply();
      return;
    }
    const place = fragment && document.getElementById(fragment);
    if (!place) return;
    for (let at = place; at; at = at.parentElement) {
      if (at.hidden) at.hidden = false;
      if (at.tagName === 'DETAILS') at.open = true;
    }
    // What comes into sight is laid out then, and moves the place.
    let turns = 3;
    const go = () => { place.scrollIntoView(); if (--turns) requestAnimationFrame(go); };
    go();
  }

  let waiting;
  query.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); keep(); }, 120);
  });
  kinds.forEach(kind => kind.addEventListener('change', () => { apply(); keep(); }));
  document.getElementById('_all').addEventListener('click', () => {
    query.value = '';
    kinds.forEach(kind => { kind.checked = true; });
    apply();
    keep();
    query.focus();
  });
  addEventListener('hashchange', follow);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target === document.body) {
      event.preventDefault();
      query.focus();
    }
  });
  follow();
})();
