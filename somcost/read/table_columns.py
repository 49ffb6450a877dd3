"""A file's columns: how its numbers and dates are written, found over all of it, and then every cell read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from somcost.problems import Problem
from somcost.read.cells import Cell, Column, Content, Unreadable, meaning, read_cells, settle
from somcost.read.date_cells import DateOrder, date_order_is_certain, date_reader, month_reader, slashed_date
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Wanted
from somcost.read.number_cells import (
    MARKS,
    Mark,
    bounded,
    clock_reader,
    decimal_mark_is_certain,
    decimal_number,
    fte_is_not_negative,
    hours_are_decimal,
    hours_are_not_negative,
    number_reader,
    participants_are_positive,
)
from somcost.read.table_shapes import DATES, NUMBERS, Columns, Kind, TableShape
from somcost.read.table_source import TableSource
from somcost.read.word_cells import optional, read_boolean, read_status, read_text, read_year, required

_MARKS = {mark: partial(decimal_number, mark=mark) for mark in MARKS}
_ORDERS = {order: partial(slashed_date, order=order) for order in ("dd-mm-yyyy", "mm-dd-yyyy")}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file writes numbers and dates, and whether that is in doubt."""

    mark: Mark
    dates: DateOrder
    dates_stated: bool
    doubtful: bool


def columns_of(grid: Grid, numbers: dict[str, int], wanted: Wanted) -> list[Column]:
    """Take the columns that are read."""
    return [_column(grid, key, number=number, wanted=wanted) for key, number in numbers.items()]


def _column(grid: Grid, key: str, *, number: int, wanted: Wanted) -> Column:
    contents = grid.columns[number - 1]
    meant = meaning(contents, wanted.source.values.get(key, {}))
    return Column(key, number, wanted.file, contents, grid.lines, meant)


def dialect_of(columns: Sequence[Column], shape: TableShape, source: TableSource, *, faults: Faults) -> Dialect:
    """Find a file's decimal mark and order of dates, as stated or from all its numbers and dates, and ask in doubt."""
    numeric = [each for each in columns if shape.kinds[each.key] in NUMBERS and not _by_clock(each.key, shape, source)]
    dated = [each for each in columns if shape.kinds[each.key] in DATES]
    known = len(faults.problems)
    mark = source.decimal or _settled(numeric, _MARKS, decimal_mark_is_certain, faults=faults)
    order = source.dates or _settled(dated, _ORDERS, date_order_is_certain, faults=faults)
    return Dialect(mark, order, source.dates is not None, len(faults.problems) > known)


def _settled(columns: Sequence[Column], readings: Any, ask: Callable[[Cell], Problem], *, faults: Faults) -> Any:
    choice, doubtful = settle(_texts(columns), readings)
    if doubtful is not None:
        column = next(each for each in columns if doubtful in each.meant.values())
        faults.add(ask(column.first_cell(doubtful)))
    return choice


def _texts(columns: Iterable[Column]) -> Iterable[str]:
    return (content for column in columns for content in column.meant.values() if isinstance(content, str))


def read_columns(
    columns: Sequence[Column], shape: TableShape, source: TableSource, *, dialect: Dialect, faults: Faults
) -> tuple[Columns, set[int]]:
    """Read every cell: the values of each column, and the rows that hold a faulty one."""
    values: Columns = {}
    faulty: set[int] = set()
    needed = {*shape.required, *(key for keys in shape.either for key in keys)}
    for column in columns:
        reader = _reader(shape.kinds[column.key], dialect, by_clock=_by_clock(column.key, shape, source))
        filled = required(reader) if column.key in needed else optional(reader)
        values[column.key], rows = read_cells(column, filled, faults=faults)
        faulty |= rows
    return values, faulty


def _by_clock(key: str, shape: TableShape, source: TableSource) -> bool:
    return shape.kinds[key] == "hours" and key in source.columns and source.columns[key].format == "h:mm"


def _reader(kind: Kind, dialect: Dialect, *, by_clock: bool) -> Callable[[Content], Any | Unreadable]:
    if by_clock:
        return clock_reader
    number = number_reader(dialect.mark)
    hours = number_reader(dialect.mark, fault=hours_are_decimal)
    readers: dict[Kind, Callable[[Content], Any | Unreadable]] = {
        "date": date_reader(dialect.dates, stated=dialect.dates_stated, months=True),
        "day": date_reader(dialect.dates, stated=dialect.dates_stated, months=False),
        "month": month_reader,
        "text": read_text,
        "hours": bounded(hours, allowed=lambda value: value >= 0, fault=hours_are_not_negative),
        "number": number,
        "fte": bounded(number, allowed=lambda value: value >= 0, fault=fte_is_not_negative),
        "participants": bounded(number, allowed=lambda value: value > 0, fault=participants_are_positive),
        "boolean": read_boolean,
        "status": read_status,
        "year": read_year,
    }
    return readers[kind]
