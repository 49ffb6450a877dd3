"""Checks that look at more than one cell of a table: first and last days, and ids that name one thing each."""

from collections.abc import Sequence

from somcost.model.tables import Citizens, Staff, Table
from somcost.problems import Location, Problem, check
from somcost.read.cells import quoted
from somcost.read.faults import Faults


@check
def ends_are_not_before_starts(table: Citizens | Staff, row: int) -> Problem:
    """A last day is not before the first day of the same row."""
    message = f"the last day {table.end[row]} is before the first day {table.start[row]}"
    return Problem(table.location(row, "end"), "end", message, "Correct one of the two days.")


@check
def citizen_ids_differ(table: Citizens, row: int) -> Problem:
    """Each citizen stands once in the list of citizens."""
    message = f"the id is that of {_first_place(table, table.id, row)} as well"
    advice = "Join the citizen's rows into one, or give each stay an id of its own."
    return Problem(table.location(row, "id"), "id", message, advice)


@check
def course_ids_differ(table: Table, row: int, ids: Sequence[str]) -> Problem:
    """Each course stands once in the list of courses."""
    message = f"{quoted(ids[row])} stands in {_first_place(table, ids, row)} already"
    return Problem(table.location(row, "id"), "id", message, "Give each course an id of its own.")


def _first_place(table: Table, ids: Sequence[str], row: int) -> str:
    first: Location = table.location(ids.index(ids[row]))
    return f"line {first.line}" if first.file == table.location(row).file else str(first)


def check_days(table: Citizens | Staff, *, faults: Faults) -> None:
    """Tell the rows whose last day is before their first."""
    days = enumerate(zip(table.start, table.end, strict=True))
    wrong = [row for row, (start, end) in days if end is not None and end < start]
    faults.add_each(wrong, lambda row: ends_are_not_before_starts(table, row))


def repeated(ids: Sequence[str]) -> list[int]:
    """Give the rows whose id stands in an earlier row.

    >>> repeated(["a", "b", "a"])
    [2]
    """
    first: dict[str, int] = {}
    return [row for row, each in enumerate(ids) if first.setdefault(each, row) != row]
