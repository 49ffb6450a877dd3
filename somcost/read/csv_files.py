"""Text tables (.csv, .txt, .tsv): bytes become a grid of texts, each row with its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TextIO

from somcost.problems import Problem, check
from somcost.read.cells import as_text
from somcost.read.delimiters import delimiter_is_one_character, delimiter_of, says_delimiter
from somcost.read.encodings import text_of
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Record, Wanted, gathered

MOST_COLUMNS = 16_384
"""As many as a sheet of Excel has."""


class Failure(NamedTuple):
    """A row that csv's reader gave up on, by the line it begins on."""

    line: int
    reason: str


@check
def quotes_match(wanted: Wanted, line: int) -> Problem:
    """A cell that begins with a double quote ends with one, and quotes inside it are doubled."""
    message = "a double quote that begins a cell of this row is not closed at the end of the cell"
    return wanted.problem(message, 'Close the quote, and write a quote inside a quoted cell twice: "".', line=line)


@check
def cells_are_short(wanted: Wanted, line: int) -> Problem:
    """A cell has at most 131,072 characters; a longer one is a quote that was never closed."""
    message = f"a cell of this row has more than {csv.field_size_limit():,} characters"
    return wanted.problem(message, "Look for a double quote that is opened on this line and never closed.", line=line)


@check
def columns_are_countable(wanted: Wanted, columns: int, line: int) -> Problem:
    """A table has at most 16,384 columns, as many as a sheet of Excel."""
    message = f"the header has {columns:,} columns; a table has at most {MOST_COLUMNS:,}"
    return wanted.problem(message, "Export the columns that the scenario uses, and say the `delimiter`.", line=line)


@check
def table_has_a_header(wanted: Wanted) -> Problem:
    """A table's first row that is not blank holds the names of its columns."""
    return wanted.problem("every line of the file is blank; a table has at least a header", "Export the file again.")


@dataclass(frozen=True, slots=True)
class SplitText:
    """A text split into rows as they are asked for: the header, the rows under it, and those that cannot be split."""

    header: Record
    records: Iterator[Record]
    failures: list[Failure]

    def tell(self, wanted: Wanted, faults: Faults) -> int:
        """Tell the rows that could not be split, and give how many they are."""
        faults.add_each(self.failures, lambda failure: _failure(wanted, failure))
        return len(self.failures)


def csv_grid(content: bytes, wanted: Wanted, *, faults: Faults) -> Grid | Problem:
    """Split a text file into cells, or tell why it cannot be; rows with a faulty quote are left out and told."""
    text = text_of(content, wanted)
    if isinstance(text, Problem):
        return text
    split = split_text(io.StringIO(text, newline=""), wanted)
    if isinstance(split, Problem):
        return split
    grid = gathered(split.header, split.records, wanted, faults=faults)
    return replace(grid, rows=grid.rows + split.tell(wanted, faults))


def split_text(lines: TextIO, wanted: Wanted) -> SplitText | Problem:
    """Split a text into rows under a header, or tell why it cannot be."""
    delimiter = delimiter_of_text(lines, wanted)
    if isinstance(delimiter, Problem):
        return delimiter
    failures: list[Failure] = []
    records = _records(lines, delimiter, failures=failures)
    header = next(records, None)
    if header and says_delimiter(delimiter.join(map(as_text, header[1]))):
        header = next(records, None)
    if failures:
        return _failure(wanted, failures[0])
    if header is None:
        return table_has_a_header(wanted)
    if len(header[1]) > MOST_COLUMNS:
        return columns_are_countable(wanted, len(header[1]), header[0])
    return SplitText(header, records, failures)


def _records(lines: TextIO, delimiter: str, *, failures: list[Failure]) -> Iterator[Record]:
    """Split a text into rows that are not blank; a row that cannot be split goes to the failures."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    while True:
        try:
            for row in reader:
                if any(map(str.strip, row)):
                    yield line, row
                line = reader.line_num + 1
        except csv.Error as error:
            failures.append(Failure(line, str(error)))
            line = reader.line_num + 1
        else:
            return


def _failure(wanted: Wanted, failure: Failure) -> Problem:
    faulty = cells_are_short if "limit" in failure.reason else quotes_match
    return faulty(wanted, failure.line)


def delimiter_of_text(lines: TextIO, wanted: Wanted) -> str | Problem:
    """Find the delimiter: as stated, as Excel says on a line of its own, or from the header; back to the first line."""
    refused = delimiter_is_one_character(wanted)
    if refused or wanted.source.delimiter:
        return refused or wanted.source.delimiter or ""
    filled = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    number, line = next(filled, (1, ""))
    lines.seek(0)
    return says_delimiter(line) or delimiter_of(line, wanted, line=number)
