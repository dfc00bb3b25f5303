"""Files of forms: made anew, read as a profile, written back with notes on their faults."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from kemitraan.command.output import save
from kemitraan.command.repeatable import workbook_bytes
from kemitraan.faults import Fault, InputError, Place
from kemitraan.form import words as w
from kemitraan.form.read import Profile, profiles_in
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.sheets import is_workbook, office
from kemitraan.yamltree import read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.text import Lang

_CELL = re.compile(r"^.*, (?P<sheet>.*)!(?P<cell>[A-Z]+\d+)$", re.DOTALL)


def new_form(
    file: Path,
    scenario: str | None,
    lang: Lang,
    paper: str,
    *,
    cases: bool = False,
    force: bool = False,
) -> None:
    """Write a new form, filled in with a profile where one is named, perhaps with a what-if sheet.

    Raises:
        InputError: the file is there already or cannot be written, or the profile has faults.
    """
    has_ending(file)
    faults: list[Fault] = []
    if office(Place(str(file)), faults) is None:
        raise InputError(faults)
    from kemitraan.form.content import form
    from kemitraan.form.make import workbook

    base = load_rulebase()
    said = load_scenario(scenario, base) if scenario is not None else None
    results = None
    if cases:
        from kemitraan.form.cases import outcome_headings

        results = outcome_headings(base, said)
    save(workbook(base, lang, form(base, lang, said), paper, results=results), file, new=not force)


def new_field_form(file: Path, *, force: bool = False) -> None:
    """Write the field form, for KoboToolbox and ODK.

    Raises:
        InputError: the file is there already or cannot be written.
    """
    has_ending(file)
    faults: list[Fault] = []
    if office(Place(str(file)), faults) is None:
        raise InputError(faults)
    from kemitraan.form.xlsform import xlsform

    save(xlsform(load_rulebase()), file, new=not force)


def profiles_of(file: Path) -> list[Profile]:
    """Return what a form says as a profile, or what an export says of each of its sentra.

    Raises:
        InputError: there are faults; all are listed, each with its cell.
    """
    has_ending(file)
    faults: list[Fault] = []
    raw = read_bytes(file, faults)
    if raw is None:
        raise InputError(faults)
    return profiles_in(raw, shown(file), load_rulebase())


def with_notes(
    file: Path, faults: Sequence[Fault], to: Path, lang: Lang, *, force: bool = False
) -> None:
    """Write a copy of a form with each fault as a note at its cell, without any pictures.

    Faults that stand at no cell are noted at the first one of the first sheet.
    """
    has_ending(to)
    import openpyxl
    from openpyxl.comments import Comment

    try:
        book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    except Exception:  # what is no workbook was told as a fault
        return
    noted: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        found = _CELL.match(fault.place.file)
        sheet, cell = (found["sheet"], found["cell"]) if found else (book.sheetnames[0], "B1")
        told = fault.format(lang).removeprefix(f"{fault.place}: ")
        noted.setdefault((sheet, cell), []).append(told)
    for (sheet, cell), lines in noted.items():
        note = Comment("\n".join(lines), "kemitraan", width=320, height=140)
        book[sheet][cell].comment = note
    save(workbook_bytes(book), to, new=not force)


def has_ending(file: Path) -> None:
    """Refuse a file that is not named as a workbook."""
    if not is_workbook(file):
        name = file.with_suffix(".xlsx").name if file.name else "FILE.xlsx"
        raise InputError([Fault(Place(str(file)), w.ENDING, fix=w.NAME_IT.format(name=name))])
