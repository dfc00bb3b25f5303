"""The form as it is made: what can be filled in, offered and printed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest

import kemitraan
from kemitraan.faults import InputError
from kemitraan.form.command import read
from kemitraan.form.files import new_form
from kemitraan.interview.start import _Start
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.asked import all_inputs, opening
from kemitraan.scenario.read import load_scenario
from kemitraan.text import Lang
from tests.form.sheets import blank, fill, find, named

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", list(Lang))
def test_every_question_has_one_row_and_what_settles_most_stands_first(lang: Lang) -> None:
    book, base = blank(lang), load_rulebase()
    known = all_inputs(base)
    codes = [[row[0].value for row in sheet.iter_rows()] for sheet in book.worksheets]
    asked = [code for sheet in codes for code in sheet if code in known]
    assert sorted(asked) == sorted(known)
    assert [code for code in codes[0] if code in known] == opening(base)


def test_only_what_is_to_be_filled_in_can_be_changed() -> None:
    sheet, row = find(blank(), "management")
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not any(cell.protection.locked for cell in sheet[row][3:])
    assert all(cell.protection.locked for cell in sheet["B"])


def test_answers_are_offered_with_what_each_level_means() -> None:
    sheet, row = find(blank(), "product_quality")
    check = next(v for v in sheet.data_validations.dataValidation if f"D{row}" in v.sqref)
    _, span = check.formula1.split("!")
    offered = [c.value for (c,) in blank()["_"][span.replace("$", "")]]
    meanings = str(sheet.cell(row, 3).value)
    assert len(offered) == 3
    assert all(f"{word}: " in meanings for word in offered)


def test_it_prints_as_wide_as_the_paper_with_its_headings_on_every_page() -> None:
    for sheet in blank().worksheets:
        if sheet.sheet_state == "visible":
            assert (str(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth) == ("9", 1)
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.sheet_properties.pageSetUpPr
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.print_title_rows


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a form on the paper of offices, filled in with what could be taken for formulas."""
    profile = tmp_path_factory.mktemp("form") / "a.yaml"
    profile.write_text('id: a\nname: "=1+1"\nsentra: {vision: "+cmd", management: weak}\n', "utf-8")
    made = profile.with_suffix(".xlsx")
    new_form(made, str(profile), Lang.EN, "f4")
    return made


def test_no_text_of_a_profile_is_a_formula(filled: Path) -> None:
    book = openpyxl.load_workbook(filled)
    assert str(book.worksheets[0].page_setup.paperSize) == "14"
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert "=1+1" in [c.value for c in cells if c.data_type == "s"]
    assert [c.value for c in cells if c.data_type == "f"] == []


def test_a_form_is_taken_wherever_a_profile_is(filled: Path) -> None:
    assert kemitraan.scenario_check([filled]).good
    assert load_scenario(str(filled), load_rulebase()).name == "=1+1"


def test_a_form_is_no_overlay_and_it_is_said_where_what_ifs_are_written(filled: Path) -> None:
    with pytest.raises(InputError, match="kemitraan form cases"):
        kemitraan.examine({"id": "a", "name": "A"}, overlays=[filled])


def test_an_interview_goes_on_with_a_form_and_leaves_it_as_it_is(filled: Path) -> None:
    before = filled.read_bytes()
    profile, file = _Start(Lang.EN).opened(str(filled), filled.with_name("b.yaml"), load_rulebase())
    assert profile == {"id": "a", "name": "=1+1", "actors": {},
                       "sentra": {"vision": "+cmd", "management": "weak"}}  # fmt: skip
    assert (file.name, filled.read_bytes()) == ("b.yaml", before)


def test_faults_are_written_into_a_copy_as_notes_at_their_cells(tmp_path: Path) -> None:
    book = named()
    sheet, cell = fill(book, "management", value="so-so").split("!")
    book.save(tmp_path / "form.xlsx")
    noted = tmp_path / "noted.xlsx"
    with pytest.raises(InputError):
        read(tmp_path / "form.xlsx", notes=noted, lang=Lang.EN)
    note = openpyxl.load_workbook(noted)[sheet][cell].comment
    assert note is not None
    assert "'so-so' is unknown" in note.text


def test_a_file_that_is_there_is_written_over_only_where_that_is_said(tmp_path: Path) -> None:
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"mine")
    with pytest.raises(InputError, match="already exists"):
        new_form(there, None, Lang.EN, "a4")
    assert there.read_bytes() == b"mine"
    new_form(there, None, Lang.EN, "a4", force=True)
    assert there.read_bytes() != b"mine"
    assert [*tmp_path.iterdir()] == [there]


@pytest.mark.slow
def test_without_the_library_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from kemitraan.__main__ import main\n"
        f"sys.argv = ['kemitraan', 'form', 'new', {str(tmp_path / 'a.xlsx')!r}, '--lang', 'en']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'pip install "kemitraan[office]"' in done.stderr
