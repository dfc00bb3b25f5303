"""Holds YAML data against a pydantic model and turns every mismatch into a fault with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from kemitraan.faults import Fault, Place, did_you_mean
from kemitraan.text import Text, nearest

if TYPE_CHECKING:
    from kemitraan.yamltree import Document

Model = TypeVar("Model", bound=BaseModel)


class Shape(BaseModel):
    """Base of every model of a file: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


def fit(
    model: type[Model], document: Document, faults: list[Fault], *path: str | int
) -> Model | None:
    """Return the part of `document` at `path` as `model`, or None with all its faults appended."""
    data: Any = document.data
    for step in path:
        data = data[step]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
        faults.extend(_fault(model, document, path, dict(item)) for item in found)
        return None


def _fault(
    model: type[BaseModel], document: Document, path: tuple[str | int, ...], item: dict[str, Any]
) -> Fault:
    loc = tuple(step for step in item["loc"] if isinstance(step, (str, int)))
    place: Place = document.place(*path, *loc)
    name = str(loc[-1]) if loc else document.file
    kind, value, context = item["type"], item.get("input"), item.get("ctx", {})
    if kind == "missing":
        return Fault(
            place,
            Text(f"kunci '{name}' tidak ada", f"the key '{name}' is missing"),
            fix=Text(f"Tambahkan '{name}'", f"Add '{name}'"),
        )
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        known = _keys(model, loc[:-1])
        hint = did_you_mean(nearest(name, known))
        listed = ", ".join(known)
        return Fault(
            place,
            Text(f"kunci '{name}' tidak dikenal", f"the key '{name}' is unknown"),
            fix=hint if hint.id else Text(f"Yang ada: {listed}", f"Known keys: {listed}"),
        )
    if kind in {"literal_error", "enum"}:
        expected = str(context.get("expected", ""))
        words = [w for w in expected.replace("'", "").replace(" or ", ", ").split(", ") if w]
        near = did_you_mean(nearest(str(value), words))
        return Fault(
            place,
            Text(f"nilai '{value}' tidak sah untuk '{name}'", f"'{value}' is no value of '{name}'"),
            fix=near if near.id else Text(f"Pilih: {expected}", f"Choose: {expected}"),
        )
    wanted = (
        _WANTED.get(kind)
        or _WANTED.get(kind.split("_")[0])
        or Text(str(item["msg"]), str(item["msg"]))
    )
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
    "bool": Text("Tulis true atau false", "Write true or false"),
    "int": Text("Tulis bilangan bulat", "Write a whole number"),
    "float": Text("Tulis angka, misalnya 0.8", "Write a number, such as 0.8"),
    "finite_number": Text("Tulis angka, misalnya 0.8", "Write a number, such as 0.8"),
}


def _keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the model knows at `loc`, following fields by name where it can."""
    current: Any = model
    if "root" in model.model_fields:
        current = _inner(model.model_fields["root"].annotation)
    for step in loc:
        if isinstance(step, int):
            continue
        field = next(
            (f for n, f in getattr(current, "model_fields", {}).items() if step in (n, f.alias)),
            None,
        )
        if field is None:
            break
        current = _inner(field.annotation)
    fields = getattr(current, "model_fields", None)
    if fields is None:
        return list(getattr(current, "__dataclass_fields__", {}))
    return [f.alias or n for n, f in fields.items()]


def _inner(annotation: Any) -> Any:
    """Return the model inside an annotation such as `tuple[Model, ...]` or `Model | None`."""
    for part in getattr(annotation, "__args__", ()):
        if part is not type(None) and part is not Ellipsis:
            inner = _inner(part)
            if hasattr(inner, "model_fields") or hasattr(inner, "__dataclass_fields__"):
                return inner
    return annotation
