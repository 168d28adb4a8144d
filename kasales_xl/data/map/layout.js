/* Where everybody stands: departments as boxes, superiors above, by ELK. Two ways, both ELK's: one graph of all
   reporting lines where that is not too wide, else each department by itself and the boxes packed in rows.
   Influence, introductions and conflicts have no say in it: a place on the map means rank and nothing else. */
"use strict";
(function (M) {
  const PAD = { top: 34, side: 12, bottom: 12 };
  const WIDEST = 1500;
  const ONE_GRAPH = 40;
  const ROW = 4;
  const SHAPE = 1.45;
  const GAP = 20;
  const OURS = { width: 132, height: 42, gap: 18 };

  const padding = `[top=${PAD.top},left=${PAD.side},bottom=${PAD.bottom},right=${PAD.side}]`;
  const COMMON = {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.padding": padding,
    "elk.spacing.nodeNode": "14",
    "elk.spacing.componentComponent": "14",
    "elk.layered.spacing.nodeNodeBetweenLayers": "28",
    "elk.layered.spacing.edgeNodeBetweenLayers": "12",
    "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    "elk.layered.mergeEdges": "true",
    "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
    "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  };

  /* A department by itself: who has many people under them gets them in two rows. */
  const DEPARTMENT = {
    "elk.aspectRatio": "1.3",
    "elk.separateConnectedComponents": "true",
    "elk.layered.considerModelOrder.components": "MODEL_ORDER",
    "elk.layered.layering.strategy": "COFFMAN_GRAHAM",
    "elk.layered.layering.coffmanGraham.layerBound": String(ROW),
  };
  /* Without any reporting line inside: in reading order. */
  const IN_ROWS = {
    "elk.algorithm": "rectpacking",
    "elk.aspectRatio": "0.9",
    "elk.spacing.nodeNode": "12",
    "elk.padding": padding,
  };

  const child = (card) => ({ id: card.id, width: card.width, height: card.height });
  const edge = (tie, n) => ({ id: `r${n}`, sources: [tie.start], targets: [tie.end] });
  const edgesOf = (reports, inside) =>
    reports.map(edge).filter((one) => inside.has(one.sources[0]) && inside.has(one.targets[0]));

  function wholeGraph(groups, reports, words) {
    return {
      id: "root",
      layoutOptions: {
        ...COMMON,
        "elk.hierarchyHandling": "INCLUDE_CHILDREN",
        "elk.padding": "[top=0,left=0,bottom=0,right=0]",
      },
      children: groups.map((group) => ({
        id: group.id,
        layoutOptions: { "elk.padding": padding, "elk.alignment": "TOP" },
        children: group.cards.map(child),
      })),
      edges: reports.map(edge),
    };
  }

  function groupGraph(group, reports) {
    const edges = edgesOf(reports, new Set(group.cards.map((card) => card.id)));
    return {
      id: group.id,
      layoutOptions: edges.length ? { ...COMMON, ...DEPARTMENT } : IN_ROWS,
      children: group.cards.map(child),
      edges,
    };
  }

  const PACKED = {
    "elk.algorithm": "rectpacking",
    "elk.aspectRatio": String(SHAPE),
    "elk.spacing.nodeNode": String(GAP),
    "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  };

  async function rowsOf(elk, boxes) {
    const children = boxes.map(({ id, width, height }) => ({ id, width, height }));
    const { width, height, children: placed } = await elk.layout({ id: "rows", layoutOptions: PACKED, children });
    return { width, height, at: new Map(placed.map((node) => [node.id, node])) };
  }

  /* Departments to whose people other departments report, and that report to nobody: they stand on top. */
  function heads(groups, reports) {
    const home = new Map(groups.flatMap((group) => group.cards.map((card) => [card.id, group.id])));
    const across = reports
      .map((tie) => [home.get(tie.start), home.get(tie.end)])
      .filter(([from, to]) => from !== to);
    const led = new Set(across.map(([, to]) => to));
    return new Set(across.map(([from]) => from).filter((from) => !led.has(from)));
  }

  async function packed(elk, groups, reports, words) {
    const boxes = [];
    for (const group of groups) {
      const box = await elk.layout(groupGraph(group, reports));
      boxes.push({ ...box, width: Math.max(box.width, M.titled(group, words)) });
    }
    const above = heads(groups, reports);
    const top = await rowsOf(
      elk,
      boxes.filter((box) => above.has(box.id)),
    );
    const rest = await rowsOf(
      elk,
      boxes.filter((box) => !above.has(box.id)),
    );
    const width = Math.max(top.width, rest.width);
    const down = above.size ? top.height + 2 * GAP : 0;
    const children = boxes.map((box) => {
      const own = above.has(box.id) ? top : rest;
      const { x, y } = own.at.get(box.id);
      return { ...box, x: x + (width - own.width) / 2, y: y + (own === rest ? down : 0) };
    });
    return { width, height: down + rest.height, children };
  }

  const round = (value) => Math.round(value);

  /* {width, height, boxes, cards by id, lines: [{tie, points}]}; whole numbers, so that every engine writes the
     same bytes. Reporting lines between departments that were packed have no points: they are drawn as curves. */
  function read(graph, groups, reports) {
    const origin = new Map([["root", [0, 0]]]);
    const cards = {};
    const boxes = graph.children.map((box, n) => {
      origin.set(box.id, [box.x, box.y]);
      for (const [k, card] of groups[n].cards.entries()) {
        const node = box.children[k];
        cards[card.id] = { ...card, x: round(box.x + node.x), y: round(box.y + node.y) };
      }
      return {
        group: groups[n],
        x: round(box.x),
        y: round(box.y),
        width: round(box.width),
        height: round(box.height),
      };
    });
    const edges = [...(graph.edges ?? []), ...graph.children.flatMap((box) => box.edges ?? [])];
    const lines = edges.map((one) => {
      const [x, y] = origin.get(one.container ?? "root");
      const points = (one.sections ?? []).flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]);
      return {
        tie: reports[Number(one.id.slice(1))],
        points: points.map((p) => [round(p.x + x), round(p.y + y)]),
      };
    });
    return { width: round(graph.width), height: round(graph.height), boxes, cards, lines };
  }

  /* Our own people: a row below everybody, for we come from outside and below. */
  function addOurs(plan, facts, words) {
    const shown = facts.ties.some((tie) => tie.start.startsWith("c")) || facts.next?.path.length;
    if (!shown) return;
    const { width, height, gap } = OURS;
    const per = Math.max(1, Math.floor((Math.max(plan.width, 620) - 2 * PAD.side + gap) / (width + gap)));
    const rows = Math.ceil(facts.ours.length / per);
    const columns = Math.min(per, facts.ours.length);
    const label = Math.round(M.measure(words.ours, 13.8)) + 14;
    const box = {
      group: { title: words.ours, ours: true },
      width: 2 * PAD.side + label + columns * (width + gap) - gap,
      height: 2 * PAD.side + rows * (height + gap) - gap,
      y: plan.height + 44,
    };
    box.x = round(Math.max(0, (plan.width - box.width) / 2));
    for (const [n, one] of facts.ours.entries())
      plan.cards[one.id] = {
        id: one.id,
        ours: one,
        width,
        height,
        x: box.x + PAD.side + label + (n % per) * (width + gap),
        y: box.y + PAD.side + Math.floor(n / per) * (height + gap),
      };
    plan.boxes.push(box);
    plan.width = Math.max(plan.width, box.width);
    plan.height = box.y + box.height;
  }

  M.layout = async (facts, words) => {
    const groups = M.groups(facts, words);
    const at = new Set(groups.flatMap((group) => group.cards.map((card) => card.id)));
    const reports = facts.ties.filter((tie) => tie.line === "reports" && at.has(tie.start) && at.has(tie.end));
    const elk = new M.Elk();
    let graph = { width: 0, height: 0, children: [] };
    if (groups.length) {
      const whole = at.size <= ONE_GRAPH ? await elk.layout(wholeGraph(groups, reports, words)) : null;
      graph = whole && whole.width <= WIDEST ? whole : await packed(elk, groups, reports, words);
    }
    const plan = read(graph, groups, reports);
    const drawn = new Set(plan.lines.map((line) => line.tie));
    addOurs(plan, facts, words);
    plan.curves = facts.ties.filter((tie) => !drawn.has(tie) && plan.cards[tie.start] && plan.cards[tie.end]);
    return plan;
  };
})((globalThis.KasalesMap ??= {}));
