"""Reads the file of a profile, whatever it is: YAML, a form in Excel, an export of the field form.

Where an export holds several sentra, each is a document of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place
from kemitraan.scenario.export import is_export, merged
from kemitraan.scenario.sheets import is_workbook, read_sheets
from kemitraan.scenario.workbook import form_of
from kemitraan.text import Text
from kemitraan.yamltree import parse_bytes, read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.yamltree import Document

_SEVERAL = Text("ekspor ini memuat {n} sentra: {names}", "this export holds {n} sentra: {names}")
_EACH = Text(
    "Jadikan satu profil bagi masing-masing: kemitraan form read EKSPOR.xlsx -o FOLDER",
    "Make a profile of each: kemitraan form read EXPORT.xlsx -o FOLDER",
)


def read_document(
    path: Path, base: RuleBase, faults: list[Fault], *, on: bool = False
) -> Document | None:
    """Read one profile; None where no usable data remains.

    Faults are appended. With `on`, reading goes on after a fault of YAML.
    """
    raw = read_bytes(path, faults)
    return None if raw is None else document_of(raw, shown(path), base, faults, on=on)


def document_of(
    raw: bytes, file: str, base: RuleBase, faults: list[Fault], *, on: bool = False
) -> Document | None:
    """Return one profile from the bytes of a file of that name; the rest as for `read_document`."""
    found = documents_of(raw, file, base, faults, on=on)
    if len(found) > 1:
        names = ", ".join(str(one.data["name"]) for one in found)
        faults.append(Fault(Place(file), _SEVERAL.format(n=len(found), names=names), fix=_EACH))
        return None
    return found[0] if found else None


def documents_of(
    raw: bytes, file: str, base: RuleBase, faults: list[Fault], *, on: bool = False
) -> Sequence[Document]:
    """Return every profile of a file: the one of YAML or of a form, each of an export."""
    if not is_workbook(file):
        document = parse_bytes(raw, file, faults, on=on)
        return [document] if document else []
    before = len(faults)
    sheets = read_sheets(raw, file, faults)
    if len(faults) > before:
        return []
    if is_export(sheets):
        return merged(sheets, file, base, faults)
    form = form_of(sheets, file, base, faults)
    return [form] if form else []
