"""The Python and YAML examples of the documentation work as they stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kemitraan.knowledge.load import load_rulebase
from tests.command import ROOT, kemitraan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("file", ["README.md", "README.id.md"])
def test_python_example_runs(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / file).read_text("utf-8"), re.DOTALL)
    assert len(code) == 1
    exec(code[0], {})  # noqa: S102  # the example itself
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize("file", ["README.md", "README.id.md"])
def test_example_of_a_fact_is_accepted(file: str, tmp_path: Path) -> None:
    example = re.findall(r"```yaml\n(.*?)```", (ROOT / file).read_text("utf-8"), re.DOTALL)
    profile = tmp_path / "profile.yaml"
    facts = "".join(f"  {line}\n" for line in example[0].splitlines())
    profile.write_text(f"id: a\nname: A\nsentra:\n{facts}", "utf-8")
    assert kemitraan("scenario", "check", str(profile)).code == 0


def test_rule_of_the_contributing_guide_passes_the_check(tmp_path: Path) -> None:
    """The example rule, its entry, its attribute and what is shown, added as the guide says.

    Under names of their own, for somebody may have taken those of the guide.
    """
    import shutil

    taken = "DIA-99|costly_material|packaging_quality|packaging_outlook"
    guide = re.sub(taken, r"\g<0>0", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    blocks = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    # The decision table has its own test, the step belongs to a catalogue.
    (rule,) = (b for b in blocks if b.startswith("- id: DIA-"))
    (attribute,) = (b for b in blocks if "packaging_quality" in b and "role: input" in b)
    (shown,) = (b for b in blocks if b.startswith("- {attribute: packaging_outlook"))
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    diagnoses = folder / "1-potential" / "diagnoses.yaml"
    diagnoses.write_text(diagnoses.read_text("utf-8") + rule, "utf-8")
    words = folder / "vocabulary" / "diagnoses.yaml"
    entry = "      - {id: costly_material0, label: {id: Mahal, en: Costly}, source: S-082}\n"
    words.write_text(
        words.read_text("utf-8").replace("  - id: key_factor\n", entry + "  - id: key_factor\n"),
        "utf-8",
    )
    done = kemitraan("rules", "check", str(folder), "--lang", "en")
    assert done.code == 0, done.err
    inputs = folder / "vocabulary" / "sentra-inputs.yaml"
    inputs.write_text(inputs.read_text("utf-8") + attribute, "utf-8")
    unread = kemitraan("rules", "check", str(folder), "--lang", "en")
    assert unread.code == 2
    assert "no rule reads this input" in unread.err
    with inputs.open("a", encoding="utf-8") as file:
        file.write(
            "  - {id: packaging_outlook0, role: derived, scale: rating,"
            " label: {id: prospek kemasan, en: packaging outlook}, source: S-147}\n"
        )
    with diagnoses.open("a", encoding="utf-8") as file:
        file.write(
            "- id: PCK-990\n  title: {id: a, en: a}\n  if: {packaging_quality0: strong}\n"
            "  then: {packaging_outlook0: strong}\n  because: {id: a, en: a}\n  source: S-147\n"
        )
    unseen = kemitraan("rules", "check", str(folder), "--lang", "en")
    assert "'packaging_outlook0': no rule reads it and no recommendation shows it" in unseen.err
    with (folder / "shown.yaml").open("a", encoding="utf-8") as file:
        file.write(shown)
    done = kemitraan("rules", "check", str(folder), "--lang", "en")
    assert done.code == 0, done.err


def test_rules_that_the_contributing_guide_names_exist() -> None:
    named = set(re.findall(r"\b[A-Z]{3}-\d\d\b", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    base = load_rulebase()
    known = base.rule.keys() | {guard.id for guard in base.guards}
    added = {"DIA-99", "GRP-96", "GRP-97", "GRP-98"}
    assert named - known == added, "but for those of its examples"
