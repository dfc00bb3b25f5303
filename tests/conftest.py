"""Options of the test suite."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--pairs`, `--profiles` and `--worlds`."""
    parser.addoption(
        "--pairs",
        type=int,
        default=2000,
        help="how many pairs of rules and facts the evaluators are compared on (default 2000)",
    )
    parser.addoption(
        "--profiles",
        type=int,
        default=1000,
        help="how many random profiles the evaluators are compared on over the shipped rules "
        "(default 1000)",
    )
    parser.addoption(
        "--worlds",
        type=int,
        default=20000,
        help="how many worlds of random rule bases the evaluators are compared on (default 20000)",
    )
