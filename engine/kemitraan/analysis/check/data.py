"""What the checks of a rule base find, as data: `kemitraan rules check --format json`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.plain import findings
from kemitraan.findings import Checked, Finding, finding
from kemitraan.knowledge.load import read_rulebase
from kemitraan.published import Data
from kemitraan.resources import rules_folder
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.analysis.check.finding import DeepFinding
    from kemitraan.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Data):
    """A finding that is known and left, with the reason."""

    kind: str
    rule: str
    file: str
    line: int
    what: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RulesCheck(Checked):
    """What was found in a rule base.

    `rules` were looked at, None where the base does not load; `deep` tells whether under all
    profiles too. The kind of a finding is `fault` for what keeps the base from loading,
    `no_effect` for what the plain check finds, and that of `rules/accepted.yaml` for what shows
    under all profiles; `undecided` where the search was given up, `stale` for an explanation of
    what no longer occurs. `accepted` are known and left.
    """

    kind: ClassVar[str] = "rules-check"

    rules: int | None
    deep: bool
    accepted: tuple[Known, ...]


def rules_check(
    folder: Path | None = None, *, deep: bool = False, rules: Sequence[str] | None = None
) -> RulesCheck:
    """Return what is wrong with a rule base: every finding.

    Args:
        folder: the knowledge base; the shipped one, if None.
        deep: look under all profiles, too, if the plain check finds nothing.
        rules: the same about these rules alone.

    Raises:
        InputError: `rules` names what is no rule, or the package that searches is not installed.
    """
    faults: list[Fault] = []
    base = read_rulebase(folder or rules_folder(), faults)
    if base is None or faults:
        return _checked([finding(fault) for fault in sorted({*faults})])
    ids = {rule.place: rule.id for rule in base.all_rules}
    plain = sorted({*findings(base)})
    found = [finding(fault, "no_effect", ids.get(fault.place)) for fault in plain]
    if found or not (deep or rules):
        return _checked(found, len(base.all_rules))
    told = check_deep(base, rules=rules)
    found += [_deep(one, one.kind) for one in told.findings]
    found += [_deep(one, "undecided") for one in told.undecided]
    found += [finding(fault, "stale") for fault in told.stale]
    known = tuple(
        Known(
            kind=one.kind,
            rule=one.about,
            file=one.place.file,
            line=one.place.line,
            what=one.what,
            reason=one.reason or one.why,
        )
        for one in told.accepted
    )
    return _checked(found, told.rules, known, deep=True)


def _checked(
    found: Sequence[Finding],
    rules: int | None = None,
    known: tuple[Known, ...] = (),
    *,
    deep: bool = False,
) -> RulesCheck:
    return RulesCheck(good=not found, findings=tuple(found), rules=rules, deep=deep, accepted=known)


def _deep(one: DeepFinding, kind: str) -> Finding:
    return Finding(
        kind=kind,
        rule=one.about,
        file=one.place.file,
        line=one.place.line,
        what=one.what,
        why=one.why,
        fix=Text("", ""),
        profile=one.witness.profile if one.witness else None,
    )
