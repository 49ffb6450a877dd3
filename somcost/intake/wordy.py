"""Columns of words that are written as they stand, and may name persons: nearly every row has words of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from somcost.intake.read_rows import RowsRead
from somcost.intake.registrations import TOLD
from somcost.model.profiles import KindName, Meaning

LEAST_ROWS = 10
"""Rows with words from which on it can be told."""
NEARLY = 0.8
"""The share of different words among the rows' words, from which on they are no categories."""
AS_THEY_STAND: Mapping[KindName, tuple[Meaning, ...]] = {
    "registrations": TOLD,
    "citizens": (),
    "expenses": ("category", "phase", "site", "course"),
}


def wordy_columns(reads: Sequence[tuple[str, RowsRead[Any]]], kind: KindName) -> Iterator[tuple[Meaning, int, int]]:
    """Give the columns that are written as they stand and have nearly as many words as rows.

    Returns:
        What the column means, its different words, and the rows that hold any.
    """
    for meaning in AS_THEY_STAND[kind]:
        found = [word for _, read in reads for one in read.registered if (word := one.words.get(meaning))]
        if len(found) >= LEAST_ROWS and len(set(found)) >= NEARLY * len(found):
            yield meaning, len(set(found)), len(found)
