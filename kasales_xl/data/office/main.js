// Where the add-in begins: Office's runtime, Python in its worker, the cells, the pane.

import { Cells } from "./cells.js";
import { FUNCTIONS, TABLES } from "./functions.js";
import { Kernel } from "./kernel.js";
import { Pane } from "./pane.js";
import { WORDS } from "./words.js";
import { Workbook } from "./workbook.js";

export async function start({ Office, Excel, CustomFunctions, document, worker }) {
  const lang = /^zh/i.test(Office.context?.displayLanguage ?? "zh") ? "zh" : "en";
  const words = WORDS[lang];
  const workbook = new Workbook({ Excel, tables: TABLES });
  let pane = null;
  const kernel = new Kernel(worker, (stage, why) => pane?.stage(stage, why));
  const ask = (what, value) => kernel.ask(what, value);
  const cells = new Cells({ functions: FUNCTIONS, ask, workbook, words, lang, CustomFunctions });
  cells.bind();
  pane = new Pane({ document, ask, workbook, words, lang });
  workbook.onChange = () => pane.refresh();
  await workbook.start();
  return { cells, kernel, pane, workbook };
}
