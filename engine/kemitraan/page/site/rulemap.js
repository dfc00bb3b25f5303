// The whole rule base: facts at the left, the files of rules step by step, the advice at the right.

import { button, fold, h, redraw } from "./dom.js";
import { ask } from "./engine.js";
import { t } from "./state.js";
import { troubleOf } from "./trouble.js";
import { wired } from "./wires.js";
import { w } from "./words.js";

export function ruleMap({ columns, lines }) {
  const boxes = new Map();
  const told = h(
    "div",
    { class: "told-of", role: "status" },
    h("p", { class: "quiet" }, w("pressBox")),
  );
  const element = (box) => {
    const about = [...new Set(box.rules.map((rule) => t(rule.label)))].join("; ");
    const name = button(
      [
        t(box.label),
        " ",
        h("small", { class: "quiet" }, box.number),
        about ? h("small", { class: "quiet clamp" }, about) : null,
      ],
      () => choose(box),
      { "aria-pressed": "false", "data-k": `box ${box.id}` },
    );
    boxes.set(box.id, { box, name, element: h("div", { class: "node" }, name) });
    return boxes.get(box.id).element;
  };
  const drawn = wired(
    w("ruleMap"),
    columns.map((column) => ({ head: t(column.label), boxes: column.boxes.map(element) })),
    lines.map((line) => [boxes.get(line.giver).element, boxes.get(line.reader).element, "", line]),
  );

  function choose(box) {
    for (const one of boxes.values())
      one.name.setAttribute("aria-pressed", String(one.box === box));
    drawn.mark(([, , , line]) => line.giver === box.id || line.reader === box.id);
    const names = (side, other) =>
      lines
        .filter((line) => line[side] === box.id)
        .map((line) => t(boxes.get(line[other]).box.label))
        .join(", ");
    const row = (key, text) => (text ? [h("dt", null, w(key)), h("dd", null, text)] : null);
    redraw(
      told,
      h("p", null, h("b", null, t(box.label))),
      h(
        "dl",
        null,
        row("reads", names("reader", "giver")),
        row("readBy", names("giver", "reader")),
      ),
      box.rules.map((rule) =>
        fold(
          `rule ${rule.id}`,
          [h("span", { class: "id" }, rule.id), " ", t(rule.label)],
          () => shown(rule.id),
          {
            class: "line",
          },
        ),
      ),
    );
  }
  return [drawn.element, told];
}

function shown(id) {
  const place = h("dl", { "aria-busy": "true" }, h("dd", null, w("working")));
  ask("rules-show", { id }).then(
    ({ told }) => {
      place.removeAttribute("aria-busy");
      place.replaceChildren(
        ...told.flatMap((one) => [h("dt", null, t(one.name)), h("dd", null, t(one.text))]),
      );
    },
    (error) => place.replaceWith(troubleOf(error)),
  );
  return place;
}
