"""Where two inferences part: the first rule that fires in one and not in the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.logic.proof import explain, violations
from kemitraan.logic.relevance import index_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.fact import Fact
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.proof import Step


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first rule on the way to a conclusion that fires here and not there, and why.

    `present` are the stated facts it needs that do not hold there, `absent` the facts that hold
    there and keep it from firing. Both are empty where the rule itself is not there.
    """

    rule: str
    present: tuple[Fact, ...]
    absent: tuple[Fact, ...]


def first_divergence(here: Inference, there: Inference, facts: Iterable[Fact]) -> Divergence | None:
    """Return where `here` parts from `there` on the way to these facts, which hold here alone.

    Of all firings that lead to them through conclusions `there` lacks, it is the one of the
    earliest round; of those of one round the first in the order of facts. None where all of the
    facts hold there too.
    """
    waiting = [explain(here, fact) for fact in facts if fact not in there.facts]
    seen = {proof.fact for proof in waiting}
    firings: list[tuple[int, Fact, int, Step]] = []
    while waiting:
        proof = waiting.pop()
        for number, step in enumerate(proof.derivations):
            firings.append((here.levels[proof.fact], proof.fact, number, step))
            for premise in step.premises:
                if premise.fact not in there.facts and premise.fact not in seen:
                    seen.add(premise.fact)
                    waiting.append(premise)
    if not firings:
        return None
    step = min(firings, key=lambda firing: firing[:3])[3]
    return Divergence(
        step.rule,
        tuple(sorted({p.fact for p in step.premises if p.fact not in there.facts})),
        tuple(sorted(violations(step.absences, index_facts(there.facts)))),
    )
