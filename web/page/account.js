// The account plan: where the account stands and why, what is open, who the people are, what comes next.

import { openBehind, accountOf } from "./behind.js";
import { blockOf } from "./blocks.js";
import { opened, shown } from "./cells.js";
import { add, el } from "./dom.js";
import { part } from "./data.js";
import { frame, home } from "./frame.js";
import { mapCard } from "./map.js";
import { run, sellerLink, sellerNumber, teamLink } from "./places.js";
import { labelOf, say, spelled, word } from "./say.js";
import { missing, ofSeller } from "./views.js";

export async function account(id, said) {
  const number = sellerNumber(id);
  if (number < 0) return missing();
  const record = await part("s" + number);
  const found = accountOf(record, said);
  if (!found) return missing();
  const team = run().sellers[number][2];
  const trail = [home(), [run().teams[team].name, teamLink(team)], [record.name, sellerLink(number)]];
  const body = frame({ trail, title: found.name, side: word("plan-of", { seller: record.name }), beside: printButton() });
  const of = { seller: number, team, hide: ["seller", "seller_id", "team", "owner", "account", "account_id"], pages: [], account: found };
  const lists = await Promise.all(run().teams[team].pages.filter((page) => page.own).map((page) => part(run().teams[team].id + "-" + page.k)));
  const parts = lists.flatMap((page) => cut(ofSeller(page, number), found));
  add(body, facts(parts, of, found, number));
  add(body, mapCard(record, found));
  add(body, steps(found));
  const rest = parts.filter((one) => one.page.k !== "accounts");
  rest.sort((a, b) => PLACES.indexOf(b.page.k) - PLACES.indexOf(a.page.k));
  const money = rest.filter((one) => one.page.k === "deals");
  for (const one of money) add(body, listed(one, of, number, found));
  add(body, people(record, found));
  for (const one of rest.filter((other) => !money.includes(other))) add(body, listed(one, of, number, found));
  add(body, rowsOf(record, "support", found.support, word("support")), past(record, found));
}

/** What comes first of the lists, the last word first. */
const PLACES = ["support", "people", "growth", "risks"];

function listed({ page, block }, of, number, account) {
  const alone = block.rows.length === 1 && block.cols.length > 3;
  return el("section.card" + (alone && page.k !== "deals" ? ".half" : ""), { "data-list": page.k }, el("h2", null, say(page.n)), alone ? facing(block, of, number, account) : blockOf({ ...block, c: "" }, page, { ...of, title: page.n }));
}

function printButton() {
  return el("button.button", { type: "button", onclick: () => window.print() }, word("print"));
}

/** The lines of a list that are about this account; nothing where it has none. */
function cut(page, account) {
  return page.b.filter((block) => block.tab !== undefined).flatMap((block) => {
    const ids = block.cols.findIndex((column) => column.k === "account_id"), names = block.cols.findIndex((column) => column.k === "account");
    if (names < 0) return [];
    const rows = block.rows.filter((row) => (ids < 0 ? say(opened(row[names], "text").value) === say(account.name) : opened(row[ids], "text").value === account.id));
    return rows.length ? [{ page, block: { ...block, rows } }] : [];
  });
}

function facts(parts, of, account, number) {
  const own = parts.find((one) => one.page.k === "accounts");
  return own && el("section.card.facts", null, facing(own.block, of, number, account));
}

/** One line of a list as figures: what it says, one below the other. */
function facing(block, of, number, account) {
  const [row] = block.rows;
  const cells = block.cols.map((column, n) => [column, row[n]]).filter(([column, cell]) => !of.hide.includes(column.k) && spelled(opened(cell, column.s).value, column.s) !== "");
  return el("dl.facing", null, cells.map(([column, cell]) => {
    const inside = shown(cell, column.s, of), kind = WHY[column.k];
    const value = kind ? el("button.why", { type: "button", title: word("behind"), onclick: () => openBehind({ seller: number, account: account.id }, kind, [say(account.name), say(column.l)]) }, inside) : inside;
    return el("div" + (column.k === "deal" ? ".first" : LONG.has(column.s) ? ".long" : ""), null, el("dt", null, labelOf(column, block.cols)), el("dd", null, value));
  }));
}

const WHY = { tier: "tier", confirmed: "tier", evidenced: "tier", score: "tier", dms: "tier", departments: "tier", key: "key", ground: "key", counted: "key" };
const LONG = new Set(["wrap", "long"]);
/** What to do next, the least that leads to each higher tier, and what the past says of the open deals. */
function steps(account) {
  const list = (code, lines) => lines.length > 0 && el("section.card.half", null, el("h2", null, word(code)), el("ul.points", null, lines.map((line) => el("li", null, say(line)))));
  return [list("next", account.next), list("ways", account.ways), list("fits", account.fits)];
}

/** What the plan shows of a person and of a request: the columns that decide. */
const SHOWN = {
  contacts: ["name", "department", "title", "key_decision_maker", "can_influence", "stance", "last_contact", "influence_evidence"],
  support: ["request", "party", "deal", "days_wanted", "days_granted", "needed_by", "status"],
};

const people = (record, account) => rowsOf(record, "contacts", account.people, word("people"));

/** Rows of the book, each with the cell in which it begins. */
function rowsOf(record, sheet, rows, title) {
  const held = record.rows[sheet], shown = SHOWN[sheet];
  if (!held || !rows.length) return null;
  const at = Object.fromEntries(run().cols[sheet].map(([key], n) => [key, n])), headers = Object.fromEntries(run().cols[sheet]);
  const block = {
    tab: sheet,
    cols: [...shown.map((key) => ({ k: key, l: headers[key], s: key === "influence_evidence" ? "wrap" : "text" })), { k: "cell", l: word("cell"), s: "quiet" }],
    rows: rows.map((row) => [...shown.map((key) => (key === "deal" ? dealNamed(record, held.r[row]?.[at[key]]) : held.r[row]?.[at[key]]) ?? ""), say(held.t) + "!" + (held.at[shown[0]] || "") + row]),
  };
  return el("section.card", null, el("h2", null, title), blockOf(block, { b: [] }, { title }));
}

/** The name of the deal of that ID, as people know it. */
function dealNamed(record, id) {
  const at = Object.fromEntries(run().cols.deals.map(([key], n) => [key, n]));
  const row = Object.values(record.rows.deals ? record.rows.deals.r : {}).find((values) => values[at.deal_id] === id);
  return (row && row[at.deal]) || id;
}

/** What the account was on every remembered day, and what it is today. */
function past(record, account) {
  const days = record.days.filter(([on, tiers]) => account.id in tiers && on < run().on);
  if (!days.length) return null;
  days.push([run().on, { [account.id]: account.tier }]);
  return el("section.card.half", null, el("h2", null, word("history")), el("ol.past", null, days.map(([on, tiers]) => el("li", null, el("time", null, on), el("span.chip.tier-plain", null, say(tiers[account.id]))))));
}
