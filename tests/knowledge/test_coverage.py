"""Every statement of the study is encoded by something, or a reason says why by nothing."""

from __future__ import annotations

from pathlib import Path

from kemitraan.knowledge.coverage import coverage
from kemitraan.knowledge.load import load_rulebase

SMALL = Path(__file__).parent / "small"


def test_every_statement_of_the_study_is_settled() -> None:
    """179 statements, none with neither a use nor a reason, none with both."""
    found = coverage(load_rulebase())
    assert [c.id for c in found] == [f"S-{n:03d}" for n in range(1, 180)]
    assert [c.id for c in found if not c.used_by and c.reason is None] == []
    assert [c.id for c in found if c.used_by and c.reason is not None] == []


def test_rules_guards_assumptions_terms_cases_and_scenarios_count(tmp_path: Path) -> None:
    """Each kind of use is named by its id; a study case and a scenario are told apart."""
    scenario = tmp_path / "here.yaml"
    scenario.write_text(
        "id: here\nsentra:\n  size: {value: weak, source: S-003}\n"
        "  quality: [{value: weak, source: [S-002, Laporan]}]\n",
        "utf-8",
    )
    first, second, third = coverage(load_rulebase(SMALL), [scenario])
    assert first.used_by[:6] == ("ACT-01", "ACT-02", "ACT-03", "STR-01", "STR-02", "GRD-01")
    assert {"A-01", "size", "quality", "inside", "first"} <= set(first.used_by)
    assert second.used_by[-1] == "here.yaml"
    assert third.used_by == ("here.yaml",)
    assert third.reason is not None  # although a scenario uses it


def test_without_scenarios_a_reason_alone_settles() -> None:
    *_, third = coverage(load_rulebase(SMALL), [])
    assert third.used_by == ()
    assert third.reason is not None


def test_a_scenario_that_cannot_be_read_counts_for_nothing(tmp_path: Path) -> None:
    scenario = tmp_path / "broken.yaml"
    scenario.write_text("id: [", "utf-8")
    *_, third = coverage(load_rulebase(SMALL), [scenario])
    assert third.used_by == ()
