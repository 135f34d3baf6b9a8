/* Light or dark: as the system has it, until somebody says otherwise. */
(function () {
  'use strict';
  const root = document.documentElement;
  const button = document.querySelector('button.theme');
  const system = matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
  }

  function nameButton() {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
  }

  button.hidden = false;
  nameButton();
  button.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    nameButton();
    document.dispatchEvent(new Event('tidemark-theme'));
  });
  system.addEventListener('change', nameButton);
})();
