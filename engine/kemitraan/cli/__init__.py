"""The command line. Each command imports what it needs when it runs, so that all start fast."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any

import typer

from kemitraan.cli.quick import QuickCommand, QuickGroup
from kemitraan.command.options import show_version

COMMANDS = {
    "recommend": "cli.advice",
    "why": "cli.advice",
    "why-not": "analysis.why_not.command",
    "compare": "cli.advice",
    "whatif": "analysis.whatif.command",
    "certain": "analysis.certain.command",
    "questions": "analysis.questions.command",
    "flips": "analysis.flips.command",
    "change": "analysis.change.command",
    "reasons": "analysis.reasons.command",
    "robust": "analysis.robust.command",
    "stability": "analysis.stability.command",
    "thresholds": "analysis.thresholds.command",
    "scenario": "cli.scenario",
    "rules": "cli.rules",
    "schema": "cli.schema",
}
"""Every command with the module of the package that has it, in the order of the help."""


class _Commands(QuickGroup):
    """The commands, each made when it is asked for: one start does not pay for all of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # as typer calls it
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # as typer calls it
        """Return the command of this name, None where there is none."""
        if cmd_name not in COMMANDS:
            # From here typer takes what it offers instead ("did you mean").
            self.commands = dict.fromkeys(COMMANDS, self)
            return None
        module = import_module(f"kemitraan.{COMMANDS[cmd_name]}")
        if hasattr(module, "app"):
            return typer.main.get_command(module.app)
        alone = typer.Typer(**_PLAIN)
        alone.command(cmd_name, cls=QuickCommand)(getattr(module, cmd_name.replace("-", "_")))
        return typer.main.get_command(alone)


_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
app = typer.Typer(
    name="kemitraan",
    cls=_Commands,
    help="Dari profil sentra IKM ke anjuran kemitraan bersumber. | "
    "From a sentra's profile to a cited recommendation.",
    no_args_is_help=True,
    **_PLAIN,
)
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
