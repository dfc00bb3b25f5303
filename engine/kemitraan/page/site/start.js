// Where one begins: an example, a new sentra, a file, or work kept before.

import { button, h, sheet } from "./dom.js";
import { made } from "./give.js";
import { open } from "./open.js";
import { ruleMap } from "./rulemap.js";
import { begin, drop, look, resume, shelf, state, t } from "./state.js";
import { w } from "./words.js";

export async function startView(show, asked) {
  const name = h("input", {
    id: "name",
    type: "text",
    autocomplete: "off",
    maxlength: "120",
    "data-k": "name",
  });
  const make = (view) => () => {
    const called = name.value.trim();
    if (!called) {
      name.focus();
      return;
    }
    begin(blank(called), view);
  };
  const file = h("input", {
    type: "file",
    id: "file",
    accept: ".yaml,.yml,.xlsx,.xlsm,.json",
    class: "unseen",
    onchange: () => {
      if (file.files[0]) open(file.files[0]);
      // So that the same one, put right, can be chosen again.
      file.value = "";
    },
  });
  const kept = shelf();
  const parts = (examples) => [
    h(
      "section",
      { class: "hero" },
      h("h1", null, w("title")),
      h("p", null, w("lead")),
      h("p", { class: "quiet" }, w("private")),
    ),
    h(
      "div",
      { class: "ways" },
      h(
        "form",
        {
          class: "card",
          onsubmit: (event) => {
            event.preventDefault();
            make("interview")();
          },
        },
        h("h2", null, w("new")),
        h("label", { for: "name" }, w("name")),
        name,
        h(
          "div",
          { class: "row" },
          h("button", { type: "submit", class: "main" }, w("byInterview")),
          button(w("byForm"), make("answer")),
        ),
      ),
      h(
        "section",
        { class: "card" },
        h("h2", null, w("file")),
        h("div", { class: "row" }, file, h("label", { for: "file", class: "button" }, w("pick"))),
        h("p", { class: "quiet" }, w("drop")),
        made("blank", () => asked("form-new", { lang: state.lang }), { class: "link" }),
      ),
      kept.length
        ? h(
            "section",
            { class: "card" },
            h("h2", null, w("recent")),
            h(
              "ul",
              { class: "shelf" },
              kept.map((one) =>
                h(
                  "li",
                  null,
                  button(one.name, () => resume(one), { class: "link" }),
                  h("span", { class: "quiet" }, one.on),
                  button(
                    w("remove"),
                    () => {
                      drop(one.name);
                      look({});
                    },
                    { class: "small", "aria-label": `${w("remove")}: ${one.name}` },
                  ),
                ),
              ),
            ),
          )
        : null,
    ),
    h(
      "section",
      null,
      h("h2", null, w("shipped")),
      h(
        "ul",
        { class: "shelves" },
        examples.map((one) =>
          h(
            "li",
            null,
            button(
              [h("b", null, t(one.label)), h("span", { class: "quiet" }, t(one.about))],
              () => begin(one.id),
              { class: "tile", "data-k": `example ${one.id}` },
            ),
          ),
        ),
      ),
    ),
    h(
      "section",
      null,
      h("h2", null, w("rules")),
      h("p", { class: "quiet" }, w("rulesLead")),
      button(
        w("ruleMap"),
        async () => sheet(w("ruleMap"), ruleMap(await asked("rules-map", {})), w("close")),
        { "data-k": "rule map" },
      ),
    ),
  ];
  show(parts([]));
  show(parts((await asked("scenario-list", {})).scenarios));
}

export function blank(name) {
  const id =
    name
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "sentra";
  return {
    file: `${id}.yaml`,
    text: `id: ${/^[a-z]/.test(id) ? id : `sentra-${id}`}\nname: ${JSON.stringify(name)}\nassessed_on: ${new Date().getFullYear()}\n`,
  };
}
