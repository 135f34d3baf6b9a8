/* Numbers as the reports word them (Words.java, Amount.java), and what the drawings share. */
var TidemarkWords = (function () {
  'use strict';
  const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

  function grouped(value) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  }

  function oneDecimal(value) {
    const tenths = Math.round(value * 10);
    return grouped(Math.floor(tenths / 10)) + '.' + (tenths % 10);
  }

  /** 1023.95 rather than 1024, so that rounding never prints 1024.0 of a unit. */
  function unitOf(bytes) {
    let rest = Math.abs(bytes);
    let unit = 0;
    while (rest >= 1023.95 && unit < UNITS.length - 1) {
      rest /= 1024;
      unit++;
    }
    return unit;
  }

  function minus(value, text) {
    return value < 0 && /[1-9]/.test(text) ? '-' + text : text;
  }

  /** Rounded with its sign, as Java rounds: halves go up. */
  function whole(value) {
    return minus(value, grouped(Math.abs(Math.round(value))));
  }

  function number(bytes, unit) {
    const scaled = bytes / Math.pow(1024, unit);
    return unit === 0 ? whole(scaled) : minus(scaled, oneDecimal(Math.abs(scaled)));
  }

  function bytes(value) {
    const unit = unitOf(value);
    return number(value, unit) + ' ' + UNITS[unit];
  }

  function count(value) {
    const size = Math.abs(value);
    return size < 10 && size !== Math.round(size) ? minus(value, oneDecimal(size)) : whole(value);
  }

  function time(nanos) {
    if (nanos === 0) return '0 s';
    const size = Math.abs(nanos);
    const sign = nanos < 0 ? '-' : '';
    if (size < 1e6) return sign + oneDecimal(size / 1e3) + ' µs';
    if (size < 1e9) return sign + oneDecimal(size / 1e6) + ' ms';
    return size < 6e10 ? sign + oneDecimal(size / 1e9) + ' s' : sign + duration(size / 1e6);
  }

  /** 45s, 2m30s, 2h33m, 3d4h. */
  function duration(millis) {
    const seconds = Math.round(millis / 1000);
    if (seconds < 60) return seconds + 's';
    if (seconds < 3600) return Math.floor(seconds / 60) + 'm' + (seconds % 60 ? (seconds % 60) + 's' : '');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 48 * 60) return Math.floor(minutes / 60) + 'h' + (minutes % 60 ? (minutes % 60) + 'm' : '');
    const hours = Math.floor(minutes / 60);
    return Math.floor(hours / 24) + 'd' + (hours % 24 ? (hours % 24) + 'h' : '');
  }

  function amount(unit, value) {
    if (unit === 'bytes') return bytes(value);
    return unit === 'nanoseconds' ? time(value) : count(value);
  }

  function signed(unit, value) {
    return (value > 0 ? '+' : '') + amount(unit, value);
  }

  function percent(share) {
    const hundredths = share * 100;
    return hundredths > 0 && hundredths < 10 ? oneDecimal(hundredths) + '%' : Math.round(hundredths) + '%';
  }

  function perMinute(unit, growth) {
    if (growth.length === 0) return 'any growth is possible';
    const scale = Math.max(unitOf(growth[0]), unitOf(growth[1]), unitOf(growth[2]));
    const words = growth.map(function (each) { return unit === 'bytes' ? number(each, scale) : count(each); });
    return (words[0].startsWith('-') ? '' : '+') + words[0] + (unit === 'bytes' ? ' ' + UNITS[scale] : '')
      + '/min (' + words[1] + ' … ' + words[2] + ')';
  }

  /** http.(*conn).serve of net/http.(*conn).serve. */
  function shortFunction(name) {
    const bracket = name.indexOf('[');
    return name.slice(name.lastIndexOf('/', bracket < 0 ? name.length : bracket) + 1);
  }

  /** An element with a class and a text, which is never markup. */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /** What the style sheet makes of a colour of ours in today's theme. */
  function colour(host, name) {
    const probe = element('i');
    probe.style.color = 'var(--' + name + ')';
    host.appendChild(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  /** A row of buttons of which one is on. */
  function choice(label, names, chosen, choose) {
    const row = element('div', 'choice');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', label);
    const buttons = names.map(function (name, i) {
      const button = element('button', '', name);
      button.type = 'button';
      button.setAttribute('aria-pressed', String(i === chosen));
      button.addEventListener('click', function () {
        buttons.forEach(function (each) { each.setAttribute('aria-pressed', String(each === button)); });
        choose(i);
      });
      row.appendChild(button);
      return button;
    });
    return row;
  }

  /** Calls back when the theme changes, by the reader's choice or the system's. */
  function onTheme(changed) {
    document.addEventListener('tidemark-theme', changed);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  }

  return {
    amount: amount, signed: signed, percent: percent, perMinute: perMinute, duration: duration, count: count,
    grouped: grouped, unitOf: unitOf, shortFunction: shortFunction, element: element, colour: colour, choice: choice, onTheme: onTheme
  };
})();
