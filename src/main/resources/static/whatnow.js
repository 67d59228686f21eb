// What a page can do with scripts and does well without: copy, keys, refreshing in peace.
'use strict';
(() => {
  document.documentElement.classList.add('js');
  const live = () => document.getElementById('live');

  // One announcement at most every ten seconds; in a storm the newest words win.
  let lastSaid = 0;
  let waiting = 0;
  let words = '';
  function say(text, now) {
    words = text;
    const pause = now ? 0 : Math.max(0, 10000 - (Date.now() - lastSaid));
    clearTimeout(waiting);
    waiting = setTimeout(() => { lastSaid = Date.now(); live().textContent = words; }, pause);
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  }

  // A dangerous command gives its check first: only the second press copies the command itself. What was pressed is
  // kept here, because every refresh makes the buttons anew.
  const checked = new Map();
  const of = button => (button.closest('.card') || document.body).id + '\n' + button.dataset.copy;
  const label = button => !button.dataset.check ? 'Copy' : checked.has(of(button)) ? 'Copy command' : 'Copy its check';
  document.addEventListener('click', async event => {
    const button = event.target.closest('.copy');
    if (!button) return;
    const check = button.dataset.check;
    const first = check && !checked.has(of(button));
    const done = await put(first ? check : button.dataset.copy);
    if (first && done) checked.set(of(button), true);
    button.textContent = !done ? 'Not copied' : first ? label(button) : 'Copied';
    say(!done ? 'Could not copy' : first ? 'The check is copied. Press again for the command.' : 'Copied', true);
    if (!first) setTimeout(() => { button.textContent = label(button); }, 2000);
  });
  document.addEventListener('htmx:after:swap', () => document.querySelectorAll('.copy[data-check]').forEach(button => {
    if (checked.has(of(button))) button.textContent = label(button);
  }));

  // Refreshing waits while somebody types, chooses or reads with the page hidden.
  const busy = area => {
    const active = document.activeElement;
    const typing = area.contains(active) && active.matches('input:not([type=hidden]), textarea, select');
    const typed = [...area.querySelectorAll('textarea, input:not([type=hidden])')].some(it => it.value !== it.defaultValue);
    return typing || typed || String(getSelection()).length > 0;
  };
  const state = () => [...document.querySelectorAll('.card')]
    .map(it => it.id + ' ' + it.dataset.severity + ' ' + it.dataset.strategy);
  let before = state();
  const silent = 'The server does not answer.';
  const patience = 15000;
  let updated = new Date();
  let seen = Date.now();
  let pause = silent;
  document.addEventListener('htmx:before:request', event => {
    if (document.hidden || busy(event.target)) {
      pause = 'The page waits while you type or have text selected.';
      event.preventDefault();
    } else {
      pause = silent;
    }
  });
  document.addEventListener('htmx:before:swap', event => {
    const ctx = event.detail && event.detail.ctx;
    if (ctx && ctx.response && ctx.response.status >= 400 || busy(event.target)) event.preventDefault();
  });
  function stale(why) {
    document.getElementById('stale').hidden = !why;
    document.getElementById('stale-why').textContent = why || '';
    document.getElementById('stale-since').textContent = updated.toISOString().slice(11, 19) + ' UTC';
    if (why) say(why + ' The page is old.');
  }
  document.addEventListener('visibilitychange', () => { seen = Date.now(); });
  setInterval(() => {
    const refreshes = document.querySelector('[hx-trigger^="every"]');
    const old = Date.now() - Math.max(updated.getTime(), seen) > patience;
    if (refreshes && old && !document.hidden && document.getElementById('stale').hidden) stale(pause);
  }, 1000);
  document.addEventListener('htmx:after:swap', () => {
    updated = new Date();
    stale('');
    const after = state();
    const fresh = after.filter(it => !before.includes(it)).length;
    const gone = before.filter(it => !after.includes(it)).length;
    if (fresh || gone) say(fresh ? fresh + (fresh === 1 ? ' incident is new or changed' : ' incidents are new or changed') : 'An incident is no longer open');
    before = after;
  });
  document.addEventListener('htmx:error', () => stale(silent));
  document.addEventListener('htmx:after:request', event => {
    const ctx = event.detail && event.detail.ctx;
    const status = ctx && ctx.response ? ctx.response.status : 200;
    if (status >= 500) stale(silent);
    else if (status === 403 || status === 404) {
      stale('You may not see this any more, or it is gone.');
      setTimeout(() => location.reload(), 2000);
    } else if (status >= 400) stale('The server refuses to refresh the page (' + status + ').');
  });

  // Results while one types. What stands there stays until the newest answer has come, so nothing flickers.
  const find = document.getElementById('find');
  const found = document.getElementById('found');
  if (find && found) {
    let timer = 0;
    let asking = null;
    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      const within = find.form.elements.incident;
      const query = '?q=' + encodeURIComponent(find.value) + (within ? '&incident=' + encodeURIComponent(within.value) : '');
      try {
        const answer = await fetch('/search/found' + query, { signal: asking.signal });
        if (!answer.ok) return;
        found.innerHTML = await answer.text();
        history.replaceState(null, '', '/search' + query);
        const count = found.querySelectorAll('.hits > li').length;
        say(count === 1 ? '1 section found' : count + ' sections found', true);
      } catch (gone) {
        if (gone.name !== 'AbortError') stale(silent);
      }
    };
    find.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    find.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') { event.preventDefault(); move(1); }
    });
  }

  // Single keys; never while somebody types, and not at all when switched off.
  const off = 'whatnow.keys.off';
  const rows = () => [...document.querySelectorAll('[data-row], .rule > summary')];
  function move(by) {
    const all = rows();
    const at = all.findIndex(it => it === document.activeElement || it.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
  }
  const card = () => document.activeElement.closest('.card') || document.querySelector('.card');
  let lead = '';
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(off)) return;
    if (event.target.closest('input, textarea, select, dialog[open], [contenteditable]')) return;
    const key = (lead === 'g' ? 'g ' : '') + event.key;
    lead = event.key === 'g' ? 'g' : '';
    const acts = {
      '/': () => { const box = find || document.getElementById('q'); box?.focus(); box?.select(); },
      '?': () => document.getElementById('help').showModal(),
      'j': () => move(1),
      'k': () => move(-1),
      'a': () => card()?.querySelector('.ack')?.requestSubmit(),
      'e': () => card()?.querySelector('.escalate button')?.focus(),
      'g n': () => { location.href = '/'; },
    };
    if (acts[key]) { event.preventDefault(); acts[key](); }
  });
  document.getElementById('keys')?.addEventListener('click', () => document.getElementById('help').showModal());
  const keysOn = document.getElementById('keys-on');
  keysOn.checked = !localStorage.getItem(off);
  keysOn.addEventListener('change', () => keysOn.checked ? localStorage.removeItem(off) : localStorage.setItem(off, 'yes'));
})();
