"""The analyses under assumptions chosen otherwise, each held against concluding anew."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.certain.certainty import certainty
from kemitraan.analysis.change.search import search
from kemitraan.analysis.change.smallest_changes import smallest_changes
from kemitraan.analysis.flips.flips import real_changes
from kemitraan.analysis.questions.open_questions import open_questions
from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons
from kemitraan.analysis.robust.robustness import core
from kemitraan.analysis.scope import (
    axis_label,
    axis_word,
    change,
    change_axes,
    option_label,
    stated_axes,
    unknown_axes,
)
from kemitraan.recommendation.view import conclusion_word
from kemitraan.report.parts import as_markdown
from kemitraan.report.recommendation import RecommendationReport
from kemitraan.worlds.axes import actor_axes, assumption_axes
from kemitraan.worlds.combinations import combinations
from kemitraan.worlds.diagrams import Diagrams
from kemitraan.worlds.worlds import Worlds
from tests.analysis.brute import CRAFT, MEASURED, changed, examined, rules, shown, shown_words
from tests.analysis.random_cases import hitting
from tests.thorough import spread

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.assumptions import Assumption
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.combinations import Combinations

DOUBTED = """
id: doubted
name: A sentra whose quality is doubted
sentra:
  product_character: food
  tourism_context: strong
actors:
  hotel: {kind: tourism_business, interest: {figure: 3}, concerns: [quality_consistency]}
"""
DOUBT = "tourism_business.concerns=quality_consistency"
"""What makes a profile in figures one that has concerns too."""


def acting() -> list[Assumption]:
    """Return the assumptions that act."""
    found = rules().assumptions.values()
    return sorted((a for a in found if a.no_effect is None), key=lambda a: a.id)


def reads(assumption: Assumption) -> bool:
    """Tell whether an assumption has a part in how claims become facts."""
    return any(a.reading is not None or a.cutoffs for a in assumption.alternatives)


def others(assumption: Assumption) -> list[str]:
    """Return the choices other than the default, as `--assume` writes them."""
    ids = (a.id for a in assumption.alternatives if a.id != assumption.default)
    return [f"{assumption.name}={one}" for one in ids]


READING = [choice for a in acting() if reads(a) for choice in others(a)]
PLAIN = [others(a) for a in acting() if not reads(a)]
TOGETHER: list[tuple[str, ...]] = [
    tuple(choices[turn % len(choices)] for choices in PLAIN) for turn in range(max(map(len, PLAIN)))
]
"""Choices that stand in no other's way: some at once, so that in the end each was made."""


def over_all(case: Case, axes: Collection[Axis]) -> Worlds:
    return Worlds(case.base, [case.scenario], case.choice, axes)


def drawn(random: Random, worlds: Worlds, places: Collection[int]) -> dict[int, int]:
    """Return a world that is anywhere on these axes."""
    return {place: random.randrange(worlds.sizes[place]) for place in sorted(places)}


def holds(over: Combinations, world: dict[int, int]) -> bool:
    assert isinstance(over.space, Diagrams)
    return over.space.contains(over.shown, world)


OF_CLAIMS = (
    "assessment_or_findings",
    "conflicting_sources",
    "evidence_grade",
    "potential_strength",
)
"""The assumptions that tell which of several claims counts, and what it counts for."""


# Every analysis under every choice


CHOICES = [*((one,) for one in READING), *TOGETHER]


@pytest.mark.slow
@pytest.mark.parametrize("choice", spread(CHOICES, 3), ids="+".join)
def test_every_analysis_agrees_with_concluding_anew_under(choice: tuple[str, ...]) -> None:
    """On a profile with figures, actors and a concern; conclusions and worlds are drawn."""
    case = examined(MEASURED, *choice, settings=(DOUBT,))
    random = Random("+".join(choice))
    certain_as_concluded(case, random)
    robust_as_concluded(case, random)
    told = [f for f in case.admitted if f.attribute in case.base.shown]
    # The two are each other's dual: one is looked at under one choice, one under the next.
    if CHOICES.index(choice) % 2:
        changes_as_concluded(case, random, random.choice(told))
    else:
        reasons_as_concluded(case, random, random.sample(told, 5))


@pytest.mark.slow
@pytest.mark.parametrize(
    "choice", spread([c for c in READING if c.partition("=")[0] in OF_CLAIMS], 3)
)
def test_what_is_certain_agrees_on_a_profile_with_claims_that_differ(choice: str) -> None:
    certain_as_concluded(examined(CRAFT, choice), Random(choice))


