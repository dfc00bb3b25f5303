"""`scenario new`, `check` and `list`: profiles of sentra, and overlays on them."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion
from kemitraan.command.cases import answer, data_written
from kemitraan.command.options import FormatOption, LangOption, OutputOption, form_of
from kemitraan.command.output import tell, write
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang

app = typer.Typer(
    help="Profil sentra, dan overlay di atasnya.\n\nProfiles of sentra, and overlays on them.",
    no_args_is_help=True,
)


@app.command("new")
def new(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="Berkas baru; kosong: layar. | New file; none: screen."
        ),
    ] = None,
    short: Annotated[
        bool,
        typer.Option(
            "--short",
            help="Selusin pertanyaan yang paling menentukan. | "
            "The dozen questions that settle most.",
        ),
    ] = False,
    overlay: Annotated[
        bool,
        typer.Option(
            "--overlay",
            help="Templat overlay: perubahan di atas profil. | "
            "A template of an overlay: changes to lay on a profile.",
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """Tulis templat profil atau overlay, dengan penjelasan tiap isian.

    Write a template of a profile or overlay, with a note on all that can be filled in.
    """
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.scenario.overlay_template import overlay_template
    from kemitraan.scenario.template import template

    chosen = lang or default_lang()
    if short and overlay:
        what = Text("--short dan --overlay sekaligus", "both --short and --overlay")
        fix = Text("Pilih salah satu", "Choose one of them")
        raise InputError([Fault(Place("kemitraan scenario new"), what, fix=fix)])
    made = overlay_template(chosen) if overlay else ""
    text = made or template(load_rulebase(), chosen, short=short)
    if file is None:
        write(text)
        return
    try:
        # "x": what is already there is never overwritten.
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        what = Text("berkas sudah ada", "the file already exists")
        fix = Text("Pilih nama lain", "Choose another name")
        raise InputError([Fault(Place(str(file)), what, fix=fix)]) from None
    except OSError as error:
        from kemitraan.refused import reason

        what = Text("tidak dapat ditulis ({why})", "cannot be written ({why})")
        what = what.format(why=reason(error))
        fix = Text("Periksa foldernya", "Check the folder")
        raise InputError([Fault(Place(str(file)), what, fix=fix)]) from None
    tell([w.WRITTEN.format(file=file)[chosen]])


@app.command("check")
def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="Profil atau overlay. | Profiles or overlays.",
            autocompletion=completion.files,
        ),
    ],
    lang: LangOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Periksa profil dan overlay; semua kesalahan sekaligus.

    Check profiles and overlays; every fault at once.
    """
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.scenario.check import answers_in, faults_of, scenario_check
    from kemitraan.yamltree import shown

    chosen = form_of(form, output)
    file = output.file if output else None
    if chosen.for_programs:
        found = scenario_check(files)
        write(data_written(found, chosen), file)
        if not found.good:
            raise typer.Exit(2)
        return
    base, spoken = load_rulebase(), lang or default_lang()
    if faults := faults_of(files, base):
        raise InputError(faults)
    told = []
    for one in files:
        answers, actors = (
            (single if n == 1 else many.format(n=n))
            for n, (single, many) in zip(
                answers_in(one, base), (w.ANSWERS, w.ACTORS_READ), strict=True
            )
        )
        good = w.GOOD_FILE.format(file=shown(one), answers=answers, actors=actors)
        told.append(good[spoken] + "\n")
    write("".join(told), file)


@app.command("list")
def listed(lang: LangOption = None, form: FormatOption = None, output: OutputOption = None) -> None:
    """Profil dan overlay bawaan, dengan isinya.

    The shipped profiles and overlays, with what they are about.
    """
    from kemitraan.report import words as w
    from kemitraan.report.parts import Grid
    from kemitraan.scenario.check import scenario_list

    found, chosen = scenario_list(), lang or default_lang()
    profiles = tuple((s.id, s.about[chosen] if s.about else "") for s in found.scenarios)
    overlays = tuple((o.id, o.label[chosen]) for o in found.overlays)
    grids = [
        Grid(profiles, (w.NAME[chosen], w.ABOUT[chosen])),
        Grid(overlays, (w.OVERLAY[chosen], w.ABOUT[chosen])),
    ]
    answer(form, output, found, lambda: grids)
