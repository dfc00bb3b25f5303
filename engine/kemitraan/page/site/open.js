// Opens a file that was chosen or dropped on the page: a profile, a form in Excel, an export of
// Kobo, work that was saved. What is wrong with it, and which sentra is meant, is said above the
// page: what one had before stays as it is.

import { contentOf } from "./content.js";
import { button, h } from "./dom.js";
import { begin, resume, t } from "./state.js";
import { troubleOf } from "./trouble.js";
import { w } from "./words.js";

const SHORT = 300;
let opening = { end: () => {} };

export async function open(file) {
  opening.end();
  const own = above(file);
  opening = own;
  const late = setTimeout(() => own.show(h("h2", null, w("reading", own.names))), SHORT);
  try {
    const { work, profiles } = await contentOf(file, own.signal);
    if (own.signal.aborted) return;
    if (work) {
      own.end();
      resume(work);
      return;
    }
    const [first, ...others] = profiles;
    if (others.length || first.submissions) own.show(...found(profiles, own));
    else go(first, own);
  } catch (error) {
    if (own.signal.aborted) return;
    const told = error instanceof DOMException ? h("p", null, w("unreadable")) : troubleOf(error);
    // A form that was read needs no word on what a form is.
    const other = error.faults?.every((one) => one.file === file.name && !one.line);
    own.show(
      h("h2", null, w("notOpened", own.names)),
      told,
      other ? h("p", { class: "quiet" }, w("opens")) : "",
    );
  } finally {
    clearTimeout(late);
  }
}

function go({ file, text }, own) {
  own.end();
  begin({ file, text });
}

// The sentra of an export, each with what it was merged of.
function found(profiles, own) {
  const differing = (one) => w("differing", { things: one.differing.map(t).join("; ") });
  return [
    h("h2", null, w(profiles.length > 1 ? "several" : "single", { n: profiles.length })),
    h(
      "ul",
      null,
      profiles.map((one) =>
        h(
          "li",
          { class: "line" },
          button(one.name, () => go(one, own), { class: "main" }),
          h("p", { class: "quiet" }, w("merged", { n: one.submissions })),
          one.differing.length ? h("p", { class: "quiet" }, differing(one)) : null,
        ),
      ),
    ),
  ];
}

// What stands above the page until it is closed; whoever closes it waits for nothing any more.
function above(file) {
  const stop = new AbortController();
  const place = h("dialog", { class: "card screen", tabindex: "-1" });
  const end = () => {
    stop.abort();
    place.remove();
  };
  place.addEventListener("close", end);
  const show = (...content) => {
    const close = h("p", { class: "row" }, button(w("close"), end, { "data-k": "close" }));
    place.replaceChildren(...content, close);
    place.setAttribute("aria-label", content[0].textContent);
    if (!place.isConnected) document.body.append(place);
    if (!place.open) place.showModal();
  };
  return { show, end, signal: stop.signal, names: { file: file.name } };
}
