// Whose row it is: the seller and the account that a line of any table is about.

import { opened } from "./cells.js";
import { sellerNamed, sellerNumber } from "./places.js";
import { say } from "./say.js";

/** How to read seller, account and deal off the rows of a table. */
export function reader(block, of) {
  const at = Object.fromEntries(block.cols.map((column, place) => [column.k, place]));
  const text = (row, key) => (key in at ? say(opened(row[at[key]], "text").value) : "");
  return (row) => ({
    seller: of.seller === undefined ? sellerOf(row, at, text) : of.seller,
    account: text(row, "account_id") || text(row, "account"),
    deal: text(row, "deal_id") || text(row, "deal"),
  });
}

function sellerOf(row, at, text) {
  const linked = "seller" in at ? opened(row[at.seller], "text").to : "";
  if (linked) return sellerNumber(linked.slice(linked.indexOf(":") + 1));
  if ("seller" in at && !("seller_id" in at)) return sellerNamed(text(row, "seller"));
  return "seller_id" in at ? sellerNumber(text(row, "seller_id")) : -1;
}

/** What of an account or a deal stands behind the columns of the lists. */
export const BEHIND = {
  tier: "tier",
  confirmed: "tier",
  evidenced: "tier",
  score: "tier",
  dms: "tier",
  departments: "tier",
  key: "key",
  amount: "deal",
  chance: "deal",
  expected: "deal",
  four: "deal",
  total: "deal",
  qualify: "deal",
  due: "deal",
};
