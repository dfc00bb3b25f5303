"""Edits as somebody makes them on the page, at random, and the same for the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kemitraan.page.ask import ask
from kemitraan.page.given import base_of

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

ADDED = "id: added\nname: {id: Tambahan, en: Added}\nabout: {id: Tambahan, en: Added}\nactors:\n"


@dataclass(frozen=True, slots=True)
class Edits:
    """What is edited in a profile: as arguments of a question, and as options of a command."""

    arguments: dict[str, Any]
    options: tuple[str, ...]


def edits(scenario: str, chance: Random, folder: Path) -> Edits:
    """Return edits to facts, parties, assumptions and rules; `folder` takes what are files."""
    form = json.loads(ask("form", {}))
    inputs = [one for group in form["groups"] for one in group["inputs"]]
    parties = [one["id"] for one in json.loads(ask("facts", {"scenario": scenario}))["actors"]]
    kind = chance.choice(form["kinds"])["id"]
    name = json.dumps(chance.choice(['Mitra: "satu"', "<b>Dua</b>", "Tiga ✓", ""]))
    file = folder / f"added-{chance.randrange(10**9)}.yaml"
    text = f"{ADDED}  new_1: {{kind: {kind}, name: {name}}}\n"
    file.write_text(text, "utf-8")

    said = {one["key"]: _answer(one, chance) for one in chance.sample(inputs, 3)}
    for party in [*chance.sample(parties, min(1, len(parties))), "new_1"]:
        one = chance.choice(form["actor"])
        said[f"{party}.{one['key']}"] = _answer(one, chance)
    settings = [f"{key}={answer}" for key, answer in said.items()]
    told = json.loads(ask("assumptions", {}))["assumptions"]
    assume = [
        f"{one['name']}={chance.choice(one['alternatives'])['id']}"
        for one in chance.sample(told, 2)
    ]
    without = [chance.choice([rule.id for rule in base_of().rules])]
    named = {"--set": settings, "--assume": assume, "--without": without, "--overlay": [str(file)]}
    return Edits(
        {
            "settings": settings,
            "assume": assume,
            "without": without,
            "overlays": [{"file": str(file), "text": text}],
        },
        tuple(word for option, values in named.items() for one in values for word in (option, one)),
    )


def _answer(asked: dict[str, Any], chance: Random) -> str:
    """Return one of the answers to an input; or that nothing is known, or a figure, or words."""
    if asked["answers"] and chance.random() < 0.8:
        return str(chance.choice(asked["answers"])["id"])
    return "?" if not asked["words"] else chance.choice(["?", 'a "b" <i>c</i>: {d}'])
