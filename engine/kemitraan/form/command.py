"""`form new` and `form read`: a profile as a form in Excel, and back."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion
from kemitraan.command.options import ForceOption, Format, LangOption, LayerChoice, LayerOption
from kemitraan.document.paper import Paper
from kemitraan.text import default_lang

app = typer.Typer(
    help="Formulir Excel: buat, lalu baca.\n\nForms in Excel: made, then read.",
    no_args_is_help=True,
)


@app.command("new")
def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx", help="Formulir baru. | The new form.")
    ],
    filled: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SCENARIO",
            help="Isi dengan profil ini. | Fill it in with this profile.",
            autocompletion=completion.scenarios,
        ),
    ] = None,
    paper: Annotated[
        Paper, typer.Option("--paper", help="Ukuran kertas. | Size of paper.")
    ] = Paper.A4,
    cases: Annotated[
        bool,
        typer.Option(
            "--cases",
            help="Tambah lembar Andaikan: satu kasus per baris. | "
            "Add a sheet of what-ifs: a case in each row.",
        ),
    ] = False,
    xlsform: Annotated[
        bool,
        typer.Option(
            "--xlsform",
            help="Formulir lapangan untuk KoboToolbox dan ODK, dua bahasa. | "
            "The field form for KoboToolbox and ODK, in both languages.",
        ),
    ] = False,
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """Buat formulir Excel: semua pertanyaan, yang paling menentukan di lembar pertama.

    Make a form in Excel: every question, those that settle most on the first sheet.
    """
    from kemitraan.command.output import tell
    from kemitraan.faults import Fault, InputError, Place
    from kemitraan.form import words as w
    from kemitraan.form.files import new_field_form, new_form

    chosen = lang or default_lang()
    if xlsform:
        alone = {"--from": filled is not None, "--cases": cases}
        if idle := [option for option, given in alone.items() if given]:
            raise InputError(
                [Fault(Place(one), w.NOT_THERE, fix=w.LEAVE_OUT.format(option=one)) for one in idle]
            )
        new_field_form(file, force=force)
        tell([w.WRITTEN.format(file=file)[chosen], w.FIELD_NEXT[chosen]])
        return
    new_form(file, filled, chosen, paper.value, cases=cases, force=force)
    tell([w.WRITTEN.format(file=file)[chosen]])


@app.command("read")
def read(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.xlsx",
            help="Formulir yang sudah diisi, atau ekspor Kobo/ODK. | "
            "A form that was filled in, or an export of Kobo/ODK.",
            autocompletion=completion.files,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Berkas profil, atau folder bila sentranya beberapa; tanpa ini: layar. | "
            "File of the profile, or a folder where there are several; without it: the screen.",
        ),
    ] = None,
    notes: Annotated[
        Path | None,
        typer.Option(
            "--notes",
            metavar="FILE.xlsx",
            help="Salinan formulir (tanpa gambar) dengan kesalahan sebagai catatan sel. | "
            "A copy of the form (without pictures) with the faults as cell notes.",
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """Baca formulir, atau ekspor Kobo/ODK, sebagai profil; kesalahan sekaligus, dengan selnya.

    Read a form, or an export of Kobo/ODK, as a profile; every fault at once, with its cell.
    """
    from kemitraan.command.output import save, tell, write
    from kemitraan.faults import Fault, InputError, Place
    from kemitraan.form import words as w
    from kemitraan.form.files import profiles_of, with_notes
    from kemitraan.scenario.workbook import slug

    chosen = lang or default_lang()
    try:
        found = profiles_of(file)
    except InputError as error:
        if notes is not None:
            with_notes(file, error.faults, notes, chosen, force=force)
            tell([w.NOTED.format(file=notes)[chosen]])
        raise
    for one in found:
        if one.submissions:
            tell([w.MERGED.format(name=one.name, n=one.submissions)[chosen]])
        if one.differing:
            things = "; ".join(label[chosen] for label in one.differing)
            tell([w.DIFFERING.format(things=things)[chosen]])
    into = output is not None and output.is_dir()
    if len(found) > 1 and not into:
        names = ", ".join(one.name for one in found)
        what = w.SEVERAL_SENTRA.format(n=len(found), names=names)
        raise InputError([Fault(Place(str(output or file)), what, fix=w.NAME_FOLDER)])
    for one in found:
        if output is None:
            write(one.text)
            continue
        to = output / f"{slug(one.id)}.yaml" if into else output
        save(one.text, to, new=not force)
        tell([w.WRITTEN.format(file=to)[chosen]])


@app.command("cases")
def cases(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.xlsx",
            help="Formulir dengan lembar Andaikan. | A form with a sheet of what-ifs.",
            autocompletion=completion.files,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.xlsx",
            help="Salinan (tanpa gambar) dengan hasilnya. | "
            "A copy (without pictures) with the results.",
        ),
    ] = None,
    force: ForceOption = False,
    layer: LayerOption = LayerChoice.ALL,
    lang: LangOption = None,
) -> int:
    """Jalankan kasus di lembar Andaikan: hasil, beda dari dasar, dan yang tidak sesuai harapan.

    Run the cases of a what-if sheet: results, differences, and what is not as expected.
    """
    from kemitraan.command.cases import written
    from kemitraan.command.output import save, tell, write
    from kemitraan.form import words as w
    from kemitraan.form.cases import run_cases
    from kemitraan.form.cases_report import cases_parts, with_results
    from kemitraan.form.files import has_ending
    from kemitraan.knowledge.load import load_rulebase

    chosen = lang or default_lang()
    for one in (file, output or file):
        has_ending(one)
    base = load_rulebase(layers=("paper",) if layer == LayerChoice.PAPER else ("paper", "practice"))
    found = run_cases(file, base)
    write(written(cases_parts(found, chosen), Format.TABLE))
    if output is not None:
        save(with_results(file, found, chosen), output, new=not force)
        tell([w.WRITTEN.format(file=output)[chosen]])
    return 1 if found.missed else 0
