"""Spark: for those who have a cluster; SPARK_REMOTE or spark-defaults say where it is, else it runs in this process."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import narwhals as nw

from somcost.read.sums.engine import NotStarted, Unsuited
from somcost.read.sums.parquet_plan import Kinds
from somcost.read.sums.plan import Plan

SETTINGS = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.ansi.enabled": "true"}
"""Nothing is shown beside our own output, and sums never overflow unseen."""
MALFORMED = "malformed"
"""The column of rows that do not fit the header."""
_FORMS = {"%Y": "yyyy", "%m": "M", "%d": "d"}


class Spark:
    """Spark as an engine."""

    def __init__(self) -> None:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - an optional library, and slow to import
        from pyspark.sql import SparkSession  # noqa: PLC0415 - as above

        builder = SparkSession.builder.appName("somcost")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        try:
            self.session = builder.getOrCreate()
        except (PySparkException, OSError) as error:
            raise NotStarted(str(error).partition("\n")[0]) from error
        with suppress(PySparkException):  # a cluster elsewhere keeps its own log
            self.session.sparkContext.setLogLevel("OFF")

    def frame(self, plan: Plan) -> nw.LazyFrame[Any]:
        """Give a file's rows."""
        if plan.format == "parquet":
            return nw.from_native(self.session.read.parquet(_pattern(plan.path))).lazy()
        if plan.skipped != 1:
            raise Unsuited
        from pyspark.sql import functions as f  # noqa: PLC0415 - as above

        names = [f"c{number}" for number in range(1, len(plan.header) + 1)]
        rows = self.session.read.csv(
            _pattern(plan.path),
            schema=", ".join(f"{name} string" for name in (*names, MALFORMED)),
            sep=plan.delimiter,
            header=True,
            enforceSchema=True,
            quote="",
            escape="",
            encoding="ISO-8859-1" if plan.encoding == "latin-1" else "UTF-8",
            mode="PERMISSIVE",
            columnNameOfCorruptRecord=MALFORMED,
            ignoreLeadingWhiteSpace=True,
            ignoreTrailingWhiteSpace=True,
            maxCharsPerColumn=-1,
        )
        typed = {key: f.col(f"c{number}") for key, number in plan.columns.items()}
        typed["hours"] = _hours(typed["hours"], plan)
        if plan.dates:
            typed["date"] = f.try_to_date(typed["date"], _form(plan.dates))
        return nw.from_native(rows.select(*(column.alias(key) for key, column in typed.items()))).lazy()

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Ask the cluster."""
        try:
            return [tuple(row) for row in frame.to_native().collect()]
        except ValueError as error:  # a day that Python has no date for
            raise Unsuited from error

    def kinds(self, path: Path) -> Kinds | None:  # noqa: ARG002 - pyarrow knows without a cluster
        """Leave it to pyarrow."""
        return None

    def failures(self) -> tuple[type[Exception], ...]:
        """Give Spark's errors, and Java's, which a damaged file comes as."""
        from py4j.protocol import Py4JJavaError  # noqa: PLC0415 - as above
        from pyspark.errors import PySparkException  # noqa: PLC0415 - as above

        return (PySparkException, Py4JJavaError)


def _pattern(path: Path) -> str:
    """Name one file where Spark takes a pattern of names."""
    return "".join(f"\\{sign}" if sign in "*?[]{}" else sign for sign in str(path.resolve()))


def _hours(text: Any, plan: Plan) -> Any:
    """Read hours; what cannot be read is nothing, which is told: an error would show the cell in Spark's own log."""
    from pyspark.sql import functions as f  # noqa: PLC0415 - as above

    other = "." if plan.mark == "," else ","
    sound = f.col(MALFORMED).isNull() & ~f.contains(text, f.lit(other))
    return f.when(sound, f.replace(text, f.lit(plan.mark), f.lit(".")).try_cast("double"))


def _form(dates: str) -> str:
    for python, java in _FORMS.items():
        dates = dates.replace(python, java)
    return dates
