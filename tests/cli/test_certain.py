"""`certain`, `questions`, and what may change `recommend`, as people run them."""

from __future__ import annotations

import json

import pytest

from tests.analysis import brute
from tests.command import kemitraan, process

UNSTUDIED = [word for one in brute.UNSTUDIED for word in ("--set", one)]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["certain", "questions"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_report_fits_and_says_that_shares_are_no_probabilities(command: str, lang: str) -> None:
    done = kemitraan(command, "itabajo", "--lang", lang)
    assert done.code == 0, done.err
    assert max(map(len, done.out.splitlines())) <= 100
    assert ("peluang" if lang == "id" else "probability") in done.out
    markdown = kemitraan(command, "itabajo", "--lang", lang, "--format", "markdown")
    assert markdown.out.startswith("# ")
    assert len(markdown.out) > len(done.out)


@pytest.mark.slow
def test_certain_gives_every_standing_as_json() -> None:
    found = json.loads(kemitraan("certain", "itabajo", *UNSTUDIED, "--format", "json").out)
    assert found["sample"] is None
    statuses = {c["conclusion"]: c["status"] for c in found["conclusions"]}
    assert statuses["supply_chain.verdict=recommended"] == "certain"
    assert statuses["local_government.group=key"] == "possible"


@pytest.mark.slow
def test_questions_are_the_same_bytes_in_any_process() -> None:
    args = ("questions", "tenun-troso", "--format", "json")
    done = process(*args, hash_seed="2")
    assert done == kemitraan(*args)
    assert json.loads(done.out)["verdicts"]["method"] in ("exact", "greedy")


@pytest.mark.slow
def test_recommendation_tells_what_may_change_it_cause_by_cause() -> None:
    out = kemitraan("recommend", "itabajo", "--lang", "en", "--full").out
    assert "(?)" not in out
    after = out.split("May change once this is known", 1)[1]
    lines = [line for line in after.split("\n\n", 2)[1].splitlines() if line.startswith("- ")]
    assert len(lines) == 5
    assert lines[0].startswith("- consistency of quality: Readiness (")
    assert lines[-1].startswith("- and ")
    full = kemitraan("recommend", "itabajo", "--lang", "en", "--format", "markdown").out
    assert "## What may change, and on what" in full


@pytest.mark.slow
def test_readiness_names_the_assumptions_that_alone_would_change_it() -> None:
    out = kemitraan("recommend", "itabajo", "--lang", "en", "--format", "json").out
    hangs = [one["id"] for one in json.loads(out)["readiness"]["hangs_on"]]
    assert hangs == ["A-01", "A-07", "A-14"]
    for name, other in (("label_scale", "inverted"), ("readiness_model", "weakest_link")):
        changed = kemitraan(
            "recommend", "itabajo", "--assume", f"{name}={other}", "--format", "json"
        ).out
        was, now = (json.loads(o)["readiness"]["partnership"]["id"] for o in (out, changed))
        assert was != now


@pytest.mark.slow
def test_entries_tell_what_of_them_may_change() -> None:
    found = json.loads(kemitraan("recommend", "itabajo", *UNSTUDIED, "--format", "json").out)
    assert found["partnership_types"][0]["may_change"] == []
    actor = next(a for a in found["actors"] if a["id"] == "local_government")
    assert "local_government.group=key" in actor["may_change"]
