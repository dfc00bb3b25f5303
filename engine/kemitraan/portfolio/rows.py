"""Profiles as the bits of sets: what is stated of each thing, in which rows, and what is given.

A row is a world: reading in, rules and guards run once for all rows, as they do for one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.fact import Slot
from kemitraan.faults import Fault, meant
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.portfolio.table import bits
from kemitraan.scenario.evidence import weigh
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario
from kemitraan.scenario.read import in_order
from kemitraan.text import Text
from kemitraan.worlds.axes import KEEP, YES, Axis
from kemitraan.worlds.reading_in import ReadingIn
from kemitraan.worlds.space import Space, numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.scenario.overlay import Overlay
    from kemitraan.worlds.reading_in import Given

Content = tuple[tuple[Claim, ...], int]
"""What is said of one thing, and the rows that say just this."""

_NOBODY = Scenario("", "", None, None, (), (), "")


@dataclass(frozen=True)
class Rows:
    """So many profiles. Of no thing do two contents share a row; a row without one says nothing.

    `actors` are those that take part, with their rows; `studied` the rows that bear the id of a
    case of the study.
    """

    size: int
    said: Mapping[Slot, Sequence[Content]]
    actors: Sequence[tuple[Actor, int]]
    studied: int = 0

    @property
    def full(self) -> int:
        """Return the set of all rows."""
        return (1 << self.size) - 1


def rows_of(profiles: Sequence[Scenario], base: RuleBase) -> Rows:
    """Return profiles as rows, in their order."""
    said: dict[Slot, dict[tuple[Claim, ...], int]] = defaultdict(dict)
    actors: dict[Actor, int] = {}
    cases = {case.id for case in base.study.cases}
    for number, profile in enumerate(profiles):
        own: dict[Slot, list[Claim]] = defaultdict(list)
        for claim in profile.claims:
            own[claim.slot].append(claim)
        for slot, claims in own.items():
            content = tuple(claims)
            said[slot][content] = said[slot].get(content, 0) | 1 << number
        for actor in profile.actors:
            actors[actor] = actors.get(actor, 0) | 1 << number
    return Rows(
        len(profiles),
        {slot: tuple(contents.items()) for slot, contents in said.items()},
        tuple(actors.items()),
        sum(1 << number for number, one in enumerate(profiles) if one.id in cases),
    )


def profiles_of(rows: Rows, base: RuleBase, wanted: int) -> list[tuple[Scenario, int]]:
    """Return the profiles of some rows; those that say the same are one, with its rows."""
    slots = sorted(rows.said)
    keys = [_places(rows.size, [about for _, about in rows.said[slot]]) for slot in slots]
    keys += [_places(rows.size, [about]) for _, about in rows.actors]
    keys.append(_places(rows.size, [rows.studied]))
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    every = list(zip(*keys, strict=True))
    for number in numbers(wanted):
        alike[every[number]].append(number)
    found = []
    for key, same in alike.items():
        claims = tuple(
            claim
            for slot, place in zip(slots, key, strict=False)
            if place
            for claim in rows.said[slot][place - 1][0]
        )
        there = key[len(slots) : -1]
        actors = tuple(a for (a, _), is_there in zip(rows.actors, there, strict=True) if is_there)
        name = base.study.cases[0].id if key[-1] else ""
        profile = Scenario(name, name, None, None, claims, actors, "")
        found.append((in_order(profile, base.vocabulary), bits(same, rows.size)))
    return found


def _places(size: int, sets: Sequence[int]) -> list[int]:
    """Return, row by row, in which of some sets it is, counted from 1; 0 where in none."""
    found = [0] * size
    for place, about in enumerate(sets, 1):
        for number in numbers(about):
            found[number] = place
    return found


def overlaid(rows: Rows, overlays: Sequence[Overlay], words: Vocabulary) -> Rows:
    """Return the rows with what overlays say laid on each (see `scenario.patch.laid_on`).

    What is said of an actor counts in the rows in which it takes part, then or before.
    """
    said: dict[Slot, list[Content]] = {slot: list(found) for slot, found in rows.said.items()}
    actors = tuple(_joined(rows, overlays))
    spelt = {fold(a.id): a.id for a, _ in actors}
    present: dict[str, int] = defaultdict(int)
    for actor, about in actors:
        present[actor.id] |= about
    replaced: set[Slot] = set()
    for setting in (s for o in overlays for s in o.settings):
        subject = spelt.get(fold(setting.subject), setting.subject)
        slot = Slot(setting.attribute, subject)
        of_actor = words.attributes[setting.attribute].of == ACTOR
        scope = present[subject] if of_actor else rows.full
        claims = tuple(replace(c, subject=subject) for c in setting.claims)
        keeps = setting.beside or slot in replaced
        replaced.add(slot)
        said[slot] = list(_with(said.get(slot, ()), claims, scope, keeps=keeps))
    for actor, about in actors:
        slot, kind = Slot(KIND, actor.id), Claim(KIND, actor.id, actor.kind, actor.place)
        silent = about & ~_union(about for _, about in said.get(slot, ()))
        if silent:
            said[slot] = [*said.get(slot, ()), ((kind,), silent)]
    return replace(rows, said=said, actors=actors)


def nobody(overlays: Sequence[Overlay], there: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each actor that overlays speak of and that no row can have."""
    known = {fold(subject) for subject in there}
    listed = sorted(set(there) - {SENTRA})
    for actor in (a for o in overlays for a in o.actors):
        if not actor.kind and fold(actor.id) not in known:
            what = Text(
                f"tidak ada kolom tentang aktor '{actor.id}'",
                f"there is no column on an actor '{actor.id}'",
            )
            every = ", ".join(listed) or "–"
            fix = meant(actor.id, listed, Text(f"Yang ada: {every}", f"Known: {every}"))
            yield Fault(actor.place, what, fix=fix)


