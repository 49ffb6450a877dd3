"""Rows that a query gives, from a database or object storage: DuckDB asks, and they are read as Parquet."""

import hashlib
import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path

from somcost.problems import Location, Problem, check
from somcost.read.cells import quoted

URL = re.compile(r"[a-z]+://")
"""How the name of a database that is no file begins."""
PASSWORD = re.compile(r"//[^/@]*:[^/@]*@|(?i:\bpassword\s*=)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query of a scenario (forespørgsel).

    Attributes:
        text: SQL as DuckDB has it; one SELECT.
        database: A file of DuckDB or SQLite, or postgresql://…; None: DuckDB's own functions, such as read_parquet.
        location: Where it is written.
        key: The table's key in the scenario.
    """

    text: str
    database: Path | str | None
    location: Location
    key: str


@check
def queries_have_their_library(query: Query) -> Problem | None:
    """A query is asked by duckdb, an optional library."""
    if importlib.util.find_spec("duckdb") is not None:
        return None
    found = "a query needs duckdb, which is not installed"
    return Problem(query.location, f"{query.key}.query", found, "pip install 'somcost[duckdb]'")


@check
def databases_are_there(query: Query) -> Problem | None:
    """A query's database that is a file is there."""
    if not isinstance(query.database, Path) or query.database.is_file():
        return None
    found = f"there is no file {quoted(query.database.name)}"
    return Problem(query.location, f"{query.key}.database", found, "The path starts from the scenario's folder.")


@check
def databases_hold_no_password(query: Query) -> Problem | None:
    """No password stands in a scenario, which is kept and shown."""
    if not any(PASSWORD.search(str(text)) for text in (query.database or "", query.text)):
        return None
    advice = "Leave it out: PGPASSWORD, ~/.pgpass or a secret of DuckDB's holds it."
    return Problem(query.location, f"{query.key}.database", "a password stands in the scenario", advice)


@check
def queries_select(query: Query, kinds: list[str]) -> Problem:
    """A query is one SELECT: it reads, and changes nothing."""
    found = f"the query is {' and '.join(kinds).lower() or 'empty'}, one SELECT is expected"
    return Problem(query.location, f"{query.key}.query", found, "Write the one SELECT whose rows are to be read.")


@check
def queries_can_be_run(query: Query, reason: str) -> Problem:
    """A query's database can be opened, and knows the tables and columns it names."""
    advice = "Try it in DuckDB; databases and object storage need its extensions, such as postgres and httpfs."
    return Problem(query.location, f"{query.key}.query", f"it cannot be run: {reason}", advice)


def rows_of_query(query: Query, folder: Path) -> Path | Problem:
    """Write the rows that a query gives to a Parquet file in a folder, or tell why there are none."""
    checks = (queries_have_their_library, databases_are_there, databases_hold_no_password)
    problem = next((found for each in checks if (found := each(query)) is not None), None)
    return problem or _written(query, folder)


def _written(query: Query, folder: Path) -> Path | Problem:
    import duckdb  # noqa: PLC0415 - an optional library

    name = hashlib.sha256(f"{query.database}\n{query.text}".encode()).hexdigest()[:16]
    path = folder / f"{name}.parquet"
    connection = duckdb.connect()
    try:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"SET file_search_path = '{_doubled(Path(query.location.file).parent)}'")
        kinds = [str(each.type).rpartition(".")[2] for each in connection.extract_statements(query.text)]
        if kinds != ["SELECT"]:
            return queries_select(query, kinds)
        if query.database is not None:
            connection.execute(f"ATTACH '{_doubled(query.database)}' AS asked (READ_ONLY)")
            connection.execute("USE asked")
        connection.sql(query.text).write_parquet(str(path))
    except duckdb.Error as error:
        return queries_can_be_run(query, _reason(error))
    finally:
        connection.close()
    return path


def _doubled(text: object) -> str:
    return str(text).replace("'", "''")


def _reason(error: Exception) -> str:
    """Say what is wrong with a query in DuckDB's words, unless they may hold what stands in a cell."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__.removesuffix("Exception")).lower()
    if kind in {"parser", "binder", "catalog", "syntax", "io", "http", "permission"} or "Extension" in str(error):
        return str(error).partition("\n")[0]
    return f"{kind} error"
