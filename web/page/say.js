// The last step: which side of a text is shown, and how a figure is spelled.

let lang = "zh";
let words = {};

export const language = () => lang;

export function speak(side) {
  lang = side === "en" ? "en" : "zh";
}

export function learn(table) {
  words = table;
}

/** One side of a value of the file: [zh, en] where they differ. */
export function say(value) {
  return Array.isArray(value) ? value[lang === "zh" ? 0 : 1] : value;
}

/** A word of the page itself, its fields in braces filled in. */
export function word(code, fields) {
  const said = say(words[code]);
  if (said === undefined) throw new Error("no word " + code);
  return fields ? said.replace(/\{(\w+)\}/g, (_, name) => say(fields[name])) : said;
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 0 });

const SPELLED = {
  int: whole.format,
  money: whole.format,
  score: whole.format,
  number: fine.format,
  share: percent.format,
  bar: percent.format,
  delta: new Intl.NumberFormat("en-US", { maximumFractionDigits: 0, signDisplay: "exceptZero" }).format,
};

/** A value in the style of its column: the same rounding as in the workbooks. */
export function spelled(value, style) {
  const said = say(value);
  if (said === null || said === undefined) return "";
  if (typeof said !== "number") return String(said);
  return (SPELLED[style.split(".")[0]] || fine.format)(said);
}

/** The heading of a column standing alone: with its group's where another column is called the same. */
export function labelOf(column, columns) {
  const label = say(column.l) || "";
  const twice = column.g && columns.some((one) => one !== column && (say(one.l) || "") === label);
  return twice ? say(column.g) + " · " + label : label;
}

export const isFigure = (style) => style.split(".")[0] in SPELLED;
