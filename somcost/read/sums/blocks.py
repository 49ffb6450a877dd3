"""Registrations of any size by the row reader, block after block: what an engine cannot be sure of, and every place.

The file is read twice: how it writes numbers and dates shows only over all of it. It is read a third time where an
employee's day is too long, whose rows then stand one by one.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from somcost.model.calendar import month_name
from somcost.problems import Problem
from somcost.read.cells import Column, Content, meaning
from somcost.read.csv_files import SplitText, split_text
from somcost.read.date_cells import Period
from somcost.read.encodings import checked_encoding
from somcost.read.faults import Faults
from somcost.read.file_bytes import PARQUET_SUFFIX
from somcost.read.grid import Grid, Wanted, gathered
from somcost.read.headers import find_columns
from somcost.read.persons import Persons
from somcost.read.sums.counted import PARTS, CountedGrid
from somcost.read.sums.plan import NOT_SUMMED
from somcost.read.table_columns import Dialect, columns_of, dialect_of, read_columns
from somcost.read.table_shapes import DATES, NUMBERS, TableShape

ROWS_OF_A_BLOCK = 100_000
HOURS_OF_A_DAY = 24
BUFFER = 1 << 20
"""Bytes read from the disk in one go."""
PERIODS = ("date", "month")
Day = tuple[Content, Period]
"""An employee's name, and a day or month."""
Key = tuple[Period, tuple[Content, ...], int, Content]
"""A period, words, and of rows that stand one by one the line and the employee."""


@dataclass(slots=True)
class _Sum:
    line: int
    parts: int = 0
    rows: int = 0


