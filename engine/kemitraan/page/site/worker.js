// The engine beside a page that has it along: Python in a worker, so that the page never waits.

const TYPES = { loader: "text/javascript", glue: "text/javascript", wasm: "application/wasm" };
let engine = null;

onmessage = async ({ data }) => {
  if (data.parts) {
    engine = boot(data);
    engine.then(
      () => postMessage({ ready: true }),
      (error) => postMessage({ broken: String(error) }),
    );
    return;
  }
  try {
    const answer = await engine;
    postMessage({ answer: answer(data.verb, JSON.stringify(data.question)) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};

// `parts` are packed: as letters in a page, or as files; or as an earlier worker unpacked them.
async function boot({ parts, packed, code }) {
  const all = packed ? await unpacked(parts) : parts;
  postMessage({ step: "python", kept: all });
  const { loader, glue } = code || all;
  // Pyodide wants a worker that is a module, which a page opened from a disk cannot have. It calls
  // this to tell, and needs nothing else in which they differ.
  self.importScripts = null;
  const [{ loadPyodide }, { default: createPyodideModule }, lock, bundle] = await Promise.all([
    import(address(loader)),
    import(address(glue)),
    all.lock.text(),
    all.bundle.arrayBuffer(),
  ]);
  // Nothing is fetched from anywhere: what Pyodide asks for is here.
  self.fetch = async (asked) =>
    new Response(String(asked?.url ?? asked).endsWith(".zip") ? all.stdlib : null);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: all.wasm,
    instance: await WebAssembly.instantiate(all.wasm, imports),
  });
  const python = await loadPyodide({
    indexURL: "memory:///",
    lockFileContents: lock,
    createPyodideModule,
  });
  postMessage({ step: "rules" });
  python.unpackArchive(bundle, "zip", { extractDir: "/engine" });
  return python.runPython(
    "import sys; sys.path.insert(0, '/engine'); from kemitraan.page import inside; inside.start('/engine/base.pickle'); inside.answer",
  );
}

// The compiled module and the files can be handed to another worker as they are.
async function unpacked(parts) {
  const made = await Promise.all(
    Object.entries(parts).map(async ([name, one]) => {
      const content = new Blob([typeof one === "string" ? bytesOf(one) : one]);
      const response = new Response(content.stream().pipeThrough(new DecompressionStream("gzip")), {
        headers: { "Content-Type": TYPES[name] || "application/octet-stream" },
      });
      const whole = name === "wasm" ? WebAssembly.compileStreaming(response) : response.blob();
      return [name, await whole];
    }),
  );
  return Object.fromEntries(made);
}

function bytesOf(letters) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(letters);
  const found = atob(letters);
  const bytes = new Uint8Array(found.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = found.charCodeAt(at);
  return bytes;
}

const address = (one) => (one instanceof Blob ? URL.createObjectURL(one) : one);
