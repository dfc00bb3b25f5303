"""Puts a recommendation together from the conclusions of one inference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.further import further
from kemitraan.recommendation.made_with import Base, Choice, SentraInfo
from kemitraan.recommendation.model import Recommendation
from kemitraan.recommendation.practice import patterns, practice, routes
from kemitraan.recommendation.questions import questions
from kemitraan.recommendation.sections import Maker
from kemitraan.recommendation.strategies import strategies, strategy_table
from kemitraan.recommendation.verdicts import readiness, types
from kemitraan.recommendation.warnings import warnings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.guards import Withheld
    from kemitraan.recommendation.view import View


def build(
    view: View,
    withheld: Withheld,
    completions: Completions,
    settings: Sequence[str] = (),
    overlays: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Recommendation:
    """Return the recommendation for one scenario under one choice of assumptions.

    What a guard refuses is left out, and a warning says so.
    """
    hidden, refused = withheld
    scenario, choice = view.scenario, completions.worlds.choice
    maker = Maker(view, hidden, completions)
    now = view.inference.facts - hidden
    return Recommendation(
        sentra=SentraInfo(
            id=scenario.id,
            name=scenario.name,
            about=scenario.about,
            assessed_on=scenario.assessed_on,
            file=scenario.file,
        ),
        base=_base(view.base, choice, settings, overlays, without),
        potential=maker.potential(),
        diagnoses=maker.listed("diagnoses", "diagnosis"),
        actors=maker.actors(),
        causes=maker.listed("causes", "cause"),
        needs=maker.needs(),
        partnership_types=types(maker),
        strategies=strategies(maker),
        strategy_table=strategy_table(maker),
        readiness=readiness(maker),
        gaps=maker.gaps(),
        questions=questions(view, completions, choice, now),
        warnings=warnings(maker, refused),
        routes=routes(maker),
        patterns=patterns(maker),
        practice=practice(maker),
        further=further(maker),
    )


def _base(
    base: RuleBase,
    choice: Mapping[str, str],
    settings: Sequence[str],
    overlays: Sequence[str],
    without: Sequence[str],
) -> Base:
    chosen = [
        Choice(
            id=a.id,
            name=a.name,
            label=a.label,
            choice=choice[a.name],
            choice_label=a.alternative(choice[a.name]).label,
            default=a.default,
        )
        for a in sorted(base.assumptions.values(), key=lambda a: a.id)
    ]
    return Base(
        rules=base.digest,
        layers=tuple(base.layers),
        settings=tuple(settings),
        overlays=tuple(overlays),
        without=tuple(without),
        assumptions=tuple(c for c in chosen if c.choice != c.default),
        in_force=tuple(chosen),
    )
