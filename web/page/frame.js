// What is the same on every view: the way back, the title, the tabs.

import { add, byId, clear, el } from "./dom.js";
import { link } from "./places.js";
import { say, word } from "./say.js";

/** One view: `trail` of [text, address], `title`, `side` below it, `tabs` of {key, name, address}. */
export function frame({ trail, title, side, tabs, open, beside }) {
  const said = say(title);
  document.title = said + " – " + word("product");
  const main = clear(byId("main"));
  add(main,
    trail && el("nav.trail", { "aria-label": word("trail") }, el("ol", null, trail.map(([name, address]) => el("li", null, el("a", { href: address }, say(name)))), el("li", { "aria-current": "page" }, said))),
    el("header.head", null, el("div.head-text", null, el("h1", { tabindex: -1, id: "title" }, said), side && el("p.side", null, say(side))), beside),
    tabs && tabs.length > 1 && tabRow(tabs, open));
  const body = el("div.body");
  main.append(body);
  return body;
}

function tabRow(tabs, open) {
  return el("nav.tabs", { "aria-label": word("tabs") }, el("ul", null, tabs.map(({ key, name, address }) =>
    el("li", null, el("a", { href: address, "aria-current": key === open ? "page" : null }, say(name))))));
}

export const home = () => [word("organisation"), link("/")];
