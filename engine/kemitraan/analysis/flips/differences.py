"""What is shown otherwise in some world than now: conclusions gone and added, in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.recommendation.view import View

ASPECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "type": ("partnership_type",),
    "readiness": ("partnership_readiness",),
    "focus": ("fit", "focus"),
    "gates": ("stage_in_force", "gate_status"),
    "groups": ("group",),
    "strategies": ("proposed", "action_after", "recommended", "programme_after"),
    "needs": ("need", "priority"),
}
"""The aspects of a recommendation that may flip, and the attributes that make each up."""

ASPECT_OF: Final = {name: aspect for aspect, names in ASPECTS.items() for name in names}

_BESIDE = {
    "action_after": "proposed",
    "programme_after": "recommended",
    "need": "priority",
    "priority": "need",
    "fit": "partnership_type",
    "focus": "partnership_type",
}
"""What a recommendation shows only beside something else that is told of the same."""
_WHOLE = frozenset({"partnership_type", "need", "proposed", "recommended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is shown otherwise.

    `gone` and `added` are the words of the conclusions (as for `kemitraan why`), empty where
    there is none; both are there where a value is replaced by another. `label` says it in words.
    What is `implied` goes with another one: the priority of a need that is gone, say.
    """

    aspect: str
    label: Text
    gone: str
    added: str
    implied: bool


def told(view: View, found: Mapping[Fact, int]) -> dict[Fact, int]:
    """Return the worlds in which a recommendation tells each fact, of those in which it holds.

    The timing of a step that is not recommended, say, is told nowhere.
    """
    about: dict[tuple[str, str | None], int] = defaultdict(int)
    for fact, worlds in found.items():
        about[fact.attribute, whole_of(fact)] |= worlds

    def beside(fact: Fact) -> tuple[str, str | None]:
        of = view.value("focus_type", fact.value) if fact.attribute == "focus" else whole_of(fact)
        return _BESIDE[fact.attribute], of

    return {
        fact: worlds & about[beside(fact)] if fact.attribute in _BESIDE else worlds
        for fact, worlds in found.items()
    }


def told_now(case: Case) -> frozenset[Fact]:
    """Return what the recommendation of a case tells of the aspects."""
    held = {fact: 1 for fact in case.admitted if fact.attribute in ASPECT_OF}
    return frozenset(fact for fact, worlds in told(case.view, held).items() if worlds)


def apart(found: Mapping[Fact, int], now: Collection[Fact], full: int) -> dict[Fact, int]:
    """Return, for each fact, the worlds in which it is told otherwise than now."""
    return {fact: full ^ worlds if fact in now else worlds for fact, worlds in found.items()}


def members(worlds: int) -> Iterator[int]:
    """Yield the numbers of the worlds in a set, in order."""
    digits = f"{worlds:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def differences(view: View, gone: Iterable[Fact], added: Iterable[Fact]) -> tuple[Difference, ...]:
    """Return the conclusions gone and added in words; of a single value, both in one."""
    before, after = _by_slot(view, gone), _by_slot(view, added)
    whole = {whole_of(fact) for fact in (*before.values(), *after.values()) if is_whole(fact)}

    def made(fact: Fact, label: Text, gone: str, added: str) -> Difference:
        return Difference(
            aspect=ASPECT_OF[fact.attribute],
            label=label,
            gone=gone,
            added=added,
            implied=not is_whole(fact) and whole_of(fact) in whole,
        )

    found = []
    for thing, fact in before.items():
        label, word = in_short(view, fact), ""
        if now := after.get(thing):
            value, was = _value(view, now), view.describe(fact)
            label = Text(f"{was.id} → {value.id}", f"{was.en} → {value.en}")
            word = conclusion_word(now)
        found.append(made(fact, label, conclusion_word(fact), word))
    found.extend(
        made(fact, in_short(view, fact), "", conclusion_word(fact))
        for thing, fact in after.items()
        if thing not in before
    )
    order = list(ASPECTS)
    return tuple(sorted(found, key=lambda d: (order.index(d.aspect), d.gone or d.added)))


def _by_slot(view: View, facts: Iterable[Fact]) -> dict[Fact | tuple[str, str], Fact]:
    """Return the facts by what there is one of: attribute and subject of a single value, or all."""
    attributes = view.vocabulary.attributes
    return {f if attributes[f.attribute].many else f.slot: f for f in facts}


def is_whole(fact: Fact) -> bool:
    """Tell whether everything told of its subject comes and goes with this conclusion."""
    return fact.attribute in _WHOLE


def whole_of(fact: Fact) -> str:
    """Return what a conclusion is told of: a need, a step, a type of partnership."""
    return fact.value if fact.subject == SENTRA else fact.subject


def in_short(view: View, fact: Fact) -> Text:
    """Return a conclusion in words, below a heading that names its aspect already."""
    if view.vocabulary.is_affirmed(fact.attribute):
        return view.label(fact.subject)
    if view.vocabulary.attributes[fact.attribute].many and fact.subject == SENTRA:
        return _value(view, fact)
    return view.describe(fact)


def _value(view: View, fact: Fact) -> Text:
    return view.vocabulary.label_of_value(fact.attribute, fact.value) or view.label(fact.value)
