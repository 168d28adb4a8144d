// The organisation, its teams, a seller: neutral pages one beside the other, as tabs.

import { pageOf } from "./blocks.js";
import { add, el } from "./dom.js";
import { part } from "./data.js";
import { frame, home } from "./frame.js";
import { compareLink, pageLink, run, sellerLink, sellerNumber, teamLink } from "./places.js";
import { say, word } from "./say.js";

const keyOf = (page) => page.k.split(":")[0];

export async function organisation(key) {
  const { pages } = run();
  const open = pages.find((page) => page.k === key) || pages[0];
  const page = await part("o-" + open.k);
  const tabs = pages.map((one) => ({ key: one.k, name: one.n, address: pageLink(one.k) }));
  const body = frame({ title: page.t, side: page.u, tabs, open: open.k, beside: compareButton() });
  const of = { pages: pages.map((one) => one.k) };
  if (open === pages[0]) add(body, teamCards());
  add(body, pageOf(linked(page), of));
}

function compareButton() {
  return run().days.length > 1 && el("a.button", { href: compareLink() }, word("compare"));
}

/** The name of a team leads to it. */
function linked(page) {
  const names = run().teams.map((team) => JSON.stringify(team.name));
  const lead = (block) => {
    if (block.tab !== "teams") return block;
    const at = block.cols.findIndex((column) => column.k === "team");
    const rows = block.rows.map((row) => row.map((cell, n) => (n === at && names.includes(JSON.stringify(cell)) ? { v: cell, s: "text", to: "team:" + names.indexOf(JSON.stringify(cell)) } : cell)));
    return { ...block, rows };
  };
  return { ...page, b: page.b.map(lead) };
}

function teamCards() {
  const { teams } = run();
  if (teams.length < 2 || teams.length > 24) return null;
  return el("nav.team-cards", { "aria-label": word("teams") }, el("ul", null, teams.map((team, n) =>
    el("li", null, el("a", { href: teamLink(n) }, el("strong", null, say(team.name)), el("span", null, word("sellers-n", { n: team.sellers })))))));
}

export async function team(number, key) {
  const one = run().teams[number];
  if (!one) return missing();
  const open = one.pages.find((page) => page.k === key) || one.pages[0];
  const page = await part(one.id + "-" + open.k);
  const tabs = one.pages.map((other) => ({ key: other.k, name: other.n, address: teamLink(number, other.k) }));
  const body = frame({ trail: [home()], title: one.name, side: page.u, tabs, open: open.k });
  if (open === one.pages[0]) add(body, people(number));
  add(body, pageOf(page, { team: number, pages: one.pages.map((other) => other.k) }));
}

/** Whoever belongs to a team, a name a link. */
function people(number) {
  const named = run().sellers.map((seller, n) => [seller, n]).filter(([seller]) => seller[2] === number);
  return el("nav.people", { "aria-label": word("sellers") }, el("ul", null, named.map(([seller, n]) => el("li", null, el("a", { href: sellerLink(n) }, seller[1])))));
}

/** What stands behind the key figures of a seller, by their label. */
function behindFigures() {
  return Object.fromEntries(Object.entries(run().figures).map(([label, kind]) => [label, kind]));
}

export async function seller(id, key) {
  const number = sellerNumber(id);
  if (number < 0) return missing();
  const record = await part("s" + number);
  const team = run().sellers[number][2], lists = run().teams[team].pages.filter((page) => page.own);
  const own = record.pages.map((page, n) => ({ key: n ? keyOf(page) : "", name: n ? word("dimensions") : word("overview") }));
  const tabs = [...own, ...lists.map((page) => ({ key: page.k, name: page.n }))].map((one) => ({ ...one, address: sellerLink(number, one.key) }));
  const open = tabs.some((one) => one.key === key) ? key : "";
  const [first] = record.pages;
  const body = frame({ trail: [home(), [run().teams[team].name, teamLink(team)]], title: record.name, side: first.u, tabs, open });
  const of = { seller: number, team, hide: ["seller", "seller_id", "team", "owner"], figures: behindFigures(), pages: [] };
  const mine = record.pages.find((page) => (keyOf(page) === "seller" ? "" : keyOf(page)) === open);
  const page = mine || ofSeller(await part(run().teams[team].id + "-" + open), number);
  add(body, pageOf(page, of));
}

/** A list of the team, this seller's lines only. */
export function ofSeller(page, number) {
  const id = "seller:" + run().sellers[number][0];
  const own = (block) => {
    if (block.tab === undefined) return block;
    const at = block.cols.findIndex((column) => column.k === "seller");
    return { ...block, rows: block.rows.filter((row) => at < 0 || (row[at] && row[at].to === id)) };
  };
  return { ...page, b: page.b.filter((block) => block.tab !== undefined || block.p !== undefined).map(own) };
}

export function missing() {
  frame({ trail: [home()], title: word("not-here"), side: word("not-here-why") });
}
