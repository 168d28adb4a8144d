/* Who stands together: the boxes of the map and the cards in them, as large as they must be. */
"use strict";
(function (M) {
  const SEAT = { width: 150, height: 46 };

  /* What stands beside the name of a department. */
  M.noteOf = (group, w) => {
    if (group.elsewhere) return w.elsewhere;
    if (!group.key) return "";
    return group.empty ? w.key_empty : group.covered ? w.key_covered : w.key_open;
  };
  /* How much room its heading takes. */
  M.titled = (group, w) =>
    Math.round(Math.min(300, M.measure(group.title, 13.8) + M.measure(M.noteOf(group, w), 11) + 42));

  /* Departments with their people, then the people of other accounts, as boxes to lay out. */
  M.groups = (facts, words) => {
    const groups = facts.departments.map((d) => ({ ...d, title: d.name || words.no_department, people: [] }));
    const own = new Map(facts.departments.map((d, n) => [d.name, groups[n]]));
    const others = new Map();
    for (const person of facts.people) {
      if (!person.elsewhere) own.get(person.department).people.push(person);
      else {
        if (!others.has(person.elsewhere))
          others.set(person.elsewhere, { title: person.elsewhere, elsewhere: true, people: [] });
        others.get(person.elsewhere).people.push(person);
      }
    }
    const all = [...groups, ...others.values()].filter((g) => g.people.length || g.empty);
    return all.map((g, n) => ({ ...g, id: `g${n}`, cards: cardsOf(g, n, words) }));
  };

  const RANK = { decides: 0, weighs: 1, other: 2 };

  /* Whose word weighs most comes first; else the order of the book. */
  function cardsOf(group, number, words) {
    const people = [...group.people].sort((a, b) => RANK[a.power] - RANK[b.power]);
    const widest = { decides: 0, weighs: 0, other: 0 };
    for (const person of people) widest[person.power] = Math.max(widest[person.power], widthOf(person, words));
    const cards = people.map((person) => ({
      id: person.id,
      person,
      width: widest[person.power],
      height: M.SIZES[person.power].height,
    }));
    if (group.empty) cards.unshift({ id: `seat${number}`, seat: words.seat, ...SEAT });
    // one card alone leaves its department room for its name
    if (cards.length === 1) cards[0].width = Math.max(cards[0].width, M.titled(group, words) - 24);
    return cards;
  }

  function widthOf(person, w) {
    const size = M.SIZES[person.power];
    const mark = person.power === "decides" ? M.pill(w.decides).width + 2 : 0;
    const stale = person.freshness === "stale" ? M.measure(M.say(w.days, { n: person.days }), 10.5) + 22 : 0;
    const lines = [M.measure(person.name, size.name) * 1.06 + mark, M.measure(person.title, size.title) + stale];
    return Math.round(Math.min(M.WIDEST, Math.max(size.least, ...lines.map((line) => line + 46))));
  }
})((globalThis.KasalesMap ??= {}));
