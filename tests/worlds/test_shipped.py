"""Over the shipped rules and profiles, every world shows what a recommendation of it would."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.scope import change_axes
from kemitraan.case import Case, examine
from kemitraan.logic.infer import infer
from kemitraan.recommendation.guards import withheld
from kemitraan.scenario.shipped import shipped
from kemitraan.worlds.axes import Axis, input_axes, known_slots, rule_axes
from kemitraan.worlds.combinations import SAMPLE, Combinations, combinations, together
from kemitraan.worlds.diagrams import Diagrams
from kemitraan.worlds.fact_base import fact_base
from kemitraan.worlds.space import Listed
from kemitraan.worlds.worlds import Worlds
from tests.logic.clips_engine import ClipsBase
from tests.thorough import few, profiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.fact import Fact

NAMES = tuple(shipped())
WORLDS = 25


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
    seen = fact_base(over.base, scenario, choice)
    inference = infer([c for c in over.base.clauses if c.rule not in off], seen.facts)
    hidden, _ = withheld(over.base, seen, inference)
    return set(inference.derived), set(hidden)


@pytest.mark.slow
@pytest.mark.parametrize("drawing", few(range(3), 1))
@pytest.mark.parametrize("name", profiles(2))
def test_every_world_shows_what_its_own_recommendation_would(name: str, drawing: int) -> None:
    over = worlds_of(name)
    drawn = random_worlds(over.axes, WORLDS, seed=len(name) + drawing)
    targets = sorted(over.program.bodies)
    shown = over.shown(Listed(over.sizes, drawn), targets)
    guarded = 0
    for number, moved in enumerate(drawn):
        derived, hidden = concluded_in(over, {over.axes[p]: a for p, a in moved})
        assert {f for f in targets if shown[f] >> number & 1} == derived - hidden, moved
        assert derived <= set(targets)
        guarded += bool(hidden)
    assert len({shown[f] for f in targets}) > 100, "the worlds hardly differ"


@pytest.mark.slow
def test_some_world_has_something_withheld() -> None:
    """The comparison above would mean little for guards if none ever acted."""
    over = worlds_of(NAMES[0])
    drawn = random_worlds(over.axes, WORLDS, seed=len(NAMES[0]))
    hidden = [concluded_in(over, {over.axes[p]: a for p, a in moved})[1] for moved in drawn]
    assert any(hidden)


@pytest.mark.slow
@pytest.mark.parametrize("drawing", few(range(3), 1))
@pytest.mark.parametrize("name", profiles(2))
def test_clips_agrees_over_completions_of_the_unknown(name: str, drawing: int) -> None:
    case = case_of(name)
    axes = case.completions.axes
    over = Worlds(case.base, [case.scenario], case.choice, axes)
    random = Random(drawing)
    places = [[random.randrange(n) for n in over.sizes] for _ in range(14)]
    listed = [[(place, a) for place, a in enumerate(world) if a] for world in places]
    targets = sorted(f for f in over.program.bodies if f.attribute in case.base.shown)
    shown = over.shown(Listed(over.sizes, listed), targets)
    clips = ClipsBase(case.base.clauses)
    for number, world in enumerate(places):
        scenario, choice = over.profile(dict(zip(axes, world, strict=True)))
        seen = fact_base(case.base, scenario, choice)
        facts = clips.run(seen.facts).facts
        hidden, _ = withheld(case.base, seen, infer(case.base.clauses, seen.facts))
        mine = {f for f in targets if shown[f] >> number & 1}
        assert mine == {f for f in targets if f in facts and f not in hidden}, number
        completed = case.completions
        assert mine == {
            f
            for f in targets
            if _diagrams(completed.of[f]).contains(completed.of[f].shown, dict(enumerate(world)))
        }


def _diagrams(over: Combinations) -> Diagrams:
    assert isinstance(over.space, Diagrams)
    return over.space


@pytest.mark.slow
@pytest.mark.parametrize("name", profiles())
def test_diagrams_tell_what_each_world_shows_whatever_else_is_moved(name: str) -> None:
    """Every combination at once, of some axes; others that cannot matter may be anywhere."""
    over = worlds_of(name)
    random = Random(7)
    targets = sorted(f for f in over.program.bodies if f.attribute in over.base.shown)
    for target in random.sample(targets, 12):
        matter = sorted(over.depends([target]))
        among = random.sample(matter, min(9, len(matter)))
        found = combinations(over, [target], among)[target]
        space = _diagrams(found)
        idle = [p for p, n in enumerate(over.sizes) if p not in matter and n > 1]
        listed = []
        for _ in range(30):
            varied = [(p, random.randrange(over.sizes[p])) for p in among]
            others = [(p, random.randrange(1, over.sizes[p])) for p in random.sample(idle, 5)]
            listed.append([*((p, a) for p, a in varied if a), *others])
        shown = over.shown(Listed(over.sizes, listed), [target])[target]
        for number, world in enumerate(listed):
            assert space.contains(found.shown, dict(world)) == bool(shown >> number & 1), world


def test_beyond_the_limit_a_sample_tells_about_the_same_and_says_so() -> None:
    over = worlds_of(NAMES[0])
    targets = [f for f in sorted(over.program.bodies) if f.attribute == "partnership_readiness"]
    among = random_axes(over, targets)
    exact = combinations(over, targets, among)
    drawn = combinations(over, targets, among, most=5)
    for fact in targets:
        assert exact[fact].exact
        if exact[fact].status == "possible":
            assert not drawn[fact].exact
            assert drawn[fact].tested == SAMPLE
            share = exact[fact].holds / exact[fact].tested
            assert abs(drawn[fact].holds / SAMPLE - share) < 0.02


def random_axes(over: Worlds, targets: Sequence[Fact]) -> list[int]:
    return Random(3).sample(sorted(over.depends(targets)), 12)


def test_several_profiles_are_told_apart_by_an_axis() -> None:
    cases = [case_of(name) for name in NAMES[1:4]]
    base = cases[0].base
    which = Axis("scenario", "scenario", tuple(str(n) for n in range(len(cases))))
    rules = tuple(rule_axes(base))[:5]
    over = Worlds(base, [c.scenario for c in cases], cases[0].choice, (which, *rules))
    targets = sorted(f for f in over.program.bodies if "#" not in f.attribute)
    space, shown = together(over, targets, among=[0])
    assert isinstance(space, Diagrams)
    for number, case in enumerate(cases):
        here = {f for f in targets if space.contains(shown[f], {0: number})}
        assert here == set(case.admitted)
