"""Where commands write: results to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from kemitraan.command.progress import wipe
from kemitraan.text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(text: str) -> None:
    """Write a result to standard output, complete or not at all."""
    wipe()
    sys.stdout.write(text)
    sys.stdout.flush()


def tell(lines: Iterable[str]) -> None:
    """Write lines to standard error, where somebody can still read them."""
    wipe()
    try:
        for line in lines:
            print(harmless(line), file=sys.stderr)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that Python does not try again at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
