// What the file holds, packed: each part is unpacked when somebody looks at it, and kept.

import { byId } from "./dom.js";

const kept = new Map();

/** The part of that name as the program wrote it. Rejects where the file has no such part. */
export function part(name) {
  if (!kept.has(name)) kept.set(name, unpacked(name));
  return kept.get(name);
}

async function unpacked(name) {
  const held = byId("d-" + name);
  if (!held) throw new Error("no part " + name);
  const said = held.textContent.trim();
  // read once; the text need not stay in memory twice
  held.textContent = "";
  const stream = new Blob([bytes(said)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function bytes(said) {
  const raw = atob(said);
  const made = new Uint8Array(raw.length);
  for (let n = 0; n < raw.length; n++) made[n] = raw.charCodeAt(n);
  return made;
}
