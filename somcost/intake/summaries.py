"""Which rows of a table sum others up: by what they say, and by what they add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any

from somcost.intake.read_rows import RowsRead
from somcost.intake.row_cells import Reason
from somcost.intake.understood import Doubt
from somcost.model.profiles import Sums

NEAR = 0.0051
"""How far a sum may be from what it sums, since it is rounded to two decimals."""
FEWEST = 2
"""Rows that a sum has at least: one row that repeats another is none."""
TELLING = 3
"""Columns that agree in a table with periods across, so that it is no accident."""
SAID: dict[Sums | None, Reason | None] = {None: "perhaps_total", "drop": "total", "keep": None}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row as it is weighed against those around it (række, der vejes).

    Attributes:
        line: The line it stands on.
        numbers: Its hours or kr, one of a long table and one a column across of a wide one.
        filled: The numbers of its cells in which something stands.
        says_sum: Whether it says that it is a sum.
        is_like_others: Whether it has what every row that counts has: a day, a job group, an amount.
    """

    line: int
    numbers: tuple[float, ...]
    filled: frozenset[int]
    says_sum: bool
    is_like_others: bool


def summaries(rows: Sequence[Weighed], said: Sums | None) -> dict[int, Reason]:
    """Give the rows that sum others up, or perhaps do, by their lines.

    A row that says so is a sum if it lacks what every row has, or adds up. One that says so and does not add up may be
    either, and so may one that says nothing, adds up and lacks a cell that all it sums have; all, where each says so.

    Args:
        rows: Every row, in order.
        said: What a person says of rows that may be either.
    """
    adding = {*_adding_up(rows), *_adding_up(rows[::-1])}
    every_one_says = all(row.says_sum for row in rows if any(row.numbers))
    found: dict[int, Reason] = {}
    for row in rows:
        is_doubtful = row.says_sum or row.line in adding
        is_sure = row.says_sum and (row.line in adding or not row.is_like_others) and not every_one_says
        reason = "total" if is_sure or (row.says_sum and not any(row.numbers)) else SAID[said] if is_doubtful else None
        if reason is not None:
            found[row.line] = reason
    return found


def _adding_up(rows: Sequence[Weighed]) -> Iterator[int]:
    """Give the lines of rows that are what the rows since the last sum add up to, or all rows."""
    since, every = _Running(), _Running()
    for row in rows:
        if not any(row.numbers):
            continue
        is_sum = since.is_summed_by(row) or (row.says_sum and every.is_summed_by(row))
        if is_sum:
            yield row.line
        if is_sum or row.says_sum:
            since = _Running()
        else:
            since.add(row)
            every.add(row)


class _Running:
    """What rows add up to so far, and which cells all of them fill."""

    def __init__(self) -> None:
        self.rows = 0
        self.numbers: list[float] = []
        self.filled: frozenset[int] = frozenset()

    def add(self, row: Weighed) -> None:
        self.filled = self.filled & row.filled if self.rows else row.filled
        self.numbers = [*map(add, self.numbers, row.numbers)] if self.rows else list(row.numbers)
        self.rows += 1

    def is_summed_by(self, row: Weighed) -> bool:
        """Whether a row is the sum of these, by its numbers and by what it says, lacks or repeats in every column."""
        if self.rows < FEWEST or any(
            abs(one - other) > NEAR for one, other in zip(self.numbers, row.numbers, strict=True)
        ):
            return False
        return row.says_sum or bool(self.filled - row.filled) or sum(map(bool, row.numbers)) >= TELLING


def questions_of_sums(reads: Sequence[tuple[str, RowsRead[Any]]]) -> Iterator[Doubt]:
    """Ask what rows are that may be sums of others."""
    doubtful = [each for _, read in reads for each in read.aside if each.reason == "perhaps_total"]
    if doubtful:
        some = "the row may be a sum" if len(doubtful) == 1 else f"this row and {len(doubtful) - 1} more may be sums"
        found = f"{some} of others, or an average or a norm"
        advice = "Say --sums drop if they are, --sums keep if they are rows of their own (`sums` in a profile)."
        yield Doubt("sums", found, advice)
