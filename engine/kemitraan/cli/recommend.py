"""`recommend`: what a sentra should do, first of all commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import options
from kemitraan.command.cases import cases, data_written, one_by_one, written
from kemitraan.command.output import tell, write
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang


def recommend(
    scenarios: options.ScenariosArgument,
    lang: options.LangOption = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help="Semuanya, dengan nomor aturan dan sumber. | Everything, with rules and sources.",
        ),
    ] = False,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Kemitraan apa yang sebaiknya dijalin sentra, dengan siapa, dan langkahnya.

    Which partnerships a sentra should seek, with whom, and the steps to them.
    """
    from kemitraan.analysis.certain.certainty import dependences
    from kemitraan.analysis.firm import headlines
    from kemitraan.report.doubts import doubtful_parts
    from kemitraan.report.screen import screen_parts
    from kemitraan.report.sources import cited, glosses

    asked = options.form_of(form, output)
    file = output.file if output else None
    if asked.for_programs:
        _as_data(scenarios, asked, file, assume, settings, layer, overlays, without)
        return
    examined, chosen = (
        cases(scenarios, assume, settings, layer, overlays, without),
        lang or default_lang(),
    )
    if len(examined) > 1:
        from kemitraan.analysis.compare.comparison import compare

        # What the study demands of several together: different profiles, different strategies.
        tell(f"{warning.id}: {warning.label[chosen]}" for warning in compare(examined).warnings)
    told = []
    for name, case in zip(scenarios, examined, strict=True):
        found = case.recommendation
        parts = (
            doubtful_parts(
                found,
                dependences(case),
                chosen,
                name,
                full=True,
                sources=glosses(case.base, cited(found)),
            )
            if full or asked == options.Format.MARKDOWN
            else screen_parts(found, headlines(case), chosen, name)
        )
        told.append(written(parts, asked, to_file=file is not None))
    write("\n".join(told), file)


def _as_data(
    scenarios: Sequence[str],
    form: options.Format,
    file: Path | None,
    assume: Sequence[str] | None,
    settings: Sequence[str] | None,
    layer: options.LayerChoice,
    overlays: Sequence[str] | None,
    without: Sequence[str] | None,
) -> None:
    """Write an object for each profile; the faults of some keep no others from being printed.

    Raises:
        InputError: profiles have faults (all are listed), or several were asked for as one object.
    """
    if form == options.Format.JSON and len(scenarios) > 1:
        what = Text(
            "json adalah satu objek untuk satu profil", "json is one object for one profile"
        )
        fix = Text(
            "Pakai --format jsonl: sebaris untuk tiap profil",
            "Use --format jsonl: a line for each profile",
        )
        raise InputError([Fault(Place("--format"), what, fix=fix)])
    found = one_by_one(scenarios, assume, settings, layer, overlays, without, at_once=file is None)
    told = (data_written(case.recommendation, form) for case in found)
    for text in told if file is None else ["".join(told)]:
        write(text, file)
