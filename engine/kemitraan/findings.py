"""What checks find, as data: `scenario check` and `rules check` for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.published import Data, Published
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Data):
    """One finding: what sort it is (`fault`: what was written cannot be used), where, and what.

    `rule` is what it is about, where it is about a rule, a table or a term. `line` counts from 1;
    0 where it is about no line. `why` and `fix` may be empty. `profile` is the smallest profile
    that shows it, as a file, where one was looked for.
    """

    kind: str
    rule: str | None
    file: str
    line: int
    what: Text
    why: Text
    fix: Text
    profile: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Checked(Published):
    """What a check of files found; `good` where it found nothing."""

    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "findings": ("kind", "rule", "file", "line", "what", "fix")
    }

    good: bool
    findings: tuple[Finding, ...]


def finding(fault: Fault, kind: str = "fault", rule: str | None = None) -> Finding:
    """Return a fault as a finding."""
    return Finding(
        kind=kind,
        rule=rule,
        file=fault.place.file,
        line=fault.place.line,
        what=fault.what,
        why=fault.why,
        fix=fault.fix,
    )
