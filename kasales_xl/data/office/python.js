// Starts Python from the add-in's own files and hands texts over. A worker calls it in Excel, tests call it
// under Node; nothing here is fetched from anywhere but `base`.

/**
 * loadPyodide: Pyodide's own. base: where its files and our archives stand. read: the bytes of one of them by
 * its name. tell: told the stage, "python", "packages" or "functions". Returns ask(what, text) → text.
 */
export async function startPython({ loadPyodide, base, read, tell = () => {} }) {
  tell("python");
  const list = JSON.parse(new TextDecoder().decode(await read("packages.json")));
  const [python, ...archives] = await Promise.all([
    loadPyodide({ indexURL: base, env: list.env ?? {} }),
    ...list.archives.map(read),
  ]);
  tell("packages");
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  for (const archive of archives) python.unpackArchive(archive, "zip", { extractDir: folder });
  tell("functions");
  python.runPython("import importlib; importlib.invalidate_caches()");
  const bridge = python.pyimport("kasales_xl.hosts.officejs.bridge");
  return { python, ask: (what, text) => bridge.ask(what, text) };
}
