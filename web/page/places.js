// Addresses inside the page, and in the other pages of the same run where sellers stand in one per team.

let index = null;

export function settle(read) {
  index = read;
}

export const run = () => index;

/** A route as a link: in this file, or in the one that holds the team. team: its number; null for the
 *  organisation's own pages. */
export function link(route, team = null) {
  const file = team === null ? index.home : index.teams[team].file;
  return (file === index.here ? "" : file) + "#" + route;
}

const safe = encodeURIComponent;

export const pageLink = (key) => link("/o/" + safe(key));
export const teamLink = (team, key = "") => link("/t/" + team + (key && "/" + safe(key)), team);
export const compareLink = (from, to) => link("/compare" + (from ? "/" + from + "/" + to : ""));

/** index.sellers: [ID, name, team's number]. */
export function sellerLink(number, key = "") {
  const [id, , team] = index.sellers[number];
  return link("/s/" + safe(id) + (key && "/" + safe(key)), team);
}

export function accountLink(number, account) {
  const [id, , team] = index.sellers[number];
  return link("/a/" + safe(id) + "/" + safe(account), team);
}

let accounts = [];

/** Which accounts there are: ID and name, seller by seller. */
export function name(read) {
  accounts = read;
}

/** Has this seller such an account, by ID or by name? */
export const hasAccount = (number, said) => (accounts[number] || []).some(([id, named]) => id === said || named === said);

let numbers = null;

/** The number of a seller by ID; -1 for nobody of this run. */
export function sellerNumber(id) {
  numbers = numbers || new Map(index.sellers.map((one, number) => [String(one[0]), number]));
  return numbers.has(String(id)) ? numbers.get(String(id)) : -1;
}

let named = null;

/** The number of the only seller of that name; -1 where there is none or several. */
export function sellerNamed(said) {
  if (!named) {
    named = new Map();
    index.sellers.forEach(([, own], number) => named.set(own, named.has(own) ? -1 : number));
  }
  return named.get(said) ?? -1;
}

/** Is the record of this seller in this file? */
export const isHere = (number) => index.teams[index.sellers[number][2]].file === index.here;

/** The steps of the route in the address bar. */
export function steps() {
  const said = location.hash.replace(/^#\/?/, "");
  return said ? said.split("/").map(decoded) : [];
}

function decoded(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
