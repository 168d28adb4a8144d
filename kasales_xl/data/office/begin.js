// The page's one start; everything else can be started by a test with stand-ins for Office.

import { start } from "./main.js";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
start({ Office, Excel: globalThis.Excel, CustomFunctions, document, worker });
