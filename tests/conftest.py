"""Options of the test suite, and what holds for its processes: garbage, Ctrl-C."""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--profiles` and `--worlds`."""
    parser.addoption(
        "--profiles",
        type=int,
        default=80,
        help="how many random profiles the evaluators are compared on over the shipped rules "
        "(default 80)",
    )
    parser.addoption(
        "--worlds",
        type=int,
        default=3000,
        help="how many worlds of random rule bases the evaluators are compared on (default 3000)",
    )


def pytest_configure() -> None:
    """Look for garbage less often, and let Ctrl-C be heard.

    An inference leaves a network behind, of nodes that refer to each other. With the thresholds
    as they come, all of memory is searched every few inferences: a third of their time.

    A shell that runs the tests in the background has Ctrl-C ignored, by what they start too.
    """
    gc.set_threshold(50_000, *gc.get_threshold()[1:])
    signal.signal(signal.SIGINT, signal.default_int_handler)
