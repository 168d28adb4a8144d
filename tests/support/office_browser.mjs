// Runs under Node: the add-in's site in a real Chromium without a window. Not a test: office_browser.Browser
// starts it. One JSON order a line, one JSON answer a line.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [packages, program, base, log] = process.argv.slice(2);
const { chromium } = createRequire(`${packages}/node_modules/`)("playwright-core");
const stub = readFileSync(new URL("./office_stub.mjs", import.meta.url), "utf8").replace(/^export /gm, "");
// nothing but this computer can be found, and every address that the browser asks for is written down
const rules = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost";
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const browser = await chromium.launch({
  executablePath: program,
  args: [...quiet, rules, `--log-net-log=${log}`, "--net-log-capture-mode=Default"],
});
const asked = [], said = [];
let context, page;

async function open({ path, sheets, lang, office }) {
  await context?.close();
  said.length = 0;
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 350, height: 720 } });
  context.on("request", (request) => asked.push(request.url()));
  page = await context.newPage();
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  if (!office) {
    const body = `{${stub}
      const functions = customFunctions();
      globalThis.CustomFunctions = functions;
      globalThis.Excel = excel(${JSON.stringify(sheets)});
      globalThis.Office = { onReady: async () => ({ host: "Excel" }), context: { displayLanguage: ${JSON.stringify(lang)} } };
    }`;
    await page.route("**/office/office.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
  const began = performance.now();
  await page.goto(`${base}/${path}`);
  return performance.now() - began;
}

const doing = {
  open,
  until: async ({ selector }) => {
    const began = performance.now();
    await page.waitForSelector(`${selector}, #status.failed`, { timeout: 200000 });
    const failed = await page.locator("#status.failed").allInnerTexts();
    if (failed.length && !selector.includes("failed")) throw new Error(failed[0]);
    return performance.now() - began;
  },
  run: ({ code }) => page.evaluate(code),
  click: ({ selector }) => page.click(selector),
  fill: ({ selector, text }) => page.fill(selector, text),
  text: ({ selector }) => page.locator(selector).allInnerTexts(),
  picture: async ({ path }) => { await page.screenshot({ path, fullPage: true }); },
  said: () => said,
  asked: () => asked,
  stop: async () => { await browser.close(); },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { order, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = { answer: (await doing[order](given)) ?? null };
  } catch (error) {
    answer = { failed: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
