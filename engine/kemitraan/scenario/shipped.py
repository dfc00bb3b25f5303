"""The scenarios and overlays that come with the package, and how one is named."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.knowledge.vocabulary import fold, words_of
from kemitraan.resources import scenarios_folder
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

SCENARIO = Text("profil", "profile")
OVERLAY = Text("overlay", "overlay")


def shipped() -> dict[str, Path]:
    """Return the shipped scenarios by name, sorted."""
    return {path.stem: path for path in sorted(scenarios_folder().glob("*.yaml"))}


def shipped_overlays() -> dict[str, Path]:
    """Return the shipped overlays by name, sorted."""
    return {path.stem: path for path in sorted(scenarios_folder().glob("overlays/*.yaml"))}


def path_of(name: str | Path, known: Mapping[str, Path], sort: Text) -> Path:
    """Return a path as it is, or that of the shipped file (among `known`) of a name.

    Raises:
        InputError: the name is neither.
    """
    path = Path(name)
    if not isinstance(name, str) or path.suffix or path.parent != Path() or os.path.isfile(path):  # noqa: PTH113  # which never raises
        return path
    found = words_of((n, Text(n, n), ()) for n in known).get(fold(name))
    if found is not None:
        return known[found]
    listed = ", ".join(known)
    what = Text(
        f"tidak ada berkas atau {sort.id} bawaan bernama '{name}'",
        f"there is no file or shipped {sort.en} named '{name}'",
    )
    fix = meant(name, known, Text(f"Bawaan: {listed}", f"Shipped: {listed}"))
    raise InputError([Fault(Place(name), what, fix=fix)])
