"""How certain the advice of a row is, and what to ask first: from the recommendation itself.

Profiles that say the same share one answer; so a table that says little takes little time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.case import concluded
from kemitraan.fact import Slot
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.portfolio.advice import READINESS, Column, Head
from kemitraan.portfolio.advice import heads as heads_of_advice
from kemitraan.progress import steps
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import slot_word
from kemitraan.report.firm import READY
from kemitraan.report.screen import ASKED_OF
from kemitraan.report.words import ALSO_ABOUT
from kemitraan.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario

QUESTIONS: Final = 3
SETTLED = Text("Sudah pasti dari yang diketahui", "Settled by what is known")
OPEN = Text("Bergantung pada yang belum diketahui", "Hangs on what is unknown")
ASK = Text("Tanyakan {n}", "Ask {n}")


@dataclass(frozen=True)
class Asked:
    """Of one profile: which headlines are settled, which are open, and the first questions.

    `names` tells what each question is about in a word or two.
    """

    settled: tuple[Labelled, ...]
    open: tuple[Labelled, ...]
    questions: tuple[Labelled, ...]
    names: Mapping[str, Text]


def heads_of_asking() -> tuple[Head, ...]:
    """Return the columns that are worked out profile by profile, in their order."""
    asked = (Head(f"ask_{n}", ASK.format(n=n)) for n in range(1, QUESTIONS + 1))
    return (Head("settled", SETTLED), Head("open", OPEN), *asked)


class Asking:
    """Answers for one profile after the other, under one choice of assumptions."""

    def __init__(self, base: RuleBase, choice: Mapping[str, str]) -> None:
        self.base = base
        self.choice = choice
        self.names: dict[str, Text] = {}
        self._known: dict[object, Asked] = {}

    def columns(self, profiles: Sequence[tuple[Scenario, int]]) -> list[Column]:
        """Return the columns of some rows; each profile stands for the rows that say the same."""
        heads = heads_of_asking()
        values: dict[Head, dict[Labelled, int]] = {head: {} for head in heads}
        for profile, rows in steps(profiles, len(profiles)):
            asked = self.of(profile)
            listed = (asked.settled, asked.open, *((one,) for one in asked.questions))
            for head, told in zip(heads, listed, strict=False):
                for value in told:
                    values[head][value] = values[head].get(value, 0) | rows
        order = {one.id: place for place, one in enumerate(heads_of_advice(self.base))}
        return [
            # A question comes alone; of the headlines there may be several, in their order.
            Column(head, sorted(values[head].items(), key=lambda v: order.get(v[0].id, 0)))
            for head in heads
        ]

    def of(self, profile: Scenario) -> Asked:
        """Return the answer for one profile."""
        key = (profile.id, profile.claims, profile.actors)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _asked(concluded(self.base, profile, self.choice))
            self.names.update(known.names)
        return known


def _asked(case: Case) -> Asked:
    shown, words = case.base.shown, case.base.vocabulary
    verdict = shown.filling("partnership_types", "verdict")
    ready = shown.filling("readiness", "partnership")
    told: dict[bool, list[Labelled]] = {True: [], False: []}
    order = list(case.view.owners(verdict)) if verdict else []
    headlines = [f for f in case.admitted if f.attribute in (verdict, ready)]
    headlines.sort(key=lambda f: order.index(f.subject) if f.subject in order else len(order))
    for fact in headlines:
        of = READY if fact.subject == SENTRA else case.view.label(fact.subject)
        name = READINESS if fact.subject == SENTRA else fact.subject
        told[case.completions.surely(fact)].append(Labelled(id=name, label=of))
    questions, names = [], {}
    for asked in case.recommendation.questions[:QUESTIONS]:
        question, slot = asked.question, Slot(asked.attribute, asked.subjects[0].id)
        about = [s.label for s in asked.subjects if s.id in case.view.actors]
        if about:
            question = ALSO_ABOUT.format(question=question, subjects=joined(about))
        label = ASKED_OF.format(question=question, whom=asked.informants)
        of_actor = words.attributes[asked.attribute].of == ACTOR
        word = asked.attribute if of_actor else slot_word(case.view, slot)
        questions.append(Labelled(id=word, label=label))
        names[word] = asked.label
    return Asked(tuple(told[True]), tuple(told[False]), tuple(questions), names)
