// Pictures of what stands in a table beside them: d3 reckons scales and curves, the page draws them. Colours
// are classes, so that a dark or a printed page needs no second drawing.

import { opened } from "./cells.js";
import { el, svg } from "./dom.js";
import { say, spelled } from "./say.js";

const WIDE = 560;

/** A chart block with the table block that it draws. */
export function chartOf(chart, table) {
  const keys = Object.fromEntries(table.cols.map((column, n) => [column.k, n]));
  const x = keys[chart.x], y = [...chart.y, ...(chart.line || [])].map((key) => keys[key]);
  const rows = chart.rows ? table.rows.slice(0, chart.rows) : table.rows;
  const data = {
    names: rows.map((row) => spelled(opened(row[x], table.cols[x].s).value, table.cols[x].s)),
    shades: rows.map((row) => opened(row[x], table.cols[x].s).style.split(".")[1] || ""),
    series: y.map((n) => ({ name: say(table.cols[n].l), style: table.cols[n].s, values: rows.map((row) => figure(opened(row[n], table.cols[n].s).value)) })),
  };
  const drawn = DRAWN[chart.draw](data, chart);
  const about = say(chart.a) || say(chart.t) || data.series.map((one) => one.name).join(", ");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", about);
  const many = data.series.length > 1;
  return el("figure.chart.draw-" + chart.draw, null, chart.t && el("figcaption", null, say(chart.t)), drawn, many && legend(data.series));
}

function figure(value) {
  if (typeof value === "number") return value;
  const said = Number.parseFloat(say(value));
  return Number.isFinite(said) ? said : null;
}

function legend(series) {
  return el("ul.legend", { "aria-hidden": "true" }, series.map((one, n) => el("li.s" + n, null, one.name)));
}

/** Columns side by side by row; of several series one on the other, lines over them. */
function columns(data, chart) {
  const high = 250, foot = 28, right = 12, head = 16, stacked = data.series.slice(0, chart.y.length);
  const whole = data.names.map((_, n) => stacked.reduce((sum, one) => sum + (one.values[n] || 0), 0));
  const over = data.series.slice(chart.y.length).flatMap((one) => one.values);
  const y = d3.scaleLinear([0, Math.max(1, ...whole, ...over.filter((v) => v !== null))], [high - foot, head]).nice(4);
  const left = roomFor(y), x = d3.scaleBand(data.names.map((_, n) => n), [left, WIDE - right]).padding(0.42);
  const piles = data.names.map((_, n) => {
    let from = 0;
    return stacked.map((one, k) => {
      const size = one.values[n] || 0, rect = svg("rect.pile.s" + k, { x: x(n), width: x.bandwidth(), y: y(from + size), height: Math.max(0, y(from) - y(from + size)), rx: 2 });
      from += size;
      return rect;
    });
  });
  return svg("svg", { viewBox: `0 0 ${WIDE} ${high}` }, levels(y, left, right), piles,
    data.names.map((name, n) => [svg("text.day", { x: x(n) + x.bandwidth() / 2, y: high - 8 }, name), whole[n] && stacked.length === 1 ? svg("text.sum", { x: x(n) + x.bandwidth() / 2, y: y(whole[n]) - 5 }, spelled(whole[n], stacked[0].style)) : null]),
    data.series.slice(chart.y.length).map((one, k) => one.values.map((value, n) => value === null ? null : svg("line.mark.s" + (chart.y.length + k), { x1: x(n) - 8, x2: x(n) + x.bandwidth() + 8, y1: y(value), y2: y(value) }))));
}

/** Space left of an axis: its longest label in tabular figures. */
const roomFor = (y) => 16 + 7.5 * Math.max(4, ...y.ticks(4).map((tick) => y.tickFormat(4)(tick).length));

const levels = (y, left, right) => y.ticks(4).map((tick) => svg("g.grid", { transform: `translate(0 ${y(tick)})` }, svg("line", { x1: left, x2: WIDE - right }), svg("text", { x: left - 8, dy: "0.32em" }, y.tickFormat(4)(tick))));

/** Small pictures of one shape, or lines between days in one. */
export function waysOf(block) {
  const points = block.points.map((point) => spelled(point, "text"));
  const about = say(block.a) || "";
  if (!block.small) return slopes(block.ways.map(([name, values]) => ({ name: say(name), was: values[0] ?? 0, now: values[values.length - 1] ?? 0 })), [points[0], points[points.length - 1]], about);
  return el("ul.small", { "aria-label": about }, block.ways.map(([name, values]) => el("li", null, el("figure", null, el("figcaption", null, say(name)), small(values, points, block)))));
}

function small(values, points, { low, high }) {
  const x = d3.scalePoint(points, [6, 174]), y = d3.scaleLinear([low, high], [50, 8]);
  const path = d3.line((_, n) => x(points[n]), (value) => y(value)).defined((value) => value !== null);
  const last = values.length - 1;
  return svg("svg", { viewBox: "0 0 180 58", "aria-hidden": "true" },
    d3.range(Math.ceil(low), high + 1).map((step) => svg("line.spoke", { x1: 6, x2: 174, y1: y(step), y2: y(step) })),
    svg("g.s0", null, svg("path.curve", { d: path(values) }), values[last] === null ? null : svg("circle", { cx: x(points[last]), cy: y(values[last]), r: 3.5 })));
}

