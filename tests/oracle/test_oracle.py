"""The two sentra of the study, row by row: what the engine concludes is what the study says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kemitraan.case import Case, examine
from kemitraan.knowledge.vocabulary import SENTRA

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "oracle.yaml").read_text("utf-8")
)
SENTRA_OF_THE_STUDY = ("itabajo", "molas-poco-lembor")


@cache
def case(name: str) -> Case:
    return examine(name, layers=("paper",))


def found(case: Case, at: str, *, assessed_only: bool) -> Any:
    """Return what the recommendation (or the facts behind it) says at a place of the oracle."""
    r = case.recommendation
    place, _, rest = at.partition(" ")
    if place == "fact":
        attribute, _, value = rest.partition("=")
        subjects = case.view.index.get(attribute, {})
        if value:
            return sorted(s for s, values in subjects.items() if value in values)
        return subjects.get(SENTRA, [])
    if place == "group":
        return [a.id for a in r.actors if a.group and a.group.id == rest]
    if place == "gaps":
        return [g.id for g in r.gaps if g.of == rest]
    if place == "baseline":
        return [s.id for s in r.strategies if s.basis == "baseline"]
    if place == "verdict":
        return [t.id for t in r.partnership_types if t.verdict.id == rest]
    if place == "focus":
        return [f.id for t in r.partnership_types for f in t.focus]
    if place == "stage":
        return r.readiness.stage.id if r.readiness.stage else None
    part: Any = r
    for step in place.split("."):
        part = getattr(part, step)
    ids = [entry.id for entry in part]
    if assessed_only:
        ids = [i for i in ids if case.view.value("assessed_aspect", i)]
    return ids


@pytest.mark.parametrize("name", SENTRA_OF_THE_STUDY)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["row"]))
def test_row_of_the_oracle(row: dict[str, Any], name: str) -> None:
    shown = found(case(name), row["at"], assessed_only=row.get("assessed_only", False))
    expected = row[name]
    if isinstance(expected, list):
        assert sorted(shown) == sorted(expected), row["row"]
    else:
        assert shown == expected, row["row"]


def test_groups_are_the_findings_of_the_study() -> None:
    """The study names the groups and states no level: they are found, not reckoned or presumed."""
    for name in SENTRA_OF_THE_STUDY:
        actors = [a for a in case(name).recommendation.actors if a.group]
        assert {a.basis.id for a in actors if a.basis} == {"found"}


def test_specific_strategies_differ_between_the_two() -> None:
    """Different profiles do not get the same specific strategy."""
    first, second = (
        {s.id for s in case(n).recommendation.strategies if s.basis == "specific"}
        for n in SENTRA_OF_THE_STUDY
    )
    assert first - second
    assert second - first


def test_readiness_differs_and_is_no_rank() -> None:
    """The study says the two are at different readiness; which is readier is not asserted."""
    states = [case(n).recommendation.readiness.partnership for n in SENTRA_OF_THE_STUDY]
    assert [s.id if s else None for s in states] == ["conditionally_ready", "needs_repair"]


def test_supply_contract_waits_for_the_three_conditions() -> None:
    rows = {s.id: s for s in case("itabajo").recommendation.strategies}
    waits = {m.id for m in rows["supply_contract"].after}
    assert {"consistency_secured", "capacity_matched", "model_agreed"} <= waits
    assert rows["sentra_credit_scheme"].timing == "after"


def test_study_cases_carry_no_warning_of_generalisation_and_others_do() -> None:
    for name in SENTRA_OF_THE_STUDY:
        assert "generalisation" not in {w.id for w in case(name).recommendation.warnings}
    changed = examine("itabajo", settings=["management=weak"])
    assert "generalisation" in {w.id for w in changed.recommendation.warnings}
    assert "generalisation" in {w.id for w in case("tenun-troso").recommendation.warnings}


def test_contradictions_of_the_study_are_shown_with_the_assumption_that_decides() -> None:
    shown = {w.id: w for w in case("itabajo").recommendation.warnings if w.kind == "contest"}
    assert {"management.level", "community_development.level"} <= set(shown)
    assert "S-027" in shown["management.level"].label.en
    assert "S-098" in shown["management.level"].label.en
    assert shown["management.level"].assumptions == ("assessment_or_findings",)


def test_results_over_assessment_makes_the_management_weak() -> None:
    flipped = examine("itabajo", assume={"assessment_or_findings": "findings"}).recommendation
    assert "management" in {e.id for e in flipped.potential.weak}
    assert flipped.readiness.partnership is not None
    assert flipped.readiness.partnership.id == "needs_repair"


def test_inverted_labels_contradict_the_oracle() -> None:
    """Read as 'in need of strengthening', the strong aspects of the results come out weak."""
    inverted = examine("itabajo", assume={"label_scale": "inverted"}).recommendation
    assert {"product_quality", "environmental_control"} <= {e.id for e in inverted.potential.weak}
