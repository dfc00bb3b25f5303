"""Which commands are kept, and in which file."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "outputs"

COMMANDS: dict[str, tuple[str, ...]] = {
    f"{command}-{name}.{lang}.txt": (command, name, *extra, "--lang", lang)
    for name, conclusion in (
        ("itabajo", "supply_chain"),
        ("molas-poco-lembor", "creative_economy"),
    )
    for lang in ("id", "en")
    for command, extra in (("recommend", ()), ("why", (conclusion,)))
}
COMMANDS |= {
    f"compare.{lang}.txt": ("compare", "itabajo", "molas-poco-lembor", "--lang", lang)
    for lang in ("id", "en")
}
COMMANDS |= {
    "schema-recommend.json": ("schema", "recommend"),
    "recommend-itabajo.json": ("recommend", "itabajo", "--format", "json"),
    "recommend-itabajo.en.md": ("recommend", "itabajo", "--format", "markdown", "--lang", "en"),
    "recommend-molas-poco-lembor.paper.json": (
        "recommend",
        "molas-poco-lembor",
        "--layer",
        "paper",
        "--format",
        "json",
    ),
}
