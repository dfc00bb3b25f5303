"""Formulas say of a profile what the rules say of it; the search is right about what it finds."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.check.formula import Formulas
from kemitraan.analysis.check.model import Model
from kemitraan.analysis.check.profiles import Profiles
from kemitraan.analysis.check.solver import Solver, Undecided
from kemitraan.analysis.check.witness import Finder, without
from kemitraan.knowledge.load import load_rulebase
from kemitraan.logic.literals import FALSE, TRUE
from tests.command import ROOT

if TYPE_CHECKING:
    from kemitraan.logic.literals import Literal


@pytest.mark.slow
def test_solver_agrees_with_every_assignment() -> None:
    """On random formulas over eight inputs, some of them tied, asked one after the other."""
    for seed in range(100):
        chance = random.Random(seed)
        graph = Formulas()
        inputs = [graph.input() for _ in range(8)]
        tied = [[int(x) ^ chance.randrange(2) for x in chance.sample(inputs, 2)] for _ in range(4)]
        solver = Solver(graph, tied)
        parts: list[Literal] = list(inputs)
        for _ in range(4):
            for _ in range(8):
                one, other = chance.choice(parts), chance.choice(parts)
                parts.append(chance.choice([one & other, one | ~other, one ^ other]))
            wanted, under = int(parts[-1]), int(chance.choice(parts))
            held = []
            for values in product((FALSE, TRUE), repeat=8):
                given = {int(x) >> 1: v for x, v in zip(inputs, values, strict=True)}
                now = graph.values(range(1, len(graph.nodes)), given, TRUE)
                sound = all(any(given[x >> 1] ^ (x & 1) for x in clause) for clause in tied)
                if sound and all(now[x >> 1] ^ (x & 1) for x in (wanted, under)):
                    held.append(frozenset(2 * node + 1 - value for node, value in given.items()))
            assert solver.holds([wanted, under], 1000) == bool(held), seed
            if solver.holds([under], 1000):
                found = solver.assignment(wanted, [under], 1000)
                assert (found is not None) == bool(held), seed
                assert found is None or any(found <= whole for whole in held), seed


def test_search_is_given_up_after_the_dead_ends_allowed() -> None:
    """Ten things do not fit into nine places, which takes many dead ends to see."""
    graph = Formulas()
    at = [[graph.input() for _ in range(9)] for _ in range(10)]
    wanted = [int(graph.any_of(places)) for places in at]
    apart = [
        [int(one[p]) ^ 1, int(other[p]) ^ 1]
        for i, one in enumerate(at)
        for other in at[:i]
        for p in range(9)
    ]
    solver = Solver(graph, apart)
    with pytest.raises(Undecided):
        solver.holds(wanted, 100)
    assert solver.holds(wanted[1:], 10_000)


def test_many_assignments_at_once_come_to_the_same_as_each() -> None:
    graph = Formulas()
    inputs = [graph.input() for _ in range(4)]
    formula = (inputs[0] & ~inputs[1]) ^ (inputs[2] | inputs[3])
    table = list(product((0, 1), repeat=4))
    nodes = range(1, len(graph.nodes))
    given = {int(x) >> 1: sum(v[n] << i for i, v in enumerate(table)) for n, x in enumerate(inputs)}
    found = graph.values(nodes, given, (1 << 16) - 1)[int(formula) >> 1] ^ -(int(formula) & 1)
    for place, (a, b, c, d) in enumerate(table):
        assert found >> place & 1 == (a & (1 - b)) ^ (c | d)


def test_formulas_of_the_shipped_rules_agree_with_inference_on_random_profiles() -> None:
    base = load_rulebase()
    profiles = Profiles(base)
    model = Model(profiles, base.shown)
    finder = Finder(model)
    chance = random.Random(1)
    shown = sorted(model.shown)
    for number in range(25):
        world = {
            axis: chance.randrange(1, len(axis.alternatives))
            for axis in chance.sample(profiles.axes, 60)
        }
        world = profiles.effective({a: p for a, p in world.items() if not profiles.fixed(a)})
        given = {
            literal >> 1: TRUE if (place == world.get(axis, 0)) != bool(literal & 1) else FALSE
            for axis, inputs in zip(profiles.axes, profiles.inputs, strict=True)
            for place, literal in enumerate(inputs)
        }
        nodes = model.graph.cone(model.shown.values())
        now = model.graph.values(nodes, given, TRUE)
        case = finder.case(world)
        for fact in shown:
            literal = int(model.shown[fact])
            assert bool(now[literal >> 1] ^ (literal & 1)) == (fact in case.admitted), fact
        if number < 3:
            matters = set(model.mattering([node for node, value in given.items() if value]))
            assert matters <= case.inference.fired
            for rule in chance.sample(sorted(case.inference.fired), 8):
                changed = {*case.admitted} ^ {*without(case, rule).admitted}
                differs = not changed.isdisjoint(shown)
                assert (rule in matters) == differs, rule


def test_hash_seed_changes_no_formula_and_no_answer() -> None:
    code = """
from kemitraan.analysis.check.model import Model
from kemitraan.analysis.check.profiles import Profiles
from kemitraan.analysis.check.witness import Finder
from kemitraan.knowledge.load import load_rulebase
base = load_rulebase()
model = Model(Profiles(base), base.shown)
finder = Finder(model)
print(model.graph.nodes)
for fact in sorted(model.shown)[::40]:
    print(finder.find(~model.shown[fact], lambda case: True))
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"Axis") > 10
