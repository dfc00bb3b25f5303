"""What a sentra suits, and how ready it is: the verdict on each type, readiness, the conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.fact import Fact, Slot
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.model import Entry, GateEntry, Labelled, Readiness, TypeEntry
from kemitraan.recommendation.view import slot_label, slot_word

if TYPE_CHECKING:
    from kemitraan.recommendation.sections import Maker

_TYPES: Final = "partnership_types"
_READINESS: Final = "readiness"


def types(maker: Maker) -> tuple[TypeEntry, ...]:
    """Return the verdict on each type, best first."""
    return tuple(_type(maker, fact) for fact in verdicts(maker))


def verdicts(maker: Maker) -> list[Fact]:
    """Return the verdicts on the types as conclusions, best first."""
    attribute = maker.attribute(_TYPES, "verdict")
    found = [
        fact
        for owner in maker.view.owners(attribute)
        for fact in maker.facts(_TYPES, owner, "verdict")
    ]
    rank = maker.view.order(attribute)
    return sorted(found, key=lambda fact: -rank[fact.value])


def _type(maker: Maker, verdict: Fact) -> TypeEntry:
    view, owner = maker.view, verdict.subject
    told = view.base.shown.by_attribute.get(maker.attribute(_TYPES, "focus"))
    through = (told.through if told else None) or ""
    label = Labelled(id=verdict.value, label=view.value_label(verdict.attribute, verdict.value))
    return TypeEntry(
        type=owner,
        verdict=label,
        fit=maker.single(_TYPES, owner, "fit"),
        because=maker.because(verdict),
        hangs_on=maker.moving.get(verdict.slot, ()),
        waits_for=maker.values(_TYPES, owner, "waits_for"),
        lacking=maker.values(_TYPES, owner, "lacking"),
        focus=tuple(
            focus
            for focus in maker.listed(_TYPES, "focus")
            if owner in view.values(through, focus.id)
        ),
        **maker.fields(verdict, owner, says=[verdict, *maker.facts(_TYPES, owner, "fit")]),
    )


def readiness(maker: Maker) -> Readiness:
    """Return stage and readiness, with what readiness may become once all is known."""
    view, completions = maker.view, maker.completions

    def of(fact: Fact) -> Entry:
        return Entry(**maker.fields(fact, fact.value, view.value_label(fact.attribute, fact.value)))

    stage = [of(fact) for fact in maker.facts(_READINESS, SENTRA, "stage")]
    concluded = maker.facts(_READINESS, SENTRA, "partnership")
    attribute = maker.attribute(_READINESS, "partnership")
    now = {fact.value for fact in concluded}
    possible = [
        value
        for value in view.order(attribute)
        if value in now or completions.may_be(Fact(attribute, SENTRA, value))
    ]
    settled = now.issuperset(possible)
    caps = maker.facts(_READINESS, SENTRA, "at_most")
    slots = [] if settled else [s for f in concluded for s in completions.slots(f)]
    return Readiness(
        stage=next(iter(stage), None),
        partnership=next((of(fact) for fact in concluded), None),
        because=tuple(text for fact in concluded for text in maker.because(fact)),
        possible=tuple(
            Labelled(id=value, label=view.value_label(attribute, value)) for value in possible
        ),
        depends_on=tuple(
            dict.fromkeys(Labelled(id=slot_word(view, s), label=slot_label(view, s)) for s in slots)
        ),
        hangs_on=maker.moving.get(Slot(attribute, SENTRA), ()),
        waits_for=maker.values(_READINESS, SENTRA, "waits_for"),
        lacking=maker.listed(_READINESS, "lacking"),
        at_most=next((of(fact) for fact in caps), None),
        at_most_because=tuple(text for fact in caps for text in maker.reasons(fact)),
        gates=_gates(maker),
    )


def _gates(maker: Maker) -> tuple[GateEntry, ...]:
    view = maker.view
    found = []
    for gate in view.owners(maker.attribute(_READINESS, "status")):
        status = maker.single(_READINESS, gate, "status")
        of = view.labelled("gate_of", view.value("gate_of", gate))
        if status is None or of is None:
            continue
        fact = maker.facts(_READINESS, gate, "status")[0]
        found.append(
            GateEntry(
                gate_of=of,
                status=status,
                because=maker.because(fact, every=True),
                **maker.fields(fact, gate, by=[*maker.behind(fact), fact]),
            )
        )
    return tuple(found)
