"""Answers stated alone: what each changes, and which adverse ones nothing answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.check.answers import Answer, answers, effects_of, unanswered, word_of
from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.plain import check_rules
from kemitraan.case import concluded, examine
from kemitraan.knowledge.load import load_rulebase
from kemitraan.recommendation.differences import told_of
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario
from kemitraan.scenario.read import in_order
from tests.analysis.check.small import rule, small

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.fact import Fact

_ADVERSE = (
    "scale: rating, label: {id: besarnya",
    "scale: rating, adverse: [weak], label: {id: besarnya",
)
_KNOWN = "- {finding: unanswered, about: size=weak, reason: {id: Sudah tahu, en: Known}}\n"


def _with_adverse_size(folder: Path, rules: str = "", *, known: str = "") -> Path:
    small(folder, rules, accepted=known or "[]")
    terms = folder / "vocabulary" / "terms.yaml"
    text = terms.read_text("utf-8")
    assert _ADVERSE[0] in text
    terms.write_text(text.replace(*_ADVERSE), "utf-8")
    return folder


@pytest.mark.slow
def test_effects_are_those_of_profiles_written_and_run_one_by_one() -> None:
    base = load_rulebase()
    inputs = [a.id for a in base.vocabulary.attributes.values() if a.role == "input" and a.question]
    listed = [answer for name in inputs for answer in answers(base, name)]
    effects = effects_of(base, listed)
    case = examine("itabajo", base=base)
    for answer in listed[::11]:
        kind = answer.subject if base.vocabulary.attributes[answer.attribute].of == "actor" else ""
        before = _told(case, kind if answer.attribute != KIND else "", None)
        assert effects.changed[answer] == before ^ _told(case, kind, answer), answer
    assert any(effects.changed[answer] for answer in listed[::11])
    assert any(not effects.changed[answer] for answer in listed[::11])


def _told(case: Case, kind: str, answer: Answer | None) -> frozenset[Fact]:
    """Return what is told of a profile that gives one answer, beside an actor of a kind."""
    place = case.scenario.claims[0].place
    claims = (Claim(*answer, place),) if answer and answer.attribute != KIND else ()
    actors = (Actor(kind, kind, "", place),) if kind else ()
    profile = in_order(Scenario("a", "a", None, None, claims, actors, ""), case.base.vocabulary)
    found = concluded(case.base, profile, case.choice)
    return told_of(found.view, found.admitted)


def test_adverse_answer_is_answered_once_a_rule_says_something_to_it(tmp_path: Path) -> None:
    silent = load_rulebase(_with_adverse_size(tmp_path / "silent"))
    assert [one.about for one in unanswered(silent)] == ["size=weak"]
    said = rule("ADV-04", "  if: {size: weak}\n  then: {advice: train}")
    answering = load_rulebase(_with_adverse_size(tmp_path / "answering", said))
    assert list(unanswered(answering)) == []


def test_what_only_repeats_an_answer_does_not_answer_it(tmp_path: Path) -> None:
    said = rule("ADV-04", "  if: {size: weak}\n  then: {strength: fair}")
    folder = _with_adverse_size(tmp_path / "rules", said)
    base = load_rulebase(folder)
    assert list(unanswered(base)) == []
    shown = folder / "shown.yaml"
    text = shown.read_text("utf-8")
    assert "strength, section: diagnoses" in text
    shown.write_text(
        text.replace("strength, section: diagnoses", "strength, section: potential"), "utf-8"
    )
    repeating = load_rulebase(folder)
    assert [one.about for one in unanswered(repeating)] == ["size=weak"]
    assert effects_of(repeating, [Answer("size", "sentra", "weak")]).changed


def test_reason_for_leaving_an_answer_is_kept_until_it_is_answered(tmp_path: Path) -> None:
    left = _with_adverse_size(tmp_path / "left", known=_KNOWN)
    assert check_rules(left) == []
    deep = check_deep(load_rulebase(left))
    assert ("unanswered", "size=weak") in [(one.kind, one.about) for one in deep.accepted]
    assert deep.stale == ()
    said = rule("ADV-04", "  if: {size: weak}\n  then: {advice: train}")
    stale = _with_adverse_size(tmp_path / "stale", said, known=_KNOWN)
    assert "unanswered size=weak" in check_deep(load_rulebase(stale)).stale[0].what.en


def test_input_that_is_unread_has_said_why(tmp_path: Path) -> None:
    small(tmp_path / "rules")
    terms = tmp_path / "rules" / "vocabulary" / "terms.yaml"
    text = terms.read_text("utf-8")
    place, why = (
        "label: {id: tempat",
        ', unread: {id: "Hanya keterangan.", en: "For information only."}',
    )
    assert place in text
    assert why in text
    adverse = text.replace(place, f'adverse: ["no"], {place}')
    terms.write_text(adverse, "utf-8")
    assert list(unanswered(load_rulebase(tmp_path / "rules"))) == []
    terms.write_text(adverse.replace(why, ""), "utf-8")
    assert [one.about for one in unanswered(load_rulebase(tmp_path / "rules"))] == ["place=no"]


def test_answers_are_called_as_rules_and_profiles_write_them() -> None:
    base = load_rulebase()
    assert word_of(base, Answer("forum", "sentra", "none")) == "forum=none"
    assert word_of(base, Answer("level", "management", "weak")) == "management=weak"
    assert word_of(base, Answer("concerns", "academia", "price")) == "actor.concerns=price"
