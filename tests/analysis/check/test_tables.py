"""Rows of a table that hold at once, and values without a row, are found over all profiles."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.report import findings_text
from kemitraan.fact import Fact
from kemitraan.knowledge.load import load_rulebase
from kemitraan.text import Lang
from tests.analysis.check.small import small
from tests.analysis.check.test_deep import rerun

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.analysis.check.deep import DeepCheck
    from kemitraan.knowledge.rulebase import RuleBase

LEVELS = ("weak", "fair", "strong")
_HEAD = """
- table: outlook
  title: {{id: Uji, en: Test}}
  because: {{id: Uji., en: Test.}}
  source: S-001
  {body}
  rows:
"""
_MORE = """  - id: outlook
    role: derived
    many: true
    scale: rating
    label: {id: x, en: y}
    source: S-001
  - {id: mood, of: actor, role: derived, scale: rating, label: {id: x, en: y}, source: S-001}
"""


def tabled(folder: Path, body: str, *rows: str, **files: str) -> RuleBase:
    """Return the small base with a table `outlook`; its rows are TAB-01, TAB-02 and so on."""
    small(folder)
    terms = folder / "vocabulary" / "terms.yaml"
    terms.write_text(terms.read_text("utf-8") + _MORE, "utf-8")
    with (folder / "shown.yaml").open("a", encoding="utf-8") as shown:
        for attribute in ("outlook", "mood"):
            shown.write(f"- {{attribute: {attribute}, section: diagnoses}}\n")
    text = _HEAD.format(body=body).lstrip("\n")
    text += "".join(f"    - {{id: TAB-{n:02}, {row}}}\n" for n, row in enumerate(rows, 1))
    file = folder / "1-strength" / "rules.yaml"
    file.write_text(file.read_text("utf-8") + text, "utf-8")
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return load_rulebase(folder)


def of_table(found: DeepCheck) -> set[str]:
    assert found.undecided == ()
    return {f"{f.kind} {f.about}" for f in found.findings if f.kind in ("overlap", "gap")}


TWO = "columns: [quality, size]\n  then: outlook"


def test_rows_that_hold_at_once_come_with_a_smallest_profile(tmp_path: Path) -> None:
    base = tabled(
        tmp_path / "rules",
        f"{TWO}\n  complete: false",
        "when: [weak, '-'], then: weak",
        "when: ['<= fair', strong], then: fair",
        "when: [strong, strong], then: strong",
    )
    found = check_deep(base)
    assert of_table(found) == {"overlap TAB-01+TAB-02"}
    (finding,) = found.findings
    assert finding.place == base.rule["TAB-02"].place
    assert finding.witness is not None
    assert [text.en for text in finding.witness.said] == ["quality: weak", "size: strong"]
    derived = set(rerun(base, finding.witness, tmp_path).derived)
    assert {Fact("outlook", "sentra", v) for v in ("weak", "fair")} <= derived
    text = findings_text(found, Lang.ID)
    assert "TAB-01 dan TAB-02 berlaku sekaligus di tabel 'outlook'" in text
    assert f"(TAB-01: {base.rule['TAB-01'].place})" in text


def test_values_without_a_row_come_with_a_smallest_profile(tmp_path: Path) -> None:
    base = tabled(
        tmp_path / "rules",
        TWO,
        "when: [weak, '-'], then: weak",
        "when: ['>= fair', '>= fair'], then: fair",
        "when: [fair, weak], then: strong",
    )
    found = check_deep(base)
    assert of_table(found) == {"gap outlook"}
    (finding,) = found.findings
    assert finding.place.line == 53
    assert finding.witness is not None
    assert [text.en for text in finding.witness.said] == ["quality: strong", "size: weak"]
    assert "has no row for some values" in findings_text(found, Lang.EN)


def test_what_is_not_known_needs_no_row_but_what_is_not_concluded_does(tmp_path: Path) -> None:
    head = "each: actor\n  if: {method: strict}\n  then: this.mood\n  columns: "
    known = ("when: '>= weak', then: fair",)
    assert of_table(check_deep(tabled(tmp_path / "a", f"{head}[this.interest]", *known))) == set()
    body = f"{head}[this.interest_known]"
    yes, absent = 'when: "yes", then: fair', 'when: {not: "yes"}, then: weak'
    for name, rows, found in (
        ("both", (yes, absent), set()),
        ("concluded", (yes,), {"gap outlook"}),
        ("absent", (absent,), {"gap outlook"}),
    ):
        assert of_table(check_deep(tabled(tmp_path / name, body, *rows))) == found


def test_rows_of_different_subjects_may_hold_at_once(tmp_path: Path) -> None:
    """One actor is interested, another is not."""
    body = "each: actor\n  columns: [this.interest]\n  then: this.mood"
    rows = ["when: weak, then: weak", "when: '>= fair', then: fair"]
    assert of_table(check_deep(tabled(tmp_path / "rules", body, *rows))) == set()
    rows[0] = "when: '<= fair', then: weak"
    base = tabled(tmp_path / "at-once", body, *rows)
    # Told as an overlap, it is not told as two values as well.
    found = check_deep(base).findings
    assert [f"{f.kind} {f.about}" for f in found] == ["overlap TAB-01+TAB-02"]


def test_rows_that_only_conditions_besides_keep_apart_do_not_overlap(tmp_path: Path) -> None:
    apart = ("when: weak, then: weak, if: {size: weak}", "when: weak, then: fair, if: {size: fair}")
    body = "columns: [quality]\n  then: outlook\n  complete: false"
    assert of_table(check_deep(tabled(tmp_path / "apart", body, *apart))) == set()
    same = (apart[0], apart[1].replace("size: fair", "selling: fair"))
    found = check_deep(tabled(tmp_path / "same", body, *same))
    assert of_table(found) == {"overlap TAB-01+TAB-02"}


def test_table_of_which_all_rows_count_may_overlap_and_leave_values_out(tmp_path: Path) -> None:
    rows = ("when: ['<= fair', '-'], then: weak", "when: [weak, weak], then: fair")
    assert of_table(check_deep(tabled(tmp_path / "all", f"{TWO}\n  hit: all", *rows))) == set()
    whole = f"{TWO}\n  hit: all\n  complete: true"
    assert of_table(check_deep(tabled(tmp_path / "whole", whole, *rows))) == {"gap outlook"}


def test_gap_and_overlap_are_accepted_with_a_reason_and_stale_once_mended(tmp_path: Path) -> None:
    known = "".join(
        f"- {{finding: {finding}, about: {about}, reason: {{id: Sudah tahu, en: Known}}}}\n"
        for finding, about in (("gap", "outlook"), ("overlap", "TAB-01+TAB-02"))
    )
    rows = ("when: ['<= fair', '-'], then: weak", "when: [weak, weak], then: fair")
    base = tabled(tmp_path / "rules", TWO, *rows, accepted=known)
    for asked in (None, ["TAB-02"]):
        found = check_deep(base, rules=asked)
        assert found.findings == ()
        assert {f.about for f in found.accepted} == {"outlook", "TAB-01+TAB-02"}
    rows = ("when: ['<= fair', '-'], then: weak", "when: [strong, '>= weak'], then: fair")
    for asked in (None, ["TAB-02"]):
        found = check_deep(tabled(tmp_path / f"m{asked}", TWO, *rows, accepted=known), rules=asked)
        assert (found.findings, len(found.stale)) == ((), 2)


def test_asked_about_one_row_the_check_covers_its_table_and_no_other(tmp_path: Path) -> None:
    rows = ("when: ['<= fair', '-'], then: weak", "when: [weak, weak], then: fair")
    base = tabled(tmp_path / "rules", TWO, *rows)
    expected = {"overlap TAB-01+TAB-02", "gap outlook"}
    assert of_table(check_deep(base, rules=["TAB-01"])) == expected
    assert of_table(check_deep(base, rules=["STR-01"])) == set()


@pytest.mark.parametrize("seed", range(12))
def test_grids_are_judged_as_cell_by_cell(seed: int, tmp_path: Path) -> None:
    """Against every pair of values of the two columns, tried one by one."""
    random = Random(seed)
    cells = [None, *[(v,) for v in LEVELS], LEVELS[:2], LEVELS[1:]]
    rows = [[random.choice(cells) for _ in range(2)] for _ in range(random.randint(2, 5))]
    for row in rows:
        row[seed % 2] = row[seed % 2] or LEVELS[1:]
    told = [["'-'" if cell is None else f"[{', '.join(cell)}]" for cell in row] for row in rows]
    base = tabled(
        tmp_path / "rules",
        f"hit: {'unique' if seed % 3 else 'all'}\n  complete: true\n  {TWO}",
        *(f"when: [{one}, {other}], then: weak" for one, other in told),
        "when: [weak, weak], then: weak",
    )
    rows.append([("weak",), ("weak",)])
    expected = set()
    for pair in product(LEVELS, LEVELS):
        hits = [
            f"TAB-{n:02}"
            for n, row in enumerate(rows, 1)
            if all(cell is None or v in cell for v, cell in zip(pair, row, strict=True))
        ]
        expected |= {"gap outlook"} if not hits else set()
        if seed % 3:
            expected |= {f"overlap {a}+{b}" for a, b in product(hits, hits) if a < b}
    assert of_table(check_deep(base)) == expected
