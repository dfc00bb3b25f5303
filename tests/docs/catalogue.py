"""Compiles the catalogue of what typer says itself into the form that gettext reads."""

from __future__ import annotations

import ast
import struct

from tests.command import ROOT

FOLDER = ROOT / "engine" / "kemitraan" / "cli" / "locale" / "id" / "LC_MESSAGES"


def messages() -> dict[str, str]:
    """Return the messages of the written catalogue with their translations."""
    strings: list[str] = []
    for line in (FOLDER / "messages.po").read_text("utf-8").splitlines():
        keyword, _, text = line.partition('"')
        if line.startswith("#") or not text:
            continue
        if keyword:
            strings.append("")
        strings[-1] += ast.literal_eval(f'"{text}')
    return dict(zip(strings[::2], strings[1::2], strict=True))


def compiled() -> bytes:
    """Return the catalogue as a `.mo` file: a header, two tables of lengths and places, texts."""
    pairs = sorted((s.encode(), t.encode()) for s, t in messages().items())
    start = 28 + 16 * len(pairs)
    tables, texts = b"", b""
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<2I", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 28)
    return header + tables + texts
