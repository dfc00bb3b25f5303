"""The scenarios that come with the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.resources import scenarios_folder

if TYPE_CHECKING:
    from pathlib import Path


def shipped() -> dict[str, Path]:
    """Return the shipped scenarios by name, sorted."""
    return {path.stem: path for path in sorted(scenarios_folder().glob("*.yaml"))}
