"""`form new` and `form read`: a profile as a form in Excel, and back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion
from kemitraan.command.options import LangOption
from kemitraan.text import default_lang

app = typer.Typer(
    help="Formulir Excel: buat, lalu baca.\n\nForms in Excel: made, then read.",
    no_args_is_help=True,
)


ForceOption = Annotated[
    bool,
    typer.Option("--force", help="Timpa berkas yang sudah ada. | Write over a file that is there."),
]


class Paper(StrEnum):
    """Sizes of paper that offices print on."""

    A4 = "a4"
    F4 = "f4"


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
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """Buat formulir Excel: semua pertanyaan, yang paling menentukan di lembar pertama.

    Make a form in Excel: every question, those that settle most on the first sheet.
    """
    from kemitraan.command.output import tell
    from kemitraan.form import words as w
    from kemitraan.form.files import new_form

    chosen = lang or default_lang()
    new_form(file, filled, chosen, paper.value, force=force)
    tell([w.WRITTEN.format(file=file)[chosen]])


@app.command("read")
def read(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.xlsx",
            help="Formulir yang sudah diisi. | A form that was filled in.",
            autocompletion=completion.files,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Berkas profil; tanpa ini: layar. | File of the profile; without it: the screen.",
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
    """Baca formulir sebagai profil; semua kesalahan sekaligus, dengan selnya.

    Read a form as a profile; every fault at once, with its cell.
    """
    from kemitraan.command.output import save, tell, write
    from kemitraan.faults import InputError
    from kemitraan.form import words as w
    from kemitraan.form.files import profile_of, with_notes

    chosen = lang or default_lang()
    try:
        text = profile_of(file)
    except InputError as error:
        if notes is not None:
            with_notes(file, error.faults, notes, chosen, force=force)
            tell([w.NOTED.format(file=notes)[chosen]])
        raise
    if output is None:
        write(text)
        return
    save(text, output, new=not force)
    tell([w.WRITTEN.format(file=output)[chosen]])
