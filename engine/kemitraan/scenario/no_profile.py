"""What a mapping is that is no profile: told by its keys, with what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_CHANGES: Final = {"assume", "without", "rules"}
NO_PROFILE: Final = (
    Text("isinya bukan profil sentra", "this is no profile of a sentra"),
    Text(
        "Profil memuat id:, name:, sentra: dan actors:; isi formulir dari `kemitraan scenario new`",
        "A profile has id:, name:, sentra: and actors:; fill in a form of `kemitraan scenario new`",
    ),
)


def changes_more(data: Mapping[str, Any]) -> bool:
    """Tell an overlay from a profile: it is named in two languages, or changes more than facts."""
    return isinstance(data.get("name"), dict) or not _CHANGES.isdisjoint(data)


def no_profile(data: Mapping[str, Any], keys: Collection[str]) -> tuple[Text, Text] | None:
    """Return what a mapping is and what to do, where it is no profile; else None.

    `keys` are those of a profile: what has some of them is one, with faults.
    """
    if {"kind", "schema_version"} <= data.keys():
        kind = data["kind"]
        return (
            Text(
                f"ini JSON yang dicetak kemitraan (kind: {kind}), bukan profil",
                f"this is JSON that kemitraan printed (kind: {kind}), no profile",
            ),
            Text("Sebut profil yang ditanyakan", "Name the profile that was asked about"),
        )
    if changes_more(data):
        return (
            Text("ini overlay, bukan profil", "this is an overlay, no profile"),
            Text(
                "Letakkan pada profil dengan --overlay; bila ini profil, beri name: satu teks saja",
                "Lay it on a profile with --overlay; if it is one, give name: as a single text",
            ),
        )
    if data and data.keys().isdisjoint(keys):
        return NO_PROFILE
    return None
