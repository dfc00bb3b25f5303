"""The same as the command line, for Python: examine a scenario, recommend, ask why, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.case import Assume, Case, examine
from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.recommendation.build import SHOWN
from kemitraan.recommendation.model import Entry, Recommendation
from kemitraan.recommendation.naming import known_words, named
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.inference.facts import Fact
    from kemitraan.inference.proof import Proof
    from kemitraan.knowledge.rules import Layer
    from kemitraan.recommendation.compare import Comparison


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
    from kemitraan.inference.proof import explain

    return [explain(case.inference, fact) for fact in _meant(case, conclusion)]


def _meant(case: Case, word: str) -> list[Fact]:
    shown = [f for f in case.admitted if f.attribute in SHOWN]
    if found := named(case.view, word, case.admitted, shown):
        return found
    near = did_you_mean(nearest(word, known_words(case.view, shown)))
    raise InputError(
        [
            Fault(
                Place(case.scenario.file),
                Text(
                    f"tidak ada kesimpulan '{word}' untuk sentra ini",
                    f"nothing named '{word}' was concluded for this sentra",
                ),
                fix=near
                if near.id
                else Text(
                    "Jalankan `kemitraan why` tanpa kesimpulan untuk melihat daftarnya",
                    "Run `kemitraan why` without a conclusion to see the list",
                ),
            )
        ]
    )


def compare(cases: Sequence[Case]) -> Comparison:
    """Return what the cases share and in what they differ, section by section."""
    from kemitraan.recommendation.compare import compare as compare_recommendations

    guards = cases[0].base.guards if cases else ()
    return compare_recommendations([c.recommendation for c in cases], guards)
