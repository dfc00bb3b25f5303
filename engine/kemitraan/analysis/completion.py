"""What a shell offers where a conclusion is asked for: what holds, or what might."""

import typer

from kemitraan.command.completion import Offered, case_of
from kemitraan.text import default_lang


def in_force(ctx: typer.Context) -> Offered:
    """Offer the conclusions that hold in the case typed so far."""
    from kemitraan.analysis.why.why import conclusions

    case, lang = case_of(ctx), default_lang()
    return [(e.conclusion, e.label[lang]) for e in conclusions(case)] if case else []


def not_in_force(ctx: typer.Context) -> Offered:
    """Offer the conclusions that do not hold in the case typed so far, but that rules can reach."""
    from kemitraan.analysis.target import reachable
    from kemitraan.recommendation.view import conclusion_word

    case, lang = case_of(ctx), default_lang()
    if case is None:
        return []
    return [
        (conclusion_word(fact), case.view.describe(fact)[lang])
        for fact in reachable(case)
        if fact not in case.admitted
    ]
