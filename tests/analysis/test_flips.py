"""Flips agree with concluding every changed profile anew, and are counted rightly."""

from __future__ import annotations

import random
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.flips.combined import combined
from kemitraan.analysis.flips.flips import Flips, real_changes
from kemitraan.analysis.flips.sorts import Sort
from kemitraan.analysis.scope import change, change_axes
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.worlds.worlds import Worlds
from tests.analysis.brute import changed, examined, shown_words
from tests.thorough import few

if TYPE_CHECKING:
    from kemitraan.analysis.scope import Change
    from kemitraan.knowledge.shown import Aspect

PROFILES = ("itabajo", "molas-poco-lembor", "tenun-troso")


@cache
def flips(name: str) -> Flips:
    return kemitraan.flips(examined(name))


def key(made: Change) -> tuple[str, str, str]:
    """Return what tells one change from all others."""
    return made.sort, made.id, made.after.id


@pytest.mark.slow
@pytest.mark.parametrize("name", few(PROFILES, 1))
def test_each_change_does_exactly_what_concluding_anew_shows(name: str) -> None:
    case = examined(name)
    axes = change_axes(case)
    known = {key(f.change): f for f in flips(name).flips}
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    singles = [(axes[number], place) for number, place in real_changes(worlds)]
    now = shown_words(case, case.base.shown.aspect_of)
    draw = random.Random(7)
    flipping = [one for one in singles if key(change(case, *one)) in known]
    felt = 0
    for axis, place in (*draw.sample(singles, 15), *draw.sample(flipping, 8)):
        made = change(case, axis, place)
        then = shown_words(changed(case, {axis: place}), case.base.shown.aspect_of)
        flip = known.get(key(made))
        found = flip.differences if flip else ()
        assert {word for d in found for word in d.gone} == now - then, made.id
        assert {word for d in found for word in d.added} == then - now, made.id
        felt += bool(found)
    assert felt >= 8


@pytest.mark.slow
def test_counts_add_up_by_sort_of_change() -> None:
    found = flips("itabajo")
    for tally in found.tallies:
        assert tally.count == sum(count for count, _ in tally.by_sort.values())
        assert tally.of == sum(of for _, of in tally.by_sort.values()) == found.tested
        assert tally.count == sum(tally.aspect in f.aspects for f in found.flips)
    assert [t.aspect for t in found.tallies] == list(ASPECTS)
    assert found.tallies[0].count > 0


@pytest.mark.slow
def test_no_change_leaves_its_value_as_it_is() -> None:
    assert all(f.change.before.id != f.change.after.id for f in flips("molas-poco-lembor").flips)


def test_steps_lie_beside_the_level_now_and_tell_what_the_change_does() -> None:
    case = examined("itabajo")
    rows = {row.label.en: row for row in flips("itabajo").steps}
    row = rows["Management"]
    assert row.now.id == "developing"
    assert row.lower is not None
    assert row.higher is not None
    assert (row.lower.level.id, row.higher.level.id) == ("weak", "strong")
    anew = examined("itabajo", settings=("management=weak",))
    then, now = (
        shown_words(anew, case.base.shown.aspect_of),
        shown_words(case, case.base.shown.aspect_of),
    )
    assert {word for d in row.lower.differences for word in d.added} == then - now
    assert rows["Product quality"].higher is None
    assert "product character" not in rows


def test_what_goes_with_another_conclusion_is_told_in_its_line() -> None:
    off = next(f for f in flips("itabajo").flips if f.change.id == "TYP-19")
    (line,) = (d for d in off.differences if d.id == "supply_chain")
    assert set(line.gone) == {"supply_chain.verdict=recommended", "supply_chain.fit=good"}
    assert (line.now, line.aspects) == (None, ("type", "focus"))
    quality = next(f for f in flips("itabajo").flips if f.change.id == "product_quality=weak")
    (line,) = (d for d in quality.differences if d.id == "supply_chain")
    assert line.before is not None
    assert line.now is not None
    assert (line.before.id, line.now.id, line.aspects) == (
        "recommended good",
        "recommended partial",
        ("focus",),
    )


