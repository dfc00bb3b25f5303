"""The seven faults of experta that the engine lives with, each shown, and shown to be harmless.

The numbers are those in the docstring of `kemitraan.logic.experta_engine`.
"""

# experta has no types
from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from kemitraan.fact import Fact
from kemitraan.faults import EngineError
from kemitraan.logic import experta_engine
from kemitraan.logic.experta_engine import fire
from kemitraan.logic.infer import infer
from tests.logic.clips_engine import ClipsBase, ClipsFiring
from tests.logic.random_bases import random_clauses, random_facts, seeded
from tests.logic.small import clause, pattern, python
from tests.logic.tied_rules import orders_in_process, tied_orders

experta: Any = experta_engine
"""experta's own names, and our private ones, untyped alike."""

# 1 import


LEND = "import collections, collections.abc as c; collections.Mapping = c.Mapping; "


def test_1_experta_alone_cannot_be_imported() -> None:
    code = "try:\n    import experta\nexcept AttributeError as error:\n    print(error)"
    assert "has no attribute 'Mapping'" in python(code)


def test_1_experta_alone_sets_up_logging() -> None:
    assert python(f"{LEND}import experta, logging; print(len(logging.root.handlers))") == "1"


def test_1_our_import_leaves_collections_and_logging_as_they_were() -> None:
    code = (
        "import collections, logging, kemitraan.logic.experta_engine; "
        "print(hasattr(collections, 'Mapping'), logging.root.handlers)"
    )
    assert python(code) == "False []"


def test_1_a_handler_set_up_by_the_caller_stays() -> None:
    code = (
        "import logging; logging.basicConfig(); import kemitraan.logic.experta_engine; "
        "print(len(logging.root.handlers))"
    )
    assert python(code) == "1"


WITHOUT_SCHEMA = "import sys; sys.modules['schema'] = None\n"


def test_1_experta_alone_hides_that_it_lacks_a_package() -> None:
    code = f"{WITHOUT_SCHEMA}{LEND}import experta; print(hasattr(experta, 'KnowledgeEngine'))"
    assert python(code) == "False"


def test_1_our_import_reports_that_a_package_is_missing() -> None:
    code = (
        f"{WITHOUT_SCHEMA}from kemitraan.faults import EngineError\n"
        "try:\n    import kemitraan.logic.experta_engine\n"
        "except EngineError as error:\n    print(error)"
    )
    assert "cannot be imported" in python(code)


# 2 withdrawn activations, 3 order of firing

EXPECTED = "R-00 R-01 R-02 R-03 R-04 R-06 R-07 R-08"


def test_2_the_stock_strategy_fires_what_was_withdrawn() -> None:
    assert any(
        "R-05" in order for seed in range(60) for order in orders_in_process(seed, stock=True)
    )


def test_3_the_stock_strategy_fires_ties_in_any_order() -> None:
    orders: set[str] = set()
    assert any(
        len(orders := orders | orders_in_process(seed, stock=True)) > 1 for seed in range(60)
    )


@pytest.mark.slow
def test_2_and_3_ours_never_fires_what_was_withdrawn_and_always_in_one_order() -> None:
    for seed in range(4):
        assert orders_in_process(seed, stock=False) == {EXPECTED}
    assert {" ".join(order) for order in tied_orders(300)} == {EXPECTED}


def test_3_facts_and_clauses_in_any_order_fire_in_one_order() -> None:
    for seed in range(20):
        random = seeded(seed)
        clauses, facts = list(random_clauses(random)), random_facts(random)
        first = fire(clauses, facts)
        random.shuffle(clauses)
        random.shuffle(facts)
        assert fire(clauses, facts) == first


TWICE = (clause(0, ("b", "s", "yes"), (pattern("a", "x", "y"), pattern("a", "x", "y"))),)
X_AND_Y = [Fact("a", "s", "x"), Fact("a", "s", "y")]


def test_3_one_rule_on_the_same_two_facts_fires_in_one_order() -> None:
    assert len({tuple(fire(TWICE, X_AND_Y)) for _ in range(50)}) == 1


# 4 what keeps its meaning


def stock_class(**rules: Any) -> Any:
    """Return a knowledge base as experta's users write it, a class with rules."""
    return type("Base", (experta.KnowledgeEngine,), rules)


