"""Files that are opened on the page, whatever they are, and the form in Excel it gives in return.

What is opened goes on as the text of profiles: a page keeps, undoes and sends these alike, whatever
they were read from.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from kemitraan.faults import Fault, InputError, Place
from kemitraan.form.read import profiles_in
from kemitraan.page.given import base_of, file_of, scenario_of, within
from kemitraan.published import Data
from kemitraan.scenario.sheets import office
from kemitraan.scenario.workbook import slug
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.page.given import Given

_BLANK: Final = Text("formulir.xlsx", "form.xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedProfile(Data):
    """A profile found in a file: a name for a file of its own, and its text.

    Of an export, `submissions` says of how many it was merged (else 0), and `differing` what
    several informants say differently.
    """

    file: str
    text: str
    name: str
    submissions: int
    differing: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Data):
    """The profiles found in a file: one, or each of the sentra of an export."""

    profiles: tuple[OpenedProfile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed(Data):
    """A file that is no text: the name to save it under, and its bytes."""

    file: str
    base64: str


def opened(given: Given) -> Opened:
    """Return the profiles in the file that came along.

    Raises:
        InputError: it cannot be read, or has faults (all are listed, as by `form read`).
    """
    sent = file_of(given.arguments.get("scenario"), "scenario")
    if sent is None:
        raise given.wrong("scenario")
    file, raw = sent
    found = profiles_in(raw, file, base_of())
    alone = PurePath(file).stem if len(found) == 1 else ""
    return Opened(
        profiles=tuple(
            OpenedProfile(
                file=f"{alone or slug(one.id)}.yaml",
                text=within(one.text, file),
                name=one.name,
                submissions=one.submissions,
                differing=one.differing,
            )
            for one in found
        )
    )


def filled(given: Given) -> Packed:
    """Return the form in Excel that holds the profile with its changes; a blank one without any.

    It is the form that `form new --from` makes of the profile when that was saved.

    Raises:
        InputError: the profile or a change has faults, or forms cannot be written here.
    """
    from kemitraan.page.profile import profile

    lang, base = given.lang(), base_of()
    scenario, file = None, _BLANK[lang]
    if "scenario" in given.arguments:
        saved = profile(given)
        scenario = scenario_of({"file": saved.file, "text": saved.text}, base)
        file = str(PurePath(saved.file).with_suffix(".xlsx"))
    faults: list[Fault] = []
    if office(Place(file), faults) is None:
        raise InputError(faults)
    from kemitraan.form.content import form
    from kemitraan.form.make import workbook

    made = workbook(base, lang, form(base, lang, scenario))
    return Packed(file=file, base64=base64.b64encode(made).decode())
