// The task pane: shows what Python says, decides nothing. Text is set as text, never as markup.

const TABS = ["steps", "findings", "wish", "card", "map"];

export class Pane {
  constructor({ document, ask, workbook, words, lang }) {
    Object.assign(this, { document, ask, workbook, words, lang, tab: "steps", shown: null, asked: 0 });
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    this.status = document.getElementById("status");
    this.main = document.getElementById("pane");
    document.getElementById("private").textContent = words.private;
  }

  /** stage: where Python is on its way. */
  stage(stage, why) {
    this.status.textContent = stage === "failed" ? this.words.broken + why : this.words[stage];
    this.status.className = stage;
    if (stage === "ready") this.refresh();
  }

  /** Reads the workbook anew; of two at once the later one is shown. */
  async refresh() {
    const asked = ++this.asked;
    this.say("looking");
    try {
      const tables = await this.workbook.changed();
      const shown = await this.ask("show", { lang: this.lang, tables });
      const plain = shown.book ? await this.workbook.plainFormulas() : 0;
      if (asked !== this.asked) return;
      this.shown = { ...shown, plain };
      this.say("ready");
      this.#draw();
    } catch (error) {
      this.status.textContent = String(error?.message ?? error);
      this.status.className = "failed";
    }
  }

  say(code, extra = "") {
    this.status.textContent = this.words[code] + extra;
    this.status.className = code;
  }

  #draw() {
    const tabs = this.document.getElementById("tabs");
    const blocking = this.shown.findings.length;
    tabs.replaceChildren(...(this.shown.book ? TABS : []).map((name) => {
      const button = this.#button(this.words[`tab-${name}`], "", () => { this.tab = name; this.#draw(); });
      button.id = `tab-${name}`;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-selected", String(name === this.tab));
      if (name === "findings" && blocking) button.append(this.#element("span", String(blocking), "count"));
      return button;
    }));
    if (!this.shown.book) this.main.replaceChildren(this.#element("p", this.words["no-book"]));
    else this.main.replaceChildren(...this.#notices(), ...this[`_${this.tab}`]());
  }

  #notices() {
    if (!this.shown.plain) return [];
    const box = this.#element("div", "", "notice");
    const act = this.#button(this.words.respell, "act main", async () => {
      act.disabled = true;
      const locked = await this.workbook.respell(this.ask);
      await this.refresh();
      if (locked.length) this.say("locked");
      this.status.textContent = locked.length ? this.words.locked.replace("{sheets}", locked.join(", ")) : this.words.respelled;
    });
    act.id = "respell";
    box.append(this.#element("p", this.words.plain.replace("{n}", this.shown.plain)), act);
    return [box];
  }

  _steps() {
    const list = this.#element("ol", "", "steps");
    for (const { text, sheet, done } of this.shown.steps) {
      const item = this.#element("li", `${text} `, done ? "done" : "");
      if (sheet) item.append(this.#button(`${this.words.go}：${sheet}`.replace(/：/, this.lang === "zh" ? "：" : ": "), "cell", () => this.#go(sheet, "A1")));
      list.append(item);
    }
    return [list];
  }

  _findings() {
    if (!this.shown.findings.length) return [this.#element("p", this.words["nothing-found"])];
    return this.shown.findings.map(({ blocks, light, what, fix, cells }) => {
      const box = this.#element("div", "", blocks ? "finding blocks" : "finding");
      box.append(this.#element("span", light, "light"), this.#element("p", what), this.#element("p", fix, "fix"));
      for (const { sheet, cell } of cells) box.append(this.#button(`${sheet}!${cell}`, "cell", () => this.#go(sheet, cell)));
      return box;
    });
  }

  _wish() {
    const label = this.#element("label", this.words["wish-label"]);
    const field = this.document.createElement("textarea");
    field.id = "wish";
    field.placeholder = this.words["wish-example"];
    field.value = this.wish ?? "";
    // a change in the workbook draws the pane anew; what somebody is typing here stays
    field.addEventListener("input", () => { this.wish = field.value; });
    label.append(field);
    const lines = this.#element("div", "", "part");
    lines.id = "then";
    const act = this.#button(this.words["wish-ask"], "act main", async () => {
      const tables = await this.workbook.changed();
      const answer = await this.ask("suppose", { lang: this.lang, tables, wish: field.value });
      lines.replaceChildren(...answer.lines.map((line) => this.#line(line)));
    });
    act.id = "suppose";
    return [label, act, lines];
  }

  _card() {
    if (!this.shown.parts.length) return [this.#element("p", this.words["no-seller"])];
    return this.shown.parts.map(({ head, lines }, number) => {
      const folded = number > 2;
      const box = this.#element(folded ? "details" : "div", "", number ? "part" : "part level");
      box.append(this.#element(folded ? "summary" : "h2", head), ...lines.map((line) => this.#line(line)));
      return box;
    });
  }

  _map() {
    const box = this.#element("div", this.words.looking);
    box.id = "map";
    this.#maps(box);
    return [box];
  }

  async #maps(box) {
    const tables = await this.workbook.changed();
    const [{ maps, words }] = await Promise.all([this.ask("maps", { lang: this.lang, tables }), this.#drawing()]);
    if (!maps.length) {
      box.textContent = this.words["no-map"];
      return;
    }
    const picture = this.#element("div", "", "picture");
    const larger = this.#button(this.words.larger, "cell", () => picture.classList.toggle("larger"));
    const choice = this.document.createElement("select");
    choice.append(...maps.map(({ account }) => this.#element("option", account)));
    const draw = async () => {
      const svg = await globalThis.KasalesMap.draw(maps[choice.selectedIndex], words, { id: "map" });
      picture.replaceChildren(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
    };
    choice.addEventListener("change", draw);
    await draw();
    box.replaceChildren(choice, larger, picture);
  }

  /** The script that draws, loaded when a map is first asked for. */
  #drawing() {
    this.drawing ??= new Promise((resolve, reject) => {
      const script = this.document.createElement("script");
      script.src = "map.js";
      script.onload = resolve;
      script.onerror = () => reject(new Error("map.js"));
      this.document.head.append(script);
    });
    return this.drawing;
  }

  async #go(sheet, cell) {
    if (!(await this.workbook.show(sheet, cell))) this.say("sheet-gone", sheet);
  }

  #line(text) {
    return this.#element("p", text.trim(), /^\s/.test(text) ? "in" : "");
  }

  #button(text, kind, act) {
    const button = this.#element("button", text, kind);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  #element(tag, text, kind = "") {
    const element = this.document.createElement(tag);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }
}
