// What a change makes different, each line with the first rule behind it.

import { aloud, button, fold, h } from "./dom.js";
import { change, t } from "./state.js";
import { number, w } from "./words.js";

const FEW = 6;

const changedLines = (effects) =>
  effects.sections.flatMap((s) => [...s.changed, ...s.added, ...s.gone]);

export function difference(effects) {
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
    h("div", { class: "edits" }, few("edits", effects.edits.map(edit), {})),
    rows.length ? few("effects", rows, { class: "effects" }) : h("p", null, w("same")),
  );
}

// The first rows of a list; the others are opened.
const few = (key, rows, attributes) => [
  h("ul", attributes, rows.slice(0, FEW)),
  rows.length > FEW
    ? fold(key, w("more", { n: number(rows.length - FEW) }), () =>
        h("ul", attributes, rows.slice(FEW)),
      )
    : null,
];

const edit = (one) =>
  h(
    "li",
    null,
    h("b", null, t(one.label)),
    ": ",
    one.before ? [t(one.before), " → "] : "",
    t(one.now),
    one.no_effect
      ? h("span", { class: "quiet" }, ` ${w("noEffect", { why: t(one.no_effect) })}`)
      : null,
  );

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

// Says how much changed, for who does not see it.
export function sayAloud(effects) {
  const n = effects ? changedLines(effects).length : 0;
  aloud.textContent = effects ? (n ? w("lines", { n: number(n) }) : w("same")) : "";
}
