// A table that can be searched, filtered and sorted; on a phone its rows become cards.

import { openBehind } from "./behind.js";
import { compared, opened, shown, sortable } from "./cells.js";
import { add, clear, el } from "./dom.js";
import { accountLink, hasAccount, sellerLink } from "./places.js";
import { BEHIND, reader } from "./rows.js";
import { isFigure, labelOf, say, spelled, word } from "./say.js";

/** Rows shown before somebody asks for more; rows from which on a table can be searched. */
const FIRST = 80, SEARCHED = 12;
/** Columns of few words can be filtered: at most so many words, and so many filters a table. */
const WORDS = 14, FILTERS = 4;
const FILTERED = ["team", "seller", "level", "tier", "key", "counted", "stage", "fit_side", "severity", "urgency", "blocked", "party"];

/** Columns from which on a table stands closer, and its headings on two lines. */
const DENSE = 9;

/** of: {seller, team, pages, hide}. A column in which nothing stands is left out. */
export function tableOf(block, of = {}) {
  const hide = new Set(of.hide || []);
  const told = (n) => !block.rows.length || block.rows.some((row) => textOf(block, row, n) !== "");
  const places = block.cols.map((_, n) => n).filter((n) => !hide.has(block.cols[n].k) && told(n));
  const state = { rows: block.rows, sorted: -1, down: false, find: "", picked: new Map(), most: FIRST };
  const whose = reader(block, of);
  const head = el("thead", { role: "rowgroup" });
  const body = el("tbody", { role: "rowgroup" });
  const more = el("div.more");
  const count = el("span.count", { role: "status" });
  const draw = () => drawBody(block, places, state, whose, of, { body, more, count });
  for (const line of headLines(block, places, state, draw, head)) head.append(line);
  const name = say(block.c) || say(of.title) || "";
  const table = el("table" + (places.length >= DENSE ? ".dense" : ""), { role: "table", "aria-label": name || null }, head, body);
  draw();
  const tools = block.rows.length >= SEARCHED ? toolbar(block, places, state, draw, count) : null;
  const made = el("div.table", { "data-table": block.tab }, tools);
  if (block.c) made.prepend(el("p.caption", null, say(block.c)));
  if (!block.rows.length) return add(made, el("p.empty", null, say(block.e) || word("nothing")));
  made.expand = () => ((state.most = Infinity), draw());
  return add(made, el("div.scroll", { tabindex: 0, role: "group", "aria-label": name || word("table") }, table), more);
}

function headLines(block, places, state, draw, head) {
  const lines = [];
  if (places.some((n) => block.cols[n].g)) {
    const groups = el("tr.groups", { role: "row" });
    for (let n = 0; n < places.length; ) {
      const said = say(block.cols[places[n]].g) || "";
      let wide = 1;
      while (n + wide < places.length && (say(block.cols[places[n + wide]].g) || "") === said) wide++;
      groups.append(el(said ? "th" : "td", { colspan: wide, scope: said ? "colgroup" : null, role: said ? "columnheader" : "cell" }, said));
      n += wide;
    }
    lines.push(groups);
  }
  const line = el("tr", { role: "row" });
  for (const n of places) line.append(headCell(block, n, state, draw, head));
  lines.push(line);
  return lines;
}

function headCell(block, n, state, draw, head) {
  const column = block.cols[n], said = say(column.l) || "";
  const look = isFigure(column.s) ? "th.n" : "th";
  if (!said) return el("td", { role: "cell" });
  if (block.rows.length < 4) return el(look, { scope: "col", role: "columnheader" }, said);
  const sort = el("button.sort", {
    type: "button",
    onclick: () => {
      state.down = state.sorted === n ? !state.down : isFigure(column.s);
      state.sorted = n;
      for (const one of head.querySelectorAll("[aria-sort]")) one.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      draw();
    },
  }, said);
  const cell = el(look, { scope: "col", role: "columnheader" }, sort);
  return cell;
}

