"""The report for a meeting: whole, offline, the same each time, and only ever text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.document.contents import contents
from kemitraan.document.files import checked, document, written
from kemitraan.document.paper import Paper, shares
from kemitraan.faults import InputError
from kemitraan.report.parts import Grid
from kemitraan.text import Lang

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case

HOSTILE = '<script>alert("x")</script>'
PAPER = Paper.F4


@pytest.fixture(scope="module")
def hostile() -> Case:
    """Return a profile whose texts would act if they were taken for more than text."""
    return kemitraan.examine(
        {
            "id": "a",
            "name": HOSTILE,
            "sentra": {"management": "weak", "product_quality": {"value": "strong", "by": HOSTILE}},
            "actors": {"x": {"kind": "cooperative", "name": f"=1+1 {HOSTILE}"}},
        }
    )


def test_page_fetches_nothing_and_texts_of_a_profile_stay_text(hostile: Case) -> None:
    page = document(contents([("a", hostile)], Lang.EN), ".html", Lang.EN, PAPER).decode()
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", page)


def test_page_has_the_size_of_the_paper(hostile: Case) -> None:
    for paper, size in ((Paper.F4, "215mm 330mm"), (Paper.A4, "210mm 297mm")):
        page = document(contents([("a", hostile)], Lang.ID), ".html", Lang.ID, paper).decode()
        assert f"@page {{ size: {size};" in page


def test_faults_of_what_is_asked_are_told_at_once(tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_text("kept")
    with pytest.raises(InputError) as told:
        checked(there, force=False)
    assert len(told.value.faults) == 2
    assert there.read_text() == "kept"


def test_file_that_is_there_is_replaced_only_by_force(hostile: Case, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("kept")
    with pytest.raises(InputError):
        checked(file, force=False)
    checked(file, force=True)
    written([("a", hostile)], file, PAPER, Lang.EN)
    assert file.read_text("utf-8").startswith("# \\<script")


def test_no_column_is_narrower_than_its_longest_word() -> None:
    rows = (("1", "Pendampingan", "a " * 300), ("2", "x", ""))
    found = shares(Grid(rows, ("No.", "Langkah", "Ukuran")))
    assert found is not None
    assert sum(found) == pytest.approx(1)
    assert found[1] * 104 >= len("Pendampingan")
    assert found[0] * 104 >= len("No.")
    assert shares(Grid((("a" * 60, "b" * 60),), ("x", "y"))) is None
