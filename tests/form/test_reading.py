"""What offices write in a form is understood; what cannot be is refused with its cell."""

from __future__ import annotations

import datetime as dt
import io
import struct
import tracemalloc
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kemitraan.scenario import sheets
from kemitraan.scenario.cells import date_of, figure_of
from kemitraan.text import Lang
from tests.form.sheets import changeable, fill, find, named, read, said

if TYPE_CHECKING:
    from pathlib import Path


def test_labels_of_either_language_and_capitals_are_understood(tmp_path: Path) -> None:
    book, words = named(), {"management": "Strong", "product": " KUAT ", "promotion": "kuat"}
    for code, word in words.items():
        fill(book, code, value=word)
    found, faults = read(book, tmp_path)
    assert faults == []
    assert found is not None
    assert {c.subject: c.value for c in found.claims} == dict.fromkeys(words, "strong")


def test_what_people_write_for_unknown_is_unknown(tmp_path: Path) -> None:
    book = named()
    codes = ("management", "product", "promotion", "sop", "licences", "vision", "forum")
    for code, word in zip(codes, ("-", "–", "n/a", "N/A", "?", "  ", None), strict=True):
        fill(book, code, value=word)
    found, faults = read(book, tmp_path)
    assert faults == []
    assert found is not None
    assert found.claims == ()


def test_a_cell_shown_as_per_cent_is_one_of_per_cent(tmp_path: Path) -> None:
    book = named()
    where = fill(book, "product_quality", value=0.72)
    sheet, cell = where.split("!")
    book[sheet][cell].number_format = "0%"
    assert said(book, tmp_path, "product_quality") == [72]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Rp 1.250.000,00", "1250000,00"),
        ("1.250.000", "1250000"),
        ("72,5", "72,5"),
        ("0.95", "0.95"),
    ],
)
def test_numbers_are_read_as_indonesians_write_them(written: str, read_as: str) -> None:
    assert figure_of(written) == (read_as, False)


def test_a_number_that_may_be_two_is_refused(tmp_path: Path) -> None:
    book = named()
    where = fill(book, "mentoring_months", value="1.250")
    assert read(book, tmp_path)[1] == [
        f"{tmp_path}/form.xlsx, {where}: '1.250' may be two numbers. Write 1250 or 1,250."
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("14/3/2025", "2025-03-14"),
        ("14-03-2025", "2025-03-14"),
        ("14 Maret 2025", "2025-03-14"),
        ("Agustus 2025", "2025-08"),
        ("2025", "2025"),
        ("3/2025", "2025-03"),
        ("kemarin", "kemarin"),
    ],
)
def test_dates_are_read_as_offices_write_them(written: str, read_as: str) -> None:
    assert date_of(written) == read_as


def test_a_date_of_excel_is_a_date(tmp_path: Path) -> None:
    book = named()
    fill(
        book, "management", value="kuat", on=dt.datetime(2025, 3, 14), by="Kabid", source="BAP; SK"
    )
    found, faults = read(book, tmp_path)
    assert faults == []
    assert found is not None
    claim = found.claims[0]
    assert (claim.on, claim.by, claim.source) == ("2025-03-14", "Kabid", ("BAP", "SK"))


def test_several_answers_stand_in_one_cell(tmp_path: Path) -> None:
    book = named()
    fill(book, "market_segments", value="Hotel; restoran\nhousehold")
    assert said(book, tmp_path, "market_segments") == ["hotel", "restaurant", "household"]


@pytest.mark.parametrize("written", [2020, "sejak 2020", "since 2020", 5])
def test_a_year_and_a_span_of_years_are_told_apart(written: object, tmp_path: Path) -> None:
    book = named()
    fill(book, "assessed_on", value=2025)
    fill(book, "years_operating", value=written)
    assert said(book, tmp_path, "years_operating") == [5]


@pytest.mark.slow
def test_columns_and_rows_may_move_and_heads_be_merged(tmp_path: Path) -> None:
    book = changeable(Lang.ID)
    fill(book, "name", value="Sentra Kopi Bajawa")
    fill(book, "management", value="sedang")
    sheet = book["Mulai"]
    for span in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(span))
    sheet.insert_rows(3, 4)
    sheet.insert_cols(4)
    sheet.merge_cells("B1:F2")
    assert said(book, tmp_path, "management") == ["developing"]


def test_a_question_is_known_by_its_label_where_the_code_is_gone(tmp_path: Path) -> None:
    book = named()
    fill(book, "management", value="weak", question="Management\nHow is this aspect rated?")
    sheet, row = find(book, "management")
    sheet.cell(row, 1).value = None
    assert said(book, tmp_path, "management") == ["weak"]


