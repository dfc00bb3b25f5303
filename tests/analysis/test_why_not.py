"""Why something was not concluded: nearest rules, what they lack, tried against new runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.why_not.unmet import Unmet
from kemitraan.analysis.why_not.ways import Check, bottom, followed
from kemitraan.analysis.why_not.why_not import why_not
from kemitraan.knowledge.vocabulary import SENTRA
from tests.recommendation.test_guards import with_rule
from tests.thorough import profiles

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.analysis.why_not.why_not import Attempt, WhyNot

WORDS = ("verdict", "partnership_readiness", "stage_in_force", "gate_status", "key")


@cache
def case(name: str, *settings: str, layers: tuple[str, ...] = ("paper",)) -> kemitraan.Case:
    return kemitraan.examine(name, settings=settings, layers=layers)  # type: ignore[arg-type]  # names of layers


@cache
def words(name: str) -> tuple[str, ...]:
    """Return what is asked of a profile: of groups only where an actor is named."""
    return tuple(w for w in WORDS if w != "key" or case(name).scenario.actors)


def asked(name: str, word: str, *settings: str) -> tuple[WhyNot, ...]:
    return why_not(case(name, *settings), word)


def unmet(attempt: Attempt) -> Unmet:
    return attempt.way.unmet._replace(rules=0)


def lacking(attempt: Attempt) -> list[Check]:
    return list(bottom(attempt.way))


def test_failed_condition_names_what_stands_instead() -> None:
    (found,) = asked("molas-poco-lembor", "supply_chain.core_met=yes")
    nearest = found.ways[0]
    assert nearest.way.rule == "TYP-09"
    assert unmet(nearest) == Unmet(failed=1)
    (missing,) = lacking(nearest)
    assert missing.status == "failed"
    assert [fact.value for fact in missing.facts] == ["cultural_craft"]
    assert nearest.enough


def test_unknown_condition_counts_less_than_a_failed_one() -> None:
    (found,) = asked(
        "itabajo", "local_government.group=strategic", "local_government.group_found=?"
    )
    assert [a.way.unmet for a in found.ways] == sorted(a.way.unmet for a in found.ways)
    assert unmet(found.ways[0]) == Unmet(unknown=1)
    assert Unmet(unknown=9) < Unmet(failed=1) < Unmet(chosen=1) < Unmet(fixed=1)


def test_derived_condition_is_followed_down_to_inputs() -> None:
    """What keeps this sentra from being ready lies four rules below the conclusion."""
    (found,) = asked("itabajo", "ready")
    (attempt,) = found.ways
    assert {m.fact.attribute for m in followed(attempt.way)} >= {"full_readiness", "internal_ready"}
    wanted = {c.wanted[0].attribute for c in lacking(attempt) if not c.absent}
    assert wanted == {
        "sop",
        "formal_mechanism",
        "operating_framework",
        "coordination",
        "partnership_integration",
        "quality_consistency",
        "capacity_against_demand",
        "cooperation_model",
        "benefit_for_sentra",
        "benefit_for_partner",
    }


def test_absence_that_gives_way_by_itself_is_told_from_one_that_stays() -> None:
    """Marks give way once the rest is met; a manager that is named and not in place does not."""
    (found,) = asked("itabajo", "ready")
    (attempt,) = found.ways
    assert blocks(attempt) == {"gate_failed", "key_factor_lacking", "readiness_mark"}
    assert not attempt.still
    assert attempt.enough
    (found,) = asked("itabajo", "ready", "manager_in_place=no")
    (attempt,) = found.ways
    assert blocks(attempt) == {"gate_failed", "key_factor_lacking", "readiness_mark"}
    assert [(fact.attribute, fact.value) for fact in attempt.still] == [
        ("gate_failed", "yes"),
        ("readiness_mark", "not_ready"),
    ]
    assert not attempt.enough


def blocks(attempt: Attempt) -> set[str]:
    """Return what must not hold and does."""
    return {fact.attribute for check in lacking(attempt) for fact in check.facts if check.absent}


def test_conclusion_that_holds_is_said_to_hold() -> None:
    (found,) = asked("itabajo", "supply_chain")
    assert found.holds
    assert not found.ways


def test_guard_that_withholds_a_conclusion_is_named(tmp_path: Path) -> None:
    rule = "- id: TRY-01\n  if: {facilities: adequate}\n  then: {readiness_mark: ready}\n"
    file = tmp_path / "profile.yaml"
    file.write_text("id: a\nname: A\nsentra: {facilities: adequate}\n", "utf-8")
    guarded = kemitraan.examine(file, rules=with_rule(tmp_path, rule))
    (found,) = why_not(guarded, "partnership_readiness=ready")
    assert not found.holds
    assert not found.ways
    assert {guard.id for guard, fact in found.guards if fact == found.fact} == {"GRD-01", "GRD-02"}


@pytest.mark.slow
def test_rule_of_a_layer_switched_off_says_so() -> None:
    paper = asked("itabajo", "practice_note")
    full = case("itabajo", layers=("paper", "practice"))
    notes = {fact for fact in full.admitted if fact.attribute == "practice_note"}
    held_with_it = {w.fact for w in paper if unmet(w.ways[0]) in (Unmet(chosen=1), Unmet(chosen=2))}
    assert held_with_it == notes
    assert all(w.ways[0].way.left_out and w.ways[0].enough for w in paper if w.fact in notes)


def test_actor_that_is_not_there_can_be_won() -> None:
    (found,) = asked("itabajo", "marketing_partner.present=yes")
    assert found.ways[0].enough
    (missing,) = lacking(found.ways[0])
    assert missing.witness is None


def test_two_actors_that_nobody_named_are_unknown_not_missing(tmp_path: Path) -> None:
    rule = (
        "- id: AAA-01\n  if:\n    at_least:\n      n: 2\n      of:\n"
        "        - some: {actor: {kind: association}}\n"
        "        - some: {actor: {kind: marketing_partner}}\n"
        "        - some: {actor: {kind: central_government}}\n"
        "  then: {readiness_mark: ready}\n"
    )
    of = kemitraan.examine("itabajo", rules=with_rule(tmp_path, rule))
    (found,) = why_not(of, "readiness_mark=ready")
    (attempt,) = (a for a in found.ways if a.way.rule == "AAA-01")
    first, second = lacking(attempt)
    assert first.witness is second.witness is None
    assert unmet(attempt) == Unmet(unknown=2)
    assert attempt.enough


def test_what_is_fixed_cannot_be_brought_about() -> None:
    (found,) = asked("itabajo", "missing_actor=marketing_partner")
    assert found.ways[0].way.unmet.fixed == 1
    assert not found.ways[0].enough


@pytest.mark.slow
def test_conclusions_that_rest_on_each_other_are_followed_to_inputs(tmp_path: Path) -> None:
    """Two rules in a circle: each would be had from the other, and neither is the way to it."""
    rule = '- id: AAA-01\n  if: {ladder_top: "yes"}\n  then: {full_readiness: "yes"}\n'
    rules = with_rule(tmp_path, rule)
    for word in ("full_readiness=yes", "ladder_top=yes", "ready"):
        for settings in ((), ("development_stage=mature", "structured_partnership=yes")):
            of = kemitraan.examine("itabajo", rules=rules, settings=settings)
            (found,) = why_not(of, word)
            assert found.ways
            for attempt in found.ways:
                assert found.fact not in {m.fact for m in followed(attempt.way)}


def test_impossible_conclusion_is_refused() -> None:
    with pytest.raises(kemitraan.InputError, match="no rule concludes"):
        asked("itabajo", "mentoring_plan.action_after=forum_running")


def setting(checks: list[Check], actors: frozenset[str]) -> list[str] | None:
    """Return what was missing as `--set` takes it; None where it is more than single inputs."""
    found = []
    for check in checks:
        if check.choice or check.absent or len(check.wanted) != 1:
            return None
        (fact,) = check.wanted
        subject = f"{fact.subject}." if fact.subject in actors else ""
        name = fact.attribute if subject or fact.subject == SENTRA else fact.subject
        if fact.attribute != "level" and not subject and fact.subject != SENTRA:
            return None
        found.append(f"{subject}{name}={fact.value}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_stating_what_is_missing_brings_the_conclusion_about(name: str) -> None:
    """Whatever is called enough is, where the sentra is examined anew with it; and only then."""
    of = case(name)
    actors = frozenset(actor.id for actor in of.scenario.actors)
    tried = 0
    for word in words(name):
        for found in asked(name, word):
            for attempt in found.ways:
                settings = setting(lacking(attempt), actors)
                if attempt.way.unmet.fixed or attempt.way.unmet.chosen or not settings:
                    continue
                if any(s.split("=")[0] in {"assessed", "found"} for s in settings):
                    continue
                anew = kemitraan.examine(name, settings=settings, layers=("paper",))
                assert (found.fact in anew.admitted) == attempt.enough, settings
                tried += 1
    assert tried >= 5


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_every_way_lacks_something_and_never_asks_for_its_own_end(name: str) -> None:
    for word in words(name):
        for found in asked(name, word):
            if found.holds or found.guards:
                continue
            assert found.ways, found.fact
            for attempt in found.ways:
                assert attempt.way.unmet > Unmet()
                assert found.fact not in {m.fact for m in followed(attempt.way)}
                assert lacking(attempt) or attempt.way.left_out
