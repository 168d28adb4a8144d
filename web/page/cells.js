// A value of a neutral page as what stands in a cell: chips for words of the trade, bars for shares.

import { el } from "./dom.js";
import { pageLink, sellerLink, sellerNumber, teamLink } from "./places.js";
import { say, spelled } from "./say.js";

/** value, style and link of a cell, whichever way it was written. */
export function opened(cell, style) {
  const own = cell !== null && typeof cell === "object" && !Array.isArray(cell);
  return own ? { value: cell.v, style: cell.s || style, to: cell.to || "" } : { value: cell, style, to: "" };
}

/** of: where the cell stands; `pages` are the keys of the pages beside it. */
export function shown(cell, style, of = {}) {
  const { value, style: look, to } = opened(cell, style);
  const [base, shade] = look.split(".");
  const said = spelled(value, look);
  if (said === "") return "";
  const address = to && followed(to, of);
  if (address) return el("a.go", { href: address }, said);
  if (shade !== undefined && CHIPS.has(base)) return el("span.chip." + base + "-" + shade, null, said);
  if (shade !== undefined) return el("span." + base + "-" + shade, null, said);
  if (base === "bar") return bar(value, said);
  return base === "wrap" || base === "long" || say(value).toString().includes("\n") ? lines(said) : said;
}

const CHIPS = new Set(["tier", "level", "grade", "severity"]);

/** The address of a link of a neutral page; blank where it leads nowhere in this run. */
export function followed(to, of) {
  const at = to.indexOf(":");
  if (at > 0) {
    const kind = to.slice(0, at);
    if (kind === "team") return teamLink(Number(to.slice(at + 1)));
    const number = sellerNumber(to.slice(at + 1));
    if (number < 0) return "";
    return sellerLink(number, kind === "detail" ? "detail" : "");
  }
  if (!(of.pages || []).includes(to)) return "";
  return of.team === undefined ? pageLink(to) : teamLink(of.team, to);
}

function bar(value, said) {
  const filled = el("span.share-in");
  // through the object, for the page allows no style attribute
  filled.style.width = Math.max(0, Math.min(1, value)) * 100 + "%";
  return el("span.share", null, el("span.share-out", { "aria-hidden": "true" }, filled), el("span.share-n", null, said));
}

function lines(said) {
  const parts = said.split("\n");
  return parts.length === 1 ? said : parts.map((part) => el("span.line", null, part));
}

const MARKED = /^[▲▼✓○–?=●\s]*(-?[\d,]+(?:\.\d+)?)\s*(%?)(?:\/(\d+))?/;
const RANKS = ["unknown", "none", "novice", "junior", "mid", "intermediate", "strong", "senior", "top"];
const WEIGHTS = ["fix", "warn", "hold", "reject"];

/** What a column is sorted by: a figure where the cell tells one, a rank for words of the trade. */
export function sortable(cell, style) {
  const { value, style: look } = opened(cell, style);
  if (typeof value === "number") return value;
  const [base, shade] = look.split(".");
  if (base === "tier" || base === "level") return shade === undefined ? -1 : RANKS.indexOf(shade);
  if (base === "severity") return WEIGHTS.indexOf(shade);
  const said = say(value);
  if (said === null || said === undefined) return "";
  const figure = MARKED.exec(said);
  if (!figure || /^\d{4}-\d\d-\d\d/.test(said)) return String(said);
  const n = Number(figure[1].replaceAll(",", ""));
  return figure[3] ? n / Math.max(1, Number(figure[3])) : n;
}

/** Texts in the order of the language, figures as figures; what is blank comes last. */
export function compared(a, b) {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? -1 : 1;
  return a.localeCompare(b, "zh-CN");
}
