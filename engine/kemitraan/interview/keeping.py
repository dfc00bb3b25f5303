"""Keeps the answers in a file: an ordinary profile, written whole or not at all each time."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml

from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text

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
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.write(as_yaml(profile))
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        from kemitraan.refused import reason  # a disk that takes everything has no need of it

        what = Text("tidak dapat ditulis ({why})", "cannot be written ({why})")
        fix = Text("Periksa foldernya, atau sebut berkas lain dengan -o",
                   "Check the folder, or name another file by -o")  # fmt: skip
        raise InputError(
            [Fault(Place(str(file)), what.format(why=reason(error)), fix=fix)]
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
