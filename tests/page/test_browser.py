"""The page in a browser: it answers, undoes, changes its language, and takes and gives files."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.ask import ask
from tests.form.kobo import exported
from tests.form.sheets import fill, named
from tests.page.conftest import link
from tests.page.conftest import opened as anew

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PROFILE = "id: kopi-bajawa\nname: Kopi Bajawa\n"
DROP = """([name, packed]) => {
  const dataTransfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  dataTransfer.items.add(new File([bytes], name));
  window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
}"""


def opened(page: Any, server: PageServer, view: str, **work: Any) -> None:
    anew(page, server.address + link(view, **work))


def test_change_shows_its_effect_and_is_undone_and_told_in_the_other_language(
    page: Any, server: PageServer
) -> None:
    opened(page, server, "answer", scenario="itabajo")
    assert "conditionally ready" in page.text_content(".summary")
    page.click(".facts > details > summary")
    page.fill(".find", "management")
    page.click("[data-k='management=strong']")
    page.wait_for_selector(".delta:not(.none)", timeout=30_000)
    assert "POT-01" in page.inner_text(".delta")
    page.click(".lang")
    page.wait_for_selector("html[lang=id] .delta:not(.none)", timeout=30_000)
    assert "Yang berubah" in page.inner_text(".delta")
    page.click("[data-k=reset]")
    page.wait_for_selector(".delta.none", timeout=30_000, state="attached")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


@pytest.mark.thorough
def test_proof_opens_by_keyboard_down_to_who_said_it(page: Any, server: PageServer) -> None:
    opened(page, server, "answer", scenario="itabajo")
    page.focus(".head .line > summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".proof .rule", timeout=30_000)
    assert "RDY-" in page.inner_text(".proof")


def dropped(page: Any, name: str, book: Any) -> None:
    made = io.BytesIO()
    book.save(made)
    page.evaluate(DROP, [name, base64.b64encode(made.getvalue()).decode()])


def test_dropped_form_is_opened_and_taken_away_and_a_faulty_one_loses_nothing(
    page: Any, server: PageServer
) -> None:
    opened(page, server, "take", scenario="itabajo", set={"management": ["strong"]})
    before = page.evaluate("location.href")
    faulty = named()
    cell = fill(faulty, "management", value="sturdy")
    dropped(page, "form.xlsx", faulty)
    page.wait_for_selector("dialog[open]", timeout=30_000)
    assert f"form.xlsx, {cell}: " in page.inner_text("dialog")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("location.href") == before

    dropped(page, "export.xlsx", exported([{"sentra_name": "Kopi"}, {"sentra_name": "Garam"}]))
    page.click("dialog button:text-is('Garam')")
    page.wait_for_selector(".summary .title:text-is('Garam')", timeout=30_000)
    page.go_back()
    page.wait_for_selector("[data-k=excel]", timeout=30_000)
    assert page.evaluate("location.href") == before

    dropped(page, "form.xlsx", named("Kopi Bajawa"))
    page.wait_for_selector(".summary .title:text-is('Kopi Bajawa')", timeout=30_000)
    page.click("[data-k='view take']")
    with page.expect_download() as saved:
        page.click("[data-k=excel]")
    assert saved.value.suggested_filename == "form.xlsx"
    asked = {"scenario": {"file": "form.yaml", "text": PROFILE}, "lang": "en"}
    made = base64.b64decode(json.loads(ask("form-new", asked))["base64"])
    assert Path(saved.value.path()).read_bytes() == made


def test_work_that_was_saved_is_all_there_when_it_is_opened(page: Any, server: PageServer) -> None:
    work = {
        "set": {"management": ["strong"]},
        "assume": {"quality_role": "selects"},
        "added": {"bank_1": {"kind": "financial_institution", "name": "Bank"}},
    }
    opened(page, server, "take", scenario="itabajo", **work)
    with page.expect_download() as saved:
        page.click("[data-k=work]")
    content = Path(saved.value.path()).read_bytes()
    opened(page, server, "start")
    page.evaluate(DROP, [saved.value.suggested_filename, base64.b64encode(content).decode()])
    page.wait_for_selector(".delta:not(.none)", timeout=30_000)
    said = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('s')")
    found = json.loads(base64.urlsafe_b64decode(said + "==="))
    assert {name: found[name] for name in work} == work
    assert found["scenario"] == "itabajo"


def test_circuit_and_map_of_the_rules_open_what_is_pressed(page: Any, server: PageServer) -> None:
    opened(page, server, "answer", scenario="itabajo")
    page.click("[data-k='fold line readiness']")
    page.click("button[data-k^='circuit ']", timeout=30_000)
    page.click("dialog .node:not(.given):not(.absent):not(.aim) button")
    pressed = page.inner_text("dialog .node:has([aria-pressed=true]) .gate >> nth=0")
    assert page.inner_text("dialog .told-of .id >> nth=0") == pressed
    assert page.locator("dialog path.marked").count() >= 2
    page.keyboard.press("Escape")
    page.click("[data-k='view start']")
    page.click("[data-k='rule map']")
    page.click("dialog [data-k='box rules/4-strategy/readiness.yaml']", timeout=30_000)
    page.click("dialog .line summary >> nth=0")
    page.wait_for_selector("dialog .line dt", timeout=30_000)
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_another_sentra_of_an_export_is_set_beside_this_one(
    page: Any, server: PageServer, tmp_path: Path
) -> None:
    opened(page, server, "firm", scenario="itabajo")
    book = tmp_path / "export.xlsx"
    exported([{"sentra_name": "Kopi"}, {"sentra_name": "Garam"}]).save(book)
    page.set_input_files("#beside", book)
    page.click(".part-compare button:text-is('Garam')", timeout=30_000)
    page.wait_for_selector(".beside th:text-is('Garam')", timeout=30_000)
    # Another example takes its place.
    page.select_option("[data-k=beside]", "example:tenun-troso")
    page.wait_for_selector(".beside th:has-text('Troso')", timeout=30_000)


def test_what_flips_the_advice_is_tried_from_where_it_is_told(
    page: Any, server: PageServer
) -> None:
    opened(page, server, "firm", scenario="itabajo")
    for part in ("change", "thresholds", "robust", "flips", "compare"):
        assert page.locator(f".part-{part}:not([aria-busy])").count() == 1
    assert page.locator(".part-robust .bars li, .part-flips .bars li").count() > 10
    flip = page.locator(".part-flips .effects li", has_text="product character").first
    changed = flip.locator("b").first.inner_text()
    flip.locator("button").click()
    page.wait_for_selector(".delta:not(.none) .effects", timeout=30_000)
    assert changed.lower() in page.inner_text(".edits").lower()
