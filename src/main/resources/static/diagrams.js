// Around the frames: puts a drawing above each source of a diagram. Without it, or when it fails, the source stays.
'use strict';
(() => {
  const most = 20;
  const patience = 15000;
  const tallest = 4000;
  const theme = document.documentElement.dataset.theme;
  const dark = theme === 'dark' || theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches;

  function draw(code) {
    const pre = code.parentElement;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.className = 'diagram';
    frame.title = 'Diagram. Its source follows.';
    frame.height = '0';
    frame.loading = 'lazy';
    frame.src = '/diagram';
    const giveUp = why => {
      removeEventListener('message', hear);
      frame.remove();
      const note = document.createElement('p');
      note.className = 'quiet';
      note.textContent = 'The diagram cannot be drawn (' + why + '). Its source:';
      pre.before(note);
    };
    let timer = 0;
    function fold() {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = 'Source of the diagram';
      pre.before(details);
      details.append(summary, pre);
    }
    // The frame is a stranger: it is heard only about whether it is ready, how tall it is and what went wrong.
    function hear(event) {
      if (event.source !== frame.contentWindow || !event.data) return;
      if (event.data.ready === true && !timer) {
        timer = setTimeout(() => giveUp('it takes too long'), patience);
        frame.contentWindow.postMessage({ source: code.textContent, dark }, '*');
      }
      if (typeof event.data.failed === 'string') { clearTimeout(timer); giveUp(event.data.failed); }
      if (Number.isFinite(event.data.height)) {
        clearTimeout(timer);
        if (pre.parentElement.tagName !== 'DETAILS') fold();
        frame.height = String(Math.max(24, Math.min(tallest, event.data.height)));
      }
    }
    addEventListener('message', hear);
    pre.before(frame);
  }

  [...document.querySelectorAll('.prose pre > code.language-mermaid')].slice(0, most).forEach(draw);
})();
