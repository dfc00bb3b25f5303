"""A blank profile to fill in: every question with its possible answers, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
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
# Dasar keterangan (basis): %s
id: sentra-saya
name: Nama sentra
about:
assessed_on:        # tahun penilaian, misalnya 2026
""",
    """# Profile of a sentra. Fill in what is known; leave blank what is not: what is unknown will
# be asked for, and is never counted as a weakness.
# Every answer may name its source:
#   management: {value: developing, source: "Assessment 2026", by: "Head of section", on: 2026-03}
# Where two statements differ, write both as a list: [{value: …}, {value: …}]
# Kind of evidence (basis): %s
id: my-sentra
name: Name of the sentra
about:
assessed_on:        # year of the assessment, such as 2026
""",
)
_CONCEPTS = {
    "internal_potential": Text("Potensi internal", "Internal potential"),
    "external_environment": Text("Lingkungan eksternal", "External environment"),
    "stakeholders": Text("Pemangku kepentingan", "Stakeholders"),
    "partnership_potential": Text("Potensi kemitraan", "Partnership potential"),
}
_ACTORS = Text(
    """
# Aktor: satu baris bagi setiap pihak. Nama yang sama dengan jenisnya tidak perlu `kind`.
# Jenis: %s
# Contoh:
#   bank_daerah: {kind: financial_institution, name: Bank Daerah, interest: sedang}
""",
    """
# Actors: one line for each party. A name equal to its kind needs no `kind`.
# Kinds: %s
# Example:
#   local_bank: {kind: financial_institution, name: Local Bank, interest: medium}
""",
)
_ANSWERS = Text("Jawaban", "Answers")
_SEVERAL = Text("boleh beberapa: [a, b]", "several allowed: [a, b]")
_FIGURE = Text("atau angka", "or a figure")
_WORDS = Text("tulis dengan kata-kata sendiri", "in your own words")
_ASK = Text("Tanyakan kepada", "Ask")


def template(base: RuleBase, lang: Lang) -> str:
    """Return a commented YAML template in one language. It is valid, and states nothing."""
    words = base.vocabulary
    bases = sorted(
        {
            basis
            for assumption in base.assumptions.values()
            for alternative in assumption.alternatives
            if alternative.reading
            for basis in alternative.reading.grades
        }
    )
    lines = [_HEAD[lang] % ", ".join(bases), "sentra:"]
    for concept, title in _CONCEPTS.items():
        lines.append(f"  # ===== {title[lang]} =====")
        for variable in words.variables.values():
            if variable.concept != concept:
                continue
            asked = list(_inputs(base, variable.id))
            if not asked:
                continue
            ask = f"{_ASK[lang]}: {variable.informants[lang]} ({variable.technique[lang]})"
            lines.extend(["", f"  # --- {variable.label[lang]}. {ask}"])
            for key, label, attribute in asked:
                lines.extend(_entry(base, key, label, attribute, lang, "  "))
    kinds = ", ".join(words.values_of("kind"))
    lines.extend([_ACTORS[lang] % kinds, "actors:"])
    named = [a for a in words.attributes.values() if a.of == ACTOR and a.role == "input"]
    for kind in words.values_of("kind")[:1]:
        lines.append(f"  {kind}:")
        for attribute in named:
            if attribute.id != "kind":
                lines.extend(_entry(base, attribute.id, attribute.label, attribute, lang, "    "))
    return "\n".join(lines) + "\n"


def _inputs(base: RuleBase, variable: str) -> Iterator[tuple[str, Text, Attribute]]:
    """Yield what a scenario may state of its sentra for one operational variable."""
    words = base.vocabulary
    for kind in words.kinds.values():
        if kind.shorthand and words.attributes[kind.shorthand].role == "input":
            for entry in kind.entries:
                if entry.variable == variable:
                    yield entry.id, entry.label, words.attributes[kind.shorthand]
    for attribute in words.attributes.values():
        if (
            attribute.of == SENTRA
            and attribute.role == "input"
            and attribute.variable == variable
            and attribute.question
        ):
            yield attribute.id, attribute.label, attribute


def _entry(
    base: RuleBase, key: str, label: Text, attribute: Attribute, lang: Lang, indent: str
) -> Iterator[str]:
    question = attribute.question or attribute.label
    text = f"{label[lang]}: {question[lang]}"
    yield f"{indent}# {text}"
    scale = base.vocabulary.scales.get(attribute.scale)
    if scale and scale.text:
        answers = _WORDS[lang]
    else:
        answers = ", ".join(
            value if value == shown else f"{value} ({shown})"
            for value in base.vocabulary.values_of(attribute.id)
            for shown in [_shown(base, attribute.id, value, lang)]
        )
        if attribute.many:
            answers += f"; {_SEVERAL[lang]}"
        if attribute.figure:
            how = (
                "since: 2024" if attribute.figure.since else f"figure: {_example(base, attribute)}"
            )
            unit = attribute.figure.unit[lang]
            answers += f"; {_FIGURE[lang]} ({unit}): {{{how}}}"
    yield f"{indent}#   {_ANSWERS[lang]}: {answers}"
    yield f"{indent}{key}:"


def _shown(base: RuleBase, attribute: str, value: str, lang: Lang) -> str:
    label = base.vocabulary.label_of_value(attribute, value)
    return label[lang] if label else value


def _example(base: RuleBase, attribute: Attribute) -> str:
    """Return a figure such as one may measure: the highest cut-off of the assumption in force."""
    for assumption in base.assumptions.values():
        steps = assumption.alternative(assumption.default).cutoffs.get(attribute.id)
        if steps:
            return f"{steps[0].at_least or steps[0].above or 1:g}"
    return "1"
