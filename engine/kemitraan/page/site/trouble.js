// What went wrong, in words: the faults of what was given, or that nothing came back.

import { h } from "./dom.js";
import { t } from "./state.js";
import { has, w } from "./words.js";

export function troubleOf(error) {
  if (error.faults) return faultList(error.faults);
  console.error(error);
  return h("p", null, w(has(error.message) ? error.message : "failed"));
}

function faultList(faults) {
  return h(
    "ul",
    null,
    faults.map((one) =>
      h(
        "li",
        null,
        h("b", null, `${place(one)}: `),
        [one.what, one.why, one.fix]
          .map(t)
          .filter(Boolean)
          .map((said) => (/[.?]$/.test(said) ? said : `${said}.`))
          .join(" "),
      ),
    ),
  );
}

// What was chosen on the page stands in no file.
function place({ file, line }) {
  if (file.startsWith("--")) return w("yours");
  return line ? `${file}, ${w("line", { n: line })}` : file;
}