def test_actors_need_no_more_than_a_kind(tmp_path: Path) -> None:
    book = named()
    sheet = book.create_sheet("Actors")
    for row in (
        ("Kind", "Name", "Interest"),
        (),
        ("Cooperative", "KUD Maju", "tinggi"),
        ("koperasi",),
        (),
        ("media",),
    ):
        sheet.append(row)
    found, faults = read(book, tmp_path)
    assert faults == []
    assert found is not None
    assert {(a.id, a.kind, a.name) for a in found.actors} == {
        ("kud_maju", "cooperative", "KUD Maju"),
        ("cooperative", "cooperative", ""),
        ("media", "media", ""),
    }
    assert [c.subject for c in found.claims if c.attribute == "interest"] == ["kud_maju"]


def test_every_fault_comes_at_once_with_its_cell(tmp_path: Path) -> None:
    book = named(None)
    first = fill(book, "management", value="so-so", on="yesterday")
    second = fill(book, "product_quality", value=3.4)
    third = fill(book, "sop", note="to be asked")
    told = "\n".join(read(book, tmp_path)[1])
    assert f"{first}: Management: 'so-so' is unknown" in told
    assert "'yesterday' is no date" in told
    assert f"{second}: Product quality: 3.4, on a scale of 1–5? Write 3.4/5" in told
    assert f"{third.split('!')[0]}!" in told
    assert "a remark without an answer" in told
    assert "the name of the sentra is not filled in" in told


def test_what_is_not_a_form_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "anything"
    assert "there is no form in this workbook" in read(book, tmp_path)[1][0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "has a password, or is of the old Excel format"),
        (b"id: a\nname: b\n", "this is no Excel workbook"),
        (b"", "this is no Excel workbook"),
    ],
)
def test_other_files_named_as_a_workbook_are_refused(
    content: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / "form.xlsx").write_bytes(content)
    faults: list[Any] = []
    assert sheets.read_sheets((tmp_path / "form.xlsx").read_bytes(), "form.xlsx", faults) == []
    assert told in faults[0].format(Lang.EN)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    named().save(tmp_path / "good.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "good.xlsx") as good,
        zipfile.ZipFile(tmp_path / "form.xlsx", "w") as out,
    ):
        for name in good.namelist():
            whole = good.read(name)
            out.writestr(name, whole[: len(whole) // 2] if name.startswith("xl/work") else whole)
    faults: list[Any] = []
    assert sheets.read_sheets((tmp_path / "form.xlsx").read_bytes(), "form.xlsx", faults) == []
    assert "damaged" in faults[0].format(Lang.EN)


def test_a_workbook_that_unpacks_to_very_much_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "form.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", b"0" * (sheets.MAX_UNPACKED + 1))
    faults: list[Any] = []
    assert sheets.read_sheets((tmp_path / "form.xlsx").read_bytes(), "form.xlsx", faults) == []
    assert "too large" in faults[0].format(Lang.EN)


@pytest.mark.parametrize(
    ("packed", "told"),
    [(zipfile.ZIP_DEFLATED, "is damaged"), (zipfile.ZIP_LZMA, "is no Excel workbook")],
)
def test_a_workbook_that_says_it_is_small_is_not_unpacked_either(packed: int, told: str) -> None:
    made, small, zeros = io.BytesIO(), b"0" * 100, b"0" * 60_000_000
    with zipfile.ZipFile(made, "w", packed) as out:
        out.writestr("xl/workbook.xml", zeros)
    lied = made.getvalue()
    for told_of in (len, zlib.crc32):
        lied = lied.replace(struct.pack("<I", told_of(zeros)), struct.pack("<I", told_of(small)))
    faults: list[Any] = []
    tracemalloc.start()
    assert sheets.read_sheets(lied, "form.xlsx", faults) == []
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told in faults[0].format(Lang.EN)
    assert most < len(zeros) / 2


def test_a_sheet_of_very_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 50)
    book = named()
    book["Start"]["B60"] = "far down"
    assert "more than 50 rows" in read(book, tmp_path)[1][0]


def test_what_stands_beyond_the_columns_and_sheets_of_a_form_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = named()
    book["Start"].cell(2, sheets.MAX_COLUMNS + 1).value = "far out"
    assert "Start: more than 500 columns" in read(book, tmp_path)[1][0]
    monkeypatch.setattr(sheets, "MAX_SHEETS", 1)
    book.create_sheet("Second")
    assert "more than 1 sheets" in read(book, tmp_path)[1][0]


def test_a_formula_without_a_value_is_refused_and_none_is_reckoned(tmp_path: Path) -> None:
    book = named()
    where = fill(book, "management", value='=IF(1,"kuat","")')
    told = read(book, tmp_path)[1]
    assert told == [
        f"{tmp_path}/form.xlsx, {where}: this formula has given no value. Write the value."
    ]
