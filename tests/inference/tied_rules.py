"""Eight rules tied on one fact: where the stock strategy errs on withdrawal and on order."""

from __future__ import annotations

from typing import Any

import pytest

from kemitraan.inference import experta_engine
from kemitraan.inference.experta_engine import fire
from kemitraan.inference.facts import Fact
from tests.inference.small import clause, pattern, python

TIED = (
    clause(0, ("blocked-4", "s", "yes"), (pattern("start", "yes"),)),
    *(
        clause(
            number + 1,
            ("fired", "s", str(number)),
            (pattern("start", "yes"),),
            (pattern(f"blocked-{number}", "yes"),),
            stratum=1,
        )
        for number in range(8)
    ),
)
"""Eight rules on one fact, each with its own absence, and one rule before that blocks one."""


def tied_orders(runs: int = 20, *, stock: bool = False) -> set[tuple[str, ...]]:
    """Return the orders in which the tied rules fired over some runs."""
    engine: Any = experta_engine._Engine
    with pytest.MonkeyPatch.context() as patch:
        if stock:
            patch.setattr(engine, "__strategy__", engine.__mro__[1].__strategy__)
        start = [Fact("start", "s", "yes")]
        return {tuple(f.clause.name for f in fire(TIED, start)) for _ in range(runs)}


def orders_in_process(seed: int, *, stock: bool) -> set[str]:
    """Return the orders seen in a process of its own, each as words."""
    call = f"tied_orders(stock={stock})"
    module = "tests.inference.tied_rules"
    code = f"from {module} import tied_orders\nfor o in {call}: print(*o)"
    return set(python(code, seed).splitlines())
