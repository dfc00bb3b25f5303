"""Can these conditions hold together? A search for a contradiction, over rules if need be.

A contradiction is sure; where none is found within the depth, the conditions may or may not be
able to hold together. Used to prove that two rules exclude each other, and that a rule can
never fire. What is known beforehand: an input or an assumption has one value (unless `many`),
properties of catalogue entries are fixed, a conclusion needs a rule that concludes it, and what
is denied is concluded by none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, TypeAlias

from kemitraan.fact import Slot
from kemitraan.knowledge.ground import bound, instance
from kemitraan.knowledge.language import IT, THIS, Absent, AtLeast, Condition, Holds, Some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.knowledge.ground import Ground, Instance
    from kemitraan.knowledge.language import Conclusion, Rule

DEPTH = 3
_CHOICES = 100
_STEPS = 20_000


@dataclass(frozen=True)
class Literal:
    """A cell has one of these values (`holds`), or none of them."""

    cell: Slot
    values: frozenset[str]
    holds: bool


@dataclass(frozen=True)
class Every:
    """Every part is true; of no parts, true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Either:
    """Some part is true; of no parts, false."""

    parts: tuple[Formula, ...]


Formula: TypeAlias = Literal | Every | Either
TRUE = Every(())


@dataclass
class _State:
    """What is taken to be so: values a cell has one of, values it has none of, what was opened."""

    has: dict[Slot, tuple[frozenset[str], ...]]
    lacks: dict[Slot, frozenset[str]]
    opened: frozenset[Literal]

    def copy(self) -> _State:
        return _State(dict(self.has), dict(self.lacks), self.opened)


_Open: TypeAlias = tuple[Either, int]


