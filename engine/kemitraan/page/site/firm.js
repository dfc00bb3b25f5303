// How firm the advice is: what flips it, what would bring something about, assumptions, figures.

import { button, fold, h, list } from "./dom.js";
import { aspect } from "./answer.js";
import { setFacts, change, look, question, state, t } from "./state.js";
import { number, w } from "./words.js";

const FEW = 8;
let aim = "";
let beside = "";

// The parts come one after another, the quick ones first; each is there as soon as it is computed.
export async function firmView(show, asked) {
  const parts = { change: null, thresholds: null, robust: null, flips: null, compare: null };
  const draw = () =>
    show(
      h("h1", { class: "title" }, w("firm")),
      Object.entries(parts).map(([key, content]) =>
        h(
          "section",
          { class: `part part-${key}`, "aria-busy": content ? null : "true" },
          content || [
            h("h2", null, w({ change: "goal" }[key] || key)),
            h("p", { class: "wait" }, w("working")),
          ],
        ),
      ),
    );
  draw();
  const { goals } = await asked("goals", question());
  // Readiness comes first, at its best.
  const [best] =
    (await asked("recommend", question())).readiness.partnership?.conclusion.split("=") || [];
  const missing = goals.filter((one) => !one.now);
  const goal =
    goals.find((one) => one.conclusion === aim) ||
    missing.filter((one) => one.conclusion.startsWith(`${best}=`)).at(-1) ||
    missing[0] ||
    goals[0];
  if (goal)
    parts.change = smallest(
      goals,
      goal,
      await asked("change", question({ [goal.now ? "from" : "to"]: goal.conclusion })),
    );
  draw();
  parts.thresholds = figures(await asked("thresholds", question()));
  draw();
  parts.robust = robust(await asked("robust", question()));
  draw();
  parts.flips = flips(
    await asked("flips", question({ together: 1 })),
    await asked("facts", question()),
  );
  draw();
  const examples = (await asked("scenario-list", {})).scenarios;
  const other = examples.find((one) => one.id === beside);
  parts.compare = compared(
    examples,
    other ? await asked("compare", { scenarios: [question(), other.id] }) : null,
  );
  draw();
}

// A share as a bar; what it says stands beside it in words.
const bar = (n, of) =>
  h(
    "span",
    { class: "bar", "aria-hidden": "true" },
    h("span", { class: `fill w${of ? Math.max(n ? 1 : 0, Math.round((20 * n) / of)) : 0}` }),
  );

function smallest(goals, goal, answer) {
  const choose = h(
    "select",
    {
      "data-k": "goal",
      "aria-label": w("goal"),
      onchange: (event) => {
        aim = event.target.value;
        look({});
      },
    },
    [
      ["goal", false],
      ["away", true],
    ].map(([label, now]) =>
      h(
        "optgroup",
        { label: w(label) },
        goals
          .filter((one) => one.now === now)
          .map((one) =>
            h("option", { value: one.conclusion, selected: one === goal }, t(one.label)),
          ),
      ),
    ),
  );
  const [found] = answer.changes;
  const ways = (side, label) =>
    side
      ? [
          h("h3", null, w(label)),
          side.ways.length
            ? side.ways
                .slice(0, FEW)
                .map((way, n) =>
                  fold(
                    `way ${label} ${n}`,
                    [
                      h("b", null, w("ways", { n: n + 1 })),
                      " ",
                      h("span", { class: "quiet" }, way.map((one) => t(one.label)).join("; ")),
                    ],
                    () => [
                      steps(way),
                      way.every((one) => one.sort === "input")
                        ? button(w("try"), () => tryWay(way))
                        : null,
                    ],
                    { opened: n === 0, class: "line" },
                  ),
                )
            : h("p", null, w("noWay", { n: number(side.combinations) })),
        ]
      : null;
  return [
    h("h2", null, w(goal.now ? "away" : "goal")),
    choose,
    found ? [ways(found.controllable, "withProgramme"), ways(found.given, "withOthers")] : null,
  ];
}

const after = (one) => one.after.map((to) => t(to.label)).join(" / ");

const steps = (way) =>
  list(
    way.map((one) => [
      one.unknown ? h("span", { class: "tag" }, w("find_out")) : null,
      " ",
      h("b", null, t(one.label)),
      ": ",
      t(one.before?.label),
      " → ",
      h("b", null, after(one)),
      " ",
      h("span", { class: "id" }, one.rules.join(", ")),
    ]),
  );

function tryWay(way) {
  const pairs = way.map((one) => one.ids[0].split(/=(.*)/s));
  setFacts(Object.fromEntries(pairs.map(([key, value]) => [key, [value]])), { view: "answer" });
}

function flips(found, facts) {
  const shown = found.flips.filter((one) => one.sort !== "rule");
  const flip = (one) => oneFlip(one, facts);
  return [
    h("h2", null, w("flips")),
    h("p", { class: "quiet" }, w("flipsLead", { n: number(found.tested) })),
    h(
      "ul",
      { class: "bars" },
      found.tallies.map((one) =>
        h(
          "li",
          null,
          h("span", null, aspect(one.aspect)),
          bar(one.count, one.of),
          h("b", null, number(one.count)),
        ),
      ),
    ),
    h("ul", { class: "effects" }, shown.slice(0, FEW).map(flip)),
    shown.length > FEW
      ? fold("flips", w("more", { n: number(shown.length - FEW) }), () =>
          h("ul", { class: "effects" }, shown.slice(FEW).map(flip)),
        )
      : null,
  ];
}

