"""What the guards withhold of one inference: its derivations are the rules of a single world."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kemitraan.logic.guards import Stated, judged
from kemitraan.logic.holding import Holding
from kemitraan.logic.program import program_of
from kemitraan.worlds.fact_base import ONE

if TYPE_CHECKING:
    from kemitraan.fact import Fact
    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.infer import Inference
    from kemitraan.worlds.fact_base import FactBase

Withheld: TypeAlias = "tuple[frozenset[Fact], tuple[tuple[Guard, Fact], ...]]"
"""What must not be shown, and the guard that each refused conclusion failed."""


def withheld(base: RuleBase, facts: FactBase, inference: Inference) -> Withheld:
    """Return what must not be shown, and the guard that each refused conclusion failed.

    Withheld is every conclusion that fails a guard, and every one that can only be reached
    through such a conclusion.
    """
    on = {(name, value) for guard in base.guards for name, of in guard.on.items() for value in of}
    if not any((fact.attribute, fact.value) in on for fact in inference.derived):
        return frozenset(), ()
    program = program_of(inference)
    given = {fact: Stated(1, int(fact in facts.origin)) for fact in inference.given}
    holding = Holding(program, dict.fromkeys(inference.given, 1), ONE.full, {})
    found = judged(base.guards, base.vocabulary, holding, given, inference.derived)
    hidden = frozenset(fact for fact, worlds in found.admitted.items() if not worlds)
    return hidden, tuple((guard, fact) for guard, fact, _ in found.refused)
