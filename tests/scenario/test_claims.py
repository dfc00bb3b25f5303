"""Faults in the ways of writing a claim, beside those of `broken.yaml`; on a small vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.text import Lang
from tests.command import kemitraan
from tests.scenario.small import HEAD, read

if TYPE_CHECKING:
    from pathlib import Path

S, A = "sentra:\n  ", "actors:\n  "  # what is wrong stands on line 5
FAULTS = {
    "list of words for one value": (S + "colour: [red, blue]", "'colour' takes one value"),
    "several values of one source": (S + "colour: {value: [red, blue]}", "takes one value"),
    "mapping as a value": (S + "colour: {value: {x: y}}", "takes one value"),
    "list in a list of values": (S + "colours: [[red]]", "takes one value"),
    "unknown key of a claim": (S + "colour: {vlaue: red}", "Did you mean 'value'?"),
    "infinite figure": (S + "quality: {figure: inf}", "quality: 'inf' is no number"),
    "figure that is not one": (S + "quality: {figure: nan}", "quality: 'nan' is no number"),
    "since where no year counts": (S + "quality: {since: 2020}", "does not take 'since'"),
    "since after the assessment": (S + "age: {since: 2031}", "lies after the assessment of 2025"),
    "since that is no year": (S + "age: {since: lama}", "'lama' is no date"),
    "year or span": (S + "age: 2021", "may be a year or a span"),
    "month out of the year": (S + "skill: {value: weak, on: 2025-13}", "'2025-13' is no date"),
    "day out of the month": (S + "skill: {value: weak, on: 2025-02-30}", "is no date"),
    "potential, perhaps": (S + "skill: {value: weak, potential: perhaps}", "no yes or no"),
    "note that is a list": (S + "skill: {value: weak, note: [x]}", "'note' is no text"),
    "source that is a mapping": (S + "skill: {value: weak, source: {x: y}}", "must be a text"),
    "source in small letters": (S + "skill: {value: weak, source: s-001}", "mean 'S-001'?"),
    "second of two sources": (S + "skill: {value: weak, source: [S-001, S-009]}", "'S-009' is not"),
    "fault without a value": (S + "skill: {value: '?', basis: gossip}", "'gossip' is unknown"),
    "what only reading in says": (S + "profile_origin: yes", "'profile_origin' is unknown"),
    "attribute of actors": (S + "interest: weak", "'interest' is said of an actor"),
    "attribute of the sentra": (A + "bank: {skill: weak}", "attribute of an actor 'skill'"),
    "misspelt name of an actor": (A + "bank: {nmae: X}", "Did you mean 'name'?"),
    "name that is a list": (A + "bank: {name: [X]}", "'name' is no text"),
    "actor called as the sentra": (A + "sentra: {kind: bank}", "cannot be the id of an actor"),
    "actor called as an aspect": (A + "quality: {kind: bank}", "cannot be the id of an actor"),
    "actor of unknown kind": (A + "b: {kind: '?'}", "the kind of 'b' is missing"),
    "actor of a list of kinds": (A + "b: {kind: [bank, office]}", "'kind' takes one value"),
    "actor of two kinds": (A + "b: {kind: [{value: bank}, {value: office}]}", "several kinds"),
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_fault_of_a_claim(name: str, tmp_path: Path) -> None:
    text, words = FAULTS[name]
    _, faults = read(f"{HEAD}{text}\n", tmp_path)
    assert [f.place.line for f in faults] == [5]
    assert words in faults[0].format(Lang.EN)
    assert faults[0].fix.id
    assert faults[0].fix.en


@pytest.mark.parametrize(
    "text",
    [
        "about: [x]\n",
        "about: {id: [x]}\n",
        "about: {de: x}\n",
        "about: {}\n",
    ],
)
def test_description_is_a_text_or_one_for_each_language(text: str, tmp_path: Path) -> None:
    _, faults = read(HEAD + text, tmp_path)
    assert ["'about' is no text" in f.format(Lang.EN) for f in faults] == [True]


def test_faults_of_an_actor_come_with_the_fault_of_its_kind(tmp_path: Path) -> None:
    text = "actors:\n  b:\n    interest: high\n  B: {kind: bank, interest: low}\n"
    _, faults = read(HEAD + text, tmp_path)
    assert sorted(f.place.line for f in faults) == [5, 6, 7, 7]


def test_claim_keeps_who_said_it_and_where_it_stands(tmp_path: Path) -> None:
    text = (
        "sentra:\n  skill:\n    - value: kuat\n      source: [S-001, Laporan Dinas 2025]\n"
        "      basis: interview\n      by: Kepala bidang\n      on: 2025-03\n      note: lisan\n"
    )
    scenario, faults = read(HEAD + text, tmp_path)
    assert not faults
    (claim,) = scenario.claims
    assert (claim.attribute, claim.subject, claim.value) == ("skill", "sentra", "strong")
    assert claim.source == ("Laporan Dinas 2025", "S-001")
    assert (claim.basis, claim.by, claim.on) == ("interview", "Kepala bidang", "2025-03")
    assert (claim.note, claim.potential, claim.place.line) == ("lisan", False, 6)


@pytest.mark.parametrize("word", ["Wawancara", "interview"])
def test_kind_of_evidence_is_named_in_either_language(word: str, tmp_path: Path) -> None:
    scenario, faults = read(f"{HEAD}{S}skill: {{value: weak, basis: {word}}}\n", tmp_path)
    assert not faults
    assert scenario.claims[0].basis == "interview"


def test_kinds_of_evidence_are_listed_in_the_language_of_the_fault(tmp_path: Path) -> None:
    _, (fault,) = read(f"{HEAD}{S}skill: {{value: weak, basis: gossip}}\n", tmp_path)
    assert "wawancara" in fault.format(Lang.ID)
    assert "interview" in fault.format(Lang.EN)


def test_actor_named_as_its_kind_needs_no_kind(tmp_path: Path) -> None:
    text = "actors:\n  bank:\n  Dinas: {name: Dinas Perindustrian}\n  x: {jenis: Bank}\n"
    scenario, faults = read(HEAD + text, tmp_path)
    assert not faults
    assert [(a.id, a.kind, a.name) for a in scenario.actors] == [
        ("Dinas", "office", "Dinas Perindustrian"),
        ("bank", "bank", ""),
        ("x", "bank", ""),
    ]
    assert [(c.subject, c.value) for c in scenario.claims] == [
        ("x", "bank"),
        ("Dinas", "office"),
        ("bank", "bank"),
    ]


def test_source_and_note_of_an_actor_go_for_what_is_said_of_it(tmp_path: Path) -> None:
    """The note is about who it is; a fact that names a source of its own keeps that."""
    text = (
        "actors:\n"
        "  x: {kind: bank, source: Laporan 2025, note: cabang, interest: strong,"
        " doubts: [{value: red, source: S-001}, blue]}\n"
        "  office: {source: [b, a]}\n"
        "  y: {kind: {value: bank, note: kantor pusat}, note: lain, source: c}\n"
    )
    scenario, faults = read(HEAD + text, tmp_path)
    assert not faults
    assert {(c.subject, c.attribute, c.value): (c.source, c.note) for c in scenario.claims} == {
        ("x", "kind", "bank"): (("Laporan 2025",), "cabang"),
        ("x", "interest", "strong"): (("Laporan 2025",), None),
        ("x", "doubts", "red"): (("S-001",), None),
        ("x", "doubts", "blue"): (("Laporan 2025",), None),
        ("office", "kind", "office"): (("a", "b"), None),
        ("y", "kind", "bank"): (("c",), "kantor pusat"),
    }


def test_source_of_an_actor_is_told_where_a_proof_rests_on_it(tmp_path: Path) -> None:
    profile = tmp_path / "a.yaml"
    actor = (
        "actors:\n  bank_ntt: {kind: financial_institution, source: Laporan 2025, note: cabang}\n"
    )
    profile.write_text(HEAD + actor, "utf-8")
    for form in ("table", "json"):
        found = kemitraan("why", str(profile), "bank_ntt.role=finance_provider", "--format", form)
        assert found.code == 0, found.err
        assert "Laporan 2025" in found.out
        assert "cabang" in found.out


def test_change_of_an_actor_names_its_source(tmp_path: Path) -> None:
    head = "id: a\nname: {id: a, en: a}\nabout: {id: a, en: a}\nactors:\n"
    change = tmp_path / "change.yaml"
    change.write_text(head + "  academia: {interest: high, source: Laporan 2026}\n", "utf-8")
    case = examine("itabajo", overlays=[change])
    (claim,) = [c for c in case.scenario.claims if c.slot == ("interest", "academia")]
    assert claim.source == ("Laporan 2026",)
    before = [c for c in examine("itabajo").scenario.claims if c.slot == ("kind", "academia")]
    assert [c for c in case.scenario.claims if c.slot == ("kind", "academia")] == before
    change.write_text(head + "  academia: {source: Laporan 2026}\n", "utf-8")
    with pytest.raises(InputError, match=r"change\.yaml:5: a source of nothing: 'academia'"):
        examine("itabajo", overlays=[change])
