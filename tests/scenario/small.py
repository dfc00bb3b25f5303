"""A small knowledge base without rules, and scenarios of a few lines, for tests of reading in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import TypeAdapter

from kemitraan.knowledge.assumptions import Assumption
from kemitraan.knowledge.files import VocabularyFile
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.knowledge.sources import Statement, StudyCase, StudyFile
from kemitraan.knowledge.vocabulary import Vocabulary
from kemitraan.scenario.patch import choice_of, laid_on
from kemitraan.scenario.read import read_scenario
from kemitraan.scenario.typed import typed
from kemitraan.text import same
from kemitraan.worlds.fact_base import FactBase, fact_base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.faults import Fault
    from kemitraan.scenario.model import Scenario

HEAD = "id: a\nname: A\nassessed_on: 2025\n"


@cache
def small_base() -> RuleBase:
    """Return the knowledge base of `small.yaml`."""
    data = yaml.safe_load((Path(__file__).parent / "small.yaml").read_text("utf-8"))
    file = VocabularyFile.model_validate({k: data[k] for k in ("scales", "kinds", "attributes")})
    text = {"id": "x", "en": "x"}
    assumptions = {
        name: TypeAdapter(Assumption).validate_python(
            {
                "id": f"A-{number:02}",
                "name": name,
                "label": {"id": f"{name} id", "en": f"{name} en"},
                "reason": text,
                "default": next(iter(alternatives)),
                "alternatives": [
                    {"id": key, "label": {"id": f"{key} id", "en": f"{key} en"}, **content}
                    for key, content in alternatives.items()
                ],
                "source": "S-001",
            }
        )
        for number, (name, alternatives) in enumerate(data["assumptions"].items(), 1)
    }
    return RuleBase(
        vocabulary=Vocabulary(
            scales={s.id: s for s in file.scales},
            variables={},
            kinds={k.id: k for k in file.kinds},
            attributes={a.id: a for a in file.attributes},
        ),
        assumptions=assumptions,
        statements={
            s: Statement(id=s, section="method", kind="fact", gloss=same(s))
            for s in data["statements"]
        },
        practice={},
        study=StudyFile(
            citation=same("x"), cases=(StudyCase(id="case", name="Case", source=("S-001",)),)
        ),
        guards=(),
        all_rules=(),
        retired={},
        places={},
        digest="small",
    )


def read(text: str, folder: Path, base: RuleBase | None = None) -> tuple[Scenario, list[Fault]]:
    """Return the scenario of a text and its faults; there must be a scenario."""
    path = folder / "profile.yaml"
    path.write_text(text, "utf-8")
    faults: list[Fault] = []
    scenario = read_scenario(path, base or small_base(), faults)
    assert scenario is not None
    return scenario, faults


def seen(
    text: str, folder: Path, *, settings: Sequence[str] = (), head: str = HEAD, **assume: str
) -> FactBase:
    """Return the world of a scenario text (below `HEAD`) under these assumptions."""
    base = small_base()
    scenario, faults = read(head + text, folder)
    own = typed(base, faults, settings=settings, assume=[f"{k}={v}" for k, v in assume.items()])
    scenario = laid_on(scenario, [own], base, faults)
    assert not faults
    return fact_base(base, scenario, choice_of(base, [own]))


def stated(world: FactBase) -> set[str]:
    """Return what a world holds beyond what nobody stated: `attribute(subject)=value`."""
    return {f"{f.attribute}({f.subject})={f.value}" for f in world.facts if f not in world.fixed}


def readings(world: FactBase) -> set[str]:
    """Return the assumptions that made or changed facts: `name attribute(subject)=value`."""
    return {
        f"{name} {f.attribute}({f.subject})={f.value}"
        for f, names in world.readings.items()
        for name in names
    }
