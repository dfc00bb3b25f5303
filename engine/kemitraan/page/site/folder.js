// Starts a page that lies in a folder of a web server, and keeps it for times without a network.

import { apart } from "./apart.js";
import { through } from "./engine.js";

const SIZES = "SIZES";
const all = Object.values(SIZES).reduce((sum, one) => sum + one, 0);
let here = 0;
let kept = false;

async function fetched(name) {
  const response = await fetch(new URL(`${name}.bin`, import.meta.url));
  if (!response.ok) throw new Error(name);
  const pieces = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return [name, new Blob(pieces)];
    pieces.push(value);
    here += value.length;
    starting("fetch", here / all);
  }
}

const at = (name) => new URL(name, import.meta.url).href;
const parts = Object.fromEntries(await Promise.all(Object.keys(SIZES).map(fetched)));
const code = { loader: at("pyodide.js"), glue: at("pyodide.asm.js") };
through(apart(at("worker.js"), { parts, packed: true, code }, told));
await import("./main.js");
document.querySelector("main").before(document.getElementById("starting") ?? "");
document.body.append(document.querySelector("footer"));

function told(step) {
  starting(step);
  // What the page still needs comes first.
  if (step !== "answered" || kept) return;
  kept = true;
  // Where it cannot be kept, the page is as good for now.
  navigator.serviceWorker?.register(new URL("../offline.js", import.meta.url)).catch(() => {});
}
