"""The sums that cost depends on, written once for every engine: by day or month and every word of a row."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import narwhals as nw

from somcost.model.calendar import first_day
from somcost.person_numbers import LIKE_DATES, holding
from somcost.read.date_cells import FIRST_YEAR, LAST_YEAR
from somcost.read.sums.counted import PARTS, Sums
from somcost.read.sums.engine import Engine
from somcost.read.sums.plan import NOT_SUMMED, Plan

MOST_HOURS = 24
"""Hours that fit into a day of one employee."""


class Irregular(Exception):  # noqa: N818 - it is no error: the row reader takes over
    """Something in the file must be looked at row by row."""


def keyed(rows: "nw.LazyFrame[Any]", plan: Plan) -> "nw.LazyFrame[Any]":
    """Give the columns that are read, named by their keys and of the types that sums are made of."""
    types = {"date": nw.Date(), "hours": nw.Float64()}
    columns = ((key, nw.col(plan.header[number - 1])) for key, number in plan.columns.items())
    return rows.select(*(column.cast(types.get(key, nw.String())).alias(key) for key, column in columns))


def sums_of(rows: "nw.LazyFrame[Any]", plan: Plan, *, turns: Sequence[dt.date], engine: Engine) -> Sums:
    """Add up the rows of a file that agree in every word and lie in the same stretch of days.

    Args:
        rows: With a column for each of the plan's keys.
        plan: Which columns there are.
        turns: Days from which rows count otherwise than those before; within a month and between two turns all days
            count alike.
        engine: Whose rows they are.

    Raises:
        Irregular: A cell is missing, hours are negative, a date is out of range, or a person or case may be named by a
            CPR number; the words of sums are looked through when they are read.
    """
    named = ("period", *plan.words, "parts", "rows", "sound", "dated")
    kept = _added(rows, plan, turns).select(*named).sort("period", *plan.words, nulls_last=True)
    columns = list(zip(*engine.rows(kept), strict=True)) or [()] * len(named)
    sums = dict(zip(named, columns, strict=True))
    if sums.pop("sound") != sums["rows"] or not _are_periods(sums["period"], by_day=plan.period == "date"):
        raise Irregular
    if any(sums.pop("dated")) and _names_persons(rows, plan):
        raise Irregular
    return sums


def _added(rows: "nw.LazyFrame[Any]", plan: Plan, turns: Sequence[dt.date]) -> "nw.LazyFrame[Any]":
    """Add up by day first: a day's stretch is then looked for once, not in each of its rows."""
    parts, dated = nw.col("parts"), nw.col("dated")
    marked = rows.with_columns(
        parts=nw.when(nw.col("hours") >= 0).then(_parts()), period=nw.col(plan.period), dated=_holds_a_date(plan)
    )
    by_period = marked.group_by("period", *plan.words).agg(
        parts=parts.sum(), rows=nw.len(), sound=parts.count(), dated=dated.max()
    )
    if plan.period != "date":
        return by_period
    counted = (nw.col(name).sum() for name in ("parts", "rows", "sound"))
    of_stretch = by_period.with_columns(stretch=_stretch(turns)).group_by("stretch", *plan.words)
    return of_stretch.agg(nw.col("period").min(), dated.max(), *counted)


def _are_periods(found: Sequence[Any], *, by_day: bool) -> bool:
    """Tell whether all are months, or dates in range; of a stretch, which lies within a month, the first date tells."""
    if by_day:
        return all(isinstance(date, dt.date) and FIRST_YEAR <= date.year <= LAST_YEAR for date in found)
    return None not in found


def _parts() -> nw.Expr:
    """Give hours in whole parts; no engine rounds in a way of its own."""
    return (nw.col("hours") * PARTS + 0.5).floor().cast(nw.Int64)


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
    date = nw.col("period")
    month = date.dt.truncate("1mo").cast(nw.Date)
    stretch = month
    for turn in sorted(turns):
        if turn != first_day(turn):
            stretch = nw.when((month == first_day(turn)) & (date >= turn)).then(nw.lit(turn)).otherwise(stretch)
    return stretch


def has_long_days(rows: "nw.LazyFrame[Any]", plan: Plan, *, engine: Engine) -> bool:
    """Tell whether the hours of any employee are more than a day holds (of rows by month: more than one day holds)."""
    if "employee" not in plan.columns:
        return False
    named = rows.filter(~nw.col("employee").is_null())
    sums = named.group_by("employee", plan.period).agg(parts=_parts().sum())
    return bool(engine.rows(sums.filter(nw.col("parts") > MOST_HOURS * PARTS).select("parts").head(1)))
