"""What is handed on: each kind of result as data of one shape, as rows, and short on a screen.

A result is an object whatever it is about: its `kind`, the `schema_version` of that kind, then
its fields. A text is told under the codes of its languages in ISO 639-3, `ind` and `eng`, so that
an `id` always names a thing.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, ClassVar

from kemitraan.text import Lang, Text, default_lang, harmless, same

LANGUAGES = {Lang.ID: "ind", Lang.EN: "eng"}
"""The keys of a text."""

Scalar = str | int | float | bool | None
_MOST_ROWS = 12
_MOST_LETTERS = 160


class Data:
    """Base of all that stands within a result: the JSON schemas are made from its annotations."""

    __slots__ = ()


class Published(Data):
    """Base of the results that are handed on, each a frozen dataclass.

    `kind` is the command that prints it (`why-not`); `schema_version` goes up with every change of
    its fields that a reader of the old ones would stumble over. `views` are the fields that a
    notebook shows as tables, with the columns (as in `rows`) of each; the first of them is what
    `rows` gives where no field is named.
    """

    __slots__ = ()
    kind: ClassVar[str] = ""
    schema_version: ClassVar[int] = 1
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def to_dict(self) -> dict[str, Any]:
        """Return the result as `--format json` writes it, in plain dicts and lists."""
        return {"kind": self.kind, "schema_version": self.schema_version, **plain_fields(self)}

    def rows(
        self, field: str | None = None, lang: Lang | str | None = None
    ) -> list[dict[str, Scalar]]:
        """Return what a field holds as flat rows, all with the same keys, for a data frame.

        What is nested is told under its path (`verdict_id`, `verdict_label`), several ids or
        texts as one, divided by `; `. The first column is the id of the sentra.

        Args:
            field: a field that holds an entry, or a list of them; the main one, if None.
            lang: language of the texts; the usual one, if None.

        Raises:
            ValueError: there is no such field.
        """
        name = field or next(iter(self.views), "")
        known = {f.name for f in fields(self)}  # type: ignore[arg-type]  # a dataclass, see above
        if name not in known:
            raise ValueError(f"no field {name!r}; there are: {', '.join(sorted(known))}")
        content, chosen = getattr(self, name), Lang(lang) if lang else default_lang()
        listed = (
            content if isinstance(content, (list, tuple)) else [] if content is None else [content]
        )
        whose = getattr(getattr(self, "sentra", None), "id", None)
        first: dict[str, Scalar] = {} if whose is None else {"sentra": whose}
        found = [first | _flat(item, chosen, name) for item in listed]
        every = dict.fromkeys(key for row in found for key in row)
        # A list that is empty in one row has ids and labels in another.
        keys = [key for key in every if f"{key}_label" not in every]
        return [{key: row.get(key) for key in keys} for row in found]

    def __repr__(self) -> str:
        told = ", ".join(f"{f.name}={_short(getattr(self, f.name))}" for f in fields(self))  # type: ignore[arg-type]  # a dataclass
        return f"{type(self).__name__}({told})"

    def _repr_html_(self) -> str:
        return as_html(self, default_lang())


def as_json(data: object, *, indent: int | None = 2) -> str:
    """Return data as JSON, ending in a newline; on a single line where there is no indent."""
    written = json.dumps(plain(data), ensure_ascii=False, indent=indent)
    return "\n".join(map(harmless, written.split("\n"))) + "\n"


def plain(data: object) -> Any:
    """Return data in dicts, lists and scalars."""
    if isinstance(data, Text):
        return {key: data[lang] for lang, key in LANGUAGES.items()}
    if isinstance(data, Published):
        return data.to_dict()
    if is_dataclass(data) and not isinstance(data, type):
        return plain_fields(data)
    if isinstance(data, Enum):
        return data.value
    if isinstance(data, Mapping):
        return {str(k): plain(v) for k, v in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(item) for item in data]
    return data


def plain_fields(data: Any) -> dict[str, Any]:
    """Return the fields of a dataclass as plain data."""
    return {f.name: plain(getattr(data, f.name)) for f in fields(data)}


def _flat(item: Any, lang: Lang, name: str) -> dict[str, Scalar]:
    """Return one entry as one row; `name` is for what has no fields."""
    if not is_dataclass(item) or isinstance(item, Text):
        return {name: _cell(item, lang)}
    found: dict[str, Scalar] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Mapping):
            found |= {f"{field.name}_{plain(k)}": _cell(v, lang) for k, v in value.items()}
        elif is_dataclass(value) and not isinstance(value, Text):
            found |= {f"{field.name}_{k}": v for k, v in _flat(value, lang, field.name).items()}
        elif isinstance(value, (list, tuple)) and value and hasattr(value[0], "label"):
            for part in ("id", "label"):
                if hasattr(value[0], part):
                    found[f"{field.name}_{part}"] = _cell([getattr(v, part) for v in value], lang)
        else:
            found[field.name] = _cell(value, lang)
    return found


def _cell(value: Any, lang: Lang) -> Scalar:
    if isinstance(value, Text):
        return value[lang]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (list, tuple)):
        if any(is_dataclass(v) and not isinstance(v, Text) for v in value):
            return len(value)
        return "; ".join(str(_cell(v, lang)) for v in value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _short(value: Any) -> str:
    """Return what a field holds in a word: how many, where it holds several things."""
    if isinstance(value, (list, tuple, Mapping)):
        return f"[{len(value)}]"
    if is_dataclass(value) and not isinstance(value, Text):
        return repr(value.id) if hasattr(value, "id") else "…"
    return repr(str(value)[:_MOST_LETTERS]) if isinstance(value, (str, Text)) else repr(value)


def as_html(result: Published, lang: Lang) -> str:
    """Return a result as a small piece of a page: whose it is, and the first rows of its views."""
    about = getattr(result, "sentra", None)
    named = getattr(about, "label", None) or same(getattr(about, "name", ""))
    parts = [f"<p><b>{_escaped(named[lang] or result.kind)}</b> · {_escaped(result.kind)}</p>"]
    for field, columns in result.views.items():
        if rows := result.rows(field, lang):
            parts.append(_table(field, columns, rows))
    return f"<div>{''.join(parts)}</div>"


def _table(name: str, columns: tuple[str, ...], rows: list[dict[str, Scalar]]) -> str:
    shown = [c for c in columns if c in rows[0]]
    head = "".join(f"<th>{_escaped(c)}</th>" for c in shown)
    body = "".join(
        "<tr>" + "".join(f"<td>{_escaped(row[c])}</td>" for c in shown) + "</tr>"
        for row in rows[:_MOST_ROWS]
    )
    count = f"{len(rows)}" if len(rows) <= _MOST_ROWS else f"{_MOST_ROWS} / {len(rows)}"
    caption = f"<caption>{_escaped(name)} ({count})</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _escaped(value: Scalar) -> str:
    return html.escape(harmless("" if value is None else str(value)))
