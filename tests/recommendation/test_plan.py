"""The plan: one order of all steps, who does them, what they rest on, and what is kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.knowledge.load import load_rulebase
from tests.thorough import profiles

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.recommendation.model import Recommendation, StrategyEntry

PHASES = ("now", "next", "later", "done")


@cache
def advice(name: str) -> Recommendation:
    return kemitraan.recommend(name)


def of(folder: Path, profile: str) -> Recommendation:
    """Return what a profile of a few lines is advised."""
    file = folder / "profile.yaml"
    file.write_text(f"id: a\nname: A\n{profile}", "utf-8")
    return kemitraan.recommend(file)


def step(found: Recommendation, name: str) -> StrategyEntry:
    return next(s for s in found.strategies if s.id == name)


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_steps_stand_in_phases_and_every_need_is_answered(name: str) -> None:
    found = advice(name)
    phases = [PHASES.index(s.phase) for s in found.strategies]
    assert phases == sorted(phases)
    answered = {x.id for s in found.strategies if s.timing != "done" for x in s.answers}
    assert {need.need for need in found.needs} <= answered


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_every_awaited_milestone_is_reached_by_a_step_of_the_plan(name: str) -> None:
    words, found = load_rulebase().vocabulary, advice(name)
    reached = {
        milestone
        for s in found.strategies
        for key in ("reaches", "programme_reaches")
        for milestone in words.entries[s.id][1].facts.get(key, ())
    }
    assert {m.id for s in found.strategies for m in s.after} <= reached


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_each_line_is_marked_by_what_calls_for_it(name: str) -> None:
    """Practice cites practice; what the study calls for never stands on practice alone."""
    base = load_rulebase()
    for s in advice(name).strategies:
        if s.timing == "done":
            continue
        called = [base.rule[r] for r in s.rules if not r.startswith("WAI")]
        if s.mark.id in ("practice", "tentative"):
            assert {rule.layer for rule in called} == {"practice"}
            assert any(source in base.practice for source in s.sources)
        else:
            assert "paper" in {rule.layer for rule in called}
        if s.basis == "baseline":
            assert s.mark.id == "study"


def test_actors_lead_by_their_own_names(tmp_path: Path) -> None:
    profile = "actors:\n  dinas: {name: Dinas Perindustrian, kind: local_government}\n"
    found = of(tmp_path, profile)
    lead = step(found, "actor_mapping")
    assert [a.label.en for a in lead.actor] == ["Dinas Perindustrian"]
    assert "local_government" not in {x.id for x in lead.together_with}


def test_where_the_lead_is_not_named_who_stands_in_for_it_leads(tmp_path: Path) -> None:
    bank = "sentra: {barriers: market}\nactors:\n  bank: {kind: financial_institution}\n"
    dinas = bank + "  dinas: {kind: local_government}\n"
    coop = dinas + "  koperasi: {kind: cooperative}\n"

    def lead(profile: str, name: str) -> list[str]:
        return [a.id for a in step(of(tmp_path, profile), name).actor]

    # A bank takes part, but leads nothing of the sentra's own.
    assert lead(bank, "buyer_needs_card") == []
    # The district can ask buyers where nobody of the sentra is named, but found no forum for it.
    assert lead(dinas, "buyer_needs_card") == ["dinas"]
    assert lead(dinas, "partnership_forum") == []
    # A cooperative leads what a manager would, and a manager before it.
    assert lead(coop, "buyer_needs_card") == ["koperasi"]
    assert lead(coop, "partnership_forum") == ["koperasi"]
    both = coop + "  pengurus: {kind: sentra_manager}\n"
    assert lead(both, "buyer_needs_card") == ["pengurus"]
    # What is the district's own stays its own.
    assert lead(coop, "governance_sop") == ["dinas"]


def test_who_stands_in_takes_part_in_place_of_who_is_not_named(tmp_path: Path) -> None:
    profile = "actors: {dinas: {kind: local_government}, koperasi: {kind: cooperative}}\n"
    taking_part = [x.id for x in step(of(tmp_path, profile), "hub_role").together_with]
    assert "koperasi" in taking_part
    assert "sentra_manager" not in taking_part
    # But nobody takes the place of the producers.
    assert "craftspeople" in taking_part


def test_measures_speak_of_the_product(tmp_path: Path) -> None:
    def measure(lines: str) -> str:
        profile = f"sentra: {{barriers: market{lines}}}\n"
        return step(of(tmp_path, profile), "buyer_needs_card").indicator.en

    cloth, leather = (measure(f", product_lines: {x}") for x in ("woven_cloth", "tanned_leather"))
    assert "pieces of cloth a month" in cloth
    assert "colour fastness" in cloth
    assert "hides a week" in leather
    assert "units of product" in measure("")
    for said in (cloth, leather, measure("")):
        assert "{" not in said


def test_steps_without_evidence_of_their_own_are_marked_tentative() -> None:
    base = load_rulebase()
    actions = [a for a in base.vocabulary.kinds["action"].entries if a.source[0] in base.practice]
    inferred = {a.id for a in actions if base.practice[a.source[0]].evidence == "inference"}
    assert inferred
    assert {a.id for a in actions if a.facts["mark"] == ("tentative",)} == inferred


def test_programme_is_kept_only_where_its_own_indicator_is_reached(tmp_path: Path) -> None:
    """A certificate is not every delivery, and a contract with a mill opens no tourism."""
    found = of(tmp_path, "sentra: {production_standard: met, contract: written}\n")
    kept = {s.id for s in found.strategies if s.timing == "done"}
    assert "buyer_contract" in kept
    assert not kept & {"technical_training", "marketing_supply_cooperation"}
    more = "quality_consistency: met, tourism_link: active"
    found = of(tmp_path, f"sentra: {{production_standard: met, contract: written, {more}}}\n")
    kept = {s.id for s in found.strategies if s.timing == "done"}
    assert {"technical_training", "marketing_supply_cooperation"} <= kept


def test_producers_take_part() -> None:
    """No step of the catalogue leaves out those whose sentra it is."""
    actions = load_rulebase().vocabulary.kinds["action"].entries
    without = [
        a.id for a in actions if "craftspeople" not in (*a.facts["done_by"], *a.facts["done_with"])
    ]
    assert without == []


def test_what_is_reached_is_kept_and_not_advised_again(tmp_path: Path) -> None:
    found = of(tmp_path, "sentra: {sop: applied, forum: routine, quality_consistency: met}\n")
    kept = {s.id for s in found.strategies if s.timing == "done"}
    assert {"governance_sop", "partnership_forum", "secure_consistency"} <= kept
    assert not kept & {s.id for s in found.strategies if s.timing != "done"}
    assert all(s.after == () for s in found.strategies if s.timing == "done")


def test_table_of_the_study_stands_whole_whatever_is_advised() -> None:
    chosen = kemitraan.recommend("itabajo", assume={"table_2_use": "triggered"})
    assert chosen.strategy_table == advice("itabajo").strategy_table
    assert len(chosen.strategy_table) == 7
    assert [row.kind.id for row in chosen.strategy_table if row.kind] == [
        "local_government",
        "sentra_manager",
        "academia",
        "training_institution",
        "tourism_business",
        "financial_institution",
    ]


def test_group_credit_waits_for_a_buyers_contract_and_small_loans_do_not(tmp_path: Path) -> None:
    found = of(tmp_path, "sentra: {barriers: capital, licences: nib, bookkeeping: most}\n")
    assert [m.id for m in step(found, "sentra_credit_scheme").after] == ["first_contract"]
    assert [m.id for m in step(found, "cluster_kur").after] == ["first_contract"]
    assert step(found, "individual_micro_kur").after == ()


def test_untreated_waste_is_dealt_with_now(tmp_path: Path) -> None:
    found = of(tmp_path, "sentra: {waste_handling: inadequate}\n")
    for name in ("environment_statement", "cleaner_production", "shared_wastewater_plant"):
        assert step(found, name).phase == "now"


def test_nib_is_a_step_only_where_it_is_stated_to_be_missing(tmp_path: Path) -> None:
    unknown = of(tmp_path, "sentra: {barriers: capital, product_character: food}\n")
    assert "nib_day" not in {s.id for s in unknown.strategies}
    assert "check_nib" not in {note.id for note in unknown.practice}
    assert "licences" in {question.attribute for question in unknown.questions}
    missing = of(tmp_path, "sentra: {barriers: capital, licences: no_nib}\n")
    assert step(missing, "nib_day").timing == "now"
    assert [m.id for m in step(missing, "individual_micro_kur").after] == ["nib_held"]


def test_building_waits_for_its_management(tmp_path: Path) -> None:
    found = of(tmp_path, 'sentra: {building_use: idle, manager_in_place: "no"}\n')
    assert [m.id for m in step(found, "activate_building").after] == ["management_formed"]
    assert step(found, "appoint_management").phase == "now"


def test_now_is_what_is_most_urgent_or_waited_for_and_next_what_could_begin(tmp_path: Path) -> None:
    found = of(tmp_path, "sentra: {barriers: [capital, market], bookkeeping: none}\n")
    begin = [s for s in found.strategies if s.timing == "now"]
    awaited = {m.id for s in found.strategies for m in s.after}
    words = load_rulebase().vocabulary
    for s in begin:
        facts = words.entries[s.id][1].facts
        reached = {*facts.get("reaches", ()), *facts.get("programme_reaches", ())}
        urgent = s.priority is not None and s.priority.id == "high"
        assert (s.phase == "now") == (urgent or bool(reached & awaited)), s.id
    assert step(found, "actor_mapping").phase == "now"
    assert step(found, "hub_role").phase == "next"


@pytest.mark.parametrize("kind", ["private_company", "tourism_business", "exporter"])
def test_whoever_buys_stands_where_a_buyer_takes_part(kind: str, tmp_path: Path) -> None:
    found = of(tmp_path, f"sentra: {{barriers: market}}\nactors: {{maju: {{kind: {kind}}}}}\n")
    assert "maju" in {a.id for a in step(found, "buyer_needs_card").together_with}
