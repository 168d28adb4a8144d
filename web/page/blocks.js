// The blocks of a neutral page: what stands under one heading becomes one card.

import { openBehind } from "./behind.js";
import { opened, shown } from "./cells.js";
import { chartOf, waysOf } from "./charts.js";
import { add, el } from "./dom.js";
import { say, word } from "./say.js";
import { tableOf } from "./tables.js";

/** The blocks of a page as sections. of: where they stand, as in tables.js; `figures` maps labels in Chinese
 *  to what stands behind them. */
export function pageOf(page, of = {}) {
  const cards = [];
  let card = null;
  for (const block of page.b) {
    if (block.h !== undefined || !card) cards.push((card = el("section.card")));
    if (block.h !== undefined) {
      add(card, el("h2", null, say(block.h)));
      continue;
    }
    if (block.fig && !card.querySelector("h2")) card.classList.add("bare");
    add(card, blockOf(block, page, { title: page.t, ...of }));
  }
  return cards.filter((one) => one.childNodes.length);
}

export function blockOf(block, page, of) {
  if (block.h !== undefined) return el("h2", null, say(block.h));
  if (block.tab !== undefined) return tableOf(block, of);
  if (block.p !== undefined) return el("p." + block.s.split(".")[0], null, textOf(block.p));
  if (block.li) return bullets(block, of);
  if (block.note !== undefined) return el("p.note", null, say(block.note));
  if (block.fig) return figures(block, of);
  if (block.draw) return drawn(block, page);
  if (block.ways) return waysOf(block);
  return beside(block, page, of);
}

const textOf = (value) => String(say(value)).split("\n").map((line) => el("span.line", null, line));

function bullets(block, of) {
  const caption = block.c && el("p.caption", null, say(block.c));
  if (!block.li.length) return [caption, el("p.empty", null, say(block.e) || word("nothing"))];
  return [caption, el("ul.points", null, block.li.map((item) => el("li", null, shown(item, "wrap", of))))];
}

function figures(block, of) {
  return [block.c && el("p.caption", null, say(block.c)), el("dl.figures", null, block.fig.map((one) => figure(one, of)))];
}

function figure(one, of) {
  const inside = shown(one.v, one.s, of);
  const { style } = opened(one.v, one.s);
  const kind = of.figures && of.figures[Array.isArray(one.l) ? one.l[0] : one.l];
  const value = kind && of.seller >= 0
    ? el("button.why", { type: "button", title: word("behind"), onclick: () => openBehind({ seller: of.seller }, kind, [say(one.l), inside.textContent ?? inside]) }, inside)
    : inside;
  const state = style.startsWith("state.") ? ".is-" + style.slice(6) : "";
  return el("div.figure" + state, null, el("dt", null, say(one.l)), el("dd.value", null, value === "" ? "–" : value), one.n && el("dd.side", null, say(one.n)));
}

function drawn(block, page) {
  const table = tableBlock(page.b, block.of);
  return table && table.rows.length ? chartOf(block, table) : null;
}

export function tableBlock(blocks, key) {
  for (const block of blocks) {
    if (block.tab === key) return block;
    const inner = block.left && tableBlock([...block.left, ...block.right], key);
    if (inner) return inner;
  }
  return null;
}

function beside(block, page, of) {
  const stack = (blocks) => el("div", null, blocks.map((one) => blockOf(one, page, of)));
  return el("div.beside" + (block.share > 0.6 ? ".wide-left" : ""), null, stack(block.left), stack(block.right));
}
