"""Tables as offices keep them: read, refused or put right row by row; written so that none acts."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
import typer
import yaml
from openpyxl import Workbook, load_workbook

from kemitraan.cli import app
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.portfolio.headings import Headings
from kemitraan.portfolio.notes import notes
from kemitraan.portfolio.recommend_all import opened, recommend_all

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.portfolio.result import Portfolio

OFFICE = (
    "No;Cabang/Jenis Industri;Nama Sentra;KBLI;Alamat;Desa/Kelurahan;Kecamatan/Kapanewon;Kontak;"
    "Telp;Unit Usaha;Tenaga Kerja;Nilai Investasi;Kapasitas Produksi;Satuan;Nilai Produksi;"
    "Nilai BB/BP"
)


def quick(path: Path) -> Portfolio:
    return recommend_all(path, quick=True)


def run(*words: str) -> int:
    """Run the command in this process; return its exit code."""
    return int(typer.main.get_command(app).main(list(words), "kemitraan", standalone_mode=False))


def verdicts(found: Portfolio) -> list[list[str]]:
    """Return the verdict on each type, row by row."""
    types = [c.id for c in found.columns if f"{c.id}_waits_for" in {o.id for o in found.columns}]
    types.remove("readiness")
    return [[v.id for t in types for v in row.advice.get(t, ())] for row in found.sentra]


def test_headings_of_offices_are_taken_as_they_are_and_say_nothing_they_do_not_mean() -> None:
    heads = Headings(load_rulebase().vocabulary)
    roles = {h: heads.meaning(0, h).role for h in OFFICE.split(";")}
    meant = {h: role for h, role in roles.items() if role != "untouched"}
    assert meant == {
        "Cabang/Jenis Industri": "industry",
        "Nama Sentra": "name",
        "KBLI": "fact",
        "Kecamatan/Kapanewon": "district",
    }
    assert not list(heads.notes(heads.columns("t", 1, OFFICE.split(";"))))


def test_ids_and_labels_of_both_languages_are_headings_and_near_misses_are_named() -> None:
    heads = Headings(load_rulebase().vocabulary)
    words = ("management", "Manajemen", "Management", "kode KBLI 2020", "bank.interest")
    found = [heads.meaning(0, word) for word in (*words, "Pemerintah daerah: kepentingan")]
    assert [c.word for c in found[:4]] == ["management"] * 3 + ["kbli"]
    assert (found[5].subject, found[5].word) == ("local_government", "interest")
    columns = heads.columns("t", 1, ["nama sentra", "manajemn"])
    (note,) = heads.notes(columns)
    assert "manajemen" in note.id


def test_heading_by_which_an_office_means_something_else_is_carried(tmp_path: Path) -> None:
    """`Produk` is an aspect that is rated; here it tells what is made."""
    path = tmp_path / "t.csv"
    made = ("Songke", "Abon ikan", "Kopi bubuk")
    path.write_text("nama;Produk\n" + "".join(f"A;{one}\n" for one in made), "utf-8")
    run = opened(path, quick=True)
    (note,) = run.headings.notes(run.columns)
    assert "'Produk' dibawa apa adanya" in note.id
    assert not any(row.faults for row in quick(path).sentra)
    path.write_text("nama;Produk\nA;lemah\n" + "".join(f"A;{one}\n" for one in made), "utf-8")
    assert [bool(row.faults) for row in quick(path).sentra] == [False, True, True, True]


def test_two_columns_that_say_the_same_are_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("nama;management;Manajemen\nA;weak;kuat\n", "utf-8")
    with pytest.raises(InputError, match="column C 'Manajemen' means the same as column B"):
        opened(tmp_path / "t.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_in_any_of_its_forms(encoding: str, separator: str, tmp_path: Path) -> None:
    lines = [["DAFTAR SENTRA – 2025"], [], ["Nama sentra", "KBLI"], ["1", "2"],
             ["Kué Café", "10710"], [], ["Tenun, halus", "13121"]]  # fmt: skip
    path = tmp_path / "t.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(lines)
    found = quick(path)
    assert [(row.row, row.name) for row in found.sentra] == [(5, "Kué Café"), (7, "Tenun, halus")]
    assert verdicts(found)[0] == ["candidate", "not_suited"]


def test_what_is_no_table_is_refused_with_a_remedy(tmp_path: Path) -> None:
    for name, content, said in (
        ("a.csv", "nama;KBLI\nA;10\n".encode("utf-16"), "no plain text"),
        ("b.csv", b"nama;KBLI\nA\x81;10\n", "neither UTF-8 nor Windows-1252"),
        ("c.csv", b"\n\n", "no sentra below"),
        ("d.csv", b"x;y\nq;r\n", "no heading is known"),
        ("e.xlsx", b"nama;KBLI\n", "no Excel workbook"),
        ("f.ods", b"", "this ending"),
        ("g.csv", b'nama;KBLI\n"' + b"a" * 140_000, "a cell of more than"),
        ("none.csv", None, "cannot be read"),
    ):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError) as caught:
            quick(path)
        (fault,) = caught.value.faults
        assert said in fault.what.en
        assert fault.fix.en


def test_rows_with_faults_are_set_aside_by_row_and_column_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    lines = (
        "nama sentra;manajemen;catatan",
        "A;kuat;=1+1",
        "B;bagus sekali;tetap",
        "C;lemah;x;lebih",
    )
    path.write_text("\n".join(lines), "utf-8")
    found = quick(path)
    assert found.summary.set_aside == 2
    good, wrong, beyond = found.sentra
    assert good.advice
    assert not good.faults
    assert (wrong.row, wrong.advice, wrong.cells["catatan"]) == (3, {}, "tetap")
    assert wrong.faults[0].en.startswith("column B: Management: 'bagus sekali' is unknown")
    assert "headings: lebih" in beyond.faults[0].en


def test_written_table_keeps_all_cells_and_holds_no_formula(tmp_path: Path) -> None:
    path, out = tmp_path / "t.csv", tmp_path / "out.csv"
    acting = ['=HYPERLINK("x")', "+62 812", "-1", "@SUM(A1)", "\t=1"]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["nama sentra", "=judul"], *([f"S{n}", a] for n, a in
                                                                  enumerate(acting))])  # fmt: skip
    assert run("portfolio", str(path), "-o", str(out), "--quick", "--lang", "id") == 0
    head, *rows = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert [row[0] for row in rows] == [f"S{n}" for n in range(5)]
    assert [row[1].lstrip("'") for row in rows] == [text.strip() for text in acting]
    for cell in (cell for row in [head, *rows] for cell in row):
        assert cell == "-1" or not cell.startswith(("=", "+", "-", "@"))


def test_no_file_is_written_over_unless_forced_and_none_is_written_in_part(tmp_path: Path) -> None:
    path, out = tmp_path / "t.csv", tmp_path / "out.csv"
    path.write_text("nama sentra;manajemen\nA;kuat\n", "utf-8")
    out.write_text("before", "utf-8")
    words = ("portfolio", str(path), "-o", str(out), "--quick")
    with pytest.raises(InputError, match="--force"):
        run(*words)
    assert out.read_text("utf-8") == "before"
    assert run(*words, "--force") == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.csv", "t.csv"]


def test_workbook_is_read_as_it_is_seen(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    book.create_sheet("Catatan").append(["apa saja"])
    for row in (["DATA SENTRA"], [], ["Nama sentra", "KBLI", "Kapasitas terhadap permintaan"],
                ["A", 10214, 0.72], ["B", "13121; 10130", None], [None, None, None],
                ["C", 25931.0, "banyak"]):  # fmt: skip
        sheet.append(row)
    sheet["C4"].number_format = "0%"
    book.save(tmp_path / "t.xlsx")
    found = quick(tmp_path / "t.xlsx")
    assert [row.row for row in found.sentra] == [4, 5, 7]
    assert found.sentra[0].cells["Kapasitas terhadap permintaan"] == "72%"
    assert verdicts(found)[:2] == [["candidate", "not_suited"], ["candidate", "candidate"]]
    assert found.sentra[2].faults


def test_summary_counts_by_district_and_industry(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "nama;kecamatan;jenis industri;KBLI\nA;Hulu;Pangan;10\nB;Hilir;Tekstil;13\nC;Hulu;;10\n",
        "utf-8",
    )
    summary = quick(path).summary
    assert (summary.rows, summary.set_aside) == (3, 0)
    groups = {(g.by.id, g.name.en): g for g in summary.groups}
    assert {key: g.rows for key, g in groups.items()} == {
        ("district", "Hulu"): 2, ("district", "Hilir"): 1, ("industry", "(not stated)"): 1,
        ("industry", "Pangan"): 1, ("industry", "Tekstil"): 1,
    }  # fmt: skip
    food = groups["district", "Hulu"].tallies[0]
    assert [(c.id, c.rows) for c in food.counts] == [("candidate", 2)]


def test_kbli_tells_the_product_as_an_assumption_that_can_be_chosen_otherwise(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("nama sentra;KBLI\nA;13121\n", "utf-8")
    told = {
        choice: verdicts(recommend_all(path, quick=True, assume={"kbli_use": choice}))[0]
        for choice in ("class_of_goods", "food_only", "not_used")
    }
    (note,) = notes(opened(path, quick=True))
    assert note.en.startswith("column B 'KBLI' is read by assumption A-46 KBLI as a hint")
    assert note.en.endswith("--assume kbli_use=food_only|not_used")
    assert told["class_of_goods"] == ["not_suited", "candidate"]
    assert told["food_only"] == told["not_used"] == ["open", "open"]


def test_workbook_written_holds_rows_and_summary_and_no_formula(tmp_path: Path) -> None:
    path, out = tmp_path / "t.csv", tmp_path / "out.xlsx"
    path.write_text('nama sentra;KBLI;catatan\nA;08930;"=1+1"\nB;10;\x07\n', "utf-8")
    assert run("portfolio", str(path), "-o", str(out), "--quick", "--lang", "id") == 0
    book = load_workbook(out)
    assert book.sheetnames == ["Sentra", "Rangkuman"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    rows = list(book["Sentra"].iter_rows(values_only=True))
    assert rows[1][:3] == ("A", "08930", "=1+1")
    before = out.read_bytes()
    assert run("portfolio", str(path), "-o", str(out), "--quick", "--lang", "id", "--force") == 0
    assert out.read_bytes() == before
    assert rows[2][1] == "10"


def test_folder_of_profiles_is_a_table_too(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("id: b\nname: B\nsentra:\n  management: sturdy\n", "utf-8")
    (tmp_path / "a.yml").write_text(
        "id: a\nname: A\nactors:\n  dinas: {kind: local_government, name: Dinas X}\n", "utf-8"
    )
    (tmp_path / "notes.txt").write_text("no profile", "utf-8")
    found = quick(tmp_path)
    assert [(row.row, row.cells["file"]) for row in found.sentra] == [(1, "a.yml"), (2, "b.yaml")]
    assert found.sentra[0].advice["step_1"][0].label.id.startswith("Dinas X: ")
    assert "'sturdy'" in found.sentra[1].faults[0].en


def test_row_is_written_as_a_profile_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "nama sentra;tahun penilaian;segmen pasar;bank.interest;manajemen;association\n"
        "Tenun Hulu;2025;hotel, restoran;tinggi;ya?;ya\nB;;;;lemah;tidak\n",
        "utf-8",
    )
    assert run("portfolio", str(path), "--row", "3") == 0
    document = yaml.safe_load(capsys.readouterr().out)
    assert document == {"id": "b", "name": "B", "sentra": {"management": "lemah"}}
    with pytest.raises(InputError, match="column E"):
        run("portfolio", str(path), "--row", "2")
    with pytest.raises(InputError, match="there is no row 9"):
        run("portfolio", str(path), "--row", "9")


def test_actor_that_takes_no_part_is_told_nothing_of(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "nama;association;association.interest\nA;tidak;tinggi\nB;tidak;\nC;;tinggi\n", "utf-8"
    )
    found = quick(path)
    assert [bool(row.faults) for row in found.sentra] == [True, False, False]


def test_rows_for_a_data_frame_are_the_table_with_its_advice(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("nama sentra;KBLI\nA;10\nB;x\n", "utf-8")
    found = quick(path)
    good, wrong = found.rows(lang="en")
    assert (good["KBLI"], good["supply_chain"], good["faults"]) == ("10", "candidate", "")
    assert wrong["supply_chain"] == ""
    assert "'x' is unknown" in str(wrong["faults"])
    assert found.rows("summary")[0]["rows"] == 1
    assert "<td>A</td>" in found._repr_html_()


def test_columns_of_the_same_heading_and_of_none_are_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("nama;satuan;;satuan\nA;kg;x;ton\n", "utf-8")
    (row,) = quick(path).sentra
    assert row.cells == {"nama": "A", "satuan": "kg", "C": "x", "satuan (2)": "ton"}


def test_tables_that_would_fill_the_memory_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    book.save(tmp_path / "t.xlsx")
    monkeypatch.setattr("kemitraan.portfolio.xlsx_file._MOST_BYTES", 1000)
    with pytest.raises(InputError, match="once unpacked"):
        quick(tmp_path / "t.xlsx")
    (tmp_path / "wide.csv").write_text("nama" + ";x" * 1000 + "\nA\n", "utf-8")
    with pytest.raises(InputError, match="1001 columns, at most 1000"):
        quick(tmp_path / "wide.csv")
    (tmp_path / "long.csv").write_text("nama;KBLI\n" + "A;10\n" * 9, "utf-8")
    monkeypatch.setattr("kemitraan.portfolio.csv_file.MOST_ROWS", 5)
    with pytest.raises(InputError, match="more than"):
        quick(tmp_path / "long.csv")
