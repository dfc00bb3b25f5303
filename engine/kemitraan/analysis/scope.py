"""What may be otherwise about a case, and how that is said: the axes the analyses vary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import in_words, slot_label, slot_word
from kemitraan.text import Text, same, titled
from kemitraan.worlds.axes import (
    KEEP,
    NO,
    UNKNOWN,
    YES,
    actor_axes,
    assumption_axes,
    input_axes,
    known_slots,
    rule_axes,
)

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.fact import Slot
    from kemitraan.worlds.axes import Axis

NOT_KNOWN = Text("belum diketahui", "not known")
_ASSUMPTION = Text("asumsi {name}", "assumption {name}")
_RULE = Text("aturan {name}", "rule {name}")
_TAKES_PART = Text("ikut serta", "takes part")
_ABSENT = Text("belum ada", "not there")
_SAID, _UNSAID = Text("disebut", "said"), Text("tidak disebut", "not said")
_ON, _OFF = Text("berlaku", "in force"), Text("dimatikan", "switched off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Data):
    """One thing made otherwise: what, from which value to which, and what sort of change it is.

    `sort` is the kind of the axis. `id` is how `--set`, `--assume` or `--without` writes it, where
    one of them can; `controllable` tells whether a programme can bring it about.
    """

    sort: str
    id: str
    label: Text
    before: Labelled
    after: Labelled
    controllable: bool


def stated_axes(case: Case) -> tuple[Axis, ...]:
    """Return the axes of what the profile states: as it is, and every other value."""
    return tuple(input_axes(case.base, case.scenario, known_slots(case.base, case.fact_base)))


def unknown_axes(case: Case) -> tuple[Axis, ...]:
    """Return the axes of what the profile does not state: as it is, and every value."""
    return tuple(input_axes(case.base, case.scenario, case.fact_base.unknown))


def change_axes(case: Case) -> tuple[Axis, ...]:
    """Return every axis on which a single thing can change, first what the profile is about."""
    return (
        *stated_axes(case),
        *unknown_axes(case),
        *actor_axes(case.base, case.scenario),
        *assumption_axes(case.base, case.choice),
        *rule_axes(case.base),
    )


def controllable(case: Case, axis: Axis) -> bool:
    """Tell whether a programme can move this axis."""
    if axis.kind == "actor":
        return True
    return axis.stated and case.base.vocabulary.attributes[axis.name].controllable


def axis_label(case: Case, axis: Axis) -> Text:
    """Return what an axis is about, in words."""
    base, view = case.base, case.view
    words = base.vocabulary
    match axis.kind:
        case "assumption":
            found = base.assumptions[axis.name]
            return _ASSUMPTION.format(name=titled(found.id, found.label))
        case "rule":
            return _RULE.format(name=titled(axis.name, base.rule[axis.name].title))
        case "actor":
            return words.entries[axis.name][1].label
        case "scenario":
            return Text("profil", "profile")
        case _:
            name = slot_label(view, axis.slot)
            if axis.kind == "value":
                return in_words(name, None, view.value_label(axis.name, axis.value))
            return name


def option_label(case: Case, axis: Axis, place: int) -> Labelled:
    """Return one alternative of an axis, in words; what is kept is shown by its value."""
    option = axis.alternatives[place]
    base = case.base
    match axis.kind:
        case "assumption":
            return Labelled(id=option, label=base.assumptions[axis.name].alternative(option).label)
        case "rule":
            return Labelled(id=option, label=_ON if option == YES else _OFF)
        case "scenario":
            return Labelled(id=option, label=same(option))
        case "actor":
            return Labelled(id=option, label=_ABSENT if option == KEEP else _TAKES_PART)
        case "value":
            there = _stands(case, axis.slot, axis.value) if option == KEEP else option == YES
            return Labelled(id=YES if there else NO, label=_SAID if there else _UNSAID)
        case _:
            value = _value(case, axis.slot) if option == KEEP else option
            if value == UNKNOWN:
                return Labelled(id=UNKNOWN, label=NOT_KNOWN)
            return Labelled(id=value, label=case.view.value_label(axis.name, value))


def _stands(case: Case, slot: Slot, value: str) -> bool:
    return value in case.view.values(*slot)


def _value(case: Case, slot: Slot) -> str:
    """Return the value stated of a single-valued input, or the mark of the unknown."""
    value = case.view.value(*slot)
    if value is None:
        return UNKNOWN
    fact = Fact(*slot, value)
    return case.fact_base.lowered.get(fact, fact).value


def change(case: Case, axis: Axis, place: int) -> Change:
    """Return what it means to move an axis to one of its alternatives."""
    return Change(
        sort=axis.kind,
        id=_written(case, axis, place),
        label=axis_label(case, axis),
        before=option_label(case, axis, 0),
        after=option_label(case, axis, place),
        controllable=controllable(case, axis),
    )


def _written(case: Case, axis: Axis, place: int) -> str:
    option, name = axis.alternatives[place], axis_word(case, axis)
    if axis.kind in ("rule", "actor"):
        return name
    if axis.kind == "value":
        return f"{name}{'=' if option == YES else '!='}{axis.value}"
    return f"{name}={option}"


def axis_id(case: Case, axis: Axis) -> str:
    """Return the id of what an axis is about: of an assumption its number, else its word."""
    if axis.kind == "assumption":
        return case.base.assumptions[axis.name].id
    return axis_word(case, axis)


def axis_word(case: Case, axis: Axis) -> str:
    """Return the word of an axis on the command line, without a value."""
    match axis.kind:
        case "rule" | "assumption" | "scenario":
            return axis.name
        case "actor":
            return f"actors.{axis.subject}"
        case _:
            return slot_word(case.view, axis.slot)
