"""Engines: what gives the rows of a file as a table that can be added up, wherever that is done."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from somcost.model.reading import EngineName
from somcost.problems import Location, Problem, check

if TYPE_CHECKING:
    import narwhals as nw

    from somcost.read.sums.parquet_plan import Kinds
    from somcost.read.sums.plan import Plan

NEEDS: Mapping[EngineName, tuple[str, ...]] = MappingProxyType(
    {"rows": (), "duckdb": ("duckdb", "narwhals"), "spark": ("pyspark", "narwhals")}
)
"""The libraries of each engine; the extra that installs them is named as the engine."""


class Unsuited(Exception):  # noqa: N818 - it is no error: the row reader takes over
    """The engine cannot read the file as the row reader would."""


class NotStarted(Exception):  # noqa: N818 - it becomes a problem with a place
    """The engine is installed, but something it needs beside its libraries is not there."""


class Engine(Protocol):
    """Reads a file as a table: Parquet as it is, and text with its columns named by their keys.

    Of text, `date` is a date, `hours` a floating-point number, every other column text, and an empty cell null.
    """

    def frame(self, plan: "Plan") -> "nw.LazyFrame[Any]":
        """Give the table; nothing is read yet.

        Raises:
            Unsuited: The engine has no way to read such a file.
        """
        ...

    def rows(self, frame: "nw.LazyFrame[Any]") -> list[tuple[Any, ...]]:
        """Run what a table is made by, and give its rows.

        Raises:
            Unsuited: Only the row reader can tell what is wrong with the file.
        """
        ...

    def kinds(self, path: Path) -> "Kinds | None":
        """Tell what the columns of a Parquet file hold; None where its schema leaves any doubt."""
        ...

    def failures(self) -> tuple[type[Exception], ...]:
        """Give the exceptions that tell of a cell or a row the engine could not read."""
        ...


def is_installed(name: EngineName) -> bool:
    """Whether an engine's libraries are installed."""
    return all(importlib.util.find_spec(library) is not None for library in NEEDS[name])


@check
def engines_are_installed(place: Location, name: EngineName) -> Problem:
    """An engine that is asked for is installed; duckdb and spark are optional."""
    missing = " and ".join(library for library in NEEDS[name] if importlib.util.find_spec(library) is None)
    return Problem(place, "", f"the engine {name} needs {missing}, not installed", f"pip install 'somcost[{name}]'")


@check
def engines_start(place: Location, name: EngineName, reason: str) -> Problem:
    """An engine has what it needs beside its libraries: Spark needs Java, or a cluster that answers."""
    advice = "Install a Java runtime, or say by SPARK_REMOTE where the cluster is."
    return Problem(place, "", f"the engine {name} does not start: {reason}", advice)


def engine_of(name: EngineName) -> Engine:
    """Give an engine by its name.

    Raises:
        NotStarted: It cannot be had.
    """
    if name == "duckdb":
        from somcost.read.sums.duckdb_engine import DuckDB  # noqa: PLC0415 - an optional library

        return DuckDB()
    from somcost.read.sums.spark_engine import Spark  # noqa: PLC0415 - as above

    return Spark()
