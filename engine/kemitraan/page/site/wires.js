// Boxes in columns with lines between them: the circuit of a conclusion, the map of the rules.

import { h } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

// `columns` are heads and boxes from left to right, `wires` pairs of elements, each with its class.
// Where not all has room, the end is seen first if `fromEnd`.
export function wired(label, columns, wires, { fromEnd = false } = {}) {
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("aria-hidden", "true");
  const paths = wires.map(([, , kind]) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", kind || "");
    lines.append(path);
    return path;
  });
  const board = h(
    "div",
    { class: "board" },
    lines,
    columns.map(({ head, boxes }) =>
      h(
        "div",
        { class: "column" },
        head ? h("h3", null, head) : null,
        h("div", { class: "boxes" }, boxes),
      ),
    ),
  );
  const element = h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    board,
  );
  let first = fromEnd;
  // How large a box is, is known once it stands on the page, and again when that is made wider.
  new ResizeObserver(() => {
    const origin = board.getBoundingClientRect();
    lines.setAttribute("width", board.scrollWidth);
    lines.setAttribute("height", board.scrollHeight);
    for (const [n, [from, to]] of wires.entries())
      paths[n].setAttribute("d", line(from, to, origin));
    if (first) element.scrollLeft = element.scrollWidth;
    first = false;
  }).observe(board);
  return {
    element: h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
      board,
    ),
    // Marks the lines for which a test holds.
    mark: (holds) => {
      for (const [n, wire] of wires.entries()) paths[n].classList.toggle("marked", holds(wire));
      board.classList.toggle("marking", wires.some(holds));
    },
  };
}

function line(from, to, origin) {
  const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
  const [x1, y1] = [a.right - origin.left, (a.top + a.bottom) / 2 - origin.top];
  const [x2, y2] = [b.left - origin.left, (b.top + b.bottom) / 2 - origin.top];
  const bend = Math.max(Math.abs(x2 - x1) / 2, 20);
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}
