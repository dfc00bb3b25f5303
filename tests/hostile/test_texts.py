"""What a profile says is shown as text: it acts on no terminal and makes no structure."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from markdown_it import MarkdownIt

from kemitraan.analysis.certain.certainty import dependences
from kemitraan.analysis.compare.comparison import compare
from kemitraan.analysis.compare.report import comparison_parts
from kemitraan.analysis.why.report import proof_parts
from kemitraan.analysis.why.why import why
from kemitraan.analysis.why_not.report import why_not_parts
from kemitraan.analysis.why_not.why_not import why_not
from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.report.doubts import doubtful_parts
from kemitraan.report.parts import Grid, as_markdown
from kemitraan.text import Lang, harmless
from kemitraan.yamltree import parse_yaml
from tests.command import Result, kemitraan
from tests.thorough import few

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

CONTROLS = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x07\x08\x7f",
    "\x85\x9b2J\x9d",
    "\u202egnihtemos\u202c",
    "\u2066\u2069\u200e\u200f\u061c",
    "one\u2028two\u2029three",
    "\U000e0041",
]
MARKUP = [
    "\n# Heading\n\ntext",
    "\n\n| a | b |\n|---|---|\n| c | d |\n",
    "x | y \\| z \\\\| end\\",
    "```\nopen",
    "`code`` and ```",
    "~~~\nopen",
    "<script>alert(1)</script>",
    "<!-- comment",
    "<img src=x onerror=alert(1)>",
    "<http://evil.example>",
    "[text](http://evil.example) and ![image](http://evil.example/x.png)",
    "[word]: http://evil.example\n",
    "> quoted",
    "- item\n- item",
    "1. one\n2. two",
    "***",
    "* * *",
    "title\n===",
    "    indented code",
    "\t\ttabs",
]
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0041]"
)
COMMANDS = [
    ("recommend",),
    ("why", "supply_chain"),
    ("why-not", "ready"),
    ("whatif", "--set", "management=strong"),
]


def profile(said: str) -> dict[str, Any]:
    """Return a profile that says something wherever a profile may say anything."""
    claim = {"source": said, "by": said, "note": said}
    return {
        "id": "strange",
        "name": f"N {said}",
        "about": said,
        "assessed_on": "2025",
        "sentra": {
            "district_setting": {"value": said, **claim},
            "product_character": {"value": "food", **claim},
            "product_quality": [{"value": v, **claim} for v in ("strong", "weak")],
            "tourism_context": {"value": "strong", **claim},
            "market_segments": [{"value": "hotel", **claim}, {"value": "restaurant", **claim}],
            "supply_chain_character": {"value": "source_to_buyer", **claim},
        },
        "actors": {
            f"bank {said}": {"kind": "financial_institution", "name": said, "interest": "high"}
        },
    }


def written(said: str, folder: Path) -> Path:
    """Write a profile that says this."""
    file = folder / "strange.yaml"
    # Spells out every character that is not printable ASCII.
    file.write_text(yaml.safe_dump(profile(said)), "utf-8")
    return file


def output(said: str, command: tuple[str, ...], form: str, folder: Path) -> Result:
    """Return what a command writes of a profile that says this."""
    file = written(said, folder)
    first, *rest = command
    done = kemitraan(first, str(file), *rest, "--lang", "en", "--format", form)
    assert done.code == 0, done.err
    return done


@pytest.mark.slow
@pytest.mark.parametrize("form", ["table", "markdown", "json"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_nothing_that_acts_on_a_terminal_is_written(
    command: tuple[str, ...], form: str, tmp_path: Path
) -> None:
    done = output(" ".join(CONTROLS), command, form, tmp_path)
    assert not ACTING.search(done.out + done.err)
    assert "\\u001b[31mred" in done.out


def test_json_holds_exactly_what_was_said(tmp_path: Path) -> None:
    said = " ".join(CONTROLS + MARKUP).strip()
    done = output(said, ("recommend",), "json", tmp_path)
    assert json.loads(done.out)["sentra"]["name"] == f"N {said}"


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def skeleton(tokens: list[Token]) -> list[str]:
    """Return the structure of a Markdown text: its parts, without their words."""
    left_out = {"text", "em_open", "em_close", "strong_open", "strong_close", "text_special"}
    found = []
    for token in tokens:
        if token.type not in left_out:
            found.append(f"{token.type} {token.tag}")
        found += skeleton(token.children or [])
    return found


def reports(said: str, folder: Path) -> list[str]:
    """Return reports on a profile that says this, as Markdown."""
    case = examine(written(said, folder))
    parts = [
        doubtful_parts(case.recommendation, dependences(case), Lang.EN, "strange"),
        proof_parts(case, why(case, "supply_chain"), Lang.EN),
        why_not_parts(case, why_not(case, "ready"), "strange", Lang.EN, full=True),
        comparison_parts(compare([case, case]), Lang.EN),
    ]
    return [as_markdown(part) for part in parts]


@pytest.mark.slow
@pytest.mark.parametrize("said", few([" ".join(MARKUP), *MARKUP], 2))
def test_no_text_changes_the_structure_of_a_markdown_report(said: str, tmp_path: Path) -> None:
    wanted = [skeleton(parser().parse(text)) for text in reports("plain words", tmp_path)]
    assert min(map(len, wanted)) > 20
    found = reports(said, tmp_path)
    assert [skeleton(parser().parse(text)) for text in found] == wanted
    assert "evil.example" not in said or "evil.example" in "".join(found)


def test_cells_show_pipes_and_backslashes_as_they_are() -> None:
    row = ("a | b", "a \\| b", "a\\\\| b", "end\\")
    shown = parser().render(as_markdown([Grid((row,), ("A", "B", "C", "D"))]))
    assert tuple(re.findall("<td>(.*)</td>", shown)) == row


def test_a_key_forges_no_place_of_another_fault(tmp_path: Path) -> None:
    forged = "x\nprofile.yaml:99: all is well.\x1b[2K"
    file = tmp_path / "strange.yaml"
    file.write_text(json.dumps({"id": "a", "name": "A", "sentra": {forged: "y"}, forged: 1}))
    done = kemitraan("scenario", "check", str(file), "--lang", "en")
    assert done.code == 2
    assert len(done.err.splitlines()) == 2
    assert all(line.startswith(str(file)) for line in done.err.splitlines())
    assert not ACTING.search(done.err)


def test_the_name_of_a_file_forges_nothing_either() -> None:
    with pytest.raises(InputError) as raised:
        raise InputError([*_faults("a: [", "x.yaml\ny.yaml:1")])
    assert "\n" not in str(raised.value)


def _faults(text: str, name: str) -> list[Any]:
    faults: list[Any] = []
    assert parse_yaml(text, name, faults) is None
    return faults


def test_what_is_harmless_stays_as_it_is() -> None:
    for text in (
        "Kopi “Flores” – è, ℃, 100 %",
        "你好 👍🏽",
        "\u00e9\u00a0\u200d",
        "a\\b `c` | d",
    ):
        assert harmless(text) == text
