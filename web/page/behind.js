// The cells behind a number: file, sheet, cell, and what was read there.

import { add, byId, clear, el } from "./dom.js";
import { part } from "./data.js";
import { isHere, run, sellerLink } from "./places.js";
import { say, spelled, word } from "./say.js";

/** What a row of each sheet is called. */
const NAMED = { accounts: "account", contacts: "name", deals: "deal", support: "request", practices: "practice", links: "from_person" };

/** about: {seller, account, deal}; kind: "tier", "key", "deal", or the name of a figure of the seller. */
export async function openBehind(about, kind, title) {
  if (!isHere(about.seller)) {
    location.href = sellerLink(about.seller);
    return;
  }
  const record = await part("s" + about.seller);
  const held = record.cells[keyOf(record, about, kind)];
  const box = byId("behind"), inside = clear(byId("behind-in"));
  add(byId("behind-title"), clear(byId("behind-title")) && title.filter(Boolean).join(" · "));
  add(inside, el("p.file", null, word("read-from"), " ", el("strong", null, say(record.file))));
  const tables = (held || []).map((cells) => sheetOf(record, cells)).filter(Boolean);
  add(inside, tables.length ? tables : el("p.empty", null, word("no-cells")));
  box.showModal();
}

function keyOf(record, about, kind) {
  if (kind === "deal") return "deal:" + idOf(record, "deals", "deal", "deal_id", about.deal, about.account);
  if (kind !== "tier" && kind !== "key") return kind;
  const account = accountOf(record, about.account);
  return account ? "account:" + account.id + ":" + kind : "";
}

/** An account of a seller by ID or by name. */
export function accountOf(record, said) {
  return record.accounts.find((one) => one.id === said) || record.accounts.find((one) => one.name === said);
}

function idOf(record, sheet, name, id, said, account) {
  const held = record.rows[sheet], at = places(sheet);
  const of = accountOf(record, account);
  const rows = Object.entries(held ? held.r : {}).filter(([row]) => !of || of.deals.includes(Number(row)));
  const hit = rows.find(([, values]) => values[at[id]] === said) || rows.find(([, values]) => values[at[name]] === said);
  return hit ? hit[1][at[id]] : "";
}

const places = (sheet) => Object.fromEntries(run().cols[sheet].map(([key], n) => [key, n]));

/** Every row of a sheet with every column asked for, each with its cell. */
function sheetOf(record, [sheet, rows, columns]) {
  const held = record.rows[sheet];
  if (!held || !rows.length) return null;
  const at = places(sheet), headers = Object.fromEntries(run().cols[sheet]);
  const shown = columns.filter((key) => key in at);
  if (held.down) return formOf(held, shown, at, headers);
  const name = NAMED[sheet];
  const head = el("tr", null, el("th", { scope: "col" }, say(headers[name])), shown.map((key) => el("th", { scope: "col" }, say(headers[key]))));
  const lines = rows.map((row) => {
    const values = held.r[row] || [];
    return el("tr", null,
      el("th", { scope: "row" }, spelled(values[at[name]], "text"), el("span.at", null, word("row", { n: row }))),
      shown.map((key) => el("td", null, valueOf(values[at[key]]), el("span.at", null, cellName(held, key, row)))));
  });
  return boxed(held, lines.length, head, lines);
}

function formOf(held, shown, at, headers) {
  const [values] = Object.values(held.r);
  const lines = shown.map((key) => el("tr", null,
    el("th", { scope: "row" }, say(headers[key])),
    el("td", null, valueOf(values[at[key]]), el("span.at", null, cellName(held, key, held.down[key] || "")))));
  return boxed(held, lines.length, null, lines);
}

const cellName = (held, key, row) => say(held.t) + "!" + (held.at[key] || "") + row;

function valueOf(value) {
  const said = spelled(value, "number");
  return said === "" ? el("span.blank", null, word("blank")) : el("span.val", null, said);
}

function boxed(held, count, head, lines) {
  const title = say(held.t);
  return el("section.cells", null,
    el("h3", null, title, el("span.count", null, String(count))),
    el("div.scroll", { tabindex: 0, role: "group", "aria-label": title }, el("table", null, head && el("thead", null, head), el("tbody", null, lines))));
}
