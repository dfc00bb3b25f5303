"""Every assumption with its alternatives, and what each alternative changes for a sentra."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.published import Data, Published
from kemitraan.recommendation.differences import Difference, moved, told, told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text
from kemitraan.worlds.axes import assumption_axes
from kemitraan.worlds.space import Listed, changes, numbers
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.assumptions import Assumption


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Data):
    """Another way to fill what the study leaves open than the one in force.

    `differences` are the lines of the recommendation that are otherwise under it, all else
    staying as it is, what decides most first; None where no sentra was named.
    """

    id: str
    label: Text
    differences: tuple[Difference, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionEntry(Data):
    """An assumption: what is open, the alternative in force, and the others.

    `id` is its number, `name` what `--assume` calls it. `reason` says why `default` is the
    default, `no_effect` why no alternative does anything yet. `changes` tells whether another
    alternative changes what is recommended to the sentra; None where no sentra was named.
    """

    id: str
    name: str
    label: Text
    in_force: Labelled
    default: Labelled
    alternatives: tuple[Alternative, ...]
    reason: Text
    no_effect: Text | None
    sources: tuple[str, ...]
    changes: bool | None

    @property
    def first(self) -> tuple[Alternative, Difference] | None:
        """Return what weighs most of all that another alternative changes, and which does."""
        found = [(a, a.differences[0]) for a in self.alternatives if a.differences]
        return min(found, key=lambda pair: _weight(pair[1])) if found else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Assumptions(Published):
    """All assumptions: those first that change what is recommended to the sentra, if one is named.

    Among these, what decides most comes first; all others stand by their number.
    """

    kind: ClassVar[str] = "assumptions"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "assumptions": ("id", "label", "changes", "in_force_label", "alternatives_label")
    }

    sentra: Labelled | None
    assumptions: tuple[AssumptionEntry, ...]


def assumptions(about: Case | RuleBase | None = None) -> Assumptions:
    """Return every assumption of a rule base, and of a case what each changes there.

    Args:
        about: a case, or a rule base alone; the shipped one, if None.
    """
    about = about or load_rulebase()
    if isinstance(about, RuleBase):
        entries = (_entry(a, a.default, {}) for a in _by_id(about))
        return Assumptions(sentra=None, assumptions=tuple(entries))
    otherwise = _otherwise(about)
    found = [_entry(a, about.choice[a.name], otherwise, of=True) for a in _by_id(about.base)]
    found.sort(key=lambda one: _weight(one.first[1]) if one.first else _LAST)
    return Assumptions(sentra=about.sentra, assumptions=tuple(found))


def _by_id(base: RuleBase) -> list[Assumption]:
    return sorted(base.assumptions.values(), key=lambda a: a.id)


def _entry(
    assumption: Assumption,
    now: str,
    otherwise: Mapping[tuple[str, str], tuple[Difference, ...]],
    *,
    of: bool = False,
) -> AssumptionEntry:
    labelled = {a.id: Labelled(id=a.id, label=a.label) for a in assumption.alternatives}
    others = tuple(
        Alternative(
            id=a.id,
            label=a.label,
            differences=otherwise.get((assumption.name, a.id), ()) if of else None,
        )
        for a in assumption.alternatives
        if a.id != now
    )
    return AssumptionEntry(
        id=assumption.id,
        name=assumption.name,
        label=assumption.label,
        in_force=labelled[now],
        default=labelled[assumption.default],
        alternatives=others,
        reason=assumption.reason,
        no_effect=assumption.no_effect,
        sources=assumption.source,
        changes=any(a.differences for a in others) if of else None,
    )


def _otherwise(case: Case) -> dict[tuple[str, str], tuple[Difference, ...]]:
    """Return what is told otherwise under each alternative, by assumption and alternative."""
    axes = tuple(assumption_axes(case.base, case.choice))
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    single = list(changes(worlds.sizes, 1))
    space = Listed(worlds.sizes, single)
    targets = [f for f in sorted(worlds.program.bodies) if f.attribute in case.base.shown]
    now = told_of(case.view, case.admitted)
    by_world: dict[int, list[Fact]] = defaultdict(list)
    for fact, where in told(case.view, worlds.shown(space, targets)).items():
        for world in numbers(space.full ^ where if fact in now else where):
            by_world[world].append(fact)
    lines = Lines(case.view, now)
    return {
        (axes[place].name, axes[place].alternatives[option]): moved(lines, by_world[number])
        for number, world in enumerate(single)
        for place, option in world
        if number in by_world
    }


_LAST = len(ASPECTS) + 1


def _weight(difference: Difference) -> int:
    """Return the rank of the weightiest aspect that a difference is about."""
    return ASPECTS.index(difference.aspects[0]) if difference.aspects else _LAST - 1
