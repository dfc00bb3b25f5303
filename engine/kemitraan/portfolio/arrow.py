"""Batches of Arrow in, batches with advice out: the same evaluation for Parquet, Spark and others.

A boolean column of Arrow is the set of its rows, a bit each, so nothing is gone through row by row.
What is concluded is given by its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from kemitraan.portfolio.advice import Head
from kemitraan.portfolio.recommend_all import running
from kemitraan.portfolio.table import Batch, Listed, Table
from kemitraan.portfolio.writing import said
from kemitraan.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.portfolio.advice import Column
    from kemitraan.portfolio.run import Run, Told

FAULTS: Final = "faults"
"""The column that says why a row is set aside."""
_PARTED: Final = "; "
_FEW: Final = 200
_NOTHING: Final = Table("arrow", 0, (), lambda: iter(()), 0)


class ArrowCells:
    """A column of a batch that is given as an array."""

    def __init__(self, array: Any) -> None:
        self.array = array

    def sets(self) -> dict[str, int]:
        """Return every text of the column, each with its rows; blanks are left out."""
        texts = _as_texts(self.array)
        encoded = texts.dictionary_encode()
        values = encoded.dictionary.to_pylist()
        if len(values) > _FEW:
            return Listed(self.texts()).sets()
        found: dict[str, int] = {}
        for place, value in enumerate(values):
            if value and (text := value.strip()):
                # Two texts may differ in the blanks around them alone.
                found[text] = found.get(text, 0) | _set(pc.equal(encoded.indices, place))
        return found

    def texts(self) -> list[str]:
        """Return the column row by row."""
        return [(text or "").strip() for text in _as_texts(self.array).to_pylist()]


def _as_texts(array: Any) -> Any:
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pa.types.is_boolean(array.type):
        return pc.if_else(array, "yes", "no")
    if pa.types.is_floating(array.type):
        # What is no number says nothing.
        array = pc.if_else(pc.is_finite(array), array, None)
    return array.cast(pa.string())


def _set(truths: Any) -> int:
    """Return the rows in which a boolean array is true."""
    known = pc.fill_null(truths, fill_value=False)
    if known.offset:
        known = pa.concat_arrays([known])
    bits = int.from_bytes(known.buffers()[1], "little")
    return bits & ((1 << len(known)) - 1)


def _truths(rows: int, size: int) -> Any:
    """Return a set of rows as a boolean array."""
    buffer = pa.py_buffer(rows.to_bytes((size + 7) // 8, "little"))
    return pa.Array.from_buffers(pa.bool_(), size, [None, buffer])


def recommend_batches(
    batches: Iterable[Any], *, lang: Lang | str = Lang.EN, **options: Any
) -> Iterator[Any]:
    """Yield batches of Arrow with their advice, one for each that is given.

    Every batch is worked out by itself, so batches may be given to many machines: this is what
    Spark's `mapInArrow` takes (which wants no dots in names: write `bank: interest` there).

    Args:
        batches: record batches; the names of their columns are read as headings of a table.
        lang: the language of faults.
        options: those of `recommend_all`.

    Raises:
        InputError: no column means anything, or an option has faults.
    """
    run: Run | None = None
    for batch in batches:
        names = tuple(batch.schema.names)
        if run is None or run.table.headings != names:
            run = running(Table(_NOTHING.file, 0, names, _NOTHING.batches, 0), **options)
        yield advised(run, batch, Lang(lang))


def advised(run: Run, batch: Any, lang: Lang, first: int = 1) -> Any:
    """Return the rows wanted of a batch with their advice; `first` is the number of the first."""
    read = Batch(range(first, first + batch.num_rows), [ArrowCells(c) for c in batch.columns])
    return with_advice(run, batch, run.of(read), lang)


def with_advice(run: Run, batch: Any, told: Told, lang: Lang) -> Any:
    """Return the columns selected of a batch and of its advice, and the faults."""
    by_head = {column.head: column for column in told.columns}
    size = batch.num_rows
    arrays = [
        _ids(by_head[column], size) if isinstance(column, Head) else batch.columns[column.place]
        for column in run.selected
    ]
    notes: list[str | None] = [None] * size
    for number, faults in told.faults.items():
        notes[number] = "; ".join(said(fault, lang) for fault in faults)
    names = [c.id if isinstance(c, Head) else c.key for c in run.selected]
    found = pa.RecordBatch.from_arrays([*arrays, pa.array(notes, pa.string())], [*names, FAULTS])
    whole = told.wanted == (1 << size) - 1
    return found if whole else found.filter(_truths(told.wanted, size))


def _ids(column: Column, size: int) -> Any:
    """Return the ids a column gives, row by row: several as one text, none as null."""
    nothing = pa.scalar(None, pa.string())
    if not column.values:
        return pa.nulls(size, pa.string())
    seen = shared = 0
    for _, rows in column.values:
        shared |= seen & rows
        seen |= rows
    # Values of one id may differ in their texts (a step has whom it is for).
    by_id: dict[str, int] = {}
    for value, rows in column.values:
        by_id[value.id] = by_id.get(value.id, 0) | rows
    if not shared:
        cases = pc.make_struct(*(_truths(rows, size) for rows in by_id.values()))
        return pc.case_when(cases, *(pa.scalar(name) for name in by_id), nothing)
    # Each with what parts it from the next; the last one's is cut off.
    parts = [pc.if_else(_truths(rows, size), name + _PARTED, "") for name, rows in by_id.items()]
    joined = pc.utf8_slice_codeunits(
        pc.binary_join_element_wise(*parts, ""), start=0, stop=-len(_PARTED)
    )
    return pc.if_else(_truths(seen, size), joined, nothing)


def schema_with_advice(schema: Any, **options: Any) -> Any:
    """Return the schema of what `recommend_batches` makes of batches of a schema."""
    empty = pa.RecordBatch.from_arrays(
        [pa.array([], field.type) for field in schema], schema=schema
    )
    (made,) = recommend_batches([empty], **options)
    return made.schema
