"""One row as a profile of its own: to be asked why, changed, or kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.portfolio.cells import CellReader
from kemitraan.portfolio.folder import ProfileReader
from kemitraan.scenario.values import is_stated
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.portfolio.run import Run

_NO_ID = re.compile(r"[^a-z0-9]+")


def profile_of(run: Run, row: int) -> dict[str, Any]:
    """Return what the row of this number (as in the file) states, as a profile does.

    Raises:
        InputError: there is no such row, or it has faults (all are listed).
    """
    reader = run.reader
    for batch in run.table.batches():
        if row in batch.numbers and isinstance(reader, CellReader):
            at = batch.numbers.index(row)
            if faults := reader.read(batch).faults.get(at):
                raise InputError(faults)
            return _profile(run, reader, row, [column.texts()[at] for column in batch.columns])
    what = Text(f"tidak ada baris {row} yang berisi", f"there is no row {row} that holds anything")
    fix = Text("Sebut nomor barisnya seperti di lembar", "Give its number as in the sheet")
    raise InputError([Fault(Place("--row"), what, fix=fix)])


def _profile(run: Run, reader: CellReader, row: int, cells: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"id": f"row-{row}", "name": f"{run.table.file}:{row}"}
    sentra: dict[str, Any] = {}
    actors: dict[str, dict[str, Any]] = {}
    for column in run.columns:
        text = cells[column.place]
        if not is_stated(text):
            continue
        if column.role == "id":
            found["id"] = text
        elif column.role == "name":
            found["name"] = text
            if found["id"] == f"row-{row}":
                found["id"] = _NO_ID.sub("-", text.casefold()).strip("-") or found["id"]
        elif column.role == "assessed_on":
            found["assessed_on"] = text
        elif column.role in ("fact", "actor") and reader.said(column, text).claims:
            if column.subject == SENTRA:
                sentra[column.word] = reader.content(column, text)
            else:
                own = actors.setdefault(column.subject, {"kind": column.subject})
                if column.role == "fact":
                    own[column.word] = reader.content(column, text)
    return found | ({"sentra": sentra} if sentra else {}) | ({"actors": actors} if actors else {})


def written_profile(run: Run, row: int) -> str:
    """Return the profile of a row as a file of its own; see `profile_of` for errors."""
    if isinstance(run.reader, ProfileReader) and 0 < row <= len(run.reader.files):
        # It is a file of its own already.
        return run.reader.files[row - 1].read_text("utf-8")
    profile = profile_of(run, row)
    return yaml.safe_dump(profile, allow_unicode=True, sort_keys=False, width=98)
