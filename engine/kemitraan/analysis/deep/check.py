"""The deep check: a rule base under all profiles that can be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.analysis.deep.model import Model
from kemitraan.analysis.deep.profiles import ACTORS
from kemitraan.analysis.deep.questions import Asking
from kemitraan.analysis.deep.witness import Finder
from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.check import circles
from kemitraan.knowledge.ground import Ground
from kemitraan.knowledge.language import THIS, Conclusion
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.progress import steps
from kemitraan.recommendation.build import SHOWN
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kemitraan.analysis.deep.finding import DeepFinding
    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase

_STALE = Text(
    "yang diterima di sini tidak lagi terjadi: {finding} {about}",
    "what is accepted here no longer occurs: {finding} {about}",
)
_DELETE = Text("Hapus entri ini", "Delete this entry")


@dataclass(frozen=True, slots=True)
class DeepCheck:
    """What was found under all profiles with up to `actors` actors of each kind.

    `findings` have to be mended or explained; `accepted` are explained; `undecided` could not be
    settled; `stale` are explanations of what no longer occurs.
    """

    rules: int
    actors: int
    findings: tuple[DeepFinding, ...]
    accepted: tuple[DeepFinding, ...]
    undecided: tuple[DeepFinding, ...]
    stale: tuple[Fault, ...]


def check_deep(
    base: RuleBase,
    *,
    shown: Collection[str] = SHOWN,
    rules: Collection[str] | None = None,
) -> DeepCheck:
    """Return what is wrong with a rule base under all profiles.

    Args:
        base: the rule base, loaded.
        shown: the derived attributes that a recommendation shows.
        rules: of these rules alone it is asked whether they fire and matter; of all, if None.

    Raises:
        InputError: conclusions rest on themselves, so that nothing can be said of them here.
    """
    if faults := list(circles(Ground(base))):
        raise InputError(faults)
    asked = [rule for rule in base.rules if rules is None or rule.id in rules]
    asking = Asking(Finder(Model(_extended(base), shown)), base)
    found: list[DeepFinding] = []
    for rule in steps(asked, len(asked)):
        found.extend(asking.idle(rule))
    found.extend(asking.two_values())
    found.extend(asking.nothing_recommended())
    found.extend(asking.contradictions())
    reasons = {(a.finding, a.about): a.reason for a in base.accepted}
    decided = [f for f in found if f.decided]
    explained = [replace(f, reason=reasons.get((f.kind, f.about))) for f in decided]
    return DeepCheck(
        rules=len(asked),
        actors=ACTORS,
        findings=_ordered(f for f in explained if f.reason is None),
        accepted=_ordered(f for f in explained if f.reason is not None),
        undecided=_ordered(f for f in found if not f.decided),
        stale=tuple(_stale(base, found, {rule.id for rule in asked})),
    )


def _extended(base: RuleBase) -> RuleBase:
    """Return the base with each contradiction as a rule that concludes a mark of its own."""

    def marked(rule: Rule) -> Rule:
        subject = THIS if rule.each else SENTRA
        return replace(rule, conclusions=(Conclusion(f"{rule.id}#0", subject, "yes"),))

    return replace(base, all_rules=(*base.all_rules, *map(marked, base.contradictions)))


def _ordered(found: Iterator[DeepFinding]) -> tuple[DeepFinding, ...]:
    return tuple(sorted(found, key=lambda f: (f.place, f.kind, f.about)))


def _stale(base: RuleBase, found: list[DeepFinding], asked: Collection[str]) -> Iterator[Fault]:
    occurring = {(f.kind, f.about) for f in found}
    for one in base.accepted:
        of_rule = one.finding in ("never_fires", "no_difference")
        left_out = of_rule and one.about in base.rule and one.about not in asked
        if (one.finding, one.about) not in occurring and not left_out:
            place = base.places[f"accepted {one.finding} {one.about}"]
            yield Fault(place, _STALE.format(finding=one.finding, about=one.about), fix=_DELETE)
