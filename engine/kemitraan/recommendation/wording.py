"""Texts of a catalogue that speak of what the profile names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.slots import SLOT
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from re import Match

    from kemitraan.recommendation.view import View


def worded(view: View, text: Text) -> Text:
    """Return a text with its slots filled by what is known of the sentra."""

    def filled(lang: Lang) -> str:
        def words(slot: Match[str]) -> str:
            entries = view.vocabulary.entries
            values = view.values(slot["attribute"])
            found = dict.fromkeys(entries[v][1].texts[slot["text"]][lang] for v in values)
            return "; ".join(found) or slot["otherwise"]

        return SLOT.sub(words, text[lang])

    return Text(filled(Lang.ID), filled(Lang.EN))
