"""A knowledge base with some rules switched off and others added, derived from a loaded one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.faults import Place
from kemitraan.knowledge.load import stratified

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kemitraan.faults import Fault
    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase

_NOWHERE = Place("")


def patched_rules(
    base: RuleBase, without: Collection[str], added: Sequence[Rule], faults: list[Fault]
) -> RuleBase:
    """Return the base without some rules and with others; the base itself where nothing changes.

    The rules added are held against the base as its own are; faults are appended. The digest of
    the result is that of the base, a plus sign, and eight digits that name the change.
    """
    off = sorted({rule for rule in without if rule in base.rule})
    more = sorted(added, key=lambda rule: rule.id)
    if not off and not more:
        return base
    said = [*off, *(repr(anywhere(rule)) for rule in more)]
    change = hashlib.sha256("\0".join(said).encode()).hexdigest()[:8]
    rules = [rule for rule in base.all_rules if rule.id not in off] + more
    found = replace(
        base,
        all_rules=tuple(sorted(rules, key=lambda rule: rule.id)),
        digest=f"{base.digest}+{change}",
    )
    if more:
        # Imported here: only added rules have to be checked.
        from kemitraan.knowledge.references import check_references

        # What is in the place of a retired rule may be switched off.
        check_references(replace(found, retired={}), faults)
        stratified(found, faults)
    return found


def anywhere(rule: Rule) -> Rule:
    """Return a rule as it is wherever it was written."""
    return replace(rule, place=_NOWHERE)
