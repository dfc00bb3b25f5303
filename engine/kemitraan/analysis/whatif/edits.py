"""What was changed between two cases of one sentra, in words: facts, assumptions, rules."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.published import Data
from kemitraan.recommendation.view import in_words
from kemitraan.report.counts import figure
from kemitraan.scenario.model import KIND
from kemitraan.text import Text, joined, same, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kemitraan.case import Case
    from kemitraan.scenario.model import Claim, Scenario

Sort = Literal["actor", "fact", "assumption", "rule_off", "rule_added"]

_UNREAD = Text("tidak ada aturan yang membacanya", "no rule reads it")
_SILENT = Text("aturan ini memang tidak berlaku di sini", "the rule does not fire here anyway")
_IDLE = Text("syaratnya tidak terpenuhi di sini", "its conditions are not met here")
_NOT_STATED = Text("tidak disebut", "not stated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(Data):
    """One thing that was changed: from what to what (None: not there), and why it cannot matter.

    `id` is an attribute (of an actor or aspect: `subject.attribute`), an actor, an assumption or a
    rule. `no_effect` is None where the change may have one.
    """

    sort: Sort
    id: str
    label: Text
    before: Text | None
    now: Text | None
    no_effect: Text | None = None


def edits(case: Case, other: Case) -> tuple[Edit, ...]:
    """Return what makes `other` differ from `case`: actors, facts, assumptions, then rules."""
    return (*_actors(case, other), *_facts(case, other), *_choices(case, other),
            *_rules(case, other))  # fmt: skip


def _actors(case: Case, other: Case) -> Iterator[Edit]:
    known = {a.id for a in case.scenario.actors}
    for actor in other.scenario.actors:
        if actor.id not in known:
            label, kind = other.view.actors[actor.id], other.view.label(actor.kind)
            yield Edit(sort="actor", id=actor.id, label=label, before=None, now=kind)


def _facts(case: Case, other: Case) -> Iterator[Edit]:
    words = other.base.vocabulary
    before, now = _claims(case.scenario), _claims(other.scenario)
    added = {a.id for a in other.scenario.actors} - {a.id for a in case.scenario.actors}
    read = {*case.base.read(case.choice), *other.base.read(other.choice)}
    for slot in sorted({*before, *now}, key=lambda t: (words.rank[t[0]], t[1])):
        told = told_claims(case, before.get(slot, ())), told_claims(other, now.get(slot, ()))
        if _said(before.get(slot, ())) == _said(now.get(slot, ())):
            continue
        attribute, subject = slot
        if attribute == KIND and subject in added:
            continue
        declared = words.attributes[attribute]
        shorthand = attribute in other.view.shorthand
        owner = other.view.actors.get(subject) if declared.of == ACTOR else None
        yield Edit(
            sort="fact",
            id=attribute if subject == SENTRA else f"{subject}.{attribute}",
            label=other.view.label(subject)
            if shorthand
            else in_words(owner, None, declared.label)
            if owner
            else declared.label,
            before=None if subject in added else told[0] or _NOT_STATED,
            now=told[1] or _NOT_STATED,
            no_effect=None if attribute in read else declared.unread or _UNREAD,
        )


def _claims(scenario: Scenario) -> Mapping[tuple[str, str], tuple[Claim, ...]]:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in scenario.claims:
        found[claim.slot].append(claim)
    return {slot: tuple(claims) for slot, claims in found.items()}


def _said(claims: tuple[Claim, ...]) -> object:
    """Return all that claims say, wherever it stands."""
    return {
        (c.value, c.figure, c.words, c.source, c.basis, c.by, c.on, c.note, c.potential)
        for c in claims
    }


def told_claims(case: Case, claims: tuple[Claim, ...]) -> Text | None:
    """Return the values of some claims on one slot, each once; None where there are none."""
    found = dict.fromkeys(_value(case, claim) for claim in claims)
    return joined(found) if found else None


def _value(case: Case, claim: Claim) -> Text:
    if claim.words:
        return same(f"“{claim.words}”")
    if claim.figure is not None:
        return figure(claim.figure)
    return case.view.value_label(claim.attribute, claim.value or "")


def _choices(case: Case, other: Case) -> Iterator[Edit]:
    for assumption in sorted(other.base.assumptions.values(), key=lambda a: a.id):
        before, now = case.choice[assumption.name], other.choice[assumption.name]
        if before != now:
            yield Edit(
                sort="assumption",
                id=assumption.id,
                label=titled(assumption.id, assumption.label),
                before=assumption.alternative(before).label,
                now=assumption.alternative(now).label,
                no_effect=assumption.no_effect,
            )


def _rules(case: Case, other: Case) -> Iterator[Edit]:
    off, added = case.base.rule, other.base.rule
    for name in sorted(off.keys() - added.keys()):
        idle = None if name in case.inference.fired else _SILENT
        title, because = off[name].title, off[name].because
        yield Edit(sort="rule_off", id=name, label=title, before=because, now=None, no_effect=idle)
    for name in sorted(added.keys() - off.keys()):
        idle = None if name in other.inference.fired else _IDLE
        title, because = added[name].title, added[name].because
        yield Edit(
            sort="rule_added", id=name, label=title, before=None, now=because, no_effect=idle
        )
