"""Sets recommendations side by side: what sentra share and in what they differ, by section.

Two assessments of one sentra compare like two sentra, which shows progress. No order between
sentra is asserted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, get_args

from kemitraan.knowledge.shown import Section as SectionName
from kemitraan.published import Data, Published
from kemitraan.recommendation.differences import told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.guards import Guard
    from kemitraan.recommendation.lines import Key, Line
    from kemitraan.recommendation.model import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Data):
    """One thing that some of the sentra have; `values` says what each has (None: not)."""

    id: str
    label: Text
    values: tuple[Labelled | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Data):
    """One section of the comparison: what all have alike, and what differs."""

    id: SectionName
    shared: tuple[Item, ...]
    differing: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison(Published):
    """A comparison of two or more recommendations, in the order given.

    `warnings` holds the guards that the recommendations together fail.
    """

    kind: ClassVar[str] = "compare"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "sections": ("id", "shared_label", "differing_label"),
    }

    sentra: tuple[Labelled, ...]
    sections: tuple[Section, ...]
    warnings: tuple[Labelled, ...]


def compare(cases: Sequence[Case]) -> Comparison:
    """Return what the cases, two at least, share and in what they differ, section by section.

    Actors are told by their kind, which sentra have in common, and only by their group.
    """
    told = []
    for case in cases:
        kinds = {a.id: a.kind for a in case.scenario.actors}
        lines = Lines(case.view, told_of(case.view, case.admitted), kinds).all()
        kept = (x for x in lines.values() if not x.apart and x.section != "practice")
        told.append({(line.section, line.id): line for line in kept})
    keys = dict.fromkeys(key for lines in told for key in lines)
    names = [name for name in get_args(SectionName) if any(key[0] == name for key in keys)]
    return Comparison(
        sentra=tuple(
            Labelled(id=_short(c.recommendation), label=same(_title(c.recommendation)))
            for c in cases
        ),
        sections=tuple(_section(name, [k for k in keys if k[0] == name], told) for name in names),
        warnings=uniform(cases, cases[0].base.guards),
    )


def _title(recommendation: Recommendation) -> str:
    sentra = recommendation.sentra
    return f"{sentra.name} ({sentra.assessed_on})" if sentra.assessed_on else sentra.name


def _short(recommendation: Recommendation) -> str:
    """Return a name short enough for a column, with the date that tells assessments apart."""
    sentra = recommendation.sentra
    return f"{sentra.id} ({sentra.assessed_on})" if sentra.assessed_on else sentra.id


def uniform(cases: Sequence[Case], guards: Sequence[Guard]) -> tuple[Labelled, ...]:
    """Return the guards whose `distinct` conclusions some pair of different profiles shares."""
    found = []
    for guard in guards:
        seen: dict[tuple[Fact, ...], object] = {}
        for case in cases:
            watched = _by_kind(case, (f for f in case.admitted if f.attribute in guard.distinct))
            profile = (
                _by_kind(case, case.fact_base.origin),
                sorted(actor.kind for actor in case.scenario.actors),
            )
            if watched and seen.setdefault(watched, profile) != profile:
                found.append(Labelled(id=guard.id, label=guard.because))
                break
    return tuple(found)


def _by_kind(case: Case, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts, sorted, with each actor told by its kind: sentra have these in common."""
    kinds = {actor.id: actor.kind for actor in case.scenario.actors}
    return tuple(sorted(f._replace(subject=kinds.get(f.subject, f.subject)) for f in facts))


def _section(name: SectionName, keys: Sequence[Key], told: Sequence[Mapping[Key, Line]]) -> Section:
    shared: list[Item] = []
    differing: list[Item] = []
    for key in keys:
        found = [lines.get(key) for lines in told]
        label = next(line.label for line in found if line)
        values = tuple(line.value if line else None for line in found)
        item = Item(id=key[1], label=label, values=values)
        (shared if len({v.id if v else None for v in values}) == 1 else differing).append(item)
    return Section(id=name, shared=tuple(shared), differing=tuple(differing))
