// The facts and the answer side by side: what is advised, and what a change makes different.

import { aloud, button, fold, h, list, redraw } from "./dom.js";
import { factsPart } from "./facts.js";
import { actorMap } from "./map.js";
import { line } from "./proof.js";
import { change, count, question, state, t } from "./state.js";
import { has, number, w } from "./words.js";

const FEW = 6;

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
  const n = effects ? changedLines(effects).length : 0;
  aloud.textContent = effects ? (n ? w("lines", { n: number(n) }) : w("same")) : "";
  const advice = await asked("recommend", question());
  redraw(first, summary(advice, facts, effects), difference(effects));
  const fill = () => redraw(rest, whole(advice, form, facts, fill));
  fill();
  rest.removeAttribute("aria-busy");
  drawn = { of: state.scenario, lang: state.lang, rest };
}

// The verdicts as they are known first: without what they rest on, and what may change them.
const NOTHING = { because: [], focus: [], waits_for: [], lacking: [], hangs_on: [] };
const soon = (facts) => ({
  readiness: {
    ...NOTHING,
    partnership: facts.readiness,
    possible: [],
    at_most_because: [],
    depends_on: [],
  },
  partnership_types: facts.heads.map((one) => ({ ...NOTHING, ...one })),
});

const names = (entries) => entries.map((one) => t(one.label)).join(", ");

// The first screen

export function summary(advice, facts, effects, heading = "h1") {
  const { readiness: ready, partnership_types: types } = advice || soon(facts);
  const about = [t(facts.about), facts.assessed_on].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "summary" },
    h(heading, { class: "title" }, facts.name),
    about ? h("p", { class: "quiet" }, about) : null,
    h(
      "div",
      { class: "heads" },
      readiness(ready),
      types.map((one) => verdict(one, effects)),
    ),
  );
}

function verdict(one, effects) {
  const moved = effects?.sections.some((s) => s.changed.some((e) => e.id === one.type));
  return h(
    "div",
    { class: `head verdict-${one.verdict.id}${moved ? " moved" : ""}` },
    line(
      one,
      [
        h("span", { class: "over" }, t(one.label)),
        h("span", { class: "told" }, t(one.verdict.label), one.fit ? `, ${t(one.fit.label)}` : ""),
        h("span", { class: "sure" }, sure(one)),
      ],
      {
        more: [
          one.because.length
            ? h("p", null, `${w("because")}: ${one.because.map(t).join(" ")}`)
            : null,
          one.focus.length ? h("p", null, `${w("focus")}: ${names(one.focus)}`) : null,
          one.waits_for.length ? h("p", null, `${w("waits")}: ${names(one.waits_for)}`) : null,
          one.lacking.length ? h("p", null, `${w("lacking")}: ${names(one.lacking)}`) : null,
          one.hangs_on.length ? h("p", null, w("hangs", { what: names(one.hangs_on) })) : null,
        ].filter(Boolean),
      },
    ),
  );
}

const sure = ({ may_change: open }) => (open ? w(open.length ? "open" : "settled") : "…");

function readiness(ready) {
  const one = ready.partnership;
  const most =
    ready.at_most && ready.at_most.id !== one?.id
      ? h("p", null, w("atMost", { what: t(ready.at_most.label) }))
      : null;
  return h(
    "div",
    { class: `head ready ready-${one?.id || "open"}` },
    line(
      one || { conclusion: "" },
      [
        h("span", { class: "over" }, w("readiness")),
        h("span", { class: "told" }, one ? t(one.label) : w("notYet")),
        h(
          "span",
          { class: "sure" },
          ready.possible.length > 1
            ? w("possible", { what: names(ready.possible) })
            : one
              ? sure(one)
              : ready.waits_for.length
                ? `${w("waits")}: ${names(ready.waits_for)}`
                : "",
        ),
      ],
      {
        key: "readiness",
        more: [
          ready.because.length
            ? h("p", null, `${w("because")}: ${ready.because.map(t).join(" ")}`)
            : null,
          ready.lacking.length ? h("p", null, `${w("lacking")}: ${names(ready.lacking)}`) : null,
          most,
          ready.at_most_because.length
            ? h("p", { class: "quiet" }, ready.at_most_because.map(t).join(" "))
            : null,
          ready.depends_on.length
            ? h("p", null, w("depends", { what: names(ready.depends_on) }))
            : null,
          ready.hangs_on.length ? h("p", null, w("hangs", { what: names(ready.hangs_on) })) : null,
          ready.stage ? h("p", null, `${w("stage")}: ${t(ready.stage.label)}`) : null,
        ].filter(Boolean),
      },
    ),
  );
}

