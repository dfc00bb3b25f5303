"""Whatever the width: no line is longer, and no word is broken that would fit on a line."""

from __future__ import annotations

from itertools import cycle, product
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from kemitraan.cli import app
from kemitraan.report import parts
from kemitraan.text import Lang
from tests.thorough import few

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.report.parts import Part

SENTRA = "songket-silungkang"
COMMANDS = (
    ("recommend", SENTRA),
    ("recommend", SENTRA, "--full"),
    ("why", SENTRA),
    ("why", SENTRA, "creative_economy"),
    ("why-not", SENTRA, "ready"),
    ("compare", "itabajo", SENTRA),
    ("whatif", SENTRA, "--set", "management=weak"),
    ("certain", SENTRA),
    ("questions", SENTRA),
    ("flips", SENTRA),
    ("change", SENTRA, "--to", "ready"),
    ("reasons", SENTRA, "creative_economy"),
    ("assumptions", SENTRA),
    ("robust", SENTRA),
    ("stability", SENTRA),
    ("thresholds", SENTRA),
    ("scenario", "list"),
    ("rules", "list"),
    ("rules", "show", "TYP-19"),
    ("rules", "show", "A-01"),
    ("rules", "coverage"),
)
# Each command in one language always, in both when all is run.
IN_TURN = list(zip(COMMANDS, cycle(Lang), strict=False))
IN_THE_OTHER = [one for one in product(COMMANDS, Lang) if one not in IN_TURN]
WIDTHS = (40, 60, 80, 120)
BRANCHES = str.maketrans(dict.fromkeys("─│├└", " "))
HANG = 4
"""What a list or tree may set before a line."""


@pytest.mark.parametrize("asked", few([*IN_TURN, *IN_THE_OTHER], len(IN_TURN)), ids=repr)
@pytest.mark.slow
def test_no_line_is_longer_and_no_word_is_broken(
    asked: tuple[tuple[str, ...], Lang], monkeypatch: pytest.MonkeyPatch
) -> None:
    command, lang = asked
    told: list[Part] = []

    def kept(some: Iterable[Part], *_: object, **__: object) -> str:
        told.extend(some)
        return ""

    monkeypatch.setattr(parts, "as_text", kept)
    done = CliRunner().invoke(app, [*command, "--lang", lang])
    assert (done.exit_code, bool(told)) == (0, True), done.output
    monkeypatch.undo()
    words = set(parts.as_text(told, 100_000).translate(BRANCHES).split())
    for width in WIDTHS:
        lines = parts.as_text(told, width).splitlines()
        assert [line for line in lines if len(line) > width] == []
        long = [word for word in words if len(word) > width - HANG]
        broken = {
            word
            for line in lines
            for word in line.translate(BRANCHES).split()
            if not {word, word.removesuffix(":"), word.removesuffix(";")} & words
            if set(word) - set("=-")
            if not any(word in one for one in long)
        }
        assert broken == set(), width
