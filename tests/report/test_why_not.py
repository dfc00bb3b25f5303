"""Why-not as a page and as data: narrow, in one language, complete."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import kemitraan
from kemitraan.analysis.why_not.report import why_not_parts
from kemitraan.analysis.why_not.report_data import told_why_not
from kemitraan.analysis.why_not.why_not import why_not
from kemitraan.published import as_json
from kemitraan.report.parts import as_markdown, as_text
from kemitraan.text import Lang
from tests.report.test_words import words_only_in
from tests.thorough import profiles

if TYPE_CHECKING:
    from kemitraan.analysis.why_not.why_not import WhyNot
    from kemitraan.case import Case

OTHER = {Lang.ID: Lang.EN, Lang.EN: Lang.ID}
WORDS = ("verdict", "partnership_readiness", "key", "warning")


@cache
def case(name: str) -> Case:
    return kemitraan.examine(name)


@cache
def asked(name: str, word: str) -> tuple[WhyNot, ...]:
    return why_not(case(name), word)


def page(name: str, word: str, lang: Lang, width: int = 100) -> str:
    found = asked(name, word)
    return as_text(why_not_parts(case(name), found, name, lang, full=False), width)


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", profiles())
def test_page_is_narrow_and_speaks_one_language(name: str, lang: Lang) -> None:
    of = case(name)
    # Names and quotations stay as they were written, and so do the words of commands.
    kept = " ".join(
        [of.scenario.name, *(a.name for a in of.scenario.actors)]
        + [f"{c.words} {c.note or ''} {c.by or ''} {c.source}" for c in of.scenario.claims]
        + [p.reference for p in of.base.practice.values()]
    )
    alien = words_only_in(OTHER[lang]) - set(re.findall(r"[a-z]{3,}", kept.casefold()))
    # Where no actor is named, there is no group to ask about.
    for word in WORDS if of.scenario.actors else WORDS[:2]:
        for width in (60, 100):
            text = page(name, word, lang, width)
            assert max(len(line) for line in text.splitlines()) <= width
        spoken = re.sub(r"kemitraan why(-not)?( \S+ \S+)?|\S+=\S+", " ", text.casefold())
        assert not set(re.findall(r"[a-z]{3,}", spoken)) & alien, text


def test_answer_comes_before_the_tree_with_the_question_to_ask() -> None:
    text = page("itabajo", "ready", Lang.EN)
    answer, _, tree = text.partition("\npartnership readiness: ready\n")
    assert "What holds now: partnership readiness: conditionally ready." in answer
    assert "SOP for management and partnership: applied – not known; ask " in answer
    assert "formal bridging mechanism: agreed – now: none yet (stated: S-162)" in " ".join(
        answer.split()
    )
    for rule in ("RDY-25", "RDY-09", "RDY-02", "RDY-31", "RDY-33", "GAT-15", "GAT-04"):
        assert rule in tree


def test_deep_tree_ends_in_a_question_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kemitraan.analysis.why_not.report._DEPTH", 1)
    text = " ".join(page("itabajo", "ready", Lang.EN).split())
    assert "… (see: kemitraan why-not itabajo full_readiness=yes)" in text
    assert "GAT-15" not in text


def test_what_cannot_be_met_says_why() -> None:
    text = page("itabajo", "craftspeople.interest_in_force=low", Lang.EN)
    assert "No change of the sentra can bring it about" in text
    assert "ACT-01" in text


def test_what_holds_points_to_its_reasons() -> None:
    assert "kemitraan why itabajo supply_chain.verdict=recommended" in page(
        "itabajo", "supply_chain", Lang.ID
    )


@pytest.mark.slow
def test_long_answers_are_cut_with_a_word_in_tables_only() -> None:
    notes = len(asked("itabajo", "practice_note"))
    told = f"… and {notes - 3} more conclusions"
    assert told in page("itabajo", "practice_note", Lang.EN)
    parts = why_not_parts(
        case("itabajo"), asked("itabajo", "warning"), "itabajo", Lang.EN, full=True
    )
    assert "more conclusions" not in as_markdown(parts)


def conditions(way: dict[str, Any]) -> list[dict[str, Any]]:
    found = list(way["conditions"])
    for one in found:
        found.extend(one["parts"])
        if one["missing"] and one["missing"].get("way"):
            found.extend(one["missing"]["way"]["conditions"])
    return found


def test_data_tells_the_same_in_both_languages() -> None:
    data = json.loads(as_json(told_why_not(case("itabajo"), "ready")))
    (told,) = data["conclusions"]
    assert told["conclusion"] == "partnership_readiness=ready"
    assert told["nearest"][0]["lacks"] == {
        "fixed": 0, "chosen": 0, "failed": 7, "unknown": 8, "rules": 21,
    }  # fmt: skip
    asks = [c["ask"] for c in conditions(told["nearest"][0]["way"]) if c["ask"]]
    assert {ask["label"]["eng"] for ask in asks} == {
        "SOP for management and partnership",
        "capacity against demand",
        "consistency of quality",
        "model of cooperation with the buyer",
        "benefit for the sentra",
        "benefit for the partner",
    }
    assert all(ask["question"]["ind"] and ask["informants"]["eng"] for ask in asks)
    by_status = {c["status"] for c in conditions(told["nearest"][0]["way"])}
    assert by_status == {"holds", "failed", "unknown"}
