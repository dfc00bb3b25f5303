"""What can be aimed at: the conclusions of the core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.target import reachable
from kemitraan.published import Data
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Data):
    """A conclusion of the core that can be aimed at, and whether it holds now."""

    conclusion: str
    label: Text
    now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Data):
    """The conclusions of the core that rules can reach."""

    goals: tuple[Goal, ...]


def goals(case: Case) -> Goals:
    """Return the conclusions of the core: the verdicts, readiness and what else is marked so."""
    admitted = {*case.admitted}
    return Goals(
        goals=tuple(
            Goal(
                conclusion=conclusion_word(fact),
                label=case.view.describe(fact),
                now=fact in admitted,
            )
            for fact in reachable(case, core=True)
        )
    )
