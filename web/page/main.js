// Opens the file: words first, then the view that the address asks for.

import { account } from "./account.js";
import { compare } from "./compare.js";
import { byId, clear } from "./dom.js";
import { part } from "./data.js";
import { link, name, run, settle, steps } from "./places.js";
import { searching } from "./search.js";
import { language, learn, speak, word } from "./say.js";
import { organisation, seller, team } from "./views.js";

const VIEWS = {
  o: ([key]) => organisation(key),
  t: ([number, key]) => team(Number(number), key),
  s: ([id, key]) => seller(id, key || ""),
  a: ([id, said]) => account(id, said),
  compare: ([from, to]) => compare(from, to),
};

const store = {
  get: (key) => {
    try {
      return localStorage.getItem("kasales-" + key);
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem("kasales-" + key, value);
    } catch {
      // a browser that keeps nothing forgets it
    }
  },
};

let turn = 0;

async function show(moved) {
  const mine = ++turn;
  const [kind, ...rest] = steps();
  await (VIEWS[kind] || VIEWS.o)(rest);
  if (mine !== turn) return;
  // whoever waits for a view finds here which one stands
  document.documentElement.dataset.shown = location.hash || "#/";
  if (!moved) return;
  window.scrollTo(0, 0);
  byId("title").focus({ preventScroll: true });
}

function bar() {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  byId("skip").textContent = word("skip");
  byId("brand").textContent = word("product");
  byId("brand").href = link("/");
  // the name of the other language, in that language
  for (const name of byId("language").children) name.hidden = name.lang === document.documentElement.lang;
  byId("theme").textContent = word("theme");
  byId("shut").setAttribute("aria-label", word("close"));
  byId("foot").textContent = word("foot", { on: run().on, edition: run().program });
  searching();
}

function paint(theme) {
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
}

function tools() {
  byId("language").onclick = () => {
    speak(language() === "zh" ? "en" : "zh");
    store.set("lang", language());
    bar();
    show(false);
  };
  byId("theme").onclick = () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    store.set("theme", theme);
    paint(theme);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(store.get("theme")));
  const box = byId("behind");
  byId("shut").onclick = () => box.close();
  box.addEventListener("click", (event) => event.target === box && box.close());
  window.addEventListener("beforeprint", () => document.querySelectorAll(".table").forEach((one) => one.expand && one.expand()));
  window.addEventListener("hashchange", () => show(true));
}

async function begin() {
  paint(store.get("theme"));
  if (!("DecompressionStream" in window)) {
    byId("old").hidden = false;
    return;
  }
  const index = await part("index");
  settle(index);
  name(await part("find"));
  learn(index.words);
  speak(store.get("lang") || index.lang);
  bar();
  tools();
  clear(byId("main"));
  await show(false);
  document.documentElement.dataset.ready = "yes";
  performance.mark("ready");
}

begin();
