"""Text files as sheets: their encoding, their delimiter, every row with its line."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from somcost.intake.sheet import Sheet
from somcost.problems import InputProblems, Problem
from somcost.read.csv_files import cells_are_short, quotes_match
from somcost.read.delimiters import delimiter_is_one_character, says_delimiter
from somcost.read.encodings import encoding_of, text_of
from somcost.read.grid import Wanted

DELIMITERS = (";", ",", "\t", "|")
LOOKED_AT = 200
"""Lines by which the delimiter is found."""


def text_sheets(content: bytes, wanted: Wanted) -> list[Sheet]:
    """Split a text file into cells.

    Raises:
        InputProblems: It is no text, or a quote is never closed.
    """
    text = text_of(content, wanted)
    if isinstance(text, Problem):
        raise InputProblems([text])
    refused = delimiter_is_one_character(wanted)
    if refused is not None:
        raise InputProblems([refused])
    delimiter = wanted.source.delimiter or delimiter_of(text)
    rows, lines = _split(text, delimiter, wanted)
    return [Sheet(wanted.file, "", "csv", rows, lines, wanted.source.encoding or encoding_of(content), delimiter)]


def delimiter_of(text: str) -> str:
    r"""Give the character that parts most lines into equally many cells, more than one; of two alike, more cells.

    >>> delimiter_of("Title, with a comma\n\na;b;c\n1,5;2,5;3\n")
    ';'
    """
    lines = [line for line in islice(io.StringIO(text), LOOKED_AT) if line.strip()]
    said = says_delimiter(lines[0]) if lines else None
    return said or max(DELIMITERS, key=lambda each: _evenness(lines, each))


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in _rows("".join(lines), delimiter) if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _split(text: str, delimiter: str, wanted: Wanted) -> tuple[list[list[str]], list[int]]:
    """Give every row, and the line it begins on: a quoted cell may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        fault = cells_are_short if "limit" in str(error) else quotes_match
        raise InputProblems([fault(wanted, line)]) from None
    return rows, lines
