/* Chooses which findings are shown; a link to one opens it. */
(function () {
  'use strict';
  const tools = document.querySelector('.findings .tools');
  if (!tools) return;
  const findings = Array.from(document.querySelectorAll('.finding'), function (place) {
    return {
      place: place,
      kind: place.parentNode.dataset.class,
      rule: place.dataset.rule,
      text: place.querySelector('summary').textContent.toLowerCase()
        + ' ' + Array.from(place.querySelectorAll('dd code'), function (code) { return code.textContent; })
          .join(' ').toLowerCase()
    };
  });
  const sections = Array.from(document.querySelectorAll('.findings section.class'));
  const classes = Array.from(tools.querySelectorAll('.classes button'));
  const rule = tools.querySelector('select.rule');
  const search = tools.querySelector('input.search');
  const open = tools.querySelector('button.open');
  const found = tools.querySelector('.found');

  function choose() {
    const kinds = new Set(classes.filter(function (button) {
      return button.getAttribute('aria-pressed') === 'true';
    }).map(function (button) { return button.dataset.class; }));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Map();
    let all = 0;
    findings.forEach(function (finding) {
      const fits = kinds.has(finding.kind) && (!rule.value || finding.rule === rule.value)
        && words.every(function (word) { return finding.text.includes(word); });
      finding.place.hidden = !fits;
      if (fits) {
        all++;
        shown.set(finding.kind, (shown.get(finding.kind) || 0) + 1);
      }
    });
    sections.forEach(function (section) { section.hidden = !shown.has(section.dataset.class); });
    found.textContent = all === findings.length ? '' : all + ' of ' + findings.length + ' shown';
  }

  function openAsked() {
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (asked && asked.classList.contains('finding')) {
      asked.open = true;
      asked.scrollIntoView({ block: 'start' });
    }
  }

  classes.forEach(function (button) {
    button.addEventListener('click', function () {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      choose();
    });
  });
  rule.addEventListener('change', choose);
  search.addEventListener('input', choose);
  open.addEventListener('click', function () {
    const opens = open.textContent === 'Open all';
    findings.forEach(function (finding) { if (!finding.place.hidden) finding.place.open = opens; });
    open.textContent = opens ? 'Close all' : 'Open all';
  });
  addEventListener('hashchange', openAsked);
  tools.hidden = false;
  if (location.hash) openAsked();
  else if (findings.length) findings[0].place.open = true;
})();
