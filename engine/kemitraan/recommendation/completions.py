"""Every way of completing what a profile leaves unknown, and what is shown then.

A completion gives each unknown one of its values; a many-valued input gets any of its values.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.worlds.axes import input_axes
from kemitraan.worlds.combinations import combinations
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario
    from kemitraan.worlds.combinations import Combinations


class Completions:
    """The completions of one profile under one choice of assumptions."""

    def __init__(
        self,
        base: RuleBase,
        scenario: Scenario,
        choice: Mapping[str, str],
        unknown: Iterable[Slot],
    ) -> None:
        # One that can only be affirmed may also stay out; no other input does.
        self.axes = tuple(input_axes(base, scenario, unknown, first=()))
        self.worlds = Worlds(base, [scenario], choice, self.axes)

    @cached_property
    def of(self) -> Mapping[Fact, Combinations]:
        """Return, for all that could be shown in some completion, in which it is."""
        facts = (
            f for f in sorted(self.worlds.program.bodies) if f.attribute in self.worlds.base.shown
        )
        return combinations(self.worlds, facts)

    @cached_property
    def conclusions(self) -> tuple[Fact, ...]:
        """Return these conclusions.

        Left out is what rests on the profile saying just what the study says: to complete a
        profile is to say more, which tells nothing of the sentra.
        """
        return tuple(fact for fact in self.of if not self.worlds.as_studied(fact))

    def told(self, now: Collection[Fact]) -> list[Fact]:
        """Return the conclusions that are told about: shown `now`, or worth telling beforehand."""
        shown = self.worlds.base.shown
        return [
            fact
            for fact in self.conclusions
            if (told := shown[fact.attribute].told) == "ahead" or (told == "now" and fact in now)
        ]

    def may_be(self, fact: Fact) -> bool:
        """Tell whether some completion shows a fact."""
        return fact in self.of and self.of[fact].status != "excluded"

    def surely(self, fact: Fact) -> bool:
        """Tell whether every completion shows a fact."""
        return fact in self.of and self.of[fact].status == "certain"

    def slots(self, fact: Fact) -> tuple[Slot, ...]:
        """Return the unknowns that make a difference to a conclusion.

        Of one that no completion shows: those that can have a part in it; knowing any may end it.
        """
        over = self.of[fact]
        places = over.axes if over.shown else sorted(self.worlds.depends([fact]))
        return tuple(dict.fromkeys(self.axes[place].slot for place in places))
