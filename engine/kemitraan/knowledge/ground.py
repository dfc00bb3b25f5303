"""A rule with its subject named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.fact import Slot
from kemitraan.knowledge.language import THIS, Absent, AtLeast, Condition, Holds, Some

if TYPE_CHECKING:
    from kemitraan.knowledge.language import Rule


@dataclass(frozen=True)
class Instance:
    """A rule with `this` bound, and what it then concludes."""

    rule: Rule
    this: str | None
    conditions: tuple[Condition, ...]
    conclusions: tuple[tuple[Slot, str], ...]


def instance(rule: Rule, this: str | None) -> Instance:
    """Return a rule with `this` bound to a subject (None for a rule without `each`)."""
    if this is None:
        conditions, subject = rule.conditions, THIS
    else:
        conditions, subject = tuple(named(c, this) for c in rule.conditions), this
    return Instance(
        rule,
        this,
        conditions,
        tuple(
            (
                Slot(c.attribute, subject if c.subject == THIS else c.subject),
                subject if c.value == THIS else c.value,
            )
            for c in rule.conclusions
        ),
    )


def named(condition: Condition, this: str) -> Condition:
    """Return a condition with `this` replaced by a subject, wherever it stands."""
    match condition:
        case Holds():
            return bound(condition, THIS, this)
        case Absent(inner):
            return Absent(bound(inner, THIS, this))
        case Some(kind, conditions):
            return Some(kind, tuple(bound(c, THIS, this) for c in conditions))
        case AtLeast(n, parts):
            return AtLeast(n, tuple(named(c, this) for c in parts))


def bound(holds: Holds, variable: str, subject: str) -> Holds:
    """Return a fact condition with a variable replaced, as subject and as value."""
    return Holds(
        holds.attribute,
        subject if holds.subject == variable else holds.subject,
        tuple(subject if v == variable else v for v in holds.values),
    )
