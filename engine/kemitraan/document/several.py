"""Several sentra side by side, in front of the report of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.document import words as d
from kemitraan.document.drawn import aspect_profile
from kemitraan.document.pictures.profile import synopsis
from kemitraan.document.plain import begun_large
from kemitraan.recommendation.model import Labelled
from kemitraan.report import words as w
from kemitraan.report.kit import cut
from kemitraan.report.parts import Grid, Heading, Lines, Part, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.document.front import Front
    from kemitraan.knowledge.shown import Section
    from kemitraan.text import Lang

_BESIDE: Final = 4
"""How many sentra stand side by side on a page; more follow below."""
_MOST: Final = 3
_ABSENT: Final = "–"
_ORDERED: Final = ("white", "dots", "grid", "stripes", "black")
_STATES: Final = ("black", "white", "dashed")
"""How full the marks of values are: in the order of a scale; of a state met, not met, not known."""
_Marked = tuple[str, str]
_Row = tuple[str, list[_Marked]]


def several(fronts: Sequence[Front], lang: Lang) -> list[Part]:
    """Return the sentra compared; no order between them is asserted."""
    parts: list[Part] = [
        Heading(d.COMPARED.format(n=len(fronts))[lang], 1),
        Lines((d.COMPARED_NOTE[lang],)),
    ]
    beside = -(-len(fronts) // -(-len(fronts) // _BESIDE))
    groups = [fronts[start : start + beside] for start in range(0, len(fronts), beside)]
    parts += [Heading(d.SYNOPSIS[lang]), *(_synopsis(own, lang) for own in groups)]
    parts.append(Heading(d.PROFILE[lang]))
    return [*parts, *(aspect_profile([one.r for one in own], lang) for own in groups)]


def _synopsis(fronts: Sequence[Front], lang: Lang) -> Picture:
    names = [front.r.sentra.name for front in fronts]
    verdicts, conditions = [*_verdicts(fronts, lang)], [*_conditions(fronts, lang)]
    marked = [*verdicts, *conditions]
    drawn = synopsis(d.SYNOPSIS[lang], d.SYNOPSIS_ABOUT[lang], names, marked)
    rows = [(name, *(word for _, word in cells)) for name, cells in verdicts]
    for head, cell in ((w.FOCUS, _focus), (w.REPAIR, _repair), (d.FIRST_STEPS, _steps)):
        rows.append((head[lang], *(cell(front) or _ABSENT for front in fronts)))
    rows += [(name, *(word for _, word in cells)) for name, cells in conditions]
    return Picture(d.SYNOPSIS_ABOUT[lang], drawn, Grid(tuple(rows), ("", *names)))


def _verdicts(fronts: Sequence[Front], lang: Lang) -> Iterator[_Row]:
    """Yield the verdict on each type, and readiness, with how full their marks are."""
    types = {one.type: one.label for front in fronts for one in front.r.partnership_types}
    for name, label in types.items():
        own = [
            next((one.verdict for one in front.r.partnership_types if one.type == name), None)
            for front in fronts
        ]
        yield label[lang], [_marked(fronts[0], "partnership_types", "verdict", one) for one in own]
    found = [front.r.readiness.partnership for front in fronts]
    told = [Labelled(id=one.id, label=one.label) if one else None for one in found]
    yield w.READINESS[lang], [_marked(fronts[0], "readiness", "partnership", one) for one in told]


def _conditions(fronts: Sequence[Front], lang: Lang) -> Iterator[_Row]:
    """Yield the conditions of readiness and of supply, each with its state."""
    found = {gate.id: gate for front in fronts for gate in front.r.readiness.gates}
    for gate in found.values():
        own = [
            next((one.status for one in front.r.readiness.gates if one.id == gate.id), None)
            for front in fronts
        ]
        name = f"{gate.gate_of.label[lang]}: {gate.label[lang]}"
        yield begun_large(name), [_marked(fronts[0], "readiness", "status", one) for one in own]


def _marked(front: Front, section: Section, field: str, value: Labelled | None) -> _Marked:
    """Return the fill of a mark, the fuller the better, and the word beside it."""
    if value is None:
        return "dashed", _ABSENT
    ranks = front.case.view.order(front.case.base.shown.filling(section, field))
    fills = _ORDERED if len(ranks) > len(_STATES) else _STATES
    rank = ranks[value.id] * (len(fills) - 1) // (len(ranks) - 1)
    return fills[rank], value.label[front.lang]


def _focus(front: Front) -> str:
    return front.few([one.label for entry in front.r.partnership_types for one in entry.focus])


def _ready(front: Front) -> str:
    found = front.r.readiness.partnership
    return found.label[front.lang] if found else front.t(w.NOT_KNOWN)


def _repair(front: Front) -> str:
    return front.few([one.label for one in front.r.potential.weak])


def _steps(front: Front) -> str:
    told = [step.programme[front.lang] for step in front.r.next_steps]
    return cut(told, _MOST, front.lang)
