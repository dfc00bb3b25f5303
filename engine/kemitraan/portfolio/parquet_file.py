"""Reads and writes Parquet: tables of millions of rows, batch by batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from kemitraan.portfolio.arrow import ArrowCells, with_advice
from kemitraan.portfolio.table import (
    BATCH,
    MOST_COLUMNS,
    Batch,
    Table,
    no_rows,
    refused,
    too_wide,
)
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kemitraan.portfolio.run import Run, Told
    from kemitraan.text import Lang


def parquet_table(path: Path) -> Table:
    """Return the table of a Parquet file.

    Raises:
        InputError: it is none that can be read, or has no rows.
    """
    file = str(path)
    try:
        found = pq.ParquetFile(path)
    except pa.ArrowException:
        what = Text("bukan berkas Parquet yang dapat dibaca (rusak, atau bukan Parquet)",
                    "no Parquet file that can be read (broken, or no Parquet)")  # fmt: skip
        fix = Text("Tulis ulang berkasnya, atau simpan sebagai .csv",
                   "Write the file again, or save it as .csv")  # fmt: skip
        raise refused(file, what, fix) from None
    names = tuple(found.schema_arrow.names)
    if len(names) > MOST_COLUMNS:
        raise too_wide(file, len(names))
    if not found.metadata.num_rows:
        raise no_rows(file)

    def batches() -> Iterator[Batch]:
        number = 1
        for batch in found.iter_batches(batch_size=BATCH):
            rows = range(number, number + batch.num_rows)
            yield Batch(rows, [ArrowCells(column) for column in batch.columns])
            number += batch.num_rows

    return Table(file, 0, names, batches, found.metadata.num_rows)


def write_parquet(part: Path, run: Run, told: Iterator[Told], lang: Lang) -> None:
    """Write the rows wanted with their advice, by ids; other cells as they were read."""
    writer: Any = None
    try:
        for batch in told:
            arrays = [
                cells.array if isinstance(cells, ArrowCells) else pa.array(cells.texts())
                for cells in batch.batch.columns
            ]
            read = pa.RecordBatch.from_arrays(arrays, [column.key for column in run.columns])
            made = with_advice(run, read, batch, lang)
            if writer is None:
                writer = pq.ParquetWriter(part, made.schema)
            writer.write_batch(made)
    finally:
        if writer is not None:
            writer.close()
