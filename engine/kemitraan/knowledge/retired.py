"""Ids that rules had and have no longer: what says the same now, or why nothing does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from kemitraan.knowledge.vocabulary import ONE_OR_MANY, RuleId, Words
from kemitraan.shape import Shape
from kemitraan.text import Text


@dataclass(frozen=True, kw_only=True)
class Retired(Shape):
    """Some ids of `rules/retired.yaml`: the rules now in their place, and why."""

    ids: Annotated[tuple[RuleId, ...], Field(min_length=1), ONE_OR_MANY]
    by: Words = ()
    because: Text
