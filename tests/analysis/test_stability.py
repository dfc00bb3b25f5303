"""The stability of the map agrees with concluding every combination anew."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.stability.actor_map import ActorMap
from kemitraan.case import concluded
from tests.analysis.brute import UNSTUDIED, changed, examined, shown_words

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.analysis.stability.stability import Stability
    from kemitraan.case import Case

PROFILE = """
id: small
name: Small
sentra:
  product: strong
  product_development: strong
  community_development: strong
  management: weak
  promotion_marketing: strong
  specification_history: strong
  product_quality: strong
  environmental_control: strong
actors:
  hotel: {kind: local_government, interest: high}
  maker: {kind: craftspeople}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Case:
    file: Path = tmp_path_factory.mktemp("small") / "small.yaml"
    file.write_text(PROFILE, "utf-8")
    return kemitraan.examine(file)


@pytest.fixture(scope="module")
def found(small: Case) -> Stability:
    return kemitraan.stability(small)


def group_of(case: Case, actor: str) -> str | None:
    return next((f.value for f in case.admitted if f[:2] == ("group", actor)), None)


@pytest.mark.slow
def test_counts_are_those_of_concluding_every_combination_anew(
    small: Case, found: Stability
) -> None:
    mapped = ActorMap(small)
    moving = mapped.moving("hotel")
    axes = [mapped.worlds.axes[place] for place in moving]
    now_group = group_of(small, "hotel")
    attributes = list(small.base.shown.aspect_of)
    now = shown_words(small, attributes)
    groups: Counter[str | None] = Counter()
    with_map: Counter[str] = Counter()
    without: Counter[str] = Counter()
    moves = []
    for options in product(*(range(mapped.worlds.sizes[place]) for place in moving)):
        case = changed(small, dict(zip(axes, options, strict=True)))
        group = group_of(case, "hotel")
        groups[group] += 1
        otherwise = with_map if group != now_group else without
        otherwise.update(shown_words(case, attributes) ^ now)
        if group != now_group and sum(option > 0 for option in options) == 1:
            moves.append(group)
    (hotel,) = found.actors
    assert {s.group.id if s.group else None: s.count for s in hotel.groups} == groups
    assert hotel.of == found.tested == found.possible == groups.total()
    assert found.map_moved == groups.total() - groups[now_group]
    assert Counter(m.group.id if m.group else None for m in hotel.moves) == Counter(moves)
    assert moves
    told = [c for f in found.follows for c in f.conclusions]
    for conclusion in told:
        assert conclusion.with_map == with_map[conclusion.id]
        assert conclusion.without == without[conclusion.id]
        assert conclusion.now == (conclusion.id in now)
    changing = {w for w in (*with_map, *without) if not w.startswith("hotel.group=")}
    assert {c.id for c in told} == changing
    assert changing


def test_actor_that_no_combination_groups_is_named_apart(found: Stability) -> None:
    assert [a.id for a in found.ungrouped] == ["maker"]


@pytest.mark.slow
def test_assumptions_alone_are_counted_apart_from_levels() -> None:
    case = examined("itabajo", settings=UNSTUDIED)
    actors = {a.actor.id: a for a in kemitraan.stability(case).actors}
    tourism = actors["tourism_business"]
    groups: Counter[str | None] = Counter()
    names = ("grouping_rule", "presumed_levels")
    rules, levels = ([a.id for a in case.base.assumptions[n].alternatives] for n in names)
    for rule, level in product(rules, levels):
        choice = {**case.choice, "grouping_rule": rule, "presumed_levels": level}
        assumed = concluded(case.base, case.scenario, choice)
        groups[group_of(assumed, "tourism_business")] += 1
    assert tourism.assumed_of == len(rules) * len(levels)
    assert {s.group.id if s.group else None: s.count for s in tourism.assumed} == groups
    assert tourism.borderline
    assert not actors["academia"].borderline
    assert not actors["academia"].stable


def test_assessed_level_is_not_varied() -> None:
    assessed = kemitraan.examine(
        "gula-semut-kulon-progo",
        settings=["dinas.interest=high", "dinas.influence=high"],
    )
    varied = {v.id for v in kemitraan.stability(assessed).varied}
    assert {"ksu_jatirogo.interest", "ksu_jatirogo.influence", "A-10"} <= varied
    assert not varied & {"dinas.interest", "dinas.influence"}


def test_profile_without_actors_has_no_map(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    file.write_text("id: a\nname: A\n", "utf-8")
    nothing = kemitraan.stability(kemitraan.examine(file))
    assert not nothing.actors
    assert not nothing.varied
    assert (nothing.possible, nothing.map_moved) == (1, 0)


def test_beyond_the_limit_the_map_stays_exact_and_the_rest_is_sampled(
    small: Case, found: Stability
) -> None:
    sampled = kemitraan.stability(small, most=2)
    assert sampled.sampled
    assert sampled == kemitraan.stability(small, most=2)
    assert sampled.actors == found.actors
    assert sampled.possible == found.possible < sampled.tested
    share, exact = sampled.map_moved / sampled.tested, found.map_moved / found.tested
    assert abs(share - exact) < 0.01


def test_group_on_which_too_much_bears_is_told_as_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kemitraan.worlds.combinations.LARGEST", 2)
    with pytest.raises(kemitraan.InputError, match="too much bears on its group"):
        kemitraan.stability(examined("gula-semut-kulon-progo"))
