// What runs in the page: search, filters and sorting of the list, explanations that unfold in their place, tables that
// stand open on paper. Texts are only ever set as texts.

export const SCRIPT = `
'use strict';
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var make = function (name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // On paper every table stands open; afterwards those that were closed are closed again.
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.filter.call(document.querySelectorAll('details'), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  var table = byId('parties');
  if (!table) return;
  var body = table.tBodies[0];
  var held = JSON.parse(byId('explanations').textContent);
  var order = JSON.parse(byId('orders').textContent);
  var text = function (place) { return held.texts[place]; };
  var plain = function (value) { return value.normalize('NFKC').toLowerCase(); };

  var rows = Array.prototype.map.call(body.rows, function (row, i) {
    var cell = function (k) { return row.cells[k].textContent; };
    var name = row.querySelector('.party').textContent;
    var number = function (value) { var read = parseFloat(value); return isNaN(read) ? null : read; };
    var placed = function (list, value) { var at = list.indexOf(value); return at < 0 ? null : at; };
    return {
      row: row, detail: null, at: i, name: name,
      search: plain(row.cells[1].textContent + ' ' + cell(2)),
      district: cell(2), grade: row.getAttribute('data-grade'),
      keys: [number(cell(0)), name, placed(order.districts, cell(2)), number(cell(3)),
        placed(order.grades, row.getAttribute('data-grade'))]
    };
  });

  // Search and filters.
  var search = byId('search'), district = byId('in-district'), grade = byId('of-grade'), count = byId('shown');
  var shown = function (one) {
    var words = plain(search.value).split(/\\s+/).filter(Boolean);
    return words.every(function (word) { return one.search.indexOf(word) >= 0; }) &&
      (district.value === '' || one.district === district.value) &&
      (!grade || grade.value === '' || one.grade === grade.value);
  };
  var filter = function () {
    var left = 0;
    rows.forEach(function (one) {
      var is = shown(one);
      if (is) left += 1;
      one.row.hidden = !is;
      if (one.detail) one.detail.hidden = !is;
    });
    var unit = ' ' + table.getAttribute('data-unit'), all = '共 ' + rows.length + unit;
    count.textContent = left === rows.length ? all : '显示 ' + left + unit + '，' + all;
    byId('nobody').hidden = left > 0;
  };
  [search, district, grade].forEach(function (control) {
    if (control) control.addEventListener('input', filter);
  });

  // Sorting: by a click on a title, or the keys that press a button. What is unknown stands last either way.
  var collator = new Intl.Collator('zh-CN');
  var heads = table.tHead.rows[0].cells;
  var sortBy = function (k, down) {
    rows.sort(function (a, b) {
      var x = a.keys[k], y = b.keys[k];
      if (x === null || y === null) return (x === null) - (y === null) || a.at - b.at;
      var by = typeof x === 'string' ? collator.compare(x, y) : x - y;
      return (down ? -by : by) || a.at - b.at;
    });
    var all = document.createDocumentFragment();
    rows.forEach(function (one) {
      all.appendChild(one.row);
      if (one.detail) all.appendChild(one.detail);
    });
    body.appendChild(all);
    Array.prototype.forEach.call(heads, function (head, i) {
      if (i === k) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
  };
  Array.prototype.forEach.call(heads, function (head, k) {
    // Titles repeat on every sheet of paper, buttons do not.
    var title = head.textContent, button = make('button', 'sort', title);
    button.type = 'button';
    head.textContent = '';
    head.appendChild(button);
    head.appendChild(make('span', 'printed', title));
    button.addEventListener('click', function () {
      var now = head.getAttribute('aria-sort');
      // Points are looked at from the top.
      sortBy(k, now === null ? k === 3 : now === 'ascending');
    });
  });

  // Explanations.
  var section = function (into, packed) {
    var title = make('h4', '', text(packed[0]));
    if (text(packed[1])) title.appendChild(make('span', 'sum', text(packed[1])));
    into.appendChild(title);
    packed[2].forEach(function (one) {
      var part = make('div', 'indicator'), top = make('p', 'top');
      top.appendChild(make('span', 'name', text(one[0])));
      var points = make('span', 'points');
      points.appendChild(make('b', 'score', text(one[1])));
      if (text(one[2])) points.appendChild(make('span', 'most', ' / ' + text(one[2])));
      if (text(one[3])) points.appendChild(make('span', 'running', '　累计 ' + text(one[3])));
      top.appendChild(points);
      part.appendChild(top);
      part.appendChild(make('p', 'source', text(one[4])));
      var lines = make('ul', '');
      one[5].forEach(function (line) {
        var item = make('li', text(line[0]), text(line[1]));
        line.slice(2).forEach(function (below) { item.appendChild(make('p', 'below', text(below))); });
        lines.appendChild(item);
      });
      if (one[5].length) part.appendChild(lines);
      into.appendChild(part);
    });
  };
  var explanation = function (one) {
    var packed = held.parties[one.at], row = make('tr', 'detail'), cell = make('td', '');
    row.id = 'detail-' + one.at;
    cell.colSpan = heads.length;
    var inside = make('div', 'explained');
    inside.appendChild(make('h3', '', '逐项说明：' + one.name));
    packed[0].forEach(function (line) { inside.appendChild(make('p', '', text(line))); });
    if (packed[1].length) {
      var notices = make('ul', 'notices');
      packed[1].forEach(function (line) { notices.appendChild(make('li', '', text(line))); });
      inside.appendChild(notices);
    }
    inside.appendChild(make('p', 'source', table.getAttribute('data-legend')));
    packed[2].forEach(function (part) { section(inside, part); });
    cell.appendChild(inside);
    row.appendChild(cell);
    return row;
  };
  rows.forEach(function (one) {
    if (!held.parties[one.at]) return;
    var name = one.row.querySelector('.party'), button = make('button', 'unfold', one.name);
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    name.textContent = '';
    name.appendChild(button);
    button.addEventListener('click', function () {
      if (one.detail) {
        one.detail.remove();
        one.detail = null;
      } else {
        one.detail = explanation(one);
        one.row.after(one.detail);
        button.setAttribute('aria-controls', one.detail.id);
      }
      button.setAttribute('aria-expanded', String(one.detail !== null));
    });
  });

  byId('controls').hidden = false;
  byId('unscripted').hidden = true;
  filter();
})();
`
