"""Parquet and batches of Arrow: the same advice as for the table as text; the same on Spark."""

from __future__ import annotations

import csv
import shutil
import sys
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typer

from kemitraan.cli import app
from kemitraan.knowledge.load import load_rulebase
from kemitraan.portfolio.arrow import ArrowCells, recommend_batches, schema_with_advice
from kemitraan.portfolio.recommend_all import recommend_all
from tests.portfolio.random_tables import headings, rows

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS: dict[str, Any] = {"quick": True}


@pytest.fixture(scope="module")
def random_table() -> pa.Table:
    """Return seventy rows; one has a fault."""
    columns = headings(load_rulebase().vocabulary, 30)
    listed = list(zip(*rows(columns, 70), strict=True))
    found: dict[str, list[str | None]] = {
        head: [cell or None for cell in cells] for head, cells in zip(columns, listed, strict=True)
    }
    found["management"] = [*["strong", " weak "] * 34, "sturdy", None]
    figures = [0.5, None, 1.2, 2.0, None] * 14
    return pa.table(found | {"capacity_against_demand": pa.array(figures)})


def as_ids(path: Path) -> list[dict[str, str | None]]:
    """Return what the rows of a file are told, by ids."""
    found = recommend_all(path, **OPTIONS)
    return [
        {c.id: "; ".join(v.id for v in row.advice.get(c.id, ())) or None for c in found.columns}
        for row in found.sentra
    ]


@pytest.mark.slow
def test_parquet_to_parquet_gives_what_csv_gives(random_table: pa.Table, tmp_path: Path) -> None:
    source, out, text = tmp_path / "t.parquet", tmp_path / "out.parquet", tmp_path / "t.csv"
    pq.write_table(random_table, source, row_group_size=32)
    with text.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(random_table.column_names)
        csv.writer(file).writerows(row.values() for row in random_table.to_pylist())
    words = ["portfolio", str(source), "-o", str(out), "--quick"]
    assert typer.main.get_command(app).main(words, "kemitraan", standalone_mode=False) == 2
    made = pq.read_table(out)
    assert made.select(random_table.column_names).equals(random_table)
    expected = as_ids(text)
    assert made.select(list(expected[0])).to_pylist() == expected
    (fault,) = filter(None, made["faults"].to_pylist())
    assert "'sturdy' is unknown" in fault or "'sturdy' tidak dikenal" in fault


def test_cells_of_any_type_are_read_and_what_is_no_number_says_nothing() -> None:
    figures = ArrowCells(pa.array([float("nan"), 1.5, None, float("inf"), 1.5]))
    assert figures.sets() == {"1.5": 0b10010}
    assert ArrowCells(pa.array([True, None, False])).sets() == {"yes": 0b001, "no": 0b100}
    words = pa.array(["weak", "", "weak ", None]).dictionary_encode()
    assert ArrowCells(words).sets() == {"weak": 0b0101}
    assert ArrowCells(pa.array([7, None, 12])[1:]).texts() == ["", "12"]
    many = ArrowCells(pa.array([str(n) for n in range(300)])[1:])
    assert many.sets()["299"] == 1 << 298


@pytest.mark.slow
def test_batches_may_be_of_any_size_and_filtered(random_table: pa.Table) -> None:
    whole = pa.Table.from_batches(recommend_batches(random_table.to_batches(), **OPTIONS))
    parted = recommend_batches(random_table.to_batches(max_chunksize=13), **OPTIONS)
    assert pa.Table.from_batches(parted).equals(whole)
    assert whole.schema == schema_with_advice(random_table.schema, **OPTIONS)
    some = recommend_batches(
        random_table.to_batches(), where="management = strong", select=["management"], **OPTIONS
    )
    assert pa.Table.from_batches(some)["management"].to_pylist() == [*["strong"] * 34, "sturdy"]


@pytest.mark.skipif(
    find_spec("pyspark") is None or find_spec("pandas") is None or shutil.which("java") is None,
    reason="needs pyspark, pandas and Java, which this project does not ask for",
)
def test_spark_takes_the_same_function(
    random_table: pa.Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The example of how a portfolio runs past one machine."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    # Spark takes a dot in a name for a part of the column.
    names = [name.replace(".", ": ") for name in random_table.column_names]
    table = random_table.rename_columns(names)
    spark = SparkSession.builder.master("local[2]").getOrCreate()
    try:
        schema = from_arrow_schema(schema_with_advice(table.schema, **OPTIONS))
        frame = spark.createDataFrame(table.to_pylist(), from_arrow_schema(table.schema))
        found = frame.mapInArrow(partial(recommend_batches, **OPTIONS), schema)
        whole = pa.Table.from_batches(recommend_batches(table.to_batches(), **OPTIONS))
        assert [row["readiness"] for row in found.collect()] == whole["readiness"].to_pylist()
    finally:
        spark.stop()
