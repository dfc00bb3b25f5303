"""The figures: what single answers change, what profiles get, how large the rules are."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.analysis.check.answers import Answer, answers, effects_of, word_of
from kemitraan.case import concluded
from kemitraan.fact import Fact
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.differences import told
from kemitraan.scenario.model import Scenario
from kemitraan.scenario.patch import choice_of
from kemitraan.scenario.read import load_scenario
from kemitraan.worlds.axes import Axis
from kemitraan.worlds.space import Listed
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.shown import Section

NOTHING = Scenario("-", "-", None, None, (), (), "-")
"""A profile that says nothing."""


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
    """What some profiles are told, under the default assumptions; all at once.

    Sets of profiles are ints, with a bit for each.
    """

    def __init__(self, base: RuleBase, scenarios: Iterable[Scenario]) -> None:
        self.base = base
        listed = tuple(scenarios)
        self.count = len(listed)
        self.full = (1 << self.count) - 1
        axis = Axis("scenario", "", tuple(map(str, range(self.count))))
        worlds = Worlds(base, listed, choice_of(base), (axis,))
        space = Listed(worlds.sizes, [((0, n),) if n else () for n in range(self.count)])
        self.program = worlds.program
        self.given = worlds.given(space)
        targets = [fact for fact in self.program.bodies if fact.attribute in base.shown]
        self.holding = worlds.holding(space, self.given, self.program.cone(targets))
        admitted = worlds.admitted(self.holding, self.given, targets)
        self.told = told(concluded(base, NOTHING, choice_of(base)).view, admitted)

    def where(self, section: Section, field: str) -> dict[Fact, int]:
        """Return the profiles that are told each conclusion which fills a field."""
        attribute = self.base.shown.filling(section, field)
        return {fact: where for fact, where in self.told.items() if fact.attribute == attribute}

    @cached_property
    def verdicts(self) -> Mapping[str, Mapping[str, int]]:
        """Return, for each type, the profiles of each verdict; without any, those told the type."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for fact, where in self.where("partnership_types", "verdict").items():
            found[fact.subject][fact.value] = where
        if not found:
            for fact, where in self.where("partnership_types", "type").items():
                found[fact.value]["recommended"] = where
        return found

    @cached_property
    def steps(self) -> dict[Fact, int]:
        """Return the steps beyond the study's table, with the profiles that are told them."""
        own = {
            one.attribute
            for one in self.base.shown.listed
            if one.section == "strategies" and one.advice and one.fills != "baseline"
        }
        return {fact: where for fact, where in self.told.items() if fact.attribute in own}

    @cached_property
    def adverse(self) -> dict[Fact, int]:
        """Return what is stated and speaks against the sentra, with the profiles that state it."""
        attributes = self.base.vocabulary.attributes
        return {
            fact: given.stated
            for fact, given in self.given.items()
            if given.stated and fact.value in attributes[fact.attribute].adverse
        }

    @cached_property
    def left(self) -> dict[Fact, int]:
        """Return the adverse facts that no step answers, with the profiles.

        The proof of a step that answers a fact, or of a need which the step answers, rests on it.
        """
        return {fact: where & ~self._grounds.get(fact, 0) for fact, where in self.adverse.items()}

    @cached_property
    def unexplained(self) -> dict[Fact, int]:
        """Return those of `left` on which no warning and no note of practice rests either."""
        said = {
            fact: where
            for fact, where in self.told.items()
            if self.base.shown[fact.attribute].section in ("warnings", "practice")
        }
        grounds = self._behind(said)
        return {fact: where & ~grounds.get(fact, 0) for fact, where in self.left.items()}

    @cached_property
    def _grounds(self) -> Mapping[Fact, int]:
        """Return what the proofs of steps and of the needs they answer pass through."""
        found: dict[Fact, int] = defaultdict(int, self.steps)
        for step, where in self.steps.items():
            for need in self._answers(step.subject):
                found[need] |= where & self.told.get(need, 0)
        return self._behind(found)

    def _behind(self, concluded: Mapping[Fact, int]) -> Mapping[Fact, int]:
        """Return what the proofs of some conclusions pass through, with the profiles."""
        found: dict[Fact, int] = defaultdict(int, concluded)
        for group in reversed(self.program.order):
            for fact in group:
                for instance in self.program.bodies[fact] if found[fact] else ():
                    fired = found[fact] & self.holding.fired(instance)
                    for read in (f for choices in instance.positive for f in choices if fired):
                        found[read] |= fired & self.holding.worlds.get(read, 0)
        return found

    def _answers(self, step: str) -> list[Fact]:
        """Return the needs that a step answers."""
        words = self.base.vocabulary
        need = self.base.shown.filling("needs", "need")
        scale = words.attributes[need].scale if need else None
        facts = words.entries[step][1].facts.items()
        answered = (v for name, vs in facts if words.attributes[name].scale == scale for v in vs)
        return [Fact(need, SENTRA, value) for value in answered]


