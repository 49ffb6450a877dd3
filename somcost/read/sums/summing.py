"""The sums that cost depends on, written once for every engine: by day or month and every word of a row."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import narwhals as nw

from somcost.model.calendar import first_day
from somcost.person_numbers import LIKE_DATES, holding
from somcost.read.date_cells import FIRST_YEAR, LAST_YEAR
from somcost.read.sums.counted import PARTS
from somcost.read.sums.plan import NOT_SUMMED, Plan

if TYPE_CHECKING:
    import pyarrow as pa

MOST_HOURS = 24
"""Hours that fit into a day of one employee."""


class Irregular(Exception):  # noqa: N818 - it is no error: the row reader takes over
    """Something in the file must be looked at row by row."""


def keyed(rows: "nw.LazyFrame[Any]", plan: Plan) -> "nw.LazyFrame[Any]":
    """Give the columns that are read, named by their keys and of the types that sums are made of."""
    types = {"date": nw.Date(), "hours": nw.Float64()}
    columns = ((key, nw.col(plan.header[number - 1])) for key, number in plan.columns.items())
    return rows.select(*(column.cast(types.get(key, nw.String())).alias(key) for key, column in columns))


def sums_of(rows: "nw.LazyFrame[Any]", plan: Plan, *, turns: Sequence[dt.date]) -> "pa.Table":
    """Add up the rows of a file that agree in every word and lie in the same stretch of days.

    Args:
        rows: With a column for each of the plan's keys.
        plan: Which columns there are.
        turns: Days from which rows count otherwise than those before; within a month and between two turns all days
            count alike.

    Returns:
        Columns `period` (the first date, or the month's text), the words, `parts` of hours and `rows`.

    Raises:
        Irregular: A cell is missing, hours are negative, a date is out of range, or a person or case may be named by a
            CPR number; the words of sums are looked through when they are read.
    """
    hours, period = nw.col("hours"), nw.col(plan.period)
    by_day = plan.period == "date"
    marked = rows.with_columns(parts=(hours * PARTS).round().cast(nw.Int64), dated=_holds_a_date(plan))
    if by_day:
        marked = marked.with_columns(stretch=_stretch(turns))
    found = (
        marked.group_by("stretch" if by_day else period.alias("stretch"), *plan.words)
        .agg(
            period=period.min(),
            last=period.max(),
            parts=nw.col("parts").sum(),
            least=hours.min(),
            rows=nw.len(),
            with_hours=hours.count(),
            with_period=period.count(),
            dated=nw.col("dated").max(),
        )
        .collect("pyarrow")
    )
    if not len(found):
        return found.select("period", *plan.words, "parts", "rows").to_native()
    is_whole = found["rows"].sum() == found["with_hours"].sum() == found["with_period"].sum()
    if not is_whole or found["least"].min() < 0 or (by_day and not _in_range(found)):
        raise Irregular
    if found["dated"].max() and _names_persons(rows, plan):
        raise Irregular
    kept = found.select("period", *plan.words, "parts", "rows").sort("period", *plan.words, nulls_last=True)
    return kept.to_native()


def _holds_a_date(plan: Plan) -> nw.Expr:
    """Give 1 for a row whose person or case is written with the digits of a date together, else 0."""
    found = nw.lit(0)
    for key in NOT_SUMMED:
        if key in plan.columns:
            found = nw.when(nw.col(key).str.contains(LIKE_DATES)).then(nw.lit(1)).otherwise(found)
    return found


def _names_persons(rows: "nw.LazyFrame[Any]", plan: Plan) -> bool:
    """Look at each different cell of the columns that nothing is summed by, where it may be a CPR number."""
    return any(bool(holding(_like_dates(rows, key))) for key in NOT_SUMMED if key in plan.columns)


def _like_dates(rows: "nw.LazyFrame[Any]", key: str) -> list[str]:
    cells = rows.select(found=nw.col(key)).filter(nw.col("found").str.contains(LIKE_DATES)).unique()
    return cells.collect("pyarrow")["found"].to_list()


def _stretch(turns: Sequence[dt.date]) -> nw.Expr:
    """Give the first day of a date's month, or the last turn inside the month that is not after the date."""
    date = nw.col("date")
    month = date.dt.truncate("1mo").cast(nw.Date)
    stretch = month
    for turn in sorted(turns):
        if turn != first_day(turn):
            stretch = nw.when((month == first_day(turn)) & (date >= turn)).then(nw.lit(turn)).otherwise(stretch)
    return stretch


def _in_range(found: "nw.DataFrame[Any]") -> bool:
    return bool(found["period"].min().year >= FIRST_YEAR and found["last"].max().year <= LAST_YEAR)


def has_long_days(rows: "nw.LazyFrame[Any]", plan: Plan) -> bool:
    """Tell whether the hours of any employee are more than a day holds (of rows by month: more than one day holds)."""
    if "employee" not in plan.columns:
        return False
    parts = (nw.col("hours") * PARTS).round().cast(nw.Int64).sum()
    named = rows.filter(~nw.col("employee").is_null())
    long = named.group_by("employee", plan.period).agg(parts=parts).filter(nw.col("parts") > MOST_HOURS * PARTS)
    return len(long.select("parts").head(1).collect("pyarrow")) > 0
