"""Choosing an alternative changes what it should, and every assumption is read or says why not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kemitraan.case import examine
from kemitraan.knowledge.load import load_rulebase
from kemitraan.published import as_json

if TYPE_CHECKING:
    from kemitraan.recommendation.model import Recommendation

PROFILES = sorted((Path(__file__).parent / "profiles").glob("*.yaml"))
"""Profiles in which the assumptions that the study's cases leave untouched matter."""


def content(recommendation: Recommendation) -> str:
    """Return everything a recommendation concludes; what it asks is no conclusion."""
    parts = (
        getattr(recommendation, part)
        for part in (
            "potential", "diagnoses", "actors", "causes", "needs", "partnership_types",
            "strategies", "readiness", "gaps", "warnings", "routes", "patterns", "practice",
            "further",
        )
    )  # fmt: skip
    return "".join(as_json(part) for part in parts)


ALTERNATIVES = [
    (assumption.name, alternative.id)
    for assumption in load_rulebase().assumptions.values()
    for alternative in assumption.alternatives
    if alternative.id != assumption.default and assumption.no_effect is None
]


@cache
def default_content(scenario: str | Path) -> str:
    return content(examine(scenario).recommendation)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "choice"), ALTERNATIVES)
def test_alternative_changes_some_recommendation(name: str, choice: str) -> None:
    """An alternative that changes nothing anywhere is none."""
    scenarios: list[str | Path] = ["itabajo", "molas-poco-lembor", *PROFILES]
    for scenario in scenarios:
        changed = content(examine(scenario, assume={name: choice}).recommendation)
        if default_content(scenario) != changed:
            return
    pytest.fail(f"{name}={choice} changes neither case of the study nor a profile kept for this")


def test_the_thirty_five_things_the_study_leaves_open_are_there_and_no_id_is_used_twice() -> None:
    ids = [a.id for a in load_rulebase().assumptions.values()]
    assert len(ids) == len(set(ids))
    assert set(ids) >= {f"A-{n:02}" for n in range(1, 36)}


def test_chosen_alternatives_are_named_in_the_base() -> None:
    found = examine("itabajo", assume={"A-10": "by_kind"}).recommendation.base.assumptions
    assert [(c.id, c.choice, c.default) for c in found] == [("A-10", "by_kind", "quadrants_high")]
