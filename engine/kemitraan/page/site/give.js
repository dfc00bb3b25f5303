// Gives a file to keep: one that is here, or one that the engine makes when it is asked for.

import { button, h } from "./dom.js";
import { Stopped } from "./engine.js";
import { bytesOf } from "./state.js";
import { troubleOf } from "./trouble.js";
import { w } from "./words.js";

const TYPES = {
  html: "text/html",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  yaml: "application/yaml",
};

export function save({ file, text, base64 }) {
  const type = TYPES[file.split(".").pop()];
  const content = new Blob([base64 === undefined ? text : bytesOf(base64)], { type });
  const link = h("a", { href: URL.createObjectURL(content), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// A button that asks for a file, and below it how that goes.
export function made(key, asked, attributes) {
  const place = h("p", { role: "status" });
  const act = async () => {
    place.textContent = w("working");
    try {
      save(await asked());
      place.replaceChildren();
    } catch (error) {
      if (!(error instanceof Stopped)) place.replaceChildren(troubleOf(error));
    }
  };
  return [button(w(key), act, { "data-k": key, ...attributes }), place];
}
