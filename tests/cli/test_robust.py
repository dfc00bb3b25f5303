"""`kemitraan robust` as a user runs it."""

from __future__ import annotations

import json

import pytest

from tests.command import kemitraan, process


@pytest.mark.slow
def test_json_has_the_exact_counts_and_is_the_same_in_every_process() -> None:
    args = ("robust", "itabajo", "supply_chain", "--over", "assumptions", "--format", "json")
    first, second = kemitraan(*args), process(*args, hash_seed="2")
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    (found,) = json.loads(first.out)["conclusions"]
    assert found["conclusion"] == "supply_chain.verdict=recommended"
    assert found["holds"] == {"n": 594, "of": 1152}
    assert [n["holds"]["of"] for n in found["near"]] == [13, 70, 202]
    assert not found["sampled"]


@pytest.mark.slow
def test_assumption_chosen_otherwise_is_where_the_changes_start_from() -> None:
    args = ("robust", "itabajo", "supply_chain", "--format", "json")
    done = kemitraan(*args, "--assume", "tourism_measure=visits")
    (found,) = json.loads(done.out)["conclusions"]
    assert not found["now"]
    assert found["holds"] == {"n": 594, "of": 1152}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("itabajo", "suply_chain"), "supply_chain"),
        (("itabajo", "management=weak"), "--set management=weak"),
    ],
)
def test_what_nothing_concludes_is_refused_with_what_to_do(
    args: tuple[str, ...], said: str
) -> None:
    done = kemitraan("robust", *args, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
