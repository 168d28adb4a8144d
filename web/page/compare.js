// Two days of the history, side by side: who stands where, and which accounts are judged differently.

import { blockOf } from "./blocks.js";
import { slopes } from "./charts.js";
import { add, el } from "./dom.js";
import { frame, home } from "./frame.js";
import { compareLink, run } from "./places.js";
import { word } from "./say.js";

/** from, to: days as yyyy-mm-dd; the last two where none are named. */
export function compare(from, to) {
  const { days } = run();
  const now = days.includes(to) ? to : days[days.length - 1];
  const was = days.includes(from) ? from : days[Math.max(0, days.indexOf(now) - 1)];
  const body = frame({ trail: [home()], title: word("compare"), side: word("compare-note") });
  const pick = (label, chosen, go) => el("label.pick", null, el("span", null, label), el("select", { onchange: (event) => (location.href = go(event.target.value)) }, days.map((day) => el("option", { value: day, selected: day === chosen }, day))));
  add(body, el("div.picks", null, pick(word("from"), was, (day) => compareLink(day, now)), pick(word("to"), now, (day) => compareLink(was, day))));
  const lines = run().past.map((steps, number) => ({ number, was: stepOn(steps, was), now: stepOn(steps, now) })).filter((one) => one.was && one.now);
  if (!lines.length) return void add(body, el("p.empty", null, word("nothing")));
  add(body, el("section.card", null, el("h2", null, word("moved")), counts(lines)), el("section.card", null, el("h2", null, word("tiers-then")), drawn(lines, was, now)), el("section.card", null, el("h2", null, word("sellers")), blockOf(table(lines, was, now), { b: [] }, { title: word("compare") })));
}

/** The last step of a seller on or before a day: [day's number, level's number, progress, strong, mid, junior]. */
function stepOn(steps, day) {
  const at = run().days.indexOf(day);
  return steps.filter((step) => step[0] <= at).pop();
}

const way = (one) => Math.sign(one.now[1] - one.was[1]) || Math.sign(one.now[2] - one.was[2]);

function counts(lines) {
  const of = (side) => lines.filter((one) => way(one) === side).length;
  return el("dl.figures", null, [["rose", 1], ["fell", -1], ["stayed", 0]].map(([code, side]) => el("div.figure" + (side ? (side > 0 ? ".is-good" : ".is-watch") : ""), null, el("dt", null, word(code)), el("dd.value", null, String(of(side))))));
}

function drawn(lines, was, now) {
  const sum = (side, place) => lines.reduce((whole, one) => whole + one[side][place], 0);
  const items = [3, 4, 5].map((place) => ({ name: word(["strong", "mid", "junior"][place - 3]), was: sum("was", place), now: sum("now", place) }));
  return slopes(items, [was, now], items.map((one) => `${one.name} ${one.was} → ${one.now}`).join("; "));
}

function table(lines, was, now) {
  const { sellers, teams, levels } = run();
  const level = (step) => ({ v: levels[step[1]].name, s: "level." + levels[step[1]].code });
  const mark = (one) => [{ v: "▼", s: "state.watch" }, { v: "=", s: "state.none" }, { v: "▲", s: "state.good" }][way(one) + 1];
  const columns = [["seller", "seller", "text"], ["team", "team", "text"], ["way", "change", "center"], ["level_was", "", "level", was], ["level_now", "", "level", now], ["progress_was", "", "share", was], ["progress_now", "", "share", now]];
  for (const code of ["strong", "mid", "junior"]) columns.push([code + "_was", "", "int", was], [code + "_now", "", "int", now]);
  const groups = { level: "level", progress: "progress", strong: "strong", mid: "mid", junior: "junior" };
  return {
    tab: "compared",
    cols: columns.map(([key, label, style, day]) => ({ k: key, l: label ? word(label) : day, s: style, g: day ? word(groups[key.split("_")[0]]) : "" })),
    rows: lines.map((one) => [{ v: sellers[one.number][1], s: "link", to: "seller:" + sellers[one.number][0] }, teams[sellers[one.number][2]].name, mark(one), level(one.was), level(one.now), one.was[2], one.now[2], ...[3, 4, 5].flatMap((place) => [one.was[place], one.now[place]])]),
  };
}
