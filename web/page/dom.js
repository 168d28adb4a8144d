// Elements made of text only: nothing that people typed is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** el("a.chip", {href}, "text", child, …): a tag with classes, attributes, listeners (on…) and children. */
export function el(name, attributes, ...children) {
  return filled(document.createElement(tagOf(name)), name, attributes, children);
}

/** The same inside a picture. */
export function svg(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, tagOf(name)), name, attributes, children);
}

function tagOf(name) {
  const at = name.indexOf(".");
  return at < 0 ? name : name.slice(0, at);
}

function filled(node, name, attributes, children) {
  const classes = name.split(".").slice(1).join(" ");
  if (classes) node.setAttribute("class", classes);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  add(node, children);
  return node;
}

/** Appends nodes, texts and lists of them; nothing for null, undefined, false and "". */
export function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

export function clear(node) {
  node.replaceChildren();
  return node;
}

export const byId = (id) => document.getElementById(id);
