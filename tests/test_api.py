"""The package from Python: its public names, and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.why.why import conclusions, why
from kemitraan.knowledge.load import load_rulebase
from tests.thorough import few

if TYPE_CHECKING:
    from pathlib import Path


def test_public_names_are_those_of_all() -> None:
    for name in kemitraan.__all__:
        assert getattr(kemitraan, name) is not None
    with pytest.raises(AttributeError):
        _ = kemitraan.nothing


def test_recommendation_answers_the_question() -> None:
    found = kemitraan.recommend("itabajo")
    assert [(t.type, t.verdict.id) for t in found.partnership_types] == [
        ("supply_chain", "recommended"),
        ("creative_economy", "not_suited"),
    ]
    assert len(found.next_steps) == 3
    assert all(step.timing == "now" for step in found.next_steps)


def test_errors_carry_every_fault() -> None:
    with pytest.raises(kemitraan.InputError) as caught:
        kemitraan.recommend("itabajo", assume={"nothing": "x"}, settings=["nothing=x"])
    assert len(caught.value.faults) == 2
    assert issubclass(kemitraan.InputError, kemitraan.KemitraanError)


def test_assumptions_as_mapping_and_as_words_are_the_same() -> None:
    first = kemitraan.recommend("itabajo", assume={"grouping_rule": "by_kind"})
    second = kemitraan.recommend("itabajo", assume=["A-10=by_kind"])
    assert first == second


def test_every_shown_conclusion_has_a_proof_down_to_stated_facts() -> None:
    from kemitraan.logic.proof import stated
    from tests.logic.small import rules_of

    for name in ("itabajo", "molas-poco-lembor", "tenun-troso"):
        case = kemitraan.examine(name)
        for entry in conclusions(case):
            proofs = why(case, entry.conclusion)
            assert len(proofs) == 1
            assert set(entry.rules) <= set(rules_of(proofs[0]))
            assert set(stated(proofs[0])) <= set(case.inference.given)


@pytest.mark.parametrize(
    "word",
    [
        "supply_chain",
        "Rantai pasok pangan pariwisata",
        "supply_chain.verdict=recommended",
        "verdict",
    ],
)
def test_conclusion_is_found_by_id_label_or_attribute(word: str) -> None:
    case = kemitraan.examine("itabajo")
    found = {(p.fact.attribute, p.fact.value) for p in why(case, word)}
    assert ("verdict", "recommended") in found


def test_unknown_is_asked_for_and_never_counted_as_a_weakness() -> None:
    """Taking a fact away never adds a weak aspect, and puts the fact among the questions."""
    found = kemitraan.recommend("itabajo", settings=["management=?"])
    assert "management" in {e.id for e in found.potential.unknown}
    assert "management" not in {e.id for e in found.potential.weak}
    assert "management" in {s.id for q in found.questions for s in q.subjects}
    assert found.readiness.partnership is not None
    assert found.readiness.partnership.id == "not_assessable"


def test_questions_that_change_the_answer_at_once_come_first() -> None:
    found = kemitraan.recommend("itabajo")
    questions = found.questions
    assert not any(t.may_change for t in found.partnership_types)
    flags = [q.next for q in questions]
    assert flags == sorted(flags, reverse=True)
    assert all(q.rules and q.informants.id and q.informants.en for q in questions)


@pytest.mark.slow
@pytest.mark.parametrize("first", few(range(8), 1))
def test_question_marked_next_does_change_the_answer(first: int) -> None:
    """For each such question some answer changes what is shown; checked by trying them."""
    base = load_rulebase()
    case = kemitraan.examine("itabajo")
    shown = {e.conclusion for e in conclusions(case)}
    for question in case.recommendation.questions[first::8]:
        if not question.next or question.attribute == "vision":
            continue
        subject = question.subjects[0].id
        key = (
            subject
            if question.attribute == "level"
            else question.attribute
            if subject == "sentra"
            else f"{subject}.{question.attribute}"
        )
        changed = False
        for value in base.vocabulary.values_of(question.attribute):
            tried = kemitraan.examine("itabajo", settings=[f"{key}={value}"], base=base)
            now = {e.conclusion for e in conclusions(tried)}
            # A setting takes the profile out of the study, which has a warning of its own.
            changed = changed or (now ^ shown) - {"warning=generalisation"} != set()
        assert changed, key


def test_empty_profile_is_answered_with_questions_and_the_baseline(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "empty.yaml"
    file.write_text("id: a\nname: A\n", "utf-8")
    found = kemitraan.recommend(file)
    assert [(t.verdict.id, t.fit, t.focus) for t in found.partnership_types] == [
        ("open", None, ())
    ] * 2
    assert found.potential.weak == ()
    assert found.readiness.partnership is not None
    assert found.readiness.partnership.id == "not_assessable"
    assert found.strategies[0].id == "actor_mapping"
    own = {s.id for s in found.strategies if s.basis == "specific"}
    # The supply that stands in the study's table waits for what buyers ask of it.
    conditions = {"buyer_needs_card", "secure_consistency", "match_capacity", "agree_model"}
    assert own == {"actor_mapping", "hub_role"} | conditions
    assert found.questions[0].section == "partnership_types"


def test_shipped_profile_is_named_alike_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kemitraan.recommend("itabajo").sentra.file == "scenarios/itabajo.yaml"
