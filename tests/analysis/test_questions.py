"""What to find out first: against every completion tried by itself."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.certain.certainty import certainty
from kemitraan.analysis.questions.open_questions import OpenQuestions, open_questions
from kemitraan.recommendation.view import slot_word
from kemitraan.worlds.question_order import QuestionOrder
from tests.analysis.brute import examined, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kemitraan.analysis.certain.certainty import Standing
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.combinations import Combinations

World = tuple[int, ...]


@cache
def sukarara() -> OpenQuestions:
    return open_questions(examined("tenun-sukarara"))


def depth(worlds: Mapping[World, object], asked: frozenset[int]) -> int:
    """Return how many questions the best order needs at most, by trying all of them."""
    if len(set(worlds.values())) == 1:
        return 0
    axes = range(len(next(iter(worlds))))
    return 1 + min(
        max(
            depth({w: v for w, v in worlds.items() if w[axis] == a}, asked | {axis})
            for a in {w[axis] for w in worlds}
        )
        for axis in axes
        if axis not in asked
    )


@pytest.mark.slow
def test_questions_until_the_type_are_those_of_the_best_order() -> None:
    found = examined("tenun-sukarara").completions
    types = {
        f: over
        for f, over in found.of.items()
        if over.status == "possible" and f.attribute == "verdict"
    }
    places = sorted({place for over in types.values() for place in over.axes})
    worlds: dict[World, object] = {}
    for chosen in product(*(range(len(found.axes[p].alternatives)) for p in places)):
        facts = shown(found.worlds, dict(zip(places, chosen, strict=True)))
        worlds[chosen] = tuple(f in facts for f in types)
    effort = QuestionOrder(found.axes, types).effort(list(types))
    assert effort.method == "exact"
    assert effort.worst == depth(worlds, frozenset())
    least = min(
        len(fixed)
        for size in range(len(places) + 1)
        for fixed in _subsets(len(places), size)
        for values in {tuple(w[i] for i in fixed) for w in worlds}
        if len({v for w, v in worlds.items() if tuple(w[i] for i in fixed) == values}) == 1
    )
    assert effort.best == least
    assert sukarara().verdicts == effort


def _subsets(count: int, size: int) -> list[tuple[int, ...]]:
    from itertools import combinations

    return list(combinations(range(count), size))


def test_answer_settles_as_many_conclusions_as_told() -> None:
    """The first question: each answer is set, and what is still possible is counted again."""
    first = sukarara().questions[0]
    before = {s.conclusion for s in _possible([])}
    case = examined("tenun-sukarara")
    (axis,) = (a for a in case.completions.axes if slot_word(case.view, a.slot) == first.id)
    counts = [
        len(before - {s.conclusion for s in _possible([f"{first.id}={value}"])})
        for value in axis.alternatives
    ]
    assert (min(counts), max(counts)) == (first.worst, first.best)
    assert round(sum(counts) / len(counts), 4) == first.mean


def _possible(settings: list[str]) -> list[Standing]:
    case = examined("tenun-sukarara", settings=tuple(settings))
    return [s for s in certainty(case).conclusions if s.status == "possible"]


def test_settled_type_needs_no_question() -> None:
    found = open_questions(examined("itabajo"))
    assert (found.verdicts.best, found.verdicts.worst) == (0, 0)
    assert 0 < found.whole.best <= found.whole.worst <= len(found.questions) <= found.unknown


def test_questions_come_with_informants_and_in_the_order_of_the_recommendation() -> None:
    questions = sukarara().questions
    recommended = examined("tenun-sukarara").recommendation.questions
    places = [
        next(
            place
            for place, one in enumerate(recommended)
            if one.question == q.question and (q.about is None or q.about in one.subjects)
        )
        for q in questions
    ]
    assert places == sorted(places)
    # No headline waits for the other: the first two questions are about one each.
    first = [one.section for one in recommended if one.next][:2]
    assert set(first) == {"partnership_types", "readiness"}
    assert all(q.informants.id and q.informants.en for q in questions)
    assert all(q.worst <= q.mean <= q.best for q in questions)
    assert {q.id for q in questions if q.best} == {q.id for q in questions if q.settles}


def test_question_with_very_many_answers_is_followed_up_by_each_of_its_values_alone(
    tmp_path: Path,
) -> None:
    """Nothing is said of the product lines: each alone settles what stating it settles."""
    thin = tmp_path / "thin.yaml"
    thin.write_text("id: thin\nname: Thin\nsentra: {product_character: food}\n", "utf-8")
    case = examined(thin)
    found = case.completions
    order = QuestionOrder(found.axes, undecided(case))
    (slot,) = (s for s in order.places if s.attribute == "product_lines")
    lines = [found.axes[place].value for place in order.places[slot]]
    answers = order.answers(slot)
    assert not order.every_answer(slot)
    assert [[line for line, said in zip(lines, a, strict=True) if said] for a in answers] == [
        [],
        *([line] for line in lines),
    ]
    verdicts = order.verdicts[slot]
    for number in (1, len(lines) // 2, len(lines)):
        told = examined(thin, settings=(f"product_lines={lines[number - 1]}",))
        settled = {fact for fact, by_answer in verdicts.items() if by_answer[number]}
        assert settled
        assert settled == set(order.undecided) - set(undecided(told)), lines[number - 1]


def undecided(case: Case) -> dict[Fact, Combinations]:
    found = case.completions
    listed = {f: found.of[f] for f in found.conclusions}
    return {f: over for f, over in listed.items() if over.status == "possible"}
