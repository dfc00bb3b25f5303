"""Writes a report to a file, in the form that its ending says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.command.output import tell, whole
from kemitraan.document.contents import contents
from kemitraan.document.html import as_html
from kemitraan.faults import Fault, InputError, Place
from kemitraan.report.parts import Heading, as_markdown
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.document.paper import Paper
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_ENDINGS: Final = (".html", ".md")

WRITTEN = Text("Laporan ditulis ke {file}.", "Report written to {file}.")
_ENDING = Text("akhiran nama berkas ini tidak dikenal", "this ending of a file is not known")
_EXISTS = Text("berkas ini sudah ada", "this file is there already")
_FORCE = Text("Sebut berkas lain, atau tambahkan --force", "Name another file, or add --force")


def checked(file: Path, *, force: bool) -> None:
    """Look at what was asked for before any work is done.

    Raises:
        InputError: the ending is unknown, or the file is there; both at once.
    """
    faults = []
    place, ending = Place(str(file)), file.suffix.lower()
    if ending not in _ENDINGS:
        listed = ", ".join(_ENDINGS)
        fix = Text(f"Pakai salah satu: {listed}", f"Use one of {listed}")
        faults.append(Fault(place, _ENDING, fix=fix))
    if not force and file.exists():
        faults.append(Fault(place, _EXISTS, fix=_FORCE))
    if faults:
        raise InputError(faults)


def written(named: Sequence[tuple[str, Case]], file: Path, paper: Paper, lang: Lang) -> None:
    """Write the report about these cases, each under the name that was typed for it.

    Raises:
        InputError: the file cannot be written.
    """
    made = document(contents(named, lang), file.suffix.lower(), lang, paper)
    with whole(file) as part:
        part.write_bytes(made)
    tell([WRITTEN.format(file=file)[lang]])


def document(parts: Sequence[Part], ending: str, lang: Lang, paper: Paper) -> bytes:
    """Return the bytes of a document of these parts; the same each time."""
    title = next((part.text for part in parts if isinstance(part, Heading)), "")
    if ending == ".html":
        return as_html(parts, title, lang, paper).encode()
    return as_markdown(parts).encode()
