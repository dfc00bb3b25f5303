"""The guide is built without a warning, says the same in both languages, and loads nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docs.outputs import Failed, with_outputs

from docs.__main__ import HERE, build
from kemitraan.knowledge.load import load_rulebase
from kemitraan.text import Lang
from tests.thorough import few

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = re.compile(r"```(?:kemitraan|picture)\n(.*?)```", re.DOTALL)
_LOADED = re.compile(r"""<(?:script|img|link|iframe)\b[^>]*?(?:src|href)=["\'](?:https?:)?//""")


@pytest.mark.slow
@pytest.mark.parametrize("lang", few(list(Lang), 1))
def test_guide_is_built_without_a_warning_and_loads_nothing(lang: Lang, tmp_path: Path) -> None:
    assert build(tmp_path, [lang]) == 0
    pages = {page: page.read_text("utf-8") for page in tmp_path.rglob("*.html")}
    assert len(pages) > 30
    assert not [page for page, text in pages.items() if _LOADED.search(text)]
    told = "".join(pages.values())
    assert told.count("<figure style='background: white'><svg") == 5
    assert [rule for rule in load_rulebase().rule if rule not in told] == []


def test_both_languages_have_the_same_pages_and_show_the_same_commands() -> None:
    shown = {}
    for lang in Lang:
        pages = {page.name: page.read_text("utf-8") for page in (HERE / lang).glob("*.md")}
        shown[lang] = {
            name: (
                text.count("\n## "),
                re.findall(r"```(?:kemitraan|picture)\n(.*?)```", text, re.DOTALL),
            )
            for name, text in pages.items()
        }
    assert shown[Lang.ID] == shown[Lang.EN]


def test_command_that_fails_is_told_and_not_shown() -> None:
    with pytest.raises(Failed, match="recommend nowhere: 2"):
        with_outputs("```kemitraan\nrecommend nowhere\n```\n", Lang.EN)
