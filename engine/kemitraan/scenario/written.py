"""A profile as the text of its file: what was answered by hand or in a form, kept as YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = ("id", "name", "about", "assessed_on")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BELOW = ("sentra", "actors")


def as_yaml(profile: Mapping[str, Any]) -> str:
    """Return a profile as the text of its file: a line for each answer, and for each actor."""
    lines = []
    for key, content in profile.items():
        if key not in _BELOW or not isinstance(content, dict):
            lines.append(f"{key}: {_flow(content)}".rstrip())
            continue
        lines.append(f"{key}:")
        lines.extend(f"  {_flow(name)}: {_flow(said)}" for name, said in content.items())
    return "\n".join(lines) + "\n"


def as_written(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form or an export says as a person would write it in a profile."""
    head = {key: data[key] for key in _HEAD if key in data}
    sentra = {key: _short(said) for key, said in data["sentra"].items()}
    actors = {
        owner: {key: _short(said) for key, said in about.items()}
        for owner, about in data["actors"].items()
    }
    return {**head, "sentra": sentra, "actors": actors}


def _short(said: Any) -> Any:
    """Return what is said of one thing: a value, a claim, or a list of either."""
    if not isinstance(said, list):
        return said
    plain = [one["value"] if set(one) == {"value"} else one for one in said]
    if len(plain) == 1:
        return plain[0]
    return said if any(isinstance(one, dict) for one in plain) else plain


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
