"""The recommendation as data: the published contract of `--format json`.

Frozen dataclasses; `kemitraan schema recommendation` generates the JSON schema from them.
Every entry carries the rules that concluded it, the sources those rules cite, and the
assumptions its proof rests on. Texts are bilingual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from kemitraan.published import Data, Published
from kemitraan.recommendation.made_with import Base, SentraInfo
from kemitraan.text import Text

Evidence = Literal["read", "general_knowledge", "inference"]
Phase = Literal["now", "next", "later", "done"]
_FIRST: Final = 3


@dataclass(frozen=True, kw_only=True)
class Entry(Data):
    """One conclusion: its id, label, and what it rests on.

    `conclusion` is the word by which `kemitraan why` finds its proof; empty where there is none.
    `assumptions` are the names of the assumptions in its proof, chosen or default. `may_change`
    are the words of what it says, or may come to say, that hangs on open questions; where it is
    empty, the entry stays as it is whatever the unknown turns out to be.
    """

    id: str
    label: Text
    conclusion: str = ""
    rules: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    may_change: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Potential(Data):
    """The map of internal potential: aspects by level, and those nobody rated."""

    strong: tuple[Entry, ...]
    developing: tuple[Entry, ...]
    weak: tuple[Entry, ...]
    unknown: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Labelled(Data):
    """An id with its label."""

    id: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class ActorEntry(Entry):
    """An actor on the stakeholder map; a kind that is missing has `present` false.

    `basis` tells whether the group rests on an assessment or on a presumption by kind.
    """

    present: bool
    kind: Labelled
    group: Labelled | None
    basis: Labelled | None
    interest: Labelled | None
    influence: Labelled | None
    role: tuple[Labelled, ...]
    form_role: tuple[Labelled, ...]
    engagement: Labelled | None
    outside_source: bool
    opportunity: bool


@dataclass(frozen=True, kw_only=True)
class NeedEntry(Entry):
    """A need with its priority and the programmes of the source that answer it."""

    need: str
    priority: Labelled
    answered_by: tuple[Labelled, ...]


@dataclass(frozen=True, kw_only=True)
class TypeEntry(Entry):
    """A type of partnership: the verdict on it and why, and what to partner on.

    `fit` is told of a recommended type, `lacking` what would make it a better one. `waits_for` is
    what decides a verdict that is not settled. `because` gives the reasons, one a rule;
    `hangs_on` are the assumptions of which another alternative alone would change the verdict.
    """

    type: str
    verdict: Labelled
    fit: Labelled | None
    focus: tuple[Entry, ...]
    because: tuple[Text, ...] = ()
    hangs_on: tuple[Labelled, ...] = ()
    waits_for: tuple[Labelled, ...] = ()
    lacking: tuple[Labelled, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StrategyEntry(Entry):
    """One step of the plan: who does what with whom, with which result, measured how, and when.

    `actor` are the actors of the profile that lead it: those of the `kind` asked for, else of the
    next kind that takes part, can coordinate and is named; empty where none is, or where all take
    part (`kind` is then None). `together_with` are the others, by name where the profile names
    them.
    `basis` is `baseline` for the programmes that stand alike for every sentra. `mark` tells what
    the step itself rests on: the study's own words, a step derived from them, or practice.
    `timing` is `now`, `after` the milestones in `after`, or `done`. `phase` is `now` for what waits
    for nothing and is most urgent or itself waited for, `next` for what waits for these alone or
    is less urgent, `later` for all else, `done` for what is reached. `answers` are the needs and
    causes it answers, `gains` who gains, `priority` the highest one among these needs. `takes`,
    `cost` and `funding` are told where they are known: classes and legal instruments, no amounts.
    """

    actor: tuple[Labelled, ...]
    kind: Labelled | None
    together_with: tuple[Labelled, ...]
    group: tuple[Labelled, ...]
    role: tuple[Labelled, ...]
    strategy: Text
    programme: Text
    output: Text
    indicator: Text
    basis: Literal["baseline", "specific"]
    mark: Labelled
    phase: Phase
    timing: Literal["now", "after", "done"]
    after: tuple[Labelled, ...]
    answers: tuple[Labelled, ...] = ()
    gains: tuple[Labelled, ...] = ()
    priority: Labelled | None
    takes: Labelled | None = None
    cost: Labelled | None = None
    funding: Text | None = None


@dataclass(frozen=True, kw_only=True)
class TableRow(Entry):
    """One row of the study's strategy table, as the study has it; `kind` is None for all actors."""

    kind: Labelled | None
    role: Labelled | None
    strategy: Text
    output: Text
    indicator: Text


