"""Guards are enforced: what fails one is withheld with a warning, whatever the rules conclude."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.compare.comparison import compare, uniform
from kemitraan.analysis.why.why import conclusions, why
from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.recommendation.model import Recommendation


def with_rule(tmp_path: Path, rule: str) -> Path:
    """Return a copy of the shipped rules with one more."""
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    (folder / "4-strategy" / "added.yaml").write_text(
        rule + "  title: {id: Uji, en: Trial}\n"
        '  because: {id: "Uji.", en: "Trial."}\n  source: [S-126]\n',
        "utf-8",
    )
    return folder


def run(tmp_path: Path, rule: str, profile: str) -> Recommendation:
    file = tmp_path / "profile.yaml"
    file.write_text(f"id: a\nname: A\n{profile}", "utf-8")
    return examine(file, rules=with_rule(tmp_path, rule)).recommendation


def guards_of(recommendation: Recommendation) -> set[str]:
    return {w.id for w in recommendation.warnings if w.kind == "guard"}


def test_infrastructure_alone_never_yields_readiness(tmp_path: Path) -> None:
    rule = "- id: TRY-01\n  if: {facilities: adequate}\n  then: {readiness_mark: ready}\n"
    found = run(tmp_path, rule, "sentra: {facilities: adequate}\n")
    assert found.readiness.partnership is None
    assert "GRD-01" in guards_of(found)


def test_interest_of_the_market_alone_never_yields_readiness(tmp_path: Path) -> None:
    rule = '- id: TRY-01\n  if: {market_interest: "yes"}\n  then: {readiness_mark: ready}\n'
    found = run(tmp_path, rule, 'sentra: {market_interest: "yes"}\n')
    assert found.readiness.partnership is None
    assert "GRD-02" in guards_of(found)


def test_infrastructure_and_interest_together_are_not_readiness_either(tmp_path: Path) -> None:
    """What lies inside the sentra has to be more than its buildings."""
    rule = (
        '- id: TRY-01\n  if: {facilities: adequate, market_interest: "yes"}\n'
        "  then: {readiness_mark: ready}\n"
    )
    found = run(tmp_path, rule, 'sentra: {facilities: adequate, market_interest: "yes"}\n')
    assert found.readiness.partnership is None
    assert "GRD-02" in guards_of(found)


def test_what_is_withheld_is_neither_listed_nor_explained(tmp_path: Path) -> None:
    rule = "- id: TRY-01\n  if: {facilities: adequate}\n  then: {readiness_mark: ready}\n"
    file = tmp_path / "profile.yaml"
    file.write_text("id: a\nname: A\nsentra: {facilities: adequate}\n", "utf-8")
    case = examine(file, rules=with_rule(tmp_path, rule))
    assert "partnership_readiness=ready" not in {e.conclusion for e in conclusions(case)}
    with pytest.raises(InputError):
        why(case, "partnership_readiness=ready")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("condition", "profile"),
    [
        ("production_skill: strong", "sentra: {production_skill: strong}\n"),
        ('policy_direction: "yes"', 'sentra: {policy_direction: "yes"}\n'),
    ],
    ids=["inside alone", "outside alone"],
)
def test_specific_step_needs_a_fact_from_inside_and_one_from_outside(
    condition: str, profile: str, tmp_path: Path
) -> None:
    rule = f'- id: TRY-01\n  if: {{{condition}}}\n  then: {{brand_building.proposed: "yes"}}\n'
    found = run(tmp_path, rule, profile)
    assert "brand_building" not in {s.id for s in found.strategies}
    assert "GRD-03" in guards_of(found)


def test_step_with_both_is_shown(tmp_path: Path) -> None:
    rule = (
        '- id: TRY-01\n  if: {production_skill: strong, policy_direction: "yes"}\n'
        '  then: {brand_building.proposed: "yes"}\n'
    )
    profile = 'sentra: {production_skill: strong, policy_direction: "yes"}\n'
    found = run(tmp_path, rule, profile)
    assert "brand_building" in {s.id for s in found.strategies}
    assert not guards_of(found)


def test_facts_of_two_proofs_are_not_mixed(tmp_path: Path) -> None:
    """One proof from inside and one from outside do not make one that rests on both."""
    rule = (
        '- id: TRY-01\n  if: {production_skill: strong}\n  then: {brand_building.proposed: "yes"}\n'
        '  title: {id: Uji, en: Trial}\n  because: {id: "Uji.", en: "Trial."}\n  source: [S-126]\n'
        '- id: TRY-02\n  if: {policy_direction: "yes"}\n  then: {brand_building.proposed: "yes"}\n'
    )
    profile = 'sentra: {production_skill: strong, policy_direction: "yes"}\n'
    found = run(tmp_path, rule, profile)
    assert "brand_building" not in {s.id for s in found.strategies}


def test_what_rests_on_a_withheld_conclusion_is_withheld_too(tmp_path: Path) -> None:
    rule = (
        "- id: TRY-01\n  if: {product_character: food}\n"
        "  then: {supply_chain.verdict: recommended}\n"
    )
    found = run(tmp_path, rule, "sentra: {product_character: food}\n")
    assert {t.verdict.id for t in found.partnership_types} == {"candidate", "not_suited"}
    assert not [focus for t in found.partnership_types for focus in t.focus]
    assert "GRD-04" in guards_of(found)
    assert not [g for g in found.gaps if g.of == "focus"]
    of_the_type = {"ACN-03", "ACN-04", "ACN-05"}
    assert of_the_type.isdisjoint(rule for s in found.strategies for rule in s.rules)


def test_advice_about_production_alone_is_completed(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text("id: a\nname: A\nsentra: {product_quality: weak}\n", "utf-8")
    needs = {n.id for n in examine(file).recommendation.needs}
    assert {"quality_improvement", "business_governance", "market_access_need"} <= needs


STEP = (
    '- id: TRY-01\n  if: {production_skill: strong, policy_direction: "yes"}\n'
    '  then: {brand_building.proposed: "yes"}\n'
)
STATED = 'sentra: {production_skill: strong, policy_direction: "yes"'


def cases(tmp_path: Path, *profiles: str) -> list[Case]:
    """Return a case for each profile, over the shipped rules with a step of two facts."""
    base = load_rulebase(with_rule(tmp_path, STEP))
    found = []
    for number, profile in enumerate(profiles):
        file = tmp_path / f"profile{number}.yaml"
        file.write_text(f"id: s{number}\nname: A\n{profile}", "utf-8")
        found.append(examine(file, base=base))
    return found


def warned(found: list[Case], *distinct: str) -> list[str]:
    guards = [g for g in found[0].base.guards if g.id == "GRD-07"]
    if distinct:
        guards = [replace(g, distinct=distinct) for g in guards]
    return [w.id for w in uniform(found, guards)]


def test_uniform_strategies_of_different_profiles_are_pointed_out(tmp_path: Path) -> None:
    """Profiles differ by what was stated of them, whatever is concluded from it."""
    found = cases(tmp_path, STATED + "}\n", STATED + ", raw_material_source: local}\n")
    assert warned(found) == ["GRD-07"]
    assert [w.id for w in compare(found).warnings] == ["GRD-07"]


@pytest.mark.slow
def test_same_profile_may_share_its_strategies_whatever_its_actors_are_called(
    tmp_path: Path,
) -> None:
    actors = "actors:\n  {id}: {{kind: craftspeople}}\n"
    first, second = (STATED + "}\n" + actors.format(id=name) for name in ("first", "second"))
    assert not warned(cases(tmp_path, first, second))
    assert warned(cases(tmp_path / "more", first, STATED + "}\n")) == ["GRD-07"]


@pytest.mark.slow
def test_different_strategies_of_different_profiles_are_right() -> None:
    assert not warned([examine("itabajo"), examine("molas-poco-lembor")])


def test_only_the_conclusions_a_guard_names_have_to_differ(tmp_path: Path) -> None:
    found = cases(tmp_path, STATED + "}\n", STATED + ", product_quality: weak}\n")
    assert warned(found, "proposed")
    assert not warned(found, "proposed", "potential")
    assert not warned(found, "focus")


def test_no_shipped_text_speaks_of_money_or_shares() -> None:
    """The loader refuses amounts; a rule base with one does not load."""
    import re

    base = examine("itabajo").base
    for rule in base.all_rules:
        for text in (rule.title, rule.because):
            assert not re.search(r"Rp\s?\d|\d\s?%|\bIDR\b", f"{text.id} {text.en}")
