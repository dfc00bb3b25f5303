"""Puts a recommendation together from the conclusions of one inference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.further import further
from kemitraan.recommendation.model import Recommendation
from kemitraan.recommendation.practice import patterns, practice, routes
from kemitraan.recommendation.questions import questions
from kemitraan.recommendation.sections import Maker
from kemitraan.recommendation.strategies import strategies, strategy_table
from kemitraan.recommendation.verdicts import readiness, types
from kemitraan.recommendation.warnings import warnings

if TYPE_CHECKING:
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.guards import Withheld
    from kemitraan.recommendation.made_with import Base, SentraInfo
    from kemitraan.recommendation.view import View


def build(
    view: View,
    withheld: Withheld,
    completions: Completions,
    sentra: SentraInfo,
    base: Base,
) -> Recommendation:
    """Return the recommendation for one scenario under one choice of assumptions.

    What a guard refuses is left out, and a warning says so.
    """
    hidden, refused = withheld
    maker = Maker(view, hidden, completions)
    now = view.inference.facts - hidden
    return Recommendation(
        sentra=sentra,
        base=base,
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
        questions=questions(view, completions, completions.worlds.choice, now),
        warnings=warnings(maker, refused),
        routes=routes(maker),
        patterns=patterns(maker),
        practice=practice(maker),
        further=further(maker),
    )
