"""What was concluded and can be explained, and the proofs of what a word names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.target import holding
from kemitraan.logic.proof import explain
from kemitraan.recommendation.model import Entry
from kemitraan.recommendation.view import conclusion_word

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.logic.proof import Proof


def conclusions(case: Case) -> tuple[Entry, ...]:
    """Return everything the recommendation shows that `why` can explain."""
    view = case.view
    return tuple(
        Entry(
            id=fact.value,
            label=view.describe(fact),
            conclusion=conclusion_word(fact),
            rules=case.inference.rules([fact]),
        )
        for fact in case.admitted
        if fact.attribute in case.base.shown
    )


def why(case: Case, conclusion: str) -> list[Proof]:
    """Return the proofs of what a word names: `supply_chain.verdict=recommended`, or just an id.

    An id stands for every shown conclusion about it or with it as value.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    return [explain(case.inference, fact) for fact in holding(case, conclusion)]
