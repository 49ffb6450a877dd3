"""The rows of one table from all its files, with the place of each and every fault on the way."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from somcost.model.scenario import FileRead
from somcost.model.tables import TableFile
from somcost.problems import Problem, check
from somcost.read.csv_files import csv_grid
from somcost.read.faults import Faults
from somcost.read.file_bytes import PARQUET_SUFFIX, WORKBOOK_SUFFIX, file_bytes
from somcost.read.grid import Grid, Wanted
from somcost.read.headers import find_columns, mapped_keys_are_known, sought_names
from somcost.read.persons import problems_of_columns
from somcost.read.table_columns import columns_of, dialect_of, read_columns
from somcost.read.table_shapes import MEASURED, Columns, TableShape
from somcost.read.table_source import TableSource

if TYPE_CHECKING:  # engines are loaded where files are large
    from somcost.read.sums.counted import CountedGrid
    from somcost.read.sums.reader import SumsReader


@dataclass(slots=True)
class Rows:
    """A table's rows as they come in, file after file. Rows with a faulty cell are left out, and told in `faults`."""

    shape: TableShape
    values: Columns = field(default_factory=dict)
    files: list[TableFile] = field(default_factory=list)
    file: list[int] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    files_read: list[FileRead] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)

    def add(self, source: TableSource) -> None:
        """Read one more file."""
        wanted = self.wanted(source)
        content = file_bytes(wanted)
        if isinstance(content, Problem):
            self.faults.add(content)
            return
        grid = self._grid(content, wanted)
        if isinstance(grid, Problem):
            self.faults.add(grid)
        rows = None if isinstance(grid, Problem) else grid.rows
        self.files_read.append(FileRead(wanted.file, hashlib.sha256(content).hexdigest(), rows))
        if isinstance(grid, Grid):
            self._add_grid(grid, wanted)

    def wanted(self, source: TableSource) -> Wanted:
        """Say what is looked for in a file, and what is wrong with how it is described."""
        names = {key: name.name for key, name in source.columns.items()}
        wanted = Wanted(source, self.shape.key, frozenset(sought_names(self.shape, names).values()))
        self.faults.problems.extend(mapped_keys_are_known(wanted, self.shape))
        return wanted

    def add_sums(self, source: TableSource, reader: "SumsReader") -> None:
        """Read one more file as sums."""
        wanted = self.wanted(source)
        found = reader.read(wanted, self.shape, sound=lambda sums: self._is_sound(sums, wanted), faults=self.faults)
        if isinstance(found, Problem):
            self.faults.add(found)
        elif found is not None:
            self.files_read.append(FileRead(wanted.file, found.sha256, found.grid.rows))
            self.rows.extend(found.rows)
            self._add_grid(found.grid, _of_typed_cells(wanted), looked_through=True)

    def _is_sound(self, sums: "CountedGrid", wanted: Wanted) -> bool:
        trial = Rows(self.shape)
        trial._add_grid(sums.grid, _of_typed_cells(wanted))
        return not trial.faults.problems

    def _grid(self, content: bytes, wanted: Wanted) -> Grid | Problem:
        suffix = wanted.source.path.suffix.lower()
        if suffix == PARQUET_SUFFIX:
            from somcost.read.parquet_files import parquet_grid  # noqa: PLC0415 - loaded when needed, as below

            return parquet_grid(content, wanted, faults=self.faults)
        if suffix != WORKBOOK_SUFFIX:
            return csv_grid(content, wanted, faults=self.faults)
        from somcost.read.xlsx_files import xlsx_grid  # noqa: PLC0415 - the workbook's reader is loaded when needed

        return xlsx_grid(content, wanted, faults=self.faults)

    def _add_grid(self, grid: Grid, wanted: Wanted, *, looked_through: bool = False) -> None:
        """Add a file's rows; those that have been looked through hold no persons' numbers that are not told yet."""
        numbers = find_columns(grid, wanted, self.shape, faults=self.faults)
        if numbers is None:
            return
        if not grid.rows and not self.shape.may_be_empty:
            self.faults.add(table_has_rows(wanted))
        columns = columns_of(grid, numbers, wanted)
        if not looked_through:
            self.faults.problems.extend(problems_of_columns(columns, self.shape))
        dialect = dialect_of(columns, self.shape, wanted.source, faults=self.faults)
        values, faulty = read_columns(columns, self.shape, wanted.source, dialect=dialect, faults=self.faults)
        kept = [] if dialect.doubtful else [row for row in range(len(grid.lines)) if row not in faulty]
        self._keep(values, kept, grid.lines)
        self.files.append(TableFile(wanted.file, _with_stand_ins(numbers, self.shape)))

    def _keep(self, values: Columns, kept: Sequence[int], lines: Sequence[int]) -> None:
        if len(kept) < len(lines):
            values = {key: [column[row] for row in kept] for key, column in values.items()}
            lines = [lines[row] for row in kept]
        finished = self.shape.finished(values)
        before = len(self.line)
        self.line.extend(lines)
        self.file.extend([len(self.files)] * len(lines))
        for key in {**self.values, **finished}:
            column = self.values.setdefault(key, [None] * before)
            column.extend(finished.get(key) or [None] * len(lines))

    def columns(self) -> dict[str, Any]:
        """Give what the model's table is made of; a column that no file has is None in every row."""
        absent = [
            key for key in self.shape.kinds if key not in self.values and key not in self.shape.stand_for.values()
        ]
        filled = {**dict.fromkeys(absent), **self.values}
        places = {"files": tuple(self.files), "file": self.file, "line": self.line}
        return {**{key: filled[key] or [None] * len(self.line) for key in filled}, **places}


@check
def table_has_rows(wanted: Wanted) -> Problem:
    """A table that an assessment is computed from has rows; only expenses may be a header alone."""
    return wanted.problem(
        "the file has a header and no rows", "Export the rows too, or leave the file out of the scenario."
    )


def read_rows(sources: Sequence[TableSource], shape: TableShape) -> Rows:
    """Read the rows of all files of a table."""
    rows = Rows(shape)
    for source in sources:
        rows.add(source)
    return rows


def read_sums(sources: Sequence[TableSource], shape: TableShape, reader: "SumsReader") -> Rows:
    """Read the rows of all files of a table as sums."""
    rows = Rows(shape)
    for source in sources:
        rows.add_sums(source, reader)
    return rows


def _of_typed_cells(wanted: Wanted) -> Wanted:
    """Say the same of a file whose dates and hours have been read already."""
    source = wanted.source
    columns = {key: replace(column, format=None) for key, column in source.columns.items()}
    values = {key: words for key, words in source.values.items() if key not in MEASURED}
    return replace(wanted, source=replace(source, columns=columns, values=values))


def _with_stand_ins(numbers: dict[str, int], shape: TableShape) -> dict[str, int]:
    given = {key: numbers[giver] for key, giver in shape.stand_for.items() if giver in numbers}
    return {**numbers, **given}
