// The engine beside a page that is one file: Python in a worker, so that the page never waits.

let engine = null;

onmessage = async ({ data }) => {
  if (data.parts) engine = boot(data.parts);
  const { id, verb, question } = data;
  try {
    const answer = await engine;
    postMessage(verb ? { id, answer: answer(verb, JSON.stringify(question)) } : { id });
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
};

async function boot({ loader, glue, wasm, stdlib, lock, bundle }) {
  const address = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));
  const made = address(wasm, "application/wasm");
  const own = self.fetch.bind(self);
  // Nothing is fetched from anywhere: what Pyodide asks for is here.
  self.fetch = (asked, options) =>
    own(String(asked?.url ?? asked).endsWith(".wasm") ? made : asked, options);
  const { default: createPyodideModule } = await import(address(glue, "text/javascript"));
  const { loadPyodide } = await import(address(loader, "text/javascript"));
  const python = await loadPyodide({
    indexURL: "memory:///",
    stdLibURL: address(stdlib, "application/zip"),
    lockFileContents: new TextDecoder().decode(lock),
    createPyodideModule,
  });
  python.unpackArchive(bundle, "zip", { extractDir: "/engine" });
  return python.runPython(
    "import sys; sys.path.insert(0, '/engine'); from kemitraan.page import inside; inside.start('/engine/base.pickle'); inside.answer",
  );
}
