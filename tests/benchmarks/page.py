"""What a change takes on the page: in the engine, and in a browser, at full and at a quarter speed.

Asked in the order of the page: the facts with the verdicts, what a change makes different, then all
of the advice. The browser is Chromium, over the server and, where KEMITRAAN_PYODIDE names the
folder of Pyodide, from the page as one file with the network off.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import psutil
from tabulate import tabulate

from kemitraan.case import examine
from kemitraan.page.ask import ask
from kemitraan.page.build import single_page
from kemitraan.page.given import base_of
from kemitraan.page.web import PageServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

VERBS: Final = ("facts", "whatif", "recommend")
SENTRA: Final = "itabajo"
LEVELS: Final = ("strong", "weak", "developing")
ROUNDS: Final = 3
SLICE: Final = 0.02
"""So many seconds, of which a slowed browser gets its share."""

_PATIENCE: Final = 300_000
_WATCH: Final = """() => {
  const told = document.documentElement.dataset;
  let since = 0, begun = false;
  document.addEventListener("click", () => {
    since = performance.now();
    begun = false;
    for (const name of ["verdicts", "difference", "all"]) delete told[name];
  }, true);
  const noted = (name) => { told[name] ??= performance.now() - since; };
  new MutationObserver(() => {
    const waits = document.querySelector(".rest")?.hasAttribute("aria-busy");
    begun ||= waits;
    if (!begun || told.all) return;
    noted("verdicts");
    if (document.querySelector(".delta:not(.none)")) noted("difference");
    if (!waits) noted("all");
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""


class Felt(NamedTuple):
    """Seconds from opening the page to its first answer, and from a press to what it changes."""

    first: float
    verdicts: float
    difference: float
    whole: float


def in_engine() -> dict[str, float]:
    """Return the processor seconds of each question after a change, the least of some rounds."""
    for verb in VERBS:
        ask(verb, {"scenario": SENTRA})
    found: dict[str, list[float]] = {verb: [] for verb in VERBS}
    for number in range(ROUNDS * len(LEVELS)):
        # Each round changes something else: no answer is there already.
        level = f"management={LEVELS[number % len(LEVELS)]}"
        asked = {"scenario": SENTRA, "settings": [level, f"mentoring_months={number + 1}"]}
        for verb in VERBS:
            found[verb].append(_taken(lambda verb=verb, asked=asked: ask(verb, asked)))  # type: ignore[misc]
    return {verb: min(times) for verb, times in found.items()}


def inference() -> float:
    """Return the processor seconds of one inference, the least of some rounds."""
    return min(_taken(lambda: examine(SENTRA, base=base_of())) for _ in range(ROUNDS * 3))


def _taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def in_browser(address: str, share: float = 1.0) -> Felt:
    """Return what one waits for; the browser gets a share of the processor."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_offline(address.startswith("file:"))
        page = context.new_page()
        said = base64.urlsafe_b64encode(json.dumps({"scenario": SENTRA}).encode()).decode()
        with slowed(share):
            start = time.perf_counter()
            page.goto(f"{address}#lang=en&view=answer&s={said.rstrip('=')}")
            page.wait_for_selector(".summary", timeout=_PATIENCE)
            first = time.perf_counter() - start
            page.wait_for_selector(".rest:not([aria-busy]) .part", timeout=_PATIENCE)
            return Felt(first, *_changes(page))


def _changes(page: Any) -> tuple[float, float, float]:
    page.fill(".find", "management")
    page.evaluate(_WATCH)
    found = []
    for level in LEVELS:
        page.click(f"[data-k='management={level}']", timeout=_PATIENCE)
        page.wait_for_selector("html[data-all]", timeout=_PATIENCE)
        seen = page.evaluate("({ ...document.documentElement.dataset })")
        found.append([float(seen[name]) / 1000 for name in ("verdicts", "difference", "all")])
    verdicts, difference, whole = map(median, zip(*found, strict=True))
    return verdicts, difference, whole


@contextmanager
def slowed(share: float) -> Iterator[None]:
    """Let the processes of the browser run for a share of the time only."""
    ended = threading.Event()

    def hold() -> None:
        while not ended.wait(SLICE * share):
            drawing = [p for p in psutil.Process().children(recursive=True) if _draws(p)]
            _sent(drawing, signal.SIGSTOP)
            time.sleep(SLICE * (1 - share))
            _sent(drawing, signal.SIGCONT)

    thread = threading.Thread(target=hold, daemon=True)
    if share < 1:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if share < 1:
            thread.join()


def _sent(processes: Iterable[psutil.Process], what: signal.Signals) -> None:
    for process in processes:
        # One may have ended meanwhile.
        with suppress(psutil.Error):
            process.send_signal(what)


def _draws(process: psutil.Process) -> bool:
    try:
        return "--type=renderer" in process.cmdline()
    except psutil.Error:
        return False


def main() -> None:
    """Print what the page takes."""
    once = inference()
    rows = [(verb, f"{s * 1000:.0f} ms", f"{s / once:.1f}") for verb, s in in_engine().items()]
    rows.insert(0, ("one inference", f"{once * 1000:.0f} ms", "1.0"))
    print("\nA change on the page, in the engine; each question after those above it\n")
    print(tabulate(rows, ["question", "processor time", "ratio"], disable_numparse=True))
    print("\nThe same in Chromium, seconds one waits; the median of three changes\n")
    lines = []
    with TemporaryDirectory() as folder, PageServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ways = [("kemitraan web", server.address, 1.0)]
        if pyodide := os.environ.get("KEMITRAAN_PYODIDE"):
            file = Path(folder, "kemitraan.html")
            file.write_text(single_page(Path(pyodide)), "utf-8")
            ways += [("one file, offline", file.as_uri(), share) for share in (1.0, 0.25)]
        for name, address, share in ways:
            felt = in_browser(address, share)
            lines.append((name, f"{share:.0%}", *(f"{seconds:.2f}" for seconds in felt)))
        server.shutdown()
    headers = ["page", "processor", "first answer", "verdicts", "difference", "all of the advice"]
    print(tabulate(lines, headers, disable_numparse=True))
