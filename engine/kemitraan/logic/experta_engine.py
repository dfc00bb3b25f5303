"""Runs clauses over facts with experta; the only module that imports it.

experta 1.9.4 is unmaintained. What makes it reliable here, each point with a test that fails
without it (`tests/logic/test_experta_faults.py`):

1. The import lends `collections` the name that frozendict 1.2 needs, takes it back, undoes the
   logging set up on the way, and fails where experta would hide an ImportError.
2. `_TotalOrder` removes withdrawn activations exactly; the stock strategy can miss one.
3. `_TotalOrder` decides every tie, so that rules fire in one order in every process.
4. A clause becomes positive patterns, then single-pattern NOTs: nothing else keeps its meaning.
5. One reset, one declaration of all facts, one run; a lower stratum has the higher salience.
6. Rules belong to one engine, never to a class; the engine is dropped after its run.
7. An experta fact has one field, a fact of ours; it is made anew for each engine, duplicates
   removed before.
"""

# experta has no types
from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kemitraan.fact import Fact
from kemitraan.faults import EngineError
from kemitraan.knowledge.compile import Pattern
from kemitraan.knowledge.language import IT, THIS
from kemitraan.logic.importable import importable
from kemitraan.logic.infer import Derivation, derivation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kemitraan.knowledge.compile import Clause

with importable():
    # By submodule: the package itself swallows an ImportError and comes without its names.
    from experta.abstract import Strategy
    from experta.engine import KnowledgeEngine
    from experta.fact import Fact as ExpertaFact
    from experta.matchers.rete import ReteMatcher
    from experta.matchers.rete.check import SameContextCheck
    from experta.matchers.rete.nodes import (
        ConflictSetNode,
        FeatureTesterNode,
        NotNode,
        OrdinaryMatchNode,
    )
    from experta.matchers.rete.token import Token
    from experta.rule import Rule


def fire(clauses: Sequence[Clause], facts: Sequence[Fact]) -> list[Derivation]:
    """Return every firing of the clauses over the facts, in the order they fired.

    The clauses come as `compile_rules` gives them: strata set, each `order` its own. The order
    of the two sequences makes no difference.
    """
    fired: list[Derivation] = []
    engine = _Engine([_rule(clause, fired) for clause in clauses])
    engine.reset()
    engine.declare(*map(ExpertaFact, sorted(set(facts))))
    engine.run()
    return fired


def _rule(clause: Clause, fired: list[Derivation]) -> Any:
    """Return the experta rule of a clause, which notes each of its firings in `fired`.

    It has no left-hand side: `_Matcher` reads what it matches from the clause.
    """
    captures = _captures(clause.positive)

    def conclude(engine: Any, **context: Any) -> None:
        premises = tuple(context[capture][0] for capture in captures)
        found = derivation_of(clause, context.get(THIS), premises)
        fired.append(found)
        for fact in found.conclusions:
            engine.declare(ExpertaFact(fact))

    rule = Rule(salience=-clause.stratum)(conclude)
    rule.clause, rule.captures = clause, captures
    return rule


def _captures(patterns: Sequence[Pattern]) -> list[str]:
    """Return the names of the facts that match each of the patterns."""
    return [f"p{number}" for number in range(len(patterns))]


class _TotalOrder(Strategy):  # type: ignore[misc]  # experta is untyped
    """Fires by salience, then the oldest facts first, then by the rule's place."""

    def _update_agenda(self, agenda: Any, added: Any, removed: Any) -> None:
        waiting = agenda.activations
        for activation in removed:
            activation.key = self.key(activation)
            at = bisect_left(waiting, activation)
            # What is not waiting any more has fired: nothing is taken back.
            if at < len(waiting) and waiting[at].key == activation.key:
                del waiting[at]
        for activation in added:
            activation.key = self.key(activation)
            insort(waiting, activation)

    @staticmethod
    def key(activation: Any) -> tuple[Any, ...]:
        """Return what sorts an activation; no two have the same, and the greatest fires first.

        The same facts may match the patterns of one rule in two ways, so the last part has
        them in the order of the patterns.
        """
        rule, context = activation.rule, activation.context
        matched = tuple(-context[capture]["__factid__"] for capture in rule.captures)
        return rule.salience, tuple(sorted(matched, reverse=True)), -rule.clause.order, matched


