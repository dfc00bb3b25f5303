"""One scenario under one choice of assumptions, with everything concluded from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.infer import Inference, infer
from kemitraan.recommendation.build import build
from kemitraan.recommendation.completions import Completions
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.made_with import made_with, sentra_info
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import View
from kemitraan.scenario.overlay import load_overlays
from kemitraan.scenario.patch import choice_of, chosen, disagreements, laid_on, patched
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.typed import typed
from kemitraan.text import same
from kemitraan.worlds.fact_base import FactBase, fact_base

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.fact import Fact
    from kemitraan.knowledge.language import Layer
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.guards import Withheld
    from kemitraan.recommendation.made_with import Base, SentraInfo
    from kemitraan.recommendation.model import Recommendation
    from kemitraan.scenario.model import Scenario
    from kemitraan.scenario.overlay import Overlay

Assume = Mapping[str, str] | Sequence[str]
"""Choices of assumptions: `{"grouping_rule": "by_kind"}` or `["grouping_rule=by_kind"]`."""


@dataclass(frozen=True, repr=False)
class Case:
    """One scenario under one choice of assumptions, with everything concluded from it.

    `scenario` has overlays and settings in it, `base` lacks the rules switched off (`without`)
    and has those that overlays add; `choice` names the alternative of every assumption.
    """

    base: RuleBase
    scenario: Scenario
    choice: Mapping[str, str]
    settings: tuple[str, ...]
    fact_base: FactBase
    inference: Inference
    overlays: tuple[Overlay, ...] = ()
    without: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Case(sentra={self.scenario.id!r}, base={self.base!r})"

    def _repr_html_(self) -> str:
        return self.recommendation._repr_html_()

    @cached_property
    def sentra(self) -> Labelled:
        """Return the sentra by its id and name."""
        return Labelled(id=self.scenario.id, label=same(self.scenario.name))

    @cached_property
    def view(self) -> View:
        """Return the labelled look at all facts of this case."""
        return View(self.base, self.scenario, self.fact_base, self.inference)

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """Return the subjects of each kind: the sentra, its actors, a catalogue's entries."""
        found = {k.id: tuple(e.id for e in k.entries) for k in self.base.vocabulary.kinds.values()}
        actors = tuple(sorted(actor.id for actor in self.scenario.actors))
        return found | {SENTRA: (SENTRA,), ACTOR: actors}

    @cached_property
    def completions(self) -> Completions:
        """Return every way of completing what is unknown, and what is shown then."""
        return Completions(self.base, self.scenario, self.choice, self.fact_base.unknown)

    @cached_property
    def recommendation(self) -> Recommendation:
        """Return what is advised."""
        return build(self.view, self.withheld, self.completions, self.info, self.made_with)

    @cached_property
    def info(self) -> SentraInfo:
        """Return which profile this is."""
        return sentra_info(self.scenario)

    @cached_property
    def made_with(self) -> Base:
        """Return the rules, changes and assumptions that are in it."""
        overlays = sorted({o.id for o in self.overlays})
        return made_with(self.base, self.choice, self.settings, overlays, self.without)

    @cached_property
    def withheld(self) -> Withheld:
        """Return what the guards keep back, and which guard refused what."""
        return withheld(self.base, self.fact_base, self.inference)

    @cached_property
    def admitted(self) -> tuple[Fact, ...]:
        """Return what was concluded and passed the guards, without the parts of rules, sorted."""
        hidden, _ = self.withheld
        return tuple(
            f for f in self.inference.derived if "#" not in f.attribute and f not in hidden
        )

    def changed(
        self,
        *,
        assume: Assume = (),
        settings: Sequence[str] = (),
        overlays: Sequence[str | Path] = (),
        without: Sequence[str] = (),
    ) -> Case:
        """Return this case with something changed; see `examine` for arguments and errors."""
        faults: list[Fault] = []
        own, files = edits_of(self.base, assume, settings, overlays, without, faults)
        faults.extend(disagreements((own, *files), self.base))
        base = patched(self.base, (own, *files), faults)
        scenario = laid_on(self.scenario, (*files, own), self.base, faults)
        if faults:
            raise InputError(faults)
        return concluded(
            base,
            scenario,
            {**self.choice, **chosen((own, *files))},
            (*self.settings, *settings),
            (*self.overlays, *files),
            sorted({*self.without, *own.without}),
        )


def examine(
    scenario: str | Path | Mapping[str, Any] | Scenario,
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path | Overlay] = (),
    without: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: str | Path | None = None,
    base: RuleBase | None = None,
) -> Case:
    """Run one scenario and return everything about it.

    Args:
        scenario: path of a scenario file, the name of a shipped one, or a dict that holds what a
            file would: `{"id": …, "name": …, "sentra": {…}, "actors": {…}}`; or one read already.
        assume: assumptions to choose otherwise than by default.
        settings: facts to set, as `attribute=value`, before the run (`--set`).
        overlays: paths of overlay files, names of shipped ones, or what was read of one; their
            order does not matter.
        without: ids of rules to switch off.
        layers: `("paper",)` leaves the practice layer out.
        rules: folder of another knowledge base.
        base: a knowledge base already loaded; `layers` and `rules` are then its own.

    Raises:
        InputError: the scenario, a choice, a setting or the rules have faults (all are listed), or
            two of the overlays, settings and choices say different things of one thing.
    """
    base = base or load_rulebase(rules, layers=layers)
    faults: list[Fault] = []
    own, files = edits_of(base, assume, settings, overlays, without, faults)
    faults.extend(disagreements((own, *files), base))
    changed = patched(base, (own, *files), faults)
    try:
        read = load_scenario(scenario, base)
    except InputError as error:
        raise InputError([*faults, *error.faults]) from None
    read = laid_on(read, (*files, own), base, faults)
    if faults:
        raise InputError(faults)
    choice = choice_of(base, (own, *files))
    return concluded(changed, read, choice, settings, files, sorted(own.without))


def edits_of(
    base: RuleBase,
    assume: Assume,
    settings: Sequence[str],
    overlays: Sequence[str | Path | Overlay],
    without: Sequence[str],
    faults: list[Fault],
) -> tuple[Overlay, tuple[Overlay, ...]]:
    """Return what is typed as an overlay of its own, and the overlay files; faults are appended."""
    pairs = [f"{k}={v}" for k, v in assume.items()] if isinstance(assume, Mapping) else assume
    own = typed(base, faults, settings=settings, assume=pairs, without=without)
    return own, load_overlays(overlays, base, faults)


def recommend(
    scenario: str | Path | Mapping[str, Any],
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: str | Path | None = None,
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


def concluded(
    base: RuleBase,
    scenario: Scenario,
    choice: Mapping[str, str],
    settings: Sequence[str] = (),
    overlays: Sequence[Overlay] = (),
    without: Sequence[str] = (),
) -> Case:
    """Return the case of a scenario already read, under a choice of every assumption.

    `settings`, `overlays` and `without` are those already made in scenario, choice and base; the
    recommendation names them.
    """
    seen = fact_base(base, scenario, choice)
    inference = infer(base.clauses, seen.facts)
    return Case(
        base, scenario, choice, tuple(settings), seen, inference, tuple(overlays), tuple(without)
    )
