"""One inference with proof: experta against CLIPS on the same clauses and facts, as both grow."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS, Clause, Pattern
from kemitraan.knowledge.language import Conclusion
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.logic.infer import infer
from kemitraan.logic.relevance import relevant
from kemitraan.scenario.patch import choice_of
from kemitraan.scenario.read import load_scenario
from kemitraan.worlds.fact_base import fact_base
from tests.logic.clips_engine import ClipsBase

if TYPE_CHECKING:
    from collections.abc import Callable

    from kemitraan.knowledge.rulebase import RuleBase

SIZES = [(1, 6), (2, 6), (4, 6), (1, 20), (1, 60)]
"""Copies of the rule base, and actors of the scenario."""


@cache
def base() -> RuleBase:
    return load_rulebase()


@dataclass(frozen=True)
class Run:
    """Seconds of one inference at one size, by engine; CLIPS with and without building rules."""

    copies: int
    actors: int
    clauses: int
    facts: int
    experta: float
    clips: float
    clips_built: float


def clauses_of(copies: int) -> tuple[Clause, ...]:
    """Return the shipped clauses so many times over, each copy concluding facts of its own."""
    own = base().clauses
    derived = {h.attribute for c in own for h in c.heads}

    def renamed(name: str, copy: int) -> str:
        return f"{name}@{copy}" if copy and name in derived else name

    found: list[Clause] = []
    for copy in range(copies):
        for clause in own:
            found.append(
                clause._replace(
                    name=f"{clause.name}@{copy}",
                    heads=tuple(
                        Conclusion(renamed(h.attribute, copy), h.subject, h.value)
                        for h in clause.heads
                    ),
                    positive=tuple(_of(p, renamed(p.attribute, copy)) for p in clause.positive),
                    negative=tuple(_of(p, renamed(p.attribute, copy)) for p in clause.negative),
                    order=len(found),
                )
            )
    return tuple(found)


def _of(pattern: Pattern, attribute: str) -> Pattern:
    return pattern._replace(attribute=attribute)


def facts_of(actors: int) -> list[Fact]:
    """Return the facts of the first shipped case of the study, with so many actors."""
    rules = base()
    scenario = load_scenario(rules.study.cases[0].id, rules)
    facts = list(fact_base(rules, scenario, choice_of(rules)).facts)
    kinds = rules.vocabulary.values_of("kind")[:6]
    present = sum(f.attribute == IS and f.value == ACTOR for f in facts)
    for number in range(actors - present + 1):
        actor = f"actor_{number}"
        facts.append(Fact(IS, actor, ACTOR))
        facts.append(Fact("kind", actor, kinds[number % len(kinds)]))
        facts.append(Fact("interest", actor, ("low", "medium", "high")[number % 3]))
    return sorted(set(facts))


def measure(copies: int, actors: int, rounds: int = 7) -> Run:
    """Return the least time of some rounds for each engine on the same pruned clauses."""
    kept, facts = relevant(clauses_of(copies), facts_of(actors))
    clips = ClipsBase(kept)
    found = infer(kept, facts)
    assert found.facts == clips.run(facts).facts
    return Run(
        copies,
        actors,
        len(kept),
        len(facts),
        least(lambda: infer(kept, facts, prune=False), rounds),
        least(lambda: clips.run(facts), rounds),
        least(lambda: ClipsBase(kept).run(facts), rounds),
    )


def least(task: Callable[[], object], rounds: int) -> float:
    """Return the least time of a task in seconds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return min(taken)