@dataclass(frozen=True)
class Answered:
    """What some profiles get, as shares of them; `adverse` is how many such facts each has.

    `all_answered` and `all_explained` (a step, or else a warning or note that says why none) are
    shares of those that name any weakness, `facts_answered` is one of the adverse facts; `own_step`
    counts no step that a profile gets which says nothing. `left` counts the facts without a step,
    by their words.
    """

    profiles: int
    adverse: float
    a_verdict: float
    every_verdict: float
    recommended: float
    readiness: float
    bound: float
    own_step: float
    all_answered: float
    all_explained: float
    facts_answered: float
    left: Mapping[str, int]


def answered(base: RuleBase, scenarios: Iterable[Scenario]) -> Answered:
    """Return what profiles get under the default assumptions."""
    of = Told(base, scenarios)
    everyones = Told(base, [NOTHING]).steps
    every, some = of.full, 0
    for verdicts in of.verdicts.values():
        settled = _any(where for value, where in verdicts.items() if value != "open")
        every, some = every & settled, some | settled
    recommended = _any(
        where
        for verdicts in of.verdicts.values()
        for value, where in verdicts.items()
        if value.startswith(("recommended", "candidate"))
    )
    shown, words = base.shown, base.vocabulary
    field = next(f for f in ("verdict", "type") if shown.filling("partnership_types", f))
    declared = words.attributes[shown.filling("partnership_types", field)]
    kind = declared.scale if declared.of == SENTRA else declared.of
    types = {entry.id for entry in words.kinds[kind].entries}
    valued = _any(
        where
        for fact, where in of.where("readiness", "partnership").items()
        if fact.value != "not_assessable"
    )
    bounded = _any(of.where("readiness", "at_most").values())
    adverse = sum(where.bit_count() for where in of.adverse.values())
    left: Counter[str] = Counter()
    for fact, where in of.left.items():
        left[word_of(base, Answer(*fact))] += where.bit_count()
    weak = _any(of.adverse.values())

    def share(profiles: int, among: int = of.full) -> float:
        return (profiles & among).bit_count() / max(among.bit_count(), 1)

    return Answered(
        profiles=of.count,
        adverse=adverse / of.count,
        a_verdict=share(some),
        every_verdict=share(every) if of.verdicts.keys() == types else 0.0,
        recommended=share(recommended),
        readiness=share(valued),
        bound=share(valued | bounded),
        own_step=share(_any(where for fact, where in of.steps.items() if fact not in everyones)),
        all_answered=share(~_any(of.left.values()), weak),
        all_explained=share(~_any(of.unexplained.values()), weak),
        facts_answered=1 - left.total() / max(adverse, 1),
        left=+left,
    )


def _any(sets: Iterable[int]) -> int:
    """Return the profiles in any of some sets."""
    found = 0
    for profiles in sets:
        found |= profiles
    return found


def shared_steps(base: RuleBase) -> tuple[int, int, int]:
    """Return how many own steps the cases of the study share, have in all, and are told alike.

    Told alike is a shared step of the same output and measure, by and with the same actors.
    """
    scenarios = [load_scenario(case.id, base) for case in base.study.cases]
    of = Told(base, scenarios)
    shared = {step.subject for step, where in of.steps.items() if where == of.full}
    told: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for scenario in scenarios:
        for one in concluded(base, scenario, choice_of(base)).recommendation.strategies:
            if one.id in shared:
                told[one.id].add((one.output, one.indicator, one.actor, one.together_with))
    alike = sum(len(ways) == 1 for ways in told.values())
    return len(shared), sum(map(bool, of.steps.values())), alike
