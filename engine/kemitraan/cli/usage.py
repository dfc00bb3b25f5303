"""How a command was called wrongly, told as any other fault: typer tells it in English alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

from kemitraan.faults import Fault, Place, meant
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

USAGE: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises where a command line is wrong; it has no public name."""

_NAME = "kemitraan"
_PARTS = {"SCENARIO": "profil", "CONCLUSION": "kesimpulan", "FILE": "berkas", "ID": "kode aturan"}


def usage_faults(error: Any) -> list[Fault]:
    """Return what is wrong with a command line; where nothing was asked, its help is shown."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else _NAME
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return []
    what, fix = _told(error, context)
    help_at = Text(f"Bantuan: {command} -h", f"Help: {command} -h")
    return [Fault(Place(command), what, fix, help_at)]


def _told(error: Any, context: Any) -> tuple[Text, Text]:
    """Return what is wrong, and what was probably meant or is wanted."""
    said = error.format_message()
    kind = type(error).__name__
    if kind == "NoSuchOption":
        word = error.option_name
        what = Text(f"opsi '{word}' tidak ada", f"there is no option '{word}'")
        if _taken_later(context, word):
            return what, Text(
                f"Tulis sesudah perintahnya: {context.command_path} PERINTAH {word} …",
                f"Write it after the command: {context.command_path} COMMAND {word} …",
            )
        return what, meant(word, _options(context))
    if kind == "BadOptionUsage" and "not take" in said:
        word = error.option_name
        return (
            Text(f"opsi '{word}' tidak diikuti nilai", f"the option '{word}' takes no value"),
            Text(f"Tulis {word} saja", f"Write {word} alone"),
        )
    if kind == "BadOptionUsage":
        word = error.option_name
        form = next((p.metavar for p in _params(context) if word in p.opts and p.metavar), "…")
        return (
            Text(f"nilai opsi '{word}' tidak ada", f"the value of the option '{word}' is missing"),
            Text(f"Tulis {word} {form}", f"Write {word} {form}"),
        )
    if kind == "MissingParameter":
        param = error.param
        word = (param.metavar or param.name) if param is not None else ""
        return (
            Text(f"{_PARTS.get(word, word)} belum disebut", f"{word} is missing"),
            Text("{help}", "{help}").format(help=_help(param)),
        )
    if (extra := re.search(r"extra argument[^(]*\((?:s\) \()?(.*)\)", said)) is not None:
        word = extra[1]
        return (
            Text(f"terlalu banyak kata: '{word}'", f"too many words: '{word}'"),
            Text(
                "Hapus itu, atau beri tanda kutip pada nama yang memuat spasi",
                "Remove them, or put a name with spaces in quotation marks",
            ),
        )
    commands = getattr(context.command, "commands", {}) if context is not None else {}
    if commands and (found := re.search(r"'([^']*)'", said)) is not None:
        word = found[1]
        listed = ", ".join(commands)
        every = Text(f"Yang ada: {listed}", f"There are: {listed}")
        return (
            Text(f"perintah '{word}' tidak ada", f"there is no command '{word}'"),
            meant(word, commands, every),
        )
    if commands:
        return Text("perintah belum disebut", "the command is missing"), Text("", "")
    param = getattr(error, "param", None)
    name, word = _name_of(param), _word_in(error)
    return (
        Text(f"{name}: '{word}' tidak sah", f"{name}: '{word}' is not valid"),
        Text("{help}", "{help}").format(help=_help(param)),
    )


def _word_in(error: Any) -> str:
    """Return the word that could not be read: quoted in what is said, or behind the error."""
    if (quoted := re.search(r"'([^']*)'", str(getattr(error, "message", "")))) is not None:
        return quoted[1]
    behind: list[Any] = getattr(error.__cause__, "errors", list)()
    return str(behind[0]["input"]) if behind else ""


def _params(context: Any) -> Iterator[Any]:
    """Yield the options and arguments of the command that was called."""
    if context is not None:
        yield from context.command.params


def _options(context: Any) -> list[str]:
    """Return the options that the command takes."""
    named = [name for p in _params(context) for name in p.opts if name.startswith("--")]
    return [*named, "--help"]


def _taken_later(context: Any, option: str) -> bool:
    """Tell whether some command of the group that was called takes an option."""
    commands = getattr(context.command, "commands", {}) if context is not None else {}
    return any(option in param.opts for one in commands.values() for param in one.params)


def _name_of(param: Any) -> str:
    return "" if param is None else param.opts[0] if param.opts[0][0] == "-" else param.metavar


def _help(param: Any) -> Text:
    """Return what a parameter is for; the command has the help of one language alone."""
    said = getattr(param, "help", None) or ""
    return Text(said, said)
