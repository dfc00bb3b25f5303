"""The pictures of one case or of several, each with the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.analysis.changes_in_words import ASPECT
from kemitraan.analysis.flips.report import SORT
from kemitraan.analysis.stability.actor_map import ActorMap
from kemitraan.document import words as d
from kemitraan.document.pictures import plan as plan_picture
from kemitraan.document.pictures.bars import bars
from kemitraan.document.pictures.profile import profile
from kemitraan.document.pictures.proof import Ground, in_rows, proof_graph
from kemitraan.document.pictures.stakeholders import MapWords, Placed, stakeholder_map
from kemitraan.faults import InputError
from kemitraan.recommendation.lines import LEVELS
from kemitraan.report import words as w
from kemitraan.report.parts import Grid, Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.analysis.flips.flips import Flips
    from kemitraan.case import Case
    from kemitraan.document.front import Front
    from kemitraan.logic.proof import Proof
    from kemitraan.recommendation.model import ActorEntry, Recommendation
    from kemitraan.text import Lang

_ABSENT: Final = "–"
_UNKNOWN: Final = "unknown"


def map_picture(front: Front) -> Picture:
    """Return the map of the stakeholders that the profile names."""
    case, lang, t = front.case, front.lang, front.t
    actors = [actor for actor in front.r.actors if actor.present]
    moves = _moves(case, actors, lang)
    order = {
        field: case.view.order(case.base.shown.filling("actors", field))
        for field in ("interest", "influence", "group")
    }
    levels = case.base.shown.filling("actors", "interest")
    groups = case.base.shown.filling("actors", "group")
    placed: list[Placed] = []
    rows: list[tuple[str, ...]] = []
    for actor in actors:
        group = actor.group.label[lang] if actor.group else t(w.UNGROUPED)
        others = [to for to in moves.get(actor.id, ()) if to != group]
        placed.append(
            Placed(
                actor.label[lang],
                group,
                order["interest"].get(actor.interest.id) if actor.interest else None,
                order["influence"].get(actor.influence.id) if actor.influence else None,
                order["group"].get(actor.group.id) if actor.group else None,
                borderline=bool(others),
            )
        )
        rows.append(
            (
                str(len(rows) + 1),
                actor.label[lang],
                actor.interest.label[lang] if actor.interest else t(d.PLACELESS),
                actor.influence.label[lang] if actor.influence else t(d.PLACELESS),
                f"{group} → {', '.join(others)}" if others else group,
                front.names(actor.role),
                actor.engagement.label[lang] if actor.engagement else "",
            )
        )
    said = MapWords(
        t(d.MAP),
        t(d.MAP_ABOUT),
        t(d.INTEREST),
        t(d.INFLUENCE),
        tuple(case.view.value_label(levels, v)[lang] for v in order["interest"]),
        t(d.PLACELESS),
        t(w.UNGROUPED),
        tuple(case.view.value_label(groups, v)[lang] for v in order["group"]),
        t(d.BORDERLINE),
    )
    heads = (
        d.NUMBER, w.ACTOR, d.INTEREST, d.INFLUENCE, w.GROUP, w.ROLE, w.ENGAGEMENT
    )  # fmt: skip
    behind = Grid(tuple(rows), tuple(map(t, heads)))
    return Picture(t(d.MAP_ABOUT), stakeholder_map(placed, said), behind)


def _moves(case: Case, actors: Sequence[ActorEntry], lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """Return the groups to which single changes move each actor."""
    mapped = ActorMap(case)
    found = {}
    for actor in actors:
        if mapped.groups[actor.id]:
            try:
                moved = mapped.actor(actor).moves
            except InputError:  # too much bears on it to be counted
                continue
            groups = (m.group.label if m.group else w.UNGROUPED for m in moved)
            found[actor.id] = tuple(dict.fromkeys(group[lang] for group in groups))
    return found


def plan_sequence(front: Front) -> Picture | None:
    """Return the plan as a sequence; None where there is no step."""
    t = front.t
    phases, rows = [], []
    for phase, name in d.PHASE.items():
        steps = [step for step in front.r.strategies if step.phase == phase]
        if not steps:
            continue
        placed = []
        for step in steps:
            number, who = front.numbered[step.id], front.who(step)
            said, after = step.programme[front.lang], front.waits(step)
            placed.append(plan_picture.Placed(number, who, said, after))
            rows.append((str(number), t(name), who, said, after or _ABSENT))
        phases.append((t(name), placed))
    if not phases:
        return None
    drawn = plan_picture.sequence(t(d.SEQUENCE), t(d.SEQUENCE_ABOUT), phases)
    heads = (d.NUMBER, w.WHEN, w.WHO, d.STEP, d.WAITS)
    return Picture(t(d.SEQUENCE_ABOUT), drawn, Grid(tuple(rows), tuple(map(t, heads))))


def aspect_profile(found: Sequence[Recommendation], lang: Lang) -> Picture:
    """Return the levels of the aspects, the sentra side by side."""
    known = [name for name in LEVELS if name != _UNKNOWN]
    labels: dict[str, str] = {}
    levels: list[dict[str, str]] = []
    for one in found:
        own = {}
        for level in LEVELS:
            for entry in getattr(one.potential, level):
                labels.setdefault(entry.id, entry.label[lang])
                own[entry.id] = level
        levels.append(own)
    ranks = {level: rank for rank, level in enumerate(reversed(known))}
    told = [
        (
            name,
            [
                (ranks.get(own.get(aspect, _UNKNOWN)), LEVELS[own.get(aspect, _UNKNOWN)][lang])
                for own in levels
            ],
        )
        for aspect, name in labels.items()
    ]
    names = [one.sentra.name for one in found]
    drawn = profile(d.PROFILE[lang], d.PROFILE_ABOUT[lang], names, told, len(known) - 1)
    rows = tuple((name, *(word for _, word in cells)) for name, cells in told)
    heads = (w.ASPECTS[lang], *(names if len(names) > 1 else [w.LEVEL[lang]]))
    return Picture(d.PROFILE_ABOUT[lang], drawn, Grid(rows, heads))


def flip_bars(found: Flips, lang: Lang) -> Picture:
    """Return how many single changes alter each part of the advice, by sort."""
    sorts = [SORT[sort][lang] for sort in found.sorts]
    counts = [
        (ASPECT[tally.aspect][lang], [tally.by_sort[sort][0] for sort in found.sorts])
        for tally in found.tallies
    ]
    drawn = bars(d.BARS[lang], d.BARS_ABOUT[lang], sorts, counts)
    rows = tuple((name, *map(str, each), str(sum(each))) for name, each in counts)
    heads = (d.BARS_WHAT[lang], *sorts, d.BARS_ALL[lang])
    return Picture(d.BARS_ABOUT[lang], drawn, Grid(rows, heads))


def proof_picture(case: Case, proof: Proof, lang: Lang) -> Picture:
    """Return what a conclusion rests on, layer by layer."""
    ground = _ground(case, proof, lang, set())
    title = d.GRAPH.format(what=ground.text)[lang]
    rows = tuple(dict.fromkeys(in_rows(ground)))
    return Picture(
        title,
        proof_graph(title, d.GRAPH_ABOUT[lang], ground),
        Grid(rows, (d.GROUND[lang], d.SUPPORTS[lang])),
    )


def _ground(case: Case, proof: Proof, lang: Lang, told: set[object]) -> Ground:
    """Return a proof by its facts alone; a fact that was told stands without its grounds."""
    fact = proof.fact
    text = case.view.describe(fact)[lang]
    if fact in told or not proof.derivations:
        return Ground(text, not proof.derivations)
    told.add(fact)
    below = {
        premise.fact: premise
        for step in proof.derivations
        for premise in _facts(case, step.premises)
    }
    return Ground(text, False, tuple(_ground(case, one, lang, told) for one in below.values()))


def _facts(case: Case, premises: Sequence[Proof]) -> list[Proof]:
    """Return the premises that people speak of: the parts of rules are looked through."""
    found = []
    for premise in premises:
        if "#" in premise.fact.attribute:
            steps = (p for step in premise.derivations for p in step.premises)
            found += _facts(case, [*steps])
        elif (
            premise.fact in case.fact_base.origin or premise.derivations
        ) and premise.fact.attribute not in case.base.assumptions:
            found.append(premise)
    return found
