"""Each row is told what `recommend` tells of its profile."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kemitraan.case import concluded, examine
from kemitraan.knowledge.load import load_rulebase
from kemitraan.portfolio.advice import columns, heads
from kemitraan.portfolio.evaluation import Evaluation
from kemitraan.portfolio.profile import profile_of
from kemitraan.portfolio.recommend_all import opened
from kemitraan.portfolio.rows import overlaid, rows_of
from kemitraan.scenario.overlay import load_overlays
from kemitraan.scenario.patch import choice_of, laid_on
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.typed import typed
from tests.measures.random_profiles import random_profiles
from tests.portfolio.random_tables import headings, rows
from tests.thorough import few

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.faults import Fault
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.advice import Column
    from kemitraan.portfolio.evaluation import Found
    from kemitraan.recommendation.model import Recommendation, StrategyEntry
    from kemitraan.scenario.model import Scenario

PROFILES = ["itabajo", "molas-poco-lembor", "logam-ceper"]


def ids(listed: Iterable[object]) -> list[str]:
    return [one.id for one in listed]  # type: ignore[attr-defined]


def who(step: StrategyEntry) -> str:
    if step.actor:
        return ", ".join(actor.label.en for actor in step.actor)
    return f"{step.kind.label.en} (not named)" if step.kind else "All stakeholders"


def told(case: Case) -> Mapping[str, list[str]]:
    """Return what a recommendation tells, under the ids of the columns."""
    advice: Recommendation = case.recommendation
    found: dict[str, list[str]] = {}
    for one in advice.partnership_types:
        found[one.type] = [one.verdict.id]
        found[f"{one.type}_waits_for"] = ids(one.waits_for)
    ready = advice.readiness
    found["readiness"] = [ready.partnership.id] if ready.partnership else []
    found["readiness_waits_for"] = ids(ready.waits_for)
    found["readiness_lacking"] = ids(ready.lacking)
    found["repair"] = ids(advice.potential.weak)
    for number, step in enumerate(advice.next_steps, 1):
        found[f"step_{number}"] = [f"{step.id} {who(step)}: {step.programme.en}"]
    return found


def hold(told_rows: Sequence[Column], cases: Mapping[int, Case], size: int) -> None:
    """Hold every column of some rows against the recommendations of their profiles."""
    expected = {number: told(case) for number, case in cases.items()}
    for column in told_rows:
        name = column.head.id
        cells = column.cells(size)
        for number, one in expected.items():
            step = name.startswith("step")
            here = [f"{v.id} {v.label.en}" if step else v.id for v in cells[number]]
            assert here == one.get(name, []), (number, name)


def strict(base: RuleBase) -> RuleBase:
    """Return the base with a guard that wants each verdict to rest on stakeholders too."""
    guard = next(guard for guard in base.guards if guard.concepts)
    on = {"verdict": base.vocabulary.values_of("verdict")}
    wanted = replace(guard, on=on, concepts=(("stakeholders",),))
    return replace(base, guards=(*base.guards, wanted))


def hold_facts(found: Found, cases: Mapping[int, Case]) -> None:
    """Hold what is given, and what may be shown of the conclusions, against each profile."""
    shown = found.base.shown
    for number, case in cases.items():
        given = {fact for fact, g in found.given.items() if g.worlds >> number & 1}
        assert given == set(case.fact_base.facts)
        told_of = {fact for fact, rows in found.admitted.items() if rows >> number & 1}
        assert told_of == {fact for fact in case.admitted if fact.attribute in shown}


@pytest.mark.slow
@pytest.mark.parametrize("more", few([1, 8], 1))
def test_rows_are_told_what_recommend_tells_of_their_profiles(more: int) -> None:
    """Among them some with a verdict that a guard withholds, and steps that rest on practice."""
    base = strict(load_rulebase())
    choice = choice_of(base)
    profiles: list[Scenario] = [load_scenario(name, base) for name in PROFILES]
    for size, count in ((40, 2), (12, 1), (3, 1)):
        profiles += random_profiles(base, size, count * more)
    evaluated = Evaluation(base, choice).of(rows_of(profiles, base))
    found = columns(evaluated)
    assert [column.head for column in found] == list(heads(base))
    cases = {n: concluded(base, profile, choice) for n, profile in enumerate(profiles)}
    assert any(case.withheld[0] for case in cases.values())
    hold_facts(evaluated, cases)
    hold(found, cases, len(profiles))


@pytest.mark.slow
@pytest.mark.parametrize("seed", few([*range(4)], 1))
def test_rows_of_a_random_table_are_told_what_recommend_tells(seed: int, tmp_path: Path) -> None:
    """Forty rows together in one batch; of some, the profile is written and run by itself."""
    table = tmp_path / "t.csv"
    columns_of = headings(load_rulebase().vocabulary, 50, seed)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns_of)
        writer.writerows(rows(columns_of, 40, seed=seed))
    run = opened(table, quick=True)
    (batch,) = run.told()
    some = (0, 7, 39)
    base = run.base
    cases = {n: examine(profile_of(run, batch.batch.numbers[n]), base=base) for n in some}
    hold_facts(batch.found, cases)
    hold(batch.columns, cases, batch.batch.size)


@pytest.mark.slow
def test_overlay_is_laid_on_each_row_as_on_its_profile() -> None:
    """Facts replaced, added beside and taken away; actors added; of an actor only where it is."""
    base = load_rulebase()
    faults: list[Fault] = []
    files = load_overlays(["first-contract-signed", "licence-granted"], base, faults)
    said = ["management=strong", "product_quality=?", "financial_institution.interest=low"]
    own = typed(base, faults, settings=said, assume=["grouping_rule=by_kind"])
    assert not faults
    overlays = (*files, own)
    choice = choice_of(base, overlays)
    # Only the first has an actor of that id: of the other the option says nothing.
    licensed = {"id": "a", "name": "A", "sentra": {"licences": ["nib"], "management": "weak"}}
    profiles = [load_scenario("itabajo", base), load_scenario(licensed, base)]
    laid_rows = overlaid(rows_of(profiles, base), overlays, base.vocabulary)
    evaluated = Evaluation(base, choice).of(laid_rows)
    without = replace(own, actors=(), settings=own.settings[:2])
    laid = [
        laid_on(profiles[0], overlays, base, faults),
        laid_on(profiles[1], (*files, without), base, faults),
    ]
    cases = {n: concluded(base, profile, choice) for n, profile in enumerate(laid)}
    hold_facts(evaluated, cases)
    assert not faults


@pytest.mark.slow
def test_certainty_and_questions_are_those_of_the_recommendation(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("nama sentra;KBLI;manajemen\nA;13121;lemah\nB;13991;lemah\n", "utf-8")
    run = opened(table)
    (batch,) = run.told()
    found = {c.head.id: [ids(cell) for cell in c.cells(2)] for c in batch.columns}
    case = examine(profile_of(run, 2), base=run.base)
    asked = case.recommendation.questions[:3]
    for number, question in enumerate(asked, 1):
        word = found[f"ask_{number}"][0][0]
        assert word in (question.attribute, *(s.id for s in question.subjects))
    settled = {
        "readiness" if f.subject == "sentra" else f.subject
        for f in case.admitted
        if f.attribute in ("verdict", "partnership_readiness") and case.completions.surely(f)
    }
    assert set(found["settled"][0]) == settled
    assert len(found["settled"][0]) + len(found["open"][0]) == 3
    assert [cells[0] for cells in found.values()] == [cells[1] for cells in found.values()]
