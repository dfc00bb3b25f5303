"""The deep check: a rule base under all profiles that can be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.analysis.check.answers import unanswered
from kemitraan.analysis.check.finding import DeepFinding
from kemitraan.analysis.check.model import Model
from kemitraan.analysis.check.plain import circles
from kemitraan.analysis.check.profiles import ACTORS, Profiles
from kemitraan.analysis.check.questions import Asking
from kemitraan.analysis.check.tables import asked_of, gaps, overlaps
from kemitraan.analysis.check.witness import Finder
from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.language import THIS, Conclusion
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.progress import steps
from kemitraan.published import Data
from kemitraan.scenario.overlay import known_rule
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase

_STALE = Text(
    "yang diterima di sini tidak lagi terjadi: {finding} {about}",
    "what is accepted here no longer occurs: {finding} {about}",
)
_DELETE = Text("Hapus entri ini", "Delete this entry")
_OF_RULES = ("never_fires", "no_difference", "two_values", "overlap", "gap")
_ASKED = Place("--rule")


@dataclass(frozen=True, slots=True)
class DeepCheck(Data):
    """What was found under all profiles with up to `actors` actors of each kind.

    `rules` says how many were looked at; `only` names them where nothing else was asked. `findings`
    have to be mended or explained; `accepted` are explained; `undecided` could not be settled;
    `stale` are explanations of what no longer occurs.
    """

    rules: int
    only: tuple[str, ...]
    actors: int
    findings: tuple[DeepFinding, ...]
    accepted: tuple[DeepFinding, ...]
    undecided: tuple[DeepFinding, ...]
    stale: tuple[Fault, ...]


def check_deep(
    base: RuleBase,
    *,
    rules: Iterable[str] | None = None,
) -> DeepCheck:
    """Return what is wrong with a rule base under all profiles.

    Args:
        base: the rule base, loaded.
        rules: ask about these alone: whether each fires and makes a difference, whether it and
            another give one thing two values, and what is asked of the tables they are rows of.
            Everything is asked, if None.

    Raises:
        InputError: a rule is unknown; conclusions rest on themselves, so that nothing can be said
            of them here; or the optional package that searches is not installed.
    """
    faults: list[Fault] = []
    only = None if rules is None else {known_rule(r, base, _ASKED, faults) for r in rules}
    extended = _extended(base)
    profiles = Profiles(extended)
    faults += circles(extended, profiles.worlds.program)
    if faults:
        raise InputError(faults)
    asked = [rule for rule in base.rules if only is None or rule.id in only]
    asking = Asking(Finder(Model(profiles, base.shown)), base)
    found: list[DeepFinding] = []
    for rule in steps(asked, len(asked)):
        found.extend(asking.idle(rule))
    tables = [t for t in base.tables if any(base.table_of.get(r.id) is t for r in asked)]
    for table in tables:
        if table.hit == "unique":
            found.extend(overlaps(asking, table))
        if table.complete:
            found.extend(gaps(asking, table))
    at_once = {f.about for f in found if f.kind == "overlap"}
    doubled = asking.two_values({rule.id for rule in asked})
    found.extend(f for f in doubled if f.about not in at_once)
    if only is None:
        found.extend(asking.nothing_recommended())
        found.extend(asking.contradictions())
        found.extend(unanswered(base))
    reasons = {(a.finding, a.about): a.reason for a in base.accepted}
    decided = [f for f in found if f.decided]
    explained = [replace(f, reason=reasons.get((f.kind, f.about))) for f in decided]
    return DeepCheck(
        rules=len(asked),
        only=() if only is None else tuple(rule.id for rule in asked),
        actors=ACTORS,
        findings=_ordered(f for f in explained if f.reason is None),
        accepted=_ordered(f for f in explained if f.reason is not None),
        undecided=_ordered(f for f in found if not f.decided),
        stale=tuple(_stale(base, found, only and {*only, *(table.id for table in tables)})),
    )


def _extended(base: RuleBase) -> RuleBase:
    """Return the base with each contradiction as a rule that concludes a mark of its own.

    What is asked of a complete table is such a rule too.
    """

    def marked(rule: Rule) -> Rule:
        subject = THIS if rule.each else SENTRA
        return replace(rule, conclusions=(Conclusion(f"{rule.id}#0", subject, "yes"),))

    asked = (asked_of(table) for table in base.tables if table.complete)
    return replace(base, all_rules=(*base.all_rules, *map(marked, base.contradictions), *asked))


def _ordered(found: Iterator[DeepFinding]) -> tuple[DeepFinding, ...]:
    return tuple(sorted(found, key=lambda f: (f.place, f.kind, f.about)))


def _stale(
    base: RuleBase, found: list[DeepFinding], only: Collection[str | None] | None
) -> Iterator[Fault]:
    occurring = {(f.kind, f.about) for f in found}
    for one in base.accepted:
        asked = only is None or (
            one.finding in _OF_RULES and not set(one.about.split("+")).isdisjoint(only)
        )
        if asked and (one.finding, one.about) not in occurring:
            place = base.places[f"accepted {one.finding} {one.about}"]
            yield Fault(place, _STALE.format(finding=one.finding, about=one.about), fix=_DELETE)
