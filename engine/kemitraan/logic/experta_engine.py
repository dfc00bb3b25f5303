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
7. Every experta fact is built by `_as_experta`, its fields strings, duplicates removed before.
"""

# experta has no types
from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from kemitraan.fact import Fact
from kemitraan.faults import EngineError
from kemitraan.knowledge.language import IT, THIS
from kemitraan.logic.importable import importable
from kemitraan.logic.relevance import ground_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kemitraan.knowledge.compile import Clause, Pattern

with importable():
    # By submodule: the package itself swallows an ImportError and comes without its names.
    from experta.abstract import Strategy
    from experta.conditionalelement import NOT
    from experta.engine import KnowledgeEngine
    from experta.fact import Fact as ExpertaFact
    from experta.fact import InitialFact
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


class Firing(NamedTuple):
    """A clause that fired: its `this` (None if unbound), its premises as `clause.positive`."""

    clause: Clause
    this: str | None
    premises: tuple[Fact, ...]


def fire(clauses: Sequence[Clause], facts: Sequence[Fact]) -> list[Firing]:
    """Return every firing of the clauses over the facts, in the order they fired.

    The clauses come as `compile_rules` gives them: strata set, each `order` its own. The order
    of the two sequences makes no difference.
    """
    firings: list[Firing] = []
    engine = _Engine([_rule(clause, firings) for clause in clauses])
    engine.reset()
    engine.declare(*map(_as_experta, sorted(set(facts))))
    engine.run()
    return firings


def _rule(clause: Clause, firings: list[Firing]) -> Any:
    """Return the experta rule of a clause, which notes each of its firings."""
    captures = [f"p{number}" for number in range(len(clause.positive))]

    def conclude(engine: Any, **context: Any) -> None:
        this = context.get(THIS)
        firings.append(Firing(clause, this, tuple(_as_fact(context[c]) for c in captures)))
        for head in clause.heads:
            engine.declare(_as_experta(ground_head(head, this)))

    positive = [_pattern(p, c) for p, c in zip(clause.positive, captures, strict=True)]
    negative = [NOT(_pattern(p, "absent")) for p in clause.negative]
    # experta joins from the first pattern on and needs a positive one there.
    rule = _Rule(*(positive or [_ALWAYS]), *negative, salience=-clause.stratum)
    rule.order, rule.captures, rule.conclude = clause.order, captures, conclude
    rule.__name__ = clause.name
    return rule


class _Rule(Rule):  # type: ignore[misc]  # experta is untyped
    """A rule that equals itself alone, and concludes by a function that takes what it captured.

    The stock rule looks into the function's signature and is compared part by part.
    """

    __hash__, __eq__ = object.__hash__, object.__eq__

    def __call__(self, engine: Any, **context: Any) -> None:
        self.conclude(engine, **context)


class _Pattern(ExpertaFact):  # type: ignore[misc]  # experta is untyped
    """A pattern of a clause: the class of its facts, and what a fact that fits it binds.

    Stands where experta has a fact with constraints for fields, each with a node of its own.
    """

    def __init__(self, of: Any, key: Any, fits: Callable[[Any], dict[str, Any] | None]) -> None:
        self.of, self.key, self.fits = of, key, fits


def _pattern(pattern: Pattern, capture: str) -> _Pattern:
    _, subject, values, variable = pattern
    free = subject in {THIS, IT}

    def fits(fact: Any) -> dict[str, Any] | None:
        about, value = fact["s"], fact["v"]
        bound = {capture: fact}
        if free:
            bound[subject] = about
        elif about != subject:
            return None
        if variable is None:
            return bound if value in values else None
        return bound if bound.setdefault(variable, value) == value else None

    return _Pattern(_class_of(pattern.attribute), (pattern, capture), fits)


# What a rule without a positive pattern starts from.
_ALWAYS = _Pattern(InitialFact, None, lambda fact: {"initial": fact})


class _Fields(ExpertaFact):  # type: ignore[misc]  # experta is untyped
    """A fact or a pattern of ours: its fields are strings and constraints, none to be frozen."""

    def __init__(self, **fields: Any) -> None:
        # The stock fact looks into every field of every fact and pattern it makes or copies.
        dict.update(self, fields)

    @staticmethod
    def has_nested_accessor() -> bool:
        return False  # the stock fact takes the names of all its fields apart to find out


# Kept, because a class is dear to make; there are no more of them than attributes in use.
_CLASSES: dict[str, Any] = {}


def _class_of(attribute: str) -> Any:
    """Return the experta class of the facts of one attribute (fields `s` and `v`)."""
    if found := _CLASSES.get(attribute):
        return found
    # Of two threads that come here, both must get the same class.
    return _CLASSES.setdefault(attribute, type(attribute, (_Fields,), {"attribute": attribute}))


def _as_experta(fact: Fact) -> Any:
    return _class_of(fact.attribute)(s=fact.subject, v=fact.value)


def _as_fact(fact: Any) -> Fact:
    return Fact(fact.attribute, fact["s"], fact["v"])


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
        matched = tuple(-context[name]["__factid__"] for name in rule.captures)
        return rule.salience, tuple(sorted(matched, reverse=True)), -rule.order, matched


class _Token(Token):  # type: ignore[misc]  # experta is untyped
    """A token of one fact, which no node changes: none needs the copies that nodes make."""

    def __new__(cls, fact: Any, context: dict[str, Any]) -> Any:
        # The stock token checks types that are right here by construction.
        return tuple.__new__(cls, (Token.TagType.VALID, {fact}, context))

    def copy(self) -> Any:
        return self


class _Test(FeatureTesterNode):  # type: ignore[misc]  # experta is untyped
    """Holds facts against one pattern, and passes on those that fit with what they bind."""

    def show(self, fact: Any) -> None:
        bound = self.matcher(fact)
        if bound is not None:
            token = _Token(fact, bound)
            for child in self.children:
                child.callback(token)


class _Matcher(ReteMatcher):  # type: ignore[misc]  # experta is untyped
    """Shows a fact to the patterns of its class, and asks only the rules below those.

    The stock matcher shows every fact to every class, asks every rule after each firing, rewrites
    rules that need no rewriting and ranks their tests: four fifths of a run.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._tests: dict[Any, list[Any]] = defaultdict(list)
        for child in self.root_node.children:
            self._tests[child.node.of].append(child.node)
        self._ends = {
            of: list(dict.fromkeys(end for test in tests for end in _ends(test)))
            for of, tests in self._tests.items()
        }

    @staticmethod
    def prepare_ruleset(engine: Any) -> list[Any]:
        """Return the rules as they are: `_rule` writes them in the form the network takes."""
        return list(engine.get_rules())

    @staticmethod
    def build_alpha_part(ruleset: Any, root_node: Any) -> dict[Any, Any]:
        """Make a node for each pattern; rules share what is alike."""
        tests: dict[Any, Any] = {}
        for part in (part for rule in ruleset for part in rule):
            pattern = part[0] if isinstance(part, NOT) else part
            if pattern.key not in tests:
                test = tests[pattern.key] = _Test(pattern.fits)
                test.of = pattern.of
                root_node.add_child(test, test.show)
        return tests

    @staticmethod
    def build_beta_part(ruleset: Any, alpha_terminals: Any) -> None:
        """Chain the patterns of each rule to the node at which it fires."""
        for rule in ruleset:
            first, *others = rule
            node = alpha_terminals[first.key]
            for other in others:
                absent = isinstance(other, NOT)
                joined = (NotNode if absent else OrdinaryMatchNode)(SameContextCheck())
                right = alpha_terminals[(other[0] if absent else other).key]
                node.add_child(joined, joined.activate_left)
                right.add_child(joined, joined.activate_right)
                node = joined
            end = ConflictSetNode(rule)
            node.add_child(end, end.activate)

    def changes(self, adding: Any = (), deleting: Any = ()) -> tuple[list[Any], list[Any]]:
        """Return the activations that new facts add and remove; no fact is ever withdrawn."""
        if deleting:
            raise EngineError("a fact was withdrawn during a run")
        ends: dict[Any, None] = {}
        for fact in adding:
            of = type(fact)
            for test in self._tests.get(of, ()):
                test.show(fact)
            ends.update(dict.fromkeys(self._ends.get(of, ())))
        changed = [end.get_activations() for end in ends]
        return [a for new, _ in changed for a in new], [a for _, gone in changed for a in gone]


def _ends(node: Any) -> Iterator[Any]:
    """Yield the nodes below `node` at which a rule is activated."""
    if isinstance(node, ConflictSetNode):
        yield node
    for child in node.children:
        yield from _ends(child.node)


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
        """Return what declares the fact that rules without a positive pattern start from."""
        return [lambda: [InitialFact()]]
