"""The same clauses run by CLIPS, the reference that experta imitates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import clips

from kemitraan.export.clips import asserted, binds_this, defrule, read
from kemitraan.fact import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.knowledge.compile import Clause
    from kemitraan.logic.infer import Inference


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
    """A CLIPS environment with the clauses built in; `run` may be called any number of times."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._attributes = {c.order: [p.attribute for p in c.positive] for c in clauses}
        self._binds = {c.order for c in clauses if binds_this(c)}
        self._firings: list[ClipsFiring] = []
        self._environment: Any = clips.Environment()
        self._environment.define_function(self._record, name="record")
        for clause in clauses:
            self._environment.build(defrule(clause, note="record"))
        for router in self._environment.routers():
            # It collects what CLIPS says of an error, and is asked for each character read or
            # written: three quarters of a run.
            router.deactivate()

    def run(self, facts: Iterable[Fact]) -> ClipsRun:
        """Return what follows from the facts."""
        self._firings.clear()
        self._environment.reset()
        if text := "\n".join(map(asserted, facts)):
            self._environment.load_facts(text)
        self._environment.run()
        held = frozenset(read(self._environment.facts()))
        return ClipsRun(held, tuple(sorted(self._firings)))

    def _record(self, order: int, *bound: str) -> None:
        """Note a firing: `this` where it is bound, then subject and value of each premise."""
        words = [str(word) for word in bound]
        this = words.pop(0) if order in self._binds else None
        attributes = self._attributes[order]
        premises = map(Fact, attributes, words[::2], words[1::2])
        self._firings.append(ClipsFiring(order, this, tuple(premises)))
