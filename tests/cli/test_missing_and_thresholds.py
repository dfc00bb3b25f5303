"""`why-not` and `thresholds` from the command line: three forms, both languages, bad input."""

from __future__ import annotations

import json

import pytest

from tests.command import kemitraan, process

COMMANDS = {
    "why-not": ("why-not", "itabajo", "partnership_readiness=ready"),
    "thresholds": ("thresholds", "tests/analysis/profiles/measured.yaml"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_command_writes_three_forms_in_both_languages(name: str) -> None:
    args = COMMANDS[name]
    told = {
        (form, lang): kemitraan(*args, "--format", form, "--lang", lang)
        for form, lang in (("table", "id"), ("markdown", "en"), ("json", "id"))
    }
    assert all((done.code, done.err) == (0, "") for done in told.values())
    assert json.loads(told["json", "id"].out)
    assert len({done.out for done in told.values()}) == 3
    again = process(*args, "--format", "json", "--lang", "id", hash_seed="2")
    assert again.out == told["json", "id"].out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("why-not", "itabajo", "suply_chain"), "Did you mean 'supply_chain'"),
        (("why-not", "itabajo", "management=strong"), "--set management=strong"),
        (
            ("why-not", "itabajo", "competency_training.programme_after=sop_in_force"),
            "no rule concludes",
        ),
        (("why-not", "itabjo", "ready"), "itabajo"),
        (("thresholds", "itabjo"), "itabajo"),
    ],
)
def test_bad_input_ends_with_code_2_and_no_traceback(args: tuple[str, ...], expected: str) -> None:
    done = kemitraan(*args, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert expected in done.err
    assert "Traceback" not in done.err


def test_practice_rules_are_named_where_their_layer_is_off() -> None:
    done = kemitraan(
        "why-not", "itabajo", "practice_note=check_nib", "--layer", "paper", "--lang", "en"
    )
    assert "PRA-27: practice layer, switched off" in done.out
