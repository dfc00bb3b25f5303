"""Thresholds: how far a measured figure, or the cut-off it was held against, can move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.analysis.thresholds.interval import Interval, steadiness
from kemitraan.analysis.thresholds.model import (
    Bound,
    Measurable,
    Measured,
    Relevelled,
    Span,
    Table,
    Thresholds,
    Turn,
)
from kemitraan.knowledge.assumptions import Cutoff
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.logic.infer import infer
from kemitraan.recommendation.differences import moved, told_of
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.lines import Lines
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import in_words
from kemitraan.worlds.fact_base import fact_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kemitraan.analysis.thresholds.interval import Steadiness
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.assumptions import Alternative, Assumption
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.scenario.model import Claim, Scenario
    from kemitraan.text import Text
    from kemitraan.worlds.fact_base import FactBase


def thresholds(case: Case) -> Thresholds:
    """Return how far each measured figure and each cut-off can move, and what flips beyond."""
    return _Thresholds(case).found()


class _Thresholds:
    """Moves figures and bounds of one case, and infers again."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.words = case.base.vocabulary
        self.view = case.view
        self.claims = [c for c in case.scenario.claims if c.figure is not None]
        self._shown: dict[object, frozenset[Fact]] = {}

    def found(self) -> Thresholds:
        attributes = [a for a in self.words.attributes.values() if a.figure is not None]
        measured = {c.attribute for c in self.claims}
        return Thresholds(
            measured=tuple(self.measured(c) for c in self.ordered()),
            tables=tuple(self.table(a) for a in attributes if a.id in measured and self.steps(a)),
            measurable=tuple(self.measurable(a) for a in attributes),
        )

    def ordered(self) -> list[Claim]:
        subjects = list(self.words.entries) + sorted(self.view.actors)
        return sorted(
            self.claims,
            key=lambda c: (
                self.words.rank[c.attribute],
                subjects.index(c.subject) if c.subject in subjects else -1,
                c.figure or 0,
                c.source,
                c.place,
            ),
        )

    def measurable(self, attribute: Attribute) -> Measurable:
        assumption = self.assumption(attribute)
        return Measurable(
            attribute=attribute.id,
            label=self.name(attribute),
            unit=self.unit(attribute),
            assumption=assumption.id,
        )

    def unit(self, attribute: Attribute) -> Text:
        return attribute.figure.unit if attribute.figure else attribute.label

    def assumption(self, attribute: Attribute) -> Assumption:
        found = self.case.base.assumption(attribute.figure.cutoffs) if attribute.figure else None
        if found is None:
            raise KeyError(attribute.id)
        return found

    def steps(self, attribute: Attribute) -> tuple[Cutoff, ...]:
        """Return the cut-offs in force, in the order they are tried."""
        return self.chosen(attribute).cutoffs.get(attribute.id, ())

    def chosen(self, attribute: Attribute) -> Alternative:
        """Return the alternative in force of the assumption that holds the cut-offs."""
        assumption = self.assumption(attribute)
        return assumption.alternative(self.case.choice[assumption.name])

    # Moving a figure

    def measured(self, claim: Claim) -> Measured:
        attribute = self.words.attributes[claim.attribute]
        steps = self.steps(attribute)
        figure = claim.figure or 0.0
        return Measured(
            attribute=claim.attribute,
            subject=claim.subject,
            label=self.label(claim),
            unit=self.unit(attribute),
            figure=figure,
            sources=claim.source,
            assumption=self.assumption(attribute).id,
            level=self.level(attribute, figure, steps),
            span=self.figure_span(claim, attribute, steps) if steps else None,
        )

    def figure_span(self, claim: Claim, attribute: Attribute, steps: Sequence[Cutoff]) -> Span:
        def moved(figure: float) -> frozenset[Fact]:
            scenario = self.case.scenario
            claims = tuple(replace(c, figure=figure) if c is claim else c for c in scenario.claims)
            return self.after(self.case.base, replace(scenario, claims=claims))

        def relevelled(to: float) -> tuple[Relevelled, ...]:
            return self.relevelled(attribute, [(claim, to)], steps)

        figure = claim.figure or 0.0
        whole = self.whole(attribute, [figure])
        # No more years can be to come than have passed.
        limits = Interval(0.0 if whole else None, whole, None, False, whole)
        steady = steadiness(figure, [bound for bound, _ in _bounded(steps)], moved, limits)
        return self.span(steady, relevelled, moved)

    def whole(self, attribute: Attribute, numbers: Iterable[float]) -> bool:
        """Tell whether only whole numbers make sense: years since something."""
        since = attribute.figure is not None and attribute.figure.since
        return since and all(number.is_integer() for number in numbers)

    # Moving a bound

    def table(self, attribute: Attribute) -> Table:
        assumption, chosen = self.assumption(attribute), self.chosen(attribute)
        steps = self.steps(attribute)
        return Table(
            attribute=attribute.id,
            label=self.name(attribute),
            unit=self.unit(attribute),
            assumption=assumption.id,
            assumption_label=assumption.label,
            choice=Labelled(id=chosen.id, label=chosen.label),
            bounds=tuple(
                self.bound(attribute, steps, position) for position in range(len(_bounded(steps)))
            ),
        )

    def bound(self, attribute: Attribute, steps: tuple[Cutoff, ...], position: int) -> Bound:
        """Return a bound with how far it can move. Only the last step may be without one."""
        bounds = [bound for bound, _ in _bounded(steps)]
        bound, included = _bounded(steps)[position]
        own = [(c, c.figure or 0.0) for c in self.claims if c.attribute == attribute.id]
        figures = [figure for _, figure in own]
        limits = Interval(
            max((b for b in bounds if b < bound), default=None),
            False,
            min((b for b in bounds if b > bound), default=None),
            False,
            self.whole(attribute, [*figures, *bounds]),
        )

        def moved_steps(to: float) -> tuple[Cutoff, ...]:
            level = steps[position].level
            new = Cutoff(level=level, at_least=to) if included else Cutoff(level=level, above=to)
            return (*steps[:position], new, *steps[position + 1 :])

        def moved(to: float) -> frozenset[Fact]:
            chosen = self.chosen(attribute)
            changed = replace(chosen, cutoffs={**chosen.cutoffs, attribute.id: moved_steps(to)})
            base = _with_alternative(self.case.base, self.assumption(attribute), changed)
            return self.after(base, self.case.scenario)

        def relevelled(to: float) -> tuple[Relevelled, ...]:
            return self.relevelled(attribute, own, moved_steps(to))

        steady = steadiness(bound, figures, moved, limits)
        level = self.view.labelled(attribute.id, steps[position].level)
        if level is None:
            raise KeyError(steps[position].level)
        return Bound(
            level=level,
            bound=bound,
            included=included,
            within=limits,
            span=self.span(steady, relevelled, moved),
        )

    # What follows

    def after(self, base: RuleBase, scenario: Scenario) -> frozenset[Fact]:
        """Return what a recommendation shows of a scenario read with the cut-offs of a base."""
        seen = fact_base(base, scenario, self.case.choice)
        key = (seen.facts, frozenset(seen.origin))
        if key not in self._shown:
            # Cut-offs act in reading in alone: the clauses of the case stay good.
            self._shown[key] = self.shown(seen)
        return self._shown[key]

    def shown(self, seen: FactBase) -> frozenset[Fact]:
        """Return what a recommendation tells of a world."""
        inference = infer(self.case.base.clauses, seen.facts)
        hidden, _ = withheld(self.case.base, seen, inference)
        return told_of(self.view, (f for f in inference.derived if f not in hidden))

    def span(
        self,
        steady: Steadiness,
        relevelled: Callable[[float], tuple[Relevelled, ...]],
        outcome: Callable[[float], frozenset[Fact]],
    ) -> Span:
        """Return where nothing changes, with what does beyond: other levels, other conclusions."""
        now = self.after(self.case.base, self.case.scenario)

        def turn(to: float | None) -> Turn | None:
            if to is None:
                return None
            found = moved(Lines(self.view, now), now ^ outcome(to))
            return Turn(figures=relevelled(to), differences=found)

        return Span(interval=steady.interval, below=turn(steady.below), above=turn(steady.above))

    def relevelled(
        self,
        attribute: Attribute,
        now: Iterable[tuple[Claim, float]],
        steps: Sequence[Cutoff],
    ) -> tuple[Relevelled, ...]:
        """Return the figures that other figures or steps give another level."""
        return tuple(
            Relevelled(label=self.label(claim), figure=claim.figure or 0.0, before=before, now=then)
            for claim, figure in now
            if (before := self.level(attribute, claim.figure or 0.0, self.steps(attribute)))
            != (then := self.level(attribute, figure, steps))
        )

    # Words

    def name(self, attribute: Attribute) -> Text:
        """Return what an attribute is called, with the kind of subject it is of."""
        if attribute.of == SENTRA:
            return attribute.label
        return in_words(attribute.label, self.words.kinds[attribute.of].label, None)

    def label(self, claim: Claim) -> Text:
        """Return what was measured in words."""
        attribute = self.words.attributes[claim.attribute]
        if claim.subject == SENTRA:
            return attribute.label
        owner = self.view.actors.get(claim.subject) or self.view.label(claim.subject)
        if claim.attribute in self.view.shorthand:
            return owner
        return in_words(attribute.label, owner, None)

    def level(
        self, attribute: Attribute, figure: float, steps: Sequence[Cutoff]
    ) -> Labelled | None:
        """Return the level that the first step which takes a figure gives it."""
        found = next((s.level for s in steps if s.takes(figure)), None)
        return self.view.labelled(attribute.id, found)


def _bounded(steps: Iterable[Cutoff]) -> list[tuple[float, bool]]:
    """Return the bounds of the steps that have one, each with whether it is included."""
    found: list[tuple[float, bool]] = []
    for step in steps:
        if step.at_least is not None:
            found.append((step.at_least, True))
        elif step.above is not None:
            found.append((step.above, False))
    return found


def _with_alternative(base: RuleBase, assumption: Assumption, changed: Alternative) -> RuleBase:
    """Return the base with another alternative of that id in an assumption."""
    alternatives = (changed if a.id == changed.id else a for a in assumption.alternatives)
    new = replace(assumption, alternatives=tuple(alternatives))
    return replace(base, assumptions={**base.assumptions, assumption.name: new})
