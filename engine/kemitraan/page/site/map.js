// The map of the parties by interest and influence: dragged, or set by buttons.

import { choices, h } from "./dom.js";
import { setFacts, t } from "./state.js";
import { w } from "./words.js";

const FAR = 6;
let chosen = "";

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
        "data-k": `chip ${one.id}`,
        "aria-expanded": String(chosen === one.id),
        title: one.group ? t(one.group.label) : null,
        onclick: () => {
          chosen = chosen === one.id ? "" : one.id;
          redraw();
        },
        onpointerdown: known.has(one.id)
          ? (event) => drag(event, (cell) => place(one.id, cell.dataset.x, cell.dataset.y))
          : null,
      },
      t(one.label),
      one.group ? h("small", null, t(one.group.label)) : null,
    );
  const cell = (x, y) =>
    h(
      "td",
      {
        "data-x": x.id,
        "data-y": y.id,
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
      h("caption", null, `↑ ${t(up.label)}, → ${t(across.label)}`),
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

// Takes a chip along with the mouse or a finger, to the cell it is let go over.
function drag(event, dropped) {
  if (event.button) return;
  const chip = event.currentTarget;
  const start = [event.clientX, event.clientY];
  let over = null;
  let moving = false;
  const moved = ({ clientX, clientY }) => {
    const [right, down] = [clientX - start[0], clientY - start[1]];
    moving ||= Math.hypot(right, down) > FAR;
    if (!moving) return;
    chip.classList.add("dragged");
    chip.style.translate = `${right}px ${down}px`;
    over?.classList.remove("over");
    over = document.elementFromPoint(clientX, clientY)?.closest("td[data-x]") || null;
    over?.classList.add("over");
  };
  const ended = ({ type }) => {
    chip.removeEventListener("pointermove", moved);
    chip.classList.remove("dragged");
    chip.style.translate = "";
    over?.classList.remove("over");
    // Having been dragged, it is not pressed as well.
    const stop = (click) => click.stopImmediatePropagation();
    if (moving) chip.addEventListener("click", stop, true);
    setTimeout(() => chip.removeEventListener("click", stop, true));
    if (type === "pointerup" && moving && over && over !== chip.closest("td")) dropped(over);
  };
  chip.setPointerCapture(event.pointerId);
  chip.addEventListener("pointermove", moved);
  chip.addEventListener("pointerup", ended, { once: true });
  chip.addEventListener("pointercancel", ended, { once: true });
}
