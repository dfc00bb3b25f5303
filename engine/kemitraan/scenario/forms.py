"""Reads the parts that profiles and overlays are written in: texts, descriptions, pairs."""

from __future__ import annotations

import re
from typing import Any

from kemitraan.scenario.claims import ClaimReader
from kemitraan.scenario.values import is_stated
from kemitraan.text import Text


class FormReader(ClaimReader):
    """Reads one document that holds texts and sections beside claims."""

    def text(self, data: dict[str, Any], key: str) -> str:
        """Return a text that must be there."""
        value = data.get(key)
        if isinstance(value, str) and is_stated(value):
            return value.strip()
        self.fault(
            (key,) if key in data else (),
            Text(f"'{key}' bukan teks", f"'{key}' is no text")
            if isinstance(value, dict | list)
            else Text(f"'{key}' tidak ada", f"'{key}' is missing"),
            Text(f"Tambahkan `{key}: …`", f"Add `{key}: …`"),
        )
        return ""

    def both(self, data: dict[str, Any], key: str) -> Text | None:
        """Return a description that may be there: one text for both languages, or one for each."""
        content = data.get(key)
        if not is_stated(content):
            return None
        if isinstance(content, str):
            return Text(content, content)
        if isinstance(content, dict) and content and set(content) <= {"id", "en"}:
            said = [v for v in content.values() if isinstance(v, str)]
            if len(said) == len(content):
                return Text(content.get("id", said[0]), content.get("en", said[0]))
        self.fault(
            (key,),
            Text(f"'{key}' bukan teks", f"'{key}' is no text"),
            Text(
                "Tulis satu kalimat, atau `id:` dan `en:`", "Write a sentence, or `id:` and `en:`"
            ),
        )
        return None

    def bilingual(self, data: dict[str, Any], key: str) -> Text:
        """Return a text that must be there in both languages."""
        content = data.get(key)
        if isinstance(content, dict) and set(content) == {"id", "en"}:
            said = [v.strip() for v in content.values() if isinstance(v, str) and is_stated(v)]
            if len(said) == len(content):
                return Text(content["id"].strip(), content["en"].strip())
        self.fault(
            (key,) if key in data else (),
            Text(
                f"'{key}' tidak ada dalam kedua bahasa", f"'{key}' is not there in both languages"
            ),
            Text(f"Tulis {key}: {{id: …, en: …}}", f"Write {key}: {{id: …, en: …}}"),
        )
        return Text("", "")

    def mapping(self, data: dict[str, Any], key: str) -> dict[str, Any]:
        """Return the pairs below a key; none where it is absent or empty."""
        found = data.get(key)
        if found is None or isinstance(found, dict):
            return found or {}
        glued = re.fullmatch(r"([\w ]+):(\S.*)", found) if isinstance(found, str) else None
        if glued:
            what = Text(
                f"spasi sesudah '{glued[1]}:' tidak ada", f"there is no space after '{glued[1]}:'"
            )
            fix = Text(f"Tulis `{glued[1]}: {glued[2]}`", f"Write `{glued[1]}: {glued[2]}`")
        else:
            given = f"'{found}'" if isinstance(found, str) else "[…]"
            what = Text(
                f"di bawah '{key}' ada {given}, bukan isian",
                f"below '{key}' there is {given}, no entry",
            )
            fix = Text(
                "Tulis `nama: isi` di bawahnya, menjorok dua spasi",
                "Write `name: content` below it, two spaces in",
            )
        self.fault((key,), what, fix)
        return {}
