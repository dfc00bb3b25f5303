"""Sources in words: what each says and, beside the study, how sure it is and as of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.sources import PracticeSource
    from kemitraan.recommendation.model import Reference


def marked(source: PracticeSource | Reference) -> Text:
    """Return a practice reference with its date and its evidence mark."""
    return w.MARKED.format(
        reference=source.reference, when=source.as_of, evidence=w.EVIDENCE[source.evidence]
    )


def said(base: RuleBase, source: str) -> Text | None:
    """Return what a registered source says, in our words; None where it is not registered."""
    gloss = base.gloss(source)
    practice = base.practice.get(source)
    if gloss is None or practice is None:
        return gloss
    mark = marked(practice)
    return Text(f"{gloss.id} {mark.id}", f"{gloss.en} {mark.en}")
