"""The deep check in words: what was found under all profiles, with the profile that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import Fault
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.analysis.check.deep import DeepCheck
    from kemitraan.analysis.check.finding import DeepFinding, Witness

_CHECKED = Text(
    "{n} aturan diperiksa di bawah semua profil (hingga {actors} aktor tiap jenis), tanpa temuan.",
    "{n} rules checked under all profiles (up to {actors} actors of each kind), nothing found.",
)
_NOTHING = Text(
    "Tanpa temuan di bawah semua profil (hingga {actors} aktor tiap jenis).",
    "Nothing found under all profiles (up to {actors} actors of each kind).",
)
_ONLY = Text(
    "Hanya ditanyakan tentang {rules}: apakah berlaku, berpengaruh, bersama aturan lain memberi "
    "satu hal dua nilai, dan apakah tabelnya tanpa celah dan tanpa baris yang tumpang tindih.",
    "Asked about {rules} only: whether it fires, makes a difference, with another rule gives one "
    "thing two values, and whether its table has neither gaps nor rows that overlap.",
)
_ACCEPTED = Text("Diketahui dan dibiarkan, dengan alasannya:", "Known and left, with the reason:")
_PROFILE = Text("Profil terkecil yang menunjukkannya", "The smallest profile that shows it")
_EMPTY = Text("profil kosong", "an empty profile")
_SAVE = Text(
    "Sebagai berkas, untuk `kemitraan recommend`{assume}:",
    "As a file, for `kemitraan recommend`{assume}:",
)
_UNDECIDED = Text("belum diputuskan: {what}", "not decided: {what}")
_FIX = Text(
    "Perbaiki aturannya, atau jelaskan di accepted.yaml",
    "Mend the rules, or explain it in accepted.yaml",
)


def findings_text(found: DeepCheck, lang: Lang) -> str:
    """Return every finding as a line with file and line, its profile below it."""
    lines = [line for finding in found.findings for line in _finding(finding, lang)]
    for finding in found.undecided:
        what = _UNDECIDED.format(what=finding.what)
        lines.append(Fault(finding.place, what, finding.why).format(lang))
    lines += [fault.format(lang) for fault in found.stale]
    lines += _only(found, lang)
    return "\n".join(lines) + "\n"


def _finding(finding: DeepFinding, lang: Lang) -> Iterator[str]:
    yield Fault(finding.place, finding.what, finding.why, _FIX).format(lang)
    if finding.witness is not None:
        yield from _witness(finding.witness, lang)


def _witness(witness: Witness, lang: Lang) -> Iterator[str]:
    said = "; ".join(text[lang] for text in witness.said) or _EMPTY[lang]
    yield f"  {_PROFILE[lang]}: {said}."
    assume = "".join(f" --assume {choice}" for choice in witness.assume)
    yield f"  {_SAVE.format(assume=assume)[lang]}"
    yield from (f"    {line}" for line in witness.profile.splitlines())


def accepted_text(found: DeepCheck, lang: Lang) -> str:
    """Return that nothing was found, and what is accepted, each with its reason."""
    checked = _NOTHING if found.only else _CHECKED
    lines = [checked.format(n=found.rules, actors=found.actors)[lang], *_only(found, lang)]
    if found.accepted:
        lines.append(_ACCEPTED[lang])
    for finding in found.accepted:
        fault = Fault(finding.place, finding.what, finding.reason or finding.why)
        lines.append(f"- {fault.format(lang)}")
    return "\n".join(lines) + "\n"


def _only(found: DeepCheck, lang: Lang) -> list[str]:
    return [_ONLY.format(rules=", ".join(found.only))[lang]] if found.only else []
