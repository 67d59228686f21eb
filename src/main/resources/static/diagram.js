// Inside the frame: draws one diagram that the page around it hands in, and says how tall it became.
'use strict';
(() => {
  const tell = words => parent.postMessage(words, '*');

  // What a diagram says about its own drawing is not obeyed: it may neither choose a style sheet nor loosen a lock.
  function bare(source) {
    let text = source.replace(/\r\n?/g, '\n').replace(/^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/, '');
    for (let before = ''; before !== text;) {
      before = text;
      text = text.replace(/%%\{[\s\S]*?\}[ \t]*%%/g, '');
    }
    return text;
  }

  const config = dark => ({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'system-ui, sans-serif',
    maxTextSize: 20000,
    maxEdges: 300,
    suppressErrorRendering: true,
    secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'htmlLabels',
      'flowchart', 'class', 'theme', 'themeCSS', 'themeVariables', 'fontFamily', 'altFontFamily', 'dompurifyConfig'],
  });

  // A drawing leads nowhere and loads nothing.
  function harmless(svg) {
    const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
    drawing.querySelectorAll('script, foreignObject, image, iframe, object, embed, animate, set, feImage').forEach(it => it.remove());
    for (const node of [drawing, ...drawing.querySelectorAll('*')]) {
      for (const { name, value } of [...node.attributes]) {
        if (/^on/i.test(name) || /href$/i.test(name) && !value.startsWith('#')) node.removeAttribute(name);
      }
    }
    return drawing;
  }

  function fit(drawing) {
    const natural = drawing.viewBox.baseVal.width || 600;
    drawing.removeAttribute('height');
    drawing.setAttribute('width', '100%');
    drawing.style.maxWidth = natural + 'px';
    // Smaller than this nobody reads its words; what does not fit is scrolled to.
    drawing.style.minWidth = Math.round(natural * 0.7) + 'px';
  }

  addEventListener('message', async event => {
    if (event.source !== parent || !event.data || typeof event.data.source !== 'string') return;
    document.documentElement.classList.toggle('dark', event.data.dark === true);
    try {
      mermaid.initialize(config(event.data.dark === true));
      const { svg } = await mermaid.render('diagram', bare(event.data.source));
      const drawing = harmless(svg);
      fit(drawing);
      document.body.replaceChildren(drawing);
      const height = () => tell({ height: Math.ceil(document.documentElement.scrollHeight) });
      new ResizeObserver(height).observe(drawing);
    } catch (broken) {
      tell({ failed: String(broken && broken.message || broken).split('\n')[0].slice(0, 200) });
    }
  });
  tell({ ready: true });
})();
