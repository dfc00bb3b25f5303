// What the page is about: a profile, the changes made to it, where one looks. It stands in the
// address behind the #, which never leaves the machine: a link carries all of it, and the back
// button of the browser undoes a step.

const NOTHING = { scenario: null, set: {}, assume: {}, added: {}, unknown: [], asked: [] };
const SHELF = "kemitraan";
const FIRST = document.documentElement.lang === "en" ? "en" : "id";
export const state = { ...NOTHING, lang: FIRST, view: "start" };
let told = () => {};

export function listen(listener) {
  told = listener;
}

// The text in the language of the page, of what the engine tells in both.
export const t = (text) => (text ? text[state.lang === "en" ? "eng" : "ind"] : "");

// Makes a change that can be undone, and tells of it.
export function change(edits) {
  Object.assign(state, edits);
  write(true);
  told();
}

// Looks elsewhere.
export function look(edits) {
  Object.assign(state, edits);
  write(false);
  told();
}

export function begin(scenario, view = "answer") {
  change({ ...structuredClone(NOTHING), scenario, view });
}

// Sets a fact: a list of values; an empty one takes away what the profile says; null undoes.
export function setFacts(facts, more = {}) {
  const set = { ...state.set };
  for (const [key, values] of Object.entries(facts)) {
    if (values === null) delete set[key];
    else set[key] = values;
  }
  change({ set, ...more });
}

// A name for a party of this kind that no other one has.
export function freshId(kind, taken) {
  let n = 1;
  while (taken.includes(`${kind}_${n}`)) n += 1;
  return `${kind}_${n}`;
}

export const count = () =>
  Object.keys(state.set).length +
  Object.keys(state.assume).length +
  Object.keys(state.added).length;

export function settings(of = state) {
  return Object.entries(of.set).flatMap(([key, values]) =>
    (values.length ? values : ["?"]).map((value) => `${key}=${value}`),
  );
}

// The question about a profile with all its changes: the one that is looked at, or other work.
export function question(more = {}, of = state) {
  const added = Object.entries(of.added);
  const asked = { scenario: of.scenario };
  const set = settings(of);
  const assume = Object.entries(of.assume).map((pair) => pair.join("="));
  if (set.length) asked.settings = set;
  if (assume.length) asked.assume = assume;
  if (added.length) asked.overlays = [{ file: "+", text: overlay(added) }];
  return { ...asked, ...more };
}

export const questionOf = (work) => question({}, { ...structuredClone(NOTHING), ...sound(work) });

// Actors that were added, as an overlay. What stands in quotes in JSON does so in YAML.
function overlay(added) {
  const about = "{id: Pihak yang ditambahkan, en: Parties that were added}";
  const lines = added.map(
    ([id, one]) =>
      `  ${id}: {kind: ${one.kind}${one.name ? `, name: ${JSON.stringify(one.name)}` : ""}}`,
  );
  return ["id: added", `name: ${about}`, `about: ${about}`, "actors:", ...lines, ""].join("\n");
}

// The address

export function base64(bytes) {
  const letters = [];
  // All at once would be more arguments than a function may have.
  for (let at = 0; at < bytes.length; at += 30_000)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + 30_000)));
  return btoa(letters.join(""));
}
export const bytesOf = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const encode = (bytes) =>
  base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const decode = (text) => bytesOf(text.replaceAll("-", "+").replaceAll("_", "/"));

function work() {
  return Object.fromEntries(Object.keys(NOTHING).map((name) => [name, state[name]]));
}

function write(step) {
  const hash = new URLSearchParams({ lang: state.lang, view: state.view });
  if (state.scenario) hash.set("s", encode(new TextEncoder().encode(JSON.stringify(work()))));
  history[step ? "pushState" : "replaceState"](null, "", `#${hash}`);
}

// Reads the address; what somebody wrote into it is taken only where it has the right form.
export function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  if (["id", "en"].includes(hash.get("lang"))) state.lang = hash.get("lang");
  let found = {};
  try {
    found = JSON.parse(new TextDecoder().decode(decode(hash.get("s") || "")));
  } catch {
    /* no state: a new page */
  }
  Object.assign(state, structuredClone(NOTHING), sound(found));
  const view = hash.get("view");
  state.view = state.scenario && /^[a-z]+$/.test(view || "") ? view : "start";
}

function sound(found) {
  const good = {};
  const words = (list) => Array.isArray(list) && list.every((one) => typeof one === "string");
  const record = (one) => one !== null && typeof one === "object" && !Array.isArray(one);
  const { scenario, set, assume, added, unknown, asked } = record(found) ? found : {};
  if (typeof scenario === "string" || (record(scenario) && words([scenario.file, scenario.text])))
    good.scenario = scenario;
  if (record(set) && Object.values(set).every(words)) good.set = set;
  if (record(assume) && words(Object.values(assume))) good.assume = assume;
  if (
    record(added) &&
    Object.entries(added).every(
      ([id, one]) =>
        /^\w+$/.test(id) && record(one) && /^\w+$/.test(one.kind) && typeof one.name === "string",
    )
  )
    good.added = added;
  if (words(unknown)) good.unknown = unknown;
  if (words(asked)) good.asked = asked;
  return good;
}

// The shelf: work kept in this browser, where it is asked for.

export function shelf() {
  try {
    const found = JSON.parse(localStorage.getItem(SHELF) || "[]");
    return Array.isArray(found)
      ? found.filter((one) => typeof one?.name === "string" && sound(one.work).scenario)
      : [];
  } catch {
    return [];
  }
}

export function keep(name, on) {
  const rest = shelf().filter((one) => one.name !== name);
  localStorage.setItem(SHELF, JSON.stringify([{ name, on, work: work() }, ...rest].slice(0, 12)));
}

export function drop(name) {
  localStorage.setItem(SHELF, JSON.stringify(shelf().filter((one) => one.name !== name)));
}

export function resume(one) {
  change({ ...structuredClone(NOTHING), ...sound(one.work), view: "answer" });
}

// All that the address holds, as a file: for a colleague, or for another day.

export const asFile = (name) => ({
  file: `${name}.kemitraan.json`,
  text: `${JSON.stringify({ work: work() }, null, 2)}\n`,
});

// Returns what such a file holds; null where it is another.
export function fromFile(text) {
  try {
    const one = JSON.parse(text);
    return sound(one?.work).scenario ? one : null;
  } catch {
    return null;
  }
}
