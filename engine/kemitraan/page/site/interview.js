// One question at a time, what settles most first, until no answer can change anything any more.

import { button, choices, h, list, redraw } from "./dom.js";
import { inputPart } from "./facts.js";
import { summary } from "./summary.js";
import { change, look, question, setFacts, state, t } from "./state.js";
import { w } from "./words.js";

// After an answer the reader is at the next question.
const LEAD = { tabindex: "-1", "data-lead": true };

export async function interviewView(show, asked) {
  const form = await asked("form", {});
  const facts = await asked("facts", question());
  const now = await asked("next", question({ unknown: state.unknown }));
  const said = new Map(facts.said.map((one) => [one.key, one]));
  const part = (advice) =>
    show(
      h(
        "div",
        { class: "interview" },
        h(
          "section",
          { class: "card asking" },
          now.key ? asking(now, form, facts, said) : finished(),
          back(),
        ),
        h(
          "section",
          { class: "sofar" },
          h("h2", null, w("sofar")),
          summary(advice, facts, null, "h3"),
          given(facts, form),
        ),
      ),
    );
  part(null);
  part(await asked("recommend", question()));
}

const step = (key) => ({
  asked: [...state.asked.filter((one) => one !== key), key],
  unknown: state.unknown.filter((one) => one !== key),
});

function asking(now, form, facts, said) {
  const number = h(
    "p",
    { class: "quiet" },
    h("b", null, w("q", { n: state.asked.length + 1 })),
    ` · ${now.headlines ? w("leftHeads", { n: now.headlines, all: now.left }) : w("leftAll", { all: now.left })}`,
  );
  if (now.key === "actors") return [number, h("h1", LEAD, w("whichActors")), parties(form)];
  const { input } = now;
  return [
    number,
    h("h1", LEAD, now.about ? `${t(now.about)}: ` : "", t(input.question)),
    input.apart ? h("p", { class: "quiet" }, t(input.apart)) : null,
    h(
      "div",
      { class: input.answers.length > 8 ? "" : "tall" },
      input.many
        ? several(input, now.key)
        : inputPart(input, now.key, said.get(now.key), {
            heading: false,
            more: () => step(now.key),
          }),
    ),
    input.answers.some((one) => one.meaning)
      ? h(
          "dl",
          { class: "meanings" },
          input.answers
            .filter((one) => one.meaning)
            .map((one) => [h("dt", null, t(one.label)), h("dd", null, t(one.meaning))]),
        )
      : null,
    h(
      "div",
      { class: "row" },
      button(w("dontKnow"), () => pass(now.key), { "data-k": "dont know" }),
    ),
    h("p", { class: "quiet" }, w("ask", { who: t(input.informants) })),
    now.settles.length
      ? h("details", { open: true }, h("summary", null, w("settles")), list(now.settles.map(t)))
      : null,
  ];
}

// Several answers are chosen first, then given together.
function several(input, key) {
  const draft = [];
  const place = h("div");
  const fill = () =>
    redraw(
      place,
      choices(
        key,
        t(input.label),
        input.answers.map((one) => ({
          id: one.id,
          label: t(one.label),
          hint: t(one.meaning) || null,
        })),
        draft,
        (id) => {
          if (draft.includes(id)) draft.splice(draft.indexOf(id), 1);
          else draft.push(id);
          fill();
        },
      ),
      draft.length
        ? button(w("goOn"), () => setFacts({ [key]: draft }, step(key)), { class: "main" })
        : null,
    );
  fill();
  return place;
}

function parties(form) {
  const draft = [];
  const place = h("div");
  const name = h("input", { id: "actor", type: "text", maxlength: "120", "data-k": "actor name" });
  const commit = () => {
    const added = { ...state.added };
    for (const one of draft) {
      let n = 1;
      while (`${one.kind}_${n}` in added) n += 1;
      added[`${one.kind}_${n}`] = one;
    }
    change({ added, asked: [...state.asked, `actors:${draft.length}`] });
  };
  const fill = () =>
    redraw(
      place,
      h("label", { for: "actor" }, w("called")),
      name,
      h(
        "div",
        { class: "choices" },
        form.kinds.map((one) =>
          button(
            t(one.label),
            () => {
              draft.push({ kind: one.id, name: name.value.trim() });
              name.value = "";
              fill();
            },
            {
              "aria-pressed": String(draft.some((d) => d.kind === one.id)),
              "data-k": `kind ${one.id}`,
            },
          ),
        ),
      ),
      draft.length
        ? [
            h(
              "ul",
              { class: "given" },
              draft.map((one, n) =>
                h(
                  "li",
                  null,
                  `${t(form.kinds.find((k) => k.id === one.kind).label)}${one.name ? `: ${one.name}` : ""} `,
                  button(
                    w("remove"),
                    () => {
                      draft.splice(n, 1);
                      fill();
                    },
                    { class: "small" },
                  ),
                ),
              ),
            ),
            button(w("goOn"), commit, { class: "main" }),
          ]
        : button(w("noActors"), () => pass("actors"), { class: "main" }),
    );
  fill();
  return place;
}

function pass(key) {
  change({
    unknown: [...new Set([...state.unknown, key])],
    asked: [...state.asked.filter((one) => one !== key), key],
  });
}

function back() {
  const key = state.asked.at(-1);
  if (!key) return null;
  return button(
    w("back"),
    () => {
      const rest = {
        asked: state.asked.slice(0, -1),
        unknown: state.unknown.filter((one) => one !== key),
      };
      const [name, many] = key.split(":");
      if (many)
        change({ ...rest, added: Object.fromEntries(Object.entries(state.added).slice(0, -many)) });
      else if (name === "actors") change(rest);
      else setFacts({ [key]: null }, rest);
    },
    { class: "small", "data-k": "back" },
  );
}

function finished() {
  return [
    h("h1", LEAD, w("finished")),
    button(w("seeAll"), () => look({ view: "answer" }), { class: "main" }),
  ];
}

function given(facts, form) {
  const inputs = new Map(form.groups.flatMap((one) => one.inputs).map((one) => [one.key, one]));
  const of = new Map(
    facts.actors.flatMap((one) =>
      form.actor.map((input) => [`${one.id}.${input.key}`, { ...input, owner: one }]),
    ),
  );
  const rows = facts.said
    .map((one) => [one, inputs.get(one.key) || of.get(one.key)])
    .filter(([, input]) => input);
  if (!rows.length && !state.unknown.length) return null;
  return [
    h("h3", null, w("answers")),
    h(
      "ul",
      { class: "given" },
      rows.map(([one, input]) =>
        h(
          "li",
          null,
          input.owner ? `${t(input.owner.label)}, ` : "",
          `${t(input.label)}: `,
          h("b", null, t(one.told)),
          " ",
          one.key in state.set
            ? button(
                w("edit"),
                () =>
                  setFacts(
                    { [one.key]: null },
                    { asked: state.asked.filter((k) => k !== one.key) },
                  ),
                { class: "small", "aria-label": `${w("edit")}: ${t(input.label)}` },
              )
            : null,
        ),
      ),
      state.unknown
        .filter((key) => inputs.has(key) || of.has(key))
        .map((key) =>
          h(
            "li",
            null,
            `${t((inputs.get(key) || of.get(key)).label)}: `,
            h("i", null, w("unknown")),
            " ",
            button(
              w("edit"),
              () =>
                change({
                  unknown: state.unknown.filter((one) => one !== key),
                  asked: state.asked.filter((one) => one !== key),
                }),
              { class: "small" },
            ),
          ),
        ),
    ),
  ];
}
