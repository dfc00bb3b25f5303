"""The same clauses run by CLIPS, the reference that experta imitates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import clips

from kemitraan.fact import Fact
from kemitraan.knowledge.language import IT, THIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.knowledge.language import Conclusion
    from kemitraan.logic.infer import Inference


PREFIX = "f:"
"""Keeps attributes clear of the words that CLIPS reserves."""


class ClipsFiring(NamedTuple):
    """A firing: the `order` of the clause, its `this`, its premises as `clause.positive`."""

    order: int
    this: str | None
    premises: tuple[Fact, ...]


def firings_of(inference: Inference) -> tuple[ClipsFiring, ...]:
    """Return the firings behind an inference in the form in which CLIPS reports them."""
    found = {
        ClipsFiring(d.clause.order, d.this, d.premises)
        for derivations in inference.derivations.values()
        for d in derivations
    }
    return tuple(sorted(found))


class ClipsRun(NamedTuple):
    """What CLIPS holds after a run: every fact, and every firing, sorted."""

    facts: frozenset[Fact]
    firings: tuple[ClipsFiring, ...]


class ClipsBase:
    """A CLIPS environment with the clauses built in; `run` may be called any number of times.

    A fact is an ordered fact `(f:attribute subject value)`. A lower stratum has the higher
    salience.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._attributes = {c.order: [p.attribute for p in c.positive] for c in clauses}
        self._binds = {c.order for c in clauses if _binds_this(c)}
        self._firings: list[ClipsFiring] = []
        self._environment: Any = clips.Environment()
        self._environment.define_function(self._record, name="record")
        for clause in clauses:
            self._environment.build(_defrule(clause))
        for router in self._environment.routers():
            # It collects what CLIPS says of an error, and is asked for each character read or
            # written: three quarters of a run.
            router.deactivate()

    def run(self, facts: Iterable[Fact]) -> ClipsRun:
        """Return what follows from the facts."""
        self._firings.clear()
        self._environment.reset()
        if text := "\n".join(f"({PREFIX}{' '.join(fact)})" for fact in facts):
            self._environment.load_facts(text)
        self._environment.run()
        written = map(str, self._environment.facts())
        held = (fact[1:-1].removeprefix(PREFIX) for fact in written if fact[1:].startswith(PREFIX))
        return ClipsRun(
            frozenset(Fact(*fact.split()) for fact in held), tuple(sorted(self._firings))
        )

    def _record(self, order: int, *bound: str) -> None:
        """Note a firing: `this` where it is bound, then subject and value of each premise."""
        words = [str(word) for word in bound]
        this = words.pop(0) if order in self._binds else None
        attributes = self._attributes[order]
        premises = map(Fact, attributes, words[::2], words[1::2])
        self._firings.append(ClipsFiring(order, this, tuple(premises)))


def _binds_this(clause: Clause) -> bool:
    return any(p.subject == THIS or p.variable for p in clause.positive)


def _defrule(clause: Clause) -> str:
    captured = []
    lines = []
    for number, pattern in enumerate(clause.positive):
        subject = f"?{pattern.subject}" if pattern.subject in {THIS, IT} else f"?s{number}"
        value = f"?{THIS}" if pattern.variable else f"?v{number}"
        captured += [subject, value]
        lines.append(_pattern(pattern, f"{subject}&", f"{value}&"))
    lines += [f"(not {_pattern(pattern)})" for pattern in clause.negative]
    this = [f"?{THIS}"] if _binds_this(clause) else []
    record = " ".join(["(record", str(clause.order), *this, *captured])
    heads = " ".join(_head(head) for head in clause.heads)
    return (
        f"(defrule r{clause.order} (declare (salience {-clause.stratum})) "
        f"{' '.join(lines)} => {record}) (assert {heads}))"
    )


def _pattern(pattern: Pattern, subject: str = "", value: str = "") -> str:
    """Return the CLIPS pattern; `subject` and `value` capture what the constants match."""
    first = f"?{pattern.subject}" if pattern.subject in {THIS, IT} else subject + pattern.subject
    second = f"?{THIS}" if pattern.variable else value + "|".join(sorted(pattern.values))
    return f"({PREFIX}{pattern.attribute} {first} {second})"


def _head(head: Conclusion) -> str:
    words = (f"?{THIS}" if word == THIS else word for word in (head.subject, head.value))
    return f"({PREFIX}{head.attribute} {' '.join(words)})"
