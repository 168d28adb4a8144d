// The relationship map, drawn by the scripts that draw it in files. They are large and wait packed until
// somebody looks at an account; the page's policy knows them by their digest.

import { el } from "./dom.js";
import { part } from "./data.js";
import { run } from "./places.js";
import { language, word } from "./say.js";

let ready = null;

/** An account's map as a card; null where the account has none. */
export function mapCard(record, account) {
  const facts = (record.maps || {})[account.id];
  if (!facts) return null;
  const box = el("div.map.scroll", { tabindex: 0, role: "group", "aria-label": word("map") }, el("p.empty", null, "…"));
  // on a phone the whole map first, and as large as it can be read on demand
  const larger = el("button.quiet.map-larger", { type: "button", "aria-pressed": "false", onclick: () => larger.setAttribute("aria-pressed", String(card.classList.toggle("large"))) }, word("larger"));
  const card = el("section.card.map-card", null, larger, box);
  drawn(facts).then((picture) => box.replaceChildren(picture), (fault) => console.error(fault));
  return card;
}

async function drawn(facts) {
  ready = ready || begin();
  await ready;
  const said = await KasalesMap.draw(facts, run().map[language() === "zh" ? 0 : 1], { id: "map" });
  const read = new DOMParser().parseFromString(said, "image/svg+xml").documentElement;
  const picture = document.importNode(read, true);
  const [, , wide, high] = picture.getAttribute("viewBox").split(" ");
  picture.removeAttribute("height");
  // never larger than it was drawn, never so small that names can't be read
  picture.style.width = `min(100%, ${wide}px)`;
  picture.style.setProperty("--least", `${Math.min(wide, 720)}px`);
  picture.dataset.high = high;
  return picture;
}

async function begin() {
  const script = document.createElement("script");
  script.textContent = await part("map");
  document.head.append(script);
  const dark = new CSSStyleSheet();
  dark.replaceSync(KasalesMap.darkCss('[data-theme="dark"]'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
}
