"""What a person reads exists twice: the bilingual text, the choice of language, near misses."""

from __future__ import annotations

import json
import locale
import os
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Lang(StrEnum):
    """A language of the product."""

    ID = "id"
    EN = "en"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text in Indonesian (`id`) and English (`en`)."""

    id: str
    en: str

    def __getitem__(self, key: Lang) -> str:
        """Return the text in the language `key`."""
        return self.en if key == Lang.EN else self.id

    def __str__(self) -> str:
        return self.id

    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        # A kept rule base holds thousands of texts; the usual way takes several times as long.
        return Text, (self.id, self.en)

    def format(self, **fields: object) -> Text:
        """Fill the fields in both languages; a field that is a `Text` is filled in its language."""

        def filled(lang: Lang) -> str:
            return self[lang].format(
                **{k: v[lang] if isinstance(v, Text) else v for k, v in fields.items()}
            )

        return Text(filled(Lang.ID), filled(Lang.EN))


def same(text: str) -> Text:
    """Return a text that is the same in both languages (an id, a name)."""
    return Text(text, text)


def titled(name: str, text: Text) -> Text:
    """Return a text after the id of what it is about."""
    return Text(f"{name} {text.id}", f"{name} {text.en}")


def joined(texts: Iterable[Text], by: Text | None = None) -> Text:
    """Return texts one after another, with `by` (a comma if None) between them."""
    between, found = by or same(", "), [*texts]
    return Text(between.id.join(t.id for t in found), between.en.join(t.en for t in found))


def default_lang() -> Lang:
    """Return the language to use when none is asked for.

    `KEMITRAAN_LANG` decides; otherwise English where the locale is an English one, and
    Indonesian, the first language of the product, everywhere else.
    """
    chosen = os.environ.get("KEMITRAAN_LANG", "").strip().lower()
    if chosen in {"id", "en"}:
        return Lang(chosen)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return Lang.EN if value.lower().startswith("en") else Lang.ID
    # Windows has no LANG; the user's locale is asked from the C library there.
    value = locale.getlocale()[0] or ""
    return Lang.EN if value.lower().startswith("en") else Lang.ID


# Control characters, and those that turn or break a line: they would act on a terminal, or make
# what is written look like something else.
_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def harmless(text: str) -> str:
    """Return a text as one line that can be shown anywhere: what would act is spelt out.

    It is spelt as in JSON, so that JSON stays what it was.
    """
    return _ACTING.sub(lambda found: json.dumps(found[0])[1:-1], text)


def asked_lang(arguments: Sequence[str]) -> Lang:
    """Return the language of a command line: what `--lang` says there, else the default one."""
    said = ""
    for number, word in enumerate(arguments):
        if word == "--lang":
            said = next(iter(arguments[number + 1 :]), "")
        elif word.startswith("--lang="):
            said = word.removeprefix("--lang=")
    return Lang(said) if said in set(Lang) else default_lang()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` most probably meant, or None where nothing is near."""
    # Only a misspelt word comes here.
    import difflib

    folded = {k.casefold().replace(" ", "_"): k for k in sorted(known, reverse=True)}
    found = difflib.get_close_matches(
        word.casefold().replace(" ", "_").replace("-", "_"), folded, n=1, cutoff=0.6
    )
    return folded[found[0]] if found else None
