"""The pages of the guide that are made from the rules and commands themselves."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docs.outputs import printed
from kemitraan.analysis.assumptions.assumptions import assumptions
from kemitraan.analysis.assumptions.report import assumptions_parts
from kemitraan.cli.help import examples
from kemitraan.knowledge.load import load_rulebase
from kemitraan.report.parts import Heading, as_markdown
from kemitraan.report.rules import list_parts, rules_show, show_parts
from kemitraan.report.words import FOLDER
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

RULES = Text("Katalog aturan", "Catalogue of the rules")
RULES_ABOUT = Text(
    "Satu halaman untuk tiap berkas aturan: dahulu ringkasannya, lalu tiap aturan selengkapnya, "
    "dengan sumbernya dan aturan lain yang membacanya.",
    "A page for each file of rules: in short first, then each rule in full, with its sources and "
    "the other rules that read it.",
)
ASSUMPTIONS = Text("Daftar asumsi", "The assumptions")
COMMANDS = Text("Daftar perintah", "The commands")
_MOST_COLUMNS = 12


def catalogue(lang: Lang) -> dict[str, str]:
    """Return the generated pages by their path: rules by file, assumptions, commands."""
    base = load_rulebase()
    pages = dict(_rules(base, lang))
    pages["rules/index.md"] = _contents(pages, lang)
    pages["assumption-list.md"] = _assumptions(base, lang)
    pages["commands.md"] = _commands(lang)
    return pages


def _contents(pages: Iterable[str], lang: Lang) -> str:
    """Return the page that leads to the files of rules, folder by folder."""
    found = [f"# {RULES[lang]}\n\n{RULES_ABOUT[lang]}\n"]
    for folder, names in groupby(pages, lambda name: PurePosixPath(name).parent.name):
        listed = "\n".join(f"{folder}/{PurePosixPath(name).stem}" for name in names)
        caption = FOLDER[folder][lang] if folder in FOLDER else folder
        found.append(f"```{{toctree}}\n:caption: {caption}\n:maxdepth: 1\n\n{listed}\n```\n")
    return "\n".join(found)


def _rules(base: RuleBase, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield a page for each file of rules."""
    in_file: dict[str, list[Part]] = {}
    for part in list_parts(base, lang):
        if isinstance(part, Heading) and part.text.endswith(".yaml"):
            in_file[part.text] = []
            found = in_file[part.text]
        else:
            found.append(part)
    for file, parts in in_file.items():
        place = PurePosixPath(file)
        full: list[Part] = []
        for rule in base.all_rules:
            if rule.place.file == file:
                full += show_parts(rules_show(rule.id, base), lang)
        text = f"# {place.name}\n\n{as_markdown(parts, _MOST_COLUMNS)}\n{_lower(as_markdown(full))}"
        yield f"rules/{place.parent.name}/{place.stem}.md", text


def _lower(text: str) -> str:
    """Return Markdown whose headings stand one level lower."""
    return "".join(f"#{line}" if line.startswith("#") else line for line in text.splitlines(True))


def _assumptions(base: RuleBase, lang: Lang) -> str:
    short = as_markdown(assumptions_parts(assumptions(base), lang, ""))
    full = [
        part
        for one in sorted(base.assumptions.values(), key=lambda one: one.id)
        for part in show_parts(rules_show(one.id, base), lang)
    ]
    return f"{short}\n{_lower(as_markdown(full))}"


def _commands(lang: Lang) -> str:
    """Return the help of every command, with its example."""
    helped = (
        f"## kemitraan {name}\n\n```text\n{printed(f'{name} --help', lang).strip()}\n```\n"
        for name in examples()
    )
    return "\n".join([f"# {COMMANDS[lang]}\n", *helped])
