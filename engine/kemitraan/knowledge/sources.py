"""The register of sources: the study's statements and the practice references, by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from kemitraan.knowledge.vocabulary import Words
from kemitraan.shape import Shape
from kemitraan.text import Text

Evidence = Literal["read", "general_knowledge", "inference"]


@dataclass(frozen=True, kw_only=True)
class Statement(Shape):
    """One statement of the study, in our words.

    `unused` says why nothing encodes the statement; it must be absent where something does.
    """

    id: Annotated[str, Field(pattern=r"^S-\d{3}$")]
    section: Literal[
        "abstract",
        "introduction",
        "literature",
        "method",
        "table_1",
        "results",
        "table_2",
        "discussion",
        "conclusion",
        "limitations",
    ]
    kind: Literal["rule", "fact", "definition", "constraint", "interview", "meta"]
    gloss: Text
    unused: Text | None = None


@dataclass(frozen=True, kw_only=True)
class PracticeSource(Shape):
    """One reference of the practice layer: what was read where, how sure it is, and as of when."""

    id: Annotated[str, Field(pattern=r"^P-\d{2,3}$")]
    topic: str
    evidence: Evidence
    as_of: str
    reference: str
    gloss: Text


@dataclass(frozen=True, kw_only=True)
class StudyCase(Shape):
    """A sentra the study describes: a scenario of this id that states only its facts is inside."""

    id: str
    name: str
    source: Words


@dataclass(frozen=True, kw_only=True)
class StudyFile(Shape):
    """`rules/sources/study.yaml`: what the study is, and the sentra it describes."""

    citation: Text
    cases: tuple[StudyCase, ...]
