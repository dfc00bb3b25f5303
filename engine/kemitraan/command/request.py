"""What every analysis is asked with: a sentra, what is changed about it, and how to answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable  # noqa: TC003  # read when the command is made
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kemitraan.command.cases import cases, written
from kemitraan.command.options import (
    AssumeOption,
    Format,
    FormatOption,
    LangOption,
    LayerChoice,
    LayerOption,
    OverlayOption,
    SetOption,
    WithoutOption,
    language,
    reported,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang


class Asked(NamedTuple):
    """The case an analysis is about, under the name that was typed, and how to answer."""

    case: Case
    name: str
    lang: Lang
    form: Format
    layer: LayerChoice

    @property
    def full(self) -> bool:
        """Tell whether nothing is to be cut: a document, not a screen."""
        return self.form == Format.MARKDOWN

    def answer(self, data: object, parts: Callable[[], Sequence[Part]]) -> None:
        """Write the answer: as data, or as a report of these parts."""
        from kemitraan.report.data import as_json

        write(as_json(data) if self.form == Format.JSON else written(parts(), self.form))


def about_a_sentra(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the argument and options that all analyses share.

    The command itself gets what they come to, before the parameters of its own.
    """
    first, *shared = inspect.signature(_shared, eval_str=True).parameters.values()
    _, *own = inspect.signature(command, eval_str=True).parameters.values()

    def run(**given: Any) -> None:
        name = given.pop(first.name)
        common = {p.name: given.pop(p.name) for p in shared}
        changed = [common[n] for n in ("assume", "settings", "layer", "overlays", "without")]
        case = cases([name], *changed)[0]
        asked = Asked(case, name, language(common["lang"]), common["form"], common["layer"])
        command(asked, **given)

    # typer reads the parameters of a command off its signature and annotations.
    listed = [first, *own, *shared]
    run.__doc__, run.__name__ = command.__doc__, command.__name__
    run.__annotations__ = {p.name: p.annotation for p in listed}
    made = reported(run)
    made.__signature__ = inspect.Signature(listed)  # type: ignore[attr-defined]  # as typer looks
    return made


def _shared(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Stand for the parameters that all analyses share."""
