"""A recommendation on one screen: the answer, what to do, how firm it is, what to ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.report import words as w
from kemitraan.report.firm import READY, firm_rows, rows_of
from kemitraan.report.kit import cut
from kemitraan.report.parts import Grid, Heading, Lines, Part, as_text
from kemitraan.report.recommendation import RecommendationReport
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.recommendation.model import Question, Recommendation, StrategyEntry, TypeEntry
    from kemitraan.report.firm import Firm
    from kemitraan.text import Lang

ROWS: Final = 39
"""What a terminal of 40 rows shows above the prompt."""
COLUMNS: Final = 80
QUESTIONS: Final = 3
_ROOM: Final = ((5, 3, 3), (4, 3, 3), (3, 3, 3), (3, 2, 3), (3, 1, 3), (3, 1, 2))
"""How many steps, names in a list and questions are told: the first that fit."""
_BLANK: Final = ("", "")

TYPE = Text("Jenis", "Type")
ROUTE = Text("Jalur", "Route")
REPAIR = Text("Benahi", "Repair")
ASK = Text("Tanyakan", "Ask first")
BECAUSE = Text("{said}, karena {why}", "{said}, because {why}")
LACKS = Text("yang kurang: {what}", "lacking: {what}")
MAY_BE = Text("dapat menjadi: {what}", "may become: {what}")
MAY_RANGE = Text(
    "dapat menjadi apa saja dari {first} sampai {last}",
    "may become anything from {first} to {last}",
)
MEASURE = Text("{said} Ukuran: {measure}.", "{said} Measure: {measure}.")
NUMBERED = Text("{n}. {said}", "{n}. {said}")
ASKED_OF = Text("{question} (kepada: {whom})", "{question} (ask: {whom})")
SETTLED = Text(
    "tidak ada yang dapat mengubah anjuran", "nothing whose answer could change the advice"
)
MORE = Text(
    "Semuanya: tambahkan --full. Alasan: kemitraan why {sentra}. Begitu pula kemitraan certain "
    "(yang belum diketahui) dan kemitraan robust (asumsi).",
    "All of it: add --full. Why: kemitraan why {sentra}. Likewise kemitraan certain (what is "
    "unknown) and kemitraan robust (assumptions).",
)


def screen_parts(
    recommendation: Recommendation, firm: Sequence[Firm], lang: Lang, reference: str
) -> list[Part]:
    """Return a recommendation as it stands on one screen, without the codes of rules and sources.

    Of the next steps as many are told as there is room for, three to five.
    """
    parts: list[Part] = []
    for steps, names, questions in _ROOM:
        parts = Screen(recommendation, lang, reference, names).told(firm, steps, questions)
        if as_text(parts, COLUMNS).count("\n") <= ROWS:
            break
    return parts


class Screen(RecommendationReport):
    """Writes the rows of the screen: a name, and what it is; of long lists `names` names."""

    def __init__(
        self, recommendation: Recommendation, lang: Lang, reference: str, names: int
    ) -> None:
        super().__init__(recommendation, lang, reference)
        self.most = names

    def told(self, firm: Sequence[Firm], steps: int, questions: int) -> list[Part]:
        sentra = self.r.sentra
        when = f" ({self.t(w.ASSESSED, when=sentra.assessed_on)})" if sentra.assessed_on else ""
        rows = [row for group in self.groups(firm, steps, questions) for row in (*group, _BLANK)]
        more = Lines((self.t(MORE, sentra=self.reference),))
        return [Heading(sentra.name + when, 1), Grid(tuple(rows[:-1])), more]

    def groups(
        self, firm: Sequence[Firm], steps: int, questions: int = QUESTIONS
    ) -> tuple[list[tuple[str, str]], ...]:
        """Return the rows that belong together: decision, steps, how firm it is, questions."""
        return (
            [*self.verdicts(), *self.ready()],
            [*self.steps(steps)],
            firm_rows(firm, self.lang),
            rows_of(self.t(ASK), self.first_questions(questions)),
        )

    def verdicts(self) -> Iterator[tuple[str, str]]:
        yield from rows_of(self.t(TYPE), [self.short(one) for one in self.r.partnership_types])
        focuses = [focus for one in self.r.partnership_types for focus in one.focus]
        if focuses:
            yield self.t(w.FOCUS), self.few([f.label for f in focuses])
        if self.r.routes and not any(one.fit for one in self.r.partnership_types):
            yield self.t(ROUTE), self.few([route.label for route in self.r.routes])

    def short(self, entry: TypeEntry) -> str:
        """Return the verdict on a type, why, and what decides it or would make it better."""
        said = f"{entry.label[self.lang]}: {entry.verdict.label[self.lang]}"
        if entry.fit:
            said += f", {entry.fit.label[self.lang]}"
        said = self.with_reasons(said, entry.because)
        for word, items in ((w.WAITS_FOR, entry.waits_for), (w.NOT_SHOWN, entry.lacking)):
            if items:
                said += f"; {self.t(word, what=self.few([i.label for i in items]))}"
        return said

    def ready(self) -> Iterator[tuple[str, str]]:
        ready = self.r.readiness
        if ready.partnership is None:
            yield self.t(READY), self.t(w.NOT_KNOWN)
        else:
            said = self.with_reasons(ready.partnership.label[self.lang], ready.because)
            others = [v.label for v in ready.possible if v.id != ready.partnership.id]
            if ready.lacking:
                said += f"; {self.t(LACKS, what=self.few([e.label for e in ready.lacking]))}"
            if len(others) > 2:
                said += f"; {self.t(MAY_RANGE, first=others[0], last=others[-1])}"
            elif others:
                said += f"; {self.t(MAY_BE, what=self.few(others))}"
            yield self.t(READY), said
        if self.r.potential.weak:
            yield self.t(REPAIR), self.few([e.label for e in self.r.potential.weak])

    def steps(self, most: int) -> Iterator[tuple[str, str]]:
        first = [one for one in self.r.strategies if one.phase in ("now", "next")][:most]
        for number, step in enumerate(first, 1):
            yield self.t(w.STEP, n=number), self.step(step)
        if not first:
            yield self.t(w.STEP, n=1), self.t(w.NO_STEP)

    def step(self, step: StrategyEntry) -> str:
        said = f"{self.who(step)}: {step.programme[self.lang]}"
        if step.phase == "next" and step.after:
            said += f" ({self.when(step)})"
        return self.t(MEASURE, said=f"{said}.", measure=step.indicator)

    def first_questions(self, most: int) -> list[str]:
        if not self.r.questions:
            return [self.t(SETTLED)]
        asked = (self.first_question(one) for one in self.r.questions[:most])
        return [self.t(NUMBERED, n=n, said=said) for n, said in enumerate(asked, 1)]

    def first_question(self, question: Question) -> str:
        return self.t(ASKED_OF, question=self.question(question)[0], whom=question.informants)

    def with_reasons(self, said: str, because: Sequence[Text]) -> str:
        return self.t(BECAUSE, said=said, why=self.reasons(because)) if because else said

    def few(self, labels: Sequence[Text]) -> str:
        return cut([label[self.lang] for label in labels], self.most, self.lang)
