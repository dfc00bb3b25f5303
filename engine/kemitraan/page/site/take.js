// What one takes away: a print, the profile as a file, a link, the same as a command.

import { difference } from "./delta.js";
import { button, h } from "./dom.js";
import { summary } from "./summary.js";
import { whole } from "./whole.js";
import { made, save } from "./give.js";
import { asFile, count, keep, question, settings, state } from "./state.js";
import { w } from "./words.js";

export async function takeView(show, asked) {
  const [form, facts, profile, advice] = [
    await asked("form", {}),
    await asked("facts", question()),
    await asked("profile", question()),
    await asked("recommend", question()),
  ];
  const effects = count() ? await asked("whatif", question()) : null;
  const card = (title, lead, act, more) =>
    h(
      "section",
      { class: "card" },
      h("h2", null, title),
      h("p", { class: "quiet" }, lead),
      act,
      more,
    );
  const told = (place, text) => {
    place.textContent = text;
  };
  const given = (name, verb) =>
    card(
      w(name),
      w(`${name}Lead`),
      made(name, () => asked(verb, question({ lang: state.lang }))),
    );
  const copied = h("p", { role: "status" });
  const kept = h("p", { role: "status" });
  const assumed = Object.keys(state.assume).length > 0;
  show(
    h("h1", { class: "title screen" }, w("take")),
    h(
      "div",
      { class: "ways screen" },
      card(
        w("print"),
        w("printLead"),
        button(w("print"), () => print(), { class: "main" }),
      ),
      given("report", "report"),
      card(
        w("profile"),
        w("profileLead"),
        button(w("profile"), () => save(profile), { "data-k": "save" }),
        assumed ? h("p", null, w("assumedOnly")) : null,
      ),
      given("excel", "form-new"),
      card(
        w("link"),
        w("linkLead"),
        button(
          w("link"),
          async () => {
            // Some browsers refuse it, or have none of it on an address that is not secured.
            const done = await Promise.resolve()
              .then(() => navigator.clipboard.writeText(location.href))
              .then(() => "copied")
              .catch(() => "notCopied");
            told(copied, `${w(done)} ${w("code")}`);
          },
          { "data-k": "link" },
        ),
        copied,
      ),
      card(
        w("work"),
        w("workLead"),
        button(w("work"), () => save(asFile(facts.id)), { "data-k": "work" }),
      ),
      card(
        w("keep"),
        w("keepLead"),
        button(
          w("keep"),
          () => {
            try {
              keep(facts.name, new Date().toISOString().slice(0, 10));
              told(kept, w("keptNow"));
            } catch {
              told(kept, w("notKept"));
            }
          },
          { "data-k": "keep" },
        ),
        kept,
      ),
      card(w("command"), w("commandLead"), h("pre", { tabindex: "0" }, command(profile.file))),
    ),
    h(
      "div",
      { class: "paper" },
      summary(advice, facts, effects),
      // Who reads the print is to know what was only supposed.
      effects ? difference(effects) : null,
      whole(advice, form, facts, () => {}),
    ),
  );
}

// Quoted for the shells people have: double quotes mean the same in all of them.
const quoted = (word) =>
  /^[\w.,=/%+-]+$/.test(word) ? word : `"${word.replace(/[\\"$`]/g, "\\$&")}"`;

function command(file) {
  // Actors that were added stand in the profile alone: then that file is what the command is about.
  const named = typeof state.scenario === "string" && !Object.keys(state.added).length;
  const facts = named ? settings().flatMap((one) => ["--set", one]) : [];
  const assume = Object.entries(state.assume).flatMap((pair) => ["--assume", pair.join("=")]);
  const verb = named && count() ? "whatif" : "recommend";
  return ["kemitraan", verb, named ? state.scenario : file, ...facts, ...assume]
    .map(quoted)
    .join(" ");
}
