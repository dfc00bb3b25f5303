"""Choosing an alternative changes what it should, and every assumption is read or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kemitraan.analysis.assumptions.assumptions import assumptions
from kemitraan.case import examine
from kemitraan.knowledge.load import load_rulebase

CASES: list[str | Path] = [
    "itabajo",
    "molas-poco-lembor",
    *sorted((Path(__file__).parent / "profiles").glob("*.yaml")),
]
"""The cases of the study, and profiles in which assumptions matter that these leave untouched."""


@pytest.mark.slow
def test_every_alternative_changes_some_recommendation() -> None:
    """An alternative that changes nothing anywhere is none."""
    base = load_rulebase()
    cases = [examine(one, base=base) for one in CASES]
    acting = {
        (entry.name, alternative.id)
        for case in cases
        for entry in assumptions(case).assumptions
        for alternative in entry.alternatives
        if alternative.differences
    }
    meant = {
        (a.name, alternative.id)
        for a in base.assumptions.values()
        for alternative in a.alternatives
        if a.no_effect is None and alternative.id != a.default
    }
    assert meant - acting == set()


def test_the_thirty_five_things_the_study_leaves_open_are_there_and_no_id_is_used_twice() -> None:
    ids = [a.id for a in load_rulebase().assumptions.values()]
    assert len(ids) == len(set(ids))
    assert set(ids) >= {f"A-{n:02}" for n in range(1, 36)}


def test_chosen_alternatives_are_named_in_the_base() -> None:
    found = examine("itabajo", assume={"A-10": "by_kind"}).recommendation.base.assumptions
    assert [(c.id, c.choice, c.default) for c in found] == [("A-10", "by_kind", "quadrants_high")]
