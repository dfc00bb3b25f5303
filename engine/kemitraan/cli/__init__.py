"""The command line: every command, registered in the order of the help."""

import typer

from kemitraan.analysis.assumptions.command import assumptions
from kemitraan.analysis.certain.command import certain
from kemitraan.analysis.change.command import change
from kemitraan.analysis.compare.command import compare
from kemitraan.analysis.flips.command import flips
from kemitraan.analysis.questions.command import questions
from kemitraan.analysis.reasons.command import reasons
from kemitraan.analysis.robust.command import robust
from kemitraan.analysis.stability.command import stability
from kemitraan.analysis.thresholds.command import thresholds
from kemitraan.analysis.whatif.command import whatif
from kemitraan.analysis.why.command import why
from kemitraan.analysis.why_not.command import why_not
from kemitraan.cli import rules, scenario
from kemitraan.cli.before import before_commands, before_group
from kemitraan.cli.help import HELP_NAMES
from kemitraan.cli.recommend import recommend
from kemitraan.cli.schema import schema
from kemitraan.document.command import report
from kemitraan.form import command as form
from kemitraan.interview.command import interview
from kemitraan.page.command import page, web
from kemitraan.portfolio.command import portfolio

app = typer.Typer(
    name="kemitraan",
    help="Dari profil sentra IKM ke anjuran kemitraan yang bersumber.\n\n"
    "From the profile of a sentra IKM to partnership advice with its sources.",
    no_args_is_help=True,
    context_settings={"help_option_names": HELP_NAMES},
)
app.callback()(before_commands)
app.command("recommend")(recommend)
app.command("interview")(interview)
app.command("portfolio")(portfolio)
app.command("report")(report)
app.command("web")(web)
app.command("page")(page)
app.command("why")(why)
app.command("why-not")(why_not)
app.command("compare")(compare)
app.command("whatif")(whatif)
app.command("certain")(certain)
app.command("questions")(questions)
app.command("flips")(flips)
app.command("change")(change)
app.command("reasons")(reasons)
app.command("assumptions")(assumptions)
app.command("robust")(robust)
app.command("stability")(stability)
app.command("thresholds")(thresholds)
for name, group in (("scenario", scenario.app), ("form", form.app), ("rules", rules.app)):
    group.callback(help=group.info.help)(before_group)
    app.add_typer(group, name=name)
app.command("schema")(schema)
