"""`flips` and `stability` on the command line: every format, the same bytes, faults with code 2."""

from __future__ import annotations

import json

import pytest

from tests.command import kemitraan, process


@pytest.mark.slow
@pytest.mark.parametrize("command", ["flips", "stability"])
def test_output_is_the_same_in_every_process(command: str) -> None:
    args = (command, "tenun-sukarara", "--format", "json")
    first, second = kemitraan(*args), process(*args, hash_seed="2")
    assert first.code == 0
    assert first.out == second.out
    assert first.err == ""
    assert json.loads(first.out)["sentra"]["id"] == "tenun-sukarara"


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "args", [("flips", "itabajo", "--of", "fact"), ("stability", "tenun-sukarara")], ids=" ".join
)
def test_piped_output_is_at_most_100_columns_wide(args: tuple[str, ...], lang: str) -> None:
    done = kemitraan(*args, "--lang", lang)
    assert done.code == 0
    assert max(len(line) for line in done.out.splitlines()) <= 100


@pytest.mark.slow
def test_triples_bring_pairs_with_them() -> None:
    done = kemitraan("flips", "itabajo", "--triples", "--of", "assumption", "--format", "json")
    sets = {(c["aspect"], c["size"]) for c in json.loads(done.out)["combined"]}
    assert sets == {(aspect, size) for aspect in ("type", "readiness") for size in (2, 3)}


@pytest.mark.slow
def test_settings_and_assumptions_are_where_the_changes_start_from() -> None:
    unstudied = ("--set", "tourism_business.group_found=?")
    by_kind = ("--assume", "grouping_rule=by_kind")
    done = kemitraan("stability", "itabajo", *unstudied, *by_kind, "--format", "json")
    actors = {a["actor"]["id"]: a for a in json.loads(done.out)["actors"]}
    moves = actors["tourism_business"]["moves"]
    assert moves
    assert all(m["change"]["before"]["id"] == "by_kind" for m in moves)


def test_unknown_sort_of_change_is_a_fault() -> None:
    done = kemitraan("flips", "itabajo", "--of", "asumption", "--lang", "en")
    assert done.code == 2
    assert "assumption" in done.err
    assert "Traceback" not in done.err
    assert done.out == ""
