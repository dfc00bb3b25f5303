"""Proofs of every conclusion of the shipped profiles: complete, narrow, in one language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.why.report import ProofReport, proof_parts
from kemitraan.analysis.why.why import conclusions, why
from kemitraan.case import examine
from kemitraan.knowledge.compile import IS
from kemitraan.logic.proof import Proof, explain, parts, stated
from kemitraan.report import words as w
from kemitraan.report.conditions import AT_LEAST, SOME
from kemitraan.report.parts import as_markdown, as_text
from kemitraan.text import Lang
from tests.logic.small import rules_of
from tests.report.test_words import words_only_in
from tests.thorough import profiles

if TYPE_CHECKING:
    from kemitraan.case import Case

OTHER = {Lang.ID: Lang.EN, Lang.EN: Lang.ID}


@cache
def case(name: str, *settings: str, assume: tuple[str, ...] = ()) -> Case:
    return examine(name, settings=settings, assume=assume)


def proofs(of: Case) -> list[Proof]:
    return [proof for entry in conclusions(of) for proof in why(of, entry.conclusion)]


def page(of: Case, proof: Proof, lang: Lang = Lang.EN, width: int = 100) -> str:
    return as_text(proof_parts(of, [proof], lang), width)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", profiles())
def test_every_conclusion_has_a_narrow_tree_that_names_all_its_rules(name: str, lang: Lang) -> None:
    found = case(name)
    assert proofs(found)
    for proof in proofs(found):
        for width in (60, 100):
            text = page(found, proof, lang, width)
            assert max(len(line) for line in text.splitlines()) <= width
        for rule in rules_of(proof):
            assert rule in text


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", profiles())
def test_tree_and_sources_speak_one_language(name: str, lang: Lang) -> None:
    found = case(name)
    # Names and quotations stay as they were written.
    kept = " ".join(
        [found.scenario.name, *(a.name for a in found.scenario.actors)]
        + [f"{c.words} {c.note or ''} {c.by or ''}" for c in found.scenario.claims]
        + [p.reference for p in found.base.practice.values()]
    )
    alien = words_only_in(OTHER[lang]) - set(re.findall(r"[a-z]{3,}", kept.casefold()))
    for proof in proofs(found):
        text = re.sub(r"\b[A-Z]{2,4}-\d{2,3}\b", "", page(found, proof, lang)).casefold()
        assert not set(re.findall(r"[a-z]{3,}", text)) & alien, text


@pytest.mark.parametrize("name", profiles())
def test_tree_goes_down_to_every_stated_fact(name: str) -> None:
    found = case(name)
    report = ProofReport(found, Lang.EN)
    for proof in proofs(found):
        text = str(report.tree(proof))
        for fact in stated(proof):
            if fact.attribute not in found.base.assumptions and fact.attribute != IS:
                assert report.described(fact) in text
            for claim in found.fact_base.origin.get(fact, ()):
                assert all(source in text for source in claim.source)


def test_assumptions_come_first_with_choice_and_reason() -> None:
    found = case("itabajo")
    proof = why(found, "supply_chain")[0]
    first = ProofReport(found, Lang.ID).tree(proof).below[0]
    assert first.text == w.RESTS_ON.id
    assert first.below[0].text.startswith("A-26 ")
    assert "(standar)" in first.below[0].text


def test_chosen_assumption_names_its_default() -> None:
    found = case("tenun-sukarara", assume=("grouping_rule=by_kind",))
    group = next(e.conclusion for e in conclusions(found) if ".group=" in e.conclusion)
    assert "(chosen; default: " in " ".join(page(found, why(found, group)[0]).split())


def test_what_is_derived_twice_is_explained_once() -> None:
    found = case("itabajo")
    report = ProofReport(found, Lang.EN)
    for proof in proofs(found):
        lines = page(found, proof, width=1000).splitlines()
        for part in parts(proof):
            if part.derivations and part != proof and "#" not in part.fact.attribute:
                own = report.described(part.fact)
                told = [line for line in lines if line.lstrip("│├└─ ") == own]
                assert len(told) == 1, own


def test_absence_and_choice_conditions_are_said_as_conditions() -> None:
    text = "\n".join(
        page(found, explain(found.inference, fact), lang)
        for found in (case("itabajo"), case("molas-poco-lembor"))
        for fact in sorted(found.inference.derived)
        if "#" not in fact.attribute
        for lang in Lang
    )
    for phrase in (w.ABSENT, AT_LEAST, SOME):
        for lang in Lang:
            assert phrase[lang].split("{")[0] in text, phrase
    assert "#" not in text


def test_practice_sources_carry_mark_and_date() -> None:
    found = case("itabajo")
    noted = [e for e in conclusions(found) if e.conclusion.startswith("practice_note=")]
    assert noted
    for entry in noted:
        text = " ".join(page(found, why(found, entry.conclusion)[0]).split())
        assert w.LAYER_NOTE.en in text
        assert any(said in text for said in ("(as of ", "(general knowledge", "concluded from "))


def test_facts_set_for_a_trial_are_shown_as_such() -> None:
    found = case("itabajo", "product_quality=weak")
    diagnosed = why(found, "product_quality.potential=weak")[0]
    assert "--set" in page(found, diagnosed)


def test_markdown_is_a_nested_list() -> None:
    found = case("itabajo")
    made = proof_parts(found, why(found, "supply_chain"), Lang.EN)
    lines = as_markdown(made).splitlines()
    assert lines[0].startswith("- Tourism food supply chain, verdict: ")
    assert lines[1].startswith("  - ")
