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
from kemitraan.yamltree import read_yaml, shown

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.workbook import Workbook
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
    if not is_workbook(path):
        return read_yaml(path, faults, on=on)
    found = read_workbook(path, base, faults)
    if len(found) > 1:
        names = ", ".join(str(one.data["name"]) for one in found)
        what = _SEVERAL.format(n=len(found), names=names)
        faults.append(Fault(Place(shown(path)), what, fix=_EACH))
        return None
    return found[0] if found else None


def read_workbook(path: Path, base: RuleBase, faults: list[Fault]) -> list[Workbook]:
    """Read every profile of a workbook: the one of a form, each of an export."""
    before = len(faults)
    sheets = read_sheets(path, faults)
    if len(faults) > before:
        return []
    if is_export(sheets):
        return merged(sheets, shown(path), base, faults)
    form = form_of(sheets, shown(path), base, faults)
    return [form] if form else []
