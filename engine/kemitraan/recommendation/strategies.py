"""The plan: every step in one order, from what can begin now to what has been reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from kemitraan.fact import Fact
from kemitraan.recommendation.model import Labelled, Phase, StrategyEntry, TableRow
from kemitraan.recommendation.parties import parties
from kemitraan.recommendation.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.recommendation.sections import Maker
    from kemitraan.scenario.model import Actor

    Basis = Literal["baseline", "specific"]

_PHASES: Final = get_args(Phase)
_BASES: Final[tuple[Basis, ...]] = ("specific", "baseline")
REACHES: Final = ("reaches", "programme_reaches")
"""The properties that name what a step, or a programme, reaches."""
_PROGRAMME: Final = "study"
_BY_PRACTICE: Final = ("practice", "tentative")


def strategies(maker: Maker) -> tuple[StrategyEntry, ...]:
    """Return every step of the plan, then what is reached.

    By phase; the most urgent first, and what follows from the study before what practice adds.
    """
    steps = [
        _row(maker, concluded.subject, concluded, basis)
        for basis in _BASES
        for step in maker.view.owners(maker.attribute("strategies", basis))
        for concluded in maker.facts("strategies", step, basis)
    ]
    rank = maker.view.order(maker.attribute("needs", "priority"))

    def place(step: StrategyEntry) -> tuple[int, int, bool]:
        urgency = rank[step.priority.id] if step.priority else -1
        return _PHASES.index(step.phase), -urgency, step.mark.id in _BY_PRACTICE

    return tuple(sorted([*_in_phases(maker, steps), *_done(maker)], key=place))


def strategy_table(maker: Maker) -> tuple[TableRow, ...]:
    """Return the study's strategy table whole, whatever of it this sentra is advised."""
    view, found = maker.view, []
    for programme in view.owners(maker.attribute("strategies", "baseline")):
        entry = view.vocabulary.entries[programme][1]
        kind = view.value("for_kind", programme)
        found.append(
            TableRow(
                id=programme,
                label=entry.label,
                sources=entry.source,
                kind=Labelled(id=kind, label=view.label(kind)) if kind else None,
                role=view.labelled("programme_role", view.value("programme_role", programme)),
                strategy=entry.texts["strategy"],
                output=entry.texts["output"],
                indicator=entry.texts["indicator"],
            )
        )
    return tuple(found)


def _in_phases(maker: Maker, steps: Sequence[StrategyEntry]) -> list[StrategyEntry]:
    """Return the steps with their phases.

    Now is what waits for nothing and is most urgent, or is itself waited for; next what waits for
    the steps of now alone, or could begin but is less urgent; later all else.
    """
    rank = maker.view.order(maker.attribute("needs", "priority"))
    urgency = {s.id: rank[s.priority.id] if s.priority else -1 for s in steps if not s.after}
    awaited = {m.id for s in steps for m in s.after}
    now = {
        step
        for step, own in urgency.items()
        if own == max(urgency.values()) or awaited.intersection(_reached_by(maker, step))
    }
    reached = {m for step in now for m in _reached_by(maker, step)}

    def phase(step: StrategyEntry) -> Phase:
        if step.id in now:
            return "now"
        return "next" if reached.issuperset(m.id for m in step.after) else "later"

    return [replace(step, phase=phase(step)) for step in steps]


def _done(maker: Maker) -> list[StrategyEntry]:
    """Return a row for each step that what is reached has settled: to be kept, not begun."""
    return [
        replace(_row(maker, step, concluded, basis), phase="done", timing="done", after=())
        for basis in _BASES
        for step in maker.view.owners(maker.attribute("strategies", basis))
        for milestone in _settling(maker, step)
        for concluded in maker.facts("strategies", milestone, "done")
    ]


def _settling(maker: Maker, step: str) -> list[str]:
    """Return the milestones that settle a step once they are reached."""
    view = maker.view
    reached = [m for m in view.values("reaches", step) if view.value("settles", m)]
    return [*reached, *view.values("settled_by", step)]


