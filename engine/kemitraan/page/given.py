"""What a page sends, read into a case: a profile with the changes made to it, nothing of files.

Profiles and overlays come along under the name of the file they were read from, as
`{"file": name, "text": …}`, or as `{"file": name, "base64": …}` where the file is no text; or they
are named where they are shipped. Whoever asks cannot have a file of this machine read.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from kemitraan.case import Case, examine
from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.document import document_of
from kemitraan.scenario.overlay import Overlay, load_overlay, read_overlay
from kemitraan.scenario.read import ScenarioReader, load_scenario
from kemitraan.scenario.shipped import OVERLAY, SCENARIO, shipped, shipped_overlays
from kemitraan.text import Lang, Text
from kemitraan.yamltree import MAX_BYTES, parse_bytes, too_large

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario

MOST: Final = 400_000
"""So many letters a profile may have; the fullest has a tenth of it."""
_CHANGES: Final = ("settings", "assume", "overlays", "without")


class Given:
    """The arguments of a question: words, lists of words, and files. Others are faults."""

    def __init__(self, arguments: Mapping[str, Any]) -> None:
        self.arguments = arguments

    def word(self, name: str) -> str | None:
        """Return a word, None where it is not given."""
        said = self.arguments.get(name)
        if said is None or isinstance(said, str):
            return said
        raise self.wrong(name)

    def needed(self, name: str) -> str:
        """Return a word that has to be given."""
        said = self.word(name)
        if not said:
            raise self.wrong(name)
        return said

    def words(self, name: str) -> list[str]:
        """Return a list of words; an empty one where it is not given."""
        said = self.arguments.get(name) or []
        if isinstance(said, list) and all(isinstance(one, str) for one in said):
            return said
        raise self.wrong(name)

    def truth(self, name: str) -> bool:
        """Return yes or no; no where it is not given."""
        said = self.arguments.get(name) or False
        if isinstance(said, bool):
            return said
        raise self.wrong(name)

    def case(self) -> Case:
        """Return the case of the profile with all changes made to it."""
        return _case(self._kept(_CHANGES))

    def before(self) -> Case:
        """Return the case of the profile as it was given."""
        return _case(self._kept(()))

    def cases(self) -> list[Case]:
        """Return the case of each profile in a list, with the changes made to it.

        Raises:
            InputError: there are fewer than two, or profiles have faults (all are listed).
        """
        listed = self.arguments.get("scenarios")
        if not isinstance(listed, list) or len(listed) < 2:
            what = Text("sebut sedikitnya dua profil", "name at least two profiles")
            raise InputError([Fault(Place("SCENARIO"), what)])
        found: list[Case] = []
        faults: list[Fault] = []
        for one in listed:
            try:
                own = one if isinstance(one, Mapping) and "scenario" in one else {"scenario": one}
                found.append(Given({**self.arguments, **own}).case())
            except InputError as error:
                faults.extend(error.faults)
        if faults:
            raise InputError(faults)
        return found

    def file(self, name: str) -> tuple[str, bytes] | None:
        """Return name and content of a file that came along; None where one is named."""
        return file_of(self.arguments.get(name), name)

    def lang(self) -> Lang:
        """Return the language asked for."""
        try:
            return Lang(self.needed("lang"))
        except ValueError:
            raise self.wrong("lang") from None

    def wrong(self, name: str) -> InputError:
        """Return the fault of an argument that cannot be used."""
        what = Text("isian ini tidak dapat dipakai", "this cannot be used")
        return InputError([Fault(Place(name), what)])

    def _kept(self, changes: tuple[str, ...]) -> str:
        """Return what makes up a case, written so that the same is written alike."""
        asked = {name: self.arguments.get(name) for name in ("scenario", *changes)}
        for name in ("settings", "assume", "without"):
            self.words(name)
        return json.dumps(asked, sort_keys=True)


@cache
def base_of() -> RuleBase:
    """Return the knowledge base; it is read once."""
    return load_rulebase()


@lru_cache(maxsize=8)
def _case(asked: str) -> Case:
    said = json.loads(asked)
    base = base_of()
    return examine(
        scenario_of(said["scenario"], base),
        settings=said.get("settings") or (),
        assume=said.get("assume") or (),
        without=said.get("without") or (),
        overlays=[_overlay(one, base) for one in said.get("overlays") or ()],
        base=base,
    )


def scenario_of(said: Any, base: RuleBase) -> Scenario:
    """Return the shipped profile of a name, or the one whose text came along.

    Raises:
        InputError: there is no such profile, or it has faults (all are listed).
    """
    sent = file_of(said, "scenario")
    if sent is None:
        return load_scenario(_shipped(said, shipped(), SCENARIO), base)
    faults: list[Fault] = []
    document = document_of(sent[1], sent[0], base, faults, on=True)
    scenario = ScenarioReader(document, base, faults).scenario() if document else None
    if scenario is None or faults:
        raise InputError(faults)
    return scenario


def _overlay(said: Any, base: RuleBase) -> Overlay:
    sent = file_of(said, "overlays")
    if sent is None:
        return load_overlay(_shipped(said, shipped_overlays(), OVERLAY), base)
    faults: list[Fault] = []
    document = parse_bytes(sent[1], sent[0], faults, on=True)
    overlay = read_overlay(document, base, faults) if document else None
    if overlay is None or faults:
        raise InputError(faults)
    return overlay


def file_of(said: Any, name: str) -> tuple[str, bytes] | None:
    """Return name and content of a file that came along; None where a word stands for it.

    Raises:
        InputError: it is neither, or too large.
    """
    if isinstance(said, str):
        return None
    if isinstance(said, Mapping) and isinstance(file := said.get("file"), str):
        text, packed = said.get("text"), said.get("base64")
        if isinstance(text, str):
            return file, within(text, file).encode("utf-8", "surrogatepass")
        if isinstance(packed, str) and (content := _unpacked(packed)) is not None:
            if len(content) > MAX_BYTES:
                raise InputError([too_large(Place(file))])
            return file, content
    what = Text("bukan profil atau nama profil", "neither a profile nor the name of one")
    raise InputError([Fault(Place(name), what)])


def within(text: str, file: str) -> str:
    """Return a text that is no longer than a profile may be.

    Raises:
        InputError: it is longer.
    """
    if len(text) <= MOST:
        return text
    what = Text("terlalu panjang untuk sebuah profil", "too long for a profile")
    raise InputError([Fault(Place(file), what)])


def _unpacked(packed: str) -> bytes | None:
    try:
        return binascii.a2b_base64(packed, strict_mode=True)
    except ValueError:
        return None


def _shipped(name: str, known: Mapping[str, object], sort: Text) -> str:
    """Return a shipped name; unlike on the command line, a path is none."""
    if fold(name) in map(fold, known):
        return name
    what = Text(f"tidak ada {sort.id} bawaan bernama '{name}'",
                f"there is no shipped {sort.en} named '{name}'")  # fmt: skip
    listed = ", ".join(known)
    raise InputError(
        [Fault(Place(name), what, fix=meant(name, known, Text(f"Bawaan: {listed}",
                                                              f"Shipped: {listed}")))]
    )  # fmt: skip
