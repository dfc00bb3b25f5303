"""Keeps the answers in a file: an ordinary profile, written whole or not at all each time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from kemitraan.command.output import save

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BELOW = ("sentra", "actors")


def as_yaml(profile: Mapping[str, Any]) -> str:
    """Return a profile as the text of its file: a line for each answer, and for each actor."""
    lines = []
    for key, content in profile.items():
        if key not in _BELOW or not isinstance(content, dict):
            lines.append(f"{key}: {_flow(content)}")
            continue
        lines.append(f"{key}:")
        lines.extend(f"  {_flow(name)}: {_flow(said)}" for name, said in content.items())
    return "\n".join(lines) + "\n"


def _flow(content: Any) -> str:
    if content is None:
        return ""
    if isinstance(content, str) and _DATE.fullmatch(content):
        # Read as it stands; quotes would only be in the way.
        return content
    text: str = yaml.safe_dump(
        content, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1_000_000
    )
    return text.removesuffix("...\n").strip()


def keep(profile: Mapping[str, Any], file: Path) -> None:
    """Write a profile; where that fails, what stood there stays as it was.

    Raises:
        InputError: the file cannot be written.
    """
    save(as_yaml(profile), file)
