// The first screen: how ready the sentra is, and the verdict on each type of partnership.

import { h } from "./dom.js";
import { line } from "./proof.js";
import { t } from "./state.js";
import { w } from "./words.js";

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

export const names = (entries) => entries.map((one) => t(one.label)).join(", ");

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
            ? w("possible", { what: names(ready.possible.filter((other) => other.id !== one?.id)) })
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