def certain_as_concluded(case: Case, random: Random) -> None:
    """Hold all conclusions against those of one completion."""
    found = case.completions
    world = drawn(random, found.worlds, range(len(found.axes)))
    facts = {f for f in shown(found.worlds, world) if f.attribute in case.base.shown}
    assert {f for f, over in found.of.items() if holds(over, world)} == facts


def robust_as_concluded(case: Case, random: Random) -> None:
    """Hold the core of the recommendation against those of one choice of all assumptions."""
    worlds = over_all(case, tuple(assumption_axes(case.base, case.choice)))
    found = combinations(worlds, core(case))
    world = drawn(random, worlds, range(len(worlds.axes)))
    assert {f for f, over in found.items() if holds(over, world)} == {*found} & shown(worlds, world)


def changes_as_concluded(case: Case, random: Random, target: Fact) -> None:
    """Make the smallest changes that remove a conclusion, and leave out one of each way."""
    axes = (*stated_axes(case), *unknown_axes(case), *actor_axes(case.base, case.scenario))
    worlds = over_all(case, axes)
    found = search(worlds, target, range(len(axes)), wanted=False)
    # No more than two changes are drawn below.
    assert found.up_to is None or found.up_to >= 2
    for way in random.sample(found.ways, min(1, len(found.ways))):
        made = {place: random.choice(options) for place, options in way}
        assert target not in shown(worlds, made)
        del made[random.choice(sorted(made))]
        assert target in shown(worlds, made)
        for place, options in way:
            before = option_label(case, axes[place], 0).id
            assert before not in {option_label(case, axes[place], a).id for a in options}
    world = drawn(random, worlds, random.sample(found.axes, min(2, len(found.axes))))
    covered = any(all(world.get(p) in options for p, options in way) for way in found.ways)
    assert covered or target in shown(worlds, world)


def reasons_as_concluded(case: Case, random: Random, targets: Sequence[Fact]) -> None:
    """Make everything but one reason of a conclusion otherwise: it still holds.

    Of the targets the first is taken of which every combination is looked at.
    """
    for target in targets:
        (found,) = sufficient_reasons(case, conclusion_word(target))
        if found.up_to is None:
            break
    assert found.up_to is None
    reasons, removals = (
        {frozenset(f.id for f in facts) for facts in sets}
        for sets in (found.reasons, found.removals)
    )
    assert hitting(removals) == reasons
    worlds = over_all(case, (*stated_axes(case), *unknown_axes(case)))
    reason = random.choice(sorted(reasons, key=sorted))
    free = [
        place
        for place, axis in enumerate(worlds.axes)
        if stated_word(case, axis) not in reason and axis_label(case, axis) not in found.kept
    ]
    assert target in shown(worlds, drawn(random, worlds, free))


def stated_word(case: Case, axis: Axis) -> str:
    value = axis.value or option_label(case, axis, 0).id
    return f"{axis_word(case, axis)}={value}"


# Where a concern lowers the quality


@cache
def doubted(folder: Path, choice: str) -> Case:
    file = folder / "doubted.yaml"
    file.write_text(DOUBTED, "utf-8")
    return examined(file, f"quality_and_consistency={choice}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles")


@pytest.mark.slow
@pytest.mark.parametrize("choice", ["independent", "downgrade"])
def test_quality_not_known_and_doubted_is_counted_as_concluded_anew(
    choice: str, folder: Path
) -> None:
    found = doubted(folder, choice).completions
    quality = next(
        place for place, axis in enumerate(found.axes) if axis.subject == "product_quality"
    )
    hanging = [over for over in found.of.values() if quality in over.axes and over.tested <= 12]
    assert len(hanging) > 5
    for over in hanging:
        every = product(*(range(found.worlds.sizes[place]) for place in over.axes))
        worlds = (dict(zip(over.axes, places, strict=True)) for places in every)
        held = [over.fact in shown(found.worlds, world) for world in worlds]
        assert (over.holds, over.tested) == (sum(held), len(held)), over.fact
        assert 0 < over.holds < over.tested


CONCERN = "tourism_business.concerns"
QUALITY = {"independent": "strong", "downgrade": "developing"}
"""What the quality of a shipped profile, stated strong and doubted, comes to."""


