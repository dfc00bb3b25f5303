// Who said something, and the sources that are cited for it.

import { h } from "./dom.js";
import { t } from "./state.js";
import { w } from "./words.js";

export function statement(one, sources) {
  const said = [
    one.words ? `“${one.words}”` : "",
    one.by ? w("said_by", { who: one.by }) : "",
    one.on,
    one.note,
  ]
    .filter(Boolean)
    .join(", ");
  return [
    w("said"),
    said ? `: ${said}` : "",
    cited(one.source, sources),
    h("span", { class: "quiet" }, ` (${one.place})`),
  ];
}

export const cited = (ids, sources) =>
  ids.map((id) => [
    " ",
    h(
      "abbr",
      {
        class: "cite",
        title: t(sources[id]),
        tabindex: sources[id] ? "0" : null,
        "aria-label": sources[id] ? `${id}: ${t(sources[id])}` : id,
      },
      id,
    ),
  ]);
