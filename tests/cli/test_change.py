"""`change` and `reasons` on the command line."""

from __future__ import annotations

import json

import pytest

from tests.command import kemitraan, process

# What no programme can bring about is stated, so that one can do the rest.
GAINS = ("--set", "benefit_for_sentra=stated", "--set", "benefit_for_partner=stated")
BAD = {
    "neither": (("change", "itabajo"), "--to"),
    "both": (("change", "itabajo", "--to", "ready", "--from", "ready"), "--from"),
    "unknown conclusion": (("change", "itabajo", "--to", "redy"), "ready"),
    "unknown attribute": (("change", "itabajo", "--to", "ready", "--attributes", "sopp"), "'sop'"),
    "conclusion that does not hold": (
        ("reasons", "itabajo", "creative_economy.verdict=recommended"),
        "is not concluded",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_ends_with_code_2_and_no_traceback(name: str) -> None:
    args, expected = BAD[name]
    done = kemitraan(*args, "--lang", "en")
    assert done.code == 2
    assert expected in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


@pytest.mark.slow
def test_json_lists_every_way_with_its_combinations() -> None:
    args = ("change", "itabajo", "--to", "ready", *GAINS, "--format", "json")
    (found,) = json.loads(kemitraan(*args).out)["changes"]
    first, second = ({step["ids"][0] for step in way} for way in found["controllable"]["ways"])
    assert found["controllable"]["combinations"] == 47_775_744
    assert found["controllable"]["up_to"] is None
    assert "sop=applied" in first & second
    assert first ^ second == {"licences=pirt", "licences=bpom_md"}


@pytest.mark.slow
def test_settings_and_assumptions_of_the_case_count() -> None:
    args = ("change", "itabajo", "--to", "ready", *GAINS, "--lang", "en")
    assert "fewest changes: 12" in kemitraan(*args).out
    ours = (*args, "--set", "sop=applied", "--set", "market_interest=no")
    # Interest is asked for beside the eleven that are left, unless the internal side decides.
    assert "fewest changes: 12" in kemitraan(*ours).out
    assert "fewest changes: 11" in kemitraan(*ours, "--assume", "A-15=internal_first").out


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [
        ("change", "itabajo", "--to", "ready", "--assumptions", "--format", "json"),
        ("change", "itabajo", "--from", "key", "--format", "markdown"),
        ("reasons", "molas-poco-lembor", "creative_economy", "--format", "json"),
        ("reasons", "itabajo", "diagnosis", "--format", "markdown"),
    ],
    ids=lambda args: " ".join(args),
)
def test_hash_seed_changes_nothing(args: tuple[str, ...]) -> None:
    done = process(*args, hash_seed="1")
    assert done.out
    assert done == kemitraan(*args)