def run_stock(facts: tuple[Any, ...], **rules: Any) -> Any:
    """Return a stock engine after a run over the facts."""
    engine = stock_class(**rules)()
    engine.reset()
    engine.declare(*facts)
    engine.run()
    return engine


def test_4_experta_does_not_mean_what_it_says_by_other_forms() -> None:
    # Importable only after our own import.
    from experta.conditionalelement import NOT
    from experta.fieldconstraint import P

    fired: list[str] = []
    a, b, c = (type(name, (experta.ExpertaFact,), {}) for name in "abc")

    any_a = P(bool)
    pair = experta.Rule(a(v=any_a), a(v=any_a))
    unless_both = experta.Rule(a(v=1), NOT(b(), c()))
    run_stock(
        (a(v=1), a(v=2), b()),
        pair=pair(lambda _: fired.append("pair")),
        unless_both=unless_both(lambda _: fired.append("unless both")),
    )
    assert fired.count("pair") < 4, "two facts pair in four ways"
    assert "unless both" not in fired, "b is there and c is not"


def test_4_identical_patterns_of_a_clause_pair_as_in_clips() -> None:
    firings = {ClipsFiring(f.clause.order, f.this, f.premises) for f in fire(TWICE, X_AND_Y)}
    assert len(firings) == 4
    assert firings == set(ClipsBase(TWICE).run(X_AND_Y).firings)


def test_4_a_clause_joins_its_positive_patterns_then_denies_one_pattern_at_a_time() -> None:
    for seed in range(50):
        for compiled in random_clauses(seeded(seed)):
            matcher = experta._Engine([experta._rule(compiled, [])]).matcher
            positive, negative = compiled.positive or (experta._ALWAYS,), compiled.negative
            assert chain(matcher, positive[0]) == [
                *[experta.OrdinaryMatchNode] * (len(positive) - 1),
                *[experta.NotNode] * len(negative),
                experta.ConflictSetNode,
            ]
            tests = [child.node for child in matcher.root_node.children]
            assert {type(test) for test in tests} == {experta.FeatureTesterNode}
            assert len(tests) == len(positive) + len(set(negative))


def chain(matcher: Any, first: Any) -> list[Any]:
    """Return the kinds of the nodes from the test of the first pattern to the end of the rule."""
    kinds = []
    children = matcher.tests[first.attribute][first, "p0"].children
    while children:
        (child,) = children
        assert child.callback.__name__ != "activate_right"
        kinds.append(type(child.node))
        children = child.node.children
    return kinds


@pytest.mark.slow
def test_4_asking_every_rule_about_every_fact_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worlds = [(random_clauses(r), random_facts(r)) for r in map(seeded, range(50))]
    chosen = [fire(*world) for world in worlds]
    # experta's own takes the place of ours.
    monkeypatch.delattr(experta._Matcher, "changes")
    assert [fire(*world) for world in worlds] == chosen


# 5 no truth maintenance

DENIES = clause(
    0, ("open", "s", "yes"), (pattern("door", "yes"),), (pattern("closed", "yes"),), stratum=1
)
CLOSES = clause(1, ("closed", "s", "yes"), (pattern("fault", "yes"),))


def test_5_experta_keeps_what_no_longer_follows() -> None:
    # Importable only after our own import.
    from experta.conditionalelement import NOT

    door, fault = (type(name, (experta.ExpertaFact,), {}) for name in ("door", "fault"))
    opens = experta.Rule(NOT(fault()))(lambda engine: engine.declare(door()))
    engine = run_stock((), opens=opens)
    engine.declare(fault())
    engine.run()
    assert any(isinstance(fact, door) for fact in engine.facts.values())


def test_5_without_strata_a_rule_fires_before_what_it_needs_absent_is_concluded() -> None:
    facts = [Fact("door", "s", "yes"), Fact("fault", "s", "yes")]
    fired = [f.clause.name for f in fire([DENIES._replace(stratum=0), CLOSES], facts)]
    assert "R-00" in fired