def test_only_the_sorts_asked_for_are_changed() -> None:
    found = kemitraan.flips(examined("itabajo"), of=["assumption"])
    assert {f.sort for f in found.flips} == {"assumption"}
    everything = flips("itabajo")
    assert found.flips == tuple(f for f in everything.flips if f.sort == "assumption")


def test_every_unknown_sort_is_refused_at_once() -> None:
    with pytest.raises(kemitraan.InputError) as caught:
        kemitraan.flips(examined("itabajo"), of=["assumptions", "fact", "xyz"])
    assert ["assumption" in f.format(kemitraan.Lang.EN) for f in caught.value.faults] == [True] * 2
    assert "xyz" in caught.value.faults[1].format(kemitraan.Lang.EN)


@pytest.mark.slow
@pytest.mark.parametrize("aspect", few(["type", "readiness"], 1))
def test_pairs_and_triples_are_those_that_concluding_anew_finds(aspect: Aspect) -> None:
    """All pairs, and triples, over a small set of axes."""
    case = examined("itabajo")
    names = {
        "type": ("product_character", "quality_role", "level"),
        "readiness": ("capacity_against_demand", "quality_and_consistency", "level"),
    }[aspect]
    axes = [
        a
        for a in change_axes(case)
        if a.name in names
        and a.subject in {"", "sentra", "product_quality"}
        and a.value in {"", "fish_product"}
    ]
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    moves = real_changes(worlds)
    now = shown_words(case, case.base.shown.aspects[aspect])

    @cache
    def flipped(made: tuple[tuple[int, int], ...]) -> bool:
        world = {axes[i]: place for i, place in made}
        return shown_words(changed(case, world), case.base.shown.aspects[aspect]) != now

    for size in (2, 3):
        sets = [m for m in combinations(moves, size) if len({i for i, _ in m}) == size]
        only_together = [
            made
            for made in sets
            if flipped(made)
            and not any(flipped(p) for n in range(1, size) for p in combinations(made, n))
        ]
        expected = {
            tuple(change(case, axes[i], place).id for i, place in made) for made in only_together
        }
        found = combined(case, worlds, moves, aspect, size)
        assert {tuple(c.id for c in s.changes) for s in found.sets} == expected
        assert found.count == len(expected)
        assert not found.sampled
        assert expected or size == 3


@pytest.mark.slow
def test_beyond_the_limit_a_sample_is_looked_at_and_called_one() -> None:
    case = examined("itabajo")
    axes = [axis for axis in change_axes(case) if axis.kind != "rule"]
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    moves = real_changes(worlds)
    exact = combined(case, worlds, moves, "type", 2)
    sampled = combined(case, worlds, moves, "type", 2, most=100)
    again = combined(case, worlds, moves, "type", 2, most=100)
    assert sampled == again
    assert sampled.sampled
    assert not exact.sampled
    assert sampled.possible == exact.possible == exact.tested
    assert 0 < sampled.tested <= sampled.possible
    assert 0 < sampled.count <= exact.count
    assert {s.changes for s in sampled.sets} <= {s.changes for s in exact.sets}


@pytest.mark.slow
def test_pairs_of_the_whole_profile_put_what_a_programme_can_do_first() -> None:
    found = kemitraan.flips(examined("itabajo"), together=2)
    assert [(c.aspect, c.size) for c in found.combined] == [("type", 2), ("readiness", 2)]
    for pairs in found.combined:
        given = [sum(not c.controllable for c in s.changes) for s in pairs.sets]
        assert given == sorted(given)
        assert pairs.controllable == given.count(0)
        assert pairs.count == len(pairs.sets) > 0


def test_sorts_are_named_in_the_help() -> None:
    from tests.command import kemitraan as command

    helped = command("flips", "--help").out
    assert all(sort in helped for sort in Sort)


@pytest.mark.slow
def test_of_a_profile_that_says_next_to_nothing_what_is_too_much_to_try_is_sampled() -> None:
    case = kemitraan.examine({"id": "a", "name": "A", "sentra": {"management": "weak"}})
    found = kemitraan.flips(case, together=3)
    for one in found.combined:
        assert one.sampled == (one.size == 3)
        assert one.tested <= min(one.possible, 2**18)
