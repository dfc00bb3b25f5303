"""Why something was not concluded: the nearest rules, and which of their conditions are missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.analysis.target import targets
from kemitraan.analysis.why_not.unmet import NEWCOMER, NOTHING, Account
from kemitraan.analysis.why_not.verify import tried
from kemitraan.analysis.why_not.ways import Check, Missing, Way, rests_on
from kemitraan.knowledge.compile import IS
from kemitraan.logic.program import program_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.analysis.why_not.unmet import Status
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.guards import Guard
    from kemitraan.logic.program import Choices, Instance


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
    account = Account(case, aims)
    found = [_WhyNot(case, account).of(fact) for fact in aims]
    return tuple(sorted(found, key=lambda w: (w.holds, w.ways[0].way.unmet if w.ways else NOTHING)))


class _WhyNot:
    """Looks into the rules of one case."""

    def __init__(self, case: Case, account: Account) -> None:
        self.case = case
        self.account = account
        self._known: dict[Fact, Missing] = {}

    def of(self, fact: Fact) -> WhyNot:
        if fact in self.case.inference.facts:
            guards = tuple(self.guards(fact))
            return WhyNot(fact, not guards, guards, (), (), ())
        attribute = self.account.attributes[fact.attribute]
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
        hidden, refused = self.case.withheld
        if fact not in hidden:
            return
        behind = program_of(self.case.inference).cone([fact])
        yield from ((guard, other) for guard, other in refused if other in behind)

    def ways(self, fact: Fact) -> tuple[Way, ...]:
        """Return the nearest way of each rule; what no profile can bring about only if alone."""
        found = [self.way(one) for one in self.nearest(fact)]
        straight = [way for way in found if not rests_on(way, fact)]
        return tuple([w for w in straight if not w.unmet.fixed] or straight)

    def nearest(self, fact: Fact) -> list[Instance]:
        """Return the instance that lacks least of each rule, those first that lack least."""
        ranked = sorted(
            self.account.instances(fact),
            key=lambda one: (self.account.of(one), one.clause.rule, one.this or ""),
        )
        first: dict[str, Instance] = {}
        for one in ranked:
            first.setdefault(one.clause.rule, one)
        return list(first.values())

    def reachable(self, fact: Fact) -> list[Instance]:
        """Return the nearest instance of each rule that the sentra could come to meet.

        Where it could meet none, the nearest of all tells why.
        """
        found = [one for one in self.nearest(fact) if not self.account.of(one).circular]
        return [one for one in found if not self.account.of(one).fixed] or found[:1]

    def way(self, one: Instance) -> Way:
        checks = [self.check(c) for c in one.positive if c[0].attribute != IS]
        checks += [self.absence(choices) for choices in one.negative]
        unmet = self.account.of(one)
        return Way(one.clause.rule, one.this, unmet, tuple(checks), self.account.left_out(one))

    def missing(self, fact: Fact) -> Missing:
        """Return a conclusion followed down by its nearest rule."""
        if fact not in self._known:
            ranked = self.reachable(fact)
            self._known[fact] = Missing(
                fact,
                self.way(ranked[0]) if ranked else None,
                tuple(one.clause.rule for one in ranked[1:]),
            )
        return self._known[fact]

    def check(self, wanted: Choices) -> Check:
        """Return how a pattern stands that any of these facts meets."""
        attribute = self.account.attributes.get(wanted[0].attribute)
        if attribute is None:
            return self.choice(wanted)
        status = self.account.of_choices(wanted).status
        if status == "holds":
            return Check(wanted, status, self.standing(wanted))
        instead = self.account.standing.get(wanted[0].slot, ())
        if attribute.role != "derived":
            return Check(wanted, status, instead)
        best, *rest = sorted(wanted, key=lambda f: (self.account.of_choices((f,)), f))
        nearest = self.missing(best)
        others = [one.clause.rule for fact in rest for one in self.reachable(fact)]
        nearest = replace(nearest, others=tuple(dict.fromkeys([*nearest.others, *others])))
        return Check(wanted, status, () if attribute.many else instead, nearest)

    def absence(self, wanted: Choices) -> Check:
        """Return how a pattern stands that none of these facts may meet."""
        status: Status = "failed" if self.account.met(wanted) else "holds"
        return Check(wanted, status, self.standing(wanted), absent=True)

    def choice(self, wanted: Choices) -> Check:
        """Return how a pattern stands that a choice of conditions meets, or a further subject."""
        (fact,) = wanted
        near = self.account.choice(fact)
        status = self.account.of(near).status
        if near.it == NEWCOMER:
            return Check(wanted, status, choice=near)
        every = (near,) if near.clause.some else self.account.instances(fact)
        parts = dict.fromkeys(c for one in every for c in one.positive if c[0].attribute != IS)
        checks = tuple(_need(self.check(c), c in near.positive) for c in parts)
        return Check(wanted, status, choice=near, parts=checks)

    def standing(self, choices: Choices) -> tuple[Fact, ...]:
        """Return those of the facts that hold, in the order of their scale."""
        held = [fact for fact in choices if fact in self.account.held]
        order = self.case.base.vocabulary.values_of(choices[0].attribute)
        return tuple(sorted(held, key=lambda f: order.index(f.value) if f.value in order else 0))


def _need(check: Check, needed: bool) -> Check:
    return check if needed else replace(check, nearest=None, parts=(), needed=False)
