"""The what-if sheet: each case is what `whatif` makes of it, and is held against expectations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.form.cases import run_cases
from kemitraan.form.cases_report import with_results
from kemitraan.form.command import cases
from kemitraan.form.files import new_form
from kemitraan.knowledge.load import load_rulebase
from kemitraan.recommendation.differences import differences, told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.text import Lang
from tests.form.sheets import fill, named

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case

PROFILE = {"product_character": "food", "management": "weak", "market_interest": "yes"}
HEADS = ("Case", "management", "Minat pasar", "→ Kesiapan bermitra", "A-10", "buyer: interest")


def book_of(*rows: tuple[object, ...], heads: tuple[object, ...] = HEADS) -> Any:
    """Return a form of a small profile with a sheet of these cases."""
    book = named()
    for code, value in PROFILE.items():
        fill(book, code, value=value)
    actors = book.create_sheet("Actors")
    actors.append(("Kind", "Name", "Interest"))
    actors.append(("buyer", "Buyer", "low"))
    sheet = book.create_sheet("What if")
    for row in (("What if",), heads, *rows):
        sheet.append(row)
    return book


def saved(book: Any, folder: Path) -> Path:
    file = folder / "cases.xlsx"
    book.save(file)
    return file


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook of a few cases, one of which is not as it is expected to be."""
    rows = (
        ("base", None, None, "siap"),
        ("better", "strong", "?", None),
        ("others", None, None, "Perlu pembenahan", "by_kind", "Tinggi"),
    )
    return saved(book_of(*rows), tmp_path_factory.mktemp("cases"))


def lines(case: Case) -> Lines:
    return Lines(case.view, told_of(case.view, case.admitted))


def test_a_case_makes_the_difference_that_whatif_makes_of_its_changes(file: Path) -> None:
    found = run_cases(file, load_rulebase())
    profile = {"id": "a", "name": "A", "sentra": PROFILE,
               "actors": {"buyer": {"kind": "buyer", "interest": "low"}}}  # fmt: skip
    before = lines(examine(profile))
    for one, settings, assume in zip(
        found.told,
        ((), ("management=strong", "market_interest=?"), ("buyer.interest=high",)),
        ((), (), ("grouping_rule=by_kind",)),
        strict=True,
    ):
        expected = differences(before, lines(examine(profile, settings=settings, assume=assume)))
        assert [(d.id, d.added, d.gone) for d in one.differences] == [
            (d.id, d.added, d.gone) for d in expected
        ]
        assert len(one.edits) == len(settings) + len(assume)
    assert found.told[1].differences


def test_what_is_expected_is_compared_and_kept_with_the_results(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.xlsx"
    assert cases(file, kept, lang=Lang.EN) == 1
    assert "Not as expected: results 1 of 2." in capsys.readouterr().out
    sheet = openpyxl.load_workbook(kept)["What if"]
    assert sheet["D3"].value == "siap"
    assert "expected: siap" in str(sheet["D3"].comment)
    assert sheet["D4"].value == run_cases(file, load_rulebase()).told[1].outcomes[0].found.en
    assert sheet["D5"].value == "Perlu pembenahan"
    again = run_cases(kept, load_rulebase())
    assert (again.expected, again.missed) == (3, 1)


def test_every_fault_of_the_cases_comes_at_once_with_its_cell(tmp_path: Path) -> None:
    book = book_of(
        ("a", "so-so"), (None, "weak"), heads=("Case", "Management", "Managment", "→ no such thing")
    )
    with pytest.raises(InputError) as refused:
        run_cases(saved(book, tmp_path), load_rulebase())
    told = "\n".join(fault.format(Lang.EN) for fault in refused.value.faults)
    assert "What if!B3: Management: 'so-so' is unknown" in told
    assert "What if!B4: a case without a name" in told
    assert "What if!C2: the heading 'Managment' is unknown. Did you mean 'Management'?" in told
    assert "What if!D2: the heading 'no such thing' is unknown" in told


@pytest.mark.slow
def test_a_new_sheet_of_cases_asks_for_the_verdicts_and_has_the_base_in_it(tmp_path: Path) -> None:
    file = tmp_path / "new.xlsx"
    new_form(file, "garam-kedung", Lang.ID, "a4", cases=True)
    found = run_cases(file, load_rulebase())
    assert [(one.name, one.edits, one.differences) for one in found.told] == [("dasar", (), ())]
    assert "Kesiapan bermitra" in [o.heading for o in found.told[0].outcomes]
    assert len(found.told[0].outcomes) > 1
    assert with_results(file, found, Lang.ID) == with_results(file, found, Lang.ID)
