// How firm the advice is: what flips it, what would bring something about, assumptions, figures.

import { button, fold, h, list, redraw } from "./dom.js";
import { besidePart, otherAsked } from "./beside.js";
import { figures } from "./figures.js";
import { setFacts, change, look, question, state, t } from "./state.js";
import { has, number, w } from "./words.js";

const FEW = 8;
let aim = "";
let before = null;

// The parts come one after another, the quick ones first; each is there as soon as it is computed.
// Until then the part as it was before a change stands there, dimmed.
export async function firmView(show, asked) {
  const of = JSON.stringify([state.scenario, state.lang]);
  const parts = before?.of === of ? before.parts : emptyParts();
  for (const part of Object.values(parts)) part.setAttribute("aria-busy", "true");
  before = { of, parts };
  const fill = (key, ...content) => {
    redraw(parts[key], ...content);
    parts[key].removeAttribute("aria-busy");
  };
  show(
    h("h1", { class: "title" }, w("firm")),
    () =>
      h(
        "div",
        { class: "firm" },
        h("div", null, parts.change, parts.thresholds),
        h("div", null, parts.robust, parts.flips),
      ),
    parts.compare,
  );
  const found = await asked("goals", question());
  const advice = await asked("recommend", question());
  // Readiness comes first, at its best; then the types of partnership.
  const about = ({ conclusion }) => conclusion.split("=")[0];
  const heads = [advice.readiness.partnership, ...advice.partnership_types].filter(Boolean);
  const order = [...new Set([...heads, ...found.goals].map(about))];
  const goals = [...found.goals].sort((a, b) => order.indexOf(about(a)) - order.indexOf(about(b)));
  const best = advice.readiness.partnership && about(advice.readiness.partnership);
  const missing = goals.filter((one) => !one.now);
  const goal =
    goals.find((one) => one.conclusion === aim) ||
    missing.filter((one) => one.conclusion.startsWith(`${best}=`)).at(-1) ||
    missing[0] ||
    goals[0];
  if (goal) {
    const how = { [goal.now ? "from" : "to"]: goal.conclusion };
    fill("change", smallest(goals, goal, await asked("change", question(how))));
  }
  const [form, facts] = [await asked("form", {}), await asked("facts", question())];
  fill("thresholds", figures(await asked("thresholds", question()), form, facts));
  fill("robust", robust(await asked("robust", question())));
  fill("flips", flips(await asked("flips", question({ together: 1 })), facts));
  const examples = (await asked("scenario-list", {})).scenarios;
  const other = otherAsked();
  const both = other && (await asked("compare", { scenarios: [question(), other] }));
  fill("compare", besidePart(examples, both));
}

function emptyParts() {
  const part = (key) =>
    h(
      "section",
      { class: `part part-${key}` },
      h("h2", null, w({ change: "goal" }[key] || key)),
      h("p", { class: "wait" }, w("working")),
    );
  const keys = ["change", "thresholds", "robust", "flips", "compare"];
  return Object.fromEntries(keys.map((key) => [key, part(key)]));
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
                      h("span", { class: "quiet" }, told(way, n ? side.ways[0] : [])),
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

// How many things a way changes; of a later one, what the first has not.
function told(way, first) {
  const known = first.map((one) => one.ids.join());
  const own = way.filter((one) => !known.includes(one.ids.join())).map((one) => t(one.label));
  const things = w("things", { n: way.length });
  return first.length && own.length
    ? `${things}; ${w("unlike", { what: own.join("; ") })}`
    : things;
}

const after = (one) => one.after.map((to) => t(to.label)).join(" / ");

const steps = (way) =>
  list(
    way.map((one) => [
      h("b", null, t(one.label)),
      ": ",
      t(one.before?.label),
      " → ",
      h("b", null, after(one)),
      one.unknown ? [" ", h("span", { class: "tag" }, w("find_out"))] : null,
      one.rules.map((rule) => [" ", h("span", { class: "id" }, rule)]),
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
    ),
    act
      ? button(w("try"), act, { class: "small", "aria-label": `${w("try")}: ${t(label)}` })
      : null,
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

// The engine names the parts of the advice that flips are counted in.
const aspect = (name) => (has(name) ? w(name) : name);
