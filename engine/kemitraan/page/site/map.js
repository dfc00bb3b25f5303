// The map of the parties by interest and influence: dragged, or set by buttons.

import { choices, h } from "./dom.js";
import { setFacts, t } from "./state.js";
import { w } from "./words.js";

let chosen = "";
let dragged = "";

// `across` and `up` are the inputs of an actor that the two axes stand for; levels lowest first.
export function actorMap(actors, form, named, redraw) {
  const [across, up] = [form.actor[0], form.actor[1]];
  const here = actors.filter((one) => one.present);
  const known = new Set(named.map((one) => one.id));
  const place = (one, x, y) =>
    setFacts({ [`${one}.${across.key}`]: [x], [`${one}.${up.key}`]: [y] });
  const chip = (one) =>
    h(
      "button",
      {
        type: "button",
        class: `chip ${one.group ? `group-${one.group.id}` : ""}`,
        draggable: known.has(one.id) ? "true" : null,
        "data-k": `chip ${one.id}`,
        "aria-expanded": String(chosen === one.id),
        title: one.group ? t(one.group.label) : null,
        onclick: () => {
          chosen = chosen === one.id ? "" : one.id;
          redraw();
        },
        ondragstart: (event) => {
          dragged = one.id;
          event.dataTransfer.setData("text/plain", one.id);
          event.dataTransfer.effectAllowed = "move";
        },
      },
      t(one.label),
      one.group ? h("small", null, t(one.group.label)) : null,
    );
  const cell = (x, y) =>
    h(
      "td",
      {
        ondragover: (event) => {
          if (dragged) {
            event.preventDefault();
            event.currentTarget.classList.add("over");
          }
        },
        ondragleave: (event) => event.currentTarget.classList.remove("over"),
        ondrop: (event) => {
          event.preventDefault();
          event.stopPropagation();
          const one = dragged;
          dragged = "";
          if (one) place(one, x.id, y.id);
        },
      },
      here.filter((one) => one.interest?.id === x.id && one.influence?.id === y.id).map(chip),
    );
  const rows = [...up.answers].reverse();
  const tray = here.filter((one) => !(one.interest && one.influence));
  const one = here.find((actor) => actor.id === chosen && known.has(actor.id));
  const set = (input, now) =>
    h(
      "div",
      { class: "asked" },
      h("span", { class: "name" }, t(input.label)),
      choices(
        `map ${input.key}`,
        `${t(one.label)}: ${t(input.label)}`,
        input.answers.map((a) => ({ id: a.id, label: t(a.label) })),
        now ? [now.id] : [],
        (id) => setFacts({ [`${one.id}.${input.key}`]: [id] }),
      ),
    );
  return [
    h("p", { class: "quiet screen" }, w("mapHelp")),
    h(
      "table",
      { class: "map" },
      h("caption", null, `↑ ${t(up.label)} · → ${t(across.label)}`),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td"),
          across.answers.map((x) => h("th", { scope: "col" }, t(x.label))),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map((y) =>
          h(
            "tr",
            null,
            h("th", { scope: "row" }, t(y.label)),
            across.answers.map((x) => cell(x, y)),
          ),
        ),
      ),
    ),
    tray.length
      ? h("div", { class: "tray" }, h("span", { class: "quiet" }, `${w("tray")}: `), tray.map(chip))
      : null,
    one
      ? h(
          "div",
          { class: "chosen" },
          h("b", null, t(one.label)),
          set(across, one.interest),
          set(up, one.influence),
        )
      : null,
  ];
}
