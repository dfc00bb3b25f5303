"""What of the profile serves the documents of a grant: known, missing, and who can provide it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kemitraan.analysis.why.report import ProofReport
from kemitraan.document import words as d
from kemitraan.document.plain import begun_large
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.recommendation.questions import asking
from kemitraan.recommendation.view import slot_label
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.scenario.evidence import BY_BASIS

if TYPE_CHECKING:
    from kemitraan.document.front import Front
    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.vocabulary import Attribute


def preparation(front: Front) -> list[Part]:
    """Return the annex for the documents of a grant, by the variables of the profile."""
    t, lang, case = front.t, front.lang, front.case
    words = case.base.vocabulary
    known: dict[Slot, list[Fact]] = defaultdict(list)
    for fact in case.fact_base.origin:
        known[fact.slot].append(fact)
    rows: dict[str, list[tuple[str, ...]]] = {name: [] for name in words.variables}
    found = [
        s for s in (*known, *case.fact_base.unknown) if words.attributes[s.attribute].of != ACTOR
    ]
    slots = sorted(found, key=lambda s: (s not in known, words.rank[s.attribute], s.subject))
    for slot in slots:
        variable = words.variable_of(*slot)
        if variable is None or not _asked(words.attributes[slot.attribute]):
            continue
        name = begun_large(slot_label(case.view, slot)[lang])
        if slot in known:
            rows[variable].append((name, _held(front, known[slot]), _said(front, known[slot])))
        else:
            whom = asking(case.view, *slot).informants
            missing = t(d.UNKNOWN, tick=d.TICK)
            rows[variable].append((name, missing, t(d.ASK, whom=whom)))
    parts: list[Part] = [
        Lines((t(d.DAK_NOTE),), strong=True),
        Heading(t(d.DAK_FILES), 3),
        Lines((t(d.DAK_FILES_NOTE),)),
        Grid(
            tuple((t(one), d.TICK, d.BLANK) for one in d.DAK_DOCUMENTS),
            (t(d.DAK_DOCUMENT), t(d.DAK_THERE), t(d.DAK_WHO)),
        ),
    ]
    every = [row for own in rows.values() for row in own]
    there = len(every) - sum(row[1].startswith(d.TICK) for row in every)
    parts.append(Lines((t(d.DAK_KNOWN, n=there, of=len(every)),)))
    heads = (t(d.ENTRY), t(d.HELD), t(d.FROM))
    for variable, own in rows.items():
        if own:
            label = words.variables[variable].label[lang]
            parts += [Heading(label, 3), Grid(tuple(own), heads)]
    return parts


def _asked(attribute: Attribute) -> bool:
    """Tell whether people are asked for an attribute: no reading of another one, say."""
    return attribute.asked and attribute.id not in BY_BASIS.values()


def _held(front: Front, facts: list[Fact]) -> str:
    """Return what the profile says of one thing."""
    view, lang = front.case.view, front.lang
    return "; ".join(
        front.case.fact_base.words.get(fact.slot)
        or view.value_label(fact.attribute, fact.value)[lang]
        for fact in facts
    )


def _said(front: Front, facts: list[Fact]) -> str:
    """Return who or what says so."""
    report = ProofReport(front.case, front.lang)
    claims = [claim for fact in facts for claim in front.case.fact_base.origin[fact]]
    return "; ".join(dict.fromkeys(map(report.claim, claims)))
