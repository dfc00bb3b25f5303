"""Over the shipped rules and profiles, every world shows what a recommendation of it would."""

from __future__ import annotations

from functools import cache
from math import prod
from random import Random
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.scope import change_axes, open_axes, stated_axes, unknown_axes
from kemitraan.case import Case, examine
from kemitraan.logic.infer import infer
from kemitraan.recommendation.guards import withheld
from kemitraan.scenario.border import world
from kemitraan.scenario.shipped import shipped
from kemitraan.worlds.axes import Axis, input_axes, known_slots, rule_axes
from kemitraan.worlds.space import LIMIT, Listed, Product, Sample
from kemitraan.worlds.worlds import Worlds, count
from tests.logic.clips_engine import ClipsBase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.fact import Fact

NAMES = tuple(shipped())
WORLDS = 60


@cache
def case_of(name: str) -> Case:
    return examine(name)


@cache
def worlds_of(name: str) -> Worlds:
    """Return a shipped profile over everything that can change at all, forgetting included."""
    case = case_of(name)
    stated = known_slots(case.base, case.fact_base)
    forgotten = input_axes(case.base, case.scenario, stated, first=("=", "?"))
    others = [a for a in change_axes(case) if a.slot not in stated or not a.stated]
    return Worlds(case.base, [case.scenario], case.choice, (*forgotten, *others))


def random_worlds(axes: Sequence[Axis], number: int, seed: int) -> list[list[tuple[int, int]]]:
    """Return worlds near and far from the profile as it is."""
    random = Random(seed)
    found = []
    for _ in range(number):
        moved = random.choice([0.01, 0.1, 0.3, 0.6])
        found.append(
            [
                (place, random.randrange(1, len(axis.alternatives)))
                for place, axis in enumerate(axes)
                if len(axis.alternatives) > 1
                and random.random() < (moved if axis.kind != "rule" else moved / 5)
            ]
        )
    return found


def concluded_in(over: Worlds, chosen: Mapping[Axis, int]) -> tuple[set[Fact], set[Fact]]:
    """Return what experta concludes in one world, and what of that a guard withholds."""
    scenario, choice = over.profile(chosen)
    off = {a.name for a, place in chosen.items() if a.kind == "rule" and place}
    seen = world(over.base, scenario, choice)
    inference = infer([c for c in over.base.clauses if c.rule not in off], seen.facts)
    hidden, _ = withheld(over.base, seen, inference)
    return set(inference.derived), set(hidden)


@pytest.mark.parametrize("name", NAMES)
def test_every_world_shows_what_its_own_recommendation_would(name: str) -> None:
    over = worlds_of(name)
    drawn = random_worlds(over.axes, WORLDS, seed=len(name))
    targets = sorted(over.program.bodies)
    shown = over.shown(Listed([len(a.alternatives) for a in over.axes], drawn), targets)
    guarded = 0
    for number, moved in enumerate(drawn):
        derived, hidden = concluded_in(over, {over.axes[p]: a for p, a in moved})
        assert {f for f in targets if shown[f] >> number & 1} == derived - hidden, moved
        assert derived <= set(targets)
        guarded += bool(hidden)
    assert len({shown[f] for f in targets}) > 100, "the worlds hardly differ"


def test_some_world_has_something_withheld() -> None:
    """The comparison above would mean little for guards if none ever acted."""
    over = worlds_of(NAMES[0])
    drawn = random_worlds(over.axes, WORLDS, seed=len(NAMES[0]))
    hidden = [concluded_in(over, {over.axes[p]: a for p, a in moved})[1] for moved in drawn]
    assert any(hidden)


@pytest.mark.parametrize("name", NAMES)
def test_clips_agrees_over_completions_of_the_unknown(name: str) -> None:
    case = case_of(name)
    axes = open_axes(case)
    over = Worlds(case.base, [case.scenario], case.choice, axes)
    space = Sample([len(a.alternatives) for a in axes], 40, seed=1)
    targets = sorted(f for f in over.program.bodies if f.attribute in over.base.shown)
    shown = over.shown(space, targets)
    clips = ClipsBase(case.base.clauses)
    for number in range(space.size):
        scenario, choice = over.profile(dict(zip(axes, space.choice(number), strict=True)))
        seen = world(case.base, scenario, choice)
        facts = clips.run(seen.facts).facts
        hidden, _ = withheld(case.base, seen, infer(case.base.clauses, seen.facts))
        mine = {f for f in targets if shown[f] >> number & 1}
        assert mine == {f for f in targets if f in facts and f not in hidden}, number


