/* The whole picture: heading, what to do next, the map, the legend, and its description for who can't see it. */
"use strict";
(function (M) {
  const MARGIN = 24;
  const LEAST = 640;
  const HEAD = 76;

  const nameOf = (facts) => {
    const names = new Map([...facts.people, ...facts.ours].map((one) => [one.id, one.name]));
    return (id) => names.get(id) ?? "";
  };

  M.personAlt = (person, w) => {
    const met = person.freshness === "stale" ? M.say(w.not_met, { n: person.days }) : "";
    return [
      person.name,
      person.title,
      person.department,
      w.power[person.power],
      w.stance[person.stance],
      w.backing[person.backing],
      met,
    ]
      .filter(Boolean)
      .join(" · ");
  };

  /* ``张三 → 王工 → 李总`` of the warm path; blank where there is none. */
  M.pathText = (facts) => {
    const name = nameOf(facts);
    return facts.next?.path.length ? ["me", ...facts.next.path.map((hop) => hop.end)].map(name).join(" → ") : "";
  };

  /* Department, name and title as people say them: no space between Chinese words. */
  const whole = (person) => {
    const said = [person.department, person.name, person.title].filter(Boolean).join(" ");
    return said.replace(/([\u2e80-\uffef]) (?=[\u2e80-\uffef])/g, "$1");
  };

  const emptySeats = (facts) => facts.departments.filter((one) => one.empty).map((one) => one.name);

  function nobodyNext(facts, w) {
    if (!facts.people.length) return w.next_nobody;
    const seats = emptySeats(facts);
    if (seats.length) return M.say(w.next_seats, { names: seats.join(w.listed) });
    return facts.people.some((person) => person.power === "decides") ? w.next_none : w.next_find;
  }

  M.nextText = (facts, w) => {
    if (!facts.next) return nobodyNext(facts, w);
    const person = facts.people.find((one) => one.id === facts.next.person);
    const path = M.pathText(facts);
    return M.say(path ? w.next_path : w.next_no_path, { person: whole(person), path });
  };

  const own = (facts) => facts.people.filter((person) => !person.elsewhere);

  M.countsText = (facts, w) => {
    const people = own(facts);
    const deciders = people.filter((person) => person.power === "decides");
    const fields = {
      tier: w.tier[facts.tier],
      people: people.length,
      deciders: deciders.length,
      won: deciders.filter((person) => person.backing !== "none").length,
      seats: emptySeats(facts).length,
    };
    return M.say(fields.seats ? w.counts_seats : w.counts, fields);
  };

  /* The picture in words. */
  M.description = (facts, w) => {
    const people = own(facts);
    const named = (chosen) => chosen.map(whole).join(w.listed);
    const opposed = people.filter((person) => person.stance === "opposed");
    const seats = emptySeats(facts);
    const deciders = people.filter((person) => person.power === "decides");
    return [
      M.countsText(facts, w),
      deciders.length ? M.say(w.alt_deciders, { names: named(deciders) }) : "",
      opposed.length ? M.say(w.alt_opposed, { names: named(opposed) }) : "",
      seats.length ? M.say(w.alt_seats, { names: seats.join(w.listed) }) : "",
      M.nextText(facts, w),
    ]
      .filter(Boolean)
      .join(w.stop);
  };

  const tieAlt = (tie, name, w) => M.say(w.lines[tie.line], { start: name(tie.start), end: name(tie.end) });

  /* Ties between the same two people go side by side. */
  function fanned(curves) {
    const met = new Map();
    return curves.map((tie) => {
      const pair = [tie.start, tie.end].sort().join(" ");
      const nth = met.get(pair) ?? 0;
      met.set(pair, nth + 1);
      return [tie, nth];
    });
  }

  function drawTies(plan, facts, w) {
    const name = nameOf(facts);
    const cards = Object.values(plan.cards);
    const rank = { reports: 0, influences: 1, introduces: 2, conflicts: 3 };
    const straight = plan.lines.map((line) => M.drawLine(line, tieAlt(line.tie, name, w)));
    const curved = fanned(plan.curves)
      .sort(([a], [b]) => rank[a.line] - rank[b.line])
      .map(([tie, nth]) => {
        const strength = tie.line === "reports" ? null : tie.strength;
        return M.drawCurve(
          plan.cards[tie.start],
          plan.cards[tie.end],
          M.LINES[tie.line === "reports" ? "far" : tie.line],
          { nth, strength, alt: tieAlt(tie, name, w), cards },
        );
      });
    return [...straight, ...curved].join("");
  }

  function drawPath(plan, facts, w) {
    const stops = ["me", ...facts.next.path.map((hop) => hop.end)];
    const ringed = onPath(facts);
    const cards = Object.values(plan.cards).map((card) => ({ ...card, ringed: ringed.has(card.id) }));
    return facts.next.path
      .map((hop, n) => {
        const first = facts.people.find((person) => person.id === hop.end);
        const claimed = hop.tie === "influenced" && first?.backing === "claim";
        const name = nameOf(facts);
        const alt = M.say(w.step, { n: n + 1, start: name(stops[n]), end: name(hop.end), tie: w.tie[hop.tie] });
        return M.drawStep(
          plan.cards[stops[n]],
          plan.cards[hop.end],
          M.LINES[claimed ? "claimed" : "path"],
          n + 1,
          alt,
          cards,
        );
      })
      .join("");
  }

  /* Room above the map for lines that rise over it. */
  function above(plan, facts) {
    const stops = facts.next?.path.length ? ["me", ...facts.next.path.map((hop) => hop.end)] : [];
    const steps = stops.slice(1).map((end, n) => [stops[n], end, 0]);
    const ties = fanned(plan.curves).map(([tie, nth]) => [tie.start, tie.end, nth]);
    const rises = [...ties, ...steps].map(([from, to, nth]) => M.rises(plan.cards[from], plan.cards[to], nth));
    return Math.max(0, ...rises.map((rise) => Math.ceil(rise) + (rise ? 14 : 0)));
  }

  function onPath(facts) {
    if (!facts.next) return new Set();
    return new Set([
      facts.next.person,
      ...(facts.next.path.length ? ["me", ...facts.next.path.map((hop) => hop.end)] : []),
    ]);
  }

  /* facts: one MapOut; words: of one language; id: tells this picture from others on a page. Resolves to the SVG. */
  M.draw = async (facts, words, { id = "map", dark = "" } = {}) => {
    const plan = await M.layout(facts, words);
    const path = onPath(facts);
    const inner = Math.max(LEAST, plan.width);
    const legend = M.legend(facts, plan, words, inner);
    const [left, top] = [MARGIN + Math.round((inner - plan.width) / 2), MARGIN + HEAD + above(plan, facts)];
    const [width, height] = [inner + 2 * MARGIN, top + plan.height + 26 + legend.height + MARGIN];
    const title = M.say(words.title, { account: facts.account });
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" class="kmap" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" font-family="${M.FONT}">` +
      `<title id="${id}-t">${M.text(title)}</title><desc id="${id}-d">${M.text(M.description(facts, words))}</desc>` +
      (dark ? `<style>@media (prefers-color-scheme:dark){${M.darkCss("")}}</style>` : "") +
      `<rect width="${width}" height="${height}" rx="14" ${M.fill("paper")}/>` +
      heading(facts, words, title, inner) +
      `<g transform="translate(${left} ${top})">` +
      plan.boxes.map(M.drawBox).join("") +
      drawTies(plan, facts, words) +
      plan.boxes.map((box) => M.drawHeading(box, words)).join("") +
      Object.values(plan.cards)
        .map((card) => M.drawCard(card, words, path))
        .join("") +
      (facts.next?.path.length ? drawPath(plan, facts, words) : "") +
      `</g><g transform="translate(${MARGIN} ${top + plan.height + 26})">${legend.svg}</g></svg>\n`
    );
  };

  function heading(facts, words, title, room) {
    const line = (y, size, colour, said, more = "") =>
      `<text x="${MARGIN}" y="${y}" font-size="${size}" ${M.fill(colour)}${more}>${M.text(M.fit(said, size * 1.06, room))}</text>`;
    return (
      line(MARGIN + 18, 20, "ink", title, ' font-weight="700"') +
      line(MARGIN + 40, 13, "quiet", M.countsText(facts, words)) +
      line(MARGIN + 60, 13.5, facts.next ? "path" : "quiet", M.nextText(facts, words), ' font-weight="700"')
    );
  }
})((globalThis.KasalesMap ??= {}));
