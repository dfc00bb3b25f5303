"""Opens a table by its ending, or a folder of profiles as one."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kemitraan.portfolio.table import refused
from kemitraan.refused import missing, reason
from kemitraan.resources import scenarios_folder
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kemitraan.portfolio.table import Table

_SHEETS: Final = (".xlsx", ".xlsm")
_TEXTS: Final = (".csv", ".tsv", ".txt")
_READ = Text("tidak dapat dibaca ({why})", "cannot be read ({why})")


def open_table(named: str, score: Callable[[Sequence[str]], int]) -> Table:
    """Return the table of a file; `score` tells how many of some cells are known headings.

    Raises:
        InputError: there is no such file, or it is no table that can be read.
    """
    path = _shipped(named) or Path(named)
    ending = path.suffix.lower()
    try:
        if ending in _TEXTS:
            from kemitraan.portfolio.csv_file import csv_table

            return csv_table(path, score)
        if ending == ".parquet":
            needs("pyarrow", "parquet", named)
            from kemitraan.portfolio.parquet_file import parquet_table

            return parquet_table(path)
        if ending in _SHEETS:
            needs("openpyxl", "office", named)
            from kemitraan.portfolio.xlsx_file import xlsx_table

            return xlsx_table(path, score)
    except (OSError, ValueError) as error:
        raise refused(named, _READ.format(why=reason(error)), missing(path)) from None
    what = Text("akhiran nama berkas ini tidak dikenal", "this ending of a file is not known")
    known = ", ".join((*_SHEETS[:1], _TEXTS[0], ".parquet"))
    fix = Text(f"Simpan sebagai salah satu: {known}", f"Save it as one of {known}")
    raise refused(named, what, fix)


def needs(package: str, extra: str, named: str) -> None:
    """Refuse a file that a package reads or writes which is not installed.

    Raises:
        InputError: it is not installed.
    """
    if find_spec(package) is None:
        what = Text(f"memerlukan {package}, yang belum terpasang",
                    f"needs {package}, which is not installed")  # fmt: skip
        fix = Text(f'Pasang: pip install "kemitraan[{extra}]"',
                   f'Get it: pip install "kemitraan[{extra}]"')  # fmt: skip
        raise refused(named, what, fix)


def _shipped(named: str) -> Path | None:
    """Return the shipped table of a name, where that is no file."""
    path = Path(named)
    if path.suffix or path.parent != Path() or path.exists():
        return None
    found = scenarios_folder() / f"{named}{_TEXTS[0]}"
    return found if found.is_file() else None
