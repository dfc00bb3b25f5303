"""What a word names as a conclusion to aim at, whether it holds or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

import kemitraan
from kemitraan.analysis.target import can_be_concluded, concluding, holding, targets
from kemitraan.analysis.why.why import conclusions
from kemitraan.fact import Fact
from kemitraan.knowledge.retired import Retired
from kemitraan.logic.relevance import ground_head
from kemitraan.text import same

Naming = Callable[[kemitraan.Case, str], tuple[Fact, ...]]


@cache
def case() -> kemitraan.Case:
    return kemitraan.examine("itabajo")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("partnership_readiness=ready", ("partnership_readiness", "sentra", "ready")),
        ("ready", ("partnership_readiness", "sentra", "ready")),
        ("Siap", ("partnership_readiness", "sentra", "ready")),
        ("ready_management.gate_status=met", ("gate_status", "ready_management", "met")),
        ("supply_chain", ("verdict", "supply_chain", "recommended")),
        ("creative_economy", ("verdict", "creative_economy", "recommended")),
        ("Rantai pasok pangan pariwisata", ("verdict", "supply_chain", "recommended")),
        ("local_government.group=strategic", ("group", "local_government", "strategic")),
        ("full_readiness=yes", ("full_readiness", "sentra", "yes")),
    ],
)
def test_word_names_one_conclusion_that_holds_or_not(
    word: str, expected: tuple[str, str, str]
) -> None:
    assert targets(case(), word) == (Fact(*expected),)


@pytest.mark.parametrize("names", [targets, holding])
def test_id_of_a_retired_rule_is_refused_with_what_is_in_its_place(names: Naming) -> None:
    retired = {"OLD-01": Retired(ids=("OLD-01",), by=("TYP-19",), because=same("Merged"))}
    changed = replace(case(), base=replace(case().base, retired=retired))
    with pytest.raises(kemitraan.InputError, match=r"OLD-01 is retired. Merged. In its place: TYP"):
        names(changed, "old-01")


def test_word_for_several_conclusions_names_them_all() -> None:
    verdicts = ("recommended", "candidate", "limited", "not_suited", "open")
    types = ("supply_chain", "creative_economy")
    assert set(targets(case(), "verdict")) == {
        Fact("verdict", one, verdict) for one in types for verdict in verdicts
    }


def test_every_conclusion_shown_of_a_case_can_be_named() -> None:
    for name in ("itabajo", "tenun-troso"):
        examined = kemitraan.examine(name)
        for entry in conclusions(examined):
            assert len(targets(examined, entry.conclusion)) == 1


def test_misspelt_word_is_asked_back() -> None:
    with pytest.raises(kemitraan.InputError, match="Did you mean 'supply_chain'"):
        targets(case(), "suply_chain")
    with pytest.raises(kemitraan.InputError, match="kemitraan why"):
        targets(case(), "zzzz")


def test_what_no_rule_concludes_is_no_target() -> None:
    with pytest.raises(kemitraan.InputError, match=r"no rule concludes .* What can be concluded"):
        targets(case(), "competency_training.programme_after=sop_in_force")
    with pytest.raises(kemitraan.InputError, match="No change of a profile"):
        targets(case(), "mentoring_plan.action_after=forum_running")


def test_what_a_profile_states_is_no_target() -> None:
    with pytest.raises(kemitraan.InputError, match="--set management=strong"):
        targets(case(), "management=strong")


def test_rules_of_a_layer_switched_off_count() -> None:
    paper = kemitraan.examine("itabajo", layers=("paper",))
    notes = [f for f in case().admitted if f.attribute == "practice_note"]
    assert notes
    assert all(can_be_concluded(paper, note) for note in notes)


def test_rules_found_for_a_conclusion_are_those_that_concluded_it() -> None:
    """Whatever fired is among the rules found, grounded to the same subject."""
    inference = case().inference
    for fact in (f for f in inference.derived if f.attribute in case().base.shown):
        found = {(one.clause.rule, one.this) for one in concluding(case(), fact)}
        assert {(d.clause.rule, d.this) for d in inference.derivations[fact]} <= found
        for one in concluding(case(), fact):
            assert fact in one.heads


def test_nothing_that_a_clause_concludes_is_called_impossible() -> None:
    base = case().base
    for clause in base.clauses:
        each = base.rule[clause.rule].each
        things = [e.id for e in base.vocabulary.kinds[each].entries] if each else [""]
        for this in things:
            for head in clause.heads:
                if "#" not in head.attribute:
                    assert can_be_concluded(case(), ground_head(head, this or None))
