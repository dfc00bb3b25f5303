"""The summary of a portfolio as a document: pictures that say what the tables behind them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kemitraan.document.files import document
from kemitraan.portfolio.pictures import with_pictures
from kemitraan.portfolio.recommend_all import opened
from kemitraan.portfolio.report import portfolio_parts
from kemitraan.portfolio.summary import Summing
from kemitraan.report.parts import Picture
from kemitraan.text import Lang
from tests.command import ROOT, kemitraan

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.portfolio.summary import Summary
    from kemitraan.report.parts import Part

TABLE = ROOT / "scenarios" / "contoh-dinas.csv"


@pytest.fixture(scope="module")
def told() -> tuple[Summary, list[Part]]:
    run = opened(str(TABLE), quick=True)
    summing = Summing(run)
    for _ in summing.of(run.told()):
        pass
    summary = summing.summary()
    return summary, with_pictures(portfolio_parts(run, summary, (), Lang.EN), summary, Lang.EN)


@pytest.mark.slow
def test_bars_count_every_row_once_in_its_group(told: tuple[Summary, list[Part]]) -> None:
    summary, parts = told
    pictures = [part for part in parts if isinstance(part, Picture)]
    assert len(pictures) == 8
    assert len({picture.caption for picture in pictures}) == 8
    sizes = {group.name.en: group.rows for group in summary.groups}
    readiness = [p for p in pictures if p.caption.startswith("Readiness")]
    assert readiness
    for picture in readiness:
        counts = {name: int(every) for name, *_, every in picture.behind.rows}
        assert counts == {name: sizes[name] for name in counts}
        drawn = [int(n) for n in re.findall(r">(\d+)</t", picture.svg)]
        assert sorted(drawn) == sorted(counts.values())


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".html", ".docx", ".xlsx", ".md"])
def test_summary_is_written_in_every_form(ending: str, told: tuple[Summary, list[Part]]) -> None:
    made = document(told[1], ending, Lang.EN, None)
    assert made == document(told[1], ending, Lang.EN, None)
    assert len(made) > 2000


@pytest.mark.slow
def test_summary_is_not_written_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "summary.html"
    file.write_text("mine")
    done = kemitraan("portfolio", str(TABLE), "--quick", "--summary", str(file), "--lang", "en")
    assert (done.code, file.read_text()) == (2, "mine")
    assert "this file is there already" in done.err
    done = kemitraan("portfolio", str(TABLE), "--quick", "--summary", str(file), "--force")
    assert done.code == 0
    assert file.read_text("utf-8").count("<svg") == 8
