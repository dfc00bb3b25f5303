"""Which single changes of a fact, an assumption or a rule change what is recommended, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.flips.combined import Combined, combined
from kemitraan.analysis.flips.sorts import Sort
from kemitraan.analysis.flips.steps import StepRow, step_rows
from kemitraan.analysis.scope import Change, change, change_axes, unknown_axes
from kemitraan.analysis.told import apart, told_now, with_beside
from kemitraan.faults import Place, named
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.published import Data, Published
from kemitraan.recommendation.differences import Difference, moved
from kemitraan.recommendation.lines import Lines
from kemitraan.recommendation.model import Labelled
from kemitraan.scenario.evidence import BY_BASIS
from kemitraan.worlds.reading_in import ORIGIN
from kemitraan.worlds.space import Listed, changes, numbers
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip(Data):
    """A single change that is felt, and all that is shown otherwise by it."""

    sort: Sort
    change: Change
    differences: tuple[Difference, ...]

    @property
    def aspects(self) -> frozenset[str]:
        """Return the aspects in which something is otherwise."""
        return frozenset(aspect for d in self.differences for aspect in d.aspects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Data):
    """How many single changes flip one aspect: `count` of `of`, and the same for each sort."""

    aspect: str
    count: int
    of: int
    by_sort: Mapping[Sort, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Flips(Published):
    """What every single change does, then pairs, and on request triples.

    `flips` are the changes that are felt, those that flip most first; `steps` what one step lower
    or higher on an ordered scale does; `combined` sets of changes that flip type or readiness
    only together.
    """

    kind: ClassVar[str] = "flips"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "flips": (
            "sort",
            "change_label",
            "change_before_label",
            "change_after_label",
            "differences_label",
        ),
    }

    sentra: Labelled
    sorts: tuple[Sort, ...]
    tested: int
    tallies: tuple[Tally, ...]
    flips: tuple[Flip, ...]
    steps: tuple[StepRow, ...]
    combined: tuple[Combined, ...]


def flips(case: Case, *, together: int = 2, of: Sequence[str] = ()) -> Flips:
    """Return what every single change does to the recommendation of a case.

    Args:
        case: from `kemitraan.examine`.
        together: how many changes at a time are looked at: 1, 2 (pairs too) or 3 (triples too).
        of: sorts of changes to look at (`fact`, `unknown`, `actor`, `assumption`, `rule`); all,
            if none is named.

    Raises:
        InputError: a sort of change does not exist.
    """
    looked_at = named(of, Sort, Place("--of")) or tuple(Sort)
    asked = set(unknown_axes(case))
    axes = [a for a in change_axes(case) if _sort(a, asked) in looked_at]
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    singles = real_changes(worlds)
    targets = [f for f in sorted(worlds.program.bodies) if f.attribute in case.base.shown.aspect_of]
    space = Listed(worlds.sizes, [(), *((move,) for move in singles)])
    now = told_now(case)
    found = worlds.shown(space, with_beside(case, worlds, targets))
    otherwise = apart(case, found, targets, space.full)
    lines = Lines(case.view, now)
    by_world: dict[int, list[Fact]] = defaultdict(list)
    for fact, where in otherwise.items():
        for world in numbers(where):
            by_world[world].append(fact)
    made: dict[tuple[Axis, int], Flip] = {}
    for number, (place, option) in enumerate(singles, 1):
        # What changes within a line that reads the same is no difference.
        if differences := moved(lines, by_world.get(number, ())):
            axis = axes[place]
            made[axis, option] = Flip(
                sort=_sort(axis, asked),
                change=change(case, axis, option),
                differences=differences,
            )
    sorted_singles = [_sort(axes[place], asked) for place, _ in singles]
    counts: dict[Sort, int] = {sort: sorted_singles.count(sort) for sort in looked_at}
    return Flips(
        sentra=case.sentra,
        sorts=looked_at,
        tested=len(singles),
        tallies=tuple(_tally(aspect, made.values(), counts) for aspect in ASPECTS),
        flips=tuple(sorted(made.values(), key=_weight)),
        steps=step_rows(case, {key: flip.differences for key, flip in made.items()}, axes),
        combined=tuple(
            combined(case, worlds, singles, aspect, count)
            for count in range(2, together + 1)
            for aspect in ("type", "readiness")
        ),
    )


def real_changes(worlds: Worlds) -> tuple[tuple[int, int], ...]:
    """Return each axis with each alternative that makes something else of it than it is now."""
    single = list(changes(worlds.sizes, 1))
    space = Listed(worlds.sizes, single)
    other = 0
    for fact, given in worlds.given(space).items():
        # To state what holds already would only take away who said it.
        if fact != ORIGIN and fact.attribute not in BY_BASIS.values():
            other |= given.worlds ^ (space.full if given.worlds & 1 else 0)
    return tuple(
        move
        for number, world in enumerate(single)
        for move in world
        if other >> number & 1 or worlds.axes[move[0]].kind == "rule"
    )


def _sort(axis: Axis, asked: set[Axis]) -> Sort:
    match axis.kind:
        case "rule" | "assumption" | "actor":
            return Sort(axis.kind)
        case _:
            return Sort.UNKNOWN if axis in asked else Sort.FACT


def _tally(aspect: str, made: Iterable[Flip], counts: Mapping[Sort, int]) -> Tally:
    flipping = [flip.sort for flip in made if aspect in flip.aspects]
    return Tally(
        aspect=aspect,
        count=len(flipping),
        of=sum(counts.values()),
        by_sort={sort: (flipping.count(sort), of) for sort, of in counts.items()},
    )


def _weight(flip: Flip) -> tuple[int, bool, int, int]:
    """Return what puts a flip before others: the aspect it moves, then what a programme can do."""
    first = min(ASPECTS.index(aspect) for aspect in flip.aspects)
    sort = list(Sort).index(flip.sort)
    return (first, not flip.change.controllable, sort, -len(flip.differences))
