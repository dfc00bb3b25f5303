"""What stands on the terminal while a command works: how far it has come. Nothing when piped."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kemitraan.progress import heard_by

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 0.5
"""Seconds before anything is said: most commands are done by then."""

_line = ""
"""What stands on the terminal now; there is one terminal."""


@contextmanager
def progress() -> Iterator[None]:
    """Write on one line of the terminal how far the work inside has come; wipe it at the end."""
    if not sys.stderr.isatty():
        yield
        return
    start = time.monotonic()

    def tell(share: float) -> None:
        now = f"… {int(share * 100)} %"
        if now != _line and time.monotonic() - start >= _PATIENCE:
            _show(now)

    try:
        with heard_by(tell):
            yield
    finally:
        wipe()


def wipe() -> None:
    """Take the line off the terminal, before anything else is written there."""
    if _line:
        _show("", f"\r{'':<{len(_line)}}\r")


def _show(line: str, written: str | None = None) -> None:
    global _line
    text = f"\r{line:<{len(_line)}}" if written is None else written
    # Remembered first: whatever interrupts from here on, it is wiped.
    _line = line
    sys.stderr.write(text)
    sys.stderr.flush()
