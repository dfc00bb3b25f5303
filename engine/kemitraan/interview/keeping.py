"""Keeps the answers in a file: an ordinary profile, written whole or not at all each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.command.output import save
from kemitraan.scenario.written import as_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def keep(profile: Mapping[str, Any], file: Path) -> None:
    """Write a profile; where that fails, what stood there stays as it was.

    Raises:
        InputError: the file cannot be written.
    """
    save(as_yaml(profile), file)
