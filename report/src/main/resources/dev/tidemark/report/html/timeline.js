/*
 * Quantities over time: the chosen one with the suspects of its unit, each with the band of its trend. The band holds
 * every slope of the 95% interval, through the middle of what was observed.
 *
 *   TidemarkTimeLine.mount(host, {from, to, lines: [{name, rank, unit, growth: [estimate, low, high], points: [[ms, value]]}]})
 */
var TidemarkTimeLine = (function () {
  'use strict';
  const W = TidemarkWords;
  const SVG = 'http://www.w3.org/2000/svg';
  const MOST_SUSPECTS = 5;
  const LEAST_HEIGHT = 250;
  const EDGE = { left: 66, right: 26, top: 12, bottom: 26 };

  function shape(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /** The smallest of 1, 2 or 5 times a power of ten that makes at most `most` steps; of bytes, in their largest unit. */
  function step(span, most, unit, high) {
    let base = unit === 'bytes' ? Math.pow(1024, W.unitOf(high)) : 1;
    while (base > 1 && span / most < base / 10) base /= 1024;
    const least = span / most / base;
    for (let power = Math.pow(10, Math.floor(Math.log10(least))); ; power *= 10) {
      for (const digit of [1, 2, 5]) {
        if (digit * power >= least) return Math.max(digit * power, unit === 'bytes' && base > 1 ? 0.1 : 1) * base;
      }
    }
  }

  function timeStep(span, most) {
    const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 604800];
    return 1000 * (steps.find(function (seconds) { return seconds * 1000 * most >= span; }) || span / most / 1000);
  }

  function trend(line) {
    const count = line.points.length;
    if (count < 2 || line.growth.length === 0) return null;
    let time = 0;
    let level = 0;
    line.points.forEach(function (point) { time += point[0] / count; level += point[1] / count; });
    return function (at, which) { return level + line.growth[which] * (at - time) / 60000; };
  }

  function mount(host, data) {
    const measures = data.lines.filter(function (line) { return line.rank === 0 && line.points.length > 1; });
    if (measures.length === 0) return;
    let chosen = Math.max(0, measures.findIndex(function (line) { return line.name === data.chosen; }));
    const times = data.lines.flatMap(function (line) { return line.points.map(function (point) { return point[0]; }); });
    // Collections are dated by themselves, and may lie before the first look at the process.
    const start = times.reduce(function (a, b) { return Math.min(a, b); }, 0);
    const end = times.reduce(function (a, b) { return Math.max(a, b); }, data.to - data.from);
    let height = LEAST_HEIGHT;
    let cursor = -1;
    const figure = W.element('div', 'chart');
    const drawing = shape('svg', { 'aria-hidden': 'true' });
    const reading = W.element('p', 'reading');
    const keys = W.element('p', 'keys faint');
    figure.tabIndex = 0;
    figure.setAttribute('role', 'application');
    figure.setAttribute('aria-roledescription', 'time line');
    reading.setAttribute('aria-live', 'polite');
    host.append(W.choice('Quantity', measures.map(function (line) { return line.name; }), chosen, function (i) {
      chosen = i;
      cursor = -1;
      draw();
    }), figure, reading, keys);
    figure.append(drawing);

    /** Suspects belong to the quantity they are a part of. */
    function shown() {
      const measure = measures[chosen];
      const parts = measure.name === 'live heap' ? 'bytes' : measure.name === 'goroutines' ? 'count' : '';
      const suspects = data.lines.filter(function (line) {
        return line.rank > 0 && line.unit === parts && line.points.length > 1;
      });
      return [measure].concat(suspects.slice(0, MOST_SUSPECTS));
    }

    function draw() {
      const lines = shown();
      const unit = lines[0].unit;
      const width = figure.clientWidth;
      if (width === 0) return;
      height = Math.max(LEAST_HEIGHT, figure.clientHeight);
      const all = lines.flatMap(function (line) { return line.points.map(function (point) { return point[1]; }); });
      let high = all.reduce(function (a, b) { return Math.max(a, b); });
      let low = all.reduce(function (a, b) { return Math.min(a, b); });
      // From zero, so that what stays level looks level.
      low = Math.min(0, low);
      high += (high - low) * 0.06 || 1;
      const span = Math.max(1, end - start);
      const x = function (time) { return EDGE.left + (time - start) / span * (width - EDGE.left - EDGE.right); };
      const y = function (value) { return height - EDGE.bottom - (value - low) / (high - low) * (height - EDGE.top - EDGE.bottom); };
      drawing.replaceChildren();
      drawing.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
      drawing.setAttribute('height', height);
      axes(width, low, high, unit, x, y);
      // Nothing of a band may leave the frame: a clip, by nesting.
      const frame = shape('svg', {
        x: EDGE.left, y: EDGE.top, width: Math.max(0, width - EDGE.left - EDGE.right),
        height: height - EDGE.top - EDGE.bottom,
        viewBox: EDGE.left + ' ' + EDGE.top + ' ' + Math.max(1, width - EDGE.left - EDGE.right) + ' ' + (height - EDGE.top - EDGE.bottom)
      });
      drawing.append(frame);
      lines.forEach(function (line) { band(frame, line, x, y); });
      lines.forEach(function (line) { course(drawing, line, x, y); });
      names(lines, width, y);
      pointer(lines, x, y);
      tell(lines);
      figure.setAttribute('aria-label', lines[0].name + ' over ' + W.duration(span) + ', '
        + W.perMinute(unit, lines[0].growth) + '. Arrow keys read single observations.');
    }

    function axes(width, low, high, unit, x, y) {
      const each = step(high - low, 5, unit, high);
      for (let value = Math.ceil(low / each) * each; value <= high; value += each) {
        drawing.append(shape('line', { class: 'grid', x1: EDGE.left, x2: width - EDGE.right, y1: y(value), y2: y(value) }));
        drawing.append(shape('text', { class: 'axis', x: EDGE.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, W.amount(unit, value)));
      }
      const every = timeStep(end, Math.max(2, Math.floor(width / 110)));
      for (let time = 0; time <= end; time += every) {
        drawing.append(shape('text', { class: 'axis', x: x(time), y: height - 6, 'text-anchor': 'middle' },
          time === 0 ? '0' : W.duration(time)));
        drawing.append(shape('line', { class: 'tick', x1: x(time), x2: x(time), y1: height - EDGE.bottom, y2: height - EDGE.bottom + 4 }));
      }
    }

    function band(frame, line, x, y) {
      const at = trend(line);
      if (!at) return;
      const start = line.points[0][0];
      const end = line.points[line.points.length - 1][0];
      const corner = function (time, which) { return x(time) + ',' + y(at(time, which)); };
      frame.append(shape('polygon', {
        class: 'band line-' + line.rank,
        points: [corner(start, 1), corner(end, 1), corner(end, 2), corner(start, 2)].join(' ')
      }));
      frame.append(shape('line', {
        class: 'trend line-' + line.rank, x1: x(start), x2: x(end), y1: y(at(start, 0)), y2: y(at(end, 0))
      }));
    }

    function course(drawing, line, x, y) {
      drawing.append(shape('polyline', {
        class: 'course line-' + line.rank,
        points: line.points.map(function (point) { return x(point[0]) + ',' + y(point[1]); }).join(' ')
      }));
      if (line.points.length <= 60) {
        line.points.forEach(function (point) {
          drawing.append(shape('circle', { class: 'dot line-' + line.rank, cx: x(point[0]), cy: y(point[1]), r: 2.4 }));
        });
      }
    }

    /** The ranks at the right end, moved apart where they would cover each other. */
    function names(lines, width, y) {
      let above = -Infinity;
      lines.filter(function (line) { return line.rank > 0; })
        .map(function (line) { return { rank: line.rank, y: y(line.points[line.points.length - 1][1]) }; })
        .sort(function (a, b) { return b.y - a.y; })
        .forEach(function (label) {
          const place = above === -Infinity ? label.y : Math.min(label.y, above - 13);
          above = place;
          drawing.append(shape('text', { class: 'rank line-' + label.rank, x: width - EDGE.right + 8, y: place + 4 }, label.rank));
        });
    }

    function pointer(lines, x, y) {
      if (cursor < 0) return;
      const time = lines[0].points[cursor][0];
      drawing.append(shape('line', { class: 'cursor', x1: x(time), x2: x(time), y1: EDGE.top, y2: height - EDGE.bottom }));
      lines.forEach(function (line) {
        const point = nearest(line, time);
        drawing.append(shape('circle', { class: 'dot big line-' + line.rank, cx: x(point[0]), cy: y(point[1]), r: 4 }));
      });
    }

    function nearest(line, time) {
      return line.points.reduce(function (best, point) {
        return Math.abs(point[0] - time) < Math.abs(best[0] - time) ? point : best;
      });
    }

    function tell(lines) {
      const first = lines[0];
      if (cursor < 0) {
        reading.textContent = first.name + ' ' + W.perMinute(first.unit, first.growth)
          + ', ' + first.points.length + ' observations';
      } else {
        const time = first.points[cursor][0];
        const clock = new Date(data.from + time).toISOString().slice(0, 19) + 'Z';
        reading.textContent = (time < 0 ? '-' : '') + W.duration(Math.abs(time)) + ' in (' + clock + '): ' + lines.map(function (line) {
          return (line.rank ? line.rank + ' ' : line.name + ' ') + W.amount(line.unit, nearest(line, time)[1]);
        }).join(', ');
      }
      keys.replaceChildren();
      lines.filter(function (line) { return line.rank > 0; }).forEach(function (line) {
        const key = W.element('span', 'key');
        const patch = W.element('i', 'patch line-' + line.rank);
        key.append(patch, line.rank + ' ' + line.name);
        keys.append(key);
      });
      keys.append(W.element('span', 'key', 'Band: 95% interval of the growth.'));
    }

    function move(to) {
      cursor = Math.max(0, Math.min(measures[chosen].points.length - 1, to));
      draw();
    }

    figure.addEventListener('keydown', function (event) {
      const last = measures[chosen].points.length - 1;
      const moves = { ArrowRight: cursor + 1, ArrowLeft: cursor < 0 ? last : cursor - 1, Home: 0, End: last };
      if (event.key in moves) move(moves[event.key]);
      else if (event.key === 'Escape') { cursor = -1; draw(); }
      else return;
      event.preventDefault();
    });
    figure.addEventListener('mousemove', function (event) {
      const area = figure.getBoundingClientRect();
      const share = (event.clientX - area.left - EDGE.left) / (area.width - EDGE.left - EDGE.right);
      const time = start + share * (end - start);
      const points = measures[chosen].points;
      const point = nearest(measures[chosen], time);
      const next = points.indexOf(point);
      if (next !== cursor) move(next);
    });
    figure.addEventListener('mouseleave', function () { cursor = -1; draw(); });
    // Drawn a frame later: to change the size of what is watched while it is told of is an error.
    let width = 0;
    new ResizeObserver(function () {
      if (figure.clientWidth === width && figure.clientHeight === height) return;
      width = figure.clientWidth;
      requestAnimationFrame(draw);
    }).observe(figure);
  }

  return { mount: mount };
})();
