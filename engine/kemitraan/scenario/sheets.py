"""Opens a workbook of Excel and returns what its cells say: values alone, and within bounds."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, Place
from kemitraan.scenario.cells import text_of
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ENDINGS = (".xlsx", ".xlsm")
MAX_ROWS, MAX_COLUMNS, MAX_SHEETS = 2_000, 500, 60
MAX_UNPACKED = 10_000_000  # of text; a form has a twentieth of it
_EXCEL_ROWS = 1_048_576
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_NEEDS = Text(
    "formulir Excel memerlukan openpyxl yang belum terpasang",
    "forms in Excel need openpyxl, which is not installed",
)
_INSTALL = Text(
    'Pasang: pip install "kemitraan[office]"', 'Install: pip install "kemitraan[office]"'
)
_AGAIN = Text(
    "Simpan ulang dari Excel sebagai Buku Kerja Excel (.xlsx)",
    "Save it again from Excel as an Excel Workbook (.xlsx)",
)
_OLE = b"\xd0\xcf\x11\xe0"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: where it stands (`B7`), and its text as it was written.

    It is `broken` where it holds a formula that has no value.
    """

    at: str
    text: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, and its rows with a cell for each column, from A; None if empty."""

    title: str
    rows: tuple[tuple[Cell | None, ...], ...]


def is_workbook(file: str | Path) -> bool:
    """Tell whether a file is named as a workbook of Excel."""
    return PurePath(file).suffix.lower() in ENDINGS


def office(place: Place, faults: list[Fault]) -> Any:
    """Return the library of workbooks, or None with a fault that says how to get it."""
    try:
        import openpyxl  # an extra: only forms need it
    except ImportError:
        faults.append(Fault(place, _NEEDS, fix=_INSTALL))
        return None
    return openpyxl


def read_sheets(raw: bytes, file: str, faults: list[Fault]) -> list[Sheet]:
    """Return the visible sheets of a workbook; none, with a fault, where it cannot be read.

    `file` is the name that faults give it.
    """
    place = Place(file)
    library = office(place, faults)
    if library is None:
        return []
    try:
        with warnings.catch_warnings():
            # It warns of what it leaves out: drop-downs, pictures.
            warnings.simplefilter("ignore")
            texts = _unpacked(raw, place, faults)
            return [] if texts is None else _sheets(library, texts, place, faults)
    except Exception:  # a damaged workbook may break it anywhere
        what = Text("buku kerja Excel ini rusak", "this Excel workbook is damaged")
        faults.append(Fault(place, what, fix=_AGAIN))
        return []


def _sheets(library: Any, texts: bytes, place: Place, faults: list[Fault]) -> list[Sheet]:
    values = _opened(library, texts, values=True)
    # Which cells are formulas takes a second reading, where there are any at all.
    formulas = _opened(library, texts, values=False) if _has_formulas(texts) else None
    seen = [one for one in values.worksheets if one.sheet_state == "visible"]
    if len(seen) > MAX_SHEETS:
        faults.append(_too_many(place, MAX_SHEETS, Text("lembar", "sheets")))
        return []
    return [
        Sheet(one.title, _padded(_rows(one, formulas and formulas[one.title], place, faults)))
        for one in seen
    ]


def _opened(library: Any, raw: bytes, *, values: bool) -> Any:
    return library.load_workbook(io.BytesIO(raw), read_only=True, data_only=values)


def _unpacked(raw: bytes, place: Place, faults: list[Fault]) -> bytes | None:
    """Return the texts of a workbook as an archive that is not compressed, so of the size it has.

    What an archive says of its sizes need not be so: no more is unpacked than a workbook may have.
    None, with a fault, where it has more or is no workbook.
    """
    if raw.startswith(_OLE):
        what = Text(
            "buku kerja ini berkata sandi, atau berformat Excel lama (.xls)",
            "this workbook has a password, or is of the old Excel format (.xls)",
        )
        fix = Text(
            "Hapus kata sandinya, atau simpan ulang sebagai .xlsx",
            "Remove the password, or save it again as .xlsx",
        )
        faults.append(Fault(place, what, fix=fix))
        return None
    parts = _archive(raw)
    if parts is None:
        what = Text("ini bukan buku kerja Excel", "this is no Excel workbook")
        faults.append(Fault(place, what, fix=_AGAIN))
        return None
    left, out = MAX_UNPACKED, io.BytesIO()
    with parts, zipfile.ZipFile(out, "w") as texts:
        for name in sorted({*parts.namelist()}):
            if not name.endswith((".xml", ".rels")):
                continue
            with parts.open(name) as part:
                content = part.read(left + 1)
            left -= len(content)
            if left < 0:
                what = Text("buku kerja terlalu besar", "the workbook is too large")
                fix = Text("Salin lembar formulirnya saja ke buku kerja baru",
                           "Copy the sheets of the form alone to a new workbook")  # fmt: skip
                faults.append(Fault(place, what, fix=fix))
                return None
            texts.writestr(name, content)
    return out.getvalue()


def _archive(raw: bytes) -> zipfile.ZipFile | None:
    """Return bytes as the archive that a workbook is; None where they are none."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    # Excel packs in no other way; of others no limit is kept while they are unpacked.
    known = all(one.compress_type in _PACKED for one in parts.infolist())
    return parts if known and "xl/workbook.xml" in parts.namelist() else None


