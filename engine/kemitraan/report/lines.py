"""Lines of a recommendation that differ, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.lines import YES
from kemitraan.recommendation.view import in_words
from kemitraan.text import same

if TYPE_CHECKING:
    from kemitraan.recommendation.differences import Difference
    from kemitraan.recommendation.model import Labelled
    from kemitraan.text import Lang, Text


def line_text(label: Text, before: Labelled | None, now: Labelled | None, lang: Lang) -> str:
    """Return a line in its section: a value for another, or the one that is added or gone."""
    told = label[lang]
    if before and now:
        return f"{told}: {before.label[lang]} → {now.label[lang]}"
    value = now or before
    return told if value is None or value.id == YES.id else f"{told} ({value.label[lang]})"


def marked_line(line: Difference, lang: Lang) -> str:
    """Return a line out of its section: added (+), gone (−), or a value of what for another."""
    if line.before is None or line.now is None:
        return f"{'−' if line.before else '+'} {line.label[lang]}"
    owner = line.label if line.attribute else None

    def told(value: Text) -> str:
        return in_words(line.attribute or line.label, owner, value)[lang]

    if line.lost or line.gained:
        marked = [f"− {v.label[lang]}" for v in line.lost]
        marked += [f"+ {v.label[lang]}" for v in line.gained]
        return told(same(", ".join(marked)))
    if YES in (line.before, line.now):
        sign, value = ("+", line.now) if line.before == YES else ("−", line.before)
        return f"{sign} {told(value.label)}"
    return told(same(f"{line.before.label[lang]} → {line.now.label[lang]}"))
