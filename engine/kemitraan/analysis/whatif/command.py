"""`whatif`: the difference a change makes, and nothing else."""

from __future__ import annotations

from kemitraan.command.cases import cases
from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def whatif(
    asked: Asked,
) -> None:
    """Bila ada yang berubah | What if: only what a change alters."""
    from kemitraan.analysis.whatif.report import whatif_parts
    from kemitraan.analysis.whatif.whatif import whatif as difference

    found = difference(cases([asked.name], None, None, asked.layer)[0], asked.case)
    asked.answer(found, lambda: whatif_parts(found, asked.lang, asked.name, full=asked.full))
