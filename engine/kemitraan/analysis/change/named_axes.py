"""Which axes people mean by the names of attributes, actors and assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.scope import axis_label, change
from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.knowledge.vocabulary import fold
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis


def chosen(case: Case, axes: Sequence[Axis], names: Iterable[str]) -> tuple[int, ...]:
    """Return the places of the axes about one of these names: an id or a label, either language.

    Raises:
        InputError: a name is about no axis (every such name is listed).
    """
    known = {axis: _names(case, axis) for axis in axes}
    words = {word for found in known.values() for word in found}
    wanted = {fold(name): name for name in names}
    faults = [
        Fault(
            Place(case.scenario.file),
            Text(
                f"tidak ada atribut, aktor atau asumsi '{name}' yang dapat berubah",
                f"no attribute, actor or assumption '{name}' could change",
            ),
            fix=meant(name, words),
        )
        for name in wanted.values()
        if fold(name) not in words
    ]
    if faults:
        raise InputError(faults)
    return tuple(place for place, axis in enumerate(axes) if not known[axis].isdisjoint(wanted))


def _names(case: Case, axis: Axis) -> frozenset[str]:
    """Return the words, folded, that an axis goes by."""
    written = change(case, axis, len(axis.alternatives) - 1).id.partition("=")[0].rstrip("!")
    attribute = case.base.vocabulary.attributes.get(axis.name)
    labels = [axis_label(case, axis), *([attribute.label] if attribute else [])]
    words = [axis.name, written, *(t for x in labels for t in (x.id, x.en))]
    if axis.kind == "assumption":
        words.append(case.base.assumptions[axis.name].id)
    return frozenset(map(fold, words))
