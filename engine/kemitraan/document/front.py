"""The pages in front: the decision, the plan, the map of stakeholders, the questions."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.firm import headlines
from kemitraan.document import words as d
from kemitraan.document.drawn import map_picture
from kemitraan.recommendation.strategies import REACHES
from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Box, Grid, Heading, Lines, Part
from kemitraan.report.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.recommendation.model import Question, StrategyEntry
    from kemitraan.text import Lang

_STEPS: Final = 3
_NAMES: Final = 3
_QUESTIONS: Final = 10


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
        return [*self.decision(), *self.plan(), *self.stakeholders(), *self.questions()]

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
            Lines((self.t(d.ABOUT), self.t(d.SHARES))),
        ]

    def plan(self) -> list[Part]:
        """Return the steps, phase by phase, numbered through."""
        parts: list[Part] = [Heading(self.t(w.SECTION["strategies"]))]
        heads = (d.NUMBER, w.WHO, d.STEP, w.MEASURE, d.WHEN, d.MEANS)
        for phase, heading in w.PHASE.items():
            rows = [self.row(step) for step in self.r.strategies if step.phase == phase]
            if rows:
                parts += [Heading(self.t(heading), 3), *table(heads, rows, self.lang)]
        parts.append(Lines((self.t(d.FUNDING_NOTE if len(parts) > 1 else w.NO_STEP),)))
        if kept := [step for step in self.r.strategies if step.phase == "done"]:
            lines = tuple(step.programme[self.lang] for step in kept)
            parts += [Heading(self.t(w.KEEP), 3), Lines(lines, bulleted=True)]
        return parts

    def stakeholders(self) -> list[Part]:
        """Return the map of stakeholders, and who is not named yet."""
        if not self.r.actors:
            return []
        parts: list[Part] = [Heading(self.t(w.SECTION["actors"]))]
        if any(actor.present for actor in self.r.actors):
            parts.append(map_picture(self))
        missing = [actor for actor in self.r.actors if not actor.present]
        if missing:
            parts.append(Lines((f"{self.t(w.MISSING)}: {self.names(missing)}.",)))
        return parts

    def questions(self) -> list[Part]:
        """Return the questions that decide most, to tick and to answer by hand."""
        asked = self.r.questions
        parts: list[Part] = [Heading(self.t(d.CHECKLIST))]
        if not asked:
            return [*parts, Lines((self.t(d.NO_QUESTION),))]
        parts += [Lines((self.t(d.CHECKLIST_NOTE),)), checklist(self, asked[:_QUESTIONS])]
        if len(asked) > _QUESTIONS:
            parts.append(Lines((self.t(d.CHECKLIST_REST, n=len(asked) - _QUESTIONS),)))
        return parts

    def waits(self, step: StrategyEntry) -> str:
        """Return what a step waits for: the steps that reach it, where the plan has them."""
        by = {number for one in step.after for number in self.reaching.get(one.id, ())}
        others = [one.label[self.lang] for one in step.after if one.id not in self.reaching]
        told = [self.t(d.ITS_STEPS, n=", ".join(map(str, sorted(by))))] if by else []
        return self.t(d.AFTER, what="; ".join([*told, *others])) if step.after else ""

    @cached_property
    def reaching(self) -> dict[str, set[int]]:
        """Return the steps of the plan that reach each milestone, by their numbers."""
        found: dict[str, set[int]] = defaultdict(set)
        for step, number in self.numbered.items():
            for name in REACHES:
                for milestone in self.case.view.values(name, step):
                    found[milestone].add(number)
        return found

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


def checklist(report: Front, asked: Sequence[Question], *, whom: bool = True) -> Grid:
    """Return questions to tick and to answer by hand, with whom to ask."""
    heads = (d.ASKED, w.QUESTION, *([w.ASK_OF] if whom else []), d.ANSWER)
    rows = []
    for question in asked:
        said, informants, _ = report.question(question)
        rows.append((d.TICK, said, *([informants] if whom else []), d.BLANK))
    return Grid(tuple(rows), tuple(map(report.t, heads)))
