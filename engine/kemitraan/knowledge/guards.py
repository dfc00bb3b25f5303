"""Guards: what the study demands of every recommendation, as data that the engine enforces.

A guard is no rule: it concludes nothing. It is held against the proofs and the texts of a
recommendation, and what fails it is withheld with a warning, never shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from kemitraan.knowledge.vocabulary import Sources, Words
from kemitraan.shape import Shape
from kemitraan.text import Text


@dataclass(frozen=True, kw_only=True)
class Guard(Shape):
    """One guard. `on` names the conclusions it watches: derived attribute and values.

    - `beyond`: such a conclusion must rest on a stated fact outside these variables;
    - `concepts`: and on a stated fact of some concept of each group, outside the same variables;
    - `required_texts`: entries of a kind must carry these texts (checked when rules load);
    - `no_amounts`: nothing a rule concludes may speak of money or percentages (checked when
      rules load);
    - `distinct`: two sentra whose profiles differ must not share all their values of these
      derived attributes (checked where sentra are compared).
    """

    id: Annotated[str, Field(pattern=r"^GRD-\d{2}$")]
    title: Text
    because: Text
    source: Sources
    on: dict[str, Words] = field(default_factory=dict)
    beyond: Words = ()
    concepts: tuple[Words, ...] = ()
    required_texts: dict[str, Words] = field(default_factory=dict)
    no_amounts: bool = False
    distinct: Words = ()
