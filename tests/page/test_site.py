"""The page's own code: its words are all there, in both languages, and nothing of it is dead."""

from __future__ import annotations

import re

from kemitraan.page.files import page_files

CODE = {name: code.decode() for name, code in page_files().items() if name.endswith(".js")}
WORDS = re.findall(
    r"^  (\w+): \[\s*(\".*?\"),\s*(\".*?\"),?\s*\],$", CODE["words.js"], re.MULTILINE | re.DOTALL
)
OTHER = "\n".join(code for name, code in CODE.items() if name != "words.js")


def test_each_word_is_told_once_in_both_languages_with_the_same_fields() -> None:
    keys = [key for key, _, _ in WORDS]
    assert len(keys) == len(re.findall(r"^  \w+: \[", CODE["words.js"], re.MULTILINE)) > 100
    assert len({*keys}) == len(keys)
    for key, ind, eng in WORDS:
        fields = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (ind, eng)]
        assert fields[0] == fields[1], key


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    keys = {key for key, _, _ in WORDS}
    assert {*re.findall(r'\bw\("(\w+)"', OTHER)} <= keys
    # A word may be asked for by a name in quotes, as a key of a record, or with `Lead` behind it.
    named = {*re.findall(r'["{,(\s](\w+)["\s:]', OTHER)}
    # The engine names the aspects of `flips`; they are told by words of the page.
    aspects = {"type", "readiness", "focus", "gates", "groups", "strategies", "needs"}
    assert {key for key in keys if key.removesuffix("Lead") not in named | aspects} == set()


def test_what_is_imported_is_there_and_used() -> None:
    for name, code in CODE.items():
        for listed, source in re.findall(
            r'^import \{([^}]+)\} from "\./(\w+\.js)"', code, re.MULTILINE
        ):
            for each in listed.replace("\n", " ").split(","):
                if original := each.strip().split(" as ")[0]:
                    own = each.strip().split(" as ")[-1]
                    assert re.search(rf"export [\w ]*\b{original}\b", CODE[source]), (name, each)
                    assert len(re.findall(rf"\b{own}\b", code)) > 1, (name, each)