def _padded(rows: Iterable[tuple[Cell | None, ...]]) -> tuple[tuple[Cell | None, ...], ...]:
    """Return rows of one length."""
    found = list(rows)
    width = max(map(len, found), default=0)
    return tuple(row + (None,) * (width - len(row)) for row in found)


def _rows(
    values: Any, formulas: Any, place: Place, faults: list[Fault]
) -> Iterator[tuple[Cell | None, ...]]:
    """Yield the rows of a sheet that hold something."""
    rows = _looked_at(values)
    pairs = zip(rows, _looked_at(formulas), strict=False) if formulas else ((r, r) for r in rows)
    for row, (said, written) in enumerate(pairs, 1):
        cells = tuple(_cell(one, other) for one, other in zip(said, written, strict=False))
        if not any(cells):
            continue
        here = at(place, values.title)
        if row > MAX_ROWS:
            faults.append(_too_many(here, MAX_ROWS, Text("baris", "rows")))
            return
        if any(cells[MAX_COLUMNS:]):
            faults.append(_too_many(here, MAX_COLUMNS, Text("kolom", "columns")))
            return
        yield cells


def _too_many(place: Place, most: int, things: Text) -> Fault:
    what = Text("lebih dari {n} {things}", "more than {n} {things}")
    fix = Text("Hapus {things} yang bukan formulir", "Delete the {things} that are no form")
    return Fault(place, what.format(n=most, things=things), fix=fix.format(things=things))


def _looked_at(sheet: Any) -> Iterator[Any]:
    """Return the rows of a sheet as far as Excel itself goes, each as wide as it is filled."""
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    rows: Iterator[Any] = sheet.iter_rows(max_row=_EXCEL_ROWS)
    return rows


def _has_formulas(raw: bytes) -> bool:
    """Tell whether any sheet of a workbook holds a formula."""
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        sheets = [name for name in parts.namelist() if "worksheets/" in name]
        return any(_FORMULA.search(parts.read(name)) for name in sheets)


def _cell(value: Any, written: Any) -> Cell | None:
    """Return what a cell says; of a formula, what Excel last found for it."""
    if written.value is None:
        return None
    where = f"{written.column_letter}{written.row}"
    if value.data_type == "e" or (written.data_type == "f" and value.value is None):
        return Cell(where, "", broken=True)
    text = text_of(value.value, str(value.number_format or ""))
    return Cell(where, text) if text.strip() else None


def at(place: Place, sheet: str, cell: str = "") -> Place:
    """Return where a cell stands: `form.xlsx, Start!D7`."""
    return Place(f"{place.file}, {sheet}" + (f"!{cell}" if cell else ""))
