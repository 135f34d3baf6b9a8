/* Brings the page to life: its time lines, its flame graphs. */
(function () {
  'use strict';
  document.querySelectorAll('.timeline').forEach(function (host) {
    host.hidden = false;
    TidemarkTimeLine.mount(host, JSON.parse(host.parentNode.querySelector('script.lines').textContent));
  });

  const graphs = new Map();
  document.querySelectorAll('.flame').forEach(function (host, i) {
    host.hidden = false;
    host.id = 'flame-graph-' + (i + 1);
    let shown = null;
    function show() {
      if (shown) return shown;
      host.addEventListener('drawn', function () { performance.mark('tidemark-flame-' + (i + 1)); }, { once: true });
      shown = TidemarkFlame.mount(host, host.parentNode.querySelector('script.tree').textContent, {
        title: host.dataset.title, unit: host.dataset.unit,
        change: host.dataset.change === 'true', size: host.dataset.size === 'true'
      });
      return shown;
    }
    graphs.set(host, show);
    if (i === 0) show();
    else {
      const watcher = new IntersectionObserver(function (entries) {
        if (entries.some(function (entry) { return entry.isIntersecting; })) {
          watcher.disconnect();
          show();
        }
      }, { rootMargin: '400px' });
      watcher.observe(host);
    }
  });

  /* A case leads to its calls. */
  document.querySelectorAll('[data-find]').forEach(function (place) {
    const host = place.closest('article').querySelector('.flame[data-title^="' + place.dataset.graph + '"]');
    if (!host) return;
    const button = TidemarkWords.element('button', 'quiet', 'Show in the flame graph');
    button.type = 'button';
    button.addEventListener('click', async function () {
      const graph = await graphs.get(host)();
      host.scrollIntoView({ block: 'nearest' });
      graph.find(place.dataset.find);
    });
    place.append(button);
  });
})();
