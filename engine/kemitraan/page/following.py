"""The next question of an interview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kemitraan.fact import Slot
from kemitraan.interview.answers import ACTORS, Answers
from kemitraan.interview.asking import Asking
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.page.form import Input, as_input
from kemitraan.published import Data
from kemitraan.recommendation.questions import asking
from kemitraan.recommendation.view import slot_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.case import Case


_SETTLES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Next(Data):
    """The next question of an interview; without a `key` no answer can change anything any more.

    `key` is `actors` where it is to be said who takes part; `input` is then None. `headlines` and
    `left` are how many questions can still bear on verdicts and readiness, and on anything.
    """

    key: str | None
    about: Text | None
    input: Input | None
    settles: tuple[Text, ...]
    headlines: int
    left: int


def following(case: Case, unknown: Iterable[str]) -> Next:
    """Return the next question about a case; `unknown` are keys of what nobody could answer."""
    words, view = case.base.vocabulary, case.view
    passed = {*unknown}
    # Who takes part is answered by naming one, or by saying that there is none.
    actors: dict[str, dict[str, str]] = {actor.id: {} for actor in case.scenario.actors}
    begun = {c.attribute: c.value for c in case.scenario.claims if c.subject not in actors}
    asking_now = _asking_about(case).after(
        Answers({SENTRA: begun, "actors": actors}, _slots(case, passed))
    )
    slot = asking_now.following()
    left = {"headlines": len(asking_now.open_heads), "left": len(asking_now.open)}
    if slot is None:
        return Next(key=None, about=None, input=None, settles=(), **left)
    if slot == ACTORS:
        return Next(key="actors", about=None, input=None, settles=(), **left)
    attribute = words.attributes[slot.attribute]
    asked = asking(view, *slot)
    entry = words.entries.get(slot.subject) if words.shorthand(slot.subject) else None
    key = slot.subject if entry else slot.attribute
    found = as_input(case.base, key, asked.label, attribute, asked.informants)
    return Next(
        key=slot_word(view, slot),
        about=view.actors[slot.subject] if attribute.of == ACTOR else None,
        input=replace(found, question=asked.question),
        settles=tuple(view.describe(fact) for fact in asking_now.settles(slot)[:_SETTLES]),
        **left,
    )


_kept: list[Asking] = []
"""What is open in the case that was asked about last: to pass a question over is no new case."""


def _asking_about(case: Case) -> Asking:
    if not (_kept and _kept[0].case is case):
        _kept[:] = [Asking(case, Answers({}))]
    return _kept[0]


def _slots(case: Case, passed: set[str]) -> frozenset[Slot]:
    """Return what was passed over as places of facts."""
    found = {ACTORS} if "actors" in passed else set()
    for key in passed:
        head, _, name = key.rpartition(".")
        bare = case.base.vocabulary.shorthand(key)
        found.add(Slot(bare, key) if bare else Slot(name, head or SENTRA))
    return frozenset(found)
