"""What is taken away as a file: the profile with the changes made on the page, and the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kemitraan.document.contents import contents
from kemitraan.document.html import as_html
from kemitraan.document.paper import Paper
from kemitraan.fact import Slot
from kemitraan.interview.answers import Answers
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.page.given import base_of, file_of
from kemitraan.published import Data
from kemitraan.report.parts import Heading
from kemitraan.scenario.claims import statable
from kemitraan.scenario.document import document_of
from kemitraan.scenario.shipped import SCENARIO, path_of, shipped
from kemitraan.scenario.values import is_stated
from kemitraan.scenario.workbook import Workbook
from kemitraan.scenario.written import as_written, as_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.page.given import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAway(Data):
    """A file: the name to save it under, and its text."""

    file: str
    text: str


def profile(given: Given) -> TakenAway:
    """Return the profile with its changes: actors that were added, and settings.

    Assumptions and rules switched off are no part of a profile.

    Raises:
        InputError: the profile or a change has faults (all are listed).
    """
    case = given.case()
    file, data = _written(given)
    answers = Answers(data)
    known = {actor.id for actor in given.before().scenario.actors}
    for actor in case.scenario.actors:
        if actor.id not in known:
            answers = answers.with_actor_as(actor.id, actor.kind, actor.name)
    words = case.base.vocabulary
    set_before: dict[Slot, list[str]] = {}
    for setting in given.words("settings"):
        key, _, value = (part.strip() for part in setting.partition("="))
        slot = _slot(words, key, {fold(a.id): a.id for a in case.scenario.actors})
        if not is_stated(value):
            set_before.pop(slot, None)
            answers = answers.with_unknown(words, slot)
            continue
        several = [*set_before.get(slot, ()), value]
        set_before[slot] = several if words.attributes[slot.attribute].many else [value]
        said = set_before[slot]
        answers = answers.with_answer(words, slot, said if len(said) > 1 else said[0])
    return TakenAway(file=file, text=as_yaml(answers.profile))


def report(given: Given) -> TakenAway:
    """Return the report for a meeting as a page, in the language asked for."""
    case = given.case()
    lang = given.lang()
    # It is named as on the command line: a shipped profile by its name, another by its file.
    named = given.arguments.get("scenario")
    name = named if isinstance(named, str) else case.scenario.file
    parts = contents([(name, case)], lang)
    title = next((part.text for part in parts if isinstance(part, Heading)), "")
    text = as_html(parts, title, lang, Paper.F4)
    return TakenAway(file=f"{PurePath(name).stem}.html", text=text)


def _written(given: Given) -> tuple[str, Mapping[str, Any]]:
    """Return the profile as it was written, and the name of a file for it."""
    said = given.arguments.get("scenario")
    sent = file_of(said, "scenario")
    if sent is None:
        path = path_of(str(said), shipped(), SCENARIO)
        sent = path.name, path.read_bytes()
    file, raw = sent
    document = document_of(raw, file, base_of(), [], on=True)
    data = document.data if document is not None else {}
    if isinstance(document, Workbook):
        return str(PurePath(file).with_suffix(".yaml")), as_written(data)
    # A case was made of it, so it is a profile.
    return file, data if isinstance(data, dict) else {}


def _slot(words: Vocabulary, key: str, actors: Mapping[str, str]) -> Slot:
    """Return what a setting is about; it was understood before."""
    head, _, word = key.rpartition(".")
    if head:
        return Slot(statable(words, ACTOR)[fold(word)], actors[fold(head)])
    found = statable(words, SENTRA)[fold(word)]
    bare = words.shorthand(found)
    return Slot(bare, found) if bare else Slot(found, SENTRA)
