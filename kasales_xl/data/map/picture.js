/* Cards, boxes and lines, drawn. */
"use strict";
(function (M) {
  const tag = (said) => `<title>${M.text(said)}</title>`;

  function words(x, y, size, colour, said, more = "") {
    return `<text x="${x}" y="${y}" font-size="${size}" ${M.fill(colour)}${more}>${M.text(said)}</text>`;
  }

  M.stance = (stance, x, y) => {
    const inner = M.SIGNS[stance];
    const outline = stance === "unknown" ? M.both("card", "unknown", 1.6, "2 2") : M.fill(stance);
    return (
      `<g transform="translate(${x} ${y})"><path d="${M.SHAPES[stance]}" ${outline}/>` +
      (inner ? `<path d="${inner}" ${M.stroke("onmark", 1.8)} stroke-linecap="round"/>` : "") +
      "</g>"
    );
  };

  M.clock = (x, y, colour) =>
    `<g transform="translate(${x} ${y})" ><circle r="4.6" ${M.stroke(colour, 1.3)}/>` +
    `<path d="M0-2.6V0L2 1.2" ${M.stroke(colour, 1.3)} stroke-linecap="round"/></g>`;

  M.deciderMark = (x, y, w) =>
    `<rect x="${x}" y="${y}" width="${w.width}" height="16" rx="8" ${M.fill("ink")}/>` +
    `<text x="${x + w.width / 2}" y="${y + 12}" font-size="10" font-weight="700" text-anchor="middle" ${M.fill("onmark")}>${M.text(w.said)}</text>`;

  M.pill = (said) => ({ said, width: Math.round(M.measure(said, 10) + 13) });

  function drawPerson(card, w, onPath) {
    const { person, x, y, width, height } = card;
    const size = M.SIZES[person.power];
    const border = M.BORDERS[person.backing];
    const pill = person.power === "decides" ? M.pill(w.decides) : null;
    const room = width - 46 - (pill ? pill.width - 4 : 0);
    const two = Boolean(person.title) || person.freshness === "stale";
    const nameY = y + (two ? height / 2 - 3 : height / 2 + size.name * 0.36);
    const parts = [
      `<g data-person="${card.id}" data-contact="${M.text(person.contact_id)}">`,
      tag(M.personAlt(person, w)),
    ];
    if (onPath) parts.push(ring(card));
    parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="7" ${M.both("card", border.colour, border.width, border.dash)}/>`,
    );
    parts.push(`<path d="M${x + 2} ${y + 8}V${y + height - 8}" ${M.stroke(person.stance, 4)}/>`);
    parts.push(M.stance(person.stance, x + 19, y + height / 2));
    parts.push(
      words(
        x + 34,
        Math.round(nameY),
        size.name,
        "ink",
        M.fit(person.name, size.name * 1.06, room),
        ' font-weight="700"',
      ),
    );
    if (pill) parts.push(M.deciderMark(x + width - pill.width - 7, y + 7, pill));
    if (two) parts.push(...secondLine(card, size, w));
    parts.push("</g>");
    return parts.join("");
  }

  function secondLine(card, size, w) {
    const { person, x, y, width, height } = card;
    const line = Math.round(y + height / 2 + size.title + 2);
    const stale = person.freshness === "stale" ? M.say(w.days, { n: person.days }) : "";
    const taken = stale ? M.measure(stale, 10.5) + 18 : 0;
    const parts = [words(x + 34, line, size.title, "quiet", M.fit(person.title, size.title, width - 42 - taken))];
    if (stale) {
      const left = Math.round(x + width - taken + 2);
      parts.push(M.clock(left, line - 4, "opposed"), words(left + 8, line, 10.5, "opposed", stale));
    }
    return parts;
  }

  const ring = ({ x, y, width, height }) =>
    `<rect x="${x - 5}" y="${y - 5}" width="${width + 10}" height="${height + 10}" rx="11" ${M.stroke("path", 2.5)}/>`;

  function drawSeat({ x, y, width, height, seat }) {
    const middle = x + width / 2;
    return (
      `<g>${tag(seat)}<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="7" ${M.both("paper", M.SEAT.colour, M.SEAT.width, M.SEAT.dash)}/>` +
      `<text x="${middle}" y="${y + height / 2 + 4.5}" font-size="12.5" text-anchor="middle" ${M.fill("seat")}>${M.text(M.fit(seat, 12.5, width - 12))}</text></g>`
    );
  }

  function drawOurs({ x, y, width, height, ours, id }, w, onPath) {
    const head = `<g transform="translate(${x + 19} ${y + height / 2})"><circle cy="-4.5" r="4" ${M.fill("path")}/><path d="M-7.5 8A7.5 7.5 0 0 1 7.5 8Z" ${M.fill("path")}/></g>`;
    const role = id === "me" ? w.rep : w.colleague;
    return (
      `<g>${tag(`${ours.name} · ${role}`)}${onPath ? ring({ x, y, width, height }) : ""}<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="20" ${M.both("card", "path", 1.4)}/>${head}` +
      words(x + 36, y + 19, 13, "ink", M.fit(ours.name, 13.8, width - 46), ' font-weight="700"') +
      words(x + 36, y + 33, 10.5, "quiet", M.fit(role, 10.5, width - 46)) +
      "</g>"
    );
  }

  M.drawCard = (card, w, path) => {
    const on = path.has(card.id);
    if (card.seat) return drawSeat(card);
    return card.ours ? drawOurs(card, w, on) : drawPerson(card, w, on);
  };

  M.drawBox = ({ group, x, y, width, height }) => {
    const line = M.both(
      group.key ? "keyground" : "ground",
      "faint",
      1.2,
      group.ours || group.elsewhere ? "4 4" : "",
    );
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" ${line}/>`;
  };

  /* The heading of a box on its ground, drawn after the lines, which would cross it out. */
  M.drawHeading = ({ group, x, y, width, height }, w) => {
    const title = M.fit(group.title, 13.8, width - 20);
    const taken = Math.round(M.measure(title, 13.8)) + 20;
    const note = M.noteOf(group, w);
    const colour = group.empty ? "seat" : group.covered ? "introduces" : "quiet";
    const shown = note && width - taken > 40 ? M.fit(note, 10.8, width - taken - 6) : "";
    const line = group.ours ? y + height / 2 + 5 : y + 22;
    const ground = M.fill(group.key ? "keyground" : "ground");
    const wide = shown ? taken + Math.round(M.measure(shown, 10.8)) : taken - 8;
    return (
      `<rect x="${x + 8}" y="${line - 13}" width="${Math.min(wide, width - 16)}" height="16" rx="4" ${ground}/>` +
      words(x + 12, line, 13, "ink", title, ' font-weight="700"') +
      (shown ? words(x + taken, y + 22, 10.5, colour, shown) : "")
    );
  };

  const middle = (card) => [card.x + card.width / 2, card.y + card.height / 2];

  /* From which point of a card to which of the other, and how the line bends. nth: one of several between two. */
  function ends(a, b, nth) {
    const [ax, ay] = middle(a);
    const [bx, by] = middle(b);
    const aside = 14 * nth;
    if (a.y + a.height + 14 <= b.y || b.y + b.height + 14 <= a.y) {
      const down = ay < by;
      const from = [ax + side(ax, bx, a.width) + aside, down ? a.y + a.height : a.y];
      const to = [bx + side(bx, ax, b.width) + aside, down ? b.y : b.y + b.height];
      const bend = Math.max(26, Math.abs(to[1] - from[1]) * 0.45) * (down ? 1 : -1);
      return [from, [from[0], from[1] + bend], [to[0], to[1] - bend], to];
    }
    const right = ax < bx;
    const gap = right ? b.x - a.x - a.width : a.x - b.x - b.width;
    if (gap > 0 && gap < 64) {
      const from = [right ? a.x + a.width : a.x, ay + aside];
      const to = [right ? b.x : b.x + b.width, by + aside];
      return [from, [(from[0] + to[0]) / 2, from[1]], [(from[0] + to[0]) / 2, to[1]], to];
    }
    const from = [ax + (right ? 12 : -12) + aside, a.y];
    const to = [bx + (right ? -12 : 12) + aside, b.y];
    const over = Math.min(a.y, b.y) - 34 - Math.min(40, Math.abs(gap) / 12);
    return [from, [from[0], over], [to[0], over], to];
  }

  /* Lines leave a card a little towards where they go, so that they don't all leave from one point. */
  const side = (from, to, width) => Math.max(-width * 0.3, Math.min(width * 0.3, (to - from) * 0.25));

  const at = ([x, y]) => `${Math.round(x)} ${Math.round(y)}`;
  const between = (a, b, part) => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];

  function along([p, q, r, s], part) {
    const [a, b, c] = [between(p, q, part), between(q, r, part), between(r, s, part)];
    return between(between(a, b, part), between(b, c, part), part);
  }

  /* Where on a line a mark can be seen: as near to ``part`` of it as no card stands in the way. */
  function free(spot, part, cards) {
    for (let away = 0; away <= 0.4; away += 0.05)
      for (const one of [part + away, part - away]) {
        const [x, y] = spot(one);
        const hidden = (c) => x > c.x - 9 && x < c.x + c.width + 9 && y > c.y - 9 && y < c.y + c.height + 9;
        if (one > 0.05 && one < 0.95 && !cards.some(hidden)) return [x, y];
      }
    return spot(part);
  }

  /* How far above the map a line between two cards rises. */
  M.rises = (a, b, nth) => Math.max(0, -along(ends(a, b, nth), 0.5)[1]);

  function arrow(from, to, style, open) {
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const long = 7 + style.width * 1.6;
    const wide = long * 0.45;
    const point = (along, across) => [
      to[0] - along * Math.cos(angle) + across * Math.sin(angle),
      to[1] - along * Math.sin(angle) - across * Math.cos(angle),
    ];
    const shape = `M${at(point(long, wide))}L${at(to)}L${at(point(long, -wide))}`;
    return open
      ? `<path d="${shape}" ${M.stroke(style.colour, 1.8)}/>`
      : `<path d="${shape}Z" ${M.fill(style.colour)}/>`;
  }

  function cross([x, y], style) {
    return (
      `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="8" ${M.both("paper", style.colour, 1.6)}/>` +
      `<path d="M${Math.round(x) - 3} ${Math.round(y) - 3}l6 6m0-6l-6 6" ${M.stroke(style.colour, 2)} stroke-linecap="round"/>`
    );
  }

  M.drawCurve = (a, b, style, { nth = 0, strength = null, alt = "", cards = [] } = {}) => {
    const [p, q, r, s] = ends(a, b, nth);
    const width = strength === null ? style.width : style.width + (strength - 2) * 0.6;
    const line = `M${at(p)}C${at(q)} ${at(r)} ${at(s)}`;
    const head =
      style.head === "cross"
        ? cross(free((part) => along([p, q, r, s], part), 0.5, cards), style)
        : style.head
          ? arrow(r, s, style, style.head === "open")
          : "";
    return `<g>${tag(alt)}<path d="${line}" ${M.stroke(style.colour, width.toFixed(1), style.dash)}/>${head}</g>`;
  };

  /* A step of the warm path, around whoever stands between: its number beside its start. */
  M.drawStep = (a, b, style, number, alt, cards) => {
    const points = ends(a, b, 0);
    const [p, q, r, s] = points;
    const plain = { d: `M${at(p)}C${at(q)} ${at(r)} ${at(s)}`, spot: (part) => along(points, part), before: r };
    const { d: line, spot, before } = M.around(plain, a, b, cards);
    const [x, y] = free(spot, 0.3, cards).map(Math.round);
    return (
      `<g>${tag(alt)}<path d="${line}" ${M.stroke("paper", 7)}/><path d="${line}" ${M.stroke(style.colour, style.width, style.dash)}/>${arrow(before, spot(1), style)}` +
      `<circle cx="${x}" cy="${y}" r="10" ${M.both("path", "paper", 2)}/>` +
      `<text x="${x}" y="${y + 4}" font-size="12" font-weight="700" text-anchor="middle" ${M.fill("onmark")}>${number}</text></g>`
    );
  };

  M.drawLine = ({ points }, alt) =>
    `<g>${tag(alt)}<path d="M${points.map(at).join("L")}" ${M.stroke(M.LINES.reports.colour, M.LINES.reports.width)}/></g>`;
})((globalThis.KasalesMap ??= {}));
