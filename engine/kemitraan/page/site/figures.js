// The figures of the sentra and of its parties as sliders, each with the span in which nothing
// changes.

import { h } from "./dom.js";
import { setFacts, t } from "./state.js";
import { number, w } from "./words.js";

const LEAST = 5;

export function figures(found, form, facts) {
  return [
    h("h2", null, w("thresholds")),
    found.measured.length
      ? found.measured.map((one) => figure(one, inputOf(one, form, facts)))
      : h("p", { class: "quiet" }, w("noFigures")),
  ];
}

// What a figure is set by, and between which figures it may lie.
function inputOf({ attribute, subject, figure: now, span }, form, facts) {
  const actor = facts.actors.some((one) => one.id === subject);
  const name = actor || subject === "sentra" ? attribute : subject;
  const inputs = actor ? form.actor : form.groups.flatMap((one) => one.inputs);
  const { range, behind } = inputs.find((one) => one.key === name) || {};
  const ends = [now, span.interval.low, span.interval.high].filter((one) => one !== null);
  const [low, high] = range || [Math.min(0, ...ends), Math.max(...ends)];
  // A range may reach far beyond what there is: where something changes is to be seen.
  const top = Math.min(high, Math.ceil(Math.max(...ends) * 1.5) || high);
  const key = actor ? `${subject}.${name}` : name;
  return { key, low, top: range ? top : Math.max(top, 1), behind };
}

function figure(one, { key, low, top, behind }) {
  const { interval } = one.span;
  // A round step, of which there are at least some five.
  const step = interval.whole ? 1 : 10 ** Math.floor(Math.log10((top - low) / LEAST));
  const rounded = (event) => String(Number(Number(event.target.value).toPrecision(3)));
  const out = h("output", null, number(one.figure));
  const slide = h("input", {
    type: "range",
    min: low,
    max: top,
    step,
    value: one.figure,
    "aria-label": t(one.label),
    "aria-valuetext": `${number(one.figure)} ${t(one.unit)}`,
    "data-k": `slide ${key}`,
    oninput: (event) => {
      out.textContent = number(Number(rounded(event)));
    },
    onchange: (event) => setFacts({ [key]: [rounded(event) + t(behind)] }),
  });
  return h(
    "div",
    { class: "figure" },
    h("p", null, h("b", null, t(one.label)), ": ", out, ` ${t(one.unit)}, ${t(one.level?.label)}`),
    h("div", { class: "track" }, span(interval, low, top), slide),
    h("p", { class: "quiet" }, stays(interval)),
    side(one.span.below, "below"),
    side(one.span.above, "above"),
  );
}

// The span on the track.
function span({ low, high }, from, to) {
  const at = (value) => (100 * (Math.min(Math.max(value, from), to) - from)) / (to - from || 1);
  const [start, end] = [low === null ? 0 : at(low), high === null ? 100 : at(high)];
  const drawn = h("span", { class: "span", "aria-hidden": "true" });
  drawn.style.left = `${start}%`;
  drawn.style.width = `${end - start}%`;
  return drawn;
}

function stays({ low, high, with_low: withLow, with_high: withHigh, whole }) {
  const ends = [
    low !== null && !(whole && low === 0) && `${withLow ? "≥" : ">"} ${number(low)}`,
    high !== null && `${withHigh ? "≤" : "<"} ${number(high)}`,
  ].filter(Boolean);
  return ends.length ? w("free", { ends: ends.join(w("and")) }) : w("anyFigure");
}

function side(found, name) {
  const rows = (found?.differences || []).slice(0, 3);
  return rows.length
    ? h(
        "p",
        { class: "quiet" },
        `${w(name)}: `,
        rows
          .map((d) => `${t(d.label)} ${t(d.before?.label) || "–"} → ${t(d.now?.label) || "–"}`)
          .join("; "),
      )
    : null;
}
