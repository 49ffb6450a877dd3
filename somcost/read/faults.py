"""The faults found while tables are read: the first of each kind in full, the rest counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from somcost.problems import Problem

T = TypeVar("T")

KEPT_OF_A_COLUMN = 100
"""Faults kept of one column of one file: more than are ever shown in full, and little memory."""


@dataclass(slots=True)
class Faults:
    """Problems as they are found; `unlisted` counts those that a column has beyond the first hundred."""

    problems: list[Problem] = field(default_factory=list)
    unlisted: int = 0

    def add(self, problem: Problem) -> None:
        """Keep one problem."""
        self.problems.append(problem)

    def add_each(self, things: Sequence[T], problem_of: Callable[[T], Problem]) -> None:
        """Keep the problems of the first things, and count the others."""
        self.problems.extend(problem_of(each) for each in things[:KEPT_OF_A_COLUMN])
        self.unlisted += max(0, len(things) - KEPT_OF_A_COLUMN)
