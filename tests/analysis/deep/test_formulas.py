"""Formulas say of a profile what the rules say of it; the search is right about what it finds."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.deep.formula import FALSE, TRUE, Graph
from kemitraan.analysis.deep.model import Model
from kemitraan.analysis.deep.solver import Undecided, solve
from kemitraan.analysis.deep.witness import Finder
from kemitraan.knowledge.load import load_rulebase
from kemitraan.recommendation.build import SHOWN

if TYPE_CHECKING:
    from kemitraan.analysis.deep.formula import Formula


def test_search_agrees_with_every_assignment() -> None:
    """On random formulas over eight inputs, some of them tied to each other."""
    for seed in range(300):
        chance = random.Random(seed)
        graph = Graph()
        inputs = [graph.input() for _ in range(8)]
        parts: list[Formula] = list(inputs)
        for _ in range(25):
            one, other = chance.choice(parts), chance.choice(parts)
            parts.append(chance.choice([one & other, one | ~other, one ^ other]))
        wanted = [parts[-1], chance.choice(parts)]
        tied = [[int(x) ^ chance.randrange(2) for x in chance.sample(inputs, 2)] for _ in range(4)]
        found = solve(graph, [int(x) for x in wanted], tied, (), 1000)
        held = []
        for values in product((FALSE, TRUE), repeat=8):
            given = {int(x) >> 1: v for x, v in zip(inputs, values, strict=True)}
            now = {0: 0} | graph.rewritten(range(1, len(graph.nodes)), given, {0: 0})
            sound = all(any(given[x >> 1] ^ (x & 1) for x in clause) for clause in tied)
            if sound and all(now[int(x) >> 1] ^ (int(x) & 1) for x in wanted):
                held.append(frozenset(2 * node + 1 - value for node, value in given.items()))
        if found is None:
            assert not held, seed
        else:
            assert any(found <= assignment for assignment in held), seed


def test_search_is_given_up_after_the_dead_ends_allowed() -> None:
    """Seven things do not fit into six places, which takes more than a few dead ends to see."""
    graph = Graph()
    at = [[graph.input() for _ in range(6)] for _ in range(7)]
    wanted = [int(graph.any_of(places)) for places in at]
    apart = [
        [int(one[p]) ^ 1, int(other[p]) ^ 1]
        for i, one in enumerate(at)
        for other in at[:i]
        for p in range(6)
    ]
    with pytest.raises(Undecided):
        solve(graph, wanted, apart, (), 5)


def test_formulas_of_the_shipped_rules_agree_with_inference_on_random_profiles() -> None:
    model = Model(load_rulebase(), SHOWN)
    finder, profiles = Finder(model), model.profiles
    chance = random.Random(1)
    shown = sorted(model.shown)
    for _ in range(25):
        world = {
            axis: chance.randrange(1, len(axis.alternatives))
            for axis in chance.sample(profiles.axes, 60)
        }
        world = profiles.effective({a: p for a, p in world.items() if profiles.is_plain({a: p})})
        given = {
            literal >> 1: TRUE if (place == world.get(axis, 0)) != bool(literal & 1) else FALSE
            for axis, inputs in zip(profiles.axes, profiles.inputs, strict=True)
            for place, literal in enumerate(inputs)
        }
        nodes = model.graph.cone(model.shown.values())
        now = {0: 0} | model.graph.rewritten(nodes, given, {0: 0})
        seen = finder.candidate(world).seen()
        for fact in shown:
            literal = int(model.shown[fact])
            assert bool(now[literal >> 1] ^ (literal & 1)) == seen.shows(fact), fact
