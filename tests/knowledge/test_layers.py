"""What is asked of a layer holds where it is switched off, too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase

SMALL = Path(__file__).parent / "small"


def test_circle_through_an_absence_is_refused_in_a_layer_that_is_switched_off(
    tmp_path: Path,
) -> None:
    """What a rule of that layer could conclude is told, so the layer has to mean something."""
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)
    assert load_rulebase(folder, layers=("paper",)).rules
    file = folder / "practice" / "rules.yaml"
    sound = file.read_text("utf-8")
    file.write_text(sound.replace("{advice: sell}", '{advice: sell, not: {note: "yes"}}'), "utf-8")
    with pytest.raises(InputError, match=r"practice.rules\.yaml.*own absence: note → note"):
        load_rulebase(folder, layers=("paper",))
