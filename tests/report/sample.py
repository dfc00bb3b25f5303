"""A recommendation made by hand. All its texts are marked, so that a reader sees whose they are.

Content is `isi…` in Indonesian and `content…` in English: what else stands in a report comes
from its fixed phrases.
"""

from __future__ import annotations

from dataclasses import replace

from kemitraan.recommendation.made_with import Base, Choice, SentraInfo
from kemitraan.recommendation.model import (
    ActorEntry,
    Entry,
    GapEntry,
    GateEntry,
    Labelled,
    NeedEntry,
    Potential,
    PracticeEntry,
    Question,
    Readiness,
    Recommendation,
    Reference,
    StrategyEntry,
    TableRow,
    TypeEntry,
    WarningEntry,
)
from kemitraan.text import Text


def text(name: str, times: int = 3) -> Text:
    """Return a marked text of a few words."""
    return Text(" ".join([f"isi{name}"] * times), " ".join([f"content{name}"] * times))


def labelled(name: str) -> Labelled:
    return Labelled(id=name, label=text(name))


def entry(name: str, rule: str = "ABC-01") -> Entry:
    return Entry(id=name, label=text(name), rules=(rule,), sources=("S-001",))


def question(number: int) -> Question:
    return Question(
        attribute=f"attribute_{number}",
        subjects=(labelled("sentra"),),
        label=text("attribute"),
        question=text(f"question{number}", 9),
        informants=text("informant"),
        section="needs",
        next=True,
        rules=("ABC-01",),
    )


def strategy(name: str, *, specific: bool, after: tuple[Labelled, ...] = ()) -> StrategyEntry:
    return StrategyEntry(
        id=name,
        label=text(name),
        rules=("ABC-02",),
        sources=("S-002",),
        actor=(labelled("actor"),) if specific else (),
        kind=labelled("kind") if specific else None,
        together_with=(labelled("partner"),) if specific else (),
        group=(),
        role=(),
        strategy=text("strategy"),
        programme=text(f"programme{name}", 6),
        output=text("output"),
        indicator=text("indicator"),
        basis="specific" if specific else "baseline",
        mark=labelled("mark"),
        phase="later" if after else "now",
        timing="after" if after else "now",
        after=after,
        priority=None,
    )


def actor(name: str, *, present: bool = True, grouped: bool = True) -> ActorEntry:
    return ActorEntry(
        id=name,
        label=text(name),
        rules=("ABC-03",),
        present=present,
        kind=labelled("kind"),
        group=labelled("group") if grouped else None,
        basis=labelled("basis") if grouped else None,
        interest=None,
        influence=None,
        role=(labelled("role"),),
        form_role=(),
        engagement=labelled("engagement"),
        outside_source=not grouped,
        opportunity=True,
    )


FULL = Recommendation(
    sentra=SentraInfo(
        id="trial", name="Trial | 1", about=text("about"), assessed_on="2025", file="t.yaml"
    ),
    base=Base(
        rules="0123456789ab",
        layers=("paper", "practice"),
        settings=("a=b",),
        overlays=(),
        without=(),
        assumptions=(
            Choice(
                id="A-01",
                name="n",
                label=text("assumption"),
                choice="c",
                choice_label=text("choice"),
                default="d",
            ),
        ),
        in_force=(
            Choice(
                id="A-01",
                name="n",
                label=text("assumption"),
                choice="c",
                choice_label=text("choice"),
                default="d",
            ),
        ),
    ),
    potential=Potential(
        strong=(entry("aspect1"),),
        developing=(entry("aspect2"),),
        weak=(entry("aspect3"),),
        unknown=(Entry(id="aspect4", label=text("aspect4")),),
    ),
    diagnoses=(entry("diagnosis"),),
    actors=(actor("a"), actor("b", grouped=False), actor("c", present=False)),
    causes=(entry("cause"),),
    needs=(
        NeedEntry(
            id="need",
            label=text("need"),
            rules=("ABC-04",),
            need="need",
            priority=labelled("priority"),
            answered_by=(),
        ),
    ),
    partnership_types=(
        TypeEntry(
            id="type",
            label=text("type"),
            rules=("ABC-05",),
            type="type",
            verdict=labelled("verdict"),
            fit=labelled("fit"),
            focus=(entry("focus"),),
        ),
    ),
    strategies=(
        *(strategy(f"own{i}", specific=True) for i in range(3)),
        strategy("table", specific=False),
        strategy("late", specific=True, after=(labelled("milestone"),)),
    ),
    strategy_table=(
        TableRow(
            id="row",
            label=text("row"),
            kind=labelled("kind"),
            role=labelled("role"),
            strategy=text("strategy"),
            output=text("output"),
            indicator=text("indicator"),
        ),
    ),
    readiness=Readiness(
        stage=entry("stage"),
        partnership=entry("ready"),
        gates=(
            GateEntry(
                id="gate",
                label=text("gate"),
                rules=("ABC-06",),
                gate_of=labelled("gateof"),
                status=labelled("status"),
            ),
        ),
    ),
    gaps=(
        GapEntry(id="gap1", label=text("gap"), rules=("ABC-07",), of="need"),
        GapEntry(id="gap2", label=text("gap"), rules=("ABC-07",), of="focus"),
    ),
    questions=tuple(question(i) for i in range(11)),
    warnings=(WarningEntry(id="w", label=text("warning"), rules=("ABC-08",), kind="rule"),),
    practice=(
        PracticeEntry(
            id="p",
            label=text("practice"),
            rules=("ABC-09",),
            references=(
                Reference(id="P-01", evidence="read", as_of="2024", reference="Ref 1"),
                Reference(id="P-02", evidence="general_knowledge", as_of="2023", reference="Ref 2"),
                Reference(id="P-03", evidence="inference", as_of="2026", reference="Ref 3"),
            ),
        ),
    ),
)

EMPTY = replace(
    FULL,
    sentra=replace(FULL.sentra, about=None, assessed_on=None),
    base=replace(FULL.base, settings=(), assumptions=()),
    potential=Potential(strong=(), developing=(), weak=(), unknown=()),
    diagnoses=(),
    actors=(),
    causes=(),
    needs=(),
    partnership_types=(),
    strategies=(),
    strategy_table=(),
    readiness=Readiness(stage=None, partnership=None, gates=()),
    gaps=(),
    questions=(),
    warnings=(),
    practice=(),
)
"""Nothing is known and nothing was concluded."""
