"""`certain`, `questions`, and the marks of `recommend`, as people run them."""

from __future__ import annotations

import json

import pytest

from tests.command import kemitraan


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
    found = json.loads(kemitraan("certain", "itabajo", "--format", "json").out)
    assert found["sample"] is None
    statuses = {c["conclusion"]: c["status"] for c in found["conclusions"]}
    assert statuses["supply_chain.verdict=recommended"] == "certain"
    assert statuses["local_government.group=key"] == "possible"


@pytest.mark.slow
def test_questions_are_the_same_bytes_in_any_process() -> None:
    first, second = (
        kemitraan("questions", "tenun-troso", "--format", "json", hash_seed=seed).out
        for seed in ("1", "2")
    )
    assert first == second
    assert json.loads(first)["verdicts"]["method"] in ("exact", "greedy")


@pytest.mark.slow
def test_recommendation_marks_what_may_change_and_explains_the_mark() -> None:
    out = kemitraan("recommend", "itabajo", "--lang", "en").out
    assert "key (?)" in out
    assert "conditionally ready (RDY-24)" in out
    assert "(?) may change once" in out
    full = kemitraan("recommend", "itabajo", "--lang", "en", "--format", "markdown").out
    assert "## What may change, and on what" in full


@pytest.mark.slow
def test_step_that_may_have_to_wait_is_marked() -> None:
    out = kemitraan("recommend", "molas-poco-lembor", "--set", "management=?", "--lang", "en").out
    assert "now (?)" in out


@pytest.mark.slow
def test_entries_tell_what_of_them_may_change() -> None:
    found = json.loads(kemitraan("recommend", "itabajo", "--format", "json").out)
    assert found["partnership_types"][0]["may_change"] == []
    actor = next(a for a in found["actors"] if a["id"] == "local_government")
    assert "local_government.group=key" in actor["may_change"]
