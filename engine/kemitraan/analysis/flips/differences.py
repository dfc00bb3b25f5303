"""What is shown otherwise in some world than now: conclusions gone and added, in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.shown import ASPECTS
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.shown import Aspect
    from kemitraan.recommendation.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is shown otherwise.

    `gone` and `added` are the words of the conclusions (as for `kemitraan why`), empty where
    there is none; both are there where a value is replaced by another. `label` says it in words.
    What is `implied` goes with another one: the priority of a need that is gone, say.
    """

    aspect: Aspect
    label: Text
    gone: str
    added: str
    implied: bool


def told(view: View, found: Mapping[Fact, int]) -> dict[Fact, int]:
    """Return the worlds in which a recommendation tells each fact, of those in which it holds.

    The timing of a step that is not recommended, say, is told nowhere.
    """
    shown = view.base.shown
    about: dict[tuple[str, str | None], int] = defaultdict(int)
    for fact, worlds in found.items():
        about[fact.attribute, whole_of(fact)] |= worlds

    def beside(fact: Fact) -> int:
        one = shown[fact.attribute]
        if one.beside is None:
            return -1
        of = view.value(one.through, fact.value) if one.through else whole_of(fact)
        return about[one.beside, of]

    return {fact: worlds & beside(fact) for fact, worlds in found.items()}


def told_now(case: Case) -> frozenset[Fact]:
    """Return what the recommendation of a case tells of the aspects."""
    held = {fact: 1 for fact in case.admitted if fact.attribute in case.base.shown.aspect_of}
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
    whole = {whole_of(fact) for fact in (*before.values(), *after.values()) if is_whole(view, fact)}

    def made(fact: Fact, label: Text, gone: str, added: str) -> Difference:
        return Difference(
            aspect=view.base.shown.aspect_of[fact.attribute],
            label=label,
            gone=gone,
            added=added,
            implied=not is_whole(view, fact) and whole_of(fact) in whole,
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
    order = ASPECTS
    return tuple(sorted(found, key=lambda d: (order.index(d.aspect), d.gone or d.added)))


def _by_slot(view: View, facts: Iterable[Fact]) -> dict[Fact | tuple[str, str], Fact]:
    """Return the facts by what there is one of: attribute and subject of a single value, or all."""
    attributes = view.vocabulary.attributes
    return {f if attributes[f.attribute].many else f.slot: f for f in facts}


def is_whole(view: View, fact: Fact) -> bool:
    """Tell whether everything told of its subject comes and goes with this conclusion."""
    return view.base.shown[fact.attribute].advice


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
