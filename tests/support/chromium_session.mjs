// Runs under Node: drives Chromium, one order a line as JSON, one answer a line. Not a test: chromium.Browser
// starts it with the folder of the Node packages and the path of Chromium.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [, , folder, program] = process.argv;
const packages = createRequire(`${folder}/package.json`);
const { chromium } = packages("playwright-core");
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf-8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: program, args: flags });

let page = null;
let said = [];
let asked = [];

const ORDERS = {
  /** A new window: width, height, dark; what the last one said and asked for is forgotten. */
  async window({ width = 1280, height = 900, dark = false }) {
    if (page) await page.context().close();
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
    page = await context.newPage();
    [said, asked] = [[], []];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error.message}`));
    page.on("request", (request) => asked.push(request.url()));
  },
  /** Opens an address and waits until the page is drawn; milliseconds that took. */
  async open({ url }) {
    await page.goto("about:blank");
    asked = [];
    const start = performance.now();
    await page.goto(url);
    await page.waitForSelector("html[data-ready]", { timeout: 20000 });
    return performance.now() - start;
  },
  /** Leads to a route of the open page. */
  async go({ route }) {
    await page.evaluate(async (wanted) => {
      if (location.hash !== wanted) location.hash = wanted;
    }, `#${route}`);
    await page.waitForFunction((wanted) => document.documentElement.dataset.shown === wanted, `#${route}`);
  },
  evaluate: ({ script, given }) => page.evaluate(new Function("given", `return (${script})(given)`), given),
  click: ({ what }) => page.click(what, { timeout: 5000 }),
  type: ({ what, text }) => page.fill(what, text),
  choose: ({ what, value }) => page.selectOption(what, value),
  press: ({ key }) => page.keyboard.press(key),
  wait: ({ script }) => page.waitForFunction(new Function(`return (${script})`), null, { timeout: 8000 }).then(() => true),
  said: async () => said,
  asked: async () => asked,
  picture: ({ path, whole = true }) => page.screenshot({ path, fullPage: whole }).then(() => path),
  paper: ({ path }) => page.pdf({ path, preferCSSPageSize: true, printBackground: true }).then(() => path),
  /** Rules that are broken, each with where. The program is run beside the page, past its policy. */
  async axe() {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")} ${rule.nodes[0].failureSummary}`);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { order, ...given } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ answer: (await ORDERS[order](given)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message || error) }));
  }
}
await browser.close();
process.exit(0);
