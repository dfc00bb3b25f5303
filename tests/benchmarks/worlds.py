"""Every world at once against one world after another: the same rules, the same profiles."""

from __future__ import annotations

import random
import time
import tracemalloc
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from kemitraan.case import concluded, examine
from kemitraan.logic.infer import infer
from kemitraan.logic.relevance import relevant
from kemitraan.worlds.axes import input_axes, known_slots
from kemitraan.worlds.fact_base import fact_base
from kemitraan.worlds.worlds import Worlds
from tests.benchmarks.engines import base, least
from tests.logic.clips_engine import ClipsBase

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.axes import Axis

EXPONENTS = (8, 10, 12, 13, 14, 15)
"""So many inputs with three values each."""
TRIED = 5
"""Worlds that the other engines run."""


@cache
def case() -> Case:
    """Return the first shipped case of the study."""
    return examine(base().study.cases[0].id, base=base())


@cache
def axes() -> tuple[Axis, ...]:
    """Return inputs of three values each, stated ones first, that can bear on what is shown."""
    words = base().vocabulary
    slots = [*known_slots(base(), case().fact_base), *case().fact_base.unknown]
    three = [
        s
        for s in slots
        if len(words.values_of(s.attribute)) == 3 and not words.attributes[s.attribute].many
    ]
    found = tuple(input_axes(base(), case().scenario, three, first=()))
    worlds = Worlds(base(), [case().scenario], case().choice, found)
    return tuple(found[place] for place in sorted(worlds.depends(shown(worlds))))


def shown(worlds: Worlds) -> list[Fact]:
    """Return every conclusion that a recommendation could show in some world."""
    return [fact for fact in sorted(worlds.program.bodies) if fact.attribute in base().shown]


def made(exponent: int) -> Worlds:
    """Return the worlds over so many axes."""
    chosen = axes()[:exponent]
    assert len(chosen) == exponent
    return Worlds(base(), [case().scenario], case().choice, chosen)


@dataclass(frozen=True)
class Run:
    """Seconds for all worlds over so many inputs, and seconds to ground the rules before.

    `memory` is the peak of the bytes that one evaluation allocates.
    """

    exponent: int
    worlds: int
    conclusions: int
    grounded: float
    evaluated: float
    memory: int


def evaluate(exponent: int, rounds: int = 5) -> Run:
    """Return the least time of some rounds."""
    worlds = made(exponent)
    start = time.perf_counter()
    targets = shown(worlds)
    grounded = time.perf_counter() - start
    evaluated = least(lambda: worlds.shown(worlds.space(), targets), rounds)
    # Traced apart from the timing, which it would slow down.
    tracemalloc.start()
    worlds.shown(worlds.space(), targets)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Run(
        exponent,
        prod(worlds.sizes),
        len(targets),
        grounded,
        evaluated,
        peak,
    )


@dataclass(frozen=True)
class Single:
    """Seconds for one world, on average over those tried, by engine; how many were tried."""

    experta: float
    clips: float
    tried: int


def one_after_another(exponent: int = 12, rounds: int = 3) -> Single:
    """Return what one world takes the other engines, given its facts and the rules built.

    Each of these worlds must come out alike: what a recommendation shows, conclusion by conclusion.
    """
    worlds = made(exponent)
    targets = shown(worlds)
    space = worlds.space()
    found = worlds.shown(space, targets)
    chance = random.Random(0)
    experta = clips = 0.0
    for _ in range(TRIED):
        places = [chance.randrange(n) for n in worlds.sizes]
        scenario, choice = worlds.profile(dict(zip(worlds.axes, places, strict=True)))
        admitted = set(concluded(base(), scenario, choice).admitted)
        here = {f for f in targets if space.contains(found[f], dict(enumerate(places)))}
        assert here == admitted & set(targets)
        kept, facts = relevant(base().clauses, sorted(fact_base(base(), scenario, choice).facts))
        built = ClipsBase(kept)
        assert built.run(facts).facts == infer(kept, facts, prune=False).facts
        experta += least(lambda k=kept, f=facts: infer(k, f, prune=False), rounds)  # type: ignore[misc]  # bound at once
        clips += least(lambda b=built, f=facts: b.run(f), rounds)  # type: ignore[misc]  # bound at once
    return Single(experta / TRIED, clips / TRIED, TRIED)
