"""The licences of all that the page carries, with their texts."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path
from typing import Final

from kemitraan.page.bundle import FOR_OFFICE, NEEDED

_HELD: Final = Path(__file__).parent / "held"
_FILE: Final = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_BESIDE: Final = {"experta": ("GPL-3.0",), "schema": ("schema",)}
"""What a licence builds on, and what a package came without."""


def licences(pyodide: str) -> dict[str, str]:
    """Return the texts of the licences by what is under them.

    Args:
        pyodide: the release of Pyodide.

    Raises:
        LookupError: a package came without its licence, and none is held here.
    """
    source = "https://github.com/pyodide/pyodide"
    return {
        **dict(_of(name) for name in ("kemitraan", *NEEDED, *FOR_OFFICE)),
        f"Pyodide {pyodide}: MPL-2.0, {source}/tree/{pyodide}": _held("MPL-2.0"),
        "CPython: PSF-2.0, https://github.com/python/cpython": _held("PSF-2.0"),
        f"parts of CPython and of Pyodide: {source}": _held("parts"),
    }


def told(texts: dict[str, str]) -> str:
    """Return the licences as one text."""
    line = "=" * 32
    return "\n".join(f"{line}\n{name}\n{line}\n\n{text.strip()}\n" for name, text in texts.items())


def _of(package: str) -> tuple[str, str]:
    about = importlib.metadata.metadata(package)
    known = [about[key] for key in ("License-Expression", "License") if key in about]
    name = f"{package} {about['Version']}: {known[0].splitlines()[0] if known else ''}"
    texts = [
        Path(str(part.locate())).read_text("utf-8", "replace")
        for part in importlib.metadata.files(package) or ()
        if ".dist-info" in part.as_posix() and _FILE.search(part.as_posix())
    ]
    texts += [_held(other) for other in _BESIDE.get(package, ())]
    if not texts:
        raise LookupError(package)
    return name, "\n".join(texts)


def _held(name: str) -> str:
    return (_HELD / f"{name}.txt").read_text("utf-8")
