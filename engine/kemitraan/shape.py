"""Holds YAML data against the shape of a file; every mismatch becomes a fault with its line."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from kemitraan.faults import Fault, Place, meant, unknown_key
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from kemitraan.yamltree import Document, KeyPath

Model = TypeVar("Model")


class Shape:
    """Base of everything a file is read into: frozen, and closed to keys it does not know."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  # annotated, it would be a field


@cache
def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def fit(
    model: type[Model], document: Document, faults: list[Fault], *path: str | int
) -> Model | None:
    """Return the part of `document` at `path` as `model`, or None with all its faults appended."""
    data: Any = document.data
    for step in path:
        data = data[step]
    try:
        fitting: Model = _adapter(model).validate_python(data)  # type: ignore[arg-type]  # hashable
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
        for item in found:
            # A list whose items are faulty is called too short for want of them as well.
            loc, short = item["loc"], item["type"] == "too_short"
            if not (short and any(o["loc"][: len(loc)] == loc for o in found if o is not item)):
                faults.append(_fault(model, document, path, dict(item), faults))
        return None
    return fitting


def _fault(
    model: type[Any],
    document: Document,
    path: KeyPath,
    item: dict[str, Any],
    faults: list[Fault],
) -> Fault:
    loc = tuple(step for step in item["loc"] if isinstance(step, (str, int)))
    place: Place = document.place(*path, *loc)
    name = str(loc[-1]) if loc else document.file
    kind, value, context = item["type"], item.get("input"), item.get("ctx", {})
    if kind == "missing":
        what = Text(f"kunci '{name}' tidak ada", f"the key '{name}' is missing")
        return Fault(place, what, fix=Text(f"Tambahkan '{name}'", f"Add '{name}'"))
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return unknown_key(place, name, _keys(model, loc[:-1]), faults)
    if kind in {"literal_error", "enum"}:
        expected = str(context.get("expected", ""))
        words = [w for w in expected.replace("'", "").replace(" or ", ", ").split(", ") if w]
        what = Text(
            f"nilai '{value}' tidak sah untuk '{name}'", f"'{value}' is no value of '{name}'"
        )
        choose = Text(f"Pilih: {expected}", f"Choose: {expected}")
        return Fault(place, what, fix=meant(str(value), words, choose, faults))
    if kind == "dataclass_type" and context.get("class_name") != Text.__name__:
        kind = "model_type"
    wanted = _WANTED.get(kind) or _WANTED.get(kind.split("_")[0]) or same(str(item["msg"]))
    given = Text(f"'{name}' salah bentuk", f"'{name}' has the wrong form")
    return Fault(place, given, fix=wanted)


_WANTED = {
    "string": Text("Tulis satu teks", "Write a text"),
    "string_too_short": Text("Teks tidak boleh kosong", "The text must not be empty"),
    "string_pattern_mismatch": Text(
        "Ikuti bentuk id di berkas yang sama", "Follow the form of the other ids in this file"
    ),
    "dict": Text("Tulis pasangan `kunci: nilai`", "Write `key: value` pairs"),
    "model": Text("Tulis pasangan `kunci: nilai`", "Write `key: value` pairs"),
    "dataclass": Text("Tulis `id:` dan `en:`", "Write `id:` and `en:`"),
    "tuple": Text("Tulis sebuah daftar", "Write a list"),
    "list": Text("Tulis sebuah daftar", "Write a list"),
    "too_short": Text("Isi sedikitnya satu", "Give at least one"),
    "too_long": Text("Kosongkan", "Leave it empty"),
    "bool": Text("Tulis true atau false", "Write true or false"),
    "int": Text("Tulis bilangan bulat", "Write a whole number"),
    "float": Text("Tulis angka, misalnya 0.8", "Write a number, such as 0.8"),
    "finite_number": Text("Tulis angka, misalnya 0.8", "Write a number, such as 0.8"),
}


def _keys(model: type[Any], loc: KeyPath) -> list[str]:
    """Return the keys that the model knows at `loc`, following fields by name where it can."""
    current = _inner(_fields(model)["root"]) if "root" in _fields(model) else model
    for step in loc:
        if isinstance(step, int):
            continue
        found = _fields(current)
        if step not in found:
            break
        current = _inner(found[step])
    return list(_fields(current))


def _fields(model: Any) -> dict[str, Any]:
    """Return the annotations of the fields by key, of a model or a dataclass; else nothing."""
    if hasattr(model, "model_fields"):
        return {f.alias or name: f.annotation for name, f in model.model_fields.items()}
    if not is_dataclass(model):
        return {}
    hints = get_type_hints(model)
    return {f.name: hints[f.name] for f in fields(model)}


def _inner(annotation: Any) -> Any:
    """Return the model inside an annotation such as `tuple[Model, ...]` or `Model | None`."""
    for part in getattr(annotation, "__args__", ()):
        if part is not type(None) and part is not Ellipsis:
            inner = _inner(part)
            if _fields(inner):
                return inner
    return annotation
