"""What the command line changes: facts set, assumptions chosen, shipped profiles by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.patch import choice_of, laid_on
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.shipped import shipped
from kemitraan.scenario.typed import typed
from kemitraan.text import Lang
from tests.scenario.small import HEAD, read, seen, small_base, stated

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """sentra:
  quality: [{value: strong, basis: assessment}, {value: weak, basis: finding}]
  skill: weak
  colours: [red]
actors:
  bank_ntt: {kind: bank, interest: weak}
"""
BEFORE = {
    "level(quality)=strong",
    "assessed(quality)=strong",
    "found(quality)=weak",
    "skill(sentra)=weak",
    "colours(sentra)=red",
    "kind(bank_ntt)=bank",
    "interest(bank_ntt)=weak",
}


@pytest.mark.parametrize(
    ("setting", "gone", "come"),
    [
        ("skill=strong", {"skill(sentra)=weak"}, {"skill(sentra)=strong"}),
        ("Keahlian = Kuat", {"skill(sentra)=weak"}, {"skill(sentra)=strong"}),
        ("skill=unknown", {"skill(sentra)=weak"}, set()),
        ("skill=", {"skill(sentra)=weak"}, set()),
        (
            "quality=developing",
            {"level(quality)=strong", "assessed(quality)=strong", "found(quality)=weak"},
            {"level(quality)=developing"},
        ),
        (
            "quality=20",
            {"level(quality)=strong", "assessed(quality)=strong", "found(quality)=weak"},
            {"level(quality)=weak"},
        ),
        ("bank_ntt.interest=strong", {"interest(bank_ntt)=weak"}, {"interest(bank_ntt)=strong"}),
        ("Bank NTT.interest=?", {"interest(bank_ntt)=weak"}, set()),
        ("bank_ntt.kind=office", {"kind(bank_ntt)=bank"}, {"kind(bank_ntt)=office"}),
        ("colours=blue", {"colours(sentra)=red"}, {"colours(sentra)=blue"}),
        ("vision=a: 'b' = c", set(), {"vision(sentra)=stated"}),
    ],
)
def test_setting_replaces_every_claim_on_the_same_thing(
    setting: str, gone: set[str], come: set[str], tmp_path: Path
) -> None:
    assert stated(seen(TEXT, tmp_path)) == BEFORE
    assert stated(seen(TEXT, tmp_path, settings=[setting])) == (BEFORE - gone) | come


def test_several_settings_of_a_many_valued_attribute_add_up(tmp_path: Path) -> None:
    world = seen(TEXT, tmp_path, settings=["colours=blue", "skill=?", "colours=red"])
    assert {"colours(sentra)=blue", "colours(sentra)=red"} <= stated(world)


def test_kind_of_an_actor_is_changed_with_its_claim(tmp_path: Path) -> None:
    scenario, faults = read(HEAD + TEXT, tmp_path)
    own = typed(small_base(), faults, settings=["bank_ntt.kind=office"])
    changed = laid_on(scenario, [own], small_base(), faults)
    assert not faults
    assert [a.kind for a in changed.actors] == ["office"]


@pytest.mark.parametrize("said", ["3 years", "3 tahun", "3,0 Tahun"])
def test_span_of_years_is_written_with_its_unit(said: str) -> None:
    faults: list[Fault] = []
    [setting] = typed(small_base(), faults, settings=[f"age={said}"]).settings
    assert not faults
    assert [claim.figure for claim in setting.claims] == [3.0]


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("skill", "cannot be read"),
        ("=strong", "cannot be read"),
        ("bank_ntt.=strong", "cannot be read"),
        ("skil=strong", "Did you mean 'skill'?"),
        ("skill=stron", "Did you mean 'strong'?"),
        ("bank_nt.interest=weak", "Did you mean 'bank_ntt'?"),
        ("zzz.interest=weak", "Known: bank_ntt"),
        ("interest=weak", "'interest' is said of an actor. Write ACTOR.interest=…"),
        ("bank_ntt.skill=weak", "the attribute of an actor 'skill' is unknown"),
        ("bank_ntt.kind=?", "left without a kind"),
        ("profile_origin=yes", "the attribute of the sentra 'profile_origin' is unknown"),
        ("age=2024", "may be a year or a span. Write the span: 3 years"),
        ("colours=+", "'+' is unknown"),
    ],
)
def test_setting_that_cannot_be_is_a_fault_of_the_command_line(
    setting: str, words: str, tmp_path: Path
) -> None:
    scenario, faults = read(HEAD + TEXT, tmp_path)
    own = typed(small_base(), faults, settings=[setting])
    laid_on(scenario, [own], small_base(), faults)
    assert len(faults) == 1
    assert str(faults[0].place) == "--set"
    assert words in faults[0].format(Lang.EN)


def test_every_assumption_has_a_choice() -> None:
    chosen = choice_of(small_base())
    assert chosen == {a.name: a.default for a in small_base().assumptions.values()}


@pytest.mark.parametrize(
    "choice", ["labels=inverted", "A-03=inverted", "a-03 = Inverted en", "labels id=inverted id"]
)
def test_assumption_is_chosen_by_name_id_or_label(choice: str) -> None:
    faults: list[Fault] = []
    chosen = choice_of(small_base(), [typed(small_base(), faults, assume=[choice])])
    assert not faults
    assert chosen == {**choice_of(small_base()), "labels": "inverted"}


def test_faults_of_choices_come_all_at_once() -> None:
    faults: list[Fault] = []
    own = typed(small_base(), faults, assume=["lables=plain", "labels=invertd", "labels"])
    assert [f.format(Lang.EN).partition(": ")[0] for f in faults] == ["--assume"] * 3
    assert "'labels'" in faults[0].format(Lang.EN)
    assert "'inverted'" in faults[1].format(Lang.EN)
    assert "NAME=VALUE" in faults[2].format(Lang.EN)
    assert choice_of(small_base(), [own])["labels"] == "plain"


def test_shipped_profiles_are_read_by_name_and_have_no_fault() -> None:
    base = load_rulebase()
    assert list(shipped()) == sorted(shipped())
    for name, path in shipped().items():
        assert load_scenario(name, base).claims == load_scenario(path, base).claims
        assert load_scenario(name.upper().replace("-", " "), base).id == name


def test_unknown_profile_names_the_nearest_or_all() -> None:
    name = next(iter(shipped()))
    with pytest.raises(InputError, match=f"Did you mean '{name}'"):
        load_scenario(name[:-1], load_rulebase())
    with pytest.raises(InputError, match=f"Shipped: .*{name}"):
        load_scenario("zzzzzz", load_rulebase())
    with pytest.raises(InputError, match="no such file"):
        load_scenario("zzzzzz.yaml", load_rulebase())


def test_all_faults_of_a_profile_are_raised_together(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("name: A\nsentra: {skil: weak}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path, small_base())
    assert [f.place.line for f in caught.value.faults] == [1, 2]
