"""Options that commands share, and how faults of the input are reported."""

from __future__ import annotations

import functools
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from kemitraan.command.progress import progress
from kemitraan.faults import InputError
from kemitraan.text import Lang, Text, default_lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from kemitraan.knowledge.language import Layer

P = ParamSpec("P")

_INTERRUPTED = Text("Dihentikan; tidak ada hasil.", "Interrupted; there is no result.")


class Format(StrEnum):
    """How a command writes its result."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"


class LayerChoice(StrEnum):
    """Which rules take part."""

    ALL = "all"
    PAPER = "paper"


LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", help="Bahasa: id atau en. | Language: id or en.", show_default=False),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="table, markdown, json. | table, markdown, json.")
]
AssumeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--assume",
        metavar="NAME=VALUE",
        help="Pilih asumsi lain; boleh berulang. | Choose an assumption; repeatable.",
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="ATTRIBUTE=VALUE",
        help="Ubah satu fakta untuk percobaan; boleh berulang. | Set a fact; repeatable.",
    ),
]
OverlayOption = Annotated[
    list[str] | None,
    typer.Option(
        "--overlay",
        metavar="FILE",
        help="Tumpangkan overlay (berkas atau nama bawaan); boleh berulang. | "
        "Lay an overlay on (file or shipped name); repeatable.",
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="RULE",
        help="Aturan yang dimatikan; boleh berulang. | Switch a rule off; repeatable.",
    ),
]
LayerOption = Annotated[
    LayerChoice,
    typer.Option("--layer", help="paper: tanpa lapisan praktik. | paper: no practice layer."),
]


def language(chosen: Lang | None) -> Lang:
    """Return the language of the output: the one asked for, or the default of this machine."""
    return chosen or default_lang()


def layers(choice: LayerChoice) -> tuple[Layer, ...]:
    """Return the layers of rules that take part."""
    return ("paper",) if choice == LayerChoice.PAPER else ("paper", "practice")


def write(text: str) -> None:
    """Write a result to standard output, complete or not at all."""
    sys.stdout.write(text)
    sys.stdout.flush()


def reported(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command report every fault of its input, in its language, and end with code 2.

    Interrupted (Ctrl-C), it ends with code 130 and one line; while it works, it tells how far.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        lang = kwargs.get("lang")
        chosen = language(lang if isinstance(lang, Lang) else None)
        try:
            with progress():
                command(*args, **kwargs)
        except InputError as error:
            for fault in error.faults:
                print(fault.format(chosen), file=sys.stderr)
            raise typer.Exit(2) from None
        except KeyboardInterrupt:
            print(_INTERRUPTED[chosen], file=sys.stderr)
            raise typer.Exit(130) from None

    return run


def _version(asked: bool) -> None:
    if asked:
        from kemitraan import __version__

        write(f"kemitraan {__version__}\n")
        raise typer.Exit


def show_version(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Versi. | Version."),
    ] = False,
) -> None:
    """Handle options that stand before any command."""
    del version
