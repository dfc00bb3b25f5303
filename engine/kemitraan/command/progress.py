"""What stands on the terminal while a command works: how far it has come. Nothing when piped."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 0.5
"""Seconds before anything is said: most commands are done by then."""


@contextmanager
def progress() -> Iterator[None]:
    """Write on one line of the terminal how far the work inside has come; wipe it at the end."""
    stream = sys.stderr
    if not stream.isatty():
        yield
        return
    from kemitraan.progress import heard_by

    start = time.monotonic()
    line = ""

    def tell(share: float) -> None:
        nonlocal line
        now = f"… {int(share * 100)} %"
        if now != line and time.monotonic() - start >= _PATIENCE:
            written = f"\r{now:<{len(line)}}"
            # Remembered first: whatever interrupts from here on, it is wiped.
            line = now
            stream.write(written)
            stream.flush()

    try:
        with heard_by(tell):
            yield
    finally:
        if line:
            stream.write(f"\r{'':<{len(line)}}\r")
            stream.flush()