@pytest.mark.parametrize("choice", QUALITY)
def test_a_concern_is_needed_just_where_it_lowers_the_quality(choice: str) -> None:
    case = examined("itabajo", f"quality_and_consistency={choice}")
    (found,) = sufficient_reasons(case, f"product_quality.potential={QUALITY[choice]}")
    needed, doubt = {"product_quality=strong"}, f"{CONCERN}=quality_consistency"
    if choice == "downgrade":
        needed.add(doubt)
    assert [{f.id for f in facts} for facts in found.reasons] == [needed]
    assert {f.id for facts in found.removals for f in facts} == needed
    assert (doubt in {f.id for f in (*found.needless, *found.unread)}) == (doubt not in needed)
    settings = (f"{CONCERN}=volume",)
    gone = examined("itabajo", f"quality_and_consistency={choice}", settings=settings)
    held = {conclusion_word(f) for f in gone.admitted}
    assert "product_quality.potential=strong" in held


@pytest.mark.parametrize("choice", QUALITY)
def test_a_quality_that_a_concern_lowers_is_changed_from_what_was_stated(choice: str) -> None:
    case = examined("itabajo", f"quality_and_consistency={choice}")
    word = f"product_quality.potential={QUALITY[choice]}"
    (found,) = smallest_changes(case, remove=word)
    ways = (*found.controllable.ways, *found.given.ways)
    assert [len(way) for way in ways] == [1] * (2 if choice == "downgrade" else 1)
    for (step,) in ways:
        assert step.before.id not in {after.id for after in step.after}
        for written in step.ids:
            if "!=" in written:
                settings = [f"{CONCERN}=volume", f"{CONCERN}=cooperation_model"]
            else:
                settings = [written]
            assume = f"quality_and_consistency={choice}"
            anew = examined("itabajo", assume, settings=tuple(settings))
            assert word not in {conclusion_word(f) for f in anew.admitted}, written


@pytest.mark.slow
@pytest.mark.parametrize("level", ["strong", "developing"])
def test_no_change_of_a_doubted_quality_is_skipped(level: str) -> None:
    """Also not the one to the very level that the doubt makes of it now."""
    settings = () if level == "strong" else (f"product_quality={level}",)
    case = examined("itabajo", "quality_and_consistency=downgrade", settings=settings)
    flips = kemitraan.flips(case, together=1, of=["fact", "assumption"]).flips
    known = {(f.change.id, f.change.after.id): f for f in flips}
    now = shown_words(case, case.base.shown.aspect_of)
    axes = [
        axis
        for axis in change_axes(case)
        if "product_quality" in (axis.subject, axis.name)
        or (axis.value == "quality_consistency" and axis.subject == "tourism_business")
        or axis.name == "quality_and_consistency"
    ]
    real = set(real_changes(over_all(case, axes)))
    moves = [(n, place) for n, a in enumerate(axes) for place in range(1, len(a.alternatives))]
    felt = 0
    for number, place in moves:
        then = shown_words(changed(case, {axes[number]: place}), case.base.shown.aspect_of)
        made = change(case, axes[number], place)
        flip = known.get((made.id, made.after.id))
        found = flip.differences if flip else ()
        assert {word for d in found for word in d.gone} == now - then, made.id
        assert {word for d in found for word in d.added} == then - now, made.id
        assert then == now or (number, place) in real, made.id
        felt += then != now
    assert felt > 2


# Where figures are left without cut-offs


@pytest.mark.slow
@pytest.mark.parametrize("word", ["partnership_readiness", "hotel.engagement"])
def test_figures_are_ignored_where_interest_has_no_levels(word: str, folder: Path) -> None:
    file = folder / "figures.yaml"
    file.write_text(DOUBTED.replace("figure: 3", "figure: 4"), "utf-8")
    case = examined(file, "interest_scale=types_only")
    assert not case.view.values("interest", "hotel")
    random = Random(word)
    certain_as_concluded(case, random)
    robust_as_concluded(case, random)
    assert certainty(case).conclusions
    assert open_questions(case).questions
    for fact in sorted(f for f in case.admitted if conclusion_word(f).startswith(word)):
        changes_as_concluded(case, random, fact)
        reasons_as_concluded(case, random, [fact])
    advice = RecommendationReport(case.recommendation, kemitraan.Lang.EN, "figures", full=True)
    assert as_markdown(advice.parts()).startswith("#")
