// The worksheet functions: every call of one calculation goes to Python in one crossing.

import { fromPython, toPython } from "./spelling.js";

const isHandle = (value) => typeof value === "string" && value.startsWith("KA#");
const alone = (value) => (value?.length === 1 && value[0]?.length === 1 ? value[0][0] : value);

export class Cells {
  /**
   * functions: those of functions.js. ask(what, value): the kernel's. workbook: what reads the calling
   * workbook. words: sentences shown beside an error. CustomFunctions: Office's.
   */
  constructor({ functions, ask, workbook, words, lang, CustomFunctions }) {
    Object.assign(this, { functions, ask, workbook, words, lang, CustomFunctions });
    this.queue = [];
    this.timer = null;
    this.crossings = 0;
  }

  bind() {
    for (const [name, declared] of Object.entries(this.functions)) {
      const arity = declared.arguments;
      this.CustomFunctions.associate(name, (...given) =>
        this.call(name, given.slice(0, arity), given.length > arity ? given.at(-1)?.address : undefined),
      );
    }
  }

  call(name, values, address) {
    return new Promise((resolve, reject) => {
      this.queue.push({ name, values, address, resolve, reject });
      this.timer ??= setTimeout(() => this.#flush(), 0);
    });
  }

  async #flush() {
    this.timer = null;
    const calls = this.queue.splice(0);
    try {
      const reading = calls.filter((call) => this.#readsWorkbook(call));
      for (const { address } of reading) this.workbook.follow(address);
      const tables = reading.length ? await this.workbook.changed() : null;
      const asked = calls.map(({ name, values }) => [name, this.#padded(name, values)]);
      this.crossings++;
      const answers = await this.ask("cells", { lang: this.lang, tables, calls: asked });
      calls.forEach((call, at) => this.#settle(call, answers[at]));
    } catch (error) {
      for (const call of calls) this.#refuse(call, error);
    }
  }

  #readsWorkbook({ name, values }) {
    if (!this.functions[name].workbook) return false;
    const first = alone(values[0]);
    return !isHandle(first) && !(first && typeof first === "object" && first.code);
  }

  #padded(name, values) {
    const { arguments: arity } = this.functions[name];
    return Array.from({ length: arity }, (_, at) => toPython(values[at] ?? null));
  }

  #settle({ resolve, reject }, answer) {
    const single = answer.rows.length === 1 && answer.rows[0].length === 1 && !answer.below;
    const error = single ? answer.rows[0][0]?.error : undefined;
    if (error) reject(this.#error(error));
    else resolve(fromPython(answer, (code) => this.#error(code)));
  }

  /** Python is not there: KA_VERSION says why, every other cell is #N/A. */
  #refuse({ name, resolve, reject }, error) {
    if (name === "KA_VERSION") resolve([[`${this.words.broken}${error.message}`]]);
    else reject(this.#fault("notAvailable", this.words.broken + error.message));
  }

  /** Excel takes no #REF! from an add-in: a handle that no longer holds is #N/A, says so, and is asked anew. */
  #error(code) {
    if (code === "#VALUE!") return this.#fault("invalidValue");
    if (code !== "#REF!") return this.#fault("notAvailable");
    this.workbook.recalculateAll();
    return this.#fault("notAvailable", this.words.stale);
  }

  #fault(code, message) {
    const { Error: Fault, ErrorCode } = this.CustomFunctions;
    return message === undefined ? new Fault(ErrorCode[code]) : new Fault(ErrorCode[code], message);
  }
}
