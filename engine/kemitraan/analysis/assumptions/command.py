"""`assumptions`: what is assumed, and what of it changes the advice for a sentra."""

from typing import Annotated

import typer

from kemitraan.command import completion, options
from kemitraan.command.cases import answer
from kemitraan.command.request import request
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang


def assumptions(
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="SCENARIO",
            help="Profil; kosong: hanya daftarnya. | Profile; none: the list alone.",
            autocompletion=completion.scenarios,
        ),
    ] = None,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Semua asumsi; dengan profil: mana yang mengubah anjuran bagi sentra itu.

    All assumptions; with a profile: which of them change the advice for that sentra.
    """
    from kemitraan.analysis.assumptions.assumptions import assumptions as all_of
    from kemitraan.analysis.assumptions.report import assumptions_parts

    if scenario is None:
        if assume or settings or overlays or without:
            what = Text("pilihan ini mengubah sebuah profil", "these options change a profile")
            fix = Text("Sebut profilnya", "Name the profile")
            raise InputError([Fault(Place("SCENARIO"), what, fix=fix)])
        listed = all_of()
        answer(form, output, listed, lambda: assumptions_parts(listed, lang or default_lang(), ""))
        return
    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = all_of(asked.case)
    asked.answer(found, lambda: assumptions_parts(found, asked.lang, asked.name, full=asked.full))
