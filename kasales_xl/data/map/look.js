/* The rules of the picture: colours, shapes, sizes, line styles. One home for the files, the page and the add-in.
   Colours are of Okabe and Ito, told apart by colour-blind people too; none says anything alone: each goes with a
   shape, a size or a kind of line. */
"use strict";
(function (M) {
  /* name: [light, dark] */
  M.COLOURS = {
    paper: ["#ffffff", "#14181d"],
    ink: ["#1c2733", "#eef2f6"],
    quiet: ["#5b6875", "#a9b5c1"],
    faint: ["#d5dbe1", "#3d4853"],
    ground: ["#f4f6f8", "#1d242b"],
    keyground: ["#eaf1f8", "#1b2a3a"],
    card: ["#ffffff", "#262f38"],
    report: ["#8a96a3", "#7f8c99"],
    champion: ["#0060a8", "#5fb2f2"],
    supporter: ["#2b8cc4", "#86c5ea"],
    neutral: ["#6f7a85", "#b4bec8"],
    opposed: ["#b34700", "#ff9a55"],
    unknown: ["#8a96a3", "#8f9ba7"],
    introduces: ["#0b7a5a", "#4fd0a8"],
    influences: ["#0060a8", "#5fb2f2"],
    conflicts: ["#b34700", "#ff9a55"],
    path: ["#8a2f86", "#e58be0"],
    seat: ["#855b00", "#f0c050"],
    onmark: ["#ffffff", "#14181d"],
  };

  /* How tall a card and how large a name is, by whose word weighs how much. */
  M.SIZES = {
    decides: { height: 64, name: 16, title: 12, least: 150 },
    weighs: { height: 54, name: 14, title: 11.5, least: 136 },
    other: { height: 44, name: 12.5, title: 11, least: 118 },
  };
  M.WIDEST = 216;

  /* The border of a card: is there influence, and does something show it? */
  M.BORDERS = {
    evidence: { colour: "ink", width: 2.4, dash: "" },
    claim: { colour: "ink", width: 2.4, dash: "2.5 3.5" },
    none: { colour: "faint", width: 1.2, dash: "" },
  };
  M.SEAT = { colour: "seat", width: 1.6, dash: "9 5" };

  M.LINES = {
    reports: { colour: "report", width: 1.5, dash: "", head: "" },
    far: { colour: "report", width: 1.1, dash: "", head: "" },
    introduces: { colour: "introduces", width: 1.6, dash: "7 4", head: "open" },
    influences: { colour: "influences", width: 1.6, dash: "", head: "full" },
    conflicts: { colour: "conflicts", width: 1.8, dash: "10 3 2 3", head: "cross" },
    path: { colour: "path", width: 4, dash: "", head: "full" },
    claimed: { colour: "path", width: 4, dash: "4 4", head: "full" },
  };

  /* The outline of a stance, around (0, 0) within 8 units. */
  M.SHAPES = {
    champion: "M0-8.6L2.5-2.9 8.6-2.4 4 1.7 5.4 7.8 0 4.5-5.4 7.8-4 1.7-8.6-2.4-2.5-2.9Z",
    supporter: "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0-7 0Z",
    neutral: "M-6.2-6.2H6.2V6.2H-6.2Z",
    opposed: "M-7.6-6H7.6L0 7.4Z",
    unknown: "M0-7.6L7.6 0 0 7.6-7.6 0Z",
  };
  /* What stands inside of it: read without any colour. */
  M.SIGNS = {
    champion: "",
    supporter: "M-3.4 0H3.4M0-3.4V3.4",
    neutral: "M-3.4 0H3.4",
    opposed: "M-2.6-4L2.6 1.2M2.6-4L-2.6 1.2",
    unknown: "",
  };

  M.FONT =
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB','WenQuanYi Micro Hei',sans-serif";

  const light = (colour) => M.COLOURS[colour][0];
  /* Attributes that paint light by themselves and dark where a style sheet says so: no style attribute, which a
     strict page refuses. */
  M.fill = (colour) => (colour ? `class="f-${colour}" fill="${light(colour)}"` : 'fill="none"');
  M.stroke = (colour, width, dash) =>
    `class="s-${colour}" fill="none" stroke="${light(colour)}" stroke-width="${width}"` +
    (dash ? ` stroke-dasharray="${dash}"` : "");
  M.both = (fill, stroke, width, dash) =>
    `class="f-${fill} s-${stroke}" fill="${light(fill)}" stroke="${light(stroke)}" stroke-width="${width}"` +
    (dash ? ` stroke-dasharray="${dash}"` : "");

  /* The style sheet of the dark picture. within: the selector under which it holds, "" for everywhere. */
  M.darkCss = (within) =>
    Object.entries(M.COLOURS)
      .map(
        ([name, [, dark]]) => `${within} .kmap .f-${name}{fill:${dark}}${within} .kmap .s-${name}{stroke:${dark}}`,
      )
      .join("");

  const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  /* Whatever people typed, as text and nothing else. */
  M.text = (said) =>
    String(said)
      .toWellFormed()
      .replace(BAD, "")
      .replace(/\s+/g, " ")
      .replace(/[&<>"']/g, (c) => ENTITIES[c]);

  /* The width of a text in its size, without a font to ask: a little more than most fonts take. */
  M.measure = (said, size) => {
    let width = 0;
    for (const c of said) {
      const code = c.codePointAt(0);
      if (code >= 0x1100 && (code >= 0x2e80 || code < 0x1200)) width += 1;
      else if ("ijl.,:;'|!ftIr()[] ".includes(c)) width += 0.36;
      else if ("mwMW@%&".includes(c)) width += 0.94;
      else width += c >= "A" && c <= "Z" ? 0.7 : 0.58;
    }
    return width * size;
  };
  /* As much of a text as fits, an ellipsis for the rest. */
  M.fit = (said, size, room) => {
    if (M.measure(said, size) <= room) return said;
    const letters = [...said];
    while (letters.length > 1 && M.measure(letters.join("") + "…", size) > room) letters.pop();
    return letters.join("").trimEnd() + "…";
  };
  /* Words with their fields filled in; a field that holds braces stays as it is. */
  M.say = (words, fields) => words.replace(/\{(\w+)\}/g, (_, name) => String(fields[name]));
})((globalThis.KasalesMap ??= {}));
