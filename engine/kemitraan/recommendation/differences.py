"""In what two sets of conclusions are told otherwise: the lines that differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.shown import ASPECTS, Aspect, Section
from kemitraan.published import Data
from kemitraan.recommendation.lines import Lines, whole_of
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.fact import Fact
    from kemitraan.recommendation.lines import Key, Line
    from kemitraan.recommendation.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Data):
    """One line that is otherwise: its value before and now (None: not there).

    `attribute` names what the value is, where the label does not; of one that can have several
    values, `lost` and `gained` are those that differ.
    `gone` and `added` are the words of the conclusions behind it (as for `kemitraan why`);
    `aspects` are those that these make up, the one under which the line is told first.
    """

    section: Section
    id: str
    label: Text
    attribute: Text | None
    before: Labelled | None
    now: Labelled | None
    lost: tuple[Labelled, ...]
    gained: tuple[Labelled, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]
    aspects: tuple[Aspect, ...]


def differences(
    before: Lines, now: Lines, keys: Iterable[Key] | None = None
) -> tuple[Difference, ...]:
    """Return the lines that differ, what decides most first; of these `keys`, if given."""
    found = []
    for key in now.ordered({*before.all(), *now.all()} if keys is None else keys):
        was, told = before.line(key), now.line(key)
        line = told or was
        if line is None or (was and told and was.value.id == told.value.id):
            continue
        gone, added = set(before.facts.get(key, ())), set(now.facts.get(key, ()))
        moved = {now.shown.aspect_of.get(f.attribute) for f in gone ^ added}
        found.append(
            Difference(
                section=line.section,
                id=line.id,
                label=line.label,
                attribute=line.attribute or (was.attribute if was else None),
                before=was.value if was else None,
                now=told.value if told else None,
                lost=_beyond(was, told),
                gained=_beyond(told, was),
                gone=tuple(conclusion_word(f) for f in sorted(gone - added)),
                added=tuple(conclusion_word(f) for f in sorted(added - gone)),
                aspects=tuple(a for a in ASPECTS if a in moved),
            )
        )
    return tuple(found)


def _beyond(one: Line | None, other: Line | None) -> tuple[Labelled, ...]:
    """Return the single values of one line that the other lacks; none where one is not there."""
    if one is None or other is None:
        return ()
    return tuple(value for value in one.values if value not in other.values)


def moved(now: Lines, otherwise: Iterable[Fact]) -> tuple[Difference, ...]:
    """Return the lines that differ once some conclusions are otherwise: gone, or added."""
    changed = set(otherwise)
    keys = {now.key(fact) for fact in changed}
    told = {fact for key in keys for fact in now.facts.get(key, ())}
    return differences(now, Lines(now.view, sorted(told ^ changed), now.kinds), keys)


def told(view: View, found: Mapping[Fact, int]) -> dict[Fact, int]:
    """Return the worlds in which a recommendation tells each fact, of those in which it holds.

    The timing of a step that is not recommended, say, is told nowhere.
    """
    shown = view.base.shown
    about: dict[tuple[str, str | None], int] = defaultdict(int)
    for fact, worlds in found.items():
        about[fact.attribute, whole_of(fact)] |= worlds

    def worlds_of(fact: Fact, worlds: int) -> int:
        one = shown[fact.attribute]
        if one.beside is None:
            return worlds
        of = view.value(one.through, fact.value) if one.through else whole_of(fact)
        return worlds & about[one.beside, of]

    return {fact: worlds_of(fact, worlds) for fact, worlds in found.items()}


def told_of(view: View, facts: Iterable[Fact]) -> frozenset[Fact]:
    """Return what of some conclusions a recommendation tells."""
    held = {fact: 1 for fact in facts if fact.attribute in view.base.shown}
    return frozenset(fact for fact, worlds in told(view, held).items() if worlds)
