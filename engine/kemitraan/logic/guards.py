"""The guards over many worlds: where a conclusion is withheld, as `recommendation.guards` does.

For every guard, each fact carries the worlds in which it has a proof that brings together these
or those of the things the guard asks for (its *tags*).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.logic.holding import Holding
    from kemitraan.logic.program import Instance, Program
    from kemitraan.worlds.given import Given

Tagged = dict[int, int]
"""Worlds by the tags (bits) that a proof brings together; a world stands under several."""


def refused(
    holding: Holding,
    program: Program,
    given: Mapping[Fact, Given],
    watched: Iterable[Fact],
    tags: Callable[[Fact], int],
    wanted: int,
) -> dict[Fact, int]:
    """Return the worlds in which watched facts hold without one proof that has all tags wanted.

    `tags` tells what a fact contributes where people stated it.
    """
    listed = [fact for fact in watched if holding.worlds.get(fact)]
    behind = program.cone(listed)
    proofs: dict[Fact, Tagged] = {}
    for fact in sorted(behind):
        if fact in given:
            proofs[fact] = _given(given[fact], tags(fact) & wanted)
    for group in program.order:
        if group[0] in behind:
            _decide(group, holding, program, proofs)
    found = {}
    for fact in listed:
        lacking = holding.worlds[fact] & ~proofs.get(fact, {}).get(wanted, 0)
        if lacking:
            found[fact] = lacking
    return found


def _given(given: Given, tags: int) -> Tagged:
    return _reduced({0: given.worlds, tags: given.stated} if tags else {0: given.worlds})


def _decide(
    group: Sequence[Fact], holding: Holding, program: Program, proofs: dict[Fact, Tagged]
) -> None:
    """Decide the tags of facts that read each other (mostly one)."""
    while True:
        changed = False
        for fact in group:
            before = proofs.get(fact, {})
            found = dict(before)
            for instance in program.bodies[fact]:
                for tags, worlds in _combined(instance, holding, proofs).items():
                    found[tags] = found.get(tags, 0) | worlds
            found = _reduced(found)
            if found != before:
                proofs[fact] = found
                changed = True
        if not changed or not program.rounds(group):
            return


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


def admitted(
    holding: Holding,
    program: Program,
    given: Mapping[Fact, Given],
    withheld: Mapping[Fact, int],
    wanted: Iterable[Fact],
) -> dict[Fact, int]:
    """Return the worlds in which facts hold by a proof that passes through nothing withheld."""
    cone = program.cone(wanted)
    found = {fact: holding.worlds.get(fact, 0) for fact in cone}
    if not withheld:
        return found
    tainted = set(withheld)
    for group in program.order:
        if group[0] not in cone:
            continue
        affected = [f for f in group if f in withheld or not tainted.isdisjoint(program.reads[f])]
        if not affected and len(group) == 1:
            continue
        tainted.update(group)
        for fact in group:
            found[fact] = given[fact].worlds if fact in given else 0
        while True:
            changed = False
            for fact in group:
                worlds = found[fact]
                for instance in program.bodies[fact]:
                    fired = holding.fired(instance)
                    for choices in instance.positive:
                        if fired:
                            some = 0
                            for premise in choices:
                                some |= found.get(premise, 0)
                            fired &= some
                    worlds |= fired & ~withheld.get(fact, 0)
                if worlds != found[fact]:
                    found[fact] = worlds
                    changed = True
            if not changed or not program.rounds(group):
                break
    return found
