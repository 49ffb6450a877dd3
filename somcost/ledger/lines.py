"""The ledger: cost lines, one a registration or expense (or one a month's sum), coded by what they belong to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from somcost.ledger.rows import SetAside
from somcost.model.dimensions import MISSING, Category, Dimension
from somcost.model.tables import Expenses, Registrations

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class CostLines:
    """The lines of one table.

    Attributes:
        rows: The dimension the lines run over.
        table: The rows costed, with their places; it holds more rows than there are lines when lines are sums.
        amounts: Registered hours, or kr.
        categories: What each line belongs to, by column: month, job_group, phase, activity, …
        variable: 1 where the cost follows the number of participants, 0 where it does not.
        periods: By sub-period, 1 for the lines dated in it and 0 for the others.
    """

    rows: Dimension
    table: Registrations | Expenses
    amounts: FloatArray
    categories: Mapping[str, Category]
    variable: FloatArray
    periods: Mapping[str, FloatArray]

    @property
    def are_sums(self) -> bool:
        """Whether a line stands for all rows that agree in month and every category."""
        return len(self.rows) != self.table.rows_read


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """All cost lines of an assessment, the dimensions they share, and what was set aside."""

    months: Dimension
    job_groups: Dimension
    steps: Dimension
    registrations: CostLines | None
    expenses: CostLines | None
    set_aside: SetAside


def monthly_sums(lines: CostLines) -> CostLines:
    """Add up the lines that agree in month and every other category; the result of an assessment does not move."""
    return sums_by(lines, lines.categories)


def sums_by(lines: CostLines, names: Collection[str]) -> CostLines:
    """Add up the lines that agree in the categories named, in behaviour and in sub-periods; the others are dropped."""
    kept = {name: category for name, category in lines.categories.items() if name in names}
    marks = [lines.variable.astype(np.int64), *(mask.astype(np.int64) for mask in lines.periods.values())]
    kinds = [(category.codes - MISSING, len(category.groups) + 1) for category in kept.values()]
    code = _one_code([*kinds, *((mark, 2) for mark in marks)])
    _, first, group = np.unique(code, return_index=True, return_inverse=True)
    rows = Dimension(lines.rows.name, range(len(first)))
    return replace(
        lines,
        rows=rows,
        amounts=np.bincount(group.ravel(), weights=lines.amounts, minlength=len(first)).astype(np.float64),
        categories=MappingProxyType(
            {name: replace(category, over=rows, codes=category.codes[first]) for name, category in kept.items()}
        ),
        variable=lines.variable[first],
        periods=MappingProxyType({name: mask[first] for name, mask in lines.periods.items()}),
    )


def _one_code(kinds: Sequence[tuple[NDArray[np.int64], int]]) -> NDArray[np.int64]:
    """Make one code of several, the first the slowest; each comes with how many values it may take."""
    code = np.zeros_like(kinds[0][0])
    for codes, count in kinds:
        code = code * count + codes
        if code.max(initial=0) > LARGEST:
            code = np.unique(code, return_inverse=True)[1]
    return code


LARGEST = 2**31
"""Codes are made small again before their product could outgrow the machine's integers."""