class Search:
    """Looks for contradictions over the rules of a base.

    `single` names the derived attributes already known to have one value at most.
    """

    def __init__(self, ground: Ground, single: Iterable[str] = ()) -> None:
        self.ground = ground
        attributes = ground.words.attributes.values()
        self.fixed = {a.id for a in attributes if a.role == "property"}
        self.derived = {a.id for a in attributes if a.role == "derived"}
        self.single = {a.id for a in attributes if a.role != "derived" and not a.many}
        self.single.update(single)
        self.concluding: dict[str, list[tuple[Rule, Conclusion]]] = defaultdict(list)
        for rule in ground.rules:
            for conclusion in rule.conclusions:
                self.concluding[conclusion.attribute].append((rule, conclusion))
        self.steps = 0
        self.witnesses = 0

    def contradictory(self, conditions: Iterable[Condition], depth: int = DEPTH) -> bool:
        """Tell whether these ground conditions are proven not to hold together."""
        listed = list(conditions)
        # A shallow proof is a quick one; most need no rule opened.
        return any(self.refuted(listed, d) for d in range(depth + 1))

    def refuted(self, conditions: Iterable[Condition], depth: int) -> bool:
        """Tell whether a contradiction is found when rules are opened to exactly this depth."""
        self.steps = _STEPS
        self.witnesses = 0
        queue = [(self.formula(c, holds=True), depth) for c in conditions]
        return not self._model(_State({}, {}, frozenset()), queue, [])

    # Conditions to formulas

    def formula(self, condition: Condition, *, holds: bool) -> Formula:
        """Return a ground condition, or its denial, as a formula."""
        match condition:
            case Holds(attribute, subject, values):
                return Literal(Slot(attribute, subject), frozenset(values), holds)
            case Absent(inner):
                return self.formula(inner, holds=not holds)
            case AtLeast(n, parts):
                # Not n of k: all of some k - n + 1 fail.
                size = n if holds else len(parts) - n + 1
                if comb(len(parts), size) > _CHOICES:
                    return TRUE
                made = [self.formula(p, holds=holds) for p in parts]
                return Either(tuple(Every(choice) for choice in combinations(made, size)))
            case Some():
                return self._some(condition, holds=holds)

    def _some(self, some: Some, *, holds: bool) -> Formula:
        if self.ground.words.kinds[some.kind].entries:
            choices = [
                [self.formula(c, holds=holds) for c in conditions]
                for conditions in self.ground.witnesses(some)
            ]
            if holds:
                return Either(tuple(Every(tuple(c)) for c in choices))
            return Every(tuple(Either(tuple(c)) for c in choices))
        if not holds:
            return TRUE
        somebody = self._somebody(some.kind)
        inner = (self.formula(bound(c, IT, somebody), holds=True) for c in some.conditions)
        return Every(tuple(inner))

    def _somebody(self, kind: str) -> str:
        """Return a subject of this kind about whom nothing else is said."""
        self.witnesses += 1
        return f"{kind} ?{self.witnesses}"

    # The search

    def _model(self, state: _State, queue: list[tuple[Formula, int]], choices: list[_Open]) -> bool:
        """Tell whether no contradiction was found."""
        self.steps -= 1
        if self.steps <= 0:
            return True
        while True:
            while queue:
                formula, depth = queue.pop()
                match formula:
                    case Every(parts):
                        queue.extend((p, depth) for p in parts)
                    case Either():
                        choices.append((formula, depth))
                    case Literal() if self._says(state, formula) is False:
                        return False
                    case Literal():
                        self._take(state, formula)
                        concluded = formula.cell.attribute in self.derived
                        if depth and concluded and formula not in state.opened:
                            state.opened |= {formula}
                            queue.append((self._opened(formula), depth - 1))
            left: list[_Open] = []
            for choice, depth in choices:
                parts = tuple(p for p in choice.parts if self._says(state, p) is not False)
                if not parts:
                    return False
                if len(parts) == 1:
                    queue.append((parts[0], depth))
                elif not any(self._says(state, p) for p in parts):
                    left.append((Either(parts), depth))
            choices = left
            if not queue:
                break
        if not choices:
            return True
        choices.sort(key=lambda c: len(c[0].parts))
        (choice, depth), *rest = choices
        return any(self._model(state.copy(), [(p, depth)], list(rest)) for p in choice.parts)

    def _says(self, state: _State, formula: Formula) -> bool | None:
        """Return whether the state makes a formula true or false; None where it does neither."""
        match formula:
            case Every(parts):
                said = [self._says(state, p) for p in parts]
                return False if False in said else None if None in said else True
            case Either(parts):
                said = [self._says(state, p) for p in parts]
                return True if True in said else None if None in said else False
            case Literal(cell, values, holds):
                true = self._has(state, cell, values)
                return true if holds or true is None else not true

    def _has(self, state: _State, cell: Slot, values: frozenset[str]) -> bool | None:
        """Return whether the cell has one of the values, as far as the state tells."""
        able = values & self._able(cell)
        if cell.attribute in self.fixed:
            return bool(able)
        if not able - state.lacks.get(cell, frozenset()):
            return False
        known = state.has.get(cell, ())
        if any(had <= values for had in known):
            return True
        if cell.attribute in self.single and any(had.isdisjoint(values) for had in known):
            return False
        return None

    def _able(self, cell: Slot) -> frozenset[str]:
        """Return the values that are possible at all; of somebody, those of anybody."""
        possible = self.ground.possible
        if cell in possible:
            return frozenset(possible[cell])
        kind = self.ground.words.attributes[cell.attribute].of
        if self.ground.words.kinds[kind].entries:
            return frozenset()
        anybody = self.ground.subjects[kind][0]
        return frozenset(possible.get(Slot(cell.attribute, anybody), ()))

    def _take(self, state: _State, literal: Literal) -> None:
        cell = literal.cell
        if not literal.holds:
            state.lacks[cell] = state.lacks.get(cell, frozenset()) | literal.values
        else:
            known = state.has.get(cell, ())
            if known and cell.attribute in self.single:
                state.has[cell] = (known[0] & literal.values,)
            else:
                state.has[cell] = (*known, literal.values & self._able(cell))
        if cell in state.has:
            lacks = state.lacks.get(cell, frozenset())
            state.has[cell] = tuple(dict.fromkeys(had - lacks for had in state.has[cell]))

    # Rules behind a literal

    def _opened(self, literal: Literal) -> Formula:
        """Return what has to be so for a conclusion to hold, or to be denied."""
        made = [
            tuple(self.formula(c, holds=literal.holds) for c in one.conditions)
            for one in self._concluding(literal)
        ]
        if literal.holds:
            return Either(tuple(Every(parts) for parts in made))
        return Every(tuple(Either(parts) for parts in made))

    def _concluding(self, literal: Literal) -> Iterator[Instance]:
        cell = literal.cell
        kinds = self.ground.words.kinds
        for rule, conclusion in self.concluding[cell.attribute]:
            bindings: Iterable[str | None]
            if conclusion.subject == THIS:
                bindings = (cell.subject,)
            elif conclusion.subject != cell.subject:
                continue
            elif conclusion.value == THIS:
                bindings = sorted(literal.values)
            elif rule.each is None:
                bindings = (None,)
            elif literal.holds and not kinds[rule.each].entries:
                bindings = (self._somebody(rule.each),)
            else:
                bindings = self.ground.subjects[rule.each]
            for this in bindings:
                one = instance(rule, this)
                if any(c == cell and v in literal.values for c, v in one.conclusions):
                    yield one
