"""What a notebook asks of the package: a dict as a profile, short results, rows, one name each."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer

import kemitraan
from kemitraan.cli import app
from kemitraan.cli.help import examples
from kemitraan.published import Published, as_json
from kemitraan.yamltree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

# Files to be filled in by hand, and what was; a page to look at; and `recommend_all`, as a package
# has the name of the command.
WITHOUT_FUNCTION = {
    "form cases",
    "form new",
    "form read",
    "interview",
    "page",
    "portfolio",
    "report",
    "rules export",
    "scenario new",
    "web",
}
# Words of the command line that are none, or too many, in Python.
WORDS = {
    "set": "settings",
    "overlay": "overlays",
    "layer": "layers",
    "from": "from_",
    "rule": "rules",
    "triples": "together",
}
# How and where a result is written; then the options of a case, which `examine` takes.
WRITING = {"lang", "format", "full", "output", "prov"}
CASE = {"assume", "set", "overlay", "without", "layer"}


def test_each_command_is_a_function_of_the_same_name_with_the_same_words() -> None:
    group: Any = typer.main.get_command(app)
    for name in examples():
        if name in WITHOUT_FUNCTION:
            continue
        command = group
        for word in name.split():
            command = command.commands[word]
        function = getattr(kemitraan, name.replace("-", "_").replace(" ", "_"))
        taken = {*inspect.signature(function).parameters}
        options = {
            max(p.opts, key=len).removeprefix("--")
            for p in command.params
            if p.opts[0].startswith("-")
        }
        if "scenario" in {p.name for p in command.params} and name != "recommend":
            options -= CASE
        if name in ("compare", "rules list", "rules show", "rules coverage"):
            options -= CASE | {"rules"}
        for option in options - WRITING:
            assert WORDS.get(option, option) in taken, (name, option)
    taken = {*inspect.signature(kemitraan.examine).parameters}
    assert {WORDS.get(option, option) for option in CASE} <= taken


@pytest.mark.slow
def test_dict_is_read_as_a_file_that_says_the_same() -> None:
    path = Path("scenarios/tenun-troso.yaml")
    document = read_yaml(path, [])
    assert document is not None
    by_file, by_dict = kemitraan.recommend(path), kemitraan.recommend(document.data)
    assert by_dict.sentra.file == "dict"
    told = {**by_file.to_dict(), "sentra": None}
    assert {**by_dict.to_dict(), "sentra": None} == told


def test_dict_may_hold_what_python_has() -> None:
    said = {
        "id": "a",
        "name": "A",
        "sentra": {
            "management": "weak",
            "manager_in_place": True,
            "product_quality": {"figure": 81},
            "tourism_context": None,
            "market_interest": float("nan"),
            "market_segments": ("hotel", "visitor"),
        },
    }
    case = kemitraan.examine(said)
    values = {c.attribute: (c.value, c.figure) for c in case.scenario.claims}
    assert values["manager_in_place"] == ("yes", None)
    assert {"management", "weak"} & {c.value for c in case.scenario.claims}
    assert 81 in {c.figure for c in case.scenario.claims}
    assert "market_interest" not in values
    assert [c.value for c in case.scenario.claims if c.attribute == "market_segments"] == [
        "hotel",
        "visitor",
    ]


def test_every_fault_of_a_dict_is_told_at_its_keys() -> None:
    with pytest.raises(kemitraan.InputError) as caught:
        kemitraan.recommend(
            {"id": "a", "sentra": {"managment": "weak", "management": object(), 7: "x"}}
        )
    told = str(caught.value).splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        "dict", "sentra.7", "sentra.7", "sentra.management", "sentra.managment",
    ]  # fmt: skip
    assert "Did you mean 'management'?" in told[-1]


@pytest.mark.slow
def test_what_if_takes_what_is_changed_in_the_words_of_examine() -> None:
    change: dict[str, Any] = {
        "settings": ["management=strong"],
        "assume": {"grouping_rule": "by_kind"},
        "overlays": ["first-contract-signed"],
        "without": ["ACN-01"],
    }
    case = kemitraan.examine("itabajo")
    other = kemitraan.examine("itabajo", **change)
    assert kemitraan.whatif(case, **change) == kemitraan.whatif(case, other)
    # What was changed before stays so.
    some = kemitraan.examine("itabajo", assume=change.pop("assume"))
    assert kemitraan.whatif(some, **change).changed == other.recommendation.base
    with pytest.raises(ValueError, match="either"):
        kemitraan.whatif(case, other, **change)
    with pytest.raises(kemitraan.InputError):
        kemitraan.whatif(case, settings=["managment=strong"])


def test_actor_without_a_name_goes_by_its_kind_and_its_id() -> None:
    actors = {
        "bank_sultra": {"kind": "financial_institution"},
        "dinas": {"kind": "local_government", "name": "Dinas Perindag"},
        "academia": {"kind": "academia"},
    }
    view = kemitraan.examine({"id": "a", "name": "A", "actors": actors}).view
    assert {actor: label.en for actor, label in view.actors.items()} == {
        "bank_sultra": "Financial institutions (bank_sultra)",
        "dinas": "Dinas Perindag",
        "academia": "Academia",
    }


ASKED: dict[str, Callable[[kemitraan.Case], Published]] = {
    "recommend": lambda case: case.recommendation,
    "certain": kemitraan.certain,
    "questions": kemitraan.questions,
    "robust": kemitraan.robust,
    "assumptions": kemitraan.assumptions,
    "thresholds": kemitraan.thresholds,
    "conclusions": kemitraan.conclusions,
    "why": lambda case: kemitraan.why(case, "verdict"),
    "why-not": lambda case: kemitraan.why_not(case, "ready"),
    "reasons": lambda case: kemitraan.reasons(case, "partnership_readiness"),
    "compare": lambda case: kemitraan.compare([case, kemitraan.examine("tenun-troso")]),
    "whatif": lambda case: kemitraan.whatif(case, settings=["management=strong"]),
    "rules-list": lambda _: kemitraan.rules_list(),
    "scenario-list": lambda _: kemitraan.scenario_list(),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ASKED)
def test_result_is_short_when_shown_and_whole_as_a_dict(kind: str) -> None:
    found = ASKED[kind](kemitraan.examine("itabajo"))
    assert len(repr(found)) < 600
    assert "\n" not in repr(found)
    page = found._repr_html_()
    assert len(page) < 30_000
    assert page.count("<table") >= 1
    data = found.to_dict()
    assert data["kind"] == kind
    assert json.loads(as_json(found)) == data
    for field in found.views:
        rows = found.rows(field)
        assert all(row.keys() == rows[0].keys() for row in rows)
        assert all(
            isinstance(v, (str, int, float, bool, type(None))) for row in rows for v in row.values()
        )


def test_case_shows_its_recommendation_and_is_short() -> None:
    case = kemitraan.examine("itabajo")
    assert len(repr(case)) < 200
    assert case._repr_html_() == case.recommendation._repr_html_()
    assert "Rantai pasok" in case._repr_html_() or "supply chain" in case._repr_html_()


def test_rows_are_of_the_field_named_in_the_language_asked_for() -> None:
    advice = kemitraan.recommend("itabajo")
    verdicts = advice.rows("partnership_types", "en")
    assert [(r["sentra"], r["type"], r["verdict_id"], r["verdict_label"]) for r in verdicts] == [
        ("itabajo", "supply_chain", "recommended", "recommended"),
        ("itabajo", "creative_economy", "not_suited", "not suited"),
    ]
    assert advice.rows("partnership_types", "id")[0]["verdict_label"] == "dianjurkan"
    (readiness,) = advice.rows("readiness", "en")
    assert readiness["partnership_id"] == "conditionally_ready"
    assert [r["id"] for r in advice.rows("next_steps")] == [s.id for s in advice.next_steps]
    with pytest.raises(ValueError, match="no field 'steps'; there are: "):
        advice.rows("steps")


def test_page_of_a_result_holds_no_markup_of_a_profile() -> None:
    said = {
        "id": "a",
        "name": "<script>alert(1)</script>\x1b[31m",
        "sentra": {"management": "weak"},
    }
    page = kemitraan.recommend(said)._repr_html_()
    assert "<script" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;" in page
