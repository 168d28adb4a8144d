// The task pane: shows what Python says, decides nothing.

export class Pane {
  constructor({ document, ask, workbook, words, lang }) {
    Object.assign(this, { document, ask, workbook, words, lang });
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    this.status = document.getElementById("status");
  }

  /** stage: where Python is on its way. */
  stage(stage, why) {
    this.status.textContent = stage === "failed" ? this.words.broken + why : this.words[stage];
    this.status.className = stage;
  }
}
