"""A blank profile to fill in: every question with its possible answers, in one language."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.claims import bases_of_evidence
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
_CONCEPTS = {
    "internal_potential": Text("Potensi internal", "Internal potential"),
    "external_environment": Text("Lingkungan eksternal", "External environment"),
    "stakeholders": Text("Pemangku kepentingan", "Stakeholders"),
    "partnership_potential": Text("Potensi kemitraan", "Partnership potential"),
}
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


def template(base: RuleBase, lang: Lang) -> str:
    """Return a commented YAML template in one language. It is valid, and states nothing."""
    words = base.vocabulary
    bases = f"{_BASIS[lang]} (basis): {', '.join(bases_of_evidence(base))}"
    lines = [*_HEAD[lang].splitlines(), *_comment(bases), *_START[lang].splitlines(), "", "sentra:"]
    by_variable = {variable: list(_inputs(base, variable)) for variable in words.variables}
    asked = {one.key: one for listed in by_variable.values() for one in listed}
    opening = [name for name, one in words.questions.items() if one.opens and name in asked]
    if opening:
        lines.append(f"  # ===== {_OPENING[lang]} =====")
        for name in opening:
            of_variable = words.variables[asked[name].variable].informants
            lines.extend(_keyed(base, asked[name], lang, of_variable))
        lines.append("")
    for concept, title in _CONCEPTS.items():
        lines.append(f"  # ===== {title[lang]} =====")
        for variable in words.variables.values():
            listed = [one for one in by_variable[variable.id] if one.key not in opening]
            if variable.concept != concept or not listed:
                continue
            ask = f"{_ASK[lang]}: {variable.informants[lang]} ({variable.technique[lang]})"
            lines.extend(["", *_comment(f"--- {variable.label[lang]}. {ask}", "  ")])
            for one in listed:
                lines.extend(_keyed(base, one, lang))
    lines.extend(["", *_comment(_ACTORS[lang]), *_comment(_EXAMPLE[lang])])
    for attribute in words.attributes.values():
        if attribute.of == ACTOR and attribute.question and attribute.asked:
            # No keys here: whoever is named in a profile takes part.
            lines.extend(_asked(base, attribute.id, attribute.question, attribute, lang, ""))
    lines.append("actors:")
    return "\n".join(lines) + "\n"


class _Input(NamedTuple):
    """One thing that a scenario may state of its sentra."""

    key: str
    label: Text
    attribute: Attribute
    variable: str


def _keyed(
    base: RuleBase, one: _Input, lang: Lang, of_variable: Text | None = None
) -> Iterator[str]:
    """Yield a question as comments, then the key to answer it with.

    Whom to ask is told where it is not those of its variable, or where these are not told above.
    """
    question = one.attribute.question or one.label
    yield from _asked(base, one.label[lang], question, one.attribute, lang, "  ")
    for meaning in _meanings(base, one, lang):
        yield from _comment(f"    {meaning}", "  ")
    known = base.vocabulary.questions.get(one.key)
    if known is not None and known.apart is not None:
        yield from _comment(f"  {_APART[lang]}: {known.apart[lang]}", "  ")
    if informants := one.attribute.informants or of_variable:
        yield from _comment(f"  {_ASK[lang]}: {informants[lang]}", "  ")
    yield f"  {one.key}:"


def _meanings(base: RuleBase, one: _Input, lang: Lang) -> Iterator[str]:
    """Yield what each level means, where the catalogue tells it of this subject."""
    found = base.vocabulary.entries.get(one.key)
    for value in base.vocabulary.values_of(one.attribute.id) if found else ():
        if found and value in found[1].texts:
            label = base.vocabulary.label_of_value(one.attribute.id, value)
            yield f"{label[lang] if label else value}: {found[1].texts[value][lang]}"


def _inputs(base: RuleBase, variable: str) -> Iterator[_Input]:
    """Yield what a scenario may state of its sentra for one operational variable."""
    words = base.vocabulary
    for kind in words.kinds.values():
        if kind.shorthand and words.attributes[kind.shorthand].role == "input":
            for entry in kind.entries:
                if entry.variable == variable:
                    attribute = words.attributes[kind.shorthand]
                    yield _Input(entry.id, entry.label, attribute, variable)
    for attribute in words.attributes.values():
        if (
            attribute.of == SENTRA
            and attribute.role == "input"
            and attribute.variable == variable
            and attribute.question
        ):
            yield _Input(attribute.id, attribute.label, attribute, variable)


def _asked(
    base: RuleBase, word: str, question: Text, attribute: Attribute, lang: Lang, indent: str
) -> Iterator[str]:
    """Yield the comment above a key: what is asked, and what can be answered."""
    yield from _comment(f"{word}: {question[lang]}", indent)
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
    """Return the values an attribute can take, each with its label."""
    return ", ".join(
        f"{value} ({label[lang]})" if label and fold(label[lang]) != value else value
        for value in base.vocabulary.values_of(attribute)
        for label in [base.vocabulary.label_of_value(attribute, value)]
    )


def _example(base: RuleBase, attribute: Attribute) -> str:
    """Return a figure such as one may measure: the highest cut-off of the assumption in force."""
    for assumption in base.assumptions.values():
        steps = assumption.alternative(assumption.default).cutoffs.get(attribute.id)
        if steps:
            return f"{steps[0].at_least or steps[0].above or 1:g}"
    return "1"
