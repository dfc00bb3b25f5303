"""Holds the guards against the proofs of one inference: what fails a guard is withheld."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.logic.infer import Derivation, Inference
    from kemitraan.scenario.border import FactBase

Tags = frozenset[str]


def withheld(
    base: RuleBase, world: FactBase, inference: Inference
) -> tuple[frozenset[Fact], tuple[tuple[Guard, Fact], ...]]:
    """Return what must not be shown, and the guard that each refused conclusion failed.

    Withheld is every conclusion that fails a guard, and every one that can only be reached
    through such a conclusion.
    """
    refused = [
        (guard, fact)
        for guard in base.guards
        if guard.on
        for fact in _failing(guard, base.vocabulary, world, inference)
    ]
    if not refused:
        return frozenset(), ()
    admitted = _reachable(inference, {fact for _, fact in refused})
    return frozenset(inference.derived) - admitted, tuple(refused)


def _failing(
    guard: Guard, vocabulary: Vocabulary, world: FactBase, inference: Inference
) -> Iterable[Fact]:
    watched = [fact for fact in inference.derived if fact.value in guard.on.get(fact.attribute, ())]
    if not watched:
        return ()
    wanted = frozenset(
        [*(["beyond"] if guard.beyond else []), *(f"group {i}" for i in range(len(guard.concepts)))]
    )
    proofs = _signatures(inference, _behind(inference, watched), _tags(guard, vocabulary, world))
    return [f for f in watched if not any(wanted <= tags for tags in proofs.get(f, ()))]


def _tags(guard: Guard, vocabulary: Vocabulary, world: FactBase) -> Mapping[Fact, Tags]:
    """Return what each stated fact contributes to the guard. Only claims of people count."""
    found: dict[Fact, Tags] = {}
    for fact in world.origin:
        variable = vocabulary.variable_of(fact.attribute, fact.subject)
        if variable is None:
            continue
        if variable in guard.beyond:
            continue
        concept = vocabulary.variables[variable].concept
        groups = (f"group {i}" for i, group in enumerate(guard.concepts) if concept in group)
        found[fact] = frozenset(["beyond", *groups])
    return found


def _behind(inference: Inference, facts: Iterable[Fact]) -> list[Fact]:
    """Return the derived facts that any proof of these facts passes through, in firing order."""
    found: set[Fact] = set()
    waiting = list(facts)
    while waiting:
        fact = waiting.pop()
        if fact not in found and fact in inference.derivations:
            found.add(fact)
            waiting.extend(p for d in inference.derivations[fact] for p in d.premises)
    return sorted(found, key=lambda fact: (inference.levels[fact], fact))


def _signatures(
    inference: Inference, derived: Sequence[Fact], tags: Mapping[Fact, Tags]
) -> Mapping[Fact, set[Tags]]:
    """Return, for each fact, the sets of tags that its single proofs bring together.

    A guard is met by one proof that has everything it asks for; tags of different proofs of the
    same fact are never mixed. There are at most a handful of tags, so the sets stay few.
    """
    found: dict[Fact, set[Tags]] = {f: {tags.get(f, frozenset())} for f in inference.given}
    changed = True
    while changed:
        changed = False
        for fact in derived:
            known = found.setdefault(fact, set())
            before = len(known)
            for derivation in inference.derivations[fact]:
                known.update(_combined(derivation, found))
            changed = changed or len(known) > before
    return found


def _combined(derivation: Derivation, found: Mapping[Fact, set[Tags]]) -> set[Tags]:
    choices = [found.get(premise, set()) for premise in derivation.premises]
    return {frozenset().union(*choice) for choice in product(*choices)}


def _reachable(inference: Inference, refused: set[Fact]) -> set[Fact]:
    """Return the facts that have a proof through no refused fact."""
    found = set(inference.given)
    changed = True
    while changed:
        changed = False
        for fact, derivations in inference.derivations.items():
            if fact in found or fact in refused:
                continue
            if any(found.issuperset(d.premises) for d in derivations):
                found.add(fact)
                changed = True
    return found
