// The sentra side by side with another one, or with itself in another year: an example, work that
// was kept, or a file.

import { contentOf } from "./content.js";
import { button, h } from "./dom.js";
import { look, questionOf, shelf, t } from "./state.js";
import { troubleOf } from "./trouble.js";
import { w } from "./words.js";

let chosen = null;

// The question about what was chosen; null where nothing is.
export const otherAsked = () => chosen && chosen.asked;

function choose(name, asked) {
  chosen = asked ? { name, asked } : null;
  look({});
}

export function besidePart(examples, found) {
  const kept = shelf();
  const told = h("div", { role: "status" });
  const file = h("input", {
    type: "file",
    id: "beside",
    class: "unseen",
    "data-k": "beside file",
    accept: ".yaml,.yml,.xlsx,.xlsm,.json",
    onchange: async () => {
      const [one] = file.files;
      file.value = "";
      if (!one) return;
      try {
        const [first, ...others] = await read(one);
        if (others.length) told.replaceChildren(which([first, ...others]));
        else choose(first.name, first.asked);
      } catch (error) {
        told.replaceChildren(troubleOf(error));
      }
    },
  });
  const option = (value, name) =>
    h("option", { value, selected: chosen?.name === value || null }, name);
  const select = h(
    "select",
    {
      "data-k": "beside",
      "aria-label": w("compare"),
      onchange: (event) => {
        const [sort, value] = event.target.value.split(/:(.*)/s);
        const work = kept.find((one) => one.name === value)?.work;
        choose(
          event.target.value,
          sort === "example" ? { scenario: value } : work && questionOf(work),
        );
      },
    },
    option("", w("choose")),
    chosen && !/^(example|kept):/.test(chosen.name) ? option(chosen.name, chosen.name) : null,
    kept.length
      ? h(
          "optgroup",
          { label: w("recent") },
          kept.map((one) => option(`kept:${one.name}`, `${one.name} (${one.on})`)),
        )
      : null,
    h(
      "optgroup",
      { label: w("examples") },
      examples.map((one) => option(`example:${one.id}`, t(one.label))),
    ),
  );
  return [
    h("h2", null, w("compare")),
    h("p", { class: "quiet" }, w("compareLead")),
    h(
      "div",
      { class: "row" },
      select,
      file,
      h("label", { for: "beside", class: "button" }, w("pick")),
    ),
    told,
    found ? table(found) : null,
  ];
}

// What can be set beside this sentra, of a file: more than one where it is an export.
async function read(file) {
  const { work, profiles } = await contentOf(file);
  if (work) return [{ name: file.name, asked: questionOf(work.work) }];
  return profiles.map((one) => ({
    name: one.name,
    asked: { scenario: { file: one.file, text: one.text } },
  }));
}

const which = (found) =>
  h(
    "div",
    { class: "row" },
    w("several", { n: found.length }),
    found.map((one) => button(one.name, () => choose(one.name, one.asked))),
  );

function table(found) {
  const rows = (section) =>
    section.differing.map((one) =>
      h(
        "tr",
        null,
        h("th", { scope: "row" }, t(one.label)),
        one.values.map((value) => h("td", null, t(value?.label) || "–")),
      ),
    );
  return h(
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
      h("tbody", null, found.sections.slice(0, 4).flatMap(rows)),
    ),
  );
}
