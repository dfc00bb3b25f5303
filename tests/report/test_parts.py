"""Tables and texts fit the page; JSON keeps the order of the contract."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields

import pytest

from kemitraan.analysis.compare.comparison import compare
from kemitraan.analysis.compare.report import comparison_parts
from kemitraan.case import examine
from kemitraan.published import as_json
from kemitraan.recommendation.model import Recommendation
from kemitraan.report.parts import Grid, Heading, Lines, Part, as_markdown, as_text, colours
from kemitraan.report.tabular import column_widths
from kemitraan.scenario.shipped import shipped
from kemitraan.text import Lang
from tests.golden.commands import FOLDER
from tests.report.sample import FULL


@pytest.mark.parametrize("columns", range(1, 13))
@pytest.mark.parametrize("cell", ["a", "several short words here", "x" * 70, "long " + "y" * 40])
@pytest.mark.parametrize("headers", [True, False])
def test_table_of_any_shape_fits_a_narrow_page(columns: int, cell: str, headers: bool) -> None:
    head = ("a long heading",) * columns if headers else ()
    text = as_text([Grid(((cell,) * columns,) * 2, head)], 60)
    assert max(len(line) for line in text.splitlines()) <= 60
    kept = "".join(text.split()).replace("-", "")
    assert kept.count(cell[0]) >= 2 * columns


def test_columns_that_fit_keep_their_width() -> None:
    assert column_widths([("one", "two three")], 40) == [3, 9]


def test_the_widest_column_gives_way_and_words_stay_whole() -> None:
    text = as_text([Grid((("short words", "many words " * 20),), ("A", "B"))], 80)
    assert "short words" in text
    assert all(word in {"short", "words", "many", "A", "B"} or set(word) == {"-"}
               for word in text.split())  # fmt: skip


def test_rows_are_blocks_where_columns_have_no_room() -> None:
    grid = Grid((("one", "first " * 9, ""), ("two", "second", "x")), ("A", "B", "C"))
    told = "A: one\nB: " + "first " * 6 + "\n  first first first\n\nA: two\nB: second\nC: x\n"
    assert as_text([grid], 40) == told.replace(" \n", "\n")
    assert "A: one" not in as_text([grid], 80)
    wide = Grid((("x" * 50, "y" * 50),), ("A", "B"))
    assert as_text([wide], 80) == f"A: {'x' * 50}\nB: {'y' * 50}\n"


def test_columns_of_markdown_are_as_wide_as_what_they_hold_and_few() -> None:
    dashes = as_markdown([Grid((("ab", "many words " * 30),), ("A", "B"))]).splitlines()[1]
    # None is too narrow for a word once a page holds the table.
    assert dashes == f"|{'-' * 14}|{'-' * 96}|"
    listed = as_markdown([Grid((tuple("abcdef"),), tuple("ABCDEF"))])
    assert listed.splitlines() == ["- A: a", *(f"  - {c}: {c.lower()}" for c in "BCDEF")]


@pytest.mark.parametrize(
    ("variables", "shown"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_terminal_is_coloured_unless_its_reader_wants_no_colour(
    variables: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ({"TERM": "xterm", "NO_COLOR": ""} | variables).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Terminal())
    assert colours() == shown


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_document_lists_every_source_that_it_cites() -> None:
    page = (FOLDER / "recommend-itabajo.en.md").read_text("utf-8")
    cited = {code for one in re.findall(r"\[([SP]-[^\]]*)\]", page)
             for code in re.findall(r"[SP]-\d+", one)}  # fmt: skip
    assert len(cited) > 20
    assert cited <= set(re.findall(r"^- ([SP]-\d+): ", page, re.MULTILINE))


def test_colour_marks_lines_and_adds_nothing() -> None:
    some: list[Part] = [Heading("Title", 1), Lines(("a verdict",), strong=True), Lines(("plain",))]
    shown = as_text(some, 40, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown) == as_text(some, 40)
    assert shown.count("\x1b[0m") == 2


def test_lists_and_headings_are_wrapped_below_their_mark() -> None:
    text = as_text([Heading("word " * 30), Lines(("word " * 30,), bulleted=True)], 50)
    lines = text.splitlines()
    assert max(len(line) for line in lines) <= 50
    assert lines[-1].startswith("  word")


def test_empty_table_leaves_no_trace() -> None:
    assert as_text([Grid((), ("A", "B"))], 60).strip() == ""
    assert as_markdown([Grid((("a|b",),), ("A",))]).count("\\|") == 1


@pytest.mark.slow
def test_comparison_of_all_shipped_profiles_fits_the_page() -> None:
    comparison = compare([examine(name) for name in shipped()])
    for lang in Lang:
        text = as_text(comparison_parts(comparison, lang), 100)
        assert max(len(line) for line in text.splitlines()) <= 100
        assert all(name.split("-")[0] in text for name in shipped())


def test_json_has_the_keys_of_the_contract_in_order_and_keeps_letters() -> None:
    written = as_json({"recommendation": FULL, "letters": "é–"})
    data = json.loads(written)["recommendation"]
    named = [f.name for f in fields(Recommendation)]
    assert list(data) == ["kind", "schema_version", *named]
    assert data["diagnoses"][0]["label"] == {
        "ind": "isidiagnosis isidiagnosis isidiagnosis",
        "eng": "contentdiagnosis contentdiagnosis contentdiagnosis",
    }
    assert "é–" in written
    assert written.endswith("}\n")
