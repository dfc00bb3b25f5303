"""Eight rules tied on one fact: where the stock strategy errs on withdrawal and on order."""

from __future__ import annotations

from typing import Any

from kemitraan.fact import Fact
from kemitraan.logic import experta_engine
from kemitraan.logic.experta_engine import fire
from tests.logic.small import clause, pattern, python

experta: Any = experta_engine
"""experta's own names, untyped."""

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
    """Return the orders in which the tied rules fired over some runs, ours or experta's own."""
    start = [Fact("start", "s", "yes")]
    return {
        stock_order() if stock else tuple(f.clause.name for f in fire(TIED, start))
        for _ in range(runs)
    }


def stock_order() -> tuple[str, ...]:
    """Return the order in which experta as it comes fires the same rules."""
    # Importable only after our own import.
    from experta.conditionalelement import NOT

    fired: list[str] = []

    def noting(name: str, concluded: Any = None) -> Any:
        def conclude(engine: Any) -> None:
            fired.append(name)
            if concluded is not None:
                engine.declare(concluded)

        return conclude

    start, *blocked = (
        type(n, (experta.ExpertaFact,), {}) for n in ("start", *(f"b{i}" for i in range(8)))
    )
    rule = experta.Rule
    rules = {"R-00": rule(start(v=1))(noting("R-00", blocked[4](v=1)))}
    for number, blocker in enumerate(blocked):
        name = f"R-0{number + 1}"
        rules[name] = rule(start(v=1), NOT(blocker(v=1)), salience=-1)(noting(name))
    engine = type("Base", (experta.KnowledgeEngine,), rules)()
    engine.reset()
    engine.declare(start(v=1))
    engine.run()
    return tuple(fired)


def orders_in_process(seed: int, *, stock: bool) -> set[str]:
    """Return the orders seen in a process of its own, each as words."""
    call = f"tied_orders(stock={stock})"
    module = "tests.logic.tied_rules"
    code = f"from {module} import tied_orders\nfor o in {call}: print(*o)"
    return set(python(code, seed).splitlines())
