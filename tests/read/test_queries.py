"""Rows of a query are a table like any other, with the same checks; nothing of a cell stands in a message."""

from pathlib import Path

import duckdb
import pytest

from somcost import InputProblems, assess
from somcost.model.reading import EngineName, Reading

SCENARIO = """\
schema: somcost/scenario@1
id: asked
title: Fra database
assumptions: som-2019
window: {start: 2018-03-01, end: 2018-12-31}
time_registrations: %s
participants: {count: 12, months_each: 9}
"""
OF_DATABASE = (
    '{database: sag.duckdb, query: "SELECT dato, stilling, %s AS timer FROM tid",'
    " columns: {date: dato, job_group: stilling, hours: timer}}"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a database and a Parquet file: 300 and 100 rows of an hour and a half, and 7.25 and 1 hours."""
    with duckdb.connect(str(tmp_path / "sag.duckdb")) as connection:
        days = "SELECT DATE '2018-03-05' + CAST(i % 200 AS INT) AS dato, 'paedagog' AS stilling, 'Agnete' AS navn"
        connection.execute(f"CREATE TABLE tid AS {days} FROM range(300) t(i)")
        hours = "SELECT DATE '2018-04-05' AS date, 'psykolog' AS job_group, 7.25 AS hours FROM range(100)"
        connection.sql(hours).write_parquet(str(tmp_path / "lager.parquet"))
    return tmp_path


def scenario(folder: Path, registrations: str) -> Path:
    """Write a scenario."""
    path = folder / "scenario.yaml"
    path.write_text(SCENARIO % registrations, "utf-8")
    return path


@pytest.mark.parametrize("name", ["rows", "duckdb"])
def test_rows_of_a_database_and_of_files_elsewhere(name: EngineName, folder: Path) -> None:
    """300 × 1.5 hours from the database and 100 × 7.25 from DuckDB's own reading of Parquet: 1,175 hours."""
    both = "[" + OF_DATABASE % "1.5" + """, {query: "FROM read_parquet('lager.parquet')"}]"""
    found = assess(scenario(folder, both), reading=Reading(name))

    assert sum(row["hours"] for row in found.as_dict()["months"]) == pytest.approx(1_175)
    files = {file.name: file.rows for file in found.inputs.files if file.rows}
    assert files == {"sag.duckdb": 300, "query": 100}
    assert not any(part in str(found.inputs.files) for part in (str(folder), "parquet"))


@pytest.mark.parametrize("name", ["rows", "duckdb"])
def test_faults_of_rows_are_told_with_their_number(name: EngineName, folder: Path) -> None:
    """The database stands for the file, and the row's number under a header for the line."""
    negative = OF_DATABASE % "CASE WHEN dato = '2018-03-07' THEN -1 ELSE 1 END"
    with pytest.raises(InputProblems) as caught:
        assess(scenario(folder, negative), reading=Reading(name))

    told = [(each.check, Path(each.location.file).name, each.location.line) for each in caught.value.problems]
    assert told == [("hours-are-not-negative", "sag.duckdb", 4), ("hours-are-not-negative", "sag.duckdb", 204)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT dato, stilling, CAST(navn AS INT) AS timer FROM tid", "conversion error"),
        ("SELECT * FROM fejl", "Catalog Error: Table with name fejl does not exist!"),
        ("SELECT 1; SELECT 2", "the query is select and select"),
        ("UPDATE tid SET navn = ''", "the query is update"),
    ],
)
def test_what_cannot_be_asked_is_told_and_nobody_named(query: str, said: str, folder: Path) -> None:
    """What a cell holds is not in the message, and the database is left as it was."""
    before = (folder / "sag.duckdb").read_bytes()
    with pytest.raises(InputProblems) as caught:
        assess(scenario(folder, f'{{database: sag.duckdb, query: "{query}"}}'))

    assert said in str(caught.value)
    assert "Agnete" not in str(caught.value)
    assert (folder / "sag.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    "registrations",
    [
        '{path: time.csv, query: "SELECT 1"}',
        "{database: sag.duckdb}",
        '{query: "SELECT 1", delimiter: ";"}',
        "{path: time.csv, database: sag.duckdb}",
    ],
)
def test_a_table_is_a_file_or_a_query(registrations: str, folder: Path) -> None:
    """What describes the other is refused, not left unused."""
    with pytest.raises(InputProblems, match="time_registrations"):
        assess(scenario(folder, registrations))
