"""Sets recommendations side by side: what sentra share and in what they differ, by section.

Two assessments of one sentra compare like two sentra, which shows progress. No order between
sentra is asserted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import in_words
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.knowledge.guards import Guard
    from kemitraan.recommendation.model import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that some of the sentra have; `values` says what each has (None: not)."""

    id: str
    label: Text
    values: tuple[Labelled | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the comparison: what all have alike, and what differs."""

    id: str
    shared: tuple[Item, ...]
    differing: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A comparison of two or more recommendations, in the order given.

    `warnings` holds the guards that the recommendations together fail.
    """

    sentra: tuple[Labelled, ...]
    sections: tuple[Section, ...]
    warnings: tuple[Labelled, ...]


YES = Labelled(id="yes", label=Text("ya", "yes"))


def compare(cases: Sequence[Case]) -> Comparison:
    """Return what the cases share and in what they differ, section by section."""
    guards = cases[0].base.guards if cases else ()
    return compared([case.recommendation for case in cases], guards)


def compared(recommendations: Sequence[Recommendation], guards: Sequence[Guard] = ()) -> Comparison:
    """Return the comparison of the recommendations; at least two are needed."""
    told = [described(r) for r in recommendations]
    names = list(dict.fromkeys(name for t in told for name in t))
    sections = [_section(name, [t.get(name, {}) for t in told]) for name in names]
    return Comparison(
        sentra=tuple(Labelled(id=_short(r), label=same(_title(r))) for r in recommendations),
        sections=tuple(sections),
        warnings=_uniform(recommendations, guards),
    )


def _title(recommendation: Recommendation) -> str:
    sentra = recommendation.sentra
    return f"{sentra.name} ({sentra.assessed_on})" if sentra.assessed_on else sentra.name


def _short(recommendation: Recommendation) -> str:
    """Return a name short enough for a column, with the date that tells assessments apart."""
    sentra = recommendation.sentra
    return f"{sentra.id} ({sentra.assessed_on})" if sentra.assessed_on else sentra.id


def _uniform(
    recommendations: Sequence[Recommendation], guards: Sequence[Guard]
) -> tuple[Labelled, ...]:
    """Return the guards against uniform strategies that some pair of different profiles fails."""
    found = []
    for guard in guards:
        if not guard.distinct:
            continue
        seen: dict[tuple[str, ...], object] = {}
        for recommendation in recommendations:
            steps = tuple(s.id for s in recommendation.strategies if s.basis == "specific")
            profile = recommendation.potential, recommendation.partnership_types
            if steps and seen.setdefault(steps, profile) != profile:
                found.append(Labelled(id=guard.id, label=guard.because))
                break
    return tuple(found)


def _section(name: str, held: Sequence[dict[str, tuple[Text, Labelled]]]) -> Section:
    shared: list[Item] = []
    differing: list[Item] = []
    for key in dict.fromkeys(k for h in held for k in h):
        label = next(h[key][0] for h in held if key in h)
        values = tuple(h[key][1] if key in h else None for h in held)
        item = Item(id=key, label=label, values=values)
        (shared if len({v.id if v else None for v in values}) == 1 else differing).append(item)
    return Section(id=name, shared=tuple(shared), differing=tuple(differing))


Described = dict[str, dict[str, tuple[Text, Labelled]]]
"""Sections of labelled values: by section, then by the id of a line, its label and its value."""


def described(r: Recommendation, *, of_one: bool = False) -> Described:
    """Return a recommendation as sections of labelled values, by the ids of what is concluded.

    For sentra beside each other actors are told by their kind, which these have in common; for
    two states `of_one` sentra each by its own id, and practice notes as well.
    """
    levels = (
        ("strong", Text("kuat", "strong"), r.potential.strong),
        ("developing", Text("sedang", "developing"), r.potential.developing),
        ("weak", Text("lemah", "weak"), r.potential.weak),
        ("unknown", Text("belum dinilai", "not assessed"), r.potential.unknown),
    )
    readiness = {}
    for name, label, entry in (
        ("stage", Text("Tahap perkembangan", "Stage of development"), r.readiness.stage),
        (
            "partnership",
            Text("Kesiapan bermitra", "Partnership readiness"),
            r.readiness.partnership,
        ),
    ):
        known = Labelled(id=entry.id, label=entry.label) if entry else UNKNOWN
        readiness[name] = (label, known)
    told: Described = {
        "partnership_types": {e.id: (e.label, e.fit or YES) for e in r.partnership_types}
        | {f.id: (f.label, YES) for e in r.partnership_types for f in e.focus},
        "readiness": readiness | {g.id: (g.label, g.status) for g in r.readiness.gates},
        "potential": {
            e.id: (e.label, Labelled(id=level, label=label))
            for level, label, entries in levels
            for e in entries
        },
        "diagnoses": {e.id: (e.label, YES) for e in r.diagnoses},
        "actors": {
            a.id if of_one else a.kind.id: (
                a.label if of_one else a.kind.label,
                a.group or (YES if a.present else MISSING),
            )
            for a in r.actors
        },
        "causes": {e.id: (e.label, YES) for e in r.causes},
        "needs": {e.id: (e.label, e.priority) for e in r.needs},
        "strategies": {e.id: (e.label, _timing(e.after)) for e in r.strategies},
        "gaps": {e.id: (e.label, YES) for e in r.gaps},
        "warnings": {e.id: (e.label, YES) for e in r.warnings if e.kind == "rule"},
        **({"practice": {e.id: (e.label, YES) for e in r.practice}} if of_one else {}),
    }
    _tell_further(told, r, of_one=of_one)
    return told


def _tell_further(told: Described, r: Recommendation, *, of_one: bool) -> None:
    """Add what is shown beyond all that, a line for each attribute of a subject."""
    kinds = {} if of_one else {a.id: a.kind for a in r.actors if a.present}
    values: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for entry in r.further:
        owner = kinds.get(entry.subject.id, entry.subject) if entry.subject else None
        attribute = entry.attribute
        key = f"{owner.id}.{attribute.id}" if owner else attribute.id
        found = values[entry.section, key]
        if entry.value and entry.value not in found:
            found.append(entry.value)
        label = in_words(attribute.label, owner.label if owner else None, None)
        told.setdefault(entry.section, {})[key] = (label, together(found) if found else YES)


def together(values: Sequence[Labelled]) -> Labelled:
    """Return several values as one."""
    return Labelled(
        id=" ".join(v.id for v in values),
        label=Text(", ".join(v.label.id for v in values), ", ".join(v.label.en for v in values)),
    )


UNKNOWN = Labelled(id="unknown", label=Text("belum diketahui", "not known"))
MISSING = Labelled(id="missing", label=Text("belum ada", "missing"))


def _timing(after: tuple[Labelled, ...]) -> Labelled:
    if not after:
        return Labelled(id="now", label=Text("sekarang", "now"))
    return Labelled(
        id="after " + " ".join(m.id for m in after),
        label=Text(
            "setelah " + ", ".join(m.label.id for m in after),
            "after " + ", ".join(m.label.en for m in after),
        ),
    )
