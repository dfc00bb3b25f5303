"""Several sentra side by side, in front of the report of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.document import words as d
from kemitraan.document.drawn import aspect_profile
from kemitraan.document.pictures.profile import synopsis
from kemitraan.report import words as w
from kemitraan.report.kit import cut
from kemitraan.report.parts import Grid, Heading, Lines, Part, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.document.front import Front
    from kemitraan.text import Lang

_BESIDE: Final = 4
"""How many sentra stand side by side on a page; more follow below."""
_MOST: Final = 3


def several(fronts: Sequence[Front], lang: Lang) -> list[Part]:
    """Return the sentra compared; no order between them is asserted."""
    parts: list[Part] = [
        Heading(d.COMPARED.format(n=len(fronts))[lang], 1),
        Lines((d.COMPARED_NOTE[lang],)),
    ]
    groups = [fronts[start : start + _BESIDE] for start in range(0, len(fronts), _BESIDE)]
    parts += [Heading(d.SYNOPSIS[lang]), *(_synopsis(own, lang) for own in groups)]
    parts.append(Heading(d.PROFILE[lang]))
    return [*parts, *(aspect_profile([one.r for one in own], lang) for own in groups)]


def _synopsis(fronts: Sequence[Front], lang: Lang) -> Picture:
    names = [front.r.sentra.name for front in fronts]
    told: list[tuple[str, list[str]]] = []
    types = {one.type: one.label for front in fronts for one in front.r.partnership_types}
    for name, label in types.items():
        own = [
            next((one for one in front.r.partnership_types if one.type == name), None)
            for front in fronts
        ]
        told.append((label[lang], [one.verdict.label[lang] if one else "–" for one in own]))
    for head, cell in (
        (w.FOCUS, _focus), (w.READINESS, _ready), (w.REPAIR, _repair), (d.FIRST_STEPS, _steps)
    ):  # fmt: skip
        told.append((head[lang], [cell(front) or "–" for front in fronts]))
    drawn = synopsis(d.SYNOPSIS[lang], d.SYNOPSIS_ABOUT[lang], names, told)
    rows = tuple((name, *cells) for name, cells in told)
    return Picture(d.SYNOPSIS[lang], drawn, Grid(rows, ("", *names)))


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
