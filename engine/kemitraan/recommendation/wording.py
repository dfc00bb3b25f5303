"""Texts of a catalogue that speak of what the profile names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import PLACE
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from re import Match

    from kemitraan.recommendation.view import View


def worded(view: View, text: Text) -> Text:
    """Return a text with its places filled by what is known of the sentra."""

    def filled(lang: Lang) -> str:
        def words(place: Match[str]) -> str:
            entries = view.vocabulary.entries
            values = view.values(place["attribute"])
            found = dict.fromkeys(entries[v][1].texts[place["text"]][lang] for v in values)
            return "; ".join(found) or place["otherwise"]

        return PLACE.sub(words, text[lang])

    return Text(filled(Lang.ID), filled(Lang.EN))