function top(data, chart) {
  return chart.high ?? Math.max(1, ...data.series.flatMap((one) => one.values.filter((v) => v !== null)));
}

/** A bar a row; of two series the earlier one thin above the later. */
function bars(data, chart) {
  const step = 36, label = 130, high = data.names.length * step, [first, second] = data.series;
  const wide = d3.scaleLinear([Math.min(0, chart.low ?? 0), top(data, chart)], [0, WIDE - label - 60]);
  const band = d3.scaleBand(data.names.map((_, n) => n), [0, high]).padding(0.36);
  const thick = band.bandwidth(), shown = second || first;
  const bar = (value, y, height, look) => svg("rect." + look, { x: label, y, width: Math.max(wide(value ?? 0), value ? 3 : 0), height, rx: 3 });
  return svg("svg", { viewBox: `0 0 ${WIDE} ${high}` }, data.names.map((name, n) => svg("g", { transform: `translate(0 ${band(n)})` },
    svg("text.name", { x: label - 12, y: thick / 2, dy: "0.35em" }, name),
    second ? bar(first.values[n], 0, thick * 0.3, "fill.then") : svg("rect.track", { x: label, width: WIDE - label - 60, height: thick, rx: 3 }),
    bar(shown.values[n], second ? thick * 0.38 : 0, second ? thick * 0.62 : thick, "fill" + (data.shades[n] ? ".shade-" + data.shades[n] : "")),
    svg("text.value", { x: label + wide(shown.values[n] ?? 0) + 10, y: thick * (second ? 0.7 : 0.5), dy: "0.35em" }, spelled(shown.values[n], shown.style)))));
}

function lines(data, chart) {
  const high = 240, foot = 30, right = 16, head = 12;
  const y = d3.scaleLinear([chart.low ?? 0, top(data, chart)], [high - foot, head]).nice(4);
  const left = roomFor(y), x = d3.scalePoint(data.names, [left, WIDE - right]).padding(data.names.length > 1 ? 0.1 : 0.5);
  const path = d3.line((_, n) => x(data.names[n]), (value) => y(value)).defined((value) => value !== null).curve(d3.curveMonotoneX);
  const skip = Math.ceil(data.names.length / 6);
  return svg("svg", { viewBox: `0 0 ${WIDE} ${high}` },
    levels(y, left, right),
    data.names.map((name, n) => (data.names.length - 1 - n) % skip ? null : svg("text.day", { x: x(name), y: high - 8 }, name.slice(2))),
    data.series.map((one, n) => svg("g.s" + n, null,
      svg("path.curve", { d: path(one.values) }),
      one.values.map((value, place) => value === null ? null : svg("circle", { cx: x(data.names[place]), cy: y(value), r: 3.5 })))));
}

function radar(data, chart) {
  const size = 300, middle = size / 2, out = 100, count = data.names.length;
  const angle = (n) => (n / count) * 2 * Math.PI;
  const reach = d3.scaleLinear([chart.low ?? 0, top(data, chart)], [0, out]);
  const ring = d3.lineRadial().angle((_, n) => angle(n)).radius((value) => reach(value ?? 0)).curve(d3.curveLinearClosed);
  const rings = reach.ticks(3).filter((tick) => tick > 0);
  const spot = (n, far) => d3.pointRadial(angle(n), far);
  return svg("svg", { viewBox: `0 0 ${size} ${size - 20}` }, svg("g", { transform: `translate(${middle} ${middle - 4})` },
    rings.map((tick) => svg("path.ring", { d: ring(data.names.map(() => tick)) })),
    data.names.map((name, n) => {
      const [x, y] = spot(n, out), [tx, ty] = spot(n, out + 18);
      return [svg("line.spoke", { x2: x, y2: y }), svg("text.name", { x: tx, y: ty, dy: "0.35em" }, name)];
    }),
    data.series.map((one, n) => svg("path.area.s" + n, { d: ring(one.values) })).reverse()));
}

const DRAWN = { radar, line: lines, bar: bars, stacked: columns, columns };

/** Lines from one day to another: what each name was, and is. */
export function slopes(items, [from, to], about) {
  const high = 260, left = 150, right = WIDE - 150;
  const spread = items.flatMap((one) => [one.was, one.now]);
  const y = d3.scaleLinear([Math.min(0, ...spread), Math.max(1, ...spread)], [high - 20, 30]);
  return el("figure.chart.draw-slopes", null, svg("svg", { viewBox: `0 0 ${WIDE} ${high}`, role: "img", "aria-label": about },
    svg("text.day", { x: left, y: 14 }, from), svg("text.day", { x: right, y: 14 }, to),
    svg("line.spoke", { x1: left, x2: left, y1: 22, y2: high - 14 }), svg("line.spoke", { x1: right, x2: right, y1: 22, y2: high - 14 }),
    items.map((one) => svg("g.slope." + (one.now > one.was ? "up" : one.now < one.was ? "down" : "same"), null,
      svg("line", { x1: left, y1: y(one.was), x2: right, y2: y(one.now) }),
      svg("circle", { cx: left, cy: y(one.was), r: 4 }), svg("circle", { cx: right, cy: y(one.now), r: 4 }),
      svg("text.before", { x: left - 12, y: y(one.was), dy: "0.35em" }, `${one.name} ${one.was}`),
      svg("text.after", { x: right + 12, y: y(one.now), dy: "0.35em" }, `${one.now}`)))));
}
