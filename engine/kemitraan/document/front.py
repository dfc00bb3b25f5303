"""The pages in front: the decision, the plan, the map of stakeholders, the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.analysis.firm import headlines
from kemitraan.document import words as d
from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Box, Heading, Lines, Part
from kemitraan.report.screen import Screen

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.recommendation.model import StrategyEntry
    from kemitraan.text import Lang

_STEPS: Final = 3
_NAMES: Final = 3


class Front(Screen):
    """Writes the front pages about one case; `reference` is how its profile was named."""

    def __init__(self, case: Case, lang: Lang, reference: str) -> None:
        super().__init__(case.recommendation, lang, reference, _NAMES)
        self.case = case
        self.numbered = {
            step.id: number
            for number, step in enumerate((s for s in self.r.strategies if s.phase != "done"), 1)
        }

    def front(self) -> list[Part]:
        """Return the pages in front."""
        return [*self.decision(), *self.plan()]

    def decision(self) -> list[Part]:
        """Return what the report is about, and the decision in a box."""
        sentra = self.r.sentra
        when = f" ({self.t(w.ASSESSED, when=sentra.assessed_on)})" if sentra.assessed_on else ""
        about = [Lines((sentra.about[self.lang],))] if sentra.about else []
        groups = self.groups(headlines(self.case), _STEPS)
        return [
            Heading(sentra.name + when, 1),
            *about,
            Box(self.t(d.DECISION), tuple(row for group in groups for row in group)),
            Lines((self.t(d.ABOUT),)),
        ]

    def plan(self) -> list[Part]:
        """Return the steps, phase by phase, numbered through."""
        parts: list[Part] = [Heading(self.t(w.SECTION["strategies"]))]
        heads = (d.NUMBER, w.WHO, d.STEP, w.MEASURE, d.WHEN, d.MEANS)
        for phase, heading in w.PHASE.items():
            rows = [self.row(step) for step in self.r.strategies if step.phase == phase]
            if rows:
                parts += [Heading(self.t(heading), 3), *table(heads, rows, self.lang)]
        if len(parts) == 1:
            return [*parts, Lines((self.t(w.NO_STEP),))]
        return [*parts, Lines((self.t(d.FUNDING_NOTE),))]

    def row(self, step: StrategyEntry) -> tuple[str, ...]:
        """Return the row of a step."""
        when = [self.when(step)] if step.after else []
        takes = [step.takes.label[self.lang]] if step.takes else []
        cost = [step.cost.label[self.lang]] if step.cost else []
        funding = [step.funding[self.lang]] if step.funding else []
        return (
            str(self.numbered[step.id]),
            self.who(step),
            step.programme[self.lang],
            step.indicator[self.lang],
            "; ".join(when + takes),
            "; ".join(cost + funding),
        )
