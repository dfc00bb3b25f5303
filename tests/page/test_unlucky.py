"""What goes wrong around the page: nothing is lost, nothing is run, and what happened is told."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.command import ROOT
from tests.page.conftest import SETTLED, link, opened, window

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EVIL = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
CHANGED = {"scenario": "itabajo", "set": {"management": ["strong"]}}


def carried(page: Any) -> dict[str, Any]:
    """Return what the address says is worked on."""
    said = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('s')")
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(f"{said}==="))
    return found


def test_markup_stays_text_in_every_part_of_the_page(page: Any, server: PageServer) -> None:
    text = f"id: x\nname: {json.dumps(EVIL)}\nsentra:\n  vision: {json.dumps(EVIL)}\n"
    work = {
        "scenario": {"file": f"{EVIL}.yaml", "text": text},
        "set": {"vision": [EVIL]},
        "added": {"bank_1": {"kind": "financial_institution", "name": EVIL}},
    }
    for view in ("interview", "take", "answer"):
        opened(page, server.address + link(view, **work))
        assert page.inner_text(".title:not(.screen)") == EVIL
    assert EVIL in page.inner_text(".delta")
    # What was kept is offered by its name, and a link that says what nobody sets is told as such.
    opened(page, server.address + link("take", **work))
    page.click("[data-k=keep]")
    opened(page, f"{server.address}#lang=en")
    assert page.inner_text(".shelf button.link") == EVIL
    opened(page, server.address + link("answer", scenario="itabajo", set={"<b>x</b>": [EVIL]}))
    assert "<b>x</b>" in page.inner_text("[role=alert]")
    assert page.query_selector("main img, main script") is None
    assert page.title() != "run"


@pytest.mark.parametrize(
    "fragment",
    [
        "#s=%%%&view=answer",
        "#s=AAAA&view=answer",
        link("constructor", scenario="itabajo"),
        link("answer", scenario=["itabajo"], set="x", assume=[1], added={"a b": {"kind": "x"}}),
        link("answer", scenario={"file": "x.yaml"}),
        "#" + "x" * 200_000,
    ],
    ids=range(6),
)
def test_broken_link_opens_where_one_begins(page: Any, server: PageServer, fragment: str) -> None:
    page.goto(server.address + fragment)
    page.wait_for_selector("main:not([aria-busy]) .tile", timeout=30_000)


def test_what_is_far_too_large_is_told_and_nothing_is_lost(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("answer", **CHANGED))
    page.evaluate(
        """() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["a: ".padEnd(9_000_000, "x")], "large.yaml"));
          window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
        }"""
    )
    page.wait_for_selector("dialog li", timeout=30_000)
    assert "large.yaml" in page.inner_text("dialog")
    page.keyboard.press("Escape")
    assert carried(page)["set"] == CHANGED["set"]
    text = f"id: x\nname: X\nnotes: {'x' * 420_000}\n"
    opened(page, server.address + link("answer", scenario={"file": "long.yaml", "text": text}))
    assert "long.yaml: too long" in page.inner_text("[role=alert]")


def test_tab_closed_in_the_middle_ends_its_question_and_the_next_is_answered(
    chromium: Any, server: PageServer, capfd: pytest.CaptureFixture[str]
) -> None:
    with window(chromium, server.address) as context:
        page = context.new_page()
        opened(page, f"{server.address}#lang=en")
        with page.expect_request("**/ask"):
            page.evaluate(
                """() => { fetch("ask", {
                  method: "POST",
                  headers: { "Content-Type": "application/json" },
                  body: '{"verb": "flips", "arguments": {"scenario": "itabajo", "together": 3}}',
                }).catch(() => {}); }"""
            )
        assert any(server.turn.locked() or page.evaluate("0") for _ in range(5000))
        page.close()
        other = context.new_page()
        other.goto(f"{server.address}#lang=en")
        other.wait_for_selector(".tile", timeout=15_000)
    assert capfd.readouterr().err == ""


def test_two_tabs_are_answered_each_and_keep_beside_each_other(
    chromium: Any, server: PageServer
) -> None:
    with window(chromium, server.address) as context:
        tabs = [context.new_page(), context.new_page()]
        for tab, name in zip(tabs, ("itabajo", "tenun-troso"), strict=True):
            tab.goto(server.address + link("take", scenario=name))
        for tab in tabs:
            tab.click("[data-k=keep]", timeout=30_000)
        names = [tab.inner_text(".title:not(.screen)") for tab in tabs]
        assert len(set(names)) == 2
        opened(tabs[0], f"{server.address}#lang=en")
        assert tabs[0].locator(".shelf button.link").all_inner_texts() == names[::-1]
        # What is removed in one tab is not brought back by the other.
        opened(tabs[1], f"{server.address}#lang=en")
        tabs[0].click(".shelf button.small")
        tabs[1].click(".shelf li:last-child button.small")
        tabs[1].wait_for_selector(".shelf", state="detached")


def test_program_that_ended_loses_nothing_and_its_work_goes_on_in_the_next(
    chromium: Any, server: PageServer
) -> None:
    command = [sys.executable, "-m", "kemitraan", "web", "--no-open", "--lang", "en"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        found = re.search(r"http://[^#]+", program.stderr.readline())
        assert found is not None
        with window(chromium, found.group(), server.address) as context:
            page = context.new_page()
            opened(page, found.group() + link("answer", **CHANGED))
            program.kill()
            program.wait()
            page.click("[data-k='view firm']")
            page.wait_for_selector("[role=alert]")
            assert "kemitraan web" in page.inner_text("[role=alert]")
            assert carried(page)["set"] == CHANGED["set"]
            with page.expect_download() as saved:
                page.click("[role=alert] [data-k=work]")
            opened(page, f"{server.address}#lang=en")
            content = Path(saved.value.path()).read_bytes()
            sent = {"name": saved.value.suggested_filename, "mimeType": "", "buffer": content}
            page.set_input_files("#file", sent)
            page.wait_for_selector(".delta:not(.none)", timeout=30_000)


# Answers are held back until it is said that they may come, and nobody can stop them.
HELD = """() => {
  const ask = globalThis.fetch;
  globalThis.held = [];
  globalThis.fetch = async (address, { signal, ...options }) => {
    const answer = await ask(address, options);
    if (held)
      await new Promise((go) => {
        document.body.dataset.held = held.push(go);
      });
    return answer;
  };
}"""
# That to the first question comes last.
LATE = "() => { const all = held; held = null; for (const go of all.reverse()) go(); }"


def test_of_quick_presses_the_last_wins_and_each_is_a_step_back(
    page: Any, server: PageServer
) -> None:
    opened(page, server.address + link("answer", scenario="itabajo"))
    page.click(".facts > details > summary")
    page.fill(".find", "management")
    page.evaluate(HELD)
    for level in ("weak", "strong", "weak", "strong"):
        page.evaluate(
            "(one) => document.querySelector(one).click()", f"[data-k='management={level}']"
        )
    page.wait_for_selector("[data-held='4']", timeout=30_000)
    page.evaluate(LATE)
    page.wait_for_selector("main:not([aria-busy]) .rest:not([aria-busy])", timeout=30_000)
    strong, weak = (
        f"[data-k='management={level}'][aria-pressed=true]" for level in ("strong", "weak")
    )
    assert page.query_selector(strong)
    assert "→ strong" in page.inner_text(".edits")
    page.go_back()
    page.wait_for_selector(weak, timeout=30_000)
    assert carried(page)["set"] == {"management": ["weak"]}
    page.go_forward()
    page.wait_for_selector(strong, timeout=30_000)
    assert carried(page)["set"] == {"management": ["strong"]}
    page.wait_for_selector(SETTLED)


def test_shelf_that_is_full_is_told(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("take", **CHANGED))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException(); }; }")
    page.click("[data-k=keep]")
    assert "full" in page.inner_text(".card:has([data-k=keep])")
