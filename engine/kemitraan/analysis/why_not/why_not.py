"""Why something was not concluded: the nearest rules, and which of their conditions are missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.analysis.target import targets
from kemitraan.analysis.why_not.unmet import NOTHING, Lacks, Status, wanted
from kemitraan.analysis.why_not.verify import tried
from kemitraan.analysis.why_not.ways import Check, Missing, Way, rests_on
from kemitraan.fact import Fact
from kemitraan.knowledge.language import Absent, AtLeast, Condition, Holds, Some
from kemitraan.recommendation.guards import withheld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.case import Case
    from kemitraan.knowledge.ground import Instance
    from kemitraan.knowledge.guards import Guard


# So many rules are followed and tried for each conclusion; more would answer nobody's question.
_NEAREST = 3


@dataclass(frozen=True)
class WhyNot:
    """Why one conclusion is not shown.

    It `holds`, or guards withhold it (each with the conclusion it refused), or every rule that
    could conclude it lacks something: `ways` of the nearest rules, those first that lack least;
    `others` are the rules farther off. `instead` is what holds in its place where only one value
    can.
    """

    fact: Fact
    holds: bool
    guards: tuple[tuple[Guard, Fact], ...]
    ways: tuple[Attempt, ...]
    others: tuple[str, ...]
    instead: tuple[Fact, ...]


@dataclass(frozen=True)
class Attempt:
    """A way, and what comes of it where everything it lacks is as it asks, and the rest as it is.

    `enough` tells whether the conclusion then holds; `still` are conclusions that the way wants
    absent and that even then stand in it.
    """

    way: Way
    enough: bool
    still: tuple[Fact, ...]


def why_not(case: Case, conclusion: str) -> tuple[WhyNot, ...]:
    """Return why what a word names was not concluded; see `analysis.target.targets`.

    Of the conclusions of one word those that lack least come first, those that hold last.

    Raises:
        InputError: the word names nothing, or only what no rule concludes.
    """
    aims = targets(case, conclusion)
    lacks = Lacks(case, aims)
    found = [_WhyNot(case, lacks).of(fact) for fact in aims]
    return tuple(sorted(found, key=lambda w: (w.holds, w.ways[0].way.lack if w.ways else NOTHING)))


class _WhyNot:
    """Looks into the rules of one case."""

    def __init__(self, case: Case, lacks: Lacks) -> None:
        self.case = case
        self.lacks = lacks
        self._known: dict[Fact, Missing] = {}

    def of(self, fact: Fact) -> WhyNot:
        if fact in self.case.inference.facts:
            guards = tuple(self.guards(fact))
            return WhyNot(fact, not guards, guards, (), (), ())
        attribute = self.lacks.attributes[fact.attribute]
        ways = self.ways(fact)
        held = [f for f in self.case.admitted if f.slot == fact.slot and not attribute.many]
        return WhyNot(
            fact,
            holds=False,
            guards=(),
            ways=tuple(Attempt(way, *tried(self.case, fact, way)) for way in ways[:_NEAREST]),
            others=tuple(way.rule for way in ways[_NEAREST:]),
            instead=tuple(held),
        )

    def guards(self, fact: Fact) -> Iterator[tuple[Guard, Fact]]:
        """Yield the guards that keep a conclusion back, with what they refused on its way."""
        hidden, refused = withheld(self.case.base, self.case.fact_base, self.case.inference)
        if fact not in hidden:
            return
        behind, waiting = {fact}, [fact]
        while waiting:
            for derivation in self.case.inference.derivations.get(waiting.pop(), ()):
                new = set(derivation.premises) - behind
                behind |= new
                waiting.extend(new)
        yield from ((guard, other) for guard, other in refused if other in behind)

    def ways(self, fact: Fact) -> tuple[Way, ...]:
        """Return the nearest way of each rule; what no profile can bring about only if alone."""
        found = [self.way(one) for one in self.nearest(fact)]
        straight = [way for way in found if not rests_on(way, fact)]
        return tuple([w for w in straight if not w.lack.fixed] or straight)

    def nearest(self, fact: Fact) -> list[Instance]:
        """Return the instance that lacks least of each rule, those first that lack least."""
        ranked = sorted(
            self.lacks.instances(fact),
            key=lambda one: (self.lacks.of(one), one.rule.id, one.this or ""),
        )
        first: dict[str, Instance] = {}
        for one in ranked:
            first.setdefault(one.rule.id, one)
        return list(first.values())

    def reachable(self, fact: Fact) -> list[Instance]:
        """Return the nearest instance of each rule that the sentra could come to meet.

        Where it could meet none, the nearest of all tells why.
        """
        found = [one for one in self.nearest(fact) if not self.lacks.of(one).circular]
        return [one for one in found if not self.lacks.of(one).fixed] or found[:1]

    def way(self, one: Instance) -> Way:
        checks = tuple(self.check(condition) for condition in one.conditions)
        return Way(one.rule.id, one.this, self.lacks.of(one), checks, self.lacks.left_out(one))

    def missing(self, fact: Fact) -> Missing:
        """Return a conclusion followed down by its nearest rule."""
        if fact not in self._known:
            ranked = self.reachable(fact)
            self._known[fact] = Missing(
                fact,
                self.way(ranked[0]) if ranked else None,
                tuple(one.rule.id for one in ranked[1:]),
            )
        return self._known[fact]

    def check(self, condition: Condition) -> Check:
        status = self.lacks.of_condition(condition).status
        match condition:
            case Holds():
                return self.fact(condition, status)
            case Absent(inner):
                return Check(condition, status, self.standing(inner, inner.values))
            case AtLeast(_, parts):
                needed = self.lacks.cheapest(condition, parts)
                return Check(
                    condition,
                    status,
                    parts=tuple(_need(self.check(part), part in needed) for part in parts),
                )
            case Some():
                candidates = self.lacks.candidates(condition)
                if not candidates:
                    return Check(condition, status)
                parts = self.lacks.witness(condition, candidates[0])
                checks = tuple(self.check(part) for part in parts)
                return Check(condition, status, parts=checks, witness=candidates[0])

    def fact(self, holds: Holds, status: Status) -> Check:
        if status == "holds":
            return Check(holds, status, self.standing(holds, holds.values))
        instead = self.standing(holds, sorted(self.lacks.values(*slot_of(holds))))
        nearest = None
        attribute = self.lacks.attributes[holds.attribute]
        if attribute.role == "derived":
            instead = () if attribute.many else instead
            best, *rest = sorted(wanted(holds), key=lambda f: (self.lacks.least[f], f))
            nearest = self.missing(best)
            others = [one.rule.id for fact in rest for one in self.reachable(fact)]
            nearest = replace(nearest, others=tuple(dict.fromkeys([*nearest.others, *others])))
        return Check(holds, status, instead, nearest)

    def standing(self, holds: Holds, values: tuple[str, ...] | list[str]) -> tuple[Fact, ...]:
        """Return the facts with these values that hold."""
        known = self.lacks.values(*slot_of(holds))
        return tuple(Fact(*slot_of(holds), v) for v in values if v in known)


def slot_of(holds: Holds) -> tuple[str, str]:
    """Return attribute and subject of a condition."""
    return holds.attribute, holds.subject


def _need(check: Check, needed: bool) -> Check:
    return check if needed else Check(check.condition, check.status, check.facts, needed=False)
