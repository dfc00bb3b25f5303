"""One scenario under one choice of assumptions, with everything concluded from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError
from kemitraan.inference.infer import Inference, infer
from kemitraan.knowledge.load import load_rulebase
from kemitraan.recommendation.build import build
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.view import View
from kemitraan.scenario.border import World, world
from kemitraan.scenario.read import choose, load_scenario, with_settings

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.inference.facts import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.rules import Layer
    from kemitraan.recommendation.model import Recommendation
    from kemitraan.scenario.model import Scenario

Assume = Mapping[str, str] | Sequence[str]
"""Choices of assumptions: `{"grouping_rule": "by_kind"}` or `["grouping_rule=by_kind"]`."""


@dataclass(frozen=True)
class Case:
    """One scenario under one choice of assumptions, with everything concluded from it.

    `scenario` has the settings in it; `choice` names the alternative of every assumption.
    """

    base: RuleBase
    scenario: Scenario
    choice: Mapping[str, str]
    settings: tuple[str, ...]
    world: World
    inference: Inference
    recommendation: Recommendation

    @property
    def view(self) -> View:
        """Return the labelled look at all facts of this case."""
        return View(self.base, self.scenario, self.world, self.inference)

    @cached_property
    def admitted(self) -> tuple[Fact, ...]:
        """Return what was concluded and passed the guards, without the parts of rules, sorted."""
        hidden, _ = withheld(self.base, self.world, self.inference)
        return tuple(
            f for f in self.inference.derived if "#" not in f.attribute and f not in hidden
        )


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
    return concluded(base, read, choice, settings)


def concluded(
    base: RuleBase, scenario: Scenario, choice: Mapping[str, str], settings: Sequence[str] = ()
) -> Case:
    """Return the case of a scenario already read, under a choice of every assumption.

    `settings` are those already made in the scenario; the recommendation names them.
    """
    seen = world(base, scenario, choice)
    inference = infer(base.clauses, seen.facts)
    made = build(base, scenario, seen, inference, choice, settings)
    return Case(base, scenario, choice, tuple(settings), seen, inference, made)
