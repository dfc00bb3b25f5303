// Starts a page that is one file: unpacks its parts, starts the engine, then the page.

const MODULES = "MODULES";
const part = async (name) => {
  const packed = Uint8Array.from(atob(document.getElementById(name).textContent), (one) =>
    one.charCodeAt(0),
  );
  return new Uint8Array(
    await new Response(
      new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")),
    ).arrayBuffer(),
  );
};
const address = (content) => URL.createObjectURL(new Blob([content], { type: "text/javascript" }));
const waiting = new Map();
let last = 0;

const worker = new Worker(address(await part("worker.js")));
worker.onmessage = ({ data }) => {
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.failed) reject(new Error("failed", { cause: data.failed }));
  else resolve(data.answer);
};
worker.onerror = () => {
  for (const one of waiting.values()) one.reject(new Error("failed"));
};
const sent = (message, moved = []) =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ ...message, id: last }, moved);
  });

const parts = {};
for (const name of ["loader", "glue", "wasm", "stdlib", "lock", "bundle"])
  parts[name] = await part(name);
const started = sent(
  { parts },
  Object.values(parts).map((one) => one.buffer),
);

// One question at a time: what nobody waits for any more is never asked.
let before = started;
function overWorker(verb, question, signal) {
  const turn = before.then(() => {
    if (signal?.aborted) throw new Error("stopped");
    return sent({ verb, question });
  });
  before = turn.catch(() => {});
  return turn;
}

const found = {};
for (const name of MODULES) {
  const code = new TextDecoder()
    .decode(await part(name))
    .replace(/"\.\/(\w+\.js)"/g, (_, other) => JSON.stringify(found[other]));
  found[name] = address(code);
}
(await import(found["engine.js"])).through(overWorker);
await import(found["main.js"]);
// The licences stand below all else.
document.body.append(document.querySelector("footer"));
