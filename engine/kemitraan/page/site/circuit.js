// The circuit of a conclusion: stated facts at the left, rules as gates, the conclusion at the right.

import { cited, statement } from "./cited.js";
import { button, h, list, redraw } from "./dom.js";
import { t } from "./state.js";
import { wired } from "./wires.js";
import { w } from "./words.js";

export function circuit({ conclusion, label, proof }, sources) {
  const nodes = new Map();
  add(nodes, proof, conclusion, 0);
  const told = h(
    "div",
    { class: "told-of", role: "status" },
    h("p", { class: "quiet" }, w("press")),
  );
  const wires = [];
  for (const [id, node] of nodes) {
    node.gates = node.rules.map(({ rule }) => h("span", { class: "gate" }, rule));
    node.name = button(node.text, () => choose(node), {
      "aria-pressed": "false",
      "data-k": `node ${conclusion} ${id}`,
    });
    const kind = node.absent ? "absent" : node.rules.length ? "" : "given";
    node.box = h(
      "div",
      { class: `node ${kind}${node.distance ? "" : " aim"}` },
      h("div", { class: "gates" }, node.gates),
      node.name,
    );
  }
  for (const node of nodes.values())
    for (const [n, { from }] of node.rules.entries())
      for (const id of from) {
        const other = nodes.get(id);
        wires.push([other.box, node.gates[n], other.absent ? "absent" : "", other, node]);
      }
  const last = Math.max(...[...nodes.values()].map((node) => node.distance));
  const columns = Array.from({ length: last + 1 }, (_, n) => ({
    boxes: [...nodes.values()].filter((one) => one.distance === last - n).map((one) => one.box),
  }));
  const drawn = wired(`${w("circuit")}: ${t(label)}`, columns, wires, { fromEnd: true });

  function choose(node) {
    for (const one of nodes.values()) one.name.setAttribute("aria-pressed", String(one === node));
    drawn.mark(([, , , from, to]) => from === node || to === node);
    redraw(told, h("p", null, h("b", null, node.text)), detail(node, sources));
  }
  return [drawn.element, told];
}

// Adds what a proof needs, each fact once, as far from the conclusion as it stands at most.
function add(nodes, proof, path, distance) {
  const id = proof.fact ? proof.fact.conclusion : path;
  const text = proof.fact ? t(proof.fact.label) : t(proof.condition);
  const known = nodes.get(id) || { text, proof, distance, rules: [] };
  known.distance = Math.max(known.distance, distance);
  nodes.set(id, known);
  known.rules = proof.rules.map((step, n) => ({
    rule: step.rule,
    from: [
      ...step.premises.map((one, i) => add(nodes, one, `${id}/${n}.${i}`, distance + 1)),
      ...step.absences.map((one) => absent(nodes, one, distance + 1)),
    ],
  }));
  return id;
}

function absent(nodes, text, distance) {
  const id = `not ${text.eng}`;
  const known = nodes.get(id) || { text: w("absent", { what: t(text) }), absent: true, distance };
  known.rules = [];
  known.distance = Math.max(known.distance, distance);
  nodes.set(id, known);
  return id;
}

function detail({ proof, absent: missing }, sources) {
  if (missing) return h("p", { class: "quiet" }, w("absentLead"));
  if (!proof.rules.length && !proof.stated.length) return h("p", { class: "quiet" }, w("fixed"));
  if (proof.stated.length) return list(proof.stated.map((one) => statement(one, sources)));
  return list(
    proof.rules.map((one) => [
      h("span", { class: "id" }, one.rule),
      " ",
      t(one.because) || t(one.title),
      cited(one.sources, sources),
    ]),
  );
}