function oneFlip(one, facts) {
  const { sort, id, label, before, after: to } = one.change;
  const [key, value] = id.split(/=(.*)/s);
  const values = facts.said.find((said) => said.key === key)?.values || [];
  const other = values.includes(value) ? values.filter((v) => v !== value) : [...values, value];
  const act = {
    input: () => setFacts({ [key]: [value] }, { view: "answer" }),
    value: () => setFacts({ [key]: other }, { view: "answer" }),
    assumption: () => change({ assume: { ...state.assume, [key]: value }, view: "answer" }),
  }[sort];
  return h(
    "li",
    null,
    h("span", { class: "sign" }, "→"),
    h(
      "span",
      null,
      h("b", null, t(label)),
      `: ${t(before?.label)} → ${t(to?.label)} `,
      list(
        one.differences
          .slice(0, 4)
          .map((d) => [t(d.label), `: ${t(d.before?.label) || "–"} → ${t(d.now?.label) || "–"}`]),
        { class: "quiet" },
      ),
      act
        ? button(w("try"), act, { class: "small", "aria-label": `${w("try")}: ${t(label)}` })
        : null,
    ),
  );
}

function robust(found) {
  const row = (one) =>
    h(
      "li",
      null,
      h(
        "span",
        null,
        t(one.label),
        one.movers.length
          ? h(
              "small",
              { class: "quiet" },
              w("moves", {
                what: one.movers
                  .slice(0, 3)
                  .map((m) => t(m.label))
                  .join(", "),
              }),
            )
          : null,
      ),
      bar(one.holds.n, one.holds.of),
      h("b", null, `${Math.floor((100 * one.holds.n) / one.holds.of)} %`),
    );
  const rows = found.conclusions.filter((one) => one.now);
  return [
    h("h2", null, w("robust")),
    h("p", { class: "quiet" }, w("robustLead")),
    h("ul", { class: "bars" }, rows.slice(0, FEW).map(row)),
    rows.length > FEW
      ? fold("robust", w("more", { n: rows.length - FEW }), () =>
          h("ul", { class: "bars" }, rows.slice(FEW).map(row)),
        )
      : null,
  ];
}

function figures(found) {
  return [
    h("h2", null, w("thresholds")),
    found.measured.length ? found.measured.map(figure) : h("p", { class: "quiet" }, w("noFigures")),
  ];
}

function figure(one) {
  const { low, high, whole } = one.span.interval;
  const key = one.subject === "sentra" ? one.attribute : null;
  const top = Math.max(one.figure, high ?? 0, low ?? 0) * 1.5 || 10;
  const out = h("output", null, number(one.figure));
  const slide =
    key &&
    h("input", {
      type: "range",
      min: 0,
      max: Math.ceil(top),
      step: "any",
      value: one.figure,
      "aria-label": t(one.label),
      "data-k": `slide ${key}`,
      list: null,
      oninput: (event) => {
        out.textContent = number(Math.round(event.target.value * 10) / 10);
      },
      onchange: (event) => setFacts({ [key]: [String(Math.round(event.target.value * 10) / 10)] }),
    });
  return h(
    "div",
    { class: "figure" },
    h("b", null, t(one.label)),
    ` ${t(one.level?.label)} `,
    out,
    ` ${t(one.unit)}`,
    slide || null,
    h(
      "p",
      { class: "quiet" },
      whole
        ? w("anyFigure")
        : w("free", {
            low: low === null ? "…" : number(low),
            high: high === null ? "…" : number(high),
          }),
    ),
    [one.span.below, one.span.above]
      .filter(Boolean)
      .map((side) =>
        (side.differences || [])
          .slice(0, 3)
          .map((d) =>
            h("p", null, t(d.label), `: ${t(d.before?.label) || "–"} → ${t(d.now?.label) || "–"}`),
          ),
      ),
  );
}

function compared(examples, found) {
  const choose = h(
    "select",
    {
      "data-k": "beside",
      "aria-label": w("compare"),
      onchange: (event) => {
        beside = event.target.value;
        look({});
      },
    },
    h("option", { value: "" }, w("choose")),
    examples.map((one) =>
      h("option", { value: one.id, selected: one.id === beside }, t(one.label)),
    ),
  );
  return [
    h("h2", null, w("compare")),
    choose,
    found
      ? h(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-label": w("compare") },
          h(
            "table",
            { class: "beside" },
            h(
              "thead",
              null,
              h(
                "tr",
                null,
                h("td"),
                found.sentra.map((one) => h("th", { scope: "col" }, t(one.label))),
              ),
            ),
            h(
              "tbody",
              null,
              found.sections.slice(0, 4).flatMap((s) =>
                s.differing.map((one) =>
                  h(
                    "tr",
                    null,
                    h("th", { scope: "row" }, t(one.label)),
                    one.values.map((v) => h("td", null, t(v?.label) || "–")),
                  ),
                ),
              ),
            ),
          ),
        )
      : null,
  ];
}
