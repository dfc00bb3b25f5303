// Makes elements. Whatever a person or a file said becomes text, never markup.

const open = new Set();

// Where it is said aloud, by a screen reader, what changed.
export const aloud = h("div", { class: "unseen", role: "status" });

// h("p", { class: "x", onclick: f }, "text", child, null, [more]): an element with its content.
export function h(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...content
      .flat(Infinity)
      .filter((one) => one !== null && one !== undefined && one !== false && one !== ""),
  );
  return element;
}

// A part that opens; `build` makes its content when it is opened first. It stays open when all
// around it is drawn anew.
export function fold(key, summary, build, { opened = false, ...attributes } = {}) {
  const inside = h("div", { class: "inside" });
  const part = h(
    "details",
    { "data-fold": key, ...attributes },
    h("summary", { "data-k": `fold ${key}` }, summary),
    inside,
  );
  const fill = () => {
    if (!inside.hasChildNodes()) inside.append(...[build()].flat(Infinity).filter(Boolean));
  };
  const shut = `shut ${key}`;
  if (open.has(key) || (opened && !open.has(shut))) {
    part.open = true;
    fill();
  }
  part.addEventListener("toggle", () => {
    open.delete(part.open ? shut : key);
    open.add(part.open ? key : shut);
    if (part.open) fill();
  });
  return part;
}

// Puts new content in the place of the old, and leaves the reader where they were; where that is
// gone, at what leads the new content. Content that takes over some of the old comes as a function.
export function redraw(place, ...content) {
  const key = document.activeElement?.closest?.("[data-k]")?.dataset.k;
  const within = place.contains(document.activeElement);
  const made = content.flat(Infinity).map((one) => (typeof one === "function" ? one() : one));
  place.replaceChildren(...made.filter(Boolean));
  if (!within) return;
  const same = key && place.querySelector(`[data-k="${CSS.escape(key)}"]`);
  const next = same || place.querySelector("[data-lead]") || place.closest("[tabindex]");
  next?.focus({ preventScroll: true });
}

export const list = (items, attributes) =>
  h(
    "ul",
    attributes,
    items.map((one) => h("li", null, one)),
  );

export function button(text, onclick, attributes = {}) {
  return h("button", { type: "button", onclick, ...attributes }, text);
}

// One of several, or several at once, as buttons: each tells by `pressed` whether it holds.
export function choices(key, label, options, pressed, chosen) {
  return h(
    "div",
    { role: "group", "aria-label": label, class: "choices" },
    options.map(({ id, label: name, hint }) =>
      button(name, () => chosen(id), {
        "aria-pressed": String(pressed.includes(id)),
        title: hint,
        "data-k": `${key}=${id}`,
      }),
    ),
  );
}

// Shows something large above the page, until it is closed.
export function sheet(label, content, closing) {
  const place = h("dialog", { class: "card screen sheet", "aria-label": label });
  const close = button(closing, () => place.close(), { "data-k": "close" });
  place.append(h("div", { class: "sheet-head" }, h("h2", null, label), close), ...content);
  place.addEventListener("close", () => place.remove());
  document.body.append(place);
  place.showModal();
}
