// Says that the page computes; where that takes long, with a button that stops it.

import { button, h } from "./dom.js";
import { w } from "./words.js";

const SHORT = 250;
const LONG = 2000;
const live = h("span", { role: "status", "aria-live": "polite" });
const beside = h("span");
export const waiting = h("div", { class: "waiting" }, live, beside);
let timers = [];

// Begins to wait; `stop` is what the button does.
export function wait(stop) {
  timers.forEach(clearTimeout);
  beside.replaceChildren();
  timers = [
    setTimeout(() => {
      live.textContent = w("working");
    }, SHORT),
    setTimeout(() => offer("stop", stop), LONG),
  ];
}

export function waited() {
  timers.forEach(clearTimeout);
  live.textContent = "";
  beside.replaceChildren();
}

// Says that nothing is computed any more, and offers to do it after all.
export function stopped(again) {
  const within = beside.contains(document.activeElement);
  waited();
  live.textContent = w("stopped");
  offer("again", again);
  if (within) beside.firstChild.focus();
}

function offer(name, does) {
  beside.replaceChildren(button(w(name), does, { "data-k": name }));
}
