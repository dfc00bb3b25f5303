// Says what goes on while the engine starts, from the first moment, in the reader's language.

{
  // How each is called, in Indonesian and in English.
  const STEPS = {
    fetch: ["Mengunduh", "Downloading"],
    unpack: ["Membuka isi berkas", "Unpacking"],
    python: ["Menyalakan mesin hitung (Python)", "Starting the engine (Python)"],
    rules: ["Membaca aturan", "Reading the rules"],
    first: ["Menghitung jawaban pertama", "Computing the first answer"],
  };
  const PATIENCE = [
    "Biasanya beberapa detik; di ponsel atau komputer lama sampai satu menit.",
    "This mostly takes some seconds, on an old phone or computer up to a minute.",
  ];
  const BROKEN = [
    "Halaman ini tidak dapat dimulai. Muat ulang, atau buka dengan Chrome, Edge, atau Firefox keluaran terbaru.",
    "This page cannot start. Reload it, or open it in a current Chrome, Edge or Firefox.",
  ];
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const english = asked === "en" || (asked !== "id" && /^en\b/.test(navigator.language));
  const page = document.documentElement;
  page.lang = english ? "en" : "id";
  const say = (pair) => pair[page.lang === "en" ? 1 : 0];

  const bar = document.createElement("progress");
  const text = document.createElement("p");
  const patience = document.createElement("p");
  const place = document.createElement("section");
  place.id = "starting";
  text.id = "step";
  text.setAttribute("role", "status");
  bar.setAttribute("aria-labelledby", "step");
  patience.className = "quiet";
  place.append(text, bar, patience);
  document.body.append(place);

  const names = [document.currentScript.dataset.first, "python", "rules", "first"];
  bar.max = names.length;
  // Tells of a step, and how far it is (0 to 1); "answered": all is there.
  globalThis.starting = (step, share = 0) => {
    const at = names.indexOf(step);
    if (at < 0) {
      removeEventListener("error", broken, true);
      removeEventListener("unhandledrejection", broken);
      place.remove();
      return;
    }
    bar.value = at + share;
    patience.textContent = say(PATIENCE);
    text.textContent = `${at + 1}/${names.length} · ${say(STEPS[step])} …`;
  };
  const broken = () => {
    text.textContent = say(BROKEN);
    text.setAttribute("role", "alert");
    bar.remove();
    patience.remove();
  };
  addEventListener("error", broken, true);
  addEventListener("unhandledrejection", broken);
  globalThis.starting(names[0]);
}
