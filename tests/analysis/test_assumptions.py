"""The list of assumptions tells of each what a change of it alone does, as `whatif` does."""

from __future__ import annotations

import pytest

from kemitraan.analysis.assumptions.assumptions import assumptions
from kemitraan.analysis.assumptions.report import assumptions_parts
from kemitraan.case import examine
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.recommendation.differences import differences, told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.report.parts import Grid, as_text
from kemitraan.text import Lang

BASE = load_rulebase()


@pytest.mark.slow
def test_each_alternative_changes_what_the_case_under_it_shows() -> None:
    """Every third one, each examined as a case of its own."""
    case = examine("itabajo", base=BASE)
    pairs = [(one, a) for one in assumptions(case).assumptions for a in one.alternatives]
    for one, alternative in pairs[::3]:
        other = examine("itabajo", assume={one.name: alternative.id}, base=BASE)
        before, now = (Lines(c.view, told_of(c.view, c.admitted)) for c in (case, other))
        # What is asked under one of them alone is told in another way, but concluded by none.
        told = {(d.section, d.id, d.gone, d.added) for d in differences(before, now)}
        found = {(d.section, d.id, d.gone, d.added) for d in alternative.differences or ()}
        assert found == {d for d in told if d[2] or d[3]}, (one.id, alternative.id)


def test_what_changes_the_sentra_comes_first_and_readiness_before_steps() -> None:
    listed = assumptions(examine("itabajo", base=BASE)).assumptions
    assert {one.id for one in listed} == {a.id for a in BASE.assumptions.values()}
    changes = [one.changes for one in listed]
    assert changes == sorted(changes, key=lambda c: not c)
    moved = [one.first[1].aspects[0] for one in listed if one.first and one.first[1].aspects]
    assert [ASPECTS.index(a) for a in moved] == sorted(ASPECTS.index(a) for a in moved)
    idle = [one.id for one in listed if not one.changes]
    assert idle == sorted(idle)


def test_list_without_a_profile_tells_each_with_its_choices_reason_and_source() -> None:
    found = assumptions(BASE)
    assert found.sentra is None
    for one in found.assumptions:
        assert one.changes is None
        assert one.in_force == one.default
        known = BASE.assumptions[one.name]
        assert {one.default.id, *(a.id for a in one.alternatives)} == {
            a.id for a in known.alternatives
        }
    for lang in Lang:
        parts = assumptions_parts(found, lang, "")
        (grid,) = (part for part in parts if isinstance(part, Grid))
        for one, (named, choices, meaning) in zip(found.assumptions, grid.rows, strict=True):
            assert named.startswith(one.id)
            assert choices.startswith(one.default.label[lang])
            assert (one.no_effect or one.reason)[lang] in meaning
            assert one.sources[0] in meaning


def test_chosen_otherwise_is_told_as_what_is_in_force() -> None:
    case = examine("itabajo", assume={"readiness_model": "weakest_link"}, base=BASE)
    (one,) = (a for a in assumptions(case).assumptions if a.id == "A-14")
    assert (one.in_force.id, one.default.id) == ("weakest_link", "gates")
    assert "gates" in {a.id for a in one.alternatives}
    parts = assumptions_parts(assumptions(case), Lang.EN, "itabajo")
    cells = [row[0] for part in parts if isinstance(part, Grid) for row in part.rows]
    assert any("A-14" in cell and "now: weakest link" in cell for cell in cells)
    assert max(map(len, as_text(parts, 80).splitlines())) <= 80


def test_assumption_that_changes_nothing_here_is_listed_so() -> None:
    case = examine("itabajo", base=BASE)
    parts = assumptions_parts(assumptions(case), Lang.EN, "itabajo")
    changing, idle = (part for part in parts if isinstance(part, Grid))
    assert any(row[0].startswith("A-14") for row in changing.rows)
    assert "A-24" in {row[0] for row in idle.rows}
