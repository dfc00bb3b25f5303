"""The file for CLIPS is loaded there, and gives the same conclusions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import clips
import pytest

from kemitraan.case import examine
from kemitraan.export.clips import asserted, clips_file, read
from kemitraan.faults import InputError
from tests.cli.test_json import printed
from tests.recommendation.test_guards import with_rule
from tests.thorough import profiles

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.fact import Fact


def concluded(text: str, folder: Path) -> frozenset[Fact]:
    file = folder / "rules.clp"
    file.write_text(text, "utf-8")
    environment = clips.Environment()
    environment.load(str(file))
    environment.reset()
    environment.run()
    return frozenset(read(environment.facts()))


def same(case: Case, folder: Path) -> None:
    found = concluded(clips_file(case), folder)
    assert found == case.inference.facts
    assert len(found) > len(case.inference.given)


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_shipped_profile_concludes_the_same_in_clips(name: str, tmp_path: Path) -> None:
    same(examine(name), tmp_path)


@pytest.mark.slow
def test_changed_rules_facts_and_assumptions_are_in_the_file(tmp_path: Path) -> None:
    case = examine("itabajo")
    draw = random.Random(7)
    rules = draw.sample(sorted(case.inference.fired), 3)
    changed = examine(
        "itabajo",
        settings=["management=weak", "licences=nib"],
        assume=["quality_role=selects"],
        without=rules,
    )
    assert changed.inference.facts != case.inference.facts
    text = clips_file(changed)
    same(changed, tmp_path)
    for word in ("--set management=weak", "--assume quality_role=selects", *rules):
        assert word in text.split("(defrule")[0]
    assert clips_file(changed) == text


@pytest.mark.slow
def test_what_a_guard_withholds_is_named_and_not_left_out(tmp_path: Path) -> None:
    rule = "- id: TRY-01\n  if: {facilities: adequate}\n  then: {readiness_mark: ready}\n"
    said = {"id": "a", "name": "A", "sentra": {"facilities": "adequate"}}
    case = examine(said, rules=with_rule(tmp_path, rule))
    withheld, _ = case.withheld
    assert withheld
    header = clips_file(case).split("(defrule")[0]
    assert all(f"withheld by a guard: {asserted(fact)}" in header for fact in withheld)
    same(case, tmp_path)


@pytest.mark.slow
def test_command_writes_the_rules_alone_or_with_a_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, code = printed(["rules", "export", "--to", "clips"], capsys)
    assert code == 0
    empty = examine({"id": "sentra", "name": "sentra"})
    assert concluded(out, tmp_path) == empty.inference.facts
    out, code = printed(["rules", "export", "itabajo", "--set", "management=weak"], capsys)
    assert (code, out) == (0, clips_file(examine("itabajo", settings=["management=weak"])))


def test_other_engine_is_refused_with_the_one_that_was_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(InputError, match="clips"):
        printed(["rules", "export", "--to", "clip"], capsys)