@dataclass(frozen=True, kw_only=True)
class GateEntry(Entry):
    """A condition: of what it is one, and whether it is met, not met, or not known (`open`).

    `because` gives the reasons, one a rule.
    """

    gate_of: Labelled
    status: Labelled
    because: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Readiness(Data):
    """Stage of development and readiness for partnership: two different things.

    `possible` are the values that readiness may have once all is known, the one told among them;
    `depends_on` is what decides between them, empty where only one is possible. `hangs_on` are the
    assumptions of which another alternative alone would change it. `at_most` is what readiness
    cannot exceed as things are, whatever the unknown turns out to be, and `at_most_because` why;
    without it, nothing known rules out any value. `waits_for` is what to ask first where nothing
    can be told yet, `lacking` are the key factors that lack.
    """

    stage: Entry | None
    partnership: Entry | None
    gates: tuple[GateEntry, ...]
    because: tuple[Text, ...] = ()
    possible: tuple[Labelled, ...] = ()
    depends_on: tuple[Labelled, ...] = ()
    hangs_on: tuple[Labelled, ...] = ()
    waits_for: tuple[Labelled, ...] = ()
    lacking: tuple[Entry, ...] = ()
    at_most: Entry | None = None
    at_most_because: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GapEntry(Entry):
    """A need or focus that no programme of the source answers."""

    of: Literal["need", "focus"]


@dataclass(frozen=True, kw_only=True)
class Question(Data):
    """Something unknown that could change the answer, and who can tell.

    `subjects` are those it has to be asked of: the sentra, an aspect, or several actors.
    `section` is the first part of the recommendation an answer could change; `next` is true
    where a single answer would change it. `rules` are the rules that wait for it.
    """

    attribute: str
    subjects: tuple[Labelled, ...]
    label: Text
    question: Text
    informants: Text
    section: str
    next: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Reference(Data):
    """A practice reference: how sure it is, and as of when."""

    id: str
    evidence: Evidence
    as_of: str
    reference: str


@dataclass(frozen=True, kw_only=True)
class PracticeEntry(Entry):
    """A note of the practice layer with the references it rests on."""

    references: tuple[Reference, ...]


@dataclass(frozen=True, kw_only=True)
class RouteEntry(PracticeEntry):
    """A way to market: who buys, what has to be there first, the risk, what to ask first.

    `usual_pattern` are the legal forms that it usually takes.
    """

    partner: Text
    first: Text
    risk: Text
    ask: Text
    usual_pattern: tuple[Labelled, ...]


@dataclass(frozen=True, kw_only=True)
class PatternEntry(PracticeEntry):
    """A legal form of partnership: who stands where, the duties of the sides, the risk."""

    position: Text
    duties: Text
    risk: Text


@dataclass(frozen=True, kw_only=True)
class WarningEntry(Entry):
    """A warning: of a rule, of a guard that withheld something, or of claims that differ."""

    kind: Literal["rule", "guard", "contest"]


@dataclass(frozen=True, kw_only=True)
class FurtherEntry(Entry):
    """A conclusion that has no place of its own in its `section`: what is concluded of whom.

    `label` says it whole. `subject` is None for the sentra itself, `value` for what is only
    affirmed.
    """

    section: str
    attribute: Labelled
    subject: Labelled | None
    value: Labelled | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Recommendation(Published):
    """What a sentra should seek, with whom, what each does, what comes first, and why.

    `next_steps` are the (at most three) steps to begin with: the first of those that begin now.
    """

    kind: ClassVar[str] = "recommend"
    schema_version: ClassVar[int] = 2
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "partnership_types": ("label", "verdict_label", "fit_label", "focus_label"),
        "readiness": ("stage_label", "partnership_label", "lacking_label"),
        "next_steps": ("actor_label", "kind_label", "programme", "indicator", "timing"),
        "questions": ("label", "question", "informants"),
    }

    sentra: SentraInfo
    base: Base
    potential: Potential
    diagnoses: tuple[Entry, ...]
    actors: tuple[ActorEntry, ...]
    causes: tuple[Entry, ...]
    needs: tuple[NeedEntry, ...]
    partnership_types: tuple[TypeEntry, ...]
    strategies: tuple[StrategyEntry, ...]
    strategy_table: tuple[TableRow, ...]
    readiness: Readiness
    gaps: tuple[GapEntry, ...]
    questions: tuple[Question, ...]
    warnings: tuple[WarningEntry, ...]
    routes: tuple[RouteEntry, ...] = ()
    patterns: tuple[PatternEntry, ...] = ()
    practice: tuple[PracticeEntry, ...] = ()
    further: tuple[FurtherEntry, ...] = ()
    next_steps: tuple[StrategyEntry, ...] = ()

    def __post_init__(self) -> None:
        begun = tuple([s for s in self.strategies if s.phase == "now"][:_FIRST])
        object.__setattr__(self, "next_steps", begun)
