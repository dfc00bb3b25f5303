"""`schema`: JSON schemas of what is read and written, for editors and programs."""

from typing import Annotated

import typer

from kemitraan.analysis.schema import What
from kemitraan.command.options import one_of
from kemitraan.command.output import write


def schema(
    what: Annotated[
        What,
        typer.Argument(
            help="Berkas (scenario, overlay, rules), atau perintah yang mencetak JSON. | "
            "A file (scenario, overlay, rules), or a command that prints JSON.",
            **one_of(What, "SCHEMA") | {"metavar": "NAME"},
        ),
    ],
) -> None:
    """Skema JSON dari apa yang dibaca dan ditulis, bagi penyunting teks dan program.

    JSON schema of what is read and written, for editors and programs.
    """
    from kemitraan.analysis.schema import schema as published
    from kemitraan.published import as_json

    write(as_json(published(what)))
