/* What the marks mean: only those that are in this picture. */
"use strict";
(function (M) {
  const ROW = 26;
  const SIGN = 40;

  const cardSign = (border) =>
    `<rect x="4" y="-9" width="30" height="17" rx="4" ${M.both("card", border.colour, border.width, border.dash)}/>`;

  function lineSign(style) {
    const head =
      style.head === "cross"
        ? `<path d="M16-4l6 6m0-6l-6 6" ${M.stroke(style.colour, 2)}/>`
        : style.head === "open"
          ? `<path d="M27-5L34-1L27 3" ${M.stroke(style.colour, 1.8)}/>`
          : style.head
            ? `<path d="M26-5L34-1L26 3Z" ${M.fill(style.colour)}/>`
            : "";
    return `<path d="M2-1H${style.head && style.head !== "cross" ? 29 : 36}" ${M.stroke(style.colour, style.width, style.dash)}/>${head}`;
  }

  const sizeSign = () =>
    `<rect x="2" y="-5" width="12" height="9" rx="2" ${M.stroke("quiet", 1.2)}/><rect x="18" y="-10" width="20" height="18" rx="3" ${M.stroke("quiet", 1.2)}/>`;

  function* items(facts, plan, w) {
    const people = facts.people;
    for (const stance of Object.keys(M.SHAPES))
      if (people.some((person) => person.stance === stance)) yield [M.stance(stance, 20, -1), w.stance[stance]];
    if (people.some((person) => person.power === "decides"))
      yield [M.deciderMark(0, -9, M.pill(w.decides)), w.power.decides, M.pill(w.decides).width + 4];
    if (new Set(people.map((person) => person.power)).size > 1) yield [sizeSign(), w.size];
    for (const backing of Object.keys(M.BORDERS))
      if (people.some((person) => person.backing === backing))
        yield [cardSign(M.BORDERS[backing]), w.backing[backing]];
    if (people.some((person) => person.freshness === "stale"))
      yield [M.clock(20, -1, "opposed"), w.freshness.stale];
    if (plan.boxes.some((box) => box.group.empty)) yield [cardSign(M.SEAT), w.seat_legend];
    for (const line of ["reports", "influences", "introduces", "conflicts"])
      if (facts.ties.some((tie) => tie.line === line)) yield [lineSign(M.LINES[line]), w.line[line]];
    if (facts.next?.path.length) yield [lineSign(M.LINES.path), w.path];
  }

  M.legend = (facts, plan, w, room) => {
    let [x, y] = [0, 14];
    const parts = [];
    for (const [sign, said, taken = SIGN] of items(facts, plan, w)) {
      const width = taken + M.measure(said, 12) + 18;
      if (x && x + width > room) [x, y] = [0, y + ROW];
      parts.push(
        `<g transform="translate(${Math.round(x)} ${y})">${sign}<text x="${taken + 3}" y="3" font-size="12" ${M.fill("quiet")}>${M.text(said)}</text></g>`,
      );
      x += width;
    }
    return {
      svg: `<path d="M0-6H${room}" ${M.stroke("faint", 1)}/>${parts.join("")}`,
      height: parts.length ? y + 10 : 0,
    };
  };
})((globalThis.KasalesMap ??= {}));
