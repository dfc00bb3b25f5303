"""The options that commands share, declared once; a command lists those it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kemitraan.command import completion
from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.text import Lang, Text


class Format(StrEnum):
    """How a command writes its result."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"

    @property
    def for_programs(self) -> bool:
        """Tell whether a program reads it: JSON, over many lines or on a single one."""
        return self in (Format.JSON, Format.JSONL)


class LayerChoice(StrEnum):
    """Which rules take part."""

    ALL = "all"
    PAPER = "paper"


_ENDINGS = {
    ".txt": Format.TABLE,
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
}


@dataclass(frozen=True)
class Output:
    """A file to write the result to; its ending says in which form."""

    file: Path
    form: Format


def _output(named: str) -> Output:
    file = Path(named)
    if form := _ENDINGS.get(file.suffix.lower()):
        return Output(file, form)
    what = Text("akhiran nama berkas ini tidak dikenal", "this ending of a file is not known")
    listed = ", ".join(_ENDINGS)
    fix = Text(f"Pakai salah satu: {listed}", f"Use one of {listed}")
    raise InputError([Fault(Place(named), what, fix=fix)])


def form_of(form: Format | None, output: Output | None) -> Format:
    """Return the form that is asked for: by its name, by the ending of the file, else a table.

    Raises:
        InputError: the two say different things.
    """
    if output is None:
        return form or Format.TABLE
    if form not in (None, output.form):
        what = Text(
            f"--format {form} dan berkas {output.file.name} tidak cocok",
            f"--format {form} and the file {output.file.name} do not fit",
        )
        fix = Text(
            "Hapus --format: akhiran berkas sudah cukup", "Drop --format: the ending says it"
        )
        raise InputError([Fault(Place("--output"), what, fix=fix)])
    return output.form


def one_of(kind: type[StrEnum], place: str) -> dict[str, Any]:
    """Return what makes typer read one of these words; `place` is where a fault is said to be.

    typer reads a `StrEnum` by itself, but tells of another word in English alone.
    """

    def read(word: str) -> StrEnum:
        if word in set(kind):
            return kind(word)
        what = Text(f"'{word}' tidak dikenal", f"'{word}' is unknown")
        listed = ", ".join(kind)
        fix = meant(word, kind, Text(f"Pilih salah satu: {listed}", f"Choose one of {listed}"))
        raise InputError([Fault(Place(place), what, fix=fix)])

    def complete(incomplete: str) -> list[str]:
        return [word for word in kind if word.startswith(incomplete)]

    return {"parser": read, "metavar": "|".join(kind), "autocompletion": complete}


ScenarioArgument = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="Berkas profil, atau nama profil bawaan. | Profile file, or name of a shipped one.",
        autocompletion=completion.scenarios,
    ),
]
ScenariosArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO",
        help="Berkas profil, atau nama profil bawaan. | Profile files, or names of shipped ones.",
        autocompletion=completion.scenarios,
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="Bahasa; tanpa ini: KEMITRAAN_LANG, lalu bahasa komputer ini. | "
        "Language; without it: KEMITRAAN_LANG, then that of this machine.",
        **one_of(Lang, "--lang"),
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Bentuk hasil; jsonl: JSON sebaris. | Form of the result; jsonl: JSON on a line.",
        **one_of(Format, "--format"),
    ),
]
OutputOption = Annotated[
    Output | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=_output,
        help="Tulis ke berkas: .txt, .md, .json atau .jsonl. | "
        "Write to a file: .txt, .md, .json or .jsonl.",
    ),
]
AssumeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--assume",
        metavar="NAME=VALUE",
        help="Pilih asumsi lain; boleh berulang. | Choose an assumption; repeatable.",
        autocompletion=completion.assumptions,
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="ATTRIBUTE=VALUE",
        help="Ubah satu fakta untuk percobaan; boleh berulang. | Set a fact; repeatable.",
        autocompletion=completion.settings,
    ),
]
OverlayOption = Annotated[
    list[str] | None,
    typer.Option(
        "--overlay",
        metavar="FILE",
        help="Tumpangkan overlay (berkas atau nama bawaan); boleh berulang. | "
        "Lay an overlay on (file or shipped name); repeatable.",
        autocompletion=completion.overlays,
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="RULE",
        help="Aturan yang dimatikan; boleh berulang. | Switch a rule off; repeatable.",
        autocompletion=completion.rules,
    ),
]
LayerOption = Annotated[
    LayerChoice,
    typer.Option(
        "--layer",
        help="paper: tanpa lapisan praktik. | paper: no practice layer.",
        **one_of(LayerChoice, "--layer"),
    ),
]
ForceOption = Annotated[
    bool,
    typer.Option("--force", help="Timpa berkas yang sudah ada. | Write over a file that is there."),
]
