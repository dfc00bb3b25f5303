"""The browser that the tests of the page drive, the server it asks, and what is held of each page.

One browser serves all tests; each has a window of its own, that keeps nothing of the others.
"""

from __future__ import annotations

import base64
import json
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.web import PageServer

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTLED = "main:not([aria-busy]) > *"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
PHONE = {"width": 360, "height": 800}


@contextmanager
def served() -> Iterator[PageServer]:
    """Serve the page while this lasts."""
    with PageServer() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture(scope="package")
def server() -> Iterator[PageServer]:
    with served() as made:
        yield made


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """Return the browser: one that is installed, or the one that playwright keeps."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        installed = next(filter(None, map(shutil.which, NAMES)), None)
        path = installed or playwright.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("there is no Chromium")
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@contextmanager
def window(chromium: Any, *own: str) -> Iterator[Any]:
    """Open a window; nothing may be asked but of addresses that begin with `own`.

    Neither may any of its pages end with an error that nobody caught.
    """
    context = chromium.new_context(viewport=PHONE)
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert [url for url in asked if not url.startswith((*own, "about:", "data:", "blob:"))] == []
    assert errors == []


@pytest.fixture
def page(chromium: Any, server: PageServer) -> Iterator[Any]:
    with window(chromium, server.address) as context:
        yield context.new_page()


def link(view: str, **work: Any) -> str:
    """Return what stands behind the # where this is worked on."""
    said = base64.urlsafe_b64encode(json.dumps(work).encode()).decode().rstrip("=")
    return f"#lang=en&view={view}&s={said}"


def opened(page: Any, address: str) -> None:
    """Open an address anew, and wait for all that is drawn there."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(SETTLED, timeout=30_000)
