/*
 * A flame graph on a canvas: root on top, callees below, as wide as what they changed by or hold. Draws the rows in
 * sight only, and of them what is half a pixel or wider, so that it is quick with a quarter million frames.
 *
 *   TidemarkFlame.mount(host, base64, {title, unit, change, size})   the block is FlameBlock.java's
 */
var TidemarkFlame = (function () {
  'use strict';
  const W = TidemarkWords;
  const ROW = 19;
  const LEAST = 0.5;
  const OWNERS = ['runtime', 'standard', 'library', 'own'];
  const OWNER_WORDS = ['runtime', 'standard library', 'library', 'own code'];
  const MOST_INVERTED = 20000;

  // ── The tree ─────────────────────────────────────────────────────────────────────────────────────────────────────

  async function inflate(base64) {
    const text = atob(base64);
    const packed = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  function decode(bytes) {
    const utf8 = new TextDecoder();
    let at = 0;
    function number() {
      let value = 0;
      let factor = 1;
      let byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * factor;
        factor *= 128;
      } while (byte & 128);
      return value;
    }
    function text() {
      const length = number();
      at += length;
      return utf8.decode(bytes.subarray(at - length, at));
    }
    if (number() !== 1) throw new Error('a tree of another version');
    const names = [''];
    const files = [''];
    const owners = [0];
    for (let left = number(); left > 0; left--) {
      names.push(text());
      files.push(text());
      owners.push(number());
    }
    const count = number();
    function column(values) {
      for (let i = 0; i < count; i++) values[i] = number();
      return values;
    }
    const functions = column(new Int32Array(count));
    const children = column(new Int32Array(count));
    const gathered = column(new Int32Array(count));
    return finish({
      count: count, names: names, files: files, owners: owners, functions: functions, gathered: gathered,
      growth: column(new Float64Array(count)), shrinkage: column(new Float64Array(count)),
      sizes: column(new Float64Array(count))
    }, children);
  }

  /** Nodes stand in the order of drawing, so each is followed by all that is below it, which ends before `end`. */
  function finish(tree, children) {
    const count = tree.count;
    tree.parents = new Int32Array(count);
    tree.ends = new Int32Array(count);
    tree.depths = new Int32Array(count);
    tree.own = { growth: tree.growth.slice(), shrinkage: tree.shrinkage.slice(), sizes: tree.sizes.slice() };
    const waiting = children.slice();
    let above = 0;
    tree.parents[0] = -1;
    for (let i = 1; i < count; i++) {
      while (waiting[above] === 0) above = tree.parents[above];
      waiting[above]--;
      tree.parents[i] = above;
      tree.depths[i] = tree.depths[above] + 1;
      above = i;
    }
    for (let i = count - 1; i >= 0; i--) {
      if (tree.ends[i] === 0) tree.ends[i] = i + 1;
      const parent = tree.parents[i];
      if (parent < 0) continue;
      if (tree.ends[parent] === 0) tree.ends[parent] = tree.ends[i];
      tree.growth[parent] += tree.growth[i];
      tree.shrinkage[parent] += tree.shrinkage[i];
      tree.sizes[parent] += tree.sizes[i];
    }
    return tree;
  }

  /** The same values by who ends a path first, and below it who called that. */
  function invert(tree) {
    const leaves = [];
    for (let i = 1; i < tree.count; i++) {
      if (tree.own.growth[i] || tree.own.shrinkage[i] || tree.own.sizes[i]) leaves.push(i);
    }
    const weight = function (i) {
      return (tree.own.growth[i] + tree.own.shrinkage[i]) / (tree.growth[0] + tree.shrinkage[0] || 1)
        + tree.own.sizes[i] / (tree.sizes[0] || 1);
    };
    leaves.sort(function (a, b) { return weight(b) - weight(a); });
    const nodes = [{ fn: 0, cut: 0, g: 0, s: 0, z: 0, below: new Map() }];
    function child(node, fn) {
      let found = node.below.get(fn);
      if (!found) {
        found = { fn: fn, cut: 0, g: 0, s: 0, z: 0, below: new Map() };
        node.below.set(fn, found);
        nodes.push(found);
      }
      return found;
    }
    leaves.forEach(function (leaf, rank) {
      let node = nodes[0];
      if (rank < MOST_INVERTED) {
        for (let i = leaf; i > 0; i = tree.parents[i]) {
          node = child(node, tree.functions[i]);
          node.cut += tree.gathered[i];
        }
      } else {
        node = child(node, 0);
        node.cut += Math.max(1, tree.gathered[leaf]);
      }
      node.g += tree.own.growth[leaf];
      node.s += tree.own.shrinkage[leaf];
      node.z += tree.own.sizes[leaf];
    });
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      node.all = node.g + node.s + 1e-6 * node.z;
      node.below.forEach(function (each) { node.all += each.all; });
    }
    const count = nodes.length;
    const inverted = {
      count: count, names: tree.names, files: tree.files, owners: tree.owners,
      functions: new Int32Array(count), gathered: new Int32Array(count),
      growth: new Float64Array(count), shrinkage: new Float64Array(count), sizes: new Float64Array(count)
    };
    const children = new Int32Array(count);
    const waiting = [nodes[0]];
    for (let i = 0; waiting.length; i++) {
      const node = waiting.pop();
      inverted.functions[i] = node.fn;
      inverted.gathered[i] = node.fn === 0 ? node.cut : 0;
      inverted.growth[i] = node.g;
      inverted.shrinkage[i] = node.s;
      inverted.sizes[i] = node.z;
      children[i] = node.below.size;
      Array.from(node.below.values()).sort(function (a, b) { return a.all - b.all; })
        .forEach(function (each) { waiting.push(each); });
    }
    return finish(inverted, children);
  }

  // ── The graph ────────────────────────────────────────────────────────────────────────────────────────────────────

  function mix(from, to, share) {
    return 'rgb(' + from.map(function (c, i) { return Math.round(c + (to[i] - c) * share); }).join(',') + ')';
  }

  function channels(colour) {
    return (colour.match(/[\d.]+/g) || []).slice(0, 3).map(Number);
  }

  function Graph(host, tree, options) {
    const straight = tree;
    let inverted = null;
    let byChange = options.change;
    let zoomed = 0;
    let focused = 0;
    let hovered = -1;
    let width = 0;
    let drawn = [];
    let colours = {};
    let matches = null;
    let value = new Float64Array(0);
    let cursors = new Float64Array(0);
    let asked = false;

    const tools = W.element('div', 'tools');
    const scroller = W.element('div', 'rows');
    const tall = W.element('div', 'tall');
    const canvas = W.element('canvas');
    const detail = W.element('div', 'detail');
    const spoken = W.element('p', 'unseen');
    const help = W.element('p', 'help faint',
      'Arrow keys move from call to call, Enter widens one, Esc goes back, / searches, n goes to the next match.');
    const search = W.element('input');
    const found = W.element('output', 'found faint');
    const back = W.element('button', '', 'Reset zoom');
    const legend = W.element('p', 'legend faint');
    help.id = host.id + '-help';
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-roledescription', 'flame graph');
    canvas.setAttribute('aria-label', 'Flame graph of ' + options.title);
    canvas.setAttribute('aria-describedby', help.id);
    spoken.setAttribute('aria-live', 'polite');
    search.type = 'search';
    search.placeholder = 'Search functions and files';
    search.setAttribute('aria-label', 'Search functions and files of ' + options.title);
    found.setAttribute('aria-live', 'polite');
    back.type = 'button';
    back.disabled = true;
    if (options.change && options.size) {
      tools.append(W.choice('Width of a call', ['Change', 'Size'], 0, function (i) {
        byChange = i === 0;
        zoomed = 0;
        measure();
      }));
    }
    tools.append(W.choice('Order', ['Callers first', 'Allocators first'].map(function (name) {
      return options.unit === 'bytes' ? name : name.replace('Allocators', 'Leaves');
    }), 0, function (i) {
      inverted = i === 1 ? inverted || invert(straight) : inverted;
      tree = i === 1 ? inverted : straight;
      zoomed = 0;
      focused = 0;
      find();
      measure();
    }), search, found, back);
    tall.append(canvas);
    scroller.append(tall);
    host.append(tools, legend, scroller, detail, help, spoken);

    // ── Measuring and drawing

    function measure() {
      value = new Float64Array(tree.count);
      for (let i = 0; i < tree.count; i++) {
        value[i] = byChange ? tree.growth[i] + tree.shrinkage[i] : tree.sizes[i];
      }
      cursors = new Float64Array(tree.count);
      scroller.scrollTop = 0;
      tellLegend();
      tell(focused, false);
      layout();
    }

    /** How many rows there are is known when all that is wide enough has been walked over. */
    function layout() {
      width = scroller.clientWidth;
      if (width === 0) return;
      let deepest = tree.depths[zoomed];
      walk(function (i) { deepest = Math.max(deepest, tree.depths[i]); });
      tall.style.height = (deepest + 1) * ROW + 'px';
      ask();
    }

    function ask() {
      if (asked) return;
      asked = true;
      requestAnimationFrame(function () {
        asked = false;
        draw();
      });
    }

    /** Each node that is wide enough, with its place; nothing below one that is not. */
    function walk(visit, sliver) {
      const scale = value[zoomed] > 0 ? width / value[zoomed] : 0;
      for (let i = zoomed; i >= 0; i = tree.parents[i]) visit(i, 0, width);
      cursors[zoomed] = 0;
      for (let i = zoomed + 1; i < tree.ends[zoomed];) {
        const parent = tree.parents[i];
        const x = cursors[parent];
        const w = value[i] * scale;
        cursors[parent] = x + w;
        if (w < LEAST) {
          if (sliver && w > 0) sliver(i, x, w);
          i = tree.ends[i];
        } else {
          cursors[i] = x;
          visit(i, x, w);
          i++;
        }
      }
    }

    function draw() {
      const ratio = window.devicePixelRatio || 1;
      const seen = Math.max(ROW, Math.min(scroller.clientHeight, tall.offsetHeight));
      const top = scroller.scrollTop;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(seen * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(seen * ratio);
        canvas.style.width = width + 'px';
        canvas.style.height = seen + 'px';
      }
      const pen = canvas.getContext('2d');
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, seen);
      pen.textBaseline = 'middle';
      drawn = [];
      const dust = new Map();
      const inSight = function (i) {
        const y = tree.depths[i] * ROW - top;
        return y > -ROW && y < seen;
      };
      walk(function (i, x, w) {
        if (inSight(i)) drawn.push({ node: i, x: x, w: w, y: tree.depths[i] * ROW - top });
      }, function (i, x, w) {
        if (!inSight(i)) return;
        const row = tree.depths[i];
        const last = dust.get(row);
        if (last && x - last.x - last.w < 1) last.w = x + w - last.x;
        else {
          if (last && last.w >= LEAST) drawn.push(last);
          dust.set(row, { node: -1, x: x, w: w, y: row * ROW - top });
        }
      });
      dust.forEach(function (last) { if (last.w >= LEAST) drawn.push(last); });
      drawn.forEach(function (box) { paint(pen, box); });
      outline(pen, hovered, colours.ink, 1);
      if (document.activeElement === canvas) outline(pen, focused, colours.focus, 2.5);
      canvas.dataset.frames = String(drawn.length);
      host.dispatchEvent(new Event('drawn'));
    }

    function paint(pen, box) {
      const i = box.node;
      const w = Math.max(LEAST, box.w - (box.w > 3 ? 1 : 0));
      const dim = matches && (i < 0 || !isMatch(i));
      pen.globalAlpha = dim ? 0.3 : 1;
      pen.fillStyle = i < 0 ? colours.dust : fill(i);
      pen.fillRect(box.x, box.y, w, ROW - 1);
      if (matches && !dim && i > 0) {
        pen.fillStyle = colours.match;
        pen.fillRect(box.x, box.y + ROW - 4, w, 3);
      }
      if (i >= 0 && box.w > 24) {
        pen.globalAlpha = dim ? 0.75 : 1;
        const own = tree.functions[i] !== 0 && tree.owners[tree.functions[i]] === 3;
        pen.font = (own ? '600 ' : '') + '11.5px ' + colours.mono;
        pen.fillStyle = colours.label;
        pen.fillText(fitted(pen, name(i), box.w - 9), box.x + 4, box.y + ROW / 2 - 0.5);
      }
      pen.globalAlpha = 1;
    }

    /** A fixed-width font: what fits is known without measuring each name. */
    function fitted(pen, text, room) {
      const most = Math.floor(room / colours.character);
      return text.length <= most ? text : most < 3 ? '' : text.slice(0, most - 1) + '…';
    }

    function fill(i) {
      if (tree.functions[i] === 0) return i === 0 ? colours.root : colours.dust;
      if (!byChange) return colours.owners[tree.owners[tree.functions[i]]];
      const turnover = tree.growth[i] + tree.shrinkage[i];
      const net = turnover === 0 ? 0 : (tree.growth[i] - tree.shrinkage[i]) / turnover;
      return mix(colours.still, net > 0 ? colours.grew : colours.shrank, Math.abs(net));
    }

    function outline(pen, node, colour, thick) {
      const box = node < 0 ? null : drawn.find(function (each) { return each.node === node; });
      if (!box) return;
      pen.strokeStyle = colour;
      pen.lineWidth = thick;
      pen.strokeRect(box.x + thick / 2, box.y + thick / 2, Math.max(2, box.w - 1 - thick), ROW - 1 - thick);
    }

    function takeColours() {
      const style = getComputedStyle(canvas);
      const of = function (name) { return W.colour(host, name); };
      colours = {
        ink: of('ink'), focus: of('focus'), match: of('match'), label: of('flame-label'), root: of('flame-root'),
        dust: of('flame-dust'), still: channels(of('flame-still')), grew: channels(of('flame-grew')),
        shrank: channels(of('flame-shrank')),
        owners: OWNERS.map(function (owner) { return of('flame-' + owner); }), mono: style.fontFamily
      };
      const pen = canvas.getContext('2d');
      pen.font = '600 11.5px ' + colours.mono;
      colours.character = Math.max(pen.measureText('MMMMMMMMMM').width, pen.measureText('mmmmmmmmmm').width) / 10;
    }

    function tellLegend() {
      legend.replaceChildren();
      const entry = function (colour, text) {
        const each = W.element('span', 'key');
        const patch = W.element('i', 'patch');
        patch.style.background = 'var(--' + colour + ')';
        each.append(patch, text);
        legend.append(each);
      };
      if (byChange) {
        entry('flame-grew', 'grew');
        entry('flame-still', 'grew as much as it shrank');
        entry('flame-shrank', 'shrank');
        legend.append(W.element('span', 'key', 'Width: growth and shrinkage of all stacks below, added up. Bold: own code.'));
      } else {
        OWNERS.slice().reverse().forEach(function (owner, i) { entry('flame-' + owner, OWNER_WORDS[3 - i]); });
        legend.append(W.element('span', 'key', options.change ? 'Width: what is there in the last profile.' : 'Width: what is there.'));
      }
    }

    // ── Words

    function name(i) {
      if (i === 0) return 'all of ' + options.title;
      if (tree.functions[i] === 0) return W.grouped(tree.gathered[i]) + ' smaller paths';
      return W.shortFunction(tree.names[tree.functions[i]]);
    }

    function sentence(i) {
      const net = tree.growth[i] - tree.shrinkage[i];
      const parts = [];
      if (options.change) {
        const both = tree.growth[i] && tree.shrinkage[i]
          ? ' (' + W.signed(options.unit, tree.growth[i]) + ', ' + W.signed(options.unit, -tree.shrinkage[i]) + ')' : '';
        parts.push(W.signed(options.unit, net) + both);
      }
      if (options.size) {
        parts.push(options.change
          ? W.amount(options.unit, tree.sizes[i] - net) + ' → ' + W.amount(options.unit, tree.sizes[i])
          : W.amount(options.unit, tree.sizes[i]));
      }
      parts.push(W.percent(value[0] > 0 ? value[i] / value[0] : 0) + (byChange ? ' of all change' : ' of the whole'));
      return parts.join(', ');
    }

    function tell(i, aloud) {
      const fn = tree.functions[i];
      detail.replaceChildren(
        W.element('code', '', i === 0 || fn === 0 ? name(i) : tree.names[fn]), ' ', W.element('b', '', sentence(i)));
      if (fn !== 0) {
        detail.append(' ', W.element('span', 'faint', OWNER_WORDS[tree.owners[fn]] + ' · ' + tree.files[fn]));
      }
      if (aloud) spoken.textContent = name(i) + ', ' + sentence(i) + ', level ' + tree.depths[i];
    }

    // ── Moving about

    function zoom(i) {
      zoomed = i;
      back.disabled = zoomed === 0;
      host.dataset.zoom = i === 0 ? '' : name(i);
      layout();
    }

    function focus(i) {
      focused = i;
      const isBelow = i >= zoomed && i < tree.ends[zoomed];
      const isAbove = i < zoomed && zoomed < tree.ends[i];
      if (!isBelow && !isAbove || isBelow && value[i] * width < value[zoomed] * 2) {
        // Out of sight: widen the outermost caller in which it can be seen.
        let wide = i;
        while (wide > 0 && value[i] * width >= value[tree.parents[wide]] * 24) wide = tree.parents[wide];
        zoom(wide);
      }
      const y = tree.depths[i] * ROW;
      if (y < scroller.scrollTop) scroller.scrollTop = y;
      if (y + ROW > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = y + ROW - scroller.clientHeight;
      tell(i, true);
      host.dataset.focus = name(i);
      ask();
    }

    function firstWide(i, end, parent) {
      for (; i < end; i = tree.ends[i]) if (tree.parents[i] === parent && value[i] > 0) return i;
      return -1;
    }

    function sibling(step) {
      const parent = tree.parents[focused];
      if (parent < 0) return -1;
      if (step > 0) return firstWide(tree.ends[focused], tree.ends[parent], parent);
      let before = -1;
      for (let i = parent + 1; i < focused; i = tree.ends[i]) if (value[i] > 0) before = i;
      return before;
    }

    function isMatch(i) {
      return i > 0 && matches[tree.functions[i]] === 1;
    }

    function find() {
      const sought = search.value.trim().toLowerCase();
      matches = null;
      found.textContent = '';
      if (sought) {
        matches = new Uint8Array(tree.names.length);
        for (let f = 1; f < tree.names.length; f++) {
          if (tree.names[f].toLowerCase().includes(sought) || tree.files[f].toLowerCase().includes(sought)) matches[f] = 1;
        }
        let frames = 0;
        let sum = 0;
        let end = 0;
        for (let i = 1; i < tree.count; i++) {
          if (!isMatch(i)) continue;
          const worth = byChange ? tree.growth[i] + tree.shrinkage[i] : tree.sizes[i];
          if (worth > 0) frames++;
          if (i >= end) {
            sum += worth;
            end = tree.ends[i];
          }
        }
        const whole = byChange ? tree.growth[0] + tree.shrinkage[0] : tree.sizes[0];
        found.textContent = W.grouped(frames) + (frames === 1 ? ' call, ' : ' calls, ') + W.percent(whole > 0 ? sum / whole : 0);
      }
      ask();
    }

    function nextMatch(step) {
      if (!matches) return;
      for (let tried = 1, i = focused; tried <= tree.count; tried++) {
        i = (i + step + tree.count) % tree.count;
        if (isMatch(i) && value[i] > 0) return focus(i);
      }
    }

    function at(event) {
      const area = canvas.getBoundingClientRect();
      const x = event.clientX - area.left;
      const y = event.clientY - area.top;
      const box = drawn.find(function (each) {
        return each.node >= 0 && x >= each.x && x < each.x + each.w && y >= each.y && y < each.y + ROW;
      });
      return box ? box.node : -1;
    }

    canvas.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = {
        ArrowDown: function () { return firstWide(focused + 1, tree.ends[focused], focused); },
        ArrowUp: function () { return tree.parents[focused]; },
        ArrowRight: function () { return sibling(1); },
        ArrowLeft: function () { return sibling(-1); },
        Home: function () { return 0; }
      };
      if (steps[event.key]) {
        const next = steps[event.key]();
        if (next >= 0) focus(next);
      } else if (event.key === 'Enter' || event.key === ' ') zoom(focused);
      else if (event.key === 'Escape') zoom(0);
      else if (event.key === '/') search.focus();
      else if (event.key === 'n') nextMatch(1);
      else if (event.key === 'N') nextMatch(-1);
      else return;
      event.preventDefault();
    });
    canvas.addEventListener('focus', function () { tell(focused, true); ask(); });
    canvas.addEventListener('blur', ask);
    canvas.addEventListener('mousemove', function (event) {
      const i = at(event);
      if (i === hovered) return;
      hovered = i;
      canvas.style.cursor = i >= 0 ? 'pointer' : '';
      tell(i >= 0 ? i : focused, false);
      ask();
    });
    canvas.addEventListener('mouseleave', function () { hovered = -1; tell(focused, false); ask(); });
    canvas.addEventListener('click', function (event) {
      const i = at(event);
      if (i < 0) return;
      focused = i;
      zoom(i);
      tell(i, true);
    });
    back.addEventListener('click', function () { zoom(0); });
    search.addEventListener('input', find);
    search.addEventListener('keydown', function (event) {
      if (event.key === 'Enter') {
        canvas.focus();
        nextMatch(1);
        event.preventDefault();
      } else if (event.key === 'Escape') {
        search.value = '';
        find();
        canvas.focus();
      }
    });
    scroller.addEventListener('scroll', ask);
    new ResizeObserver(function () {
      if (scroller.clientWidth !== width) requestAnimationFrame(layout);
    }).observe(scroller);
    W.onTheme(function () { takeColours(); ask(); });
    takeColours();
    measure();

    /** Searches, and goes to the widest match. */
    this.find = function (text) {
      search.value = text;
      find();
      let widest = 0;
      for (let i = 1; matches && i < tree.count; i++) {
        if (isMatch(i) && (widest === 0 || value[i] > value[widest])) widest = i;
      }
      canvas.focus();
      if (widest > 0) focus(widest);
    };
  }

  /** Shows a tree in an element, and gives what can be searched by `find(text)`; an event "drawn" tells of pictures. */
  async function mount(host, base64, options) {
    if (typeof DecompressionStream === 'undefined') {
      host.append(W.element('p', 'faint', 'This browser is too old to unpack the flame graph; the table below has its top.'));
      return { find: function () {} };
    }
    const tree = decode(await inflate(base64));
    return new Graph(host, tree, options);
  }

  return { mount: mount };
})();
