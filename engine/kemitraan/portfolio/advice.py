"""The columns of advice: what of the conclusions a row of the table is told, and under which head.

Verdicts, readiness, repair and steps come for all rows at once (`evaluation`); certainty and
questions profile by profile, from the recommendation itself (`asking`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.portfolio.steps import FIRST, first_steps, leads
from kemitraan.recommendation.model import Labelled
from kemitraan.report import words as w
from kemitraan.report.firm import READY
from kemitraan.report.screen import REPAIR
from kemitraan.text import Text, joined, same
from kemitraan.worlds.space import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.evaluation import Found
    from kemitraan.portfolio.steps import Lead

DECIDES = Text("{of}: yang menentukan", "{of}: what decides")
LACKS = Text("{of}: yang kurang", "{of}: lacking")
STEP = Text("Langkah {n}", "Step {n}")
_LED = Text("{who}: {what}", "{who}: {what}")
READINESS: Final = "readiness"
REPAIRS: Final = "repair"
STEPS: Final = "step_{n}"


@dataclass(frozen=True)
class Head:
    """A column of advice: its id for programs and `--where`, what it is called.

    `attribute` and `subject` tell which conclusion it gives, where it gives one by itself.
    """

    id: str
    label: Text
    attribute: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Column:
    """What a column tells of each row: values in their order, each with its rows."""

    head: Head
    values: Sequence[tuple[Labelled, int]]

    def cells(self, size: int) -> list[tuple[Labelled, ...]]:
        """Return the values row by row."""
        found: list[tuple[Labelled, ...]] = [()] * size
        for value, rows in self.values:
            alone = (value,)
            for number in numbers(rows):
                found[number] = found[number] + alone if found[number] else alone
        return found


def heads(base: RuleBase) -> tuple[Head, ...]:
    """Return the columns that rows are given at once, in their order."""
    return (*_heads_of_types(base), *_heads_of_readiness(base), *_heads_of_deeds())


def _types(base: RuleBase) -> Iterator[tuple[str, Text]]:
    verdict = base.shown.filling("partnership_types", "verdict")
    kind = base.vocabulary.kinds.get(base.vocabulary.attributes[verdict].of) if verdict else None
    return ((entry.id, entry.label) for entry in (kind.entries if kind else ()))


def _heads_of_types(base: RuleBase) -> Iterator[Head]:
    shown = base.shown
    verdict = shown.filling("partnership_types", "verdict")
    waits = shown.filling("partnership_types", "waits_for")
    for name, label in _types(base):
        yield Head(name, label, verdict, name)
        yield Head(f"{name}_waits_for", DECIDES.format(of=label), waits, name)


def _heads_of_readiness(base: RuleBase) -> Iterator[Head]:
    shown = base.shown
    yield Head(READINESS, READY, shown.filling("readiness", "partnership"), SENTRA)
    for field, label in (("waits_for", DECIDES), ("lacking", LACKS)):
        attribute = shown.filling("readiness", field)
        yield Head(f"{READINESS}_{field}", label.format(of=READY), attribute, SENTRA)


def _heads_of_deeds() -> Iterator[Head]:
    yield Head(REPAIRS, REPAIR)
    for number in range(1, FIRST + 1):
        yield Head(STEPS.format(n=number), STEP.format(n=number))


def columns(found: Found) -> list[Column]:
    """Return what the rows are told, column by column, in the order of `heads`."""
    base = found.base
    of_conclusions = (*_heads_of_types(base), *_heads_of_readiness(base))
    told = [Column(head, list(_concluded(found, head))) for head in of_conclusions]
    repair, *steps = _heads_of_deeds()
    told.append(Column(repair, list(_weak(found))))
    for head, begun in zip(steps, first_steps(found), strict=True):
        values = [
            (_step(found, step, lead), about)
            for step, rows in begun.items()
            for lead, about in leads(found, step, rows)
        ]
        told.append(Column(head, values))
    return told


def _concluded(found: Found, head: Head) -> Iterator[tuple[Labelled, int]]:
    for value, rows in found.shows(head.attribute, head.subject).items():
        label = found.base.vocabulary.label_of_value(head.attribute, value) or same(value)
        yield Labelled(id=value, label=label), rows


def _weak(found: Found) -> Iterator[tuple[Labelled, int]]:
    """Yield the aspects that are to be repaired first."""
    level = found.base.shown.filling("potential", "level")
    words = found.base.vocabulary
    for entry in words.kinds[words.attributes[level].of].entries if level else ():
        if rows := found.shows(level, entry.id).get("weak", 0):
            yield Labelled(id=entry.id, label=entry.label), rows


def _step(found: Found, step: str, lead: Lead) -> Labelled:
    entries = found.base.vocabulary.entries
    actors, kind = lead
    if actors:
        who = joined(same(a.name) if a.name else entries[a.kind][1].label for a in actors)
    elif kind is not None:
        who = w.NOBODY.format(kind=entries[kind][1].label)
    else:
        who = w.ALL_ACTORS
    return Labelled(id=step, label=_LED.format(who=who, what=entries[step][1].label))
