"""The ways to a conclusion that does not hold: rules, with how each of their conditions stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.why_not.unmet import NEWCOMER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.analysis.why_not.unmet import Status, Unmet
    from kemitraan.fact import Fact
    from kemitraan.logic.program import Choices, Instance


@dataclass(frozen=True)
class Check:
    """A pattern of a rule and how it stands: one of the facts `wanted` is to hold, or none.

    None where it is `absent`. `facts` are those that meet it, that stand instead or, where it is
    an absence, in its way. `nearest` is the conclusion that would meet it. Where the pattern
    stands for a choice, `choice` is the nearest instance of it and `parts` are its conditions:
    all those counted, or those on the subject that comes nearest. `needed` is false for a part
    that the choice can do without.
    """

    wanted: Choices
    status: Status
    facts: tuple[Fact, ...] = ()
    nearest: Missing | None = None
    choice: Instance | None = None
    parts: tuple[Check, ...] = ()
    absent: bool = False
    needed: bool = True

    @property
    def some(self) -> bool:
        """Tell whether a subject is asked for."""
        return self.choice is not None and self.choice.clause.some is not None

    @property
    def witness(self) -> str | None:
        """Return the subject that comes nearest; None if there is none, or none is asked for."""
        found = self.choice.it if self.choice else None
        return None if found == NEWCOMER else found


@dataclass(frozen=True)
class Way:
    """A rule that would conclude something, bound to `this`; `left_out` with its layer."""

    rule: str
    this: str | None
    unmet: Unmet
    checks: tuple[Check, ...]
    left_out: bool


@dataclass(frozen=True)
class Missing:
    """A conclusion that does not hold: its nearest rule (None if none can be reached), others."""

    fact: Fact
    way: Way | None
    others: tuple[str, ...]


def rests_on(way: Way, fact: Fact) -> bool:
    """Tell whether a way asks for the conclusion itself."""
    return any(missing.fact == fact for missing in followed(way))


def followed(way: Way) -> Iterator[Missing]:
    """Yield the conclusions that a way lacks, at any depth."""
    waiting = list(way.checks)
    while waiting:
        check = waiting.pop()
        waiting.extend(check.parts)
        if check.nearest is not None:
            yield check.nearest
            if check.nearest.way is not None:
                waiting.extend(check.nearest.way.checks)


def bottom(way: Way) -> Iterator[Check]:
    """Yield the conditions missing at the bottom of a way, in order, each once."""
    told: list[Check] = []
    waiting = list(reversed(way.checks))
    while waiting:
        check = waiting.pop()
        if check.status == "holds" or not check.needed:
            continue
        if check.nearest is not None and check.nearest.way is not None:
            waiting.extend(reversed(check.nearest.way.checks))
        elif check.parts:
            waiting.extend(reversed(check.parts))
        elif check not in told:
            told.append(check)
            yield check
