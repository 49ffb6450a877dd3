"""A table of the report: words, and values that the terminal and the workbook each write in their own way."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a unit."""

    value: float
    unit: str


Cell = str | Value
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class QualityTable:
    """A table of the report.

    Attributes:
        words: The columns that hold words; the others hold numbers.
        notes: The rule by which it was made, and what to know of it.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Row]
    words: tuple[int, ...]
    notes: Sequence[str] = ()
