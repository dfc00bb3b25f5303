"""Writes a report to a file, in the form that its ending says."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from kemitraan.command.output import tell, whole
from kemitraan.document.contents import contents
from kemitraan.document.html import as_html
from kemitraan.document.paper import Paper
from kemitraan.faults import Fault, InputError, Place
from kemitraan.report.parts import Heading, as_markdown
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_NEEDS: Final = {
    ".html": (),
    ".md": (),
    ".docx": ("docx", "resvg_py"),
    ".xlsx": ("openpyxl",),
}
"""The endings there are, each with the modules that writing it takes."""

WRITTEN = Text("Laporan ditulis ke {file}.", "Report written to {file}.")
_ENDING = Text("akhiran nama berkas ini tidak dikenal", "this ending of a file is not known")
_EXISTS = Text("berkas ini sudah ada", "this file is there already")
_FORCE = Text("Sebut berkas lain, atau tambahkan --force", "Name another file, or add --force")
_NO_PACKAGE = Text(
    "untuk menulis {ending} diperlukan paket yang belum terpasang",
    "writing {ending} needs packages that are not installed",
)
_GET_IT = Text(
    'Pasang: pip install "kemitraan[office]"; .html dan .md tidak memerlukannya',
    'Get them: pip install "kemitraan[office]"; .html and .md do without',
)
_FOR_WORD = Text("kop surat hanya untuk .docx", "a letterhead is for .docx alone")
_DROP = Text("Hapus --template, atau sebut berkas .docx", "Drop --template, or name a .docx file")
_NO_FILE = Text("berkas tidak ditemukan", "there is no such file")


def there(file: Path) -> Fault:
    """Return the fault of a file that would be written over."""
    return Fault(Place(str(file)), _EXISTS, fix=_FORCE)


def checked(file: Path, template: Path | None, *, force: bool) -> None:
    """Look at what was asked for before any work is done.

    Raises:
        InputError: the ending is unknown, the file is there, packages lack, or the letterhead
            cannot be used; all of it at once.
    """
    faults = []
    place, ending = Place(str(file)), file.suffix.lower()
    if ending not in _NEEDS:
        listed = ", ".join(_NEEDS)
        fix = Text(f"Pakai salah satu: {listed}", f"Use one of {listed}")
        faults.append(Fault(place, _ENDING, fix=fix))
    elif not all(find_spec(name) for name in _NEEDS[ending]):
        faults.append(Fault(place, _NO_PACKAGE.format(ending=ending), fix=_GET_IT))
    if not force and file.exists():
        faults.append(there(file))
    if template is not None and ending != ".docx":
        faults.append(Fault(Place(str(template)), _FOR_WORD, fix=_DROP))
    elif template is not None and not template.is_file():
        faults.append(Fault(Place(str(template)), _NO_FILE))
    if faults:
        raise InputError(faults)


def written(
    named: Sequence[tuple[str, Case]],
    file: Path,
    template: Path | None,
    paper: Paper | None,
    lang: Lang,
) -> None:
    """Write the report about these cases, each under the name that was typed for it.

    Raises:
        InputError: the file cannot be written, or the letterhead not be read.
    """
    made = document(contents(named, lang), file.suffix.lower(), lang, paper, template)
    with whole(file) as part:
        part.write_bytes(made)
    tell([WRITTEN.format(file=file)[lang]])


def document(
    parts: Sequence[Part],
    ending: str,
    lang: Lang,
    paper: Paper | None,
    template: Path | None = None,
) -> bytes:
    """Return the bytes of a document of these parts; the same each time.

    Without `paper` it is F4, or of the size of the letterhead.

    Raises:
        InputError: the letterhead is no Word document.
    """
    title = next((part.text for part in parts if isinstance(part, Heading)), "")
    match ending:
        case ".html":
            return as_html(parts, title, lang, paper or Paper.F4).encode()
        case ".docx":
            from kemitraan.document.docx import as_docx

            return as_docx(parts, title, lang, paper, template)
        case ".xlsx":
            from kemitraan.document.xlsx import as_xlsx

            return as_xlsx(parts, title, paper or Paper.F4)
        case _:
            return as_markdown(parts).encode()
