// Runs under Node: the add-in's own scripts and Python from a built site, with Office stood in for. Not a test:
// office_site.Session starts it with the site's folder. One JSON question a line, one JSON answer a line.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { customFunctions, excel } from "./office_stub.mjs";

const site = process.argv[2];
const part = (name) => import(pathToFileURL(`${site}/${name}`));
const began = performance.now();
const { loadPyodide } = await part("python/pyodide.mjs");
const { startPython } = await part("python.js");
const { Cells } = await part("cells.js");
const { Kernel } = await part("kernel.js");
const { Workbook } = await part("workbook.js");
const { FUNCTIONS, TABLES } = await part("functions.js");
const { WORDS } = await part("words.js");

const stages = [];
const read = async (name) => new Uint8Array(await readFile(`${site}/python/${name}`));
const worked = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const tell = (stage) => stages.push([stage, performance.now() - began, worked()]);
const { python, ask } = await startPython({ loadPyodide, base: `${site}/python/`, read, tell }).catch((error) => {
  // its stack is a megabyte of somebody else's script
  console.error(String(error.message).slice(-2000));
  process.exit(1);
});
tell("ready");

const plain = (value) => (value instanceof Error ? { error: value.code, message: value.message } : value);

const sessions = {};
function session(lang = "zh", sheets = {}, broken = "") {
  const functions = customFunctions();
  const Excel = excel(sheets);
  const workbook = new Workbook({ Excel, tables: TABLES });
  // the worker's side is the browser's; here Python is asked where it is, or a worker that failed stands in
  const worker = { postMessage: ({ id, what, text }) => worker.onmessage({ data: { id, text: ask(what, text) } }) };
  const kernel = new Kernel(worker);
  if (broken) worker.onmessage({ data: { stage: "failed", why: broken } });
  const answer = (what, value) => kernel.ask(what, value);
  const cells = new Cells({ functions: FUNCTIONS, ask: answer, workbook, words: WORDS[lang], lang, CustomFunctions: functions });
  cells.bind();
  return { functions, Excel, workbook, cells, ask: answer };
}
sessions.plain = session();

const doing = {
  stages: () => stages,
  environment: (values) => {
    python.globals.set("values", JSON.stringify(values));
    python.runPython("import json, os; os.environ.update(json.loads(values))");
  },
  open: async ({ name, lang, sheets, broken }) => {
    sessions[name] = session(lang, sheets, broken);
    await sessions[name].workbook.start();
  },
  cells: async ({ name = "plain", calls }) => {
    const { functions, cells } = sessions[name];
    const before = cells.crossings, start = performance.now(), busy = worked();
    const settled = await Promise.allSettled(calls.map(([id, values, address]) => functions.call(id, values, address)));
    const spent = performance.now() - start, done = worked() - busy;
    const answers = settled.map(({ status, value, reason }) =>
      status === "fulfilled" ? value.map((row) => row.map(plain)) : plain(reason));
    return { answers, crossings: cells.crossings - before, spent, worked: done };
  },
  type: async ({ name, sheet, row, column, value }) => {
    await sessions[name].Excel.type(sheet, row, column, value);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return sessions[name].Excel.log;
  },
  log: ({ name }) => sessions[name].Excel.log,
  show: ({ name, sheet, cell }) => sessions[name].workbook.show(sheet, cell),
  ask: async ({ what, value }) => sessions.plain.ask(what, value),
  python: ({ code }) => python.runPython(code) ?? null,
};

for await (const line of createInterface({ input: process.stdin })) {
  const { what, value } = JSON.parse(line);
  let answer;
  try {
    answer = { answer: (await doing[what](value)) ?? null };
  } catch (error) {
    answer = { failed: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
