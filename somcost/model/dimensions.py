"""What a quantity may run over: job groups, months, courses, rows of a table; and how rows fall into groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MISSING = -1
LINES = ("registration", "expense", "citizen", "staff")
"""Dimensions with a member for each row of a file."""


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """A named list of members, such as the job groups or the rows of a table; a thing of its own, never compared."""

    name: str
    members: Sequence[Any]

    def __len__(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True, eq=False)
class Category:
    """Which member of `groups` each member of `over` belongs to; `codes` holds MISSING where the data does not say."""

    name: str
    over: Dimension
    groups: Dimension
    codes: NDArray[np.int64]

    @classmethod
    def of(cls, name: str, values: Sequence[str | None], *, over: Dimension, groups: Dimension) -> "Category":
        """Code a column of members' names, None where a row does not say."""
        number = {member: code for code, member in enumerate(groups.members)}
        codes = [MISSING if value is None else number[value] for value in values]
        return cls(name, over, groups, np.array(codes, dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class Combinations:
    """Lines that agree in several categories, added up.

    Attributes:
        over: What the sums run over.
        categories: What each sum is of, by name; its lines are told by the category of the same name.
        of: The lines' own categories, by name.
    """

    over: Dimension
    categories: Mapping[str, Category]
    of: Mapping[str, Category]
