"""A blank profile to fill in: every question with its possible answers, in one language."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.scenario.asked import Input, all_inputs, by_informants, informants, meanings, opening
from kemitraan.scenario.claims import basis_labels
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

_HEAD = Text(
    """# Profil sebuah sentra. Isi yang diketahui; biarkan kosong bila belum: yang tidak diketahui
# akan ditanyakan dan tidak pernah dihitung sebagai kelemahan.
# Setiap jawaban boleh menyebut sumbernya:
#   management: {value: sedang, source: "Penilaian 2026", by: "Kepala bidang", on: 2026-03}
# Bila dua keterangan berbeda, tulis keduanya sebagai daftar: [{value: …}, {value: …}]
""",
    """# Profile of a sentra. Fill in what is known; leave blank what is not: what is unknown will
# be asked for, and is never counted as a weakness.
# Every answer may name its source:
#   management: {value: developing, source: "Assessment 2026", by: "Head of section", on: 2026-03}
# Where two statements differ, write both as a list: [{value: …}, {value: …}]
""",
)
_BASIS = Text("Dasar keterangan", "Kind of evidence")
_START = Text(
    """id: sentra-saya
name: Nama sentra
about:
assessed_on:        # tahun penilaian, misalnya 2026
""",
    """id: my-sentra
name: Name of the sentra
about:
assessed_on:        # year of the assessment, such as 2026
""",
)
_WIDTH = 98
_OPENING = Text(
    "Mulai di sini: yang paling menentukan anjuran", "Start here: what settles most of the advice"
)
_APART = Text("Bedanya", "Told apart")
_ACTORS = Text(
    "Aktor: satu baris bagi setiap pihak. Nama yang sama dengan jenisnya tidak perlu `kind`; "
    "`source` dan `note` berlaku bagi semua yang dikatakan tentangnya:",
    "Actors: one line for each party. A name equal to its kind needs no `kind`; `source` and "
    "`note` go for all that is said of it:",
)
_EXAMPLE = Text(
    "  bank_daerah: {kind: financial_institution, name: Bank Daerah, interest: sedang, source: …}",
    "  local_bank: {kind: financial_institution, name: Local Bank, interest: medium, source: …}",
)
_ANSWERS = Text("Jawaban", "Answers")
_SEVERAL = Text("boleh beberapa: [a, b]", "several allowed: [a, b]")
_FIGURE = Text("atau angka", "or a figure")
_WORDS = Text("tulis dengan kata-kata sendiri", "in your own words")
_ASK = Text("Tanyakan kepada", "Ask")
_MORE = Text(
    "Formulir pendek: yang paling menentukan dahulu. Semua pertanyaan: kemitraan scenario new",
    "Short form: what settles most comes first. Every question: kemitraan scenario new",
)
_SCHEMA = Text(
    "Penyunting teks melengkapi jawaban dengan skema itu: "
    "kemitraan schema {what} --lang id -o {file}",
    "Editors complete the answers by that schema: kemitraan schema {what} --lang en -o {file}",
)


def modeline(what: str, lang: Lang) -> list[str]:
    """Return the comments that open a template: its schema for editors, and how that is made."""
    file = f"{what}.schema.json"
    return [
        f"# yaml-language-server: $schema={file}",
        *_comment(_SCHEMA[lang].format(what=what, file=file)),
    ]


def template(base: RuleBase, lang: Lang, *, short: bool = False) -> str:
    """Return a commented YAML template in one language. It is valid, and states nothing.

    What settles most opens it, in that order; with `short` that is all that is asked of the
    sentra. The rest follows by whom to ask.
    """
    words = base.vocabulary
    lines = [*modeline("scenario", lang), *_HEAD[lang].splitlines()]
    lines += _comment(f"{_BASIS[lang]} (basis): {', '.join(basis_labels(base, lang))}")
    if short:
        lines += _comment(_MORE[lang])
    lines += [*_START[lang].splitlines(), "", "sentra:"]
    asked, first = all_inputs(base), opening(base)
    if first:
        lines.append(f"  # ===== {_OPENING[lang]} =====")
        for name in first:
            lines.extend(_keyed(base, asked[name], lang, ask=True))
        lines.append("")
    if not short:
        for one_group in by_informants(base, [o for k, o in asked.items() if k not in first]):
            who = informants(base, one_group[0])[lang]
            lines.extend(_comment(f"===== {_ASK[lang]}: {who} =====", "  "))
            for one in one_group:
                lines.extend(_keyed(base, one, lang))
            lines.append("")
    lines.extend([*_comment(_ACTORS[lang]), *_comment(_EXAMPLE[lang])])
    for attribute in words.attributes.values():
        if attribute.of == ACTOR and attribute.question and attribute.asked:
            # No keys here: whoever is named in a profile takes part.
            lines.extend(_asked(base, attribute.label[lang], attribute, lang, "", attribute.id))
    lines.append("actors:")
    return "\n".join(lines) + "\n"


def _keyed(base: RuleBase, one: Input, lang: Lang, *, ask: bool = False) -> Iterator[str]:
    """Yield a question as comments, then the key to answer it with; and whom to `ask`, if told."""
    yield from _asked(base, one.label[lang], one.attribute, lang, "  ")
    for meaning in meanings(base, one, lang):
        yield from _comment(f"    {meaning}", "  ")
    known = base.vocabulary.questions.get(one.key)
    if known is not None and known.apart is not None:
        yield from _comment(f"  {_APART[lang]}: {known.apart[lang]}", "  ")
    if ask:
        yield from _comment(f"  {_ASK[lang]}: {informants(base, one)[lang]}", "  ")
    yield f"  {one.key}:"


def _asked(
    base: RuleBase, word: str, attribute: Attribute, lang: Lang, indent: str, key: str = ""
) -> Iterator[str]:
    """Yield the comment above a key: what is asked, and what can be answered."""
    question = attribute.question[lang] if attribute.question else word
    yield from _comment(f"{key or word}: {question}", indent)
    if base.vocabulary.takes_words(attribute.id):
        answers = _WORDS[lang]
    else:
        answers = _choices(base, attribute.id, lang)
        if attribute.many:
            answers += f"; {_SEVERAL[lang]}"
        if attribute.figure:
            how = (
                "since: 2024" if attribute.figure.since else f"figure: {_example(base, attribute)}"
            )
            unit = attribute.figure.unit[lang]
            answers += f"; {_FIGURE[lang]} ({unit}): {{{how}}}"
    yield from _comment(f"  {_ANSWERS[lang]}: {answers}", indent)


def _comment(text: str, indent: str = "") -> list[str]:
    """Return a text as comment lines of a readable width."""
    first = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        text.strip(),
        _WIDTH,
        initial_indent=f"{indent}# {first}",
        subsequent_indent=f"{indent}# {first}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _choices(base: RuleBase, attribute: str, lang: Lang) -> str:
    """Return the words to answer with."""
    words = base.vocabulary
    return ", ".join(words.word_for(attribute, v)[lang] for v in words.values_of(attribute))


def _example(base: RuleBase, attribute: Attribute) -> str:
    """Return a figure such as one may measure: the highest cut-off of the assumption in force."""
    for assumption in base.assumptions.values():
        steps = assumption.alternative(assumption.default).cutoffs.get(attribute.id)
        if steps:
            return f"{steps[0].at_least or steps[0].above or 1:g}"
    return "1"
