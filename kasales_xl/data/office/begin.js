// The page's one start; everything else can be started by a test with stand-ins for Office.

import { start } from "./main.js";
import { WORDS } from "./words.js";

const { host } = await Office.onReady();
if (host === "Excel" || host === Office.HostType?.Excel) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  await start({ Office, Excel, CustomFunctions, document, worker });
} else {
  const status = document.getElementById("status");
  status.textContent = Object.values(WORDS).map((words) => words["not-excel"]).join(" ");
  status.className = "failed";
}
