"""What to ask next: only what can still change the answer, in the order of the recommendation.

Who takes part is asked once something is known. What is not known is counted as in `questions`.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.certain.certainty import ordered, told
from kemitraan.fact import Slot
from kemitraan.interview.answers import ACTORS
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.worlds.question_order import QuestionOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.interview.answers import Answers

_HEADLINES: Final = ("type", "readiness")


class Asking:
    """What is open after some answers; `headlines` are the verdicts and readiness."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        self.answers = answers
        over = case.completions.of
        undecided = [f for f in ordered(case, told(case)) if over[f].status == "possible"]
        headed = {a for name in _HEADLINES for a in case.base.shown.aspects.get(name, ())}
        self.headlines = [fact for fact in undecided if fact.attribute in headed]
        self.heads = self._order(self.headlines)
        self.whole = self._order(undecided)

    def after(self, answers: Answers) -> Asking:
        """Return what is open of the same case where more, or less, was passed over."""
        other = copy(self)
        other.answers = answers
        for name in ("open_heads", "open"):
            other.__dict__.pop(name, None)
        return other

    def _order(self, facts: Sequence[Fact]) -> QuestionOrder:
        found = self.case.completions
        return QuestionOrder(found.axes, {fact: found.of[fact] for fact in facts})

    @cached_property
    def open_heads(self) -> list[Slot]:
        """Return what bears on the verdicts or on readiness and was not asked."""
        return self._open(self.heads)

    @cached_property
    def open(self) -> list[Slot]:
        """Return all that can still change what is told and was not asked."""
        return self._open(self.whole)

    def _open(self, order: QuestionOrder) -> list[Slot]:
        attributes = self.case.base.vocabulary.attributes
        return [
            slot
            for slot in order.places
            if slot not in self.answers.unknown
            and attributes[slot.attribute].question is not None
            and attributes[slot.attribute].asked
        ]

    def following(self) -> Slot | None:
        """Return the next question; None where no answer can change anything any more."""
        begun = self.answers.profile.get(SENTRA) or self.answers.unknown
        if begun and not self.answers.actors and ACTORS not in self.answers.unknown:
            return ACTORS
        recommended = (
            Slot(question.attribute, subject.id)
            for question in self.case.recommendation.questions
            for subject in question.subjects
        )
        asked = set(self.open_heads or self.open)
        return next((slot for slot in recommended if slot in asked), None)

    def bears(self, slot: Slot, subject: str) -> bool:
        """Tell whether an answer bears on a headline: the verdict on a type, or readiness."""
        return any(fact.subject == subject for fact in self.heads.verdicts[slot])

    def settles(self, slot: Slot) -> list[Fact]:
        """Return what an answer may settle, the weightiest first; or else what it bears on."""
        verdicts = self.whole.verdicts_on(slot)
        return [f for f, verdict in verdicts.items() if any(verdict)] or [*verdicts]
