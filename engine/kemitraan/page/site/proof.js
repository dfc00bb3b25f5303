// Why a line is there: its proof as a tree, opened step by step, down to who said it.

import { cited, statement } from "./cited.js";
import { circuit } from "./circuit.js";
import { ask } from "./engine.js";
import { button, fold, h, list, sheet } from "./dom.js";
import { question, t } from "./state.js";
import { w } from "./words.js";

// A line that opens its proof. `more` stands within, above it.
export function line(entry, content, { key = entry.conclusion, more = [] } = {}) {
  if (!entry.conclusion && !more.length) return h("div", { class: "line plain" }, content);
  return fold(
    `line ${key}`,
    content,
    () => [...more, entry.conclusion ? proofs(entry.conclusion) : null],
    { class: "line" },
  );
}

function proofs(conclusion) {
  const place = h("div", { class: "proof", "aria-busy": "true" }, w("working"));
  ask("why", question({ conclusion })).then(
    (answer) => {
      place.removeAttribute("aria-busy");
      place.replaceChildren(
        ...(answer.kind === "faults"
          ? answer.faults.map((one) => h("p", null, t(one.what)))
          : told(answer)),
      );
    },
    (error) => {
      place.textContent = w(error.message in { gone: 1, long: 1 } ? error.message : "failed");
    },
  );
  return place;
}

function told(answer) {
  return answer.proofs
    .flatMap((one) => [
      h("p", { class: "over" }, w("why")),
      step(one.proof, one.conclusion, answer.sources, true),
      button(w("circuit"), () => sheet(t(one.label), circuit(one, answer.sources), w("close")), {
        class: "small screen",
        "data-k": `circuit ${one.conclusion}`,
      }),
      one.assumptions.length
        ? list(
            one.assumptions.map((a) => [
              h("b", null, `${a.id} ${t(a.label)}: `),
              t(a.choice_label),
              ". ",
              h("span", { class: "quiet" }, t(a.reason)),
            ]),
            { class: "assumed" },
          )
        : null,
    ])
    .filter(Boolean);
}

function step(proof, path, sources, opened) {
  const label = proof.fact ? t(proof.fact.label) : t(proof.condition);
  if (proof.stated.length)
    return h(
      "div",
      { class: "stated" },
      h("b", null, label),
      list(proof.stated.map((one) => statement(one, sources))),
    );
  if (!proof.rules.length) return h("div", { class: "stated" }, label);
  return fold(
    `proof ${path}`,
    label,
    () =>
      proof.rules.map((rule, n) =>
        h(
          "div",
          { class: "rule" },
          h(
            "p",
            null,
            h("span", { class: "id" }, rule.rule),
            " ",
            t(rule.because) || t(rule.title),
            cited(rule.sources, sources),
          ),
          list([
            ...rule.premises.map((one, i) => step(one, `${path}/${n}.${i}`, sources, false)),
            ...rule.absences.map((one) =>
              h("div", { class: "quiet" }, w("absent", { what: t(one) })),
            ),
          ]),
        ),
      ),
    { opened },
  );
}
