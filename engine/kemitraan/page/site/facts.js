// The facts in groups with their answers as buttons, the parties, and the assumptions.

import { button, choices, fold, h } from "./dom.js";
import { change, freshId, setFacts, state, t } from "./state.js";
import { w } from "./words.js";

let sought = "";

// One input with its answers; `said` is what the profile says of it now, if anything.
export function inputPart(input, key, said, { heading = true, more = () => ({}) } = {}) {
  const set = (values) => setFacts({ [key]: values }, more());
  const values = said?.values || [];
  const changed = key in state.set;
  const label = t(input.label);
  const chosen = (id) => {
    if (!input.many) return set(values.length === 1 && values[0] === id && heading ? [] : [id]);
    return set(values.includes(id) ? values.filter((one) => one !== id) : [...values, id]);
  };
  const typed = () =>
    h(
      "form",
      {
        class: "typed",
        onsubmit: (event) => {
          event.preventDefault();
          const own = event.target.elements[0].value.trim();
          // A number of years alone might be a year.
          const span = /^[\d.,]+$/.test(own) && t(input.behind).startsWith(" ");
          if (own) set([span ? own + t(input.behind) : own]);
        },
      },
      h("input", {
        type: "text",
        inputmode: input.unit ? "decimal" : null,
        "aria-label": `${label}: ${input.unit ? t(input.unit) : w("own")}`,
        placeholder: input.unit ? t(input.unit) : w("own"),
        maxlength: "400",
        "data-k": `type ${key}`,
      }),
      h("button", { type: "submit", class: "small" }, w("set")),
    );
  return h(
    "div",
    { class: `input${changed ? " changed" : ""}` },
    heading
      ? h(
          "div",
          { class: "asked" },
          h("span", { class: "name", title: t(input.question) }, label),
          h(
            "span",
            { class: "quiet" },
            said
              ? input.words || values.length !== 1 || said.told.eng !== t0(input, values[0])
                ? t(said.told)
                : ""
              : w("unknown"),
          ),
          changed
            ? button(w("undo"), () => setFacts({ [key]: null }), {
                class: "small",
                "data-k": `undo ${key}`,
                "aria-label": `${w("undo")}: ${label}`,
              })
            : null,
        )
      : null,
    input.answers.length
      ? choices(
          key,
          label,
          input.answers.map((one) => ({
            id: one.id,
            label: t(one.label),
            hint: t(one.meaning) || null,
          })),
          values,
          chosen,
        )
      : null,
    input.words || input.unit ? typed() : null,
  );
}

const t0 = (input, id) => input.answers.find((one) => one.id === id)?.label.eng;

export function factsPart(form, facts, assumptions) {
  const said = new Map(facts.said.map((one) => [one.key, one]));
  const place = h("div", { class: "groups" });
  const fill = () =>
    place.replaceChildren(...groups(form, facts, said, assumptions).filter(Boolean));
  fill();
  return [
    h("input", {
      type: "search",
      class: "find",
      placeholder: w("find"),
      "aria-label": w("find"),
      value: sought,
      "data-k": "find",
      oninput: (event) => {
        sought = event.target.value;
        fill();
      },
    }),
    place,
  ];
}

function groups(form, facts, said, assumptions) {
  const fits = (one) =>
    !sought.trim() ||
    `${t(one.label)} ${t(one.question) || ""} ${one.id || ""}`
      .toLowerCase()
      .includes(sought.trim().toLowerCase());
  const opened = Boolean(sought.trim());
  const group = (id, label, inputs, of) => {
    const found = inputs.filter(fits);
    if (!found.length) return null;
    const known = inputs.filter((one) => said.has(of(one))).length;
    const part = () => found.map((one) => inputPart(one, of(one), said.get(of(one))));
    const summary = [
      h("b", null, label),
      h("span", { class: "quiet" }, w("known", { n: known, of: inputs.length })),
    ];
    return opened
      ? h("div", { class: "group" }, h("h3", null, summary), part())
      : fold(`group ${id}`, summary, part, { class: "group" });
  };
  return [
    ...form.groups.map((one) => group(one.id, t(one.label), one.inputs, (input) => input.key)),
    facts.actors.length && !opened ? h("h3", null, w("actors")) : null,
    ...facts.actors.map((one) =>
      group(`actor ${one.id}`, t(one.label), form.actor, (input) => `${one.id}.${input.key}`),
    ),
    opened ? null : adding(form),
    ...(opened
      ? assumptions.assumptions.filter(fits).map(assumption)
      : [
          fold(
            "assumptions",
            [
              h("b", null, w("assumptions")),
              h("span", { class: "quiet" }, String(assumptions.assumptions.length)),
            ],
            () => assumptions.assumptions.map(assumption),
            { class: "group" },
          ),
        ]),
  ];
}

function adding(form) {
  return fold(
    "adding",
    w("addActor"),
    () =>
      h(
        "form",
        {
          class: "typed",
          onsubmit: (event) => {
            event.preventDefault();
            const [kind, name] = event.target.elements;
            addActor(kind.value, name.value.trim());
          },
        },
        h(
          "select",
          { "aria-label": w("kind"), "data-k": "add kind" },
          form.kinds.map((one) => h("option", { value: one.id }, t(one.label))),
        ),
        h("input", {
          type: "text",
          "aria-label": w("called"),
          placeholder: w("called"),
          maxlength: "120",
          "data-k": "add name",
        }),
        h("button", { type: "submit", class: "small" }, w("addActor")),
      ),
    { class: "group" },
  );
}

function addActor(kind, name) {
  const id = freshId(kind, Object.keys(state.added));
  change({ added: { ...state.added, [id]: { kind, name } } });
}

function assumption(one) {
  const now = state.assume[one.name] || one.default.id;
  const choose = (id) => {
    const assume = { ...state.assume };
    if (id === one.default.id) delete assume[one.name];
    else assume[one.name] = id;
    change({ assume });
  };
  const options = [one.default, ...one.alternatives].map((option) => ({
    id: option.id,
    label: t(option.label) + (option.id === one.default.id ? ` (${w("standard")})` : ""),
  }));
  return fold(
    `assumption ${one.id}`,
    [
      h("span", { class: "id" }, one.id),
      " ",
      t(one.label),
      now !== one.default.id ? h("span", { class: "dot", title: w("changed") }) : null,
    ],
    () => [
      h("p", { class: "quiet" }, t(one.reason)),
      choices(one.name, t(one.label), options, [now], choose),
    ],
    { class: "group assumption" },
  );
}
