"""The page can be read and used by all: contrast, headings, names, keys alone, and fingers."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.files import page_files
from tests.page.conftest import SETTLED, link, opened

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer

VIEWS = ("start", "answer", "interview", "firm", "take")
PAIRS = (
    *(("ink", ground) for ground in ("paper", "card", "soft", "tint", "moved-tint")),
    *(("quiet", ground) for ground in ("paper", "card", "soft", "moved-tint")),
    *((tone, "card") for tone in ("main", "good", "bad", "moved")),
    *(("on-main", "main"), ("main", "tint"), ("moved", "moved-tint")),
)
NEW = {"file": "kopi.yaml", "text": "id: kopi\nname: Kopi\n"}
CHANGED = {"scenario": "itabajo", "set": {"mentoring_months": ["6"]}}
SEEN = """() => {
  document.querySelectorAll("details").forEach((one, n) => { if (n < 15) one.open = true; });
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const text = (one) => one.textContent.trim();
  const named = (one) => one.getAttribute("aria-label") || text(one) || one.labels?.length;
  const pressed = shown("button, summary, select, input:not(.unseen), label.button");
  return {
    headings: shown("main :is(h1, h2, h3, h4)").map((one) => Number(one.tagName[1])),
    nameless: pressed.filter((one) => !named(one)).map((one) => one.outerHTML),
    low: pressed.filter((one) => one.offsetHeight < 44 && !one.closest(".proof"))
      .map((one) => `${one.offsetHeight} ${one.outerHTML.slice(0, 200)}`),
    landmarks: ["header", "nav", "main"].map((one) => document.querySelectorAll(one).length),
    wide: document.documentElement.scrollWidth,
  };
}"""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` or `#rgb`, as WCAG 2 defines it."""
    digits = colour.lstrip("#")
    pairs = re.findall("..", digits if len(digits) == 6 else "".join(d * 2 for d in digits))
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_colour_of_text_stands_out_on_the_grounds_it_is_written_on(scheme: str) -> None:
    style = page_files()["style.css"].decode()
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", light if scheme == "light" else dark))
    for text, ground in PAIRS:
        low, high = sorted(luminance(colours[name]) for name in (text, ground))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_view_has_headings_in_order_names_for_all_and_room_for_a_finger(
    view: str, page: Any, server: PageServer
) -> None:
    opened(page, server.address + link(view, **CHANGED))
    page.evaluate(SEEN)  # what was opened is filled after that
    seen = page.evaluate(SEEN)
    assert seen["headings"].count(1) == 1
    steps = zip([0, *seen["headings"]], seen["headings"], strict=False)
    assert [pair for pair in steps if pair[1] > pair[0] + 1] == []
    assert seen["nameless"] == []
    assert seen["low"] == []
    assert seen["landmarks"] == [1, 1, 1]
    assert seen["wide"] == 360
    assert page.get_attribute("html", "lang") == "en"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_verdicts_and_readiness_stand_on_the_first_screen(
    size: tuple[int, int], page: Any, server: PageServer
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(page, server.address + link("answer", scenario="itabajo"))
    bottoms = page.evaluate(
        "[...document.querySelectorAll('.head')].map(one => one.getBoundingClientRect().bottom)"
    )
    assert len(bottoms) == 3
    assert max(bottoms) <= size[1]


def at(page: Any) -> str:
    """Return where the keyboard is."""
    where: str = page.evaluate("document.activeElement.dataset.k || document.activeElement.tagName")
    return where


@pytest.mark.browser
@pytest.mark.slow
def test_fact_and_place_of_a_party_are_changed_with_keys_alone(
    page: Any, server: PageServer
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    opened(page, server.address + link("answer", scenario="itabajo"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert at(page) == "MAIN"
    page.focus(".find")
    page.keyboard.type("management")
    while at(page) != "management=strong":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_selector(".delta:not(.none) .effects")
    assert at(page) == "management=strong"
    assert re.fullmatch(r"\d+ lines changed\.", page.text_content(".unseen[role=status]"))
    page.wait_for_selector(".rest:not([aria-busy])")
    page.focus("[data-k='chip academia']")
    page.keyboard.press("Enter")
    while at(page) != "map influence=high":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("td[data-y=high] [data-k='chip academia']")
    page.wait_for_selector(SETTLED)
    assert at(page) == "map influence=high"


@pytest.mark.browser
@pytest.mark.slow
def test_earlier_answer_shows_as_chosen_and_is_given_anew(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("interview", scenario=NEW))
    page.click("[data-k='product_lines=salt']")
    page.click(".asking .main")
    page.wait_for_selector("h1:text-is('Who takes part?')")
    page.click(".asking .choices button:text-is('+ Buyer')")
    page.click("[data-k='go on']")
    page.wait_for_selector("[data-k^='back']:not([data-k='back actors'])")
    assert at(page) == "H1"
    page.click("[data-k^='back']")
    page.wait_for_selector(".given >> text=Buyer")
    page.click("[data-k='back actors']")
    page.wait_for_selector("[data-k='product_lines=salt'][aria-pressed=true]")
    page.click("[data-k='product_lines=batik']")
    page.click(".asking .main")
    page.wait_for_selector(".sofar .given >> text=salt, batik")


@pytest.mark.browser
@pytest.mark.slow
def test_figure_slides_by_keys_and_a_span_of_years_is_one(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("firm", **CHANGED))
    for key, told in (("mentoring_months", "7 months"), ("years_since_built", "3 years")):
        page.focus(f"[data-k='slide {key}']")
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(f".figure p:has-text('{told}')")
        page.wait_for_selector(SETTLED)
        assert at(page) == f"slide {key}"


@pytest.mark.browser
@pytest.mark.slow
def test_party_is_dragged_to_another_level(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("answer", scenario="itabajo"))
    chip, cell = "[data-k='chip academia']", "td[data-x=high][data-y=high]"
    page.locator(chip).scroll_into_view_if_needed()
    boxes = [page.locator(one).bounding_box() for one in (chip, cell)]
    for box, act in zip(boxes, (page.mouse.down, page.mouse.up), strict=True):
        page.mouse.move(box["x"] + 20, box["y"] + 10, steps=4)
        act()
    page.wait_for_selector(f"{cell} {chip}")
    page.wait_for_selector(".delta:not(.none) .effects")
    assert page.locator(".chosen").count() == 0


@pytest.mark.browser
@pytest.mark.slow
def test_print_has_no_controls_and_three_pages_at_most(page: Any, server: PageServer) -> None:
    opened(page, server.address + link("take", scenario="itabajo"))
    page.emulate_media(media="print")
    # What stands on the map may look as it does on the screen.
    assert page.locator("header:visible, main :is(button, input, select):visible").count() == (
        page.locator(".map .chip:visible, .tray .chip:visible").count()
    )
    assert page.locator(".paper .part-plan").is_visible()
    made = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", made)) in (2, 3)


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(view: str, scheme: str, page: Any, server: PageServer) -> None:
    axe = os.environ.get("KEMITRAAN_AXE")
    if not axe:
        pytest.skip("KEMITRAAN_AXE names no file of axe-core")
    page.emulate_media(color_scheme=scheme)
    opened(page, server.address + link(view, **CHANGED))
    page.evaluate(SEEN)
    page.wait_for_load_state("networkidle")
    page.evaluate(Path(axe).read_text())
    found = page.evaluate("axe.run().then(({ violations }) => violations)")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
