"""Under all profiles each planted fault is found, with a profile that shows it, and no other."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

import kemitraan
from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.finding import Witness
from kemitraan.analysis.check.report import accepted_text
from kemitraan.cli import app
from kemitraan.fact import Fact
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.shown import Shown
from kemitraan.logic.infer import infer
from kemitraan.scenario.patch import choice_of
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.typed import typed
from kemitraan.text import Lang
from kemitraan.worlds.fact_base import fact_base
from tests.analysis.check.small import BROKEN, broken, line_of, rule, small

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.analysis.check.finding import DeepFinding
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.infer import Inference


def only(base: RuleBase) -> DeepFinding:
    """Return the one finding of a base."""
    found = check_deep(base)
    assert found.undecided == ()
    assert len(found.findings) == 1, [f.what.en for f in found.findings]
    return found.findings[0]


def rerun(base: RuleBase, witness: Witness | None, folder: Path, without: str = "") -> Inference:
    """Return what the rules conclude from a witness, saved and read again."""
    assert witness is not None
    file = folder / "witness.yaml"
    file.write_text(witness.profile, "utf-8")
    choice = choice_of(base, [typed(base, [], assume=witness.assume)])
    facts = fact_base(base, load_scenario(file, base), choice).facts
    return infer(tuple(c for c in base.clauses if c.rule != without), facts)


def test_small_base_has_no_finding(tmp_path: Path) -> None:
    found = check_deep(small(tmp_path / "rules"))
    assert (found.findings, found.undecided, found.stale) == ((), (), ())
    assert found.rules == 9
    assert "9 rules checked under all profiles" in accepted_text(found, Lang.EN)


def test_rule_whose_conditions_no_profile_meets_never_fires(tmp_path: Path) -> None:
    body = "  if: {strength: strong, quality: weak}\n  then: {advice: train}"
    found = only(small(tmp_path / "rules", rule("NEV-01", body)))
    assert (found.kind, found.about, found.witness) == ("never_fires", "NEV-01", None)
    assert found.place.file.endswith("1-strength/rules.yaml")
    assert found.place.line == 53


def test_rule_that_says_what_another_says_anyway_makes_no_difference(tmp_path: Path) -> None:
    body = "  if: {quality: strong, size: strong, selling: strong}\n  then: {strength: strong}"
    found = only(small(tmp_path / "rules", rule("DUP-01", body)))
    assert (found.kind, found.about) == ("no_difference", "DUP-01")
    assert "other rules conclude the same" in found.why.en


def test_rule_whose_conclusion_nothing_shown_rests_on_makes_no_difference(tmp_path: Path) -> None:
    base = small(tmp_path / "rules")
    listed = tuple(one for one in base.shown.listed if one.attribute != "note")
    found = check_deep(replace(base, shown=Shown(listed)))
    assert [(f.kind, f.about) for f in found.findings] == [("no_difference", "PRA-01")]
    assert "changes nothing that is shown" in found.findings[0].why.en


def test_rule_whose_conclusion_a_guard_always_withholds_is_told_as_such(tmp_path: Path) -> None:
    found = check_deep(small(tmp_path / "rules", guarded=True), rules={"STR-01"})
    assert [(f.kind, f.about) for f in found.findings] == [("no_difference", "STR-01")]
    assert "withheld by a guard" in found.findings[0].why.en


def test_two_values_at_once_come_with_a_smallest_profile(tmp_path: Path) -> None:
    body = "  if: {size: strong, quality: [weak, fair, strong]}\n  then: {strength: weak}"
    base = small(tmp_path / "rules", rule("TWO-01", body))
    found = only(base)
    assert (found.kind, found.about) == ("two_values", "STR-01+TWO-01")
    derived = rerun(base, found.witness, tmp_path).derived
    both = {Fact("strength", "sentra", "weak"), Fact("strength", "sentra", "strong")}
    assert both <= set(derived)
    assert found.witness is not None
    assert len(found.witness.said) == 3
    lines = found.witness.profile.splitlines()
    for line in [line for line in lines if line.startswith("  ")]:
        (tmp_path / "less").mkdir(exist_ok=True)
        less = Witness(profile="\n".join(x for x in lines if x != line), assume=(), said=())
        assert not both <= set(rerun(base, less, tmp_path / "less").derived)


def test_two_actors_are_needed_to_show_some_contradictions(tmp_path: Path) -> None:
    """One actor is interested, and another is not known to be."""
    con = (
        "  each: step\n  if: {advice: this, some: {actor: {standing: strong, kind: seller}},"
        " at_least: {of: [{some: {actor: {standing: fair, kind: seller}}}], n: 1}}"
    )
    base = small(tmp_path / "rules", contradictions=rule("CON-01", con))
    found = only(base)
    assert (found.kind, found.about) == ("contradiction", "CON-01")
    assert found.witness is not None
    assert "seller_2" in found.witness.profile
    derived = set(rerun(base, found.witness, tmp_path).derived)
    assert {f.value for f in derived if f.attribute == "standing"} == {"strong", "fair"}


def test_contradiction_that_no_profile_brings_about_is_no_finding(tmp_path: Path) -> None:
    con = rule("CON-01", "  if: {strength: weak, advice: sell}")
    assert check_deep(small(tmp_path / "rules", contradictions=con)).findings == ()


def test_finding_with_a_reason_is_accepted(tmp_path: Path) -> None:
    body = "  if: {strength: strong, quality: weak}\n  then: {advice: train}"
    known = "- {finding: never_fires, about: NEV-01, reason: {id: Sudah tahu, en: Known}}\n"
    found = check_deep(small(tmp_path / "rules", rule("NEV-01", body), accepted=known))
    assert found.findings == ()
    assert [f.about for f in found.accepted] == ["NEV-01"]
    text = accepted_text(found, Lang.ID)
    assert "NEV-01 tidak pernah berlaku. Sudah tahu" in text


def test_reason_for_what_no_longer_occurs_is_a_fault(tmp_path: Path) -> None:
    known = "- {finding: never_fires, about: ADV-01, reason: {id: a, en: b}}\n"
    found = check_deep(small(tmp_path / "rules", accepted=known))
    assert [(f.place.line, "no longer occurs" in f.what.en) for f in found.stale] == [(1, True)]


def test_conclusions_that_rest_on_themselves_are_refused(tmp_path: Path) -> None:
    body = "  if: {advice: train}\n  then: {strength: weak}"
    base = small(tmp_path / "rules", rule("CIR-01", body))
    with pytest.raises(kemitraan.InputError, match="rest on themselves"):
        check_deep(base)


def test_command_ends_with_2_and_shows_the_profile(tmp_path: Path) -> None:
    body = "  if: {size: strong, quality: [weak, fair, strong]}\n  then: {strength: weak}"
    small(tmp_path / "rules", rule("TWO-01", body))
    command = ["rules", "check", str(tmp_path / "rules"), "--deep", "--lang", "id"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 2
    assert "rules.yaml:53: STR-01 dan TWO-01 memberi 'strength' dua nilai sekaligus" in done.stderr
    assert "      quality: strong\n" in done.stderr
    small(tmp_path / "sound")
    done = CliRunner().invoke(app, ["rules", "check", str(tmp_path / "sound"), "--deep"])
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("case", [c for c in BROKEN if "deep" in c], ids=lambda case: case["say"])
def test_what_only_shows_over_profiles_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    """All that is expected and nothing else, the thing meant at its line."""
    small(tmp_path / "rules")
    folder = broken(case, tmp_path / "rules")
    found = check_deep(load_rulebase(folder))
    assert found.undecided == ()
    assert {f"{f.kind} {f.about}" for f in found.findings} == set(case["deep"])
    meant = next(f for f in found.findings if f"{f.kind} {f.about}" == case["deep"][0])
    assert meant.place.line == line_of(folder / case["file"], case["at"], case.get("nth", 1))


def test_single_rules_are_asked_about_alone(tmp_path: Path) -> None:
    never = rule("NEV-01", "  if: {strength: strong, quality: weak}\n  then: {advice: train}")
    two = rule(
        "TWO-01",
        "  if: {size: strong, quality: [weak, fair, strong]}\n  then: {strength: weak}",
    )
    con = rule("CON-01", "  if: {strength: strong, advice: sell}")
    known = "- {finding: never_fires, about: ADV-01, reason: {id: a, en: b}}\n"
    base = small(tmp_path / "rules", never + two, contradictions=con, accepted=known)
    every = check_deep(base)
    assert [(f.kind, f.about) for f in every.findings] == [
        ("never_fires", "NEV-01"),
        ("two_values", "STR-01+TWO-01"),
        ("contradiction", "CON-01"),
    ]
    assert every.only == ()
    for asked, expected in (("nev-01", "NEV-01"), ("STR-01", "STR-01+TWO-01"), ("PRA-01", "")):
        found = check_deep(base, rules=[asked])
        assert [f.about for f in found.findings] == [expected][: bool(expected)]
        assert (found.rules, found.only, found.stale) == (1, (asked.upper(),), ())
    assert check_deep(base, rules=["ADV-01"]).stale == every.stale != ()
    with pytest.raises(kemitraan.InputError, match=r"'STR-10' is unknown.*'STR-02'"):
        check_deep(base, rules=["STR-10"])


@pytest.mark.slow
def test_command_asks_about_single_rules_and_says_so() -> None:
    command = ["rules", "check", "--rule", "DIA-10", "--rule", "TYP-19", "--lang"]
    done = CliRunner().invoke(app, [*command, "id"])
    assert done.exit_code == 0
    assert "Hanya ditanyakan tentang DIA-10, TYP-19" in done.stdout
    assert "Asked about DIA-10, TYP-19 only" in CliRunner().invoke(app, [*command, "en"]).stdout


@pytest.mark.slow
def test_without_the_package_the_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    done = CliRunner().invoke(app, ["rules", "check", "--deep"])
    assert done.stdout == ""
    assert isinstance(done.exception, kemitraan.InputError)
    (fault,) = done.exception.faults
    for lang, words in ((Lang.ID, "Pasang: pip install"), (Lang.EN, "Get it: pip install")):
        assert f'{words} "kemitraan[deep]"' in fault.format(lang)
    assert CliRunner().invoke(app, ["rules", "check"]).exit_code == 0


def test_shipped_base_passes_but_for_what_is_accepted(tmp_path: Path) -> None:
    """Every rule is asked about; the witnesses of what is accepted show what they are for."""
    base = load_rulebase()
    checked = check_deep(base)
    assert [f.what.en for f in (*checked.findings, *checked.undecided)] == []
    assert checked.stale == ()
    assert checked.rules == len(base.rules)
    assert {f.about for f in checked.accepted} == {a.about for a in base.accepted}
    found = {f.about: f for f in checked.accepted if f.witness is not None}
    assert set(found) == {"-"}
    witness = found["-"].witness
    assert witness is not None
    file = tmp_path / "witness.yaml"
    file.write_text(witness.profile, "utf-8")
    advice = kemitraan.examine(file, assume=witness.assume).recommendation
    assert "recommended" not in {t.verdict.id for t in advice.partnership_types}
    assert not advice.needs
    to_do = [s.id for s in advice.strategies if s.timing != "done"]
    assert to_do == ["partnership_monitoring"]
