/* The way of a line around the cards that stand between its ends: across, up or down, with round corners. */
"use strict";
(function (M) {
  /* How close a line may come to a card, and to one with a ring; where it runs beside one; room of its last bend. */
  const CLEAR = 4;
  const RING = 8;
  const BESIDE = 9;
  const LANE = 16;
  const ROUND = 11;
  const STEPS = 60;
  /* What a bend weighs, and a spot on a card, against a unit of length. */
  const BEND = 10;
  const HIDDEN = 10000;

  const far = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const toward = (a, b, way) => {
    const part = Math.min(1, way / (far(a, b) || 1));
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  };
  const length = (points) => points.slice(1).reduce((sum, to, n) => sum + far(points[n], to), 0);

  function along(points, part) {
    let left = length(points) * part;
    for (let n = 1; n < points.length; n++) {
      const long = far(points[n - 1], points[n]);
      if (left <= long) return toward(points[n - 1], points[n], left);
      left -= long;
    }
    return points.at(-1);
  }

  /* How much of a line lies on or too close to cards, but for its ends. */
  function hidden(spot, a, b, cards) {
    let found = 0;
    for (let n = 1; n < STEPS; n++) {
      const [x, y] = spot(n / STEPS);
      for (const c of cards) {
        const clear = c.id === a.id || c.id === b.id ? -1 : c.ringed ? RING : CLEAR;
        if (x > c.x - clear && x < c.x + c.width + clear && y > c.y - clear && y < c.y + c.height + clear) found += 1;
      }
    }
    return found;
  }

  /* Out of the edge that faces the other card, beside some card up or down, into the facing edge or a side. */
  function* ways(a, b, cards) {
    const down = a.y < b.y ? 1 : -1;
    const from = [a.x + a.width / 2, down > 0 ? a.y + a.height : a.y];
    const near = down > 0 ? b.y : b.y + b.height;
    const [first, last] = [from[1] + LANE * down, near - LANE * down];
    for (const x of new Set(cards.flatMap((c) => [c.x - BESIDE, c.x + c.width + BESIDE]))) {
      const start = [from, [from[0], first], [x, first]];
      if (x > b.x + BESIDE && x < b.x + b.width - BESIDE) yield [...start, [x, near]];
      else {
        const right = x > b.x + b.width / 2;
        if (x < b.x - BESIDE || x > b.x + b.width + BESIDE)
          yield [...start, [x, b.y + b.height / 2], [right ? b.x + b.width : b.x, b.y + b.height / 2]];
        const into = b.x + b.width * (right ? 0.75 : 0.25);
        yield [...start, [x, last], [into, last], [into, near]];
      }
    }
  }

  const at = ([x, y]) => `${Math.round(x)} ${Math.round(y)}`;

  function rounded(points) {
    const corners = points.slice(1, -1).map((corner, n) => {
      const [before, after] = [points[n], points[n + 2]];
      const round = Math.min(ROUND, far(before, corner) / 2, far(corner, after) / 2);
      return `L${at(toward(corner, before, round))}Q${at(corner)} ${at(toward(corner, after, round))}`;
    });
    return `M${at(points[0])}${corners.join("")}L${at(points.at(-1))}`;
  }

  /* ``plain``: the curve as {d, spot, before}; kept where it passes no card, or where no way around passes fewer. */
  M.around = (plain, a, b, cards) => {
    let [best, least] = [null, hidden(plain.spot, a, b, cards) * HIDDEN];
    if (!least || (a.y < b.y + b.height && b.y < a.y + a.height)) return plain;
    for (const points of ways(a, b, cards)) {
      const price =
        hidden((part) => along(points, part), a, b, cards) * HIDDEN + length(points) + points.length * BEND;
      if (price < least) [best, least] = [points, price];
    }
    if (!best) return plain;
    return { d: rounded(best), spot: (part) => along(best, part), before: best.at(-2) };
  };
})((globalThis.KasalesMap ??= {}));
