"""`recommend`: what a sentra should do, first of all commands."""

from kemitraan.command import options
from kemitraan.command.cases import cases, written
from kemitraan.command.output import tell, write
from kemitraan.text import default_lang


def recommend(
    scenarios: options.ScenariosArgument,
    lang: options.LangOption = None,
    form: options.FormatOption = options.Format.TABLE,
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
    from kemitraan.report.data import as_json
    from kemitraan.report.doubts import doubtful_parts

    examined, chosen = (
        cases(scenarios, assume, settings, layer, overlays, without),
        lang or default_lang(),
    )
    if form == options.Format.JSON:
        found = [case.recommendation for case in examined]
        write(as_json(found[0] if len(found) == 1 else found))
        return
    if len(examined) > 1:
        from kemitraan.analysis.compare.comparison import compare

        # What the study demands of several together: different profiles, different strategies.
        tell(f"{warning.id}: {warning.label[chosen]}" for warning in compare(examined).warnings)
    for number, (name, case) in enumerate(zip(scenarios, examined, strict=True)):
        full = form == options.Format.MARKDOWN
        parts = doubtful_parts(case.recommendation, dependences(case), chosen, name, full=full)
        write(("\n" if number else "") + written(parts, form))
