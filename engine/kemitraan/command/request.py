"""What a command about one sentra is asked: the case, its name, how to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.command.cases import answer, cases
from kemitraan.command.options import Format, LayerChoice, Output, form_of
from kemitraan.text import default_lang

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kemitraan.case import Case
    from kemitraan.published import Published
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang


@dataclass(frozen=True)
class Request:
    """The case a command is about, under the name that was typed, and how to answer."""

    case: Case
    name: str
    lang: Lang
    form: Format
    output: Output | None

    @property
    def full(self) -> bool:
        """Tell whether nothing is to be cut: a document, not a screen."""
        return self.form == Format.MARKDOWN

    def answer(self, data: Published, parts: Callable[[], Sequence[Part]]) -> None:
        """Write the answer: as data, or as a report of these parts."""
        answer(self.form, self.output, data, parts)


def request(
    scenario: str,
    lang: Lang | None,
    form: Format | None,
    output: Output | None,
    assume: Sequence[str] | None,
    settings: Sequence[str] | None,
    layer: LayerChoice,
    overlays: Sequence[str] | None,
    without: Sequence[str] | None,
) -> Request:
    """Return what the shared options of a command come to.

    Raises:
        InputError: the case has faults (all are listed), or form and file do not fit.
    """
    chosen = form_of(form, output)
    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    return Request(case, scenario, lang or default_lang(), chosen, output)
