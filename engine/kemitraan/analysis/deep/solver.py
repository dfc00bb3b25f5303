"""Is there a profile that makes a formula true? A search that learns from every dead end.

Conflict-driven clause learning over the clauses of an and-inverter graph and the clauses that
tie inputs together. Literals are those of the graph. Everything is decided in a fixed order, so
that the same question has the same answer in any process.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kemitraan.analysis.deep.formula import Graph

_RESTART = 100
_DECAY = 1 / 0.95
_HUGE = 1e100


class Undecided(Exception):  # noqa: N818  # a result of the search, told to the reader as such
    """The search was given up after the number of dead ends it was allowed."""


def solve(
    graph: Graph,
    wanted: Sequence[int],
    clauses: Iterable[Sequence[int]],
    preferred: Collection[int],
    most: int,
) -> frozenset[int] | None:
    """Return the literals of inputs in one assignment that makes all of `wanted` true.

    None if there is none. `clauses` tie inputs together; those about inputs that `wanted` does
    not rest on are left aside. Inputs not in `preferred` are tried as false first.

    Raises:
        Undecided: neither was settled within `most` dead ends.
    """
    cone = graph.cone(wanted)
    tied = {node for node in cone if not graph.nodes[node][1]}
    # A clause comes in whole: what it ties together is decided together.
    listed: list[list[int]] = []
    apart = [list(clause) for clause in clauses]
    while taken := [c for c in apart if any(literal >> 1 in tied for literal in c)]:
        listed += taken
        apart = [c for c in apart if all(literal >> 1 not in tied for literal in c)]
        tied.update(literal >> 1 for clause in taken for literal in clause)
    inputs = sorted(tied)
    search = _Search([*inputs, *cone], preferred)
    for node in cone:
        left, right = graph.nodes[node]
        if right:
            listed += [[2 * node + 1, left], [2 * node + 1, right], [2 * node, left ^ 1, right ^ 1]]
    listed += [[literal] for literal in wanted]
    if 0 in wanted or not all(search.add(c) for c in listed) or not search.run(most):
        return None
    return frozenset(x for node in inputs for x in (2 * node, 2 * node + 1) if search.is_true(x))


class _Search:
    """The state of one search. Variables are nodes; a value is 1 (true), 0 (false) or -1."""

    def __init__(self, variables: Iterable[int], preferred: Collection[int]) -> None:
        self.value: dict[int, int] = {}
        self.phase: dict[int, int] = {}
        self.activity: dict[int, float] = {}
        for variable in variables:
            for literal in (2 * variable, 2 * variable + 1):
                self.value[literal] = -1
            self.phase[variable] = 0 if variable in preferred else 1
            self.activity[variable] = 0.0
        self.value[0], self.value[1] = 0, 1
        self.watches: dict[int, list[list[int]]] = {literal: [] for literal in self.value}
        self.trail: list[int] = []
        self.limits: list[int] = []
        self.level: dict[int, int] = {0: 0}
        self.reason: dict[int, list[int] | None] = {}
        self.done = 0
        self.bump = 1.0
        self.queue = [(-0.0, v) for v in self.phase]
        heapify(self.queue)

    def is_true(self, literal: int) -> bool:
        return self.value[literal] == 1

    def add(self, clause: list[int]) -> bool:
        """Take a clause in before the search begins; False where it cannot hold."""
        clause = list(dict.fromkeys(clause))
        if any(self.value[x] == 1 or x ^ 1 in clause for x in clause):
            return True
        clause = [x for x in clause if self.value[x] == -1]
        if not clause:
            return False
        if len(clause) == 1:
            self._assign(clause[0], None)
            return self._propagate() is None
        self._watch(clause)
        return True

    def _watch(self, clause: list[int]) -> None:
        self.watches[clause[0]].append(clause)
        self.watches[clause[1]].append(clause)

    def run(self, most: int) -> bool:
        """Search; tell whether there is an assignment."""
        conflicts = 0
        while True:
            wrong = self._propagate()
            if wrong is not None:
                if not self.limits:
                    return False
                conflicts += 1
                if conflicts > most:
                    raise Undecided
                learned, back = self._analyse(wrong)
                self._cancel(back)
                if len(learned) > 1:
                    self._watch(learned)
                self._assign(learned[0], learned if len(learned) > 1 else None)
                self.bump *= _DECAY
                if conflicts % _RESTART == 0:
                    self._cancel(0)
                continue
            variable = self._next()
            if variable is None:
                return True
            self.limits.append(len(self.trail))
            self._assign(2 * variable + self.phase[variable], None)

    def _next(self) -> int | None:
        while self.queue:
            _, variable = heappop(self.queue)
            if self.value[2 * variable] == -1:
                return variable
        return None

    def _assign(self, literal: int, reason: list[int] | None) -> None:
        self.value[literal], self.value[literal ^ 1] = 1, 0
        self.level[literal >> 1] = len(self.limits)
        self.reason[literal >> 1] = reason
        self.trail.append(literal)

    def _propagate(self) -> list[int] | None:
        """Draw every conclusion; return a clause that is false, if one is."""
        value, watches = self.value, self.watches
        while self.done < len(self.trail):
            false = self.trail[self.done] ^ 1
            self.done += 1
            waiting = watches[false]
            kept: list[list[int]] = []
            watches[false] = kept
            for place, clause in enumerate(waiting):
                if clause[0] == false:
                    clause[0], clause[1] = clause[1], false
                first = clause[0]
                if value[first] == 1:
                    kept.append(clause)
                    continue
                for k in range(2, len(clause)):
                    if value[clause[k]]:
                        clause[1], clause[k] = clause[k], false
                        watches[clause[1]].append(clause)
                        break
                else:
                    kept.append(clause)
                    if value[first] == 0:
                        kept.extend(waiting[place + 1 :])
                        return clause
                    self._assign(first, clause)
        return None

    def _analyse(self, wrong: list[int]) -> tuple[list[int], int]:
        """Return the clause that a dead end teaches, and the level to go back to."""
        now = len(self.limits)
        seen: set[int] = set()
        learned: list[int] = []
        open_, place = 0, len(self.trail) - 1
        clause: list[int] = wrong
        while True:
            for literal in clause:
                variable = literal >> 1
                if variable in seen or self.value[literal] == 1 or not self.level[variable]:
                    continue
                seen.add(variable)
                self._bump(variable)
                if self.level[variable] == now:
                    open_ += 1
                else:
                    learned.append(literal)
            while self.trail[place] >> 1 not in seen:
                place -= 1
            literal = self.trail[place]
            place -= 1
            open_ -= 1
            if not open_:
                break
            clause = self.reason[literal >> 1] or []
        learned.sort(key=lambda x: -self.level[x >> 1])
        back = self.level[learned[0] >> 1] if learned else 0
        return [literal ^ 1, *learned], back

    def _bump(self, variable: int) -> None:
        self.activity[variable] += self.bump
        if self.activity[variable] > _HUGE:
            self.activity = {v: a / _HUGE for v, a in self.activity.items()}
            self.bump /= _HUGE
            self.queue = [(-self.activity[v], v) for _, v in self.queue]
            heapify(self.queue)
        if self.value[2 * variable] == -1:
            heappush(self.queue, (-self.activity[variable], variable))

    def _cancel(self, level: int) -> None:
        if len(self.limits) <= level:
            return
        for literal in self.trail[self.limits[level] :]:
            variable = literal >> 1
            self.value[literal] = self.value[literal ^ 1] = -1
            self.phase[variable] = literal & 1
            heappush(self.queue, (-self.activity[variable], variable))
        del self.trail[self.limits[level] :]
        del self.limits[level:]
        self.done = len(self.trail)
