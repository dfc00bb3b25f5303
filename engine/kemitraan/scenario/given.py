"""A profile given from Python, as a dict: read as a file that says the same."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from numbers import Integral, Real
from typing import Any, Final

from kemitraan.faults import Fault, Place
from kemitraan.text import Text
from kemitraan.yamltree import MAX_DEPTH, Document

GIVEN: Final = "dict"
"""What stands for the name of the file."""


class Given(Document):
    """A document without lines: a fault stands at the keys that lead to it."""

    def place(self, *path: str | int) -> Place:
        """Return where the part at `path` stands: `sentra.management`."""
        return Place(".".join(map(str, path)) or GIVEN)


def given(profile: Mapping[str, Any], faults: list[Fault]) -> Given:
    """Return a profile as a document; what no file could say is a fault.

    True and False are the words yes and no. None and what is no number (nan, as a data frame has
    it in an empty cell) say nothing.
    """
    return Given(GIVEN, _plain(profile, (), faults), 0)


def _plain(value: Any, path: tuple[str | int, ...], faults: list[Fault]) -> Any:
    if len(path) > MAX_DEPTH:
        _refused(path[:1], Text("terlalu dalam", "nested too deeply"), faults)
        return None
    if isinstance(value, Mapping):
        return {
            key if isinstance(key, str) else _key(key, path, faults): _plain(
                content, (*path, str(key)), faults
            )
            for key, content in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_plain(part, (*path, number), faults) for number, part in enumerate(value)]
    return _word(value, path, faults)


def _word(value: Any, path: tuple[str | int, ...], faults: list[Fault]) -> str | None:
    """Return a scalar as it would be written in a file."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real):
        number = float(value)
        return None if math.isnan(number) else str(number)
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    sort = type(value).__name__
    _refused(path, Text(f"tidak dapat dibaca: {sort}", f"cannot be read: {sort}"), faults)
    return None


def _key(key: object, path: tuple[str | int, ...], faults: list[Fault]) -> str:
    _refused((*path, str(key)), Text("nama kunci harus teks", "a key must be text"), faults)
    return str(key)


def _refused(path: tuple[str | int, ...], what: Text, faults: list[Fault]) -> None:
    fix = Text("Tulis teks, angka, daftar, atau dict", "Write text, a number, a list or a dict")
    faults.append(Fault(Place(".".join(map(str, path)) or GIVEN), what, fix=fix))
