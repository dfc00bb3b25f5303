"""The report for a meeting: whole, offline, the same each time, and only ever text."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest

import kemitraan
from kemitraan.analysis.stability.stability import stability
from kemitraan.command.repeatable import ONCE
from kemitraan.document import files
from kemitraan.document.contents import contents
from kemitraan.document.files import checked, document, written
from kemitraan.document.front import Front
from kemitraan.document.paper import Paper, shares
from kemitraan.document.several import several
from kemitraan.faults import InputError
from kemitraan.recommendation.strategies import REACHES
from kemitraan.report.parts import Grid, Heading, Picture
from kemitraan.report.tree import Node
from kemitraan.text import Lang
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.report.parts import Part

HOSTILE = '<script>alert("x")</script>\ufffe'
FORMULA = "=1+1"
PAPER = Paper.F4
# The whole report of a profile is made, once for all tests here.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hostile() -> Case:
    """Return a profile whose texts would act if they were taken for more than text."""
    return kemitraan.examine(
        {
            "id": "a",
            "name": HOSTILE,
            "sentra": {"management": "weak", "product_quality": {"value": "strong", "by": HOSTILE}},
            "actors": {
                "x": {"kind": "cooperative", "name": FORMULA, "interest": "high"},
                "y": {"kind": "local_government", "influence": "high", "interest": "high"},
            },
        }
    )


@pytest.fixture(scope="module")
def parts(hostile: Case) -> list[Part]:
    """Return the whole report of that profile."""
    return contents([("a", hostile)], Lang.EN)


@pytest.fixture(scope="module")
def page(parts: list[Part]) -> str:
    """Return that report as a page."""
    return document(parts, ".html", Lang.EN, PAPER).decode()


def test_page_fetches_nothing_and_texts_of_a_profile_stay_text(page: str) -> None:
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)\s*=|url\((?!#)|@import", page)


def test_page_has_the_size_of_the_paper() -> None:
    for paper, size in ((Paper.F4, "215mm 330mm"), (Paper.A4, "210mm 297mm")):
        page = document([Heading("a", 1)], ".html", Lang.ID, paper).decode()
        assert f"@page {{ size: {size};" in page


def test_word_takes_the_letterhead_with_what_stands_in_it(
    parts: list[Part], tmp_path: Path
) -> None:
    letter = docx.Document()
    letter.add_paragraph("Dinas Perindustrian")
    letter.sections[0].page_width = docx.shared.Mm(210)
    letter.save(str(tmp_path / "kop.docx"))
    made = document(parts[:6], ".docx", Lang.EN, None, tmp_path / "kop.docx")
    told = docx.Document(io.BytesIO(made))
    assert told.paragraphs[0].text == "Dinas Perindustrian"
    assert (told.sections[0].page_width or 0) / docx.shared.Mm(1) == pytest.approx(210, abs=0.1)
    assert "<script>" in told.core_properties.title
    (tmp_path / "kop.docx").write_bytes(b"PK")
    with pytest.raises(InputError):
        document(parts[:1], ".docx", Lang.EN, None, tmp_path / "kop.docx")


def test_word_has_every_picture_with_its_words_and_the_paper_asked_for(parts: list[Part]) -> None:
    pictures = [part for part in parts if isinstance(part, Picture)]
    assert len(pictures) > 3
    made = docx.Document(io.BytesIO(document(pictures[:2], ".docx", Lang.EN, PAPER)))
    shown = made.element.xpath("//wp:docPr/@descr")
    assert shown == [picture.caption for picture in pictures[:2]]
    assert (made.sections[0].page_width or 0) / docx.shared.Mm(1) == pytest.approx(215, abs=0.1)


def test_no_cell_of_a_workbook_is_a_formula(parts: list[Part]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(document(parts, ".xlsx", Lang.EN, PAPER)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == FORMULA for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert len({name.casefold() for name in book.sheetnames}) > 10


def test_every_picture_is_whole_said_in_words_and_has_its_table(parts: list[Part]) -> None:
    for part in parts:
        if isinstance(part, Picture):
            root = ET.fromstring(part.svg)  # noqa: S314 – our own
            assert root.get("role") == "img"
            named = (root.get("aria-labelledby") or "").split()
            ids = {e.get("id"): "".join(e.itertext()) for e in root.iter() if e.get("id")}
            assert all(ids[name] for name in named)
            assert part.behind.rows


def test_every_conclusion_is_proved_down_to_what_was_stated(
    hostile: Case, parts: list[Part]
) -> None:
    def lines(node: Node) -> list[str]:
        return [node.text, *(line for below in node.below for line in lines(below))]

    told = [line for part in parts if isinstance(part, Node) for line in lines(part)]
    for fact in hostile.admitted:
        if fact.attribute in hostile.base.shown:
            assert hostile.view.describe(fact)[Lang.EN] in told
    assert any("stated: " in line for line in told)


def test_report_names_the_rule_base_and_asks_every_question(hostile: Case, page: str) -> None:
    assert hostile.recommendation.base.rules in page
    for question in hostile.recommendation.questions:
        assert question.question.en.replace("'", "&#x27;") in page


def _table(parts: list[Part], head: str) -> Grid:
    """Return the first table with a column of this name."""
    grids = (part.behind if isinstance(part, Picture) else part for part in parts)
    return next(g for g in grids if isinstance(g, Grid) and head in g.headers)


def test_map_says_who_is_borderline_as_stability_does(hostile: Case, parts: list[Part]) -> None:
    moved = {actor.actor.label.en for actor in stability(hostile).actors if actor.borderline}
    rows = _table(parts, "Influence").rows
    assert moved
    assert {row[1] for row in rows if "→" in row[4]} == moved
    drawn = next(part.svg for part in parts if isinstance(part, Picture))
    assert "stroke-dasharray" in drawn


def test_sequence_names_the_steps_that_a_step_waits_for(hostile: Case, parts: list[Part]) -> None:
    numbers = {row[3]: row[0] for row in _table(parts, "Waits for").rows}
    waits = {row[3]: row[4] for row in _table(parts, "Waits for").rows}
    view, found = hostile.view, 0
    for step in hostile.recommendation.strategies:
        for milestone in step.after:
            for other in hostile.recommendation.strategies:
                if milestone.id in {m for name in REACHES for m in view.values(name, other.id)}:
                    assert numbers[other.programme.en] in re.findall(
                        r"\d+", waits[step.programme.en]
                    )
                    found += 1
    assert found


def test_material_for_a_grant_tells_known_and_missing_apart(parts: list[Part]) -> None:
    tables = [p for p in parts if isinstance(p, Grid) and p.headers[:1] == ("Entry",)]
    told = {row[0]: row[1:] for grid in tables for row in grid.rows}
    assert told["Product quality"][0] == "strong"
    assert "script" in told["Product quality"][1]
    assert told["Licences held"] == ("☐ not known", "ask local government")


def test_several_sentra_are_compared_in_front(hostile: Case) -> None:
    told = several([Front(hostile, Lang.ID, "a"), Front(hostile, Lang.ID, "b")], Lang.ID)
    assert told[0] == Heading("Perbandingan 2 sentra", 1)
    pictures = [part for part in told if isinstance(part, Picture)]
    assert [len(picture.behind.headers) for picture in pictures] == [3, 3]


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_no_time_stands_in_a_file(parts: list[Part], ending: str) -> None:
    told = [part for part in parts if not isinstance(part, Picture)][:4]
    with zipfile.ZipFile(io.BytesIO(document(told, ending, Lang.EN, PAPER))) as archive:
        assert {part.date_time for part in archive.infolist()} == {ONCE.timetuple()[:6]}
        core = archive.read("docProps/core.xml").decode()
    times = re.findall(r"<dcterms:[^>]*>([^<]*)", core)
    assert {time.rstrip("Z") for time in times} == {ONCE.isoformat()}


@pytest.mark.thorough
@pytest.mark.slow
def test_same_profile_gives_the_same_bytes_whatever_the_order_of_hashes(tmp_path: Path) -> None:
    code = (
        "import sys; from hashlib import sha256; import kemitraan;"
        "from kemitraan.document.contents import contents;"
        "from kemitraan.document.files import document;"
        "from kemitraan.text import Lang;"
        "parts = contents([('a', kemitraan.examine('itabajo'))], Lang.ID);"
        "made = [document(parts, e, Lang.ID, None) for e in ('.html', '.md', '.docx', '.xlsx')];"
        "print([sha256(one).hexdigest() for one in made])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "engine", "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_faults_of_what_is_asked_are_told_at_once(tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_text("kept")
    with pytest.raises(InputError) as told:
        checked(there, tmp_path / "letter.docx", force=False)
    assert len(told.value.faults) == 3
    assert there.read_text() == "kept"


def test_page_and_markdown_need_no_packages_and_word_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "find_spec", lambda _: None)
    for ending in (".html", ".md"):
        checked(tmp_path / f"a{ending}", None, force=False)
    for ending in (".docx", ".xlsx"):
        with pytest.raises(InputError, match=r"kemitraan\[office\]"):
            checked(tmp_path / f"a{ending}", None, force=False)


def test_file_that_is_there_is_replaced_only_by_force(
    hostile: Case, parts: list[Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_text("kept")
    with pytest.raises(InputError):
        checked(file, None, force=False)
    checked(file, None, force=True)
    monkeypatch.setattr(files, "contents", lambda *_: parts)
    written([("a", hostile)], file, None, PAPER, Lang.EN)
    assert file.read_text("utf-8").startswith("# \\<script")


def test_no_column_is_narrower_than_its_longest_word() -> None:
    rows = (("1", "Pendampingan", "a " * 300), ("2", "x", ""))
    found = shares(Grid(rows, ("No.", "Langkah", "Ukuran")))
    assert found is not None
    assert sum(found) == pytest.approx(1)
    assert found[1] * 104 >= len("Pendampingan")
    assert found[0] * 104 >= len("No.")
    tight = shares(Grid((("a" * 20, "b" * 20, "c " * 900), ("x", "y", "d")), ()))
    assert tight is not None
    assert tight[0] * 104 >= 20
    assert shares(Grid((("a" * 60, "b" * 60),), ("x", "y"))) is None
