"""`schema`: JSON schemas of what is read and written, for editors and programs."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.analysis.schema import What
from kemitraan.command.options import LangOption, one_of
from kemitraan.command.output import write
from kemitraan.text import default_lang


def schema(
    what: Annotated[
        What,
        typer.Argument(
            help="Berkas (scenario, overlay, rules), atau perintah yang mencetak JSON. | "
            "A file (scenario, overlay, rules), or a command that prints JSON.",
            **one_of(What, "SCHEMA") | {"metavar": "NAME"},
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Tulis ke berkas. | Write to a file."),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Skema JSON dari apa yang dibaca dan ditulis, bagi penyunting teks dan program.

    JSON schema of what is read and written, for editors and programs.
    """
    from kemitraan.analysis.schema import schema as published
    from kemitraan.published import as_json

    write(as_json(published(what, lang or default_lang())), output)
