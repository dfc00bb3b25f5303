"""What if: exactly the difference of two examinations, and the rule at which each line turns."""

from __future__ import annotations

import random
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan import examine, load_rulebase, whatif
from kemitraan.scenario.claims import statable
from kemitraan.scenario.shipped import shipped_overlays
from tests.analysis.brute import UNSTUDIED
from tests.thorough import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan import Case, WhatIf
    from kemitraan.analysis.whatif.whatif import Effect
    from kemitraan.fact import Fact

BASE = load_rulebase()
STUDIED = ("itabajo", "molas-poco-lembor")
# Alike on the levels that stand while nobody has assessed an actor: the same cells of the grid are
# key, strategic and supporting. They differ from the default once a level differs.
ALIKE_AT_DEFAULT_LEVELS = {
    "grouping-both-high",
    "grouping-by-kind",
    "grouping-lower-of-two",
    "grouping-product-nine",
    "grouping-sum-six",
}


@cache
def laid(name: str, *overlays: str, settings: tuple[str, ...] = ()) -> Case:
    """Return a case with shipped overlays on it; each is examined once."""
    return examine(name, overlays=overlays, settings=settings, base=BASE)


def changes(found: WhatIf) -> dict[tuple[str, str], Effect]:
    return {
        (section.id, change.id): change
        for section in found.sections
        for change in (*section.added, *section.gone, *section.changed)
    }


def shown(case: Case) -> set[Fact]:
    return {f for f in case.admitted if f.attribute in BASE.shown}


def told(case: Case) -> dict[tuple[str, str], object]:
    """Return the values of a recommendation by section and id, read off its data."""
    r: dict[str, Any] = asdict(case.recommendation)
    found: dict[tuple[str, str], object] = {}
    for kind in r["partnership_types"]:
        fit = kind["fit"] and kind["fit"]["id"]
        found["partnership_types", kind["id"]] = kind["verdict"]["id"], fit
        found |= {("partnership_types", f["id"]): True for f in kind["focus"]}
    for level in ("strong", "developing", "weak", "unknown"):
        found |= {("potential", e["id"]): level for e in r["potential"][level]}
    for name in ("diagnoses", "causes", "gaps", "practice", "routes"):
        found |= {(name, e["id"]): True for e in r[name]}
    found |= {("routes", e["id"]): True for e in r["patterns"]}
    found |= {("warnings", e["id"]): True for e in r["warnings"] if e["kind"] == "rule"}
    found |= {("needs", e["id"]): e["priority"]["id"] for e in r["needs"]}
    for step in r["strategies"]:
        # What is reached is told by its milestone.
        done = step["timing"] == "done"
        name = step["conclusion"].partition(".")[0] if done else step["id"]
        found["strategies", name] = tuple(x["id"] for x in step["after"])
    for e in r["further"]:
        name = f"{e['subject']['id']}." if e["subject"] else ""
        found[e["section"], name + e["attribute"]["id"]] = e["value"] and e["value"]["id"]
    found |= {("readiness", g["id"]): g["status"]["id"] for g in r["readiness"]["gates"]}
    for name in ("stage", "partnership"):
        entry = r["readiness"][name]
        found["readiness", name] = entry and entry["id"]
    found |= {("readiness", e["id"]): True for e in r["readiness"]["waits_for"]}
    for actor in r["actors"]:
        found["actors", actor["id"]] = actor["present"], actor["group"] and actor["group"]["id"]
        for name in ("engagement", "basis", "interest", "influence"):
            if actor[name]:
                found[name, actor["id"]] = actor[name]["id"]
        for name in ("role", "form_role"):
            if actor[name]:
                found[name, actor["id"]] = tuple(x["id"] for x in actor[name])
    return found


DETAIL = {
    "engagement": "engagement",
    "group_basis": "basis",
    "interest_in_force": "interest",
    "influence_in_force": "influence",
    "role": "role",
    "form_role": "form_role",
}


# Milestones that are reached and leave no step behind that is to be kept.
SETTLES_NO_STEP = {
    milestone.id
    for milestone in BASE.vocabulary.kinds["milestone"].entries
    if milestone.facts.keys().isdisjoint(("settles", "settles_programme"))
}


