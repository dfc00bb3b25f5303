"""What if: only what differs between a case and a changed one, each with the rule behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.whatif.edits import Edit, edits
from kemitraan.analysis.whatif.first_divergence import first_divergence
from kemitraan.knowledge.compile import IS
from kemitraan.published import Data, Published
from kemitraan.recommendation.differences import differences, told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.recommendation.made_with import Base, SentraInfo
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kemitraan.case import Assume, Case
    from kemitraan.recommendation.lines import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Data):
    """The rule at which the two inferences part on the way to a change, and what moved it.

    `fires` tells whether it fires in the changed case, or did so in the base alone. `given` are
    the changed facts it needs, `blocked` what keeps it from firing where it does not; both are
    empty where the rule itself was added or switched off.
    """

    rule: str
    title: Text
    fires: bool
    given: tuple[Text, ...]
    blocked: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect(Data):
    """One line that differs: its value before and now (None: not there).

    `reason` is None where no rule made the change: the profile says so, or a guard.
    """

    id: str
    label: Text
    before: Labelled | None
    now: Labelled | None
    reason: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEffects(Data):
    """What differs in one section of the recommendation."""

    id: str
    added: tuple[Effect, ...]
    gone: tuple[Effect, ...]
    changed: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerouted(Data):
    """A conclusion that holds in both, by other rules."""

    conclusion: Text
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOn(Data):
    """An overlay that was laid on the profile."""

    id: str
    name: Text
    about: Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WhatIf(Published):
    """The difference a change makes: what it was, against which base, and section by section.

    `base` and `changed` tell what each of the two recommendations was made with. No sections:
    nothing differs.
    """

    kind: ClassVar[str] = "whatif"
    schema_version: ClassVar[int] = 2
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "edits": ("label", "before", "now", "no_effect"),
        "sections": ("id", "added_label", "gone_label", "changed_label"),
    }

    sentra: SentraInfo
    base: Base
    changed: Base
    overlays: tuple[LaidOn, ...]
    edits: tuple[Edit, ...]
    sections: tuple[SectionEffects, ...]
    rerouted: tuple[Rerouted, ...]


def whatif(
    case: Case,
    other: Case | None = None,
    *,
    assume: Assume = (),
    settings: Sequence[str] = (),
    overlays: Sequence[str | Path] = (),
    without: Sequence[str] = (),
) -> WhatIf:
    """Return what a change to a case makes different.

    The change is told as on the command line (see `examine`), or by the changed case itself.

    Raises:
        InputError: the change has faults (all are listed).
        ValueError: another case is given, and a change as well.
    """
    if other is None:
        other = case.changed(assume=assume, settings=settings, overlays=overlays, without=without)
    elif assume or settings or overlays or without:
        raise ValueError("give either another case, or what to change")
    changes = _Difference(case, other)
    return WhatIf(
        sentra=case.info,
        base=case.made_with,
        changed=other.made_with,
        overlays=tuple(LaidOn(id=o.id, name=o.name, about=o.about) for o in other.overlays),
        edits=edits(case, other),
        sections=tuple(changes.sections()),
        rerouted=tuple(changes.rerouted()),
    )


class _Difference:
    """Sets two cases of one sentra against each other."""

    def __init__(self, case: Case, other: Case) -> None:
        self.case = case
        self.other = other
        before = told_of(case.view, case.admitted)
        now = told_of(other.view, other.admitted)
        self.both = before & now
        self.before, self.now = Lines(case.view, before), Lines(other.view, now)

    def sections(self) -> Iterable[SectionEffects]:
        """Yield the sections in which anything differs, what decides most first."""
        found = differences(self.before, self.now)
        for name in dict.fromkeys(d.section for d in found):
            effects = [
                Effect(
                    id=d.id,
                    label=d.label,
                    before=d.before,
                    now=d.now,
                    reason=self.reason((d.section, d.id)),
                )
                for d in found
                if d.section == name
            ]
            yield SectionEffects(
                id=name,
                added=tuple(e for e in effects if e.before is None),
                gone=tuple(e for e in effects if e.now is None),
                changed=tuple(e for e in effects if e.before and e.now),
            )

    def reason(self, line: Key) -> Reason | None:
        """Return the first rule behind a change: one that fires now, or that does not any more."""
        fresh, lost = set(self.now.facts.get(line, ())), set(self.before.facts.get(line, ()))
        for fires, facts, here, there in (
            (True, fresh - lost, self.other, self.case),
            (False, lost - fresh, self.case, self.other),
        ):
            found = first_divergence(here.inference, there.inference, sorted(facts))
            if found is not None:
                return Reason(
                    rule=found.rule,
                    title=here.base.rule[found.rule].title,
                    fires=fires,
                    given=tuple(here.view.describe(f) for f in found.present if f.attribute != IS),
                    blocked=tuple(there.view.describe(f) for f in found.absent),
                )
        return None

    def rerouted(self) -> Iterable[Rerouted]:
        """Yield what both conclude, by other rules."""
        order = self.case.base.shown.rank
        for fact in sorted(self.both, key=lambda f: (order[f.attribute], f)):
            before, now = (c.inference.rules([fact]) for c in (self.case, self.other))
            if before != now:
                told = self.case.view.describe(fact)
                yield Rerouted(conclusion=told, before=before, now=now)
