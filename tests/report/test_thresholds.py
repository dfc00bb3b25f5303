"""Thresholds as a page: narrow, in one language, numbers as each language writes them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.thresholds.report import thresholds_parts
from kemitraan.published import as_json
from kemitraan.report.parts import as_markdown, as_text
from kemitraan.text import Lang
from tests.report.test_words import words_only_in

if TYPE_CHECKING:
    from kemitraan.analysis.thresholds.model import Thresholds

PROFILE = Path(__file__).parents[1] / "analysis" / "profiles" / "measured.yaml"
OTHER = {Lang.ID: Lang.EN, Lang.EN: Lang.ID}


@cache
def case(name: str) -> kemitraan.Case:
    return kemitraan.examine(PROFILE if name == "measured" else name)


@cache
def found(name: str) -> Thresholds:
    return kemitraan.thresholds(case(name))


def page(name: str, lang: Lang, width: int = 100) -> str:
    return as_text(thresholds_parts(case(name), found(name), lang, full=False), width)


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", ["measured", "itabajo", "tenun-troso"])
def test_page_is_narrow_and_speaks_one_language(name: str, lang: Lang) -> None:
    alien = words_only_in(OTHER[lang])
    for width in (70, 100):
        text = page(name, lang, width)
        assert max(len(line) for line in text.splitlines()) <= width
    spoken = text.replace(case(name).scenario.name, "").replace("--set", "").casefold()
    assert not set(re.findall(r"[a-z]{3,}", spoken)) & alien, text


@pytest.mark.slow
def test_interval_says_which_ends_belong_to_it_and_what_is_whole() -> None:
    text = " ".join(page("measured", Lang.EN).split())
    assert "2.5 ≤ … < 4" in text
    assert "(whole" in text
    assert "Management < 50 (weak):" in text
    assert "Partnership readiness: conditionally ready → needs repair first" in text


def test_indonesian_numbers_have_a_comma() -> None:
    text = page("measured", Lang.ID)
    assert "2,5 ≤ … < 4" in text
    assert "2.5" not in text


def test_markdown_tells_what_a_table_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kemitraan.analysis.thresholds.report._TOLD", 1)
    parts = thresholds_parts(case("measured"), found("measured"), Lang.EN, full=True)
    full = as_markdown(parts)
    assert "… and" in page("measured", Lang.EN)
    assert "… and" not in full


def test_data_has_both_ends_of_every_interval() -> None:
    data = json.loads(as_json(found("measured")))
    years = next(m for m in data["measured"] if m["attribute"] == "years_operating")
    assert years["span"]["interval"] == {
        "low": 0.0, "with_low": True, "high": 3.0, "with_high": True, "whole": True,
    }  # fmt: skip
