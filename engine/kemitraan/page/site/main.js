// Draws the page: its frame, the part that is looked at, and that anew after each change.

import { answerView } from "./answer.js";
import { aloud, button, h, redraw } from "./dom.js";
import { ask, Stopped } from "./engine.js";
import { firmView } from "./firm.js";
import { save } from "./give.js";
import { interviewView } from "./interview.js";
import { open } from "./open.js";
import { startView } from "./start.js";
import { asFile, listen, look, read, state } from "./state.js";
import { takeView } from "./take.js";
import { troubleOf } from "./trouble.js";
import { stopped, wait, waited, waiting } from "./waiting.js";
import { w } from "./words.js";

const VIEWS = {
  start: startView,
  answer: answerView,
  interview: interviewView,
  firm: firmView,
  take: takeView,
};
const frame = {
  head: h("header"),
  main: h("main", { id: "main", tabindex: "-1" }),
};
let running = new AbortController();
let drawn = "";

// Draws a view: what it gives at once, then what it gives once the engine has answered.
async function draw() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  if (!Object.hasOwn(VIEWS, state.view)) state.view = "start";
  document.documentElement.lang = state.lang;
  document.title = `${w(state.view)} · kemitraan`;
  head();
  const view = VIEWS[state.view];
  const fresh = drawn !== state.view;
  if (fresh) {
    frame.main.replaceChildren();
    window.scrollTo(0, 0);
  }
  drawn = state.view;
  frame.main.setAttribute("aria-busy", "true");
  wait(stop);
  try {
    await view(
      (...content) => {
        if (!signal.aborted) redraw(frame.main, ...content);
      },
      (verb, question) => asked(verb, question, signal),
    );
  } catch (error) {
    if (signal.aborted || error instanceof Stopped) return;
    redraw(
      frame.main,
      h(
        "section",
        { class: "alert", role: "alert" },
        error.faults ? h("h2", null, w("faults")) : null,
        troubleOf(error),
        error.faults
          ? button(w("back"), () => history.back())
          : button(w("work"), () => save(asFile("sentra")), { "data-k": "work" }),
      ),
    );
  } finally {
    if (!signal.aborted) {
      frame.main.removeAttribute("aria-busy");
      waited();
    }
  }
}

// What is drawn stays; what was asked can be asked again.
function stop() {
  running.abort();
  for (const one of frame.main.querySelectorAll(".wait")) one.textContent = "–";
  frame.main.removeAttribute("aria-busy");
  stopped(draw);
}

// Asks the engine; faults end the drawing of a view.
async function asked(verb, question, signal) {
  const answer = await ask(verb, question, signal);
  if (signal.aborted) throw new Stopped();
  if (answer.kind === "faults") throw Object.assign(new Error("faults"), { faults: answer.faults });
  return answer;
}

function head() {
  const names = state.scenario ? Object.keys(VIEWS) : ["start"];
  redraw(
    frame.head,
    h("div", { class: "brand" }, h("span", { class: "mark", "aria-hidden": "true" }), "kemitraan"),
    h(
      "nav",
      { "aria-label": w("views") },
      names.map((name) =>
        button(w(name), () => look({ view: name }), {
          "aria-current": state.view === name ? "page" : null,
          "data-k": `view ${name}`,
        }),
      ),
    ),
    button(w("other"), () => look({ lang: state.lang === "en" ? "id" : "en" }), {
      class: "lang",
      lang: state.lang === "en" ? "id" : "en",
      "data-k": "lang",
    }),
  );
}

addEventListener("popstate", () => {
  read();
  draw();
});
addEventListener("hashchange", () => {
  read();
  draw();
});
addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});
addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (file) {
    event.preventDefault();
    open(file);
  }
});

document.body.append(
  h(
    "a",
    {
      class: "skip",
      href: "#main",
      onclick: (event) => {
        event.preventDefault();
        frame.main.focus();
      },
    },
    w("skip"),
  ),
  frame.head,
  frame.main,
  waiting,
  aloud,
);
listen(draw);
read();
draw();
