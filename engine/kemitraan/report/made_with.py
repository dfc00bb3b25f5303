"""What a recommendation was made with: rule base, layers, assumptions, facts set, overlays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.text import Text, joined, same, titled

if TYPE_CHECKING:
    from kemitraan.recommendation.made_with import Base
    from kemitraan.text import Lang


def assumed(base: Base) -> Text:
    """Return which assumptions were chosen otherwise than by default."""
    if not base.assumptions:
        return w.ALL_DEFAULT
    chosen = (
        joined((titled(c.id, c.label), c.choice_label), same(" = ")) for c in base.assumptions
    )
    return w.OTHERWISE.format(chosen=joined(chosen, same("; ")))


def made_with(base: Base, lang: Lang, reference: str) -> tuple[str, ...]:
    """Return the lines at the foot of a report; `reference` is how its profile was named."""
    made = w.FOOT.format(
        rules=base.rules,
        layers=", ".join(w.LAYER[layer][lang] for layer in base.layers),
        assumptions=assumed(base),
    )
    own = ((w.SET, base.settings), (w.LAID_ON, base.overlays), (w.SWITCHED_OFF, base.without))
    lines = (made, *(form.format(names=", ".join(names)) for form, names in own if names))
    return (*(line[lang] for line in lines), w.ASK_WHY.format(sentra=reference)[lang])
