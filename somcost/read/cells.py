"""Cells: what a column holds, read once per distinct content, with the place of every fault."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from somcost.person_numbers import without_numbers
from somcost.problems import Location, Problem
from somcost.read.faults import Faults

Content = str | float | dt.date | dt.time | dt.timedelta
"""A cell of a text file is text; a workbook's may be a number, a date or a time."""

Value = TypeVar("Value")
Option = TypeVar("Option")

SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at fault: where it stands, the key of its column, what it holds."""

    location: Location
    key: str
    content: Content


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A content that cannot be read, and the check that says why."""

    check: Callable[[Cell], Problem]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its contents by row, and each distinct content stripped and mapped to our values."""

    key: str
    number: int
    file: str
    contents: Sequence[Content]
    lines: Sequence[int]
    meant: Mapping[Content, Content]

    def cell(self, row: int) -> Cell:
        """Give the cell in a row, with its place."""
        return Cell(Location(self.file, self.lines[row], self.number), self.key, self.meant[self.contents[row]])

    def first_cell(self, meant: Content) -> Cell:
        """Give the first cell that means this."""
        return self.cell(next(row for row, content in enumerate(self.contents) if self.meant[content] == meant))


def meaning(contents: Iterable[Content], values: Mapping[str, str]) -> dict[Content, Content]:
    """Strip each distinct content and put our value for the file's where the scenario maps it."""
    stripped = ((content, stripped_cell(content)) for content in dict.fromkeys(contents))
    if not values:
        return dict(stripped)
    return {content: values.get(as_text(cell), cell) for content, cell in stripped}


def stripped_cell(content: Content) -> Content:
    """Take surrounding blanks from a text."""
    return content.strip() if isinstance(content, str) else content


def as_text(content: Content) -> str:
    """Write a typed cell as its author saw it: whole numbers without a point, dates by year, month and day.

    >>> as_text(12.0), as_text(7.4), as_text(dt.datetime(2018, 3, 1))
    ('12', '7.4', '2018-03-01')
    """
    if isinstance(content, str):
        return content
    if isinstance(content, float) and math.isfinite(content) and content == int(content):
        return str(int(content))
    if isinstance(content, dt.datetime) and content.time() == dt.time():
        return content.date().isoformat()
    return str(content)


def quoted(content: Content) -> str:
    """Quote a cell in a message, shortened, with what cannot be printed escaped and without numbers of persons.

    >>> print(quoted("7:24"), quoted("x" * 50))
    "7:24" "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    """
    text = without_numbers(as_text(content))
    shown = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
    return '"' + "".join(each if each.isprintable() else repr(each)[1:-1] for each in shown) + '"'


def read_cells(
    column: Column, read: Callable[[Content], Value | Unreadable], *, faults: Faults
) -> tuple[list[Value], set[int]]:
    """Read a column: the value of each row, and the rows that cannot be read (their values mean nothing)."""
    known = {content: read(meant) for content, meant in column.meant.items()}
    unreadable = {content: value.check for content, value in known.items() if isinstance(value, Unreadable)}
    at_fault = [row for row, content in enumerate(column.contents) if content in unreadable] if unreadable else []
    faults.add_each(at_fault, lambda row: unreadable[column.contents[row]](column.cell(row)))
    values = list(map(known.__getitem__, column.contents))
    return cast("list[Value]", values), set(at_fault)


def settle(texts: Iterable[str], readings: Mapping[Option, Callable[[str], object]]) -> tuple[Option, str | None]:
    """Find how texts are to be read: the reading most texts allow only, and a text in doubt where none decides.

    A text decides when one reading alone makes sense of it. It is in doubt when several do and they differ.
    """
    votes = dict.fromkeys(readings, 0)
    doubtful: str | None = None
    for text in texts:
        values = {option: value for option, read in readings.items() if (value := read(text)) is not None}
        if len(values) == 1:
            votes[next(iter(values))] += 1
        elif doubtful is None and len(set(values.values())) > 1:
            doubtful = text
    decided = any(votes.values())
    return max(votes, key=votes.__getitem__), None if decided else doubtful
