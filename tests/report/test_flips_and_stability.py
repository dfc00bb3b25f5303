"""The reports of flips and of the stability of the map: one language, no wider than asked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis import changes_in_words as changes
from kemitraan.analysis.flips import report as flips
from kemitraan.analysis.stability import report as stability
from kemitraan.report.parts import as_markdown, as_text
from kemitraan.text import Lang, Text
from tests.report.test_words import fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from kemitraan.analysis.flips.flips import Flips
    from kemitraan.analysis.stability.stability import Stability

ALIKE = {"–", "{interest} / {influence}", "−1", "+1", "{group} {count} ({percent})"}


def phrases() -> Iterator[tuple[str, Text]]:
    modules: tuple[ModuleType, ...] = (changes, flips, stability)
    for module in modules:
        for name, value in sorted(vars(module).items()):
            found = value if isinstance(value, dict) else {"": value}
            for key, text in found.items():
                if isinstance(text, Text) and name.isupper():
                    yield f"{module.__name__}.{name}.{key}", text


PHRASES = dict(phrases())


@pytest.mark.parametrize("name", PHRASES)
def test_phrase_exists_in_both_languages_with_the_same_fields(name: str) -> None:
    text = PHRASES[name]
    assert text.id.strip()
    assert text.en.strip()
    assert fields(text.id) == fields(text.en)
    assert (text.id == text.en) == (text.id in ALIKE)


@cache
def found_flips() -> Flips:
    return kemitraan.flips(kemitraan.examine("itabajo"), together=2)


@cache
def found_stability() -> Stability:
    return kemitraan.stability(kemitraan.examine("gula-semut-kulon-progo"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [72, 100])
def test_no_line_is_wider_than_the_terminal(width: int, lang: Lang) -> None:
    for parts in (
        flips.flips_parts(found_flips(), (), lang),
        stability.stability_parts(found_stability(), lang),
    ):
        lines = as_text(parts, width).splitlines()
        assert max(len(line) for line in lines) <= width
        assert all(line == line.rstrip() for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
def test_answer_stands_in_the_first_lines(lang: Lang) -> None:
    found = found_flips()
    lines = as_text(flips.flips_parts(found, (), lang), 120).splitlines()[:9]
    first = [line for line in lines if line[:1].isdigit()][:2]
    for line, tally in zip(first, found.tallies[:2], strict=True):
        assert line.startswith(str(tally.count))
        assert str(found.tested) in re.sub("[.,]", "", line)


def test_long_lists_are_cut_visibly_and_whole_in_markdown() -> None:
    found = found_flips()
    text = as_text(flips.flips_parts(found, (), Lang.EN), 100)
    whole = as_markdown(flips.flips_parts(found, (), Lang.EN, full=True))
    needs = [f for f in found.flips if "needs" in f.aspects]
    assert f"… and {len(needs) - 6} more" in text
    assert "… and" not in whole
    for flip in found.flips:
        assert changes.change_text(flip.change, Lang.EN).replace("|", "\\|") in whole


def test_sample_is_called_one() -> None:
    pairs = replace(found_flips().combined[0], sampled=True, tested=10, possible=20_000)
    sampled = replace(found_flips(), combined=(pairs,))
    assert "Sampled: 10 of 20,000" in as_text(flips.flips_parts(sampled, (), Lang.EN), 200)
    assert "Dicuplik: 10 dari 20.000" in as_text(flips.flips_parts(sampled, (), Lang.ID), 200)
    part = replace(found_stability(), sampled=True, tested=10, possible=20_000)
    assert "10 of 20,000" in as_text(stability.stability_parts(part, Lang.EN), 200)


def test_each_actor_has_one_row_with_exact_counts() -> None:
    found = found_stability()
    text = as_markdown(stability.stability_parts(found, Lang.EN, full=True))
    for actor in found.actors:
        (row,) = [
            line for line in text.splitlines() if line.startswith(f"| {actor.actor.label.en} (")
        ]
        for share in actor.groups:
            assert share.group is not None
            assert f"{share.group.label.en} {share.count} " in row
    assert "not probabilities" in text


def test_profile_without_actors_is_told_so() -> None:
    nothing = replace(
        found_stability(), actors=(), ungrouped=(), varied=(), follows=(), map_moved=0
    )
    assert stability.NO_MAP.en in as_text(stability.stability_parts(nothing, Lang.EN), 100)
