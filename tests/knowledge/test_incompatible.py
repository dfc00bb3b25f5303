"""Answers that cannot be true together: not used to complete the unknown, pointed out if stated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kemitraan
from kemitraan.fact import Fact, Slot
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase

SMALL = Path(__file__).parent / "small"


def options(case: kemitraan.Case, slot: Slot) -> set[str]:
    axes = [a for a in case.completions.axes if a.slot == slot and a.kind == "input"]
    return {option for axis in axes for option in axis.alternatives}


def test_unknown_is_not_completed_by_what_contradicts_a_stated_answer() -> None:
    slot = Slot("mentoring_months", "sentra")
    stated = kemitraan.examine("itabajo")
    assert "sustained" not in options(stated, slot)
    unstated = kemitraan.examine("itabajo", settings=["post_construction_mentoring=?"])
    assert "sustained" in options(unstated, slot)


def test_two_stated_answers_that_contradict_each_other_are_pointed_out() -> None:
    both = kemitraan.examine("itabajo", settings=["structured_partnership=yes"])
    word = "structured_partnership=yes+partnership_integration=fragmented"
    assert word in {w.id for w in both.recommendation.warnings}
    one = kemitraan.examine("itabajo")
    assert word not in {w.id for w in one.recommendation.warnings}


def test_contradiction_holds_from_either_side() -> None:
    excluded = load_rulebase().excluded
    one = Fact("operating", "sentra", "idle")
    other = Fact("building_use", "sentra", "regular")
    assert other in excluded[one]
    assert one in excluded[other]


def test_names_that_mean_nothing_are_faults(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)
    text = "- {facts: {nothing: a, market: b}, because: {id: Sebab., en: Reason.}}\n"
    (folder / "incompatible.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"incompatible\.yaml:1: .*nothing"):
        load_rulebase(folder)
