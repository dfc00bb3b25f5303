// Starts a page that is one file: hands its parts to the engine, unpacks the page's own code.

const MODULES = "MODULES";
const packed = (name) => document.getElementById(name).textContent;
const bytesOf = (letters) => Uint8Array.from(atob(letters), (one) => one.charCodeAt(0));
const text = (name) =>
  new Response(
    new Blob([bytesOf(packed(name))]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).text();
const address = (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));

const codes = await Promise.all(MODULES.map(text));
const found = {};
for (const [at, name] of MODULES.entries())
  found[name] = address(
    codes[at].replace(/"\.\/(\w+\.js)"/g, (_, other) => JSON.stringify(found[other])),
  );
const { apart } = await import(found["apart.js"]);
const parts = Object.fromEntries(
  ["wasm", "loader", "glue", "stdlib", "lock", "bundle"].map((name) => [name, packed(name)]),
);
const asked = apart(address(await text("worker.js")), { parts, packed: true }, starting);
(await import(found["engine.js"])).through(asked);
await import(found["main.js"]);

document.querySelector("main").before(document.getElementById("starting") ?? "");
// The licences stand below all else.
const licences = document.querySelector("footer");
document.body.append(licences);
licences.querySelector("details").addEventListener("toggle", async () => {
  licences.querySelector("pre").textContent = await text("licences");
});
