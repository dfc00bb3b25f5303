"""`rules export`: the rules, with the facts of a profile, as a file of another engine."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion, options
from kemitraan.command.output import write


class Engine(StrEnum):
    """The engines there is a file for."""

    CLIPS = "clips"


def export(
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="SCENARIO",
            help="Berkas profil, atau nama profil bawaan; kosong: tanpa fakta sentra. "
            "| Profile file, or name of a shipped one; none: no facts of a sentra.",
            autocompletion=completion.scenarios,
        ),
    ] = None,
    to: Annotated[
        Engine,
        typer.Option(
            "--to",
            help="Mesin yang membacanya. | The engine that reads it.",
            **options.one_of(Engine, "--to"),
        ),
    ] = Engine.CLIPS,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Tulis ke berkas, biasanya .clp. | Write to a file, usually .clp.",
        ),
    ] = None,
    lang: options.LangOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Aturan dengan fakta suatu profil sebagai berkas untuk CLIPS; kesimpulannya sama.

    The rules with the facts of a profile as a file for CLIPS, which concludes the same.
    """
    from kemitraan.command.cases import cases
    from kemitraan.export.clips import clips_file

    del to, lang
    named = scenario or {"id": "sentra", "name": "sentra"}
    write(clips_file(cases([named], assume, settings, layer, overlays, without)[0]), output)
