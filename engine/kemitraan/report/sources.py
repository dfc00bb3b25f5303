"""What a proof rests on: its assumptions, and its sources with what each says.

A reference beside the study tells how sure it is and as of when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.logic.proof import parts
from kemitraan.report import words as w
from kemitraan.report.parts import Heading, Lines
from kemitraan.text import joined, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.sources import PracticeSource
    from kemitraan.logic.proof import Proof
    from kemitraan.recommendation.made_with import Choice
    from kemitraan.recommendation.model import Recommendation, Reference
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang, Text


def marked(source: PracticeSource | Reference) -> Text:
    """Return a practice reference with how sure it is, and as of when."""
    return w.MARKED[source.evidence].format(reference=source.reference, when=source.as_of)


def said(base: RuleBase, source: str) -> Text | None:
    """Return what a registered source says, in our words; None where it is not registered."""
    gloss = base.gloss(source)
    practice = base.practice.get(source)
    if gloss is None or practice is None:
        return gloss
    return joined((gloss, marked(practice)), same(" "))


def assumptions_of(case: Case, proof: Proof) -> list[Choice]:
    """Return the assumptions anywhere in a proof, read by a rule or in reading in, by id."""
    names: set[str] = set()
    for part in parts(proof):
        if part.fact.attribute in case.base.assumptions:
            names.add(part.fact.attribute)
        names.update(case.fact_base.readings.get(part.fact, ()))
    return [choice for choice in case.made_with.in_force if choice.name in names]


def sources_of(case: Case, proofs: Iterable[Proof]) -> dict[str, Text]:
    """Return what every source cited in the proofs says, in our words, by id."""
    cited: set[str] = set()
    for proof in proofs:
        for part in parts(proof):
            for step in part.derivations:
                cited.update(case.base.rule[step.rule].source)
            for claim in case.fact_base.origin.get(part.fact, ()):
                cited.update(claim.source)
    return glosses(case.base, cited)


def cited(recommendation: Recommendation) -> set[str]:
    """Return every source that a recommendation names."""
    found: set[str] = set()
    waiting: list[object] = [recommendation.to_dict()]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            found.update(part.get("sources", ()))
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return found


def glosses(base: RuleBase, cited: Iterable[str]) -> dict[str, Text]:
    """Return what sources say, those registered, by id."""
    return {source: text for source in sorted(cited) if (text := said(base, source))}


def quoted(told: Mapping[str, Text], lang: Lang) -> list[Part]:
    """Return the part of a report that tells what sources say."""
    lines = tuple(f"{source}: {text[lang]}" for source, text in told.items())
    return [Heading(w.SOURCES[lang]), Lines(lines, bulleted=True)] if lines else []
