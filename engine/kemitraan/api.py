"""The same as the command line, for Python: examine a scenario, recommend, ask why, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.case import Assume, Case, examine
from kemitraan.recommendation.build import SHOWN
from kemitraan.recommendation.model import Entry, Recommendation
from kemitraan.recommendation.view import conclusion_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.analysis.compare.comparison import Comparison
    from kemitraan.knowledge.language import Layer
    from kemitraan.logic.proof import Proof


def recommend(
    scenario: str | Path,
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: Path | None = None,
) -> Recommendation:
    """Return the recommendation for a scenario; see `examine` for the arguments and errors."""
    return examine(
        scenario,
        assume=assume,
        settings=settings,
        overlays=overlays,
        without=without,
        layers=layers,
        rules=rules,
    ).recommendation


def conclusions(case: Case) -> tuple[Entry, ...]:
    """Return everything the recommendation shows that `why` can explain."""
    view = case.view
    return tuple(
        Entry(
            id=fact.value,
            label=view.describe(fact),
            conclusion=conclusion_word(fact),
            rules=tuple(sorted({d.clause.rule for d in case.inference.derivations[fact]})),
        )
        for fact in case.admitted
        if fact.attribute in SHOWN
    )


def why(case: Case, conclusion: str) -> list[Proof]:
    """Return the proofs of what a word names: `partnership_type=supply_chain`, or just an id.

    An id stands for every shown conclusion about it or with it as value.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    from kemitraan.analysis.target import holding
    from kemitraan.logic.proof import explain

    return [explain(case.inference, fact) for fact in holding(case, conclusion)]


def compare(cases: Sequence[Case]) -> Comparison:
    """Return what the cases share and in what they differ, section by section."""
    from kemitraan.analysis.compare.comparison import compare as compare_recommendations

    guards = cases[0].base.guards if cases else ()
    return compare_recommendations([c.recommendation for c in cases], guards)