@dataclass(slots=True)
class _Sums:
    words: Sequence[int] = ()
    of: dict[Key, _Sum] = field(default_factory=dict)
    days: dict[Day, int] = field(default_factory=dict)
    read: int = 0


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file of registrations, read in blocks; its faults are told in `faults`."""

    wanted: Wanted
    shape: TableShape
    faults: Faults
    checked: list[str | Problem] = field(default_factory=list)

    def counted(self, sha256: str) -> CountedGrid | None:
        """Read the file; None where no row of it can be read."""
        with self._opened() as split:
            header = self._header(split)
        if header is None:
            deque(self._blocks(self.faults), maxlen=0)  # its rows are looked at for the faults they have by themselves
            return None
        dialect = self._dialect()
        persons = Persons(self.shape)
        sums = self._sums(dialect, apart=frozenset(), faults=self.faults, persons=persons)
        self.faults.problems.extend(persons.problems())
        if dialect.doubtful:
            return None
        long = frozenset(day for day, parts in sums.days.items() if parts > HOURS_OF_A_DAY * PARTS)
        if long:
            sums = self._sums(dialect, apart=long, faults=Faults(), persons=None)
        return _grid(header, self._numbers(header), sums, sha256)

    @contextmanager
    def _opened(self) -> Iterator[SplitText | Problem]:
        if self.wanted.source.path.suffix.lower() == PARQUET_SUFFIX:
            from somcost.read.parquet_files import parquet_rows  # noqa: PLC0415 - slow to import

            yield parquet_rows(self.wanted)
            return
        encoding = self._encoding()
        if isinstance(encoding, Problem):
            yield encoding
            return
        with self.wanted.source.path.open(encoding=encoding, newline="", buffering=BUFFER) as text:
            yield split_text(text, self.wanted)

    def _encoding(self) -> str | Problem:
        """Look at the whole file the first time it is opened."""
        if not self.checked:
            self.checked.append(checked_encoding(self.wanted))
        return self.checked[0]

    def _header(self, split: SplitText | Problem) -> Grid | None:
        """Give the header with no rows, if the file has the columns that are needed; tell what is wrong."""
        if isinstance(split, Problem):
            self.faults.add(split)
            return None
        empty = gathered(split.header, (), self.wanted, faults=Faults())
        numbers = self._numbers(empty)
        if "hours" not in numbers or not numbers.keys() & {*PERIODS}:
            find_columns(empty, self.wanted, self.shape, faults=self.faults)
            return None
        return empty

    def _numbers(self, grid: Grid) -> dict[str, int]:
        return find_columns(grid, self.wanted, self.shape, faults=Faults()) or {}

    def _blocks(self, faults: Faults) -> Iterator[Grid]:
        """Give the rows, a block at a time."""
        with self._opened() as split:
            if isinstance(split, Problem):
                return
            while rows := list(islice(split.records, ROWS_OF_A_BLOCK)):
                yield gathered(split.header, rows, self.wanted, faults=faults)
                faults.shorten()
            split.tell(self.wanted, faults)

    def _dialect(self) -> Dialect:
        """Find how numbers and dates are written, from the distinct cells of all blocks."""
        read: list[Column] = []
        first: dict[str, dict[Content, int]] = {}
        for block in self._blocks(Faults()):
            read = [
                each
                for each in columns_of(block, self._numbers(block), self.wanted)
                if self.shape.kinds[each.key] in DATES | NUMBERS
            ]
            for column in read:
                seen = first.setdefault(column.key, {})
                for content, line in zip(column.contents, column.lines, strict=True):
                    seen.setdefault(content, line)
        whole = [_of_distinct(column, first[column.key], self.wanted) for column in read]
        return dialect_of(whole, self.shape, self.wanted.source, faults=self.faults)

    def _sums(self, dialect: Dialect, *, apart: frozenset[Day], faults: Faults, persons: Persons | None) -> _Sums:
        sums = _Sums()
        for block in self._blocks(faults):
            numbers = self._numbers(block)
            columns = columns_of(block, numbers, self.wanted)
            if persons is not None:
                persons.look(columns)
            values, faulty = read_columns(columns, self.shape, self.wanted.source, dialect=dialect, faults=faults)
            sums.words = [number for key, number in numbers.items() if key not in (*NOT_SUMMED, *PERIODS, "hours")]
            sums.read += block.rows
            _add(sums, block, values, faulty, apart)
        return sums


def _of_distinct(column: Column, first: dict[Content, int], wanted: Wanted) -> Column:
    meant = meaning(first, wanted.source.values.get(column.key, {}))
    return replace(column, contents=list(first), lines=list(first.values()), meant=meant)


def _add(sums: _Sums, block: Grid, values: dict[str, list[Any]], faulty: set[int], apart: frozenset[Day]) -> None:
    periods: list[Period] = next(values[key] for key in PERIODS if key in values)
    employees: Sequence[Content | None] = values.get("employee") or [None] * len(block.lines)
    words = list(zip(*(block.columns[number - 1] for number in sums.words), strict=True)) or [()] * len(block.lines)
    rows = zip(periods, words, values["hours"], employees, block.lines, strict=True)
    for row, (period, of, hours, employee, line) in enumerate(rows):
        if row in faulty:
            continue
        parts = int(hours) * PARTS + round(hours % 1 * PARTS)  # any number of hours, however large
        alone = employee is not None and (employee, period) in apart
        key = (period, of, line if alone else 0, employee if alone and employee is not None else "")
        found = sums.of.get(key)
        if found is None:
            found = sums.of[key] = _Sum(line)
        found.parts += parts
        found.rows += 1
        if employee is not None:
            sums.days[employee, period] = sums.days.get((employee, period), 0) + parts


def _grid(header: Grid, numbers: dict[str, int], sums: _Sums, sha256: str) -> CountedGrid:
    columns: list[list[Content]] = [[""] * len(sums.of) for _ in header.header]
    period = next(numbers[key] for key in PERIODS if key in numbers)
    columns[period - 1] = [month_name(each.date) if each.by_month else each.date for each, *_ in sums.of]
    columns[numbers["hours"] - 1] = [each.parts / PARTS for each in sums.of.values()]
    for place, number in enumerate(sums.words):
        columns[number - 1] = [words[place] for _, words, *_ in sums.of]
    if "employee" in numbers:
        columns[numbers["employee"] - 1] = [employee for *_, employee in sums.of]
    rows = [each.rows for each in sums.of.values()]
    lines = [each.line for each in sums.of.values()]
    return CountedGrid(replace(header, columns=columns, lines=lines, rows=sums.read), rows, sha256)
