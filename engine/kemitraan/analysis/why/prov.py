"""A proof as JSON-LD in terms of PROV: `kemitraan why … --prov FILE`.

Facts, statements, sources, rules and assumptions are entities, rules plans as well; each firing of
a rule is an activity that used facts and generated one, associated with the engine, which followed
the rule. A statement is attributed to who made it. A condition that several facts meet together is
an entity of its own. `k:notFound` tells what a firing rests on being absent.

The terms are those of https://www.w3.org/TR/prov-o/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.analysis.why.report_data import Stated, ToldProof, ToldStep, WholeProof, Why
    from kemitraan.text import Text

Node = dict[str, Any]

CONTEXT: Final[Node] = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "k": "urn:kemitraan:",
    "label": {"@id": "rdfs:label", "@container": "@language"},
    "because": {"@id": "rdfs:comment", "@container": "@language"},
    "choice": {"@id": "k:choice", "@container": "@language"},
    "notFound": {"@id": "k:notFound"},
    "words": "k:words",
    "value": "prov:value",
    "on": "k:on",
    "basis": "k:basis",
    "place": "k:place",
    "layer": "k:layer",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            "agent", "hadPlan", "hadPrimarySource", "used", "wasAttributedTo", "wasDerivedFrom",
            "wasGeneratedBy", "wasInfluencedBy",
        )
    },
    "qualifiedAssociation": "prov:qualifiedAssociation",
}  # fmt: skip
ENGINE: Final = "k:engine"


def as_prov(found: Why) -> str:
    """Return the proofs of a conclusion as a document of JSON-LD, which needs no other."""
    document = {"@context": CONTEXT, "@graph": _Graph(found).nodes()}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Graph:
    """The nodes of a document, each once, in the order in which they are met."""

    def __init__(self, found: Why) -> None:
        self.found = found
        self._nodes: dict[str, Node] = {}

    def nodes(self) -> list[Node]:
        """Return every node."""
        self._add(ENGINE, "prov:SoftwareAgent", label=_plain("kemitraan"))
        for proof in self.found.proofs:
            name = self.fact(proof.proof, proof.conclusion)
            if assumed := self.assumptions(proof):
                self._nodes[name]["wasInfluencedBy"] = assumed
        for source in sorted(self.found.sources):
            self._add(
                _name("source", source), "prov:Entity", label=_text(self.found.sources[source])
            )
        return [*self._nodes.values()]

    def fact(self, proof: ToldProof, path: str) -> str:
        """Add a fact, or a condition that stands for several, and return its name."""
        fact, condition = proof.fact, proof.condition
        path = fact.conclusion if fact else path
        name = _name("fact" if fact else "condition", path)
        if name in self._nodes:
            return name
        label = fact.label if fact else condition
        node = self._add(name, "prov:Entity", label=_text(label) if label else None)
        firings = [self.firing(step, f"{path}/{n}") for n, step in enumerate(proof.rules)]
        stated = [self.statement(one, f"{path}/{n}") for n, one in enumerate(proof.stated)]
        read = [used for firing in firings for used in self._nodes[firing]["used"]]
        if firings:
            node["wasGeneratedBy"] = firings
        if derived := [*dict.fromkeys([*read, *stated])]:
            node["wasDerivedFrom"] = derived
        return name

    def firing(self, step: ToldStep, path: str) -> str:
        """Add a firing of a rule with all it used, and return its name."""
        used = [self.fact(one, f"{path}.{n}") for n, one in enumerate(step.premises)]
        name = _name("firing", f"{step.rule}/{path}")
        plan = {"@type": "prov:Association", "agent": ENGINE, "hadPlan": self.rule(step)}
        absent = [term for text in step.absences for term in _terms(text)]
        self._add(
            name,
            "prov:Activity",
            label=_text(step.title),
            used=used,
            notFound=absent or None,
            qualifiedAssociation=plan,
        )
        return name

    def rule(self, step: ToldStep) -> str:
        """Add a rule, and return its name."""
        name = _name("rule", step.rule)
        self._add(
            name,
            ["prov:Entity", "prov:Plan"],
            label=_text(step.title),
            because=_text(step.because),
            layer=step.layer,
            hadPrimarySource=_sources(step.sources),
        )
        return name

    def statement(self, one: Stated, path: str) -> str:
        """Add what somebody stated, and return its name."""
        name = _name("statement", f"{one.place}/{path}")
        said = one.value if one.value is not None else one.figure
        self._add(
            name,
            "prov:Entity",
            value=said,
            words=one.words or None,
            on=one.on,
            basis=one.basis,
            place=one.place,
            wasAttributedTo=self.agent(one.by) if one.by else None,
            hadPrimarySource=_sources(one.source),
        )
        return name

    def agent(self, who: str) -> str:
        """Add who stated something, and return its name."""
        name = _name("agent", who)
        self._add(name, "prov:Agent", label=_plain(who))
        return name

    def assumptions(self, proof: WholeProof) -> list[str]:
        """Add the assumptions that a proof rests on, and return their names."""
        for one in proof.assumptions:
            self._add(
                _name("assumption", one.id),
                "prov:Entity",
                label=_text(one.label),
                choice=_text(one.choice_label),
                because=_text(one.reason),
            )
        return [_name("assumption", one.id) for one in proof.assumptions]

    def _add(self, name: str, kind: str | list[str], **said: Any) -> Node:
        known = {key: value for key, value in said.items() if value is not None}
        return self._nodes.setdefault(name, {"@id": name, "@type": kind, **known})


def _name(kind: str, what: str) -> str:
    return f"k:{kind}/{quote(what, safe='')}"


def _sources(ids: Iterable[str]) -> list[str] | None:
    return [_name("source", one) for one in ids] or None


def _text(text: Text) -> Node:
    return {"id": text.id, "en": text.en}


def _terms(text: Text) -> list[Node]:
    return [{"@value": text.id, "@language": "id"}, {"@value": text.en, "@language": "en"}]


def _plain(text: str) -> Node:
    return {"@none": text}