def _reached_by(maker: Maker, step: str) -> list[str]:
    """Return the milestones that a step reaches."""
    return [m for name in REACHES for m in maker.view.values(name, step)]


def _row(maker: Maker, step: str, concluded: Fact, basis: Basis) -> StrategyEntry:
    view = maker.view
    waits = maker.attribute("strategies", f"{basis}_after")
    entry = view.vocabulary.entries[step][1]
    who = parties(view, step)
    # A programme gives those who carry it out a role of its own; a step leaves them theirs.
    role_of = view.labelled("programme_role", view.value("programme_role", step))
    groups = {g.id: g for a in who.lead for g in [maker.single("actors", a.id, "group")] if g}
    roles = [r for a in who.lead for r in maker.values("actors", a.id, "role")]
    roles = [role_of] if role_of else roles
    after = maker.values("strategies", step, f"{basis}_after")
    needs = [*view.values("answers_need", step), *view.values("answers", step)]
    priorities = {n: p for n in needs if (p := maker.single("needs", n, "priority"))}
    rank = view.order(maker.attribute("needs", "priority"))
    called = maker.behind(concluded)
    timing = [Fact(waits, step, milestone.id) for milestone in after]
    # What begins now may have to wait once more is known.
    milestones = sorted(view.order(waits))
    awaited = [Fact(waits, step, milestone) for milestone in milestones if not after]
    later = [fact for fact in awaited if maker.completions.may_be(fact)]

    def party(one: Actor | str) -> Labelled:
        if isinstance(one, str):
            return Labelled(id=one, label=view.label(one))
        return Labelled(id=one.id, label=view.actors[one.id])

    fields = maker.fields(
        concluded,
        step,
        by=[*(called or [concluded]), *timing],
        says=[concluded, *timing, *later],
    )
    # A step cites what it is taken from, beside what calls for it.
    fields["sources"] = tuple(sorted({*fields["sources"], *entry.source}))
    return StrategyEntry(
        actor=tuple(map(party, who.lead)),
        kind=party(who.kind) if who.kind else None,
        together_with=tuple(map(party, who.others)),
        group=tuple(groups.values()),
        role=tuple({r.id: r for r in roles}.values()),
        strategy=entry.texts["strategy"],
        programme=entry.label,
        output=worded(view, entry.texts["output"]),
        indicator=worded(view, entry.texts["indicator"]),
        basis=basis,
        mark=_mark(maker, step, called),
        phase="now",
        timing="after" if after else "now",
        after=after,
        answers=_answers(maker, sorted(priorities, key=lambda n: -rank[priorities[n].id])),
        gains=view.all_labelled("gains", step) + view.all_labelled("programme_gains", step),
        priority=max(priorities.values(), key=lambda p: rank[p.id], default=None),
        takes=view.labelled("takes", view.value("takes", step)),
        cost=view.labelled("cost", view.value("cost", step)),
        funding=entry.texts.get("funding"),
        **fields,
    )


def _answers(maker: Maker, needs: Iterable[str]) -> tuple[Labelled, ...]:
    """Return the needs that a step answers, and the causes behind them that are concluded."""
    view = maker.view
    found = {need: Labelled(id=need, label=view.label(need)) for need in needs}
    causes = set(maker.shown(maker.attribute("causes", "cause")))
    for need in list(found):
        for cause in view.values("need_cause", need):
            if cause in causes:
                found[cause] = Labelled(id=cause, label=view.label(cause))
    return tuple(found.values())


def _mark(maker: Maker, step: str, called: Iterable[Fact]) -> Labelled:
    """Return what a step rests on: practice, where no rule of the study calls for it."""
    view = maker.view
    rules = [view.base.rule[r] for fact in called for r in view.inference.rules([fact])]
    of_study = any(rule.layer == "paper" for rule in rules) or not rules
    own = view.value("mark", step) or _PROGRAMME
    mark = own if of_study or own in _BY_PRACTICE else _BY_PRACTICE[0]
    return Labelled(id=mark, label=view.value_label("mark", mark))
