"""Reads what is typed after `--set`, `--assume` and `--without` as one more overlay.

It is read as a file would be, and every fault stands at its option.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.claims import NAME
from kemitraan.scenario.model import Actor
from kemitraan.scenario.overlay import Overlay, OverlayReader
from kemitraan.text import Text, same
from kemitraan.yamltree import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Setting

SET, ASSUME, WITHOUT = (Place(f"--{option}") for option in ("set", "assume", "without"))

_SET = Text("ATRIBUT=NILAI", "ATTRIBUTE=VALUE")
_ASSUME = Text("NAMA=NILAI", "NAME=VALUE")


def typed(
    base: RuleBase,
    faults: list[Fault],
    *,
    settings: Sequence[str] = (),
    assume: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Overlay:
    """Return the overlay of a command line; faults are appended.

    Args:
        base: the knowledge base whose words are meant.
        faults: where faults are appended.
        settings: facts as `attribute=value`, an actor's as `actor.attribute=value`; several for
            one attribute add up where it takes many values, else the last one stands; an unknown
            (`=?`) takes away.
        assume: assumptions as `name=alternative`; ids (`A-10`) and labels are understood too.
        without: ids of rules.
    """
    said: dict[tuple[str, str], Setting] = {}
    actors: list[Actor] = []
    for key, value in _pairs(settings, SET, _SET, faults):
        head, _, word = key.rpartition(".")
        data = {word: value}
        reader = OverlayReader(Document(SET.file, data, 0), base, faults)
        if head:
            # No kind: it must be in the profile, or in an overlay that adds it.
            actors.append(Actor(head, "", reader.remark(data, NAME, ()) or "", SET))
        of, subject = (ACTOR, head) if head else (SENTRA, SENTRA)
        for setting in reader.settings(data, (), of, subject):
            slot = (setting.attribute, fold(setting.subject))
            adds = slot in said and base.vocabulary.attributes[setting.attribute].many
            before = said[slot].claims if adds else ()
            said[slot] = replace(setting, claims=(*before, *setting.claims))
    choosing = OverlayReader(Document(ASSUME.file, None, 0), base, faults)
    switching = OverlayReader(Document(WITHOUT.file, None, 0), base, faults)
    return Overlay(
        id="",
        name=same(""),
        about=same(""),
        settings=tuple(said.values()),
        actors=tuple(actors),
        choices=dict(choosing.choices(_pairs(assume, ASSUME, _ASSUME, faults))),
        without=dict(switching.without([*without])),
        rules=(),
        file="",
    )


def _pairs(
    items: Sequence[str], place: Place, form: Text, faults: list[Fault]
) -> Iterator[tuple[str, str]]:
    """Yield what is written as `key=value`."""
    for item in items:
        key, equals, value = (part.strip() for part in item.partition("="))
        if equals and key and not key.endswith("."):
            yield key, value
        else:
            what = Text(f"'{item}' tidak dapat dibaca", f"'{item}' cannot be read")
            fix = Text(f"Tulis {place} {form.id}", f"Write {place} {form.en}")
            faults.append(Fault(place, what, fix=fix))
