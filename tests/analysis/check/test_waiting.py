"""No step of the plan waits, over others, for itself: under no profile and no assumption."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.check.plain import check_rules
from kemitraan.text import Lang
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
- id: TRY-01
  title: {id: Uji, en: Trial}
  if: {%s}
  then: {%s}
  because: {id: "Uji.", en: "Trial."}
  source: [S-140]
"""


def told(folder: Path, condition: str, then: str) -> list[str]:
    """Return the circles of the shipped rules and one more."""
    shutil.copytree(ROOT / "rules", folder)
    file = folder / "4-strategy" / "programmes.yaml"
    file.write_text(file.read_text("utf-8") + RULE % (condition, then), "utf-8")
    found = (fault.format(Lang.EN) for fault in check_rules(folder))
    return [line for line in found if "wait for each other" in line]


def test_shipped_steps_do_not_wait_for_each_other() -> None:
    found = (fault.format(Lang.EN) for fault in check_rules(ROOT / "rules"))
    assert [line for line in found if "wait for each other" in line] == []


def test_two_that_wait_for_each_other_are_told(tmp_path: Path) -> None:
    """The forum waits for the SOP where governance comes first; here the SOP waits for it."""
    (line,) = told(
        tmp_path / "rules",
        'sequence: governance_first, governance_sop.scheduled: "yes"',
        "governance_sop.programme_after: forum_running",
    )
    assert "governance_sop, partnership_forum" in line


def test_waits_under_different_assumptions_make_no_circle(tmp_path: Path) -> None:
    found = told(
        tmp_path / "rules",
        'sequence: parallel, governance_sop.scheduled: "yes"',
        "governance_sop.programme_after: forum_running",
    )
    assert found == []


@pytest.mark.parametrize("then", ["buyer_needs_card.action_after: model_agreed"])
def test_circle_over_several_steps_is_told(then: str, tmp_path: Path) -> None:
    """The model waits until it is known what buyers need; here this waits for the model."""
    (line,) = told(tmp_path / "rules", 'buyer_needs_card.in_plan: "yes"', then)
    assert "agree_model, buyer_needs_card" in line
