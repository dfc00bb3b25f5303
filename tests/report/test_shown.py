"""What a recommendation shows is a list of the rule base: a new attribute needs no Python."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.certain.certainty import certainty, dependences
from kemitraan.analysis.check.plain import check_rules
from kemitraan.analysis.compare.comparison import compare
from kemitraan.analysis.compare.report import comparison_parts
from kemitraan.analysis.target import targets
from kemitraan.analysis.why.why import conclusions, why
from kemitraan.knowledge.load import load_rulebase
from kemitraan.published import as_json
from kemitraan.report.doubts import doubtful_parts
from kemitraan.report.parts import Part, as_markdown, as_text
from kemitraan.text import Lang
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase

ATTRIBUTES = """
  - {id: hygiene_outlook, role: derived, scale: rating, label: {id: prospek kebersihan, en: hygiene outlook}, source: S-105}
  - {id: watched, of: actor, role: derived, scale: affirmed, label: {id: perlu diamati, en: to be watched}, source: S-070}
"""  # noqa: E501  # lines of a rule file
RULES = """
- id: HYG-01
  title: {id: Prospek kebersihan, en: Hygiene outlook}
  if: {product_quality: strong, environmental_control: [strong, developing]}
  then: {hygiene_outlook: strong}
  because: {id: "Mutu dan lingkungan terjaga.", en: "Quality and surroundings are kept."}
  source: S-105
- id: HYG-02
  title: {id: Pengamatan, en: Watching}
  each: actor
  if: {this.kind: academia, not: {this.opportunity: "yes"}}
  then: {this.watched: "yes"}
  because: {id: "Perannya menentukan.", en: "Its role decides."}
  source: S-070
"""
SHOWN = """
- {attribute: hygiene_outlook, section: potential, told: ahead}
- {attribute: watched, section: causes}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    folder: Path = tmp_path_factory.mktemp("own") / "rules"
    shutil.copytree(ROOT / "rules", folder)
    for name, added in (
        ("vocabulary/practice.yaml", ATTRIBUTES),
        ("1-potential/hygiene.yaml", RULES),
        ("shown.yaml", SHOWN),
    ):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(added.lstrip("\n"))
    # Nothing but what is found in the shipped rules anyway.
    assert {f.what for f in check_rules(folder)} <= {f.what for f in check_rules(ROOT / "rules")}
    return load_rulebase(folder)


@pytest.fixture(scope="module")
def case(base: RuleBase) -> Case:
    return kemitraan.examine("itabajo", base=base)


def page(case: Case, lang: Lang = Lang.EN) -> str:
    return as_text(parts(case, lang), 100)


def parts(case: Case, lang: Lang) -> list[Part]:
    return doubtful_parts(case.recommendation, dependences(case), lang, "itabajo")


def section(text: str, name: str) -> str:
    """Return a section of a printed report, from its heading to the next one."""
    after = text.split(f"\n{name}\n-", 1)[1]
    lines = after.split("\n")
    ends = [n for n, line in enumerate(lines[1:], 1) if line and set(line) == {"-"}]
    return "\n".join(lines[: ends[0] - 1] if ends else lines)


def test_new_attribute_stands_in_its_section_with_its_rules(case: Case) -> None:
    text = page(case)
    assert "- hygiene outlook: strong (HYG-01)" in section(text, "Map of potential")
    assert "- Academia: to be watched (HYG-02)" in section(text, "Diagnosis and causes")
    assert "prospek kebersihan: kuat (HYG-01)" in page(case, Lang.ID)
    markdown = as_markdown(parts(case, Lang.EN))
    assert "- hygiene outlook: strong (HYG-01)" in markdown


def test_new_attribute_is_published_with_what_it_rests_on(case: Case) -> None:
    found = json.loads(as_json(case.recommendation))["further"]
    outlook = next(e for e in found if e["attribute"]["id"] == "hygiene_outlook")
    assert (outlook["section"], outlook["conclusion"]) == ("potential", "hygiene_outlook=strong")
    assert (outlook["subject"], outlook["value"]["id"]) == (None, "strong")
    assert (outlook["rules"], outlook["sources"]) == (["HYG-01"], ["S-105"])
    watched = next(e for e in found if e["attribute"]["id"] == "watched")
    assert (watched["subject"]["id"], watched["value"]) == ("academia", None)


