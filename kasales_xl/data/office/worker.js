// Python lives in a worker of its own: while it starts or counts, the pane and Excel stay alive.

import { loadPyodide } from "./python/pyodide.mjs";
import { startPython } from "./python.js";

const base = new URL("./python/", import.meta.url).href;

async function read(name) {
  const answer = await fetch(base + name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const tell = (stage) => postMessage({ stage });
const started = startPython({ loadPyodide, base, read, tell });
started.then(
  () => postMessage({ stage: "ready" }),
  (error) => postMessage({ stage: "failed", why: String(error?.message ?? error) }),
);

onmessage = async ({ data: { id, what, text } }) => {
  try {
    const { ask } = await started;
    postMessage({ id, text: ask(what, text) });
  } catch (error) {
    postMessage({ id, why: String(error?.message ?? error) });
  }
};
