"""What to find out first, as the recommendation has it, and how much each answer would settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.certain.certainty import ordered, told
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.questions import asking
from kemitraan.recommendation.view import conclusion_word, slot_label, slot_word
from kemitraan.text import Text
from kemitraan.worlds.combinations import SAMPLE
from kemitraan.worlds.question_order import Effort, QuestionOrder

if TYPE_CHECKING:
    from kemitraan.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(Data):
    """Something unknown, whom to ask, and how many undecided conclusions an answer settles.

    `mean` is the number over the answers followed up, each counted alike; `worst` and `best` that
    of the answers which settle least and most. `settles` lists what some answer settles, the
    weightiest first; `rules` wait for an answer. `about` is the actor it is asked about, if any.
    """

    id: str
    label: Text
    about: Labelled | None
    question: Text
    informants: Text
    mean: float
    worst: int
    best: int
    settles: tuple[Labelled, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OpenQuestions(Published):
    """What is undecided, and the questions that bear on it, as the recommendation orders them.

    `verdicts` and `whole` tell how many questions remain until these are settled. `sample`
    is the number of completions drawn where there were too many, None where all is exact.
    """

    kind: ClassVar[str] = "questions"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "questions": ("label", "question", "informants", "mean"),
    }

    sentra: Labelled
    unknown: int
    undecided: int
    verdicts: Effort
    whole: Effort
    sample: int | None
    questions: tuple[OpenQuestion, ...]


def open_questions(case: Case) -> OpenQuestions:
    """Return what to find out first, and how many questions remain."""
    found = case.completions
    undecided = [f for f in ordered(case, told(case)) if found.of[f].status == "possible"]
    asks = QuestionOrder(found.axes, {fact: found.of[fact] for fact in undecided})
    view, types = case.view, case.base.shown.aspects["type"]
    asked = case.recommendation.questions
    waiting = {(q.attribute, subject.id): q.rules for q in asked for subject in q.subjects}
    order = {key: place for place, key in enumerate(waiting)}
    listed = []
    for slot in sorted(asks.places, key=lambda slot: order.get(slot, len(order))):
        verdicts = asks.verdicts[slot]
        worth = asks.worth(verdicts.values())
        ask = asking(view, *slot)
        listed.append(
            OpenQuestion(
                id=slot_word(view, slot),
                label=slot_label(view, slot),
                about=Labelled(id=slot[1], label=view.actors[slot[1]])
                if view.vocabulary.attributes[slot[0]].of == ACTOR
                else None,
                question=ask.question,
                informants=ask.informants,
                mean=round(worth.mean, 4),
                worst=min(worth.counts),
                best=max(worth.counts),
                settles=tuple(
                    Labelled(id=conclusion_word(f), label=view.describe(f))
                    for f in undecided
                    if any(verdicts.get(f, ()))
                ),
                rules=waiting.get(slot, ()),
            )
        )
    return OpenQuestions(
        sentra=case.sentra,
        unknown=len(case.fact_base.unknown),
        undecided=len(undecided),
        verdicts=asks.effort([f for f in undecided if f.attribute in types]),
        whole=asks.greedy(undecided),
        sample=SAMPLE if not all(found.of[f].exact for f in undecided) else None,
        questions=tuple(listed),
    )
