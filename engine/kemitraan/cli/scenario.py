"""`scenario new`, `check` and `list`: profiles of sentra."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.cli.options import LangOption, language, reported, write
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text

app = typer.Typer(
    help="Profil sentra | Profiles of sentra.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("new")
@reported
def new(
    file: Annotated[
        Path | None, typer.Argument(help="Berkas baru; kosong: layar. | New file; none: screen.")
    ] = None,
    lang: LangOption = None,
) -> None:
    """Tulis templat berkomentar | Write a commented template."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.scenario.template import template

    chosen = language(lang)
    text = template(load_rulebase(), chosen)
    if file is None:
        write(text)
        return
    try:
        # "x": what is already there is never overwritten.
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise InputError(
            [
                Fault(
                    Place(str(file)),
                    Text("berkas sudah ada", "the file already exists"),
                    fix=Text("Pilih nama lain", "Choose another name"),
                )
            ]
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            [
                Fault(
                    Place(str(file)),
                    Text(f"tidak dapat ditulis ({reason})", f"cannot be written ({reason})"),
                    fix=Text("Periksa foldernya", "Check the folder"),
                )
            ]
        ) from None
    print(w.WRITTEN.format(file=file)[chosen], file=sys.stderr)


@app.command("check")
@reported
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Berkas profil. | Profile files.")
    ],
    lang: LangOption = None,
) -> None:
    """Periksa berkas | Check files, every fault at once."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.scenario.read import read_scenario

    base = load_rulebase()
    faults: list[Fault] = []
    for file in files:
        read_scenario(file, base, faults)
    if faults:
        raise InputError(faults)
    write(w.GOOD_FILES.format(n=len(files))[language(lang)] + "\n")


@app.command("list")
@reported
def listed(lang: LangOption = None) -> None:
    """Daftar profil bawaan | List the shipped profiles."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.report.parts import Grid, as_text, width_of_output
    from kemitraan.scenario.read import load_scenario
    from kemitraan.scenario.shipped import shipped

    base, chosen = load_rulebase(), language(lang)
    rows = []
    for name in shipped():
        about = load_scenario(name, base).about
        rows.append((name, about[chosen] if about else ""))
    headers = (w.NAME[chosen], w.ABOUT[chosen])
    write(as_text([Grid(tuple(rows), headers)], width_of_output()))
