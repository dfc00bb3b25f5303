"""The portfolio from Python: a table in, its rows with their advice out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.portfolio.files import open_table
from kemitraan.portfolio.headings import Headings
from kemitraan.portfolio.result import Portfolio, portfolio_of
from kemitraan.portfolio.run import Run
from kemitraan.scenario.overlay import load_overlays
from kemitraan.scenario.typed import typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.case import Assume
    from kemitraan.knowledge.language import Layer


def opened(
    table: str | Path,
    *,
    quick: bool = False,
    assume: Sequence[str] = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: str | Path | None = None,
) -> Run:
    """Return a table ready to be run; see `recommend_all` for the arguments and errors."""
    base = load_rulebase(rules, layers=layers)
    faults: list[Fault] = []
    own = typed(base, faults, settings=settings, assume=assume, without=without)
    files = load_overlays(overlays, base, faults)
    if faults:
        raise InputError(faults)
    found = open_table(str(table), Headings(base.vocabulary).score)
    return Run(base, found, (*files, own), quick=quick)


def recommend_all(
    table: str | Path,
    *,
    quick: bool = False,
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: str | Path | None = None,
) -> Portfolio:
    """Return every row of a table with what `recommend` advises for it, and the summary.

    Args:
        table: path of a table (CSV, Excel, Parquet), a sentra a row, or of a folder of profiles.
        quick: without certainty and questions, which take a quarter of a second a profile.
        assume: assumptions to choose otherwise than by default.
        settings: facts to set in every row, as `attribute=value`.
        overlays: paths of overlay files, or names of shipped ones, laid on every row.
        without: ids of rules to switch off.
        layers: `("paper",)` leaves the practice layer out.
        rules: folder of another knowledge base.

    Raises:
        InputError: the table cannot be read, or what is chosen has faults. Rows with faults are
            set aside, and say so.
    """
    pairs = [f"{k}={v}" for k, v in assume.items()] if isinstance(assume, Mapping) else assume
    run = opened(
        table,
        quick=quick,
        assume=pairs,
        settings=settings,
        overlays=overlays,
        without=without,
        layers=layers,
        rules=rules,
    )
    return portfolio_of(run, run.told())
