"""What surely holds however the unknown turns out: one pass over the proofs already there.

Sound, and as cheap as a recommendation needs it; `analysis.completions` tells the rest.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.logic.infer import Inference
from kemitraan.logic.relevance import index_facts, optimistic
from kemitraan.recommendation.guards import withheld
from kemitraan.scenario.border import ORIGIN
from kemitraan.scenario.evidence import is_shorthand, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.assumptions import Lower
    from kemitraan.knowledge.compile import Pattern
    from kemitraan.logic.infer import Derivation
    from kemitraan.logic.relevance import Index
    from kemitraan.recommendation.view import View


class Sure(NamedTuple):
    """What is shown whatever the unknown turns out to be, and beyond which nothing can hold."""

    shown: frozenset[Fact]
    may: Index


def surely(view: View, choice: Mapping[str, str]) -> Sure:
    """Return the conclusions that hold, and pass the guards, whatever the unknown turns out to be.

    A firing is sure if its premises are, and no answer can bring what it denies. Guards are held
    against the sure firings alone: a proof among them is there in every completion.
    """
    unsure = _unsure(view, choice)
    given = tuple(fact for fact in view.inference.given if fact not in unsure)
    fired = _fired(view, given, view.reach[0])
    # What surely holds keeps away what denies it, and that may make more sure.
    known = index_facts([*given, *fired])
    may, _ = optimistic(view.reach[1], view.possible, known)
    fired = _fired(view, given, may)
    derived = tuple(sorted(fired))
    alone = Inference(given, derived, {fact: tuple(fired[fact]) for fact in derived})
    hidden, _ = withheld(view.base, view.fact_base, alone)
    return Sure(frozenset(derived) - hidden, may)


def _fired(view: View, given: Iterable[Fact], index: Index) -> Mapping[Fact, Sequence[Derivation]]:
    """Return the derivations from what is given alone that deny nothing of the index."""
    sure = set(given)
    found: dict[Fact, list[Derivation]] = defaultdict(list)
    # A firing stands under each of its conclusions.
    waiting = [
        (fact, derivation)
        for fact, derivations in view.inference.derivations.items()
        for derivation in derivations
        if not any(_may_match(pattern, index) for pattern in derivation.absences)
    ]
    left = len(waiting) + 1
    while len(waiting) < left:
        left = len(waiting)
        later = []
        for fact, derivation in waiting:
            if sure.issuperset(derivation.premises):
                sure.add(fact)
                found[fact].append(derivation)
            else:
                later.append((fact, derivation))
        waiting = later
    return found


def _may_match(pattern: Pattern, index: Index) -> bool:
    """Tell whether some answer could bring a fact that the pattern denies."""
    return not pattern.values.isdisjoint(index.get(pattern.attribute, {}).get(pattern.subject, ()))


def _unsure(view: View, choice: Mapping[str, str]) -> set[Fact]:
    """Return what is given now and may not be once more is known."""
    unknown = view.fact_base.unknown
    asked = {attribute for attribute, _ in unknown}
    # An answer says more than the study, and replaces claims that came to no value together.
    about = {s for attribute, s in unknown if is_shorthand(view.vocabulary, attribute, s)}
    about.update(lower.entry for lower in _lowering(view, choice) if lower.attribute in asked)
    given = {f for f in view.inference.given if f == ORIGIN or f.subject in about}
    return given - view.fact_base.fixed


def _lowering(view: View, choice: Mapping[str, str]) -> Iterator[Lower]:
    chosen = {n: a.alternative(choice[n]) for n, a in view.base.assumptions.items()}
    for _, reading in readings(chosen):
        yield from reading.lower
