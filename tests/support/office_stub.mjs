// Not Office, but as strict: a property can be read only after load and sync, what is not there is a null
// object, and cells call their functions one by one. Runs under Node and in a browser.

export class Fault extends Error {
  constructor(code, message) {
    super(message ?? "");
    this.code = code;
  }
}

/** Office's CustomFunctions: `call` is a cell that asks. */
export function customFunctions() {
  const bound = {};
  return {
    Error: Fault,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidReference: "#REF!" },
    associate: (id, run) => { bound[id] = run; },
    bound,
    call: (id, values, address) => bound[id](...values, { address, functionName: id }),
  };
}

/** An object of the Office API: what `load` asked for can be read once `sync` has run. */
class Proxied {
  constructor(context, values, methods = {}) {
    this.context = context;
    this.wanted = {};
    for (const name of Object.keys(values)) {
      Object.defineProperty(this, name, {
        get: () => {
          if (!this.wanted[name]) throw new Error(`${name} was not loaded and synchronised`);
          return this.wanted[name]();
        },
        set: (value) => context.later(() => { this.asked[name].set(value); }),
      });
    }
    this.asked = Object.fromEntries(Object.entries(values).map(([name, get]) =>
      [name, typeof get === "function" ? { get } : get]));
    Object.assign(this, methods);
  }

  load(names) {
    const wanted = typeof names === "string" ? names.split(",") : Array.isArray(names) ? names : Object.keys(names);
    this.context.later(() => {
      if (this.absent) return;
      for (const name of wanted) {
        const value = this.asked[name.trim()].get();
        this.wanted[name.trim()] = () => value;
      }
    });
    return this;
  }
}

const nullable = (context, absent, values, methods) => {
  const object = new Proxied(context, values, methods);
  object.absent = absent;
  let synced = false;
  context.later(() => { synced = true; });
  Object.defineProperty(object, "isNullObject", {
    get: () => {
      if (!synced) throw new Error("isNullObject before sync");
      return absent;
    },
  });
  return object;
};

const column = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** sheets: {name: {cells: rows, tables: {name: [row, column, rows, columns]}}}, mutable and shared. */
export function excel(sheets) {
  const log = { calculated: [], unprotected: [], selected: null, active: null, syncs: 0 };
  const changed = [];
  const at = (sheet, row, col) => sheets[sheet].cells[row]?.[col] ?? "";

  function range(context, sheet, row, col, rows, columns) {
    return new Proxied(context, {
      rowIndex: () => row, columnIndex: () => col, rowCount: () => rows, columnCount: () => columns,
      values: () => Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => at(sheet, row + r, col + c))),
      formulas: {
        get: () => Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => sheets[sheet].formulas?.[`${row + r},${col + c}`] ?? at(sheet, row + r, col + c))),
        set: (value) => value.forEach((cells, r) => cells.forEach((cell, c) => {
          if (sheets[sheet].protected) throw new Error("AccessDenied");
          if (typeof cell === "string" && cell.startsWith("=")) sheets[sheet].formulas[`${row + r},${col + c}`] = cell;
        })),
      },
    }, {
      select: () => context.later(() => { log.selected = [sheet, row, col]; }),
      getCell: (r, c) => range(context, sheet, row + r, col + c, 1, 1),
    });
  }

  function worksheet(context, name) {
    const absent = !(name in sheets);
    return nullable(context, absent, { name: () => name, id: () => `{${name}}` }, {
      getUsedRange: () => {
        const rows = sheets[name].cells;
        return range(context, name, 0, 0, rows.length, Math.max(...rows.map((row) => row.length)));
      },
      getUsedRangeOrNullObject: () => {
        const rows = sheets[name].cells;
        const used = range(context, name, 0, 0, rows.length, Math.max(0, ...rows.map((row) => row.length)));
        let synced = false;
        context.later(() => { synced = true; });
        Object.defineProperty(used, "isNullObject", { get: () => { if (!synced) throw new Error("sync"); return !rows.length; } });
        return used;
      },
      getRangeByIndexes: (...place) => range(context, name, ...place),
      getRange: (address) => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address);
        return range(context, name, Number(row) - 1, column(letters), 1, 1);
      },
      protection: new Proxied(context, {
        protected: () => Boolean(sheets[name]?.protected),
        options: () => ({ allowSort: true }),
      }, {
        unprotect: () => context.later(() => {
          if (sheets[name].protected === "password") throw new Error("AccessDenied");
          log.unprotected.push(name);
          sheets[name].protected = false;
        }),
        protect: (options) => context.later(() => { sheets[name].protected = options; }),
      }),
      activate: () => context.later(() => { log.active = name; }),
      calculate: (all) => context.later(() => { log.calculated.push([name, all]); Excel.onCalculate?.(name); }),
    });
  }

  function workbook(context) {
    return {
      tables: {
        getItemOrNullObject: (wanted) => {
          const [sheet] = Object.entries(sheets).find(([, { tables }]) => tables && wanted in tables) ?? [""];
          const place = sheets[sheet]?.tables[wanted];
          const table = nullable(context, !place, { name: () => wanted }, {
            getRange: () => range(context, sheet, ...place),
          });
          Object.defineProperty(table, "worksheet", { get: () => worksheet(context, sheet) });
          return table;
        },
      },
      worksheets: {
        getItemOrNullObject: (name) => worksheet(context, name),
        get items() { return this.found(); },
        getItem: (name) => worksheet(context, name),
        load(names) {
          const all = Object.keys(sheets).map((name) => worksheet(context, name).load(names));
          context.later(() => { this.found = () => all; });
          return this;
        },
        found: () => { throw new Error("items was not loaded and synchronised"); },
        onChanged: { add: (handler) => changed.push(handler) },
      },
      application: { calculate: (kind) => context.later(() => { log.calculated.push(["*", kind]); Excel.onCalculate?.("*"); }) },
    };
  }

  const Excel = {
    CalculationType: { full: "Full" },
    log,
    sheets,
    /** Somebody types into a cell. */
    type: async (sheet, row, col, value) => {
      while (sheets[sheet].cells.length <= row) sheets[sheet].cells.push([]);
      sheets[sheet].cells[row][col] = value;
      for (const handler of changed) await handler({ worksheetId: `{${sheet}}`, address: "" });
    },
    run: async (work) => {
      const steps = [];
      const context = { later: (step) => steps.push(step), sync: async () => { log.syncs++; while (steps.length) steps.shift()(); } };
      context.workbook = workbook(context);
      const result = await work(context);
      await context.sync();
      return result;
    },
  };
  return Excel;
}
