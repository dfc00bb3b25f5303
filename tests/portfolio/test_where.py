"""Conditions on rows, and columns by name: in both languages, each fault with what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.faults import InputError
from kemitraan.portfolio.recommend_all import recommend_all
from kemitraan.portfolio.where import figure

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    "nama sentra;kecamatan;tenaga kerja;KBLI;manajemen;konteks pariwisata daerah;segmen pasar\n"
    "A;Hulu;1.250;10;kuat;kuat;hotel\nB;Hulu;90;10;;;\nC;Hilir Barat;7;13;lemah;;\nD;;;13;sedang;;"
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("where") / "t.csv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("supply_chain = recommended", "A"),
        ("supply_chain >= candidate", "AB"),
        ("Rantai pasok pangan pariwisata >= calon dan bukan supply_chain = dianjurkan", "B"),
        ("readiness = cannot be assessed yet", "ABD"),
        ("readiness > belum dapat dinilai", "C"),
        ("kesiapan != belum dapat dinilai", "C"),
        ("management <= developing", "CD"),
        ("manajemen = ?", "B"),
        ("kecamatan = 'hilir barat' or tenaga kerja >= 1250", "AC"),
        ("district in (Hulu, Hilir Barat) and tenaga kerja < 1000", "BC"),
        ("district not in (Hulu)", "CD"),
        ("district = ?", "D"),
        ("not (management = weak or management = strong) and KBLI = 13", "D"),
        ("food_made = yes", "AB"),
        ("readiness >= need", "C"),
    ],
)
def test_condition_picks_the_rows_of_which_it_holds(
    condition: str, names: str, table: Path
) -> None:
    found = recommend_all(table, quick=True, where=condition)
    assert "".join(row.name for row in found.sentra) == names


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("readines = ready", ["name 'readines' is unknown. Did you mean 'readiness'"]),
        ("readiness = redy", ["readiness: 'redy' is unknown. Did you mean 'ready'"]),
        ("managment = weak or kecamatn = x", ["Did you mean 'management'", "mean 'kecamatan'"]),
        ("market_segments > hotel", ["'market_segments' has no order"]),
        ("tenaga kerja > banyak", ["'banyak': no number"]),
        ("readiness >=", ["it ends too early"]),
        ("readiness = ready)", ["near ')'"]),
        ("readiness ready", ["it ends too early"]),
        ("(" * 60 + "readiness = ready", ["near '('"]),
        ('readiness = "ready', ["near"]),
    ],
)
def test_faults_of_a_condition_are_told_with_what_was_meant(
    condition: str, said: list[str], table: Path
) -> None:
    with pytest.raises(InputError) as caught:
        recommend_all(table, quick=True, where=condition)
    told = str(caught.value)
    assert told.startswith("--where: ")
    assert len(caught.value.faults) == len(said)
    for text in said:
        assert text in told


def test_columns_are_selected_by_heading_label_or_id(table: Path) -> None:
    found = recommend_all(table, quick=True, select=["nama sentra, Kesiapan", "supply_chain"])
    assert [column.id for column in found.columns] == ["readiness", "supply_chain"]
    assert list(found.sentra[0].cells) == ["nama sentra"]
    with pytest.raises(InputError, match="--select: the column 'redness' is unknown"):
        recommend_all(table, select=["redness"])


def test_figures_are_read_as_offices_write_them() -> None:
    written = {
        "Rp 1.250.000,00": 1_250_000, "1,250,000.50": 1_250_000.5, "1.250": 1250, "0,75": 0.75,
        "12": 12, "72%": 72, "-3,5": -3.5, "0.125": 0.125, "dua": None, "12 ton": None, "1.2.": 12,
    }  # fmt: skip
    assert {text: figure(text) for text in written} == written


def test_what_overlays_change_is_told_row_by_row_and_counted(table: Path) -> None:
    found = recommend_all(table, quick=True, settings=["tourism_context=weak", "management=weak"])
    changed = {row.name: [v.id for v in row.advice["changed"]] for row in found.sentra}
    assert "readiness: not_assessable > needs_repair" in changed["A"]
    assert changed["C"] == []
    with pytest.raises(InputError, match="--set: there is no column on an actor 'bank'"):
        recommend_all(table, settings=["bank.interest=low"])
    tally = found.summary.tallies[0]
    assert tally.id == "changed"
    assert sum(c.rows for c in tally.counts) == sum(map(len, changed.values()))
