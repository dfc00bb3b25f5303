"""Overlays: read with every fault, laid on a profile in any order, refused where they disagree."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.retired import Retired
from kemitraan.scenario.overlay import load_overlay
from kemitraan.scenario.shipped import shipped, shipped_overlays
from kemitraan.text import Lang, same
from tests.command import ROOT, kemitraan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase

BROKEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken_overlays.yaml").read_text("utf-8")
)
HEAD = "id: {id}\nname: {{id: x, en: y}}\nabout: {{id: x, en: y}}\n"


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(HEAD.format(id=name) + text, "utf-8")
    return path


def refused(overlays: Sequence[Path | str], **changes: Any) -> list[str]:
    """Return the faults, in English, of an examination that must fail."""
    with pytest.raises(InputError) as caught:
        examine("itabajo", overlays=overlays, **changes)
    return [fault.format(Lang.EN) for fault in caught.value.faults]


def values(case: Case, attribute: str, subject: str = "sentra") -> list[str]:
    return case.view.values(attribute, subject)


# Reading


@pytest.mark.slow
@pytest.mark.parametrize("case", BROKEN, ids=lambda case: str(case["fault"]))
def test_fault_is_reported_with_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(case["text"], "utf-8")
    with pytest.raises(InputError) as caught:
        examine("itabajo", overlays=[path])
    faults = caught.value.faults
    for lang in Lang:
        assert any(case[lang] in f.format(lang) for f in faults), [f.format(lang) for f in faults]
    assert case["line"] in {f.place.line for f in faults}
    assert all(f.place.file.endswith("broken.yaml") for f in faults)


def test_every_fault_of_all_overlays_is_reported_at_once(tmp_path: Path) -> None:
    first = written(tmp_path, "first", "sentra: {nothing: x}\nwithout: [XX-99]\n")
    second = written(tmp_path, "second", "assume: {nothing: x}\n")
    found = refused([first, second, "no-such"], settings=["nothing=x"], without=["YY-99"])
    assert len(found) == 6


def test_retired_rule_cannot_be_switched_off_and_says_what_is_in_its_place(base: RuleBase) -> None:
    from dataclasses import replace

    without = tuple(r for r in base.all_rules if r.id != "TYP-20")
    retired = {"TYP-20": Retired(ids=("TYP-20",), by=("TYP-19",), because=same("Merged"))}
    with pytest.raises(InputError, match=r"TYP-20 is retired. Merged. In its place: TYP-19"):
        examine(
            "itabajo",
            without=["typ-20"],
            base=replace(base, all_rules=without, retired=retired),
        )


def test_actor_of_no_kind_must_be_in_the_profile(tmp_path: Path) -> None:
    path = written(tmp_path, "bank", "actors:\n  academya: {interest: low}\n")
    (found,) = refused([path])
    assert found.startswith(f"{path.as_posix()}:5: there is no actor 'academya'")
    assert found.endswith("Did you mean 'academia'?")


# What an overlay does


def test_claims_replace_are_added_or_taken_away(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "facts",
        "sentra:\n  tourism_context: weak\n"
        '  marketing_channels: ["+", showroom]\n  market_interest: "?"\n',
    )
    before, now = examine("itabajo"), examine("itabajo", overlays=[path])
    assert values(now, "tourism_context") == ["weak"]
    assert set(values(now, "marketing_channels")) - set(values(before, "marketing_channels")) == {
        "showroom"
    }
    assert set(values(before, "marketing_channels")) < set(values(now, "marketing_channels"))
    assert values(before, "market_interest") == ["yes"]
    assert values(now, "market_interest") == []


def test_list_without_plus_replaces_all_values(tmp_path: Path) -> None:
    path = written(tmp_path, "channels", "sentra: {marketing_channels: [showroom]}\n")
    assert values(examine("itabajo", overlays=[path]), "marketing_channels") == ["showroom"]


def test_actor_is_changed_where_it_is_and_added_where_it_is_not(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "actors",
        "actors:\n  Academia: {interest: high}\n"
        "  bank_ntt: {kind: financial_institution, name: Bank NTT, influence: low}\n  community:\n",
    )
    case = examine("itabajo", overlays=[path])
    assert values(case, "interest", "academia") == ["high"]
    assert case.view.actors["bank_ntt"].en == "Bank NTT"
    assert {a.id: a.kind for a in case.scenario.actors}["community"] == "community"
    assert len(case.scenario.actors) == len(examine("itabajo").scenario.actors) + 2


def test_overlay_is_the_same_as_its_parts_on_the_command_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "parts",
        "sentra: {tourism_context: weak}\nactors: {academia: {interest: high}}\n"
        "assume: {A-10: by_kind}\nwithout: [TYP-20]\n",
    )
    laid = examine("itabajo", overlays=[path])
    typed = examine(
        "itabajo",
        settings=["tourism_context=weak", "academia.interest=high"],
        assume=["grouping_rule=by_kind"],
        without=["typ-20"],
    )
    assert laid.fact_base.facts == typed.fact_base.facts
    assert laid.inference.derivations.keys() == typed.inference.derivations.keys()
    assert laid.base.digest == typed.base.digest != load_rulebase().digest


def test_kind_and_name_of_an_actor_are_changed_alike_in_a_file_and_on_the_command_line(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, "actor", "actors: {academia: {kind: community, name: Kampus}}\n")
    laid = examine("itabajo", overlays=[path])
    typed = examine("itabajo", settings=["academia.kind=community", "Academia.name=Kampus"])
    assert [(a.id, a.kind, a.name) for a in laid.scenario.actors] == [
        (a.id, a.kind, a.name) for a in typed.scenario.actors
    ]
    assert ("academia", "community", "Kampus") in {
        (a.id, a.kind, a.name) for a in typed.scenario.actors
    }
    assert laid.fact_base.facts == typed.fact_base.facts


def test_actor_that_an_overlay_adds_can_be_set_on_the_command_line(tmp_path: Path) -> None:
    path = written(tmp_path, "added", "actors: {bank_ntt: {kind: financial_institution}}\n")
    case = examine("itabajo", overlays=[path], settings=["Bank NTT.influence=low"])
    assert values(case, "influence", "bank_ntt") == ["low"]


def test_added_rule_fires_and_is_cited(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "rule",
        "rules:\n  - {id: NEW-01, title: {id: x, en: y}, if: {product_character: food}, "
        "then: {diagnosis: institutional_gap}, because: {id: x, en: y}, source: S-041}\n",
    )
    case = examine("itabajo", overlays=[path])
    found = {d.id: d for d in case.recommendation.diagnoses}["institutional_gap"]
    assert "NEW-01" in found.rules
    assert "S-041" in found.sources


TABLE = """rules:
  - table: trial
    title: {id: x, en: y}
    columns: [product_character]
    then: diagnosis
    because: {id: x, en: y}
    source: S-041
    rows:
      - {id: NEW-01, when: food, then: institutional_gap}
      - {id: NEW-02, when: craft, then: facilities_helped_quality}
