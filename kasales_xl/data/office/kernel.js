// The worker as the rest of the add-in sees it: questions are answered in their own time.

export class Kernel {
  /** worker: a running one. tell(stage, why): "python", "packages", "functions", "ready" or "failed". */
  constructor(worker, tell = () => {}) {
    this.worker = worker;
    this.waiting = new Map();
    this.asked = 0;
    this.failed = "";
    worker.onmessage = ({ data }) => (data.stage ? this.#stage(data, tell) : this.#answer(data));
    worker.onerror = (event) => this.#stage({ stage: "failed", why: event.message || "worker" }, tell);
  }

  /** Rejects with the reason where Python has not started or has no answer. */
  ask(what, value) {
    if (this.failed) return Promise.reject(new Error(this.failed));
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, what, text: JSON.stringify(value) });
    });
  }

  #answer({ id, text, why }) {
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (why === undefined) resolve(JSON.parse(text));
    else reject(new Error(why));
  }

  #stage({ stage, why }, tell) {
    if (stage === "failed") {
      this.failed = why;
      for (const { reject } of this.waiting.values()) reject(new Error(why));
      this.waiting.clear();
    }
    tell(stage, why);
  }
}
