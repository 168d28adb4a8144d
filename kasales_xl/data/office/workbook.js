// The workbook in front of the user, through the Office API: its tables, where a cell is, when it changes.

/** Milliseconds for which tables are not read again, unless an event says that a cell changed. */
const FRESH = 1000;
/** Milliseconds after the last change before the cells that follow the workbook are computed anew. */
const CALM = 300;
/** Milliseconds within which all cells are computed anew at most once. */
const RARELY = 10000;

const sheetOf = (address) => {
  const name = address.slice(0, address.lastIndexOf("!"));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** A call of ours without an add-in's name before it, or under the one that files have for it. */
const PLAIN = /(?:^|[^\w.])(?:_xldudf_KASALES_)?KA_[A-Z_]+\s*\(/i;

function plainOf({ formulas, rowIndex, columnIndex }) {
  const found = [];
  formulas.forEach((cells, row) => cells.forEach((formula, column) => {
    if (typeof formula === "string" && formula.startsWith("=") && PLAIN.test(formula)) {
      found.push({ row: rowIndex + row, column: columnIndex + column, formula });
    }
  }));
  return found;
}

export class Workbook {
  /** Excel: Office's. tables: what functions.js says of the tables, by name. clock: milliseconds. */
  constructor({ Excel, tables, clock = () => performance.now() }) {
    Object.assign(this, { Excel, known: tables, clock });
    this.readAt = -Infinity;
    this.allAt = -Infinity;
    this.named = {};
    this.sent = "";
    this.following = new Set();
    this.timer = null;
    this.onChange = () => {};
  }

  /** Listens for changes. */
  async start() {
    await this.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => this.#changed(event));
      await context.sync();
    });
  }

  /** A cell of the form without a book, which must follow the workbook. address: as Office gives it. */
  follow(address) {
    if (address) this.following.add(sheetOf(address));
  }

  /** The tables where they differ from what this gave last, else null. */
  async changed() {
    const tables = await this.tables();
    const text = JSON.stringify(tables);
    if (text === this.sent) return null;
    this.sent = text;
    return tables;
  }

  /** Our tables by name: rows from the header row on, their sheet, and where they begin there, from 0. */
  async tables() {
    if (this.clock() - this.readAt > FRESH) {
      this.named = await this.Excel.run((context) => this.#read(context));
      this.readAt = this.clock();
    }
    return this.named;
  }

  async #read(context) {
    const found = Object.keys(this.known).map((name) => {
      const table = context.workbook.tables.getItemOrNullObject(name);
      table.load({ name: true });
      return table;
    });
    await context.sync();
    const there = found.filter((table) => !table.isNullObject).map((table) => {
      const range = table.getRange().load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
      const sheet = table.worksheet.load({ name: true, id: true });
      const used = table.worksheet.getUsedRange(true).load({ rowIndex: true, rowCount: true });
      return { name: table.name, range, sheet, used };
    });
    await context.sync();
    for (const place of there) {
      const { rowIndex, columnIndex, rowCount, columnCount } = place.range;
      const bottom = Math.max(rowIndex + rowCount, this.known[place.name].grows ? place.used.rowIndex + place.used.rowCount : 0);
      place.cells = place.sheet.getRangeByIndexes(rowIndex, columnIndex, bottom - rowIndex, columnCount).load({ values: true });
    }
    await context.sync();
    this.sheets = new Set(there.map(({ sheet }) => sheet.id));
    return Object.fromEntries(there.map(({ name, sheet, range, cells }) =>
      [name, { sheet: sheet.name, row: range.rowIndex, column: range.columnIndex, rows: cells.values }]));
  }

  #changed(event) {
    this.readAt = -Infinity;
    if (this.sheets && event.worksheetId && !this.sheets.has(event.worksheetId)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#calm(), CALM);
  }

  async #calm() {
    const sheets = [...this.following];
    this.following.clear();
    this.onChange();
    if (!sheets.length) return;
    await this.Excel.run(async (context) => {
      const found = sheets.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load({ name: true }));
      await context.sync();
      for (const sheet of found) if (!sheet.isNullObject) sheet.calculate(true);
      await context.sync();
    });
  }

  /** Handles of an earlier session no longer hold: every formula is computed anew, once in a while. */
  recalculateAll() {
    if (this.clock() - this.allAt < RARELY) return;
    this.allAt = this.clock();
    setTimeout(() => this.Excel.run(async (context) => {
      context.workbook.application.calculate(this.Excel.CalculationType?.full ?? "Full");
      await context.sync();
    }), 0);
  }

  /** How many formulas call our functions by names that are another program's. */
  async plainFormulas() {
    return (await this.#ours()).reduce((sum, { cells }) => sum + cells.length, 0);
  }

  /** Spells those as Excel calls this add-in's functions. The sheets that only a password opens. */
  async respell(ask) {
    const locked = [];
    for (const { name, cells } of await this.#ours()) {
      const spelt = await ask("respell", cells.map(({ formula }) => formula));
      try {
        await this.#write(name, cells.map((cell, at) => ({ ...cell, formula: spelt[at] })));
      } catch {
        locked.push(name);
      }
    }
    return locked;
  }

  /** By sheet: where a formula of ours stands that has no add-in's name, and how it reads. */
  async #ours() {
    return this.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ name: true });
      await context.sync();
      const used = sheets.items.map((sheet) => {
        const range = sheet.getUsedRangeOrNullObject().load({ formulas: true, rowIndex: true, columnIndex: true });
        return { name: sheet.name, range };
      });
      await context.sync();
      return used.filter(({ range }) => !range.isNullObject).map(({ name, range }) => ({ name, cells: plainOf(range) }))
        .filter(({ cells }) => cells.length);
    });
  }

  /** A protected sheet is opened, written to, and protected again as it was. */
  async #write(name, cells) {
    await this.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.load({ protected: true, options: true });
      await context.sync();
      const { protected: was, options } = sheet.protection;
      if (was) sheet.protection.unprotect();
      await context.sync();
      for (const { row, column, formula } of cells) sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
      if (was) sheet.protection.protect(options);
      await context.sync();
    });
  }

  /** Shows a cell. False where its sheet is gone. */
  async show(sheet, cell) {
    return this.Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet).load({ name: true });
      await context.sync();
      if (found.isNullObject) return false;
      found.activate();
      found.getRange(cell).select();
      await context.sync();
      return true;
    });
  }
}
