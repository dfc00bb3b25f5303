"""The figures: what single answers change, what profiles get, how large the rules are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.analysis.check.answers import Answer, answers, effects_of, word_of
from kemitraan.case import concluded, examine
from kemitraan.fact import Fact
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.differences import told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario


@dataclass(frozen=True)
class Alone:
    """Answers stated alone, by their words (`forum=none`); of actors, of any kind.

    `silent` change nothing of the recommendation. Of the `adverse` ones, `unanswered` bring no
    diagnosis, need, step, condition, gap, warning, verdict or note of practice.
    """

    words: tuple[str, ...]
    silent: tuple[str, ...]
    adverse: tuple[str, ...]
    unanswered: tuple[str, ...]


def alone(base: RuleBase) -> Alone:
    """State every answer of the vocabulary alone in an otherwise empty profile."""
    by_word: dict[str, list[Answer]] = {}
    adverse = set()
    for attribute in base.vocabulary.attributes.values():
        if attribute.role == "input" and attribute.question:
            for answer in answers(base, attribute.id):
                by_word.setdefault(word_of(base, answer), []).append(answer)
                if answer.value in attribute.adverse:
                    adverse.add(word_of(base, answer))
    effects = effects_of(base, [one for found in by_word.values() for one in found])
    return Alone(
        words=tuple(by_word),
        silent=tuple(w for w, found in by_word.items() if not any(map(effects.changed.get, found))),
        adverse=tuple(word for word in by_word if word in adverse),
        unanswered=tuple(
            word
            for word, found in by_word.items()
            if word in adverse and not any(map(effects.answered, found))
        ),
    )


class Told:
    """What one profile is told."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.shown = case.base.shown
        self.told = told_of(case.view, case.admitted)

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """Return the verdict on each type; where rules give none, those that are recommended."""
        verdict = self.shown.filling("partnership_types", "verdict")
        if verdict:
            return {f.subject: f.value for f in self.told if f.attribute == verdict}
        concluded_type = self.shown.filling("partnership_types", "type")
        return {f.value: "recommended" for f in self.told if f.attribute == concluded_type}

    @property
    def types(self) -> int:
        """Return how many types have a verdict other than open."""
        return sum(verdict != "open" for verdict in self.verdicts.values())

    @property
    def recommended(self) -> bool:
        """Tell whether a type is recommended or a candidate."""
        return any(v.startswith(("recommended", "candidate")) for v in self.verdicts.values())

    @property
    def ready(self) -> bool:
        """Tell whether readiness has a value."""
        attribute = self.shown.filling("readiness", "partnership")
        return any(f.attribute == attribute and f.value != "not_assessable" for f in self.told)

    @cached_property
    def steps(self) -> frozenset[str]:
        """Return the steps of its own: recommended, and no row of the study's table."""
        return frozenset(fact.subject for fact in self._steps)

    @cached_property
    def _steps(self) -> list[Fact]:
        own = {
            one.attribute
            for one in self.shown.listed
            if one.section == "strategies" and one.advice and one.fills != "baseline"
        }
        return sorted(fact for fact in self.told if fact.attribute in own)

    @cached_property
    def adverse(self) -> list[Fact]:
        """Return what is in force and speaks against the sentra."""
        attributes = self.case.base.vocabulary.attributes
        return [
            fact
            for fact in self.case.fact_base.origin
            if fact.value in attributes[fact.attribute].adverse
        ]

    @cached_property
    def answered(self) -> list[Fact]:
        """Return the adverse facts that a step of its own answers.

        The proof of the step, or of a need that it answers, rests on the fact.
        """
        needs = {f for fact in self._steps for f in self._answers(fact.subject)}
        grounds = self._grounds([*self._steps, *needs])
        return [fact for fact in self.adverse if fact in grounds]

    @property
    def left(self) -> list[str]:
        """Return the words of the adverse facts without a step of its own."""
        kinds = {actor.id: actor.kind for actor in self.case.scenario.actors}
        return [
            word_of(self.case.base, Answer(f.attribute, kinds.get(f.subject, f.subject), f.value))
            for f in self.adverse
            if f not in self.answered
        ]

    def _answers(self, step: str) -> Iterable[Fact]:
        """Yield the needs held that a step answers."""
        words = self.case.base.vocabulary
        need = self.shown.filling("needs", "need")
        if not need:
            return
        scale = words.attributes[need].scale
        for name, values in words.entries[step][1].facts.items():
            if words.attributes[name].scale == scale:
                yield from (f for v in values if (f := Fact(need, SENTRA, v)) in self.told)

    def _grounds(self, facts: Iterable[Fact]) -> set[Fact]:
        """Return everything that any proof of these facts passes through."""
        derivations = self.case.inference.derivations
        found: set[Fact] = set()
        waiting = [*facts]
        while waiting:
            fact = waiting.pop()
            if fact not in found:
                found.add(fact)
                waiting += (p for d in derivations.get(fact, ()) for p in d.premises)
        return found


@dataclass(frozen=True)
class Answered:
    """What some profiles get, as shares of them; `adverse` is how many such facts each has.

    `all_answered` is a share of those that name any weakness, `facts_answered` one of the adverse
    facts; `left` counts those without a step, by their words.
    """

    profiles: int
    adverse: float
    a_verdict: float
    every_verdict: float
    recommended: float
    readiness: float
    own_step: float
    all_answered: float
    facts_answered: float
    left: Mapping[str, int]


def answered(base: RuleBase, scenarios: Iterable[Scenario]) -> Answered:
    """Return what profiles get under the default assumptions."""
    choice = {name: assumption.default for name, assumption in base.assumptions.items()}
    told = [Told(concluded(base, scenario, choice)) for scenario in scenarios]
    count = len(told)
    kinds = base.vocabulary.kinds
    types = len(kinds["partnership_type_entry"].entries) if "partnership_type_entry" in kinds else 1
    adverse = sum(len(one.adverse) for one in told)
    return Answered(
        profiles=count,
        adverse=adverse / count,
        a_verdict=_share(bool(one.types) for one in told),
        every_verdict=_share(one.types >= types for one in told),
        recommended=_share(one.recommended for one in told),
        readiness=_share(one.ready for one in told),
        own_step=_share(bool(one.steps) for one in told),
        all_answered=_share(len(one.answered) == len(one.adverse) for one in told if one.adverse),
        facts_answered=sum(len(one.answered) for one in told) / max(adverse, 1),
        left=Counter(word for one in told for word in one.left),
    )


def _share(found: Iterable[bool]) -> float:
    listed = [*found]
    return sum(listed) / max(len(listed), 1)


def shared_steps(base: RuleBase) -> tuple[int, int]:
    """Return how many own steps the cases of the study share, and how many they have in all."""
    steps: Sequence[frozenset[str]] = [
        Told(examine(case.id, base=base)).steps for case in base.study.cases
    ]
    return len(frozenset.intersection(*steps)), len(frozenset.union(*steps))