def test_new_attribute_is_asked_about_like_any_other(case: Case) -> None:
    assert "hygiene_outlook=strong" in {e.conclusion for e in conclusions(case)}
    assert [p.fact.value for p in why(case, "hygiene outlook")] == ["strong"]
    assert [f.value for f in targets(case, "hygiene_outlook=strong")] == ["strong"]


def test_what_a_change_does_to_a_new_attribute_is_told(base: RuleBase, case: Case) -> None:
    other = kemitraan.examine("itabajo", base=base, settings=["product_quality=weak"])
    (potential,) = (s for s in kemitraan.whatif(case, other).sections if s.id == "potential")
    (gone,) = (c for c in potential.gone if c.id == "hygiene_outlook")
    assert gone.before is not None
    assert (gone.label.en, gone.before.id) == ("hygiene outlook", "strong")
    assert gone.reason is not None
    assert (gone.reason.rule, gone.reason.fires) == ("HYG-01", False)
    parts = comparison_parts(compare([case, other]), Lang.EN)
    (row,) = (line for line in as_text(parts, 100).split("\n") if line.startswith("hygiene"))
    assert row.split()[2:] == ["strong", "–"]


def test_new_attribute_is_told_ahead_where_answers_decide(base: RuleBase, tmp_path: Path) -> None:
    file = tmp_path / "thin.yaml"
    file.write_text("id: thin\nname: Thin\nsentra:\n  product_quality: strong\n", "utf-8")
    found = certainty(kemitraan.examine(file, base=base))
    (outlook,) = (c for c in found.conclusions if c.conclusion == "hygiene_outlook=strong")
    assert (outlook.now, outlook.status, outlook.section) == (False, "possible", "potential")


def test_rule_base_that_lists_nothing_shows_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "shown.yaml").unlink()
    base = load_rulebase(tmp_path / "rules")
    found = kemitraan.examine("itabajo", base=base)
    r = found.recommendation
    assert (r.partnership_types, r.strategies, r.needs, r.further, r.questions) == ((),) * 5
    assert all(actor.group is None for actor in r.actors)
    assert conclusions(found) == ()
    assert "Sentra IKM" in page(found)


def changed(folder: Path, name: str, before: str, after: str) -> RuleBase:
    """Return the shipped rules with one place of one file written otherwise."""
    shutil.copytree(ROOT / "rules", folder)
    text = (folder / name).read_text("utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after), "utf-8")
    return load_rulebase(folder)


@pytest.mark.parametrize("basis", ["baseline", "specific"])
def test_steps_are_shown_where_nothing_is_listed_that_they_wait_for(
    basis: str, tmp_path: Path
) -> None:
    lines = (ROOT / "rules" / "shown.yaml").read_text("utf-8").splitlines(keepends=True)
    (waits,) = (line for line in lines if f"fills: {basis}_after" in line)
    found = kemitraan.examine("itabajo", base=changed(tmp_path / "r", "shown.yaml", waits, ""))
    steps = [s for s in found.recommendation.strategies if s.basis == basis and s.timing != "done"]
    assert steps
    assert {s.timing for s in steps} == {"now"}


def test_gate_of_two_statuses_is_shown_with_the_first(tmp_path: Path) -> None:
    second = tmp_path / "second.yaml"
    second.write_text(
        """id: second
name: {id: Kedua, en: Second}
about: {id: Dua nilai, en: Two values}
rules:
"""
        + "".join(
            f"""  - id: TWO-0{number}
    title: {{id: Dua, en: Two}}
    if: {{product_character: food}}
    then: {{supply_model.gate_status: {status}}}
    because: {{id: "Dua.", en: "Two."}}
    source: S-120
"""
            for number, status in enumerate(("met", "failed"), 1)
        ),
        "utf-8",
    )
    gates = kemitraan.examine("itabajo", overlays=[second]).recommendation.readiness.gates
    assert "supply_model" in {gate.id for gate in gates}


def test_change_that_is_told_nowhere_flips_nothing(tmp_path: Path) -> None:
    lines = (ROOT / "rules" / "shown.yaml").read_text("utf-8").splitlines()
    (priority,) = (line for line in lines if "attribute: priority" in line)
    alone = priority.replace("beside: need", "advice: true")
    assert alone != priority
    case = kemitraan.examine("itabajo", base=changed(tmp_path / "r", "shown.yaml", priority, alone))
    assert all(flip.differences for flip in kemitraan.flips(case, together=1).flips)
