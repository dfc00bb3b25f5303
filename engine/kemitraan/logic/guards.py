"""The guards over the worlds of a space: what fails one is withheld there.

A guard asks of a conclusion that one of its proofs brings certain things together. Every fact
carries, for each guard, the worlds in which it has a proof that brings together these or those of
the things asked for (its *tags*). An inference is a space of one world, whose instances are its
derivations.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.logic.holding import Holding
    from kemitraan.logic.program import Instance, Program

Tagged = dict[int, int]
"""Worlds by the tags (bits) that a proof brings together; a world stands under several."""


class Stated(NamedTuple):
    """The worlds in which a fact is given, and those in which people stated it."""

    worlds: int
    stated: int


@dataclass(frozen=True)
class Judged:
    """What the guards leave: the worlds of each conclusion admitted, and who refused what where.

    What can only be reached through a refused conclusion is not admitted either.
    """

    admitted: Mapping[Fact, int]
    refused: tuple[tuple[Guard, Fact, int], ...]


def judged(
    guards: Iterable[Guard],
    words: Vocabulary,
    holding: Holding,
    given: Mapping[Fact, Stated],
    targets: Iterable[Fact],
) -> Judged:
    """Hold the guards against the proofs of some conclusions, and all that these rest on.

    Args:
        guards: the guards of the knowledge base.
        words: its vocabulary.
        holding: in which worlds everything in the cone of the targets holds.
        given: the facts given, with the worlds in which people stated them.
        targets: the conclusions.
    """
    program = holding.program
    listed = tuple(targets)
    cone = program.cone(listed)
    refused: list[tuple[Guard, Fact, int]] = []
    for guard in guards:
        watched = [f for f in watched_by(guard, program) if f in cone and holding.worlds.get(f)]
        if watched:
            refused += [(guard, f, w) for f, w in _failing(guard, words, holding, given, watched)]
    withheld: dict[Fact, int] = defaultdict(int)
    for _, fact, worlds in refused:
        withheld[fact] |= worlds
    admitted = _admitted(holding, given, withheld, cone)
    return Judged({fact: admitted[fact] for fact in listed}, tuple(refused))


def watched_by(guard: Guard, program: Program) -> list[Fact]:
    """Return the conclusions that a guard watches, of those that could be drawn, in order."""
    return sorted(f for f in program.bodies if f.value in guard.on.get(f.attribute, ()))


def _asked(guard: Guard, words: Vocabulary) -> tuple[Callable[[Fact], int], int]:
    """Return what a stated fact contributes to a guard, and all that it wants, as tags."""
    wanted = sum(2 << number for number in range(len(guard.concepts))) | bool(guard.beyond)

    def tags(fact: Fact) -> int:
        variable = words.variable_of(fact.attribute, fact.subject)
        if variable is None or variable in guard.beyond:
            return 0
        concept = words.variables[variable].concept
        groups = (2 << n for n, group in enumerate(guard.concepts) if concept in group)
        return (1 | sum(groups)) & wanted

    return tags, wanted


def _failing(
    guard: Guard,
    words: Vocabulary,
    holding: Holding,
    given: Mapping[Fact, Stated],
    watched: Sequence[Fact],
) -> Iterable[tuple[Fact, int]]:
    """Yield watched facts with the worlds in which they hold without a proof as it is asked for."""
    tags, wanted = _asked(guard, words)
    program = holding.program
    behind = program.cone(watched)
    proofs: dict[Fact, Tagged] = {}
    for fact in sorted(behind):
        if fact in given:
            # Only what people stated counts.
            own = tags(fact)
            found = given[fact]
            proofs[fact] = _reduced(
                {0: found.worlds, own: found.stated} if own else {0: found.worlds}
            )
    for group in program.order:
        if group[0] in behind:
            program.settle(group, partial(_decide, holding, proofs))
    for fact in watched:
        lacking = holding.worlds[fact] & ~proofs.get(fact, {}).get(wanted, 0)
        if lacking:
            yield fact, lacking


def _decide(holding: Holding, proofs: dict[Fact, Tagged], fact: Fact) -> bool:
    """Decide the tags of a fact; tell whether they have changed."""
    before = proofs.get(fact, {})
    found = dict(before)
    for instance in holding.program.bodies[fact]:
        for tags, worlds in _combined(instance, holding, proofs).items():
            found[tags] = found.get(tags, 0) | worlds
    proofs[fact] = _reduced(found)
    return proofs[fact] != before


def _combined(instance: Instance, holding: Holding, proofs: Mapping[Fact, Tagged]) -> Tagged:
    """Return the tags that one firing brings together from a proof of each premise."""
    fired = holding.fired(instance)
    found: Tagged = {0: fired} if fired else {}
    for choices in instance.positive:
        premise: Tagged = defaultdict(int)
        for fact in choices:
            for tags, worlds in proofs.get(fact, {}).items():
                premise[tags] |= worlds
        joined: Tagged = defaultdict(int)
        for left, those in found.items():
            for right, others in premise.items():
                if both := those & others:
                    joined[left | right] |= both
        found = _reduced(joined)
    return found


def _reduced(found: Mapping[int, int]) -> Tagged:
    """Leave out of each set the worlds in which a proof with more tags is there."""
    kept: Tagged = {}
    for tags in sorted(found, key=lambda t: (-t.bit_count(), t)):
        worlds = found[tags]
        for more, covered in kept.items():
            if more & tags == tags:
                worlds &= ~covered
        if worlds:
            kept[tags] = worlds
    return kept


def _admitted(
    holding: Holding,
    given: Mapping[Fact, Stated],
    withheld: Mapping[Fact, int],
    cone: Iterable[Fact],
) -> dict[Fact, int]:
    """Return the worlds in which facts hold by a proof that passes through nothing withheld."""
    program = holding.program
    found = {fact: holding.worlds.get(fact, 0) for fact in cone}
    if not withheld:
        return found
    tainted = set(withheld)
    for group in program.order:
        if group[0] not in found:
            continue
        affected = [f for f in group if f in withheld or not tainted.isdisjoint(program.reads[f])]
        if not affected and len(group) == 1:
            continue
        tainted.update(group)
        for fact in group:
            found[fact] = given[fact].worlds if fact in given else 0
        program.settle(group, partial(_pass, holding, withheld, found))
    return found


def _pass(
    holding: Holding, withheld: Mapping[Fact, int], found: dict[Fact, int], fact: Fact
) -> bool:
    """Decide where a fact holds by what is found of its premises; tell whether that has changed."""
    worlds = found[fact]
    for instance in holding.program.bodies[fact]:
        fired = holding.fired(instance)
        for choices in instance.positive:
            if fired:
                some = 0
                for premise in choices:
                    some |= found.get(premise, 0)
                fired &= some
        worlds |= fired & ~withheld.get(fact, 0)
    changed = worlds != found[fact]
    found[fact] = worlds
    return changed
