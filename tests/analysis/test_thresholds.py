"""Thresholds against brute force: the profile read anew with other figures, other cut-offs."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.thresholds.interval import Interval
from kemitraan.fact import Fact
from kemitraan.recommendation.view import conclusion_word
from tests.command import ROOT
from tests.thorough import spread

if TYPE_CHECKING:
    from kemitraan.analysis.thresholds.model import Bound, Measured, Thresholds

PROFILE = Path(__file__).parent / "profiles" / "measured.yaml"

# For each figure of the profile: how it is set, and a fine grid that goes past every cut-off.
GRIDS: dict[tuple[str, str], tuple[str, list[float]]] = {
    ("interest", "local_government"): ("local_government.interest", [n / 4 for n in range(4, 21)]),
    ("interest", "tourism_business"): ("tourism_business.interest", [n / 4 for n in range(4, 21)]),
    ("level", "management"): ("management", [11, 25, 49.9, 50, 50.1, 60, 74.9, 75, 75.1, 100]),
    ("level", "product_quality"): ("product_quality", [11, 49.9, 50, 74.9, 75, 75.1, 90, 100]),
    ("level", "promotion_marketing"): ("promotion_marketing", [11, 49.9, 50, 60, 75, 100]),
    ("capacity_against_demand", "sentra"): (
        "capacity_against_demand",
        [0, 0.2, 0.49, 0.5, 0.51, 0.9, 0.99, 1, 1.01, 2],
    ),
    ("mentoring_months", "sentra"): ("mentoring_months", [0, 0.5, 6, 11.9, 12, 12.1, 24]),
    ("forum", "sentra"): ("forum", [0, 0.5, 1, 3.9, 4, 4.1, 12]),
}


@cache
def case() -> kemitraan.Case:
    return kemitraan.examine(PROFILE)


@cache
def found() -> Thresholds:
    return kemitraan.thresholds(case())


def shown(of: kemitraan.Case) -> set[tuple[str, str, str]]:
    return {(f.attribute, f.subject, f.value) for f in of.admitted if f.attribute in of.base.shown}


def measured(attribute: str, subject: str) -> Measured:
    return next(m for m in found().measured if (m.attribute, m.subject) == (attribute, subject))


def bound(attribute: str, level: str) -> Bound:
    table = next(t for t in found().tables if t.attribute == attribute)
    return next(b for b in table.bounds if b.level.id == level)


@pytest.mark.slow
def test_every_figure_of_the_profile_is_told_once() -> None:
    told = [(m.attribute, m.subject) for m in found().measured]
    assert sorted(told) == sorted([*GRIDS, ("years_operating", "sentra")])


@pytest.mark.slow
@pytest.mark.parametrize("thing", spread(sorted(GRIDS), 3), ids=".".join)
def test_nothing_changes_exactly_where_the_figure_lies_in_its_interval(
    thing: tuple[str, str],
) -> None:
    name, grid = GRIDS[thing]
    span = measured(*thing).span
    assert span is not None
    same = {g: shown(kemitraan.examine(PROFILE, settings=[f"{name}={g}"])) == shown(case())
            for g in grid}  # fmt: skip
    # Beyond the next flip anything may hold again; up to it the interval is exact.
    inside = [g for g in grid if g in span.interval]
    assert all(same[g] for g in inside)
    below = [g for g in grid if g < min(inside)]
    above = [g for g in grid if g > max(inside)]
    assert not below or not same[below[-1]]
    assert not above or not same[above[0]]
    assert (span.below is None) == (not below or span.interval.low is None)
    assert (span.above is None) == (not above or span.interval.high is None)


@pytest.mark.slow
def test_years_move_in_whole_numbers(tmp_path: Path) -> None:
    span = measured("years_operating", "sentra").span
    assert span is not None
    assert span.interval.whole
    assert (span.interval.low, span.interval.high) == (0.0, 3.0)
    file = tmp_path / "profile.yaml"
    for years in range(6):
        since = f"since: {2025 - years}"
        file.write_text(PROFILE.read_text("utf-8").replace("since: 2022", since), "utf-8")
        same = shown(kemitraan.examine(file)) == shown(case())
        assert same == (years in span.interval)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attribute", "level", "written", "values"),
    [
        ("level", "strong", "strong, at_least: 75}", [51, 52, 52.5, 79, 80, 80.5]),
        ("level", "developing", "developing, at_least: 50}", [39, 40, 40.5, 52, 52.5]),
        ("capacity_against_demand", "adequate", "adequate, at_least: 1.0}", [0.6, 0.9, 0.91, 9]),
        ("years_operating", "established", "established, above: 3}", [1, 2, 3, 4]),
        ("forum", "formed", "formed, above: 0}", [-1, 0.5, 3.5]),
    ],
    ids=["strong", "developing", "capacity", "years", "forum"],
)
def test_nothing_changes_exactly_where_the_cut_off_lies_in_its_interval(
    attribute: str, level: str, written: str, values: list[float], tmp_path: Path
) -> None:
    """The file of the cut-offs is written anew with each value in the place of the bound."""
    moved = bound(attribute, level)
    file = tmp_path / "rules" / "assumptions" / "cutoffs.yaml"
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    text = file.read_text("utf-8")
    assert written in text
    head = written.rpartition(" ")[0]
    for value in values:
        assert value in Interval(moved.within.low, False, moved.within.high, False)
        # Defaults come first in their assumption, and so does their bound.
        file.write_text(text.replace(written, f"{head} {value}}}", 1), "utf-8")
        anew = kemitraan.examine(PROFILE, rules=tmp_path / "rules")
        assert (shown(anew) == shown(case())) == (value in moved.span.interval), value


def test_turn_tells_what_really_changes() -> None:
    span = measured("level", "management").span
    assert span is not None
    assert span.below is not None
    anew = kemitraan.examine(PROFILE, settings=["management=49"])
    before, now = shown(case()), shown(anew)
    gone = {word for d in span.below.differences for word in d.gone}
    added = {word for d in span.below.differences for word in d.added}
    words = [{conclusion_word(Fact(*f)) for f in found} for found in (before - now, now - before)]
    assert [gone, added] == words
    assert span.below.differences[0].id == "partnership"
    (moved,) = span.below.figures
    assert (moved.figure, moved.now and moved.now.id) == (52, "weak")


def test_bound_past_a_figure_moves_the_level_of_that_figure() -> None:
    span = bound("level", "strong").span
    assert span.below is not None
    assert span.above is not None
    assert [(r.figure, r.now and r.now.id) for r in span.below.figures] == [(52, "strong")]
    assert [(r.figure, r.now and r.now.id) for r in span.above.figures] == [(80, "developing")]


@pytest.mark.slow
def test_figure_that_the_alternative_in_force_does_not_read_is_marked() -> None:
    of = kemitraan.examine(PROFILE, assume={"interest_scale": "types_only"})
    told = [m for m in kemitraan.thresholds(of).measured if m.attribute == "interest"]
    assert len(told) == 2
    assert all(m.span is None and m.level is None for m in told)


def test_profile_without_figures_names_what_could_be_measured() -> None:
    of = kemitraan.examine("tenun-troso")
    told = kemitraan.thresholds(of)
    assert not told.measured
    assert not told.tables
    figures = {a.id for a in of.base.vocabulary.attributes.values() if a.figure}
    assert {m.attribute for m in told.measurable} == figures


def test_figures_set_for_a_trial_count() -> None:
    of = kemitraan.examine("tenun-troso", settings=["capacity_against_demand=0.4"])
    (told,) = kemitraan.thresholds(of).measured
    assert told.figure == 0.4
