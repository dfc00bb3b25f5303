"""The page from a folder of a web server: kept whole, opened without a network, never mixed."""

from __future__ import annotations

import functools
import os
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.folder import folder_page, save_folder
from tests.page.conftest import window
from tests.page.pyodide import small_pyodide

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEPT = "navigator.serviceWorker.ready.then((one) => one.active.state === 'activated')"
UPDATE = """navigator.serviceWorker.ready.then(async (one) => {
  await one.update();
  const made = one.installing;
  while (made.state === "installing") await new Promise((done) => setTimeout(done, 20));
  return made.state;
})"""
RELEASE = "document.querySelector('link[rel=stylesheet]').getAttribute('href')"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so above
        """Keep the output of the tests as it is."""


@contextmanager
def site(folder: Path, port: int = 0) -> Iterator[ThreadingHTTPServer]:
    """Serve a folder while this lasts."""
    with ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(_Quiet, directory=str(folder))
    ) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def opened(context: Any, address: str) -> Any:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("header .brand", timeout=30_000)
    return page


def test_release_is_kept_whole_until_the_next_is_whole_and_no_page_of_it_is_open(
    chromium: Any, tmp_path: Path
) -> None:
    small, folder = tmp_path / "package", tmp_path / "root" / "below"
    small.mkdir()
    folder.parent.mkdir()
    first = folder_page(small_pyodide(small))
    (small / "pyodide-lock.json").write_bytes(b"y")
    second = folder_page(small)
    save_folder(first, folder)
    with window(chromium, "http://127.0.0.1") as context:
        with site(folder.parent) as server:
            port = server.server_port
            address = f"http://127.0.0.1:{port}/below/"
            page = opened(context, address)
            # What stands for Pyodide here is none.
            page.wait_for_selector("[role=alert]", timeout=30_000)
            page.wait_for_function(KEPT, timeout=30_000)
            old = page.evaluate(RELEASE)
        # Nobody serves it any more.
        page.goto("about:blank")
        page.close()
        page = opened(context, f"{address}#lang=en&view=start")
        assert page.evaluate(RELEASE) == old
        # A release of which a file is another one is not taken.
        style = next(name for name in second if name.endswith("/style.css"))
        save_folder({**second, style: b"/* of another release */"}, folder)
        with site(folder.parent, port):
            assert page.evaluate(UPDATE) == "redundant"
            assert len(page.evaluate("caches.keys()")) == 1
        bad = (folder / style).stat().st_mtime
        save_folder(second, folder)
        # By the second alone a web server tells whether a file is another one.
        os.utime(folder / style, (bad + 1, bad + 1))
        with site(folder.parent, port):
            assert page.evaluate(UPDATE) == "installed"
            assert opened(context, address).evaluate(RELEASE) == old
        for each in context.pages:
            each.close()
        page = opened(context, address)
        page.wait_for_function(f"{RELEASE} === {style!r}")
        page.wait_for_function("caches.keys().then((names) => names.length === 1)")


def test_folder_answers_without_a_network_after_the_first_visit(
    chromium: Any, tmp_path: Path
) -> None:
    if not (pyodide := os.environ.get("KEMITRAAN_PYODIDE")):
        pytest.skip("KEMITRAAN_PYODIDE names no folder of Pyodide")
    save_folder(folder_page(Path(pyodide)), tmp_path / "site")
    with window(chromium, "http://127.0.0.1") as context:
        with site(tmp_path) as server:
            address = f"http://127.0.0.1:{server.server_port}/site/"
            page = opened(context, address)
            page.wait_for_selector("main:not([aria-busy]) .tile", timeout=120_000)
            page.wait_for_function(KEPT, timeout=60_000)
        page.close()
        page = opened(context, address)
        page.wait_for_selector("main:not([aria-busy]) .tile", timeout=120_000)
        assert page.locator("#starting").count() == 0
        assert "GNU GENERAL PUBLIC LICENSE" in page.evaluate(
            "fetch(document.querySelector('footer a').href).then((one) => one.text())"
        )
