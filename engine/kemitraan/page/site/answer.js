// The facts and the answer side by side: what is advised, and what a change makes different.

import { difference, sayAloud } from "./delta.js";
import { fold, h, redraw } from "./dom.js";
import { factsPart } from "./facts.js";
import { count, question, state } from "./state.js";
import { summary } from "./summary.js";
import { whole } from "./whole.js";
import { w } from "./words.js";

let drawn = null;

// What is quick comes first: the facts with the verdicts, then what a change makes different, then
// all of the advice, with what may still change. Until then the advice before stands there, dimmed.
export async function answerView(show, asked) {
  const [form, assumptions, facts] = [
    await asked("form", {}),
    await asked("assumptions", {}),
    await asked("facts", question()),
  ];
  // On a phone the facts stand closed between what is advised in short and all of it.
  const wide = matchMedia("(min-width: 62rem)").matches;
  const first = h("div", { class: "first" });
  const same = drawn?.of === state.scenario && drawn.lang === state.lang;
  const rest = same ? drawn.rest : h("div", { class: "rest" });
  rest.setAttribute("aria-busy", "true");
  redraw(first, summary(null, facts, null), count() ? null : difference(null));
  show(() =>
    h(
      "div",
      { class: "sides" },
      first,
      h(
        "section",
        { class: "facts", "aria-label": w("facts") },
        fold("facts", h("h2", null, w("facts")), () => factsPart(form, facts, assumptions), {
          opened: wide,
        }),
      ),
      rest,
    ),
  );
  const effects = count() ? await asked("whatif", question()) : null;
  redraw(first, summary(null, facts, effects), difference(effects));
  sayAloud(effects);
  const advice = await asked("recommend", question());
  redraw(first, summary(advice, facts, effects), difference(effects));
  const fill = () => redraw(rest, whole(advice, form, facts, fill));
  fill();
  rest.removeAttribute("aria-busy");
  drawn = { of: state.scenario, lang: state.lang, rest };
}