"""


def test_rows_of_an_added_table_fire_and_are_cited(tmp_path: Path) -> None:
    case = examine("itabajo", overlays=[written(tmp_path, "table", TABLE)])
    assert "NEW-01" in case.inference.fired
    assert "NEW-02" not in case.inference.fired
    (found,) = refused([written(tmp_path, "taken", TABLE.replace("NEW-02", "DIA-01"))])
    assert "'DIA-01' is already used at rules/1-potential" in found


def test_rule_in_place_of_a_retired_one_can_be_switched_off_where_others_are_added(
    tmp_path: Path, base: RuleBase
) -> None:
    successor = base.retired["TYP-01"].by[0]
    added = written(tmp_path, "table", TABLE)
    case = examine("itabajo", base=base, without=[successor], overlays=[added])
    assert successor not in case.base.rule
    assert "NEW-01" in case.inference.fired


def test_loaded_base_is_left_as_it_was(base: RuleBase) -> None:
    before = (base.digest, base.all_rules, base.clauses)
    changed = examine("itabajo", base=base, without=["TYP-19"], overlays=["no-mentoring-budget"])
    assert (base.digest, base.all_rules, base.clauses) == before
    assert changed.base.digest.startswith(f"{base.digest}+")
    assert load_rulebase().digest == base.digest


# Stacking


@pytest.mark.slow
def test_order_of_overlays_does_not_matter(tmp_path: Path) -> None:
    more = written(tmp_path, "more", 'sentra: {licences: ["+", nib]}\nwithout: [TYP-20]\n')
    names: list[str | Path] = [
        "licence-granted",
        "no-mentoring-budget",
        "grouping-influence-only",
        more,
    ]
    orders = [*permutations(names)][::5]
    assert {order[0] for order in orders} == set(names)
    found = [examine("itabajo", overlays=order) for order in orders]
    assert all(case.recommendation == found[0].recommendation for case in found)
    assert all(case.scenario == found[0].scenario for case in found)
    assert all(case.base.digest == found[0].base.digest for case in found)
    assert found[0].recommendation.base.overlays == tuple(
        sorted(["licence-granted", "no-mentoring-budget", "grouping-influence-only", "more"])
    )
    assert values(found[0], "licences") == ["nib", "halal"]


ADDED = (
    "rules: [{id: NEW-01, title: {id: x, en: y}, if: {sop: SOP}, "
    "then: {diagnosis: institutional_gap}, because: {id: x, en: y}, source: S-041}]\n"
)
CONFLICTS = {
    "one fact": ("sentra: {tourism_context: weak}\n", "sentra: {tourism_context: strong}\n"),
    "a fact taken away": ("sentra: {tourism_context: weak}\n", 'sentra: {tourism_context: "?"}\n'),
    "added and replaced": ('sentra: {licences: ["+", nib]}\n', "sentra: {licences: [nib]}\n"),
    "an actor": ("actors: {academia: {interest: low}}\n", "actors: {Academia: {interest: high}}\n"),
    "an assumption": ("assume: {A-10: by_kind}\n", "assume: {grouping_rule: both_high}\n"),
    "an actor's name": (
        "actors: {x: {kind: academia, name: A}}\n",
        "actors: {x: {kind: academia, name: B}}\n",
    ),
    "a rule": (ADDED.replace("SOP", "none"), ADDED.replace("SOP", "drafted")),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_overlays_that_disagree_are_refused_with_both_places(name: str, tmp_path: Path) -> None:
    one, two = CONFLICTS[name]
    first, second = written(tmp_path, "first", one), written(tmp_path, "second", two)
    for order in ([first, second], [second, first]):
        found = refused(order)
        assert len(found) == 1
        assert found[0].startswith(f"{second.as_posix()}:4: ")
        assert f"is written differently at {first.as_posix()}:4" in found[0]


@pytest.mark.parametrize(
    ("text", "changes", "option"),
    [
        ("sentra: {tourism_context: weak}\n", {"settings": ["tourism_context=strong"]}, "--set"),
        ("sentra: {tourism_context: weak}\n", {"settings": ["tourism_context=?"]}, "--set"),
        ("assume: {A-10: by_kind}\n", {"assume": ["A-10=quadrants_high"]}, "--assume"),
    ],
)
def test_overlay_and_command_line_that_disagree_are_refused(
    text: str, changes: dict[str, Any], option: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "one", text)
    found = refused([path], **changes)
    assert len(found) == 1
    assert found[0].startswith(f"{path.as_posix()}:4: ")
    assert f"at {option}" in found[0]


def test_what_overlays_and_command_line_say_alike_stands(tmp_path: Path) -> None:
    first = written(tmp_path, "first", "sentra: {tourism_context: weak}\nwithout: [TYP-19]\n")
    second = written(tmp_path, "second", "sentra: {tourism_context: lemah}\nwithout: [TYP-19]\n")
    case = examine(
        "itabajo", overlays=[first, second], settings=["tourism_context=weak"], without=["TYP-19"]
    )
    assert values(case, "tourism_context") == ["weak"]


# Shipped


def test_shipped_overlays_go_by_their_id_and_are_no_scenarios(base: RuleBase) -> None:
    for name in shipped_overlays():
        overlay = load_overlay(name, base)
        assert overlay.id == name
        assert overlay.name.id != overlay.name.en
        assert overlay.about.id != overlay.about.en
    assert not set(shipped_overlays()) & set(shipped())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["itabajo", "molas-poco-lembor"])
def test_shipped_overlays_stack_but_for_readings_of_one_thing(name: str, base: RuleBase) -> None:
    """All that happens may happen at once, under one reading of groups and one of levels."""
    readings = [o for o in shipped_overlays() if o.startswith(("grouping-", "levels-"))]
    events = [o for o in shipped_overlays() if o not in readings]
    stacked = [*events, "grouping-by-kind", "levels-manager-medium"]
    case = examine(name, overlays=stacked, base=base)
    assert case.recommendation.base.overlays == tuple(sorted(stacked))


def test_every_other_reading_of_the_groups_is_shipped(base: RuleBase) -> None:
    made = {
        (name, chosen)
        for overlay in shipped_overlays()
        for name, (chosen, _) in load_overlay(overlay, base).choices.items()
    }
    for name in ("grouping_rule", "presumed_levels"):
        assumption = base.assumptions[name]
        for alternative in assumption.alternatives:
            assert alternative.id == assumption.default or (name, alternative.id) in made


@pytest.mark.slow
def test_check_tells_overlays_from_profiles(tmp_path: Path) -> None:
    files = [str(p) for p in (*shipped_overlays().values(), *shipped().values())]
    done = kemitraan("scenario", "check", *files, "--lang", "en")
    assert done.out.count("no faults") == len(files)
    bad = written(tmp_path, "bad", "sentra: {sop: maybe}\nwithout: [TYP-99]\n")
    done = kemitraan("scenario", "check", str(bad), "--lang", "en")
    assert done.code == 2
    assert len(done.err.splitlines()) == 2


def test_list_shows_overlays_with_their_names() -> None:
    done = kemitraan("scenario", "list", "--lang", "en")
    assert "The tourism season collapses" in done.out
    assert (ROOT / "scenarios" / "overlays" / "tourism-season-collapses.yaml").is_file()