// What changed

const changedLines = (effects) =>
  effects.sections.flatMap((s) => [...s.changed, ...s.added, ...s.gone]);

function difference(effects) {
  if (!effects)
    return h(
      "section",
      { class: "delta none screen" },
      h("h2", null, w("changed")),
      h("p", { class: "quiet" }, w("nothing")),
    );
  const rows = changedLines(effects).map(effect);
  return h(
    "section",
    { class: "delta" },
    h(
      "h2",
      null,
      w("changed"),
      " ",
      h("span", { class: "quiet" }, w("base")),
      button(w("reset"), () => change({ set: {}, assume: {}, added: {}, unknown: [], asked: [] }), {
        class: "small screen",
        "data-k": "reset",
      }),
    ),
    list(
      effects.edits.map((one) => [
        h("b", null, t(one.label)),
        ": ",
        one.before ? [t(one.before), " → "] : "+ ",
        t(one.now),
        one.no_effect
          ? h("span", { class: "quiet" }, ` ${w("noEffect", { why: t(one.no_effect) })}`)
          : null,
      ]),
      { class: "edits" },
    ),
    rows.length
      ? [
          h("ul", { class: "effects" }, rows.slice(0, FEW)),
          rows.length > FEW
            ? fold("effects", w("more", { n: rows.length - FEW }), () =>
                h("ul", { class: "effects" }, rows.slice(FEW)),
              )
            : null,
        ]
      : h("p", null, w("same")),
  );
}

function effect(one) {
  const sign = one.before === null ? "+" : one.now === null ? "−" : "→";
  const value = (side) => (side && !["yes", "no"].includes(side.id) ? t(side.label) : "");
  const said =
    one.before && one.now
      ? `${value(one.before)} → ${value(one.now)}`
      : value(one.now || one.before);
  const { reason } = one;
  return h(
    "li",
    { class: { "+": "plus", "−": "minus", "→": "moves" }[sign] },
    h("span", { class: "sign", "aria-hidden": "true" }, sign),
    h(
      "span",
      null,
      h("b", null, t(one.label)),
      said ? `: ${said}` : "",
      reason
        ? h(
            "span",
            { class: "quiet" },
            " ",
            h("span", { class: "id" }, reason.rule),
            ` ${t(reason.title)}`,
            reason.given.length
              ? ` (${reason.given.map(t).join("; ")})`
              : reason.blocked.length
                ? ` (${reason.blocked.map(t).join("; ")})`
                : "",
          )
        : null,
    ),
  );
}

// All of it

export function whole(advice, form, facts, again) {
  const part = (key, content) =>
    content.flat(Infinity).filter(Boolean).length
      ? h("section", { class: `part part-${key}` }, h("h2", null, w(key)), content)
      : null;
  const lines = (entries, extra = () => "") =>
    entries.map((one) => line(one, [t(one.label), " ", h("span", { class: "quiet" }, extra(one))]));
  const further = (section) => lines(advice.further.filter((one) => one.section === section));
  return [
    part("plan", plan(advice.strategies)),
    part("questions", [questions(advice.questions)]),
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

function questions(found) {
  const item = (one) =>
    h(
      "li",
      null,
      t(one.question),
      " ",
      h(
        "span",
        { class: "quiet" },
        w("ask", { who: t(one.informants) }),
        one.subjects.some((s) => s.id !== "sentra") ? ` · ${names(one.subjects)}` : "",
      ),
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

export const aspect = (name) => (has(name) ? w(name) : name);
