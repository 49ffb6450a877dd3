"""What a formula may do beside the four operations: each works on numbers, arrays and quantities alike.

An array's first axis is the dimension a quantity would run over.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from somcost.cost.quantity import ARITHMETIC, FloatArray, Quantity, Value, combine, plain
from somcost.model.dimensions import MISSING, Category, Combinations, Dimension

EPOCH = np.datetime64("1899-12-30", "D")
"""Day 0 of the day numbers that spreadsheets and this engine count dates by."""

WHOLE_DECIMALS = 9
"""Decimals within which a number is whole when units are counted."""


def total(values: Value) -> Value:
    """Sum over the dimension.

    >>> total(np.array([1.0, 2.5]))
    3.5
    """
    return _over_dimension("sum", values)


def mean(values: Value) -> Value:
    """Plain mean over the dimension.

    >>> mean(np.array([35509.0, 40945, 37592]))
    38015.333333333336
    """
    return _over_dimension("mean", values)


def _over_dimension(operation: str, values: Any) -> Any:
    reduce: Any = np.sum if operation == "sum" else np.mean
    if isinstance(values, Quantity):
        return Quantity(float(reduce(values.value)), operation=operation, operands=(values,))
    return plain(reduce(values, axis=0))


def mean_of(values: Sequence[Value]) -> Value:
    """Plain mean of a few values named one by one.

    >>> mean_of([46.0, 52.0])
    49.0
    """
    return _mean_of(values)


def _mean_of(values: Sequence[Any]) -> Any:
    total = _total_of(values)
    if isinstance(total, Quantity):
        return Quantity(total.value / len(values), dimension=total.dimension, operation="mean", operands=total.operands)
    return total / len(values)


def smaller(left: Value, right: Value | float) -> Value:
    """Give the smaller of two, member by member."""
    return _pick("minimum", left, right)


def larger(left: Value, right: Value | float) -> Value:
    """Give the larger of two, member by member."""
    return _pick("maximum", left, right)


def _pick(operation: str, left: Any, right: Any) -> Any:
    if isinstance(left, Quantity) or isinstance(right, Quantity):
        return combine(operation, left, right)
    return plain(ARITHMETIC[operation](left, right))


def smallest_of(values: Sequence[Quantity]) -> Quantity:
    """Give the smallest of a few scalars named one by one."""
    value = min(float(each.value) for each in values)
    return Quantity(value, operation="minimum", operands=tuple(values))


def largest_of(values: Sequence[Quantity]) -> Quantity:
    """Give the largest of a few scalars named one by one."""
    value = max(float(each.value) for each in values)
    return Quantity(value, operation="maximum", operands=tuple(values))


def round_up(values: Value) -> Value:
    """Round up to whole units; what is whole but for the last digits of the machine's number stays as it is.

    >>> round_up(2.1), round_up(7.2 / 0.9)
    (3.0, 8.0)
    """
    return _round_up(values)


def _round_up(values: Any) -> Any:
    if isinstance(values, Quantity):
        return Quantity(_round_up(values.value), dimension=values.dimension, operation="round_up", operands=(values,))
    return plain(np.ceil(np.round(values, WHOLE_DECIMALS)))


def total_by(values: Quantity, category: Category) -> Quantity:
    """Sum the members of each group; members whose group is missing fall outside."""
    known = category.codes != MISSING
    weights = np.asarray(values.value, dtype=np.float64)[known]
    sums = np.bincount(category.codes[known], weights=weights, minlength=len(category.groups)).astype(np.float64)
    return Quantity(sums, dimension=category.groups, operation="sum_by", operands=(values,), detail=category)


def total_of(values: Sequence[Value]) -> Value:
    """Sum of a few values named one by one; of one column alone that column, no sum over its members.

    >>> total_of([46.0, 52.0])
    98.0
    """
    alone = values[0] if len(values) == 1 else None
    return alone if isinstance(alone, Quantity) and alone.dimension is not None else _total_of(values)


def _total_of(values: Sequence[Any]) -> Any:
    if any(isinstance(each, Quantity) for each in values):
        value = sum(each.value for each in values)
        dimension = next((each.dimension for each in values if each.dimension), None)
        return Quantity(value, dimension=dimension, operation="sum", operands=tuple(values))
    return sum(values[1:], values[0])


def combined(values: Quantity, sums: FloatArray, *, combinations: Combinations) -> Quantity:
    """Give the sums of lines that agree in several categories, traced to the lines they were added up from."""
    return Quantity(sums, dimension=combinations.over, operation="sum_by_each", operands=(values,), detail=combinations)


def look_up(table: Quantity, category: Category) -> Quantity:
    """Give every member the value of its group."""
    value: FloatArray = np.asarray(table.value, dtype=np.float64)[category.codes]
    return Quantity(value, dimension=category.over, operation="look_up", operands=(table,), detail=category)


def stack(elements: Sequence[Quantity], dimension: Dimension) -> Quantity:
    """Set scalars in a column, one a member, each with a trace of its own."""
    value: FloatArray = np.array([each.value for each in elements], dtype=np.float64)
    return Quantity(value, dimension=dimension, operation="stack", operands=tuple(elements))


def element(column: Quantity, member: int) -> Quantity:
    """Take one member's value out of a column."""
    value = float(np.asarray(column.value)[member])
    return Quantity(value, column.unit, column.key, operation="element", operands=(column,), detail=member)


def otherwise(values: Quantity, replacement: Quantity) -> Quantity:
    """Put the replacement where the data does not say (is not a number)."""
    column = np.asarray(values.value)
    value = np.where(np.isnan(column), replacement.value, column)
    return Quantity(value, dimension=values.dimension, operation="otherwise", operands=(values, replacement))


def month_position(day: Value) -> Value:
    """Count the months from year 0 to the end of a day, the day's own month as days passed / days in the month.

    The difference between two positions is a length in calendar months.

    Args:
        day: Day number as spreadsheets count, 43160 is 1 March 2018.

    >>> round(month_position(43175.0) - month_position(43159.0), 6)  # 1-16 March is 16/31 month
    0.516129
    """
    return _month_position(day)


def _month_position(day: Any) -> Any:
    if isinstance(day, Quantity):
        value = _month_position(day.value)
        return Quantity(value, dimension=day.dimension, operation="month_position", operands=(day,))
    date = EPOCH + np.asarray(day).astype(np.int64)
    month = date.astype("datetime64[M]")
    first = month.astype("datetime64[D]")
    length = ((month + 1).astype("datetime64[D]") - first).astype(np.int64)
    passed = (date - first).astype(np.int64) + 1
    return plain(month.astype(np.int64) + 12 * 1970 + 1 + passed / length)


def count_between(days: Quantity, first: Quantity, last: Quantity, *, where: tuple[Category, str] | None) -> Quantity:
    """Count the days that fall from `first` to `last`, for every member that these run over.

    `where` counts only the members of a group: (status, "completed").
    """
    column = np.asarray(days.value)
    counted = np.ones(len(column), dtype=bool)
    if where:
        category, member = where
        counted = category.codes == list(category.groups.members).index(member)
    firsts, lasts = np.atleast_1d(first.value), np.atleast_1d(last.value)
    counts: FloatArray = np.array(
        [np.sum(counted & (column >= low) & (column <= high)) for low, high in zip(firsts, lasts, strict=True)],
        dtype=np.float64,
    )
    return Quantity(
        counts, dimension=first.dimension, operation="count_between", operands=(days, first, last), detail=where
    )
