"""What each override of experta's matcher is worth: inferences with it and without it.

`python -m tests.benchmarks experta` prints the figures that stand at the overrides.
"""

# experta has no types
from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kemitraan.case import examine
from kemitraan.fact import Fact
from kemitraan.knowledge.language import IT, THIS
from kemitraan.logic import experta_engine
from kemitraan.logic.infer import derivation_of
from kemitraan.logic.relevance import relevant
from kemitraan.scenario.shipped import shipped
from tests.benchmarks.engines import base, facts_of, least

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.logic.infer import Derivation

    Fire: TypeAlias = Callable[[Sequence[Clause], Sequence[Fact]], list[Derivation]]

experta: Any = experta_engine
"""experta's own names, and our private ones, untyped alike."""


class AllChanges(experta._Matcher):  # type: ignore[misc]  # experta is untyped
    """Our network, changed as experta does it."""

    changes = experta.ReteMatcher.changes


class StockNetwork(experta.ReteMatcher):  # type: ignore[misc]  # experta is untyped
    """The network as experta builds it from left-hand sides, changed as we do it."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.tests = {child.node.matcher.fact_type: child for child in self.root_node.children}
        self.ends = {of: dict.fromkeys(ends(child.node)) for of, child in self.tests.items()}

    def changes(self, adding: Any = (), *_: Any) -> tuple[list[Any], list[Any]]:
        """Return the activations that new facts add and remove."""
        reached: dict[Any, None] = {}
        for fact in adding:
            if test := self.tests.get(type(fact)):
                test.callback(experta.Token.valid(fact))
                reached |= self.ends[type(fact)]
        changed = [end.get_activations() for end in reached]
        return [a for new, _ in changed for a in new], [a for _, gone in changed for a in gone]


def ends(node: Any) -> Iterator[Any]:
    """Yield the nodes below `node` at which a rule is activated."""
    if isinstance(node, experta.ConflictSetNode):
        yield node
    for child in node.children:
        yield from ends(child.node)


def firing(matcher: Any, rule: Any, fact_of: Any) -> Fire:
    """Return the function that finds firings with a matcher, given what makes rules and facts."""

    class Engine(experta._Engine):  # type: ignore[misc]  # experta is untyped
        __matcher__ = matcher

    def fire(clauses: Sequence[Clause], facts: Sequence[Fact]) -> list[Derivation]:
        fired: list[Derivation] = []
        engine = Engine([rule(clause, fired) for clause in clauses])
        engine.reset()
        engine.declare(*map(fact_of, facts))
        engine.run()
        return fired

    return fire


def written(clause: Clause, fired: list[Derivation]) -> Any:
    """Return the rule of a clause with its left-hand side."""
    # Importable only after our own import.
    from experta.conditionalelement import NOT

    captures = experta._captures(clause.positive)

    def conclude(engine: Any, **context: Any) -> None:
        premises = tuple(
            Fact(type(f).__name__, f["s"], f["v"]) for f in map(context.__getitem__, captures)
        )
        found = derivation_of(clause, context.get(THIS), premises)
        fired.append(found)
        engine.declare(*map(class_fact, found.conclusions))

    # The matcher makes rules anew, and takes over what the function has.
    vars(conclude).update(clause=clause, captures=captures)
    positive = map(written_pattern, clause.positive, captures)
    negative = (NOT(written_pattern(pattern, "absent")) for pattern in clause.negative)
    return experta.Rule(*positive, *negative, salience=-clause.stratum)(conclude)


def written_pattern(pattern: Pattern, capture: str) -> Any:
    """Return a pattern as experta's users write it: a class for each attribute, two fields."""
    from experta.fieldconstraint import L, P, W

    attribute, subject, values, variable = pattern
    about = W(subject) if subject in {THIS, IT} else L(subject)
    value = W(variable) if variable else P(values.__contains__)
    return capture << class_of(attribute)(s=about, v=value)


@cache
def class_of(attribute: str) -> Any:
    """Return the experta class of the facts of an attribute."""
    return type(attribute, (experta.ExpertaFact,), {})


def class_fact(fact: Fact) -> Any:
    """Return a fact as experta's users write it."""
    return class_of(fact.attribute)(s=fact.subject, v=fact.value)


WAYS: dict[str, Fire] = {
    "as it is": experta_engine.fire,
    "without build_network": firing(StockNetwork, written, class_fact),
    "without changes": firing(AllChanges, experta._rule, experta.ExpertaFact),
    "stock matcher": firing(experta.ReteMatcher, written, class_fact),
}


def measured(rounds: int = 5) -> Iterator[tuple[str, list[float]]]:
    """Yield, by profile, the least seconds of some rounds each way; all ways fire the same."""
    inputs = {name: examine(name, base=base()).fact_base.facts for name in shipped()}
    for name, facts in {**inputs, "60 actors": facts_of(60)}.items():
        world = relevant(base().clauses, sorted(facts))
        expected = experta_engine.fire(*world)
        for fire in WAYS.values():
            assert fire(*world) == expected
        yield name, [least(lambda f=fire, w=world: f(*w), rounds) for fire in WAYS.values()]  # type: ignore[misc]  # bound at once
