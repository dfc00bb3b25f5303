"""The bytes of an office file, the same whenever it is written: an archive without its times."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import canonicalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.cell_range import CellRange

ONCE: Final = dt.datetime(2026, 1, 1)  # any moment, always the same
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CORE: Final = "docProps/core.xml"
_UNIX: Final = 3


def same_each_time(made: bytes, *, canonical: bool = False) -> bytes:
    """Return an office file without the time at which it was written.

    With `canonical` its XML is written in the one form that the standard has for it: openpyxl
    writes it otherwise where lxml is not installed, as in a browser.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as parts, zipfile.ZipFile(out, "w") as archive:
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename == _CORE:
                stamp = ONCE.isoformat().encode() + b"Z"
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            if canonical:
                content = canonicalize(content.decode()).encode()
            info = zipfile.ZipInfo(part.filename, ONCE.timetuple()[:6])
            info.create_system = _UNIX  # else it is that of the machine
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook_bytes(book: Workbook, *, canonical: bool = False) -> bytes:
    """Return the bytes of a workbook; the rest as for `same_each_time`."""
    from openpyxl.worksheet.cell_range import MultiCellRange

    class InOrder(MultiCellRange):
        """Ranges in their order on the sheet; else it is that of their places in memory."""

        def __iter__(self) -> Iterator[CellRange]:
            return iter(self.sorted())

    for sheet in book.worksheets:
        if merged := getattr(sheet, "merged_cells", None):
            sheet.merged_cells = InOrder(merged.ranges)
    made = io.BytesIO()
    book.save(made)
    return same_each_time(made.getvalue(), canonical=canonical)
