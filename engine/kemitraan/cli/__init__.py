"""The command line. Each command imports what it needs when it runs, so that all start fast."""

from __future__ import annotations

import gc
import sys

import typer

from kemitraan.cli import advice, rules, scenario, schema
from kemitraan.cli.analysis import change, reasons, robust, thresholds, whatif, why_not
from kemitraan.cli.options import show_version
from kemitraan.cli.quick import QuickCommand, QuickGroup

app = typer.Typer(
    name="kemitraan",
    cls=QuickGroup,
    help="Dari profil sentra IKM ke anjuran kemitraan bersumber. | "
    "From a sentra's profile to a cited recommendation.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for name, command in (
    ("recommend", advice.recommend),
    ("why", advice.why),
    ("compare", advice.compare),
    ("whatif", whatif.whatif),
    ("why-not", why_not.why_not),
    ("change", change.change),
    ("reasons", reasons.reasons),
    ("robust", robust.robust),
    ("thresholds", thresholds.thresholds),
):
    app.command(name, cls=QuickCommand)(command)
app.add_typer(scenario.app, name="scenario")
app.add_typer(rules.app, name="rules")
app.command("schema")(schema.schema)
app.callback()(show_version)


def main() -> None:
    """Run the command line; the entry point of the `kemitraan` script."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows has a code page that lacks dashes and branches; files get UTF-8.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    # One command makes little garbage and ends soon; looking for it took a tenth of the time.
    gc.disable()
    # A reader that goes away (`| head`) ends the process quietly: typer sees to that.
    app()