def lines(found: WhatIf) -> set[tuple[str, str]]:
    """Return the lines that differ as `told` names them."""
    named = set()
    for section, key in changes(found):
        subject, _, attribute = key.rpartition(".")
        if attribute in {"opportunity", "outside_source"} or key in SETTLES_NO_STEP:
            continue
        named.add((DETAIL[attribute], subject) if attribute in DETAIL else (section, key))
    return named


def random_changes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield scenarios, each with a few random changes, the same in every run."""
    words = BASE.vocabulary
    keys = sorted(set(statable(words, "sentra").values()))
    rng = random.Random(20)
    for _ in range(10):
        settings = []
        for key in rng.sample(keys, rng.randint(0, 3)):
            attribute = words.entries[key][0].shorthand if key in words.entries else key
            assert attribute is not None
            settings.append(f"{key}={rng.choice([*words.values_of(attribute), '?'])}")
        assumption = BASE.assumptions[rng.choice(sorted(BASE.assumptions))]
        yield (
            rng.choice([*STUDIED, "tenun-troso"]),
            {
                "settings": settings,
                "assume": [f"{assumption.id}={rng.choice(assumption.alternatives).id}"],
                "without": rng.sample(sorted(BASE.rule), rng.randint(0, 3)),
            },
        )


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Case, Case]]:
    return [(laid(name), examine(name, base=BASE, **changed)) for name, changed in random_changes()]


@pytest.mark.slow
def test_difference_is_that_of_two_examinations(pairs: list[tuple[Case, Case]]) -> None:
    for case, other in pairs:
        found = whatif(case, other)
        before, now = told(case), told(other)
        differing = {k for k in {*before, *now} if before.get(k) != now.get(k)}
        assert lines(found) == differing
        for change in changes(found).values():
            assert (change.before and change.before.id) != (change.now and change.now.id)


@pytest.mark.slow
def test_rule_named_is_the_first_at_which_the_inferences_part(
    pairs: list[tuple[Case, Case]],
) -> None:
    """Of all that leads to a line and holds on one side only, nothing is there any earlier."""
    named = 0
    for case, other in pairs:
        for line, change in changes(whatif(case, other)).items():
            if change.reason is None:
                continue
            here, there = (other, case) if change.reason.fires else (case, other)
            ends = [f for f in shown(here) - shown(there) if is_of(f, *line)]
            behind = {f for end in ends for f in leading(here, there, end)}
            first = min(here.inference.levels[f] for f in behind)
            earliest = [f for f in behind if here.inference.levels[f] == first]
            firing = {d.clause.rule for f in earliest for d in here.inference.derivations[f]}
            assert change.reason.rule in firing
            named += 1
    assert named > 50


def is_of(fact: Fact, section: str, key: str) -> bool:
    """Tell whether a line of a section shows this fact."""
    names = {fact.subject, fact.value, f"{fact.subject}.{fact.attribute}"}
    names |= {fact.attribute} if fact.subject == "sentra" else set()
    names |= {"stage"} if fact.attribute == "stage_in_force" else set()
    names |= {"partnership"} if fact.attribute == "partnership_readiness" else set()
    return BASE.shown.section_of[fact.attribute] == section and key in names


def leading(here: Case, there: Case, end: Fact) -> set[Fact]:
    """Return what is concluded on the way to a fact and does not hold `there`; itself too.

    What is only found once the fact holds is not on the way to it.
    """
    levels = here.inference.levels
    waiting, seen = [end], {end}
    while waiting:
        fact = waiting.pop()
        for derivation in here.inference.derivations.get(fact, ()):
            if all((levels[p], p) < (levels[fact], fact) for p in derivation.premises):
                new = set(derivation.premises) - there.inference.facts - seen
                seen |= new
                waiting.extend(new)
    return {f for f in seen if f in here.inference.derivations}


def test_one_changed_fact_turns_at_the_rule_that_reads_it() -> None:
    assume = ["tourism_measure=district"]
    found = whatif(
        examine("itabajo", base=BASE, assume=assume),
        examine("itabajo", base=BASE, assume=assume, settings=["tourism_context=weak"]),
    )
    gone = changes(found)["partnership_types", "tourism_food_chain"]
    assert gone.now is None
    assert gone.reason is not None
    assert (gone.reason.rule, gone.reason.fires) == ("TOU-01", False)
    assert [t.en for t in gone.reason.given] == ["tourism context of the district: strong"]


def test_rule_switched_off_is_the_reason_itself() -> None:
    found = whatif(laid("itabajo"), examine("itabajo", base=BASE, without=["ACN-01"]))
    reason = changes(found)["strategies", "mentoring_plan"].reason
    assert reason is not None
    assert (reason.rule, reason.fires, reason.given, reason.blocked) == ("ACN-01", False, (), ())
    assert [(e.sort, e.id) for e in found.edits] == [("rule_off", "ACN-01")]
    assert found.changed.rules != found.base.rules


def test_what_keeps_a_rule_from_firing_is_named() -> None:
    found = whatif(laid("itabajo"), examine("itabajo", base=BASE, settings=["sop=applied"]))
    blocked = [c.reason.blocked for c in changes(found).values() if c.reason]
    assert any(blocked)


def test_nothing_changed_has_no_difference() -> None:
    case = examine("itabajo")
    found = whatif(case, examine("itabajo"))
    assert (found.edits, found.sections, found.rerouted) == ((), (), ())


def test_difference_is_told_without_making_the_recommendations() -> None:
    """Which takes several times as long, and is asked for at each press on the page."""
    case, other = examine("itabajo"), examine("itabajo", settings=["management=weak"])
    assert whatif(case, other).sections
    assert not {"recommendation", "completions"} & {*vars(case), *vars(other)}


def test_change_that_no_rule_reads_is_said_to_have_no_effect() -> None:
    found = whatif(
        laid("itabajo"), examine("itabajo", base=BASE, settings=["raw_material_source=local"])
    )
    (edit,) = found.edits
    assert edit.no_effect == BASE.vocabulary.attributes["raw_material_source"].unread
    # A setting is no statement of the study, so the profile is no longer its case.
    assert set(changes(found)) == {("warnings", "generalisation")}


def test_rule_that_is_silent_anyway_is_said_to_have_no_effect() -> None:
    found = whatif(laid("itabajo"), examine("itabajo", base=BASE, without=["TYP-19", "WRN-13"]))
    assert [(e.id, e.no_effect is None) for e in found.edits] == [
        ("TYP-19", True),
        ("WRN-13", False),
    ]


def test_rule_of_which_only_a_choice_is_made_out_is_silent() -> None:
    """Of `at_least` so many conditions enough may hold while the rest of the rule does not."""
    found = whatif(
        laid("gula-semut-kulon-progo"),
        examine("gula-semut-kulon-progo", base=BASE, without=["ACN-02"]),
    )
    assert [(e.id, e.no_effect is None) for e in found.edits] == [("ACN-02", False)]


def test_same_conclusion_by_another_rule_is_told_apart() -> None:
    name = "gula-semut-kulon-progo"
    found = whatif(laid(name), examine(name, base=BASE, without=["WRN-09"]))
    assert not found.sections
    assert [(r.before, r.now) for r in found.rerouted] == [(("WRN-08", "WRN-09"), ("WRN-08",))]


def test_second_actor_of_a_kind_is_a_line_of_its_own(tmp_path: Any) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(
        "id: bank\nname: {id: x, en: y}\nabout: {id: x, en: y}\nactors:\n"
        "  bank_ntt: {kind: financial_institution, interest: high, influence: high}\n"
    )
    found = whatif(laid("itabajo"), examine("itabajo", base=BASE, overlays=[path]))
    change = changes(found)["actors", "bank_ntt"]
    assert change.before is None
    assert change.now is not None
    assert change.now.id == "key"
    assert [(e.sort, e.now and e.now.en) for e in found.edits[:1]] == [
        ("actor", "Financial institutions")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", STUDIED)
@pytest.mark.parametrize("overlay", spread(list(shipped_overlays()), 3))
def test_shipped_overlay_changes_something(overlay: str, name: str) -> None:
    """Alone, or on top of other levels where it is a reading that agrees at the default ones.

    How groups are reckoned matters where no study has found them.
    """
    settings = UNSTUDIED if overlay.startswith("grouping-") else ()
    below = ["levels-tourism-interested"] if overlay in ALIKE_AT_DEFAULT_LEVELS else []
    if below:
        alike = whatif(laid(name, settings=settings), laid(name, overlay, settings=settings))
        assert not alike.sections
    found = whatif(
        laid(name, *below, settings=settings), laid(name, overlay, *below, settings=settings)
    )
    assert found.edits
    made = set(changes(found)) - {("warnings", "generalisation")}
    assert made
    assert all(c.reason for c in changes(found).values())
