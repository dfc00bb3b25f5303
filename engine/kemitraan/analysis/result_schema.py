"""The JSON schema of a kind of result, made from its annotations."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from kemitraan.published import LANGUAGES, Published

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def result_schema(result: type[Published]) -> dict[str, Any]:
    """Return the schema of a result: every key that it has is required, more may come."""
    made = TypeAdapter(result).json_schema(mode="serialization")
    defs = made.pop("$defs", {})
    if "Text" in defs:
        texts = {key: {"type": "string"} for key in LANGUAGES.values()}
        defs["Text"] |= {"properties": texts}
    head = {"kind": {"const": result.kind}, "schema_version": {"const": result.schema_version}}
    made["properties"] = head | made["properties"]
    for part in (made, *defs.values()):
        if "properties" in part:
            part["required"] = [*part["properties"]]
    return {
        "$schema": DRAFT,
        "$id": f"urn:kemitraan:{result.kind}:{result.schema_version}",
        **made,
        "title": f"kemitraan {result.kind}",
        **({"$defs": defs} if defs else {}),
    }
