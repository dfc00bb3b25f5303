"""A folder like that of Pyodide, with next to nothing in it: for what the page is built around."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from kemitraan.page.build import PYODIDE

if TYPE_CHECKING:
    from pathlib import Path


def small_pyodide(folder: Path) -> Path:
    """Fill a folder, and return it."""
    (folder / "package.json").write_text(f'{{"version": "{PYODIDE}"}}', "utf-8")
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json"):
        (folder / name).write_bytes(b"x")
    with zipfile.ZipFile(folder / "python_stdlib.zip", "w") as archive:
        archive.writestr("this.py", "x = 1\n")
    return folder
