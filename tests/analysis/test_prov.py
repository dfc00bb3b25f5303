"""The proof in terms of PROV holds what the proof holds, and refers to nothing that is absent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.analysis.why.prov import as_prov
from kemitraan.analysis.why.report_data import told_why
from kemitraan.case import examine
from kemitraan.faults import InputError
from tests.cli.test_json import printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kemitraan.analysis.why.report_data import ToldProof

REFERRING = (
    "used", "wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy", "wasInfluencedBy",
    "hadPrimarySource",
)  # fmt: skip


def steps(proof: ToldProof) -> Iterator[tuple[str, str]]:
    """Yield each rule with what it concluded."""
    concluded = proof.fact.conclusion if proof.fact else ""
    for step in proof.rules:
        yield step.rule, concluded
        for premise in step.premises:
            yield from steps(premise)


def listed(node: dict[str, Any], key: str) -> list[str]:
    said = node.get(key, [])
    return said if isinstance(said, list) else [said]


@pytest.mark.slow
@pytest.mark.parametrize("conclusion", ["partnership_readiness", "focus", "verdict"])
def test_every_step_is_an_activity_and_nothing_dangles(conclusion: str) -> None:
    case = examine("itabajo")
    found = told_why(case, conclusion)
    document = json.loads(as_prov(found))
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert len(nodes) == len(document["@graph"])
    for node in nodes.values():
        assert {one for key in REFERRING for one in listed(node, key)} <= {*nodes}
        assert {*node} - {"@id", "@type"} <= {*document["@context"]}
    firings = [node for node in nodes.values() if node["@type"] == "prov:Activity"]
    plans = {node["qualifiedAssociation"]["hadPlan"] for node in firings}
    taken = {step for proof in found.proofs for step in steps(proof.proof)}
    assert plans == {f"k:rule/{rule}" for rule, _ in taken}
    assert len(firings) >= len({step for step in taken if step[1]})
    generated = [one for node in nodes.values() for one in listed(node, "wasGeneratedBy")]
    assert sorted(generated) == sorted(node["@id"] for node in firings)


def test_who_said_it_when_and_what_was_not_found_are_told() -> None:
    said = {
        "id": "kopi",
        "name": "Kopi",
        "sentra": {
            "product_character": [{"value": "food", "by": "Ibu Sri", "on": "2026-03"}],
            "management": "weak",
        },
    }
    case = examine(said)
    text = as_prov(told_why(case, "partnership_readiness"))
    nodes = json.loads(text)["@graph"]
    assert any("notFound" in node for node in nodes)
    text = as_prov(told_why(case, "creative_economy.verdict"))
    nodes = {node["@id"]: node for node in json.loads(text)["@graph"]}
    (stated,) = [node for node in nodes.values() if "wasAttributedTo" in node]
    assert (stated["value"], stated["on"]) == ("food", "2026-03")
    assert nodes[stated["wasAttributedTo"]]["label"] == {"@none": "Ibu Sri"}


def test_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "proof.jsonld"
    out, code = printed(["why", "itabajo", "focus", "--prov", str(file)], capsys)
    assert (out, code) == ("", 0)
    with pytest.raises(InputError, match="--prov"):
        printed(["why", "itabajo", "--prov", str(file)], capsys)
    assert file.read_text("utf-8") == as_prov(told_why(examine("itabajo"), "focus"))
