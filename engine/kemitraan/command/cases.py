"""What commands about sentra share: examining the scenarios they name, writing their reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kemitraan.command.options import Format, LayerChoice, Output, form_of
from kemitraan.command.output import write
from kemitraan.faults import Fault, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kemitraan.case import Case
    from kemitraan.published import Published
    from kemitraan.report.parts import Part


def cases(
    scenarios: Sequence[str | Mapping[str, Any]],
    assume: Sequence[str] | None = None,
    settings: Sequence[str] | None = None,
    layer: LayerChoice = LayerChoice.ALL,
    overlays: Sequence[str] | None = None,
    without: Sequence[str] | None = None,
) -> list[Case]:
    """Examine every scenario; the faults of all are reported together."""
    return list(one_by_one(scenarios, assume, settings, layer, overlays, without, at_once=False))


def one_by_one(
    scenarios: Sequence[str | Mapping[str, Any]],
    assume: Sequence[str] | None = None,
    settings: Sequence[str] | None = None,
    layer: LayerChoice = LayerChoice.ALL,
    overlays: Sequence[str] | None = None,
    without: Sequence[str] | None = None,
    *,
    at_once: bool = True,
) -> Iterator[Case]:
    """Yield every scenario that can be examined: `at_once`, or only where all of them can.

    Raises:
        InputError: scenarios have faults; those of all are listed, once the last was looked at.
    """
    from kemitraan.case import examine
    from kemitraan.knowledge.load import load_rulebase

    base = load_rulebase(layers=("paper",) if layer == LayerChoice.PAPER else ("paper", "practice"))
    held: list[Case] = []
    faults: list[Fault] = []
    for name in scenarios:
        try:
            case = examine(
                _path(name) if isinstance(name, str) else name,
                assume=assume or (),
                settings=settings or (),
                overlays=[_path(overlay) for overlay in overlays or ()],
                without=without or (),
                base=base,
            )
        except InputError as error:
            faults.extend(error.faults)
            continue
        if at_once:
            yield case
        else:
            held.append(case)
    if faults:
        raise InputError(faults)
    yield from held


def _path(name: str) -> str | Path:
    """Return a path where a folder is named, and the name of a shipped file otherwise."""
    return Path(name) if "/" in name or "\\" in name else name


def written(parts: Sequence[Part], form: Format, *, to_file: bool = False) -> str:
    """Return the parts of a report in the form asked for."""
    from kemitraan.report.parts import as_markdown, as_text, colours, width_of_output

    if form == Format.MARKDOWN:
        return as_markdown(parts)
    return as_text(parts, width_of_output(to_file=to_file), colour=not to_file and colours())


def answer(
    form: Format | None,
    output: Output | None,
    data: Published,
    parts: Callable[[], Sequence[Part]],
) -> None:
    """Write an answer in the form asked for: as data, or as a report of these parts."""
    chosen = form_of(form, output)
    to_file = output is not None
    write(
        data_written(data, chosen)
        if chosen.for_programs
        else written(parts(), chosen, to_file=to_file),
        output.file if output else None,
    )


def data_written(data: Published, form: Format) -> str:
    """Return a result as JSON: over many lines, or on a single one."""
    from kemitraan.published import as_json

    return as_json(data, indent=2 if form == Format.JSON else None)
