"""Random rules over a few inputs, random profiles, and every world of them one after the other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from kemitraan.analysis.scope import change, option_label, stated_axes, unknown_axes
from kemitraan.case import Case
from kemitraan.fact import Fact
from kemitraan.faults import Place
from kemitraan.knowledge.language import Absent, AtLeast, Conclusion, Holds, Rule
from kemitraan.knowledge.vocabulary import SENTRA, Attribute
from kemitraan.logic.infer import infer
from kemitraan.scenario.patch import choice_of
from kemitraan.text import same
from kemitraan.worlds.fact_base import fact_base
from kemitraan.worlds.worlds import Worlds
from tests.scenario.small import HEAD, read, small_base

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.knowledge.language import Condition
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.worlds.axes import Axis

LEVELS, COLOURS = ("weak", "developing", "strong"), ("red", "blue")
INPUTS = (
    ("level", "quality", LEVELS),
    ("level", "selling", LEVELS),
    ("colour", SENTRA, COLOURS),
    ("colours", SENTRA, COLOURS),
)
CONTROLLABLE = ("colour", "colours")
LAYERS = 3

Changes: TypeAlias = frozenset[tuple[int, str]]
"""The changes of a world: places of axes, each with the change as `--set` writes it."""


@cache
def vocabulary_base() -> RuleBase:
    """Return a base without rules, whose derived attributes are d0, d1 and d2."""
    base = small_base()
    words = base.vocabulary
    derived = {
        f"d{n}": Attribute(
            id=f"d{n}", role="derived", scale="colour", many=True, label=same(f"d{n}")
        )
        for n in range(LAYERS)
    }
    moved = {
        name: Attribute(
            id=name,
            role="input",
            scale="colour",
            many=name == "colours",
            label=same(name),
            question=same("?"),
            controllable=True,
        )
        for name in CONTROLLABLE
    }
    attributes = {**words.attributes, **moved, **derived}
    return replace(base, vocabulary=replace(words, attributes=attributes))


@cache
def every_world(seed: int) -> EveryWorld:
    """Return all worlds of a random case."""
    with TemporaryDirectory() as folder:
        return EveryWorld(random_case(seed, Path(folder)))


def random_case(seed: int, folder: Path) -> Case:
    """Return a profile that states some inputs, under 6 to 12 rules."""
    random = Random(seed)
    rules = tuple(_rule(random, n) for n in range(random.randint(6, 12)))
    base = replace(vocabulary_base(), all_rules=rules, digest=str(seed))
    lines = []
    for attribute, subject, values in INPUTS:
        if random.random() < 0.65:
            name = subject if attribute == "level" else attribute
            lines.append(f"  {name}: {random.choice(values)}\n")
    scenario, faults = read(HEAD + ("sentra:\n" + "".join(lines) if lines else ""), folder, base)
    assert not faults
    choice = choice_of(base)
    seen = fact_base(base, scenario, choice)
    return Case(base, scenario, choice, (), seen, infer(base.clauses, seen.facts))


def _rule(random: Random, number: int) -> Rule:
    layer = random.randrange(LAYERS)
    conditions: list[Condition] = [_condition(random, layer) for _ in range(random.choice((1, 2)))]
    if layer and random.random() < 0.6:
        conditions.append(Absent(_derived(random, layer)))
    name = f"R-{number:02}"
    head = Conclusion(f"d{layer}", SENTRA, random.choice(COLOURS))
    because, place = same("x"), Place("r", number)
    return Rule(name, same(name), "paper", None, tuple(conditions), (head,), because, (), place)


def _condition(random: Random, layer: int) -> Condition:
    if random.random() < 0.25:
        return AtLeast(2, tuple(_holds(random) for _ in range(3)))
    return _derived(random, layer) if layer and random.random() < 0.4 else _holds(random)


def _holds(random: Random) -> Holds:
    attribute, subject, values = random.choice(INPUTS)
    return Holds(attribute, subject, tuple(random.sample(values, random.choice((1, 1, 2)))))


def _derived(random: Random, layer: int) -> Holds:
    return Holds(f"d{random.randrange(layer)}", SENTRA, (random.choice(COLOURS),))


class EveryWorld:
    """All worlds of a case over the inputs its rules read, inferred one by one."""

    def __init__(self, case: Case) -> None:
        things = {(attribute, subject) for attribute, subject, _ in INPUTS}
        listed: Iterable[Axis] = (*stated_axes(case), *unknown_axes(case))
        self.case = case
        self.axes = tuple(axis for axis in listed if axis.slot in things)
        self.worlds = dict(self._worlds())

    def _worlds(self) -> Iterator[tuple[Changes, frozenset[Fact]]]:
        case = self.case
        over = Worlds(case.base, [case.scenario], case.choice, self.axes)
        for places in product(*(range(len(axis.alternatives)) for axis in self.axes)):
            scenario, choice = over.profile(dict(zip(self.axes, places, strict=True)))
            seen = fact_base(case.base, scenario, choice)
            made = ((n, change(case, self.axes[n], p).id) for n, p in enumerate(places) if p)
            yield frozenset(made), frozenset(infer(case.base.clauses, seen.facts).facts)

    def places(self, *, stated: bool) -> frozenset[int]:
        """Return the axes on which the profile states something, or those on which it does not."""
        kept = (option_label(self.case, axis, 0).id for axis in self.axes)
        return frozenset(n for n, now in enumerate(kept) if (now not in ("?", "no")) == stated)

    def targets(self) -> list[Fact]:
        """Return what some rule concludes."""
        rules = self.case.base.rules
        return sorted({Fact(*c) for rule in rules for c in rule.conclusions})

    def irreducible(self, fact: Fact, among: Collection[int], *, wanted: bool) -> set[Changes]:
        """Return the sets of changes that serve, no proper part of which does."""
        serving = {
            changes
            for changes, facts in self.worlds.items()
            if (fact in facts) == wanted and all(axis in among for axis, _ in changes)
        }
        return {c for c in serving if not any(part in serving for part in parts(c))}

    def removals(self, fact: Fact, open_to: Collection[int]) -> set[frozenset[int]]:
        """Return the least sets of stated facts that can be changed so that a fact is gone.

        What is unknown may turn out any way on the axes in `open_to`, and stays so elsewhere.
        """
        stated = self.places(stated=True)
        return least(
            frozenset(axis for axis, _ in changes) & stated
            for changes, facts in self.worlds.items()
            if fact not in facts and all(a in stated or a in open_to for a, _ in changes)
        )

    def reasons(self, fact: Fact, open_to: Collection[int]) -> set[frozenset[int]]:
        """Return the least sets of stated facts under which a fact holds in every world."""
        stated = self.places(stated=True)
        lacking = [
            frozenset(axis for axis, _ in changes)
            for changes, facts in self.worlds.items()
            if fact not in facts and all(a in stated or a in open_to for a, _ in changes)
        ]
        return least(s for s in subsets(stated) if all(s & changed for changed in lacking))


def parts(changes: Changes) -> Iterator[Changes]:
    """Yield every proper part of some changes."""
    for size in range(len(changes)):
        yield from map(frozenset, combinations(sorted(changes), size))


def subsets(places: Iterable[int]) -> Iterator[frozenset[int]]:
    """Yield every subset."""
    listed = sorted(places)
    for size in range(len(listed) + 1):
        yield from map(frozenset, combinations(listed, size))


def least(sets: Iterable[frozenset[int]]) -> set[frozenset[int]]:
    """Return the sets that contain no other."""
    listed = set(sets)
    return {one for one in listed if not any(other < one for other in listed)}


def hitting(sets: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Return the minimal hitting sets of sets, by taking one of each in every way."""
    found = {frozenset(one) for one in product(*map(sorted, sets))}
    return {one for one in found if not any(other < one for other in found)}
