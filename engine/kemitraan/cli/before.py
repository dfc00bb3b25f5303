"""What stands before any command: `kemitraan --version`, `kemitraan --lang en certain …`."""

from typing import Annotated

import typer

from kemitraan import __version__
from kemitraan.command.options import LangOption
from kemitraan.command.output import write


def _version(asked: bool) -> None:
    if asked:
        write(f"kemitraan {__version__}\n")
        raise typer.Exit


def before_commands(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Nomor versi. | Version number."
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """Handle what stands before any command; `--lang` is the same here as after it."""
    del version, lang


def before_group(lang: LangOption = None) -> None:
    """Handle what stands between the name of a group and its command."""
    del lang
