// One question at a time, what settles most first, until no answer can change anything any more.

import { button, choices, h, list, redraw } from "./dom.js";
import { inputPart } from "./facts.js";
import { summary } from "./summary.js";
import { change, freshId, look, question, setFacts, state, t } from "./state.js";
import { w } from "./words.js";

const ACTORS = "actors";
// The question that is answered anew, while one is.
let again = "";

// After an answer the reader is at the next question.
const LEAD = { tabindex: "-1", "data-lead": true };

export async function interviewView(show, asked) {
  const form = await asked("form", {});
  const facts = await asked("facts", question());
  const inputs = inputsOf(form, facts);
  if (again !== ACTORS && !inputs.has(again)) again = "";
  const now = again
    ? { key: again, settles: [], ...inputs.get(again) }
    : await asked("next", question({ unknown: state.unknown }));
  const said = new Map(facts.said.map((one) => [one.key, one]));
  const sofar = h("section", { class: "sofar" });
  // The question stays as it is meanwhile: an answer may be begun.
  const fill = (advice) =>
    redraw(
      sofar,
      h("h2", null, w("sofar")),
      summary(advice, facts, null, "h3"),
      given(facts, inputs),
    );
  fill(null);
  show(
    h(
      "div",
      { class: "interview" },
      h(
        "section",
        { class: "card asking" },
        now.key ? asking(now, form, facts, said) : finished(),
        moving(now),
      ),
      sofar,
    ),
  );
  fill(await asked("recommend", question()));
}

// All that can be asked by its key: the input, and the party it is about, if any.
const inputsOf = (form, facts) =>
  new Map([
    ...form.groups.flatMap(({ inputs, informants }) =>
      inputs.map((input) => [input.key, { input: { ...input, informants } }]),
    ),
    ...facts.actors.flatMap(({ id, label }) =>
      form.actor.map((input) => [`${id}.${input.key}`, { input, about: label }]),
    ),
  ]);

// A question keeps its place among those asked.
function step(key) {
  again = "";
  return {
    asked: state.asked.includes(key) ? state.asked : [...state.asked, key],
    unknown: state.unknown.filter((one) => one !== key),
  };
}

function askAgain(key) {
  again = key;
  look({});
}

function asking(now, form, facts, said) {
  const place = state.asked.indexOf(now.key);
  const left = now.headlines ? "leftHeads" : "leftAll";
  const number = h(
    "p",
    { class: "quiet" },
    h("b", null, w("q", { n: (place < 0 ? state.asked.length : place) + 1 })),
    now.left ? `. ${w(left, { n: now.headlines, all: now.left })}` : "",
  );
  if (now.key === ACTORS) return [number, h("h1", LEAD, w("whichActors")), parties(form)];
  const { input } = now;
  return [
    number,
    h("h1", LEAD, now.about ? `${t(now.about)}: ` : "", t(input.question)),
    input.apart ? h("p", { class: "quiet" }, t(input.apart)) : null,
    h(
      "div",
      { class: input.answers.length > 8 ? "" : "tall" },
      input.many
        ? several(input, now.key, said.get(now.key)?.values)
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
    input.informants ? h("p", { class: "quiet" }, w("ask", { who: t(input.informants) })) : null,
    now.settles.length
      ? h("div", { class: "settles quiet" }, w("settles"), list(now.settles.map(t)))
      : null,
  ];
}

// Several answers are chosen first, then given together.
function several(input, key, values = []) {
  const draft = [...values];
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

// Those that were added, and more of them.
function parties(form) {
  const draft = Object.entries(state.added);
  const place = h("div");
  const name = h("input", { id: "actor", type: "text", maxlength: "120", "data-k": "actor name" });
  const kindOf = (id) => t(form.kinds.find((one) => one.id === id).label);
  const add = (kind) => {
    const id = freshId(
      kind,
      draft.map(([one]) => one),
    );
    draft.push([id, { kind, name: name.value.trim() }]);
    name.value = "";
    fill();
  };
  const remove = (one) => {
    draft.splice(draft.indexOf(one), 1);
    fill();
  };
  const row = (one) => {
    const said = [kindOf(one[1].kind), one[1].name].filter(Boolean).join(": ");
    const named = { class: "small", "aria-label": `${w("remove")}: ${said}` };
    return h(
      "li",
      null,
      `${said} `,
      button(w("remove"), () => remove(one), { class: "small", ...named }),
    );
  };
  const fill = () =>
    redraw(
      place,
      h("p", { class: "quiet" }, w("kinds")),
      h("label", { for: "actor" }, w("called")),
      name,
      h(
        "div",
        { role: "group", "aria-label": w("kind"), class: "choices" },
        form.kinds.map((one) =>
          button(`+ ${t(one.label)}`, () => add(one.id), { "data-k": `kind ${one.id}` }),
        ),
      ),
      draft.length ? h("ul", { class: "given", "aria-label": w("actors") }, draft.map(row)) : null,
      button(w(draft.length ? "goOn" : "noActors"), () => commit(draft), {
        class: "main",
        "data-k": "go on",
      }),
    );
  fill();
  return place;
}

// Who takes part is said: nobody else is asked for. What was said of those taken away goes too.
function commit(draft) {
  const added = Object.fromEntries(draft);
  const gone = Object.keys(state.added).filter((id) => !(id in added));
  const kept = (key) => !gone.some((id) => key.startsWith(`${id}.`));
  const set = Object.fromEntries(Object.entries(state.set).filter(([key]) => kept(key)));
  const { asked, unknown } = step(ACTORS);
  change({ added, set, asked: asked.filter(kept), unknown: [...unknown.filter(kept), ACTORS] });
}

function pass(key) {
  const { asked, unknown } = step(key);
  setFacts({ [key]: null }, { asked, unknown: [...unknown, key] });
}

// To leave a question without an answer: back to the one before, on, or as not known. Named by
// the question, for the reader is then at the next one.
function moving(now) {
  const at = again ? state.asked.indexOf(again) : state.asked.length;
  const to = (word, act, attributes) =>
    button(w(word), act, { "data-k": `${word} ${now.key}`, ...attributes });
  return h(
    "div",
    { class: "row moving" },
    at > 0 ? to("back", () => askAgain(state.asked[at - 1])) : null,
    now.key && now.key !== ACTORS
      ? to("dontKnow", () => pass(now.key), {
          "aria-pressed": state.unknown.includes(now.key) ? "true" : null,
        })
      : null,
    again ? to("asIs", () => askAgain("")) : null,
  );
}

function finished() {
  return [
    h("h1", LEAD, w("finished")),
    button(w("seeAll"), () => look({ view: "answer" }), { class: "main" }),
  ];
}

// What was answered; what was answered here can be answered anew.
function given(facts, inputs) {
  const row = (key, told) => {
    const { input, about } = inputs.get(key);
    const label = [about, input.label].filter(Boolean).map(t).join(", ");
    const named = { "aria-label": `${w("edit")}: ${label}`, "data-k": `edit ${key} ${again}` };
    const own = key in state.set || state.unknown.includes(key);
    return h(
      "li",
      null,
      `${label}: `,
      told,
      " ",
      own ? button(w("edit"), () => askAgain(key), { class: "small", ...named }) : null,
    );
  };
  const rows = [
    ...facts.said
      .filter((one) => inputs.has(one.key))
      .map((one) => row(one.key, h("b", null, t(one.told)))),
    ...state.unknown
      .filter((key) => inputs.has(key))
      .map((key) => row(key, h("i", null, w("unknown")))),
  ];
  return rows.length ? [h("h3", null, w("answers")), h("ul", { class: "given" }, rows)] : null;
}
