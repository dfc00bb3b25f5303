"""Texts as they may stand in any file: on one line, without what XML cannot hold."""

from __future__ import annotations

from typing import Final

from kemitraan.report.parts import as_line

_NEVER: Final = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


def plain(text: str) -> str:
    """Return a text on one line in which nothing acts, fit for XML."""
    return as_line(text).translate(_NEVER)


def begun_large(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
