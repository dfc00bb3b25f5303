// All of the advice below its first screen: plan, questions, conditions, map, and the rest.

import { fold, h } from "./dom.js";
import { actorMap } from "./map.js";
import { line } from "./proof.js";
import { t } from "./state.js";
import { names } from "./summary.js";
import { w } from "./words.js";

const FEW = 6;

export function whole(advice, form, facts, again) {
  const part = (key, content) =>
    content.flat(Infinity).filter(Boolean).length
      ? h("section", { class: `part part-${key}` }, h("h2", null, w(key)), content)
      : null;
  const lines = (entries, extra = () => "") =>
    entries.map((one) => line(one, [t(one.label), " ", h("span", { class: "quiet" }, extra(one))]));
  const further = (section) => lines(advice.further.filter((one) => one.section === section));
  const doing = part("plan", plan(advice.strategies));
  const asking = part("questions", [questions(advice.questions)]);
  return [
    // While all is open, to ask comes before to do.
    ...(advice.readiness.possible.length > 1 ? [asking, doing] : [doing, asking]),
    part("gates", [
      ...advice.readiness.gates.map((one) =>
        line(one, [
          h("span", { class: `state state-${one.status.id}` }, t(one.status.label)),
          " ",
          t(one.label),
          " ",
          h("span", { class: "quiet" }, `${t(one.gate_of.label)}. ${one.because.map(t).join(" ")}`),
        ]),
      ),
      further("readiness"),
    ]),
    part(
      "map",
      advice.actors.some((one) => one.present)
        ? [
            actorMap(advice.actors, form, facts.actors, again),
            missing(advice.actors),
            further("actors"),
          ]
        : [],
    ),
    part("diagnosis", [
      lines(advice.diagnoses),
      lines(advice.causes),
      further("diagnoses"),
      further("causes"),
    ]),
    part("needs", [lines(advice.needs, (one) => t(one.priority.label)), further("needs")]),
    part("gaps", [lines(advice.gaps), further("gaps")]),
    part("potential", [
      ["strong", "developing", "weak", "unknown"].map((level) =>
        advice.potential[level].length
          ? h("p", { class: "level" }, h("b", null, w(level)), ": ", names(advice.potential[level]))
          : null,
      ),
      further("potential"),
    ]),
    part("routes", [
      lines(advice.routes, (one) => `${t(one.partner)}. ${t(one.first)}`),
      lines(advice.patterns, (one) => t(one.position)),
      further("routes"),
    ]),
    part("warnings", [
      lines(advice.warnings),
      lines(advice.practice),
      further("warnings"),
      further("practice"),
    ]),
  ];
}

function missing(actors) {
  const absent = actors.filter((one) => !one.present);
  return absent.length ? h("p", { class: "quiet" }, `${w("missing")}: ${names(absent)}`) : null;
}

function plan(steps) {
  return ["now", "next", "later", "done"].map((phase) => {
    const found = steps.filter((one) => one.phase === phase);
    return found.length
      ? h(
          "div",
          { class: `phase phase-${phase}` },
          h("h3", null, w(phase), " ", h("span", { class: "quiet" }, found.length)),
          h(
            "ol",
            null,
            found.map((one) => h("li", null, step(one))),
          ),
        )
      : null;
  });
}

function step(one) {
  const leads = one.actor.length
    ? names(one.actor)
    : one.kind
      ? `${t(one.kind.label)} (${w("nobody")})`
      : w("all");
  const row = (key, text) => (text ? [h("dt", null, w(key)), h("dd", null, text)] : null);
  return line(
    one,
    [
      h("b", null, t(one.programme)),
      h("span", { class: "quiet" }, ` ${leads}`),
      one.after.length
        ? h("span", { class: "quiet" }, ` · ${w("after")}: ${names(one.after)}`)
        : null,
    ],
    {
      more: [
        h(
          "dl",
          null,
          row("with", names(one.together_with)),
          row("output", t(one.output)),
          row("measure", t(one.indicator)),
          row("because", names(one.answers)),
          row("takes", t(one.takes?.label)),
          row("cost", t(one.cost?.label)),
          row("funding", t(one.funding)),
        ),
      ],
    },
  );
}

// What a question is about, where it does not say so itself.
function about({ question, subjects }) {
  const told = names(subjects);
  const clear = subjects.every((one) => one.id === "sentra") || t(question).startsWith(told);
  return clear ? "" : ` · ${told}`;
}

function questions(found) {
  const item = (one) =>
    h(
      "li",
      null,
      t(one.question),
      " ",
      h("span", { class: "quiet" }, w("ask", { who: t(one.informants) }), about(one)),
    );
  return found.length
    ? [
        h("ol", null, found.slice(0, FEW).map(item)),
        found.length > FEW
          ? fold("questions", w("more", { n: found.length - FEW }), () =>
              h("ol", { start: FEW + 1 }, found.slice(FEW).map(item)),
            )
          : null,
      ]
    : null;
}
