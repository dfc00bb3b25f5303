"""What is said of likely mistakes, kept to be read; `python -m tests.golden` writes it anew."""

from __future__ import annotations

import re

import pytest

from kemitraan.text import Lang
from tests.cli.mistakes import KEPT, Told, every_mistake, kept

ENGLISH = r"\b(the|is|are|not|no|of|or|and|write|did|mean|expected|found|while|with|there)\b"
INDONESIAN = r"\b(tidak|yang|bukan|atau|dan|tulis|adalah|maksud|baris|dengan|berkas)\b"
QUOTED = re.compile(
    r"`[^`]*`|'[^']*'|“[^”]*”|\"[^\"]*\"|\[[^]]*\]|\{[^}]*\}|\S+: |kemitraan \S+ .*"
)


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return list(every_mistake())


def test_what_is_said_of_mistakes_is_as_kept(told: list[Told]) -> None:
    assert len(told) >= 60
    assert kept(told) == KEPT.read_text("utf-8"), "run python -m tests.golden and read it"


def test_every_mistake_ends_the_command_with_one_line_for_each_fault(told: list[Told]) -> None:
    for one in told:
        assert one.codes == (2, 2), one.mistake
        for said in one.said.values():
            assert said.strip(), one.mistake
            assert "Traceback" not in said
            assert all(re.match(r"\S.*?: \S.*[.?”]$", line) for line in said.splitlines()), said
        places = {
            lang: [re.match(r"[^:]*:\d*", line) for line in said.splitlines()]
            for lang, said in one.said.items()
        }
        assert len(places[Lang.ID]) == len(places[Lang.EN])


def test_no_mistake_is_told_in_two_languages(told: list[Told]) -> None:
    for one in told:
        own = {lang: QUOTED.sub(" ", said).lower() for lang, said in one.said.items()}
        assert not re.search(ENGLISH, own[Lang.ID]), own[Lang.ID]
        assert not re.search(INDONESIAN, own[Lang.EN]), own[Lang.EN]
