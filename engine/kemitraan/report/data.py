"""JSON: the same bytes for the same content, keys in the order of the contract."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from kemitraan.text import harmless


def as_json(data: object) -> str:
    """Return dataclasses, mappings and sequences as indented JSON, ending in a newline."""
    written = json.dumps(_plain(data), ensure_ascii=False, indent=2)
    return "\n".join(map(harmless, written.split("\n"))) + "\n"


def _plain(data: object) -> Any:
    if is_dataclass(data) and not isinstance(data, type):
        return {f.name: _plain(getattr(data, f.name)) for f in fields(data)}
    if isinstance(data, Enum):
        return data.value
    if isinstance(data, dict):
        return {str(k): _plain(v) for k, v in data.items()}
    if isinstance(data, (list, tuple)):
        return [_plain(item) for item in data]
    return data
