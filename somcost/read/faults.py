"""The faults found while tables are read: the first of each kind in full, the rest counted."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from somcost.problems import Problem

T = TypeVar("T")

KEPT_OF_A_COLUMN = 100
"""Faults kept of one column of one file: more than are ever shown in full, and little memory."""
KEPT_OF_BLOCKS = 1_000
"""Faults kept of a file that is read in blocks."""


@dataclass(slots=True)
class Faults:
    """Problems as they are found; `unlisted` counts by check those that a column has beyond the first hundred."""

    problems: list[Problem] = field(default_factory=list)
    unlisted: Counter[str] = field(default_factory=Counter)

    def add(self, problem: Problem) -> None:
        """Keep one problem."""
        self.problems.append(problem)

    def add_each(self, things: Sequence[T], problem_of: Callable[[T], Problem]) -> None:
        """Keep the problems of the first things, and count the others."""
        self.problems.extend(problem_of(each) for each in things[:KEPT_OF_A_COLUMN])
        self.unlisted.update(problem_of(each).check for each in things[KEPT_OF_A_COLUMN:])

    def shorten(self) -> None:
        """Count what is more than is kept of a file that is read in blocks."""
        self.unlisted.update(problem.check for problem in self.problems[KEPT_OF_BLOCKS:])
        del self.problems[KEPT_OF_BLOCKS:]