def test_5_with_strata_a_rule_waits_for_what_it_needs_absent() -> None:
    facts = [Fact("door", "s", "yes"), Fact("fault", "s", "yes")]
    assert [f.clause.name for f in fire([DENIES, CLOSES], facts)] == ["R-01"]
    assert [f.clause.name for f in fire([DENIES, CLOSES], facts[:1])] == ["R-00"]


def test_5_facts_are_declared_once_before_the_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("reset", "declare", "run"):
        stock = getattr(experta.KnowledgeEngine, name)

        def noted(self: Any, *args: Any, name: str = name, stock: Any = stock) -> Any:
            calls.append(name)
            return stock(self, *args)

        monkeypatch.setattr(experta._Engine, name, noted, raising=False)
    fire([CLOSES], [Fact("fault", "s", value) for value in ("yes", "no", "old")])
    assert calls == ["reset", "declare", "run", "declare"], "the last one is the conclusion"


def test_5_withdrawing_a_fact_is_refused() -> None:
    engine = experta._Engine([])
    engine.reset()
    fact = experta.ExpertaFact(Fact("a", "s", "x"))
    engine.declare(fact)
    with pytest.raises(EngineError, match="withdrawn"):
        engine.retract(fact)


# 6 rules belong to one engine


def test_6_a_stock_rule_belongs_to_the_instance_that_asked_last() -> None:
    base = stock_class(note=experta.Rule(experta.ExpertaFact(a=1))(lambda _: None))
    first, second = base(), base()
    rule = first.note
    assert rule is second.note
    assert rule._wrapped_self is second


def test_6_engines_side_by_side_keep_their_firings_apart() -> None:
    logs: tuple[list[Any], list[Any]] = ([], [])
    engines = [experta._Engine([experta._rule(CLOSES, log)]) for log in logs]
    for engine in engines:
        engine.reset()
    engines[0].declare(experta.ExpertaFact(Fact("fault", "s", "yes")))
    engines[0].run()
    assert [len(log) for log in logs] == [1, 0]


@pytest.mark.slow
def test_6_threads_infer_what_one_thread_infers() -> None:
    jobs = []
    for seed in range(40):
        random = seeded(seed)
        jobs.append((random_clauses(random), random_facts(random)))
    alone = [infer(*job) for job in jobs]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda job: infer(*job), jobs * 3))
    assert together == alone * 3


def test_6_no_engine_outlives_its_run() -> None:
    fire([CLOSES], [Fact("fault", "s", "yes")])
    gc.collect()
    assert not [o for o in gc.get_objects() if type(o) is experta._Engine]


def test_6_a_run_is_untouched_by_one_that_broke(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [Fact("fault", "s", "yes")]
    before = fire([CLOSES], facts)
    with monkeypatch.context() as patch:
        patch.setattr(experta_engine, "derivation_of", None)
        with pytest.raises(TypeError):
            fire([CLOSES], facts)
    assert fire([CLOSES], facts) == before


# 7 facts


def test_7_experta_drops_duplicates_takes_true_for_1_and_cannot_reuse_a_fact() -> None:
    fact = experta.ExpertaFact(a=True)
    engine = experta.KnowledgeEngine()
    engine.reset()
    assert engine.declare(fact) is fact
    assert engine.declare(experta.ExpertaFact(a=1)) is None
    other = experta.KnowledgeEngine()
    other.reset()
    other.declare(experta.ExpertaFact(b=1))
    number = fact["__factid__"]
    other.declare(fact)
    assert number != fact["__factid__"], "the first engine now holds a fact by a wrong number"


def test_7_duplicates_and_reuse_make_no_difference() -> None:
    facts = [Fact("fault", "s", "yes")]
    once = infer([CLOSES], facts)
    assert infer([CLOSES], facts * 3) == once
    assert once.derived == (Fact("closed", "s", "yes"),)


def test_7_values_that_look_like_true_and_1_stay_apart() -> None:
    clauses = [
        clause(number, ("seen", "s", f"as-{value}"), (pattern("a", value),))
        for number, value in enumerate(("True", "true", "1", "1.0", "yes"))
    ]
    for value in ("True", "true", "1", "1.0", "yes"):
        found = infer(clauses, [Fact("a", "s", value)])
        assert found.derived == (Fact("seen", "s", f"as-{value}"),)
