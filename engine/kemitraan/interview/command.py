"""`interview`: one question after another in the terminal, each answer kept at once."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion
from kemitraan.command.options import LangOption
from kemitraan.text import default_lang


def interview(
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="SCENARIO",
            help="Profil yang dilanjutkan; kosong: sentra baru. | "
            "Profile to go on with; none: a new sentra.",
            autocompletion=completion.scenarios,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Berkas profil; tanpa ini: dari nama sentra. | "
            "File of the profile; without it: by the name of the sentra.",
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Tanya jawab: hanya yang masih dapat mengubah anjuran, jawaban langsung disimpan.

    An interview: only what can still change the advice, each answer kept at once.
    """
    from kemitraan.interview.start import start

    start(scenario, output, lang or default_lang())