@pytest.mark.parametrize("name", NAMES)
def test_slicing_and_merging_of_alternatives_lose_nothing(name: str) -> None:
    """Worlds that differ only in what was sliced away or merged show the same."""
    over = worlds_of(name)
    sizes = [len(a.alternatives) for a in over.axes]
    random = Random(7)
    targets = sorted(f for f in over.program.bodies if f.attribute in over.base.shown)
    for target in random.sample(targets, 12):
        matter = sorted(over.depends([target]))
        among = random.sample(matter, min(6, len(matter)))
        picks = over.picks([target], among)
        assert count(picks) <= LIMIT
        exact = over.exact([target], picks)[target]
        product = Product([len(p) for p in picks])
        # The same worlds one by one, and with axes moved that cannot matter.
        numbers = random.sample(range(product.size), min(30, product.size))
        idle = [p for p in range(len(sizes)) if p not in matter and sizes[p] > 1]
        listed = []
        for number in numbers:
            places = [p[a] for p, a in zip(picks, product.choice(number), strict=True)]
            moved = [(p, a) for p, a in enumerate(places) if a]
            moved += [(p, random.randrange(1, sizes[p])) for p in random.sample(idle, 5)]
            listed.append(moved)
        found = over.shown(Listed(sizes, listed), [target])[target]
        assert [found >> n & 1 for n in range(len(numbers))] == [exact >> n & 1 for n in numbers]


def test_merged_alternatives_show_the_same() -> None:
    """Of what only the profile states, alternatives that nothing tells apart stand as one."""
    case = case_of(NAMES[0])
    axes = (*stated_axes(case), *unknown_axes(case))
    over = Worlds(case.base, [case.scenario], case.choice, axes)
    sizes = [len(a.alternatives) for a in axes]
    targets = sorted(f for f in over.program.bodies if f.attribute == "partnership_readiness")
    picks = over.picks(targets)
    merged = [
        (place, alternative)
        for place in over.depends(targets)
        for alternative in range(sizes[place])
        if alternative not in picks[place]
    ]
    assert len(merged) > 5
    for place, alternative in merged:
        others = [
            [m for m in moved if m[0] != place] for moved in random_worlds(axes, 8, seed=place)
        ]
        listed = [
            [*moved, *([(place, a)] if a else [])]
            for a in (alternative, *picks[place])
            for moved in others
        ]
        shown = over.shown(Listed(sizes, listed), targets)
        alike = [
            tuple(tuple(shown[t] >> (row * 8 + n) & 1 for t in targets) for n in range(8))
            for row in range(1 + len(picks[place]))
        ]
        assert alike[0] in alike[1:], axes[place]


def test_several_profiles_are_told_apart_by_an_axis() -> None:
    cases = [case_of(name) for name in NAMES[1:4]]
    base = cases[0].base
    which = Axis("scenario", "scenario", tuple(str(n) for n in range(len(cases))))
    rules = tuple(rule_axes(base))[:5]
    over = Worlds(base, [c.scenario for c in cases], cases[0].choice, (which, *rules))
    targets = sorted(f for f in over.program.bodies if "#" not in f.attribute)
    picks = (tuple(range(len(cases))), *((0,) for _ in rules))
    shown = over.exact(targets, picks)
    for number, case in enumerate(cases):
        here = {f for f in targets if shown[f] >> number & 1}
        assert here == set(case.admitted)


def test_blocks_make_one_space() -> None:
    over = worlds_of(NAMES[0])
    target = [f for f in sorted(over.program.bodies) if f.attribute == "partnership_readiness"]
    matter = sorted(over.depends(target))[:9]
    picks = over.picks(target, matter)
    whole = over.exact(target, picks)
    product = Product([len(p) for p in picks])
    assert product.size == prod(len(p) for p in picks)
    assert whole == over.shown(product, target, picks)
