"""The measures tell rules that answer from rules that do not; their profiles are plausible."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from kemitraan.case import concluded
from kemitraan.knowledge.load import load_rulebase
from kemitraan.logic.proof import explain, stated
from kemitraan.recommendation.differences import told_of
from kemitraan.scenario.patch import choice_of
from tests.analysis.check.small import rule, small
from tests.measures.figures import Told, alone, answered, shared_steps
from tests.measures.random_profiles import ONLY, Drawing, random_profiles

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase

_SAID = rule("ADV-04", "  if: {size: weak}\n  then: {advice: train}")


def _adverse(folder: Path, rules: str = "") -> RuleBase:
    """Return the small base in which a weak size is adverse."""
    small(folder, rules)
    terms = folder / "vocabulary" / "terms.yaml"
    text = terms.read_text("utf-8")
    size = "scale: rating, label: {id: besarnya"
    assert size in text
    terms.write_text(text.replace(size, f"adverse: [weak], {size}"), "utf-8")
    return load_rulebase(folder)


def test_measure_notices_that_an_adverse_answer_has_no_effect(tmp_path: Path) -> None:
    silent = alone(_adverse(tmp_path / "silent"))
    assert silent.adverse == silent.unanswered == ("size=weak",)
    assert {"size=weak", "size=strong"} <= set(silent.silent)
    said = alone(_adverse(tmp_path / "said", _SAID))
    assert said.adverse == ("size=weak",)
    assert said.unanswered == ()
    assert "size=weak" not in said.silent


@pytest.mark.slow
def test_share_of_weaknesses_answered_falls_with_the_rules_that_propose_steps() -> None:
    base = load_rulebase()
    profiles = list(islice(random_profiles(base, 15, 40), 40))
    whole = answered(base, profiles)
    assert whole.adverse > 1
    assert whole.own_step > 0
    assert whole.all_explained == 1, whole.left
    own = {
        one.attribute
        for one in base.shown.listed
        if one.section == "strategies" and one.advice and one.fills != "baseline"
    }
    kept = tuple(r for r in base.all_rules if not own & {c.attribute for c in r.conclusions})
    none = answered(replace(base, all_rules=kept), profiles)
    assert none.adverse == whole.adverse
    assert none.own_step == none.facts_answered == none.all_answered == 0
    assert none.all_explained < 1
    shared, _, alike = shared_steps(base)
    assert alike < shared / 2, "the study's sentra share steps, each in words of its own"
    assert sum(none.left.values()) == round(whole.adverse * 40)


@pytest.mark.slow
def test_profiles_at_once_are_told_what_each_is_told_by_itself() -> None:
    base = load_rulebase()
    profiles = list(random_profiles(base, 15, 12))
    of = Told(base, profiles)
    for number, profile in enumerate(profiles):
        case = concluded(base, profile, choice_of(base))
        told = {fact for fact, where in of.told.items() if where >> number & 1}
        assert told == told_of(case.view, case.admitted)
        grounds: set[Fact] = set()
        for step in (fact for fact, where in of.steps.items() if where >> number & 1):
            grounds |= set(stated(explain(case.inference, step)))
        left = {fact for fact, where in of.left.items() if where >> number & 1}
        adverse = {fact for fact, where in of.adverse.items() if where >> number & 1}
        assert adverse <= set(case.fact_base.origin)
        assert not left & grounds


def test_random_profiles_are_plausible_and_the_same_every_time() -> None:
    base = load_rulebase()
    profiles = list(random_profiles(base, 10, 100))
    assert profiles == list(random_profiles(base, 10, 100))
    apart = Drawing(base.vocabulary).apart
    words = base.vocabulary
    rated = adverse = 0
    for profile in profiles:
        assert len(profile.claims) == 10
        said = {c.attribute: c.value for c in profile.claims}
        assert {"product_character", "product_lines"} <= said.keys()
        written = {f"{c.attribute}={c.value}" for c in profile.claims}
        assert not any(pair <= written for pair in apart)
        for claim in profile.claims:
            name = claim.subject if words.shorthand(claim.subject) else claim.attribute
            assert str(said["product_character"]) in ONLY.get(name, said["product_character"] or "")
            against = words.attributes[claim.attribute].adverse
            if against and set(against) != set(words.values_of(claim.attribute)):
                rated += 1
                adverse += claim.value in against
    assert 0.25 < adverse / rated < 0.42


def test_tables_of_the_random_profiles_name_what_the_vocabulary_has() -> None:
    from tests.measures.random_profiles import APART, KNOWN, PRODUCTS

    words = load_rulebase().vocabulary
    drawing = Drawing(words)
    assert {name for names in KNOWN.values() for name in names.split()} <= drawing.weights.keys()
    assert ONLY.keys() <= drawing.weights.keys()
    assert {line for lines in PRODUCTS.values() for line in lines.split()} == set(
        words.values_of("product_lines")
    )
    for word in APART.split():
        name, _, value = word.removeprefix("actor.").partition("=")
        assert value in words.values_of(words.shorthand(name) or name), word
