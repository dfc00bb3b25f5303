"""Tries a way to a conclusion: infers again with everything it lacks as it asks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from kemitraan.analysis.why_not.unmet import NEWCOMER
from kemitraan.analysis.why_not.ways import bottom, followed
from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.language import Layer
from kemitraan.logic.infer import infer
from kemitraan.logic.program import bound
from kemitraan.recommendation.guards import withheld

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.analysis.why_not.ways import Check, Way
    from kemitraan.case import Case
    from kemitraan.knowledge.compile import Clause
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.program import Choices


def tried(case: Case, fact: Fact, way: Way) -> tuple[bool, tuple[Fact, ...]]:
    """Return whether the fact is shown once the way has what it lacks, and what still stands in it.

    What stands only because the way does not yet reach its end is not named.
    """
    if way.unmet.fixed:
        return False, ()
    missing = list(bottom(way))
    facts = set(case.fact_base.facts)
    for number, check in enumerate(missing):
        for wanted in _asked(check, f"{NEWCOMER} {number}"):
            _set(case, facts, wanted)
    # What is stated for the trial counts for the guards like what people stated.
    new = facts.difference(case.fact_base.facts)
    said = {f: c for f, c in case.fact_base.origin.items() if f in facts} | dict.fromkeys(new, ())
    seen = replace(case.fact_base, facts=tuple(sorted(facts)), origin=said)
    rules = _rules(case.base, way)
    found = infer(_behind(rules.clauses, fact), facts)
    hidden, _ = withheld(rules, seen, found)
    blocks = [f for check in missing if check.absent for f in check.facts]
    awaited = [m.fact for m in followed(way) if m.fact not in found.facts]
    still = tuple(f for f in dict.fromkeys(blocks) if f in found.facts)
    return fact in found.facts - hidden, tuple(f for f in still if not _waiting(found, f, awaited))


def _waiting(found: Inference, fact: Fact, awaited: Sequence[Fact]) -> bool:
    """Tell whether a fact is there only because what is awaited is not."""
    derivations = found.derivations.get(fact, ())
    return bool(derivations) and all(
        any(
            (p.attribute, p.subject) == f.slot and f.value in p.values
            for p in derivation.absences
            for f in awaited
        )
        for derivation in derivations
    )


def _behind(clauses: Sequence[Clause], fact: Fact) -> list[Clause]:
    """Return the clauses that can have any part in concluding a fact."""
    concluding: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        for head in clause.heads:
            concluding[head.attribute].append(clause)
    found: dict[str, Clause] = {}
    seen, waiting = {fact.attribute}, [fact.attribute]
    while waiting:
        for clause in concluding[waiting.pop()]:
            found[clause.name] = clause
            read = {p.attribute for p in (*clause.positive, *clause.negative)} - seen
            seen |= read
            waiting.extend(sorted(read))
    return list(found.values())


def _rules(base: RuleBase, way: Way) -> RuleBase:
    """Return the rules to try with: of all layers, where the way needs one that is off."""
    every = get_args(Layer)
    if way.unmet.chosen and set(base.layers) != set(every):
        return replace(base, layers=every)
    return base


def _asked(check: Check, newcomer: str) -> Iterator[Choices]:
    """Yield what has to be stated, one fact of each; who is not there yet as a newcomer."""
    near = check.choice
    if near is None and not check.absent:
        yield check.wanted
    if near is not None and near.clause.some is not None:
        yield (Fact(IS, newcomer, near.clause.some),)
        yield from bound(near.clause, near.this, newcomer).positive


def _set(case: Case, facts: set[Fact], wanted: Choices) -> None:
    """State one of some facts: that next to what stands, where values have a rank."""
    words = case.base.vocabulary
    attribute = words.attributes.get(wanted[0].attribute)
    held = [f for f in facts if f.slot == wanted[0].slot]
    order = words.value_order.get(attribute.scale, {}) if attribute else {}

    def distance(fact: Fact) -> tuple[int, int]:
        rank = order.get(fact.value, 0)
        return min((abs(rank - order[f.value]) for f in held if order), default=0), rank

    if attribute is None or not attribute.many:
        facts.difference_update(held)
    facts.add(min(wanted, key=distance))
