"""The bytes of a workbook, the same whenever it is written."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

ONCE = dt.datetime(2026, 1, 1)
"""Any moment, always the same."""
_STAMP = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def same_each_time(book: Workbook) -> bytes:
    """Return the bytes of a workbook without the time at which it was written."""
    made, same = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2026-01-01T00:00:00Z", content)
            out.writestr(
                zipfile.ZipInfo(part.filename, ONCE.timetuple()[:6]), content, zipfile.ZIP_DEFLATED
            )
    return same.getvalue()
