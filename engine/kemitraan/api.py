"""The same as the command line, for Python: examine a scenario, recommend, ask why, compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.inference.infer import Inference, infer
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import fold
from kemitraan.recommendation.build import SHOWN, build
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.model import Entry, Recommendation
from kemitraan.recommendation.view import View, conclusion_word
from kemitraan.scenario.border import World, world
from kemitraan.scenario.read import choose, load_scenario, with_settings
from kemitraan.text import Text, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.inference.facts import Fact
    from kemitraan.inference.proof import Proof
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.rules import Layer
    from kemitraan.recommendation.compare import Comparison
    from kemitraan.scenario.model import Scenario

Assume = Mapping[str, str] | Sequence[str]
"""Choices of assumptions: `{"grouping_rule": "by_kind"}` or `["grouping_rule=by_kind"]`."""


@dataclass(frozen=True)
class Case:
    """One scenario under one choice of assumptions, with everything concluded from it."""

    base: RuleBase
    scenario: Scenario
    world: World
    inference: Inference
    recommendation: Recommendation

    @property
    def view(self) -> View:
        """Return the labelled look at all facts of this case."""
        return View(self.base, self.scenario, self.world, self.inference)


def examine(
    scenario: str | Path,
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: Path | None = None,
    base: RuleBase | None = None,
) -> Case:
    """Run one scenario and return everything about it.

    Args:
        scenario: path of a scenario file, or the name of a shipped one.
        assume: assumptions to choose otherwise than by default.
        settings: facts to set, as `attribute=value`, before the run (`--set`).
        layers: `("paper",)` leaves the practice layer out.
        rules: folder of another knowledge base.
        base: a knowledge base already loaded; `layers` and `rules` are then its own.

    Raises:
        InputError: the scenario, a choice, a setting or the rules have faults (all are listed).
    """
    base = base or load_rulebase(rules, layers=layers)
    faults: list[Fault] = []
    pairs = [f"{k}={v}" for k, v in assume.items()] if isinstance(assume, Mapping) else assume
    choice = choose(base, pairs, faults)
    read: Scenario | None = None
    try:
        read = load_scenario(scenario, base)
    except InputError as error:
        faults.extend(error.faults)
    if read is not None:
        read = with_settings(read, settings, base, faults)
    if faults or read is None:
        raise InputError(faults)
    seen = world(base, read, choice)
    inference = infer(base.clauses, seen.facts)
    made = build(base, read, seen, inference, choice, settings)
    return Case(base, read, seen, inference, made)


def recommend(
    scenario: str | Path,
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: Path | None = None,
) -> Recommendation:
    """Return the recommendation for a scenario; see `examine` for the arguments and errors."""
    return examine(
        scenario, assume=assume, settings=settings, layers=layers, rules=rules
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
        for fact in _admitted(case)
        if fact.attribute in SHOWN
    )


def _admitted(case: Case) -> list[Fact]:
    """Return what was concluded and passed the guards, without the parts of rules, in order."""
    hidden, _ = withheld(case.base, case.world, case.inference)
    return [f for f in case.inference.derived if "#" not in f.attribute and f not in hidden]


def why(case: Case, conclusion: str) -> list[Proof]:
    """Return the proofs of what a word names: `partnership_type=supply_chain`, or just an id.

    An id stands for every shown conclusion about it or with it as value.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    from kemitraan.inference.proof import explain

    return [explain(case.inference, fact) for fact in _meant(case, conclusion)]


def _meant(case: Case, word: str) -> list[Fact]:
    folded = fold(word.replace(":", "=").replace(" = ", "="))
    derived = _admitted(case)
    exact = [f for f in derived if fold(conclusion_word(f)) == folded]
    if exact:
        return exact
    view = case.view
    shown = [f for f in derived if f.attribute in SHOWN]

    def names(fact: Fact) -> set[str]:
        labels = [view.describe(fact)]
        words = {fact.attribute, f"{fact.subject}.{fact.attribute}"}
        for thing in (fact.subject, fact.value):
            if thing in view.vocabulary.entries or thing in view.actors:
                words.add(thing)
                labels.append(view.label(thing))
            elif thing == fact.value and thing not in {"yes", "no"}:
                words.add(thing)
        return {fold(w) for w in words} | {fold(t) for x in labels for t in (x.id, x.en)}

    named = [(f, names(f)) for f in shown]
    found = [f for f, words in named if folded in words]
    # The value of a fact says more than its subject: `supply_chain` means the type concluded.
    valued = [f for f in found if fold(f.value) == folded]
    if found:
        return valued or found
    known = {w for _, words in named for w in words} | {conclusion_word(f) for f in shown}
    near = did_you_mean(nearest(folded, known))
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