class _Matcher(ReteMatcher):  # type: ignore[misc]  # experta is untyped
    """Joins the clauses with experta's nodes, and turns to those alone that read what is new.

    `tests` of patterns, and `ends` at which a rule is activated, by the attribute they read.
    What each override is worth is measured by `python -m tests.benchmarks experta`; as it comes,
    the matcher takes ten times as long.
    """

    def build_network(self) -> None:
        """Chain the patterns of each clause to the node at which its rule fires.

        Clauses share the test of a pattern that is alike. As experta builds it, from left-hand
        sides and with a node for each field, an inference takes ×2 to ×8.
        """
        self.tests: dict[str, dict[Any, Any]] = defaultdict(dict)
        self.ends: dict[str, dict[Any, None]] = defaultdict(dict)
        for rule in self.engine.get_rules():
            end = ConflictSetNode(rule)
            # experta joins from the first pattern on and needs a positive one there.
            positive = rule.clause.positive or (_ALWAYS,)
            first, *others = map(self._test, positive, _captures(positive))
            node = first
            for test in others:
                node = _joined(OrdinaryMatchNode, node, test)
            for pattern in rule.clause.negative:
                node = _joined(NotNode, node, self._test(pattern, "absent"))
            node.add_child(end, end.activate)
            for pattern in (*positive, *rule.clause.negative):
                self.ends[pattern.attribute][end] = None

    def _test(self, pattern: Pattern, capture: str) -> Any:
        """Return the node that holds facts against the pattern."""
        tests = self.tests[pattern.attribute]
        if (pattern, capture) not in tests:
            test = tests[pattern, capture] = FeatureTesterNode(_fits(pattern, capture))
            self.root_node.add_child(test, test.activate)
        return tests[pattern, capture]

    def changes(self, adding: Any = (), deleting: Any = ()) -> tuple[list[Any], list[Any]]:
        """Return the activations that new facts add and remove; no fact is ever withdrawn.

        experta shows every fact to every test and asks every rule after each firing: ×5 to ×10.
        """
        if deleting:
            raise EngineError("a fact was withdrawn during a run")
        ends: dict[Any, None] = {}
        for fact in adding:
            attribute = fact[0].attribute
            for test in self.tests[attribute].values():
                if bound := test.matcher(fact):
                    token = Token.valid(fact, bound)
                    for child in test.children:
                        child.callback(token)
            ends |= self.ends[attribute]
        changed = [end.get_activations() for end in ends]
        return [a for new, _ in changed for a in new], [a for _, gone in changed for a in gone]


def _fits(pattern: Pattern, capture: str) -> Callable[[Any], dict[str, Any]]:
    """Return what tells of a fact what it binds, itself as `capture`: nothing if it is unfit."""
    attribute, subject, values, variable = pattern
    free = subject in {THIS, IT}

    def fits(fact: Any) -> dict[str, Any]:
        of, about, value = fact[0]
        if of != attribute or not (free or about == subject):
            return {}
        bound = {capture: fact, subject: about} if free else {capture: fact}
        if variable is None:
            return bound if value in values else {}
        return bound if bound.setdefault(variable, value) == value else {}

    return fits


def _joined(kind: Any, left: Any, right: Any) -> Any:
    """Return a node of this kind that joins two nodes."""
    node = kind(SameContextCheck())
    left.add_child(node, node.activate_left)
    right.add_child(node, node.activate_right)
    return node


# What a clause without a positive pattern starts from; no attribute has an empty name.
_START = Fact("", "", "")
_ALWAYS = Pattern(_START.attribute, _START.subject, frozenset({_START.value}))


class _Engine(KnowledgeEngine):  # type: ignore[misc]  # experta is untyped
    """An engine for one run, with the rules it is given instead of those of its class."""

    __strategy__ = _TotalOrder
    __matcher__ = _Matcher

    def __init__(self, rules: list[Any]) -> None:
        self._rules = rules
        super().__init__()

    def get_rules(self) -> list[Any]:
        """Return the rules of this engine."""
        return self._rules

    def get_deffacts(self) -> list[Any]:
        """Return what declares the first fact; the stock ones are of the class, too."""
        return [lambda: [ExpertaFact(_START)]]
