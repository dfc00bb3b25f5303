"""Help in one language: each text is written in both, and a command's help ends with an example.

A command's docstring is a paragraph in Indonesian and one in English; the help of an argument or
option is `Indonesian | English`. What typer says itself it has from a catalogue of messages.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from kemitraan.resources import scenarios_folder
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Callable

HELP_NAMES = ["-h", "--help"]
_USAGE = (
    Text("Cara menulis: ", "Usage: "),
    Text("[OPSI]", "[OPTIONS]"),
    Text("PERINTAH [ISI]...", "COMMAND [ARGS]..."),
)
_EXAMPLE = Text("Contoh: {line}", "Example: {line}")


def use_catalogue(lang: Lang) -> None:
    """Let what typer marks for translation be told in this language."""
    gettext.bindtextdomain("messages", Path(__file__).parent / "locale")
    # The only way to choose among catalogues; nobody else reads it in this process.
    os.environ["LANGUAGE"] = lang


def examples() -> dict[str, str]:
    """Return the example of every command, a whole line, by the command's name."""
    lines = (scenarios_folder() / "examples.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line)


def _usage_in(lang: Lang, usage: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return what tells how a command is written, in one language: typer has it in English."""

    def told(context: Any) -> str:
        text = usage(context)
        for word in _USAGE:
            text = text.replace(word.en, word[lang])
        return text

    return told


def in_language(command: Any, lang: Lang, name: str = "") -> Any:
    """Return a command of typer, and those below it, with the texts of one language alone."""
    told = Text(*(command.help or "").split("\n\n"))
    command.help = told[lang]
    if name in examples():
        command.epilog = _EXAMPLE.format(line=examples()[name])[lang]
    command.get_usage = _usage_in(lang, command.get_usage)
    helping = command.get_help_option(typer.Context(command, help_option_names=HELP_NAMES))
    for param in (*command.params, helping):
        if isinstance(param, TyperArgument | TyperOption) and param.help:
            both = param.help.split(" | ")
            param.help = Text(*both)[lang] if len(both) == 2 else gettext.gettext(param.help)
    if isinstance(command, TyperGroup):
        for word, below in command.commands.items():
            in_language(below, lang, f"{name} {word}".strip())
    return command
