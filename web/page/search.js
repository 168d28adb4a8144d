// One field for everybody: sellers, teams and accounts by name or ID.

import { add, byId, clear, el } from "./dom.js";
import { part } from "./data.js";
import { accountLink, run, sellerLink, teamLink } from "./places.js";
import { say, word } from "./say.js";

const MOST = 12;

export function searching() {
  const field = byId("search"), list = byId("found");
  field.setAttribute("aria-label", word("search"));
  field.placeholder = word("search");
  field.oninput = async () => show(list, await hits(field.value.trim().toLowerCase()), field);
  field.onkeydown = (event) => {
    if (event.key === "ArrowDown") focus(list, 0, event);
    if (event.key === "Escape") shut(field, list);
  };
  list.onkeydown = (event) => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") focus(list, Math.min(at + 1, links.length - 1), event);
    if (event.key === "ArrowUp") at > 0 ? focus(list, at - 1, event) : (field.focus(), event.preventDefault());
    if (event.key === "Escape") shut(field, list);
  };
  list.onclick = () => shut(field, list);
  document.addEventListener("click", (event) => event.target.closest(".search") || (list.hidden = true));
}

function focus(list, at, event) {
  const link = list.querySelectorAll("a")[at];
  if (link) link.focus();
  event.preventDefault();
}

function shut(field, list) {
  field.value = "";
  list.hidden = true;
  field.focus();
}

async function hits(wanted) {
  if (!wanted) return null;
  const { sellers, teams } = run();
  const has = (...texts) => texts.some((text) => String(say(text)).toLowerCase().includes(wanted));
  const found = [];
  teams.forEach((team, n) => has(team.name) && found.push([say(team.name), word("team"), teamLink(n)]));
  sellers.forEach((one, n) => has(one[0], one[1]) && found.push([one[1], say(teams[one[2]].name), sellerLink(n)]));
  const accounts = await part("find");
  for (let n = 0; n < accounts.length && found.length < 4 * MOST; n++)
    for (const [id, name] of accounts[n]) if (has(name)) found.push([say(name), sellers[n][1], accountLink(n, id)]);
  return found;
}

function show(list, found, field) {
  clear(list).hidden = !found;
  field.setAttribute("aria-expanded", String(Boolean(found)));
  if (!found) return;
  add(list, found.length ? found.slice(0, MOST).map(([name, side, address]) => el("li", null, el("a", { href: address }, el("strong", null, name), el("span", null, side)))) : el("li.empty", null, word("nothing")));
  if (found.length > MOST) add(list, el("li.empty", null, word("more-hits")));
}
