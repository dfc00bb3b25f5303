"""The portfolio from Python: a table in, its rows with their advice out."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kemitraan.case import edits_of
from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.portfolio.files import open_table
from kemitraan.portfolio.folder import folder_table
from kemitraan.portfolio.headings import Headings
from kemitraan.portfolio.result import Portfolio, portfolio_of
from kemitraan.portfolio.run import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Assume
    from kemitraan.knowledge.language import Layer
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.folder import ProfileReader
    from kemitraan.portfolio.table import Table


def opened(
    table: str | Path,
    *,
    layers: tuple[Layer, ...] = ("paper", "practice"),
    rules: str | Path | None = None,
    **options: Any,
) -> Run:
    """Return a table ready to be run; see `recommend_all` for the arguments and errors."""
    base = load_rulebase(rules, layers=layers)
    if os.path.isdir(table):  # noqa: PTH112  # which never raises
        found, reader = folder_table(Path(table), base)
        return running(found, reader, base=base, **options)
    found = open_table(str(table), Headings(base.vocabulary).score)
    return running(found, base=base, **options)


def running(
    table: Table,
    reader: ProfileReader | None = None,
    *,
    base: RuleBase | None = None,
    quick: bool = False,
    where: str | None = None,
    select: Sequence[str] = (),
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
) -> Run:
    """Return a table already opened, ready to be run; see `recommend_all`."""
    base = base or load_rulebase()
    faults: list[Fault] = []
    own, files = edits_of(base, assume, settings, overlays, without, faults)
    if faults:
        raise InputError(faults)
    laid = (*files, own) if own.settings or own.choices or own.without else files
    return Run(base, table, reader, laid, quick=quick, where=where, select=select)


def recommend_all(
    table: str | Path,
    *,
    quick: bool = False,
    where: str | None = None,
    select: Sequence[str] = (),
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
        where: a condition that picks rows: `readiness >= conditional`.
        select: columns of the table and of the advice; all, if none.
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
    run = opened(
        table,
        quick=quick,
        where=where,
        select=select,
        assume=assume,
        settings=settings,
        overlays=overlays,
        without=without,
        layers=layers,
        rules=rules,
    )
    return portfolio_of(run, run.told())