def _with(
    before: Sequence[Content], claims: tuple[Claim, ...], scope: int, *, keeps: bool
) -> Iterator[Content]:
    """Yield what is said of a thing, with these claims in the rows of a scope."""
    for own, about in before:
        if out := about & ~scope:
            yield own, out
        if keeps and about & scope:
            yield (*own, *claims), about & scope
    silent = scope & ~_union(about for _, about in before) if keeps else scope
    if claims and silent:
        yield claims, silent


def _union(sets: Iterable[int]) -> int:
    found = 0
    for rows in sets:
        found |= rows
    return found


def _joined(rows: Rows, overlays: Sequence[Overlay]) -> Iterator[tuple[Actor, int]]:
    """Yield the actors of the rows, and those that overlays add where they do not take part."""
    added: dict[str, Actor] = {}
    for actor in (a for o in overlays for a in o.actors):
        known = added.setdefault(fold(actor.id), actor)
        both = replace(known, name=actor.name or known.name, kind=known.kind or actor.kind)
        added[fold(actor.id)] = both
    there: dict[str, int] = defaultdict(int)
    spelt: dict[str, str] = {}
    for actor, about in rows.actors:
        key = fold(actor.id)
        there[key] |= about
        spelt.setdefault(key, actor.id)
        name = added[key].name if key in added else ""
        yield replace(actor, name=name or actor.name), about
    for key, actor in added.items():
        if actor.kind and (rest := rows.full & ~there[key]):
            yield replace(actor, id=spelt.get(key, actor.id)), rest


class RowsReading(ReadingIn):
    """Reads in the profiles of rows: their claims are weighed content by content."""

    def __init__(self, base: RuleBase, choice: Mapping[str, str], rows: Rows) -> None:
        self.rows = rows
        present: dict[str, int] = defaultdict(int)
        for actor, about in rows.actors:
            present[actor.id] |= about
        axes = tuple(Axis("actor", KIND, (KEEP, YES), subject) for subject in sorted(present))
        super().__init__(base, _NOBODY, choice, axes)
        full = rows.full
        where = [[full & ~present[axis.subject], present[axis.subject]] for axis in axes]
        self.space = Space(rows.size, where)

    def read(self) -> Given:
        """Return every fact that is given in some row."""
        return self.given(self.space)

    def _weighed(self, space: Space) -> dict[Fact, int]:
        chosen = {name: choices[0].alternative for name, choices in self.choices.items()}
        found: dict[Fact, int] = defaultdict(int)
        for contents in self._beside():
            reached: list[Content] = [((), space.full)]
            for own in contents:
                silent = space.full & ~space.union(about for _, about in own)
                reached = [
                    ((*claims, *more), here)
                    for claims, rows in reached
                    for more, about in (*own, ((), silent))
                    if (here := rows & about)
                ]
            for claims, rows in reached:
                for fact in weigh(self.base, chosen, claims)[0] if claims else ():
                    found[fact] |= rows
        return found

    def _beside(self) -> Iterator[list[Sequence[Content]]]:
        """Yield what is said of the things that are weighed together, thing by thing."""
        merged = {one: other for _, r in self.readings() for one, other in r.merge.items()}
        found: dict[tuple[str, str], list[Sequence[Content]]] = defaultdict(list)
        for slot in sorted(self.rows.said):
            about = merged.get(slot.subject, slot.subject)
            found[slot.attribute, about].append(self.rows.said[slot])
        yield from found.values()

    def _inside_study(self, space: Space) -> int:  # noqa: ARG002
        by_others = 0
        for contents in self.rows.said.values():
            for claims, about in contents:
                if any(not c.source or set(c.source) - self.base.statements.keys() for c in claims):
                    by_others |= about
        return self.rows.studied & ~by_others