function toolbar(block, places, state, draw, count) {
  const find = el("input.find", {
    type: "search",
    placeholder: word("filter"),
    "aria-label": word("filter"),
    oninput: (event) => ((state.find = event.target.value.trim().toLowerCase()), (state.most = FIRST), draw()),
  });
  const picks = places
    .filter((n) => FILTERED.includes(block.cols[n].k))
    .map((n) => ({ n, words: wordsOf(block, n) }))
    .filter(({ words }) => words.length > 1 && words.length <= WORDS)
    .slice(0, FILTERS)
    .map(({ n, words }) => picker(block.cols[n], n, words, state, draw));
  return el("div.tools", null, find, picks, count);
}

const textOf = (block, row, n) => spelled(opened(row[n], block.cols[n].s).value, block.cols[n].s);

function wordsOf(block, n) {
  const ranks = new Map();
  for (const row of block.rows) {
    const said = textOf(block, row, n);
    if (said && !ranks.has(said)) ranks.set(said, sortable(row[n], block.cols[n].s));
  }
  return [...ranks.keys()].sort((a, b) => compared(ranks.get(a), ranks.get(b)));
}

function picker(column, n, words, state, draw) {
  const label = say(column.l);
  return el("select", {
    "aria-label": label,
    "data-filter": column.k,
    onchange: (event) => {
      if (event.target.value) state.picked.set(n, event.target.value);
      else state.picked.delete(n);
      state.most = FIRST;
      draw();
    },
  }, el("option", { value: "" }, word("any", { what: label })), words.map((one) => el("option", { value: one }, one)));
}

function found(block, places, state) {
  let rows = block.rows;
  for (const [n, wanted] of state.picked) rows = rows.filter((row) => textOf(block, row, n) === wanted);
  if (state.find) rows = rows.filter((row) => places.some((n) => textOf(block, row, n).toLowerCase().includes(state.find)));
  if (state.sorted < 0) return rows;
  const style = block.cols[state.sorted].s, way = state.down ? -1 : 1;
  const keyed = rows.map((row, place) => [sortable(row[state.sorted], style), place, row]);
  keyed.sort((a, b) => (a[0] === "" || b[0] === "" ? compared(a[0], b[0]) : way * compared(a[0], b[0])) || a[1] - b[1]);
  return keyed.map((one) => one[2]);
}

function drawBody(block, places, state, whose, of, { body, more, count }) {
  const rows = found(block, places, state);
  clear(body).append(...rows.slice(0, state.most).map((row) => rowOf(block, places, row, whose, of)));
  count.textContent = rows.length === block.rows.length ? "" : word("of", { n: rows.length, all: block.rows.length });
  const left = rows.length - state.most;
  clear(more);
  if (left <= 0) return;
  add(more, el("button.quiet", { type: "button", onclick: () => ((state.most += 4 * FIRST), drawBody(block, places, state, whose, of, { body, more, count })) }, word("more", { n: left })));
}

function rowOf(block, places, row, whose, of) {
  const about = whose(row);
  return el("tr", { role: "row" }, places.map((n, place) => {
    const column = block.cols[n];
    const inside = cellOf(column, row[n], about, of);
    const short = spelled(opened(row[n], column.s).value, column.s).length <= SHORT;
    const named = !place && inside !== "";
    const look = (named ? "th.row" : "td") + (isFigure(column.s) ? ".n" : "") + (short ? ".short" : WIDE.has(column.s) ? ".wide" : "");
    return el(look, named ? { role: "rowheader", scope: "row" } : { role: "cell", "data-l": labelOf(column, block.cols) }, inside);
  }));
}

/** Letters up to which a value stands on one line. */
const SHORT = 12;
const WIDE = new Set(["wrap", "long"]);

function cellOf(column, cell, about, of) {
  const inside = shown(cell, column.s, of);
  if (inside === "" || about.seller < 0) return inside;
  if (inside instanceof Element && inside.matches("a")) return inside;
  if (column.k === "seller" && of.seller === undefined) return el("a.go", { href: sellerLink(about.seller) }, inside);
  if (column.k === "account" && hasAccount(about.seller, about.account)) return el("a.go", { href: accountLink(about.seller, about.account) }, inside);
  const kind = BEHIND[column.k];
  if (!kind || (kind === "deal" ? !about.deal : !about.account)) return inside;
  return el("button.why", { type: "button", title: word("behind"), onclick: () => openBehind(about, kind, [say(column.l), inside.textContent ?? inside]) }, inside);
}
