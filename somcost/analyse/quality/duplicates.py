"""Duplicates: rows of a table that agree in every column that is read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.places import Place, first_places
from somcost.ledger.lines import CostLines
from somcost.model.tables import Expenses, Registrations

TableName = Literal["time_registrations", "expenses"]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Rows that are alike.

    Attributes:
        table: The scenario's key for their table.
        rows: How many they are, the first included.
        amount: Hours or kr of those after the first.
        first: Where the first of them stand.
    """

    table: TableName
    rows: int
    amount: float
    first: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Duplicates among the costed rows (ens rækker): perhaps the same thing twice, perhaps two alike.

    Attributes:
        employees_known: Whether the registrations name employees; without, two people's rows may be alike.
        extra_rows: Registrations after the first of each kind.
        extra_hours: Their hours.
        extra_expenses: Expenses after the first of each kind.
        extra_kr: Their kr, as registered.
        not_known: Why none is told of registrations: they were read as sums.
        found: Each kind, registrations first, in the order of the tables.
    """

    employees_known: bool
    extra_rows: int
    extra_hours: float
    extra_expenses: int
    extra_kr: float
    not_known: Literal["read_as_sums"] | None
    found: tuple[Duplicate, ...]


@dataclass(frozen=True, slots=True)
class DuplicateRows:
    """Duplicates, and the numbers of the rows after the first of each kind in the costed tables."""

    duplicates: Duplicates
    registrations: frozenset[int]
    expenses: frozenset[int]


def duplicates_of(assessment: Assessment) -> DuplicateRows:
    """Find the rows that agree in every column that is read."""
    hours, kr = assessment.costing.ledger.registrations, assessment.costing.ledger.expenses
    summed = hours is not None and isinstance(hours.table, Registrations) and hours.table.are_sums
    registrations = [] if hours is None or summed else _alike(hours.table)
    expenses = [] if kr is None else _alike(kr.table)
    found = [_duplicate(assessment, "time_registrations", hours, rows) for rows in registrations]
    found += [_duplicate(assessment, "expenses", kr, rows) for rows in expenses]
    again = [frozenset(row for rows in kind for row in rows[1:]) for kind in (registrations, expenses)]
    told = Duplicates(
        employees_known=hours is not None and isinstance(hours.table, Registrations) and any(hours.table.employee),
        extra_rows=len(again[0]),
        extra_hours=math.fsum(each.amount for each in found if each.table == "time_registrations"),
        extra_expenses=len(again[1]),
        extra_kr=math.fsum(each.amount for each in found if each.table == "expenses"),
        not_known="read_as_sums" if summed else None,
        found=tuple(found),
    )
    return DuplicateRows(told, *again)


def _duplicate(assessment: Assessment, name: TableName, lines: CostLines | None, rows: Sequence[int]) -> Duplicate:
    if lines is None:
        raise AssertionError("rows come from a table")
    amount = float(lines.amounts[rows[0]]) * (len(rows) - 1)
    return Duplicate(name, len(rows), amount, first_places(lines.table, rows, assessment.inputs.scenario))


def _alike(table: Registrations | Expenses) -> list[list[int]]:
    names = [each.name for each in fields(table) if each.name not in ("files", "file", "line", "rows")]
    entries: dict[tuple[object, ...], list[int]] = {}
    for row, values in enumerate(zip(*(getattr(table, name) for name in names), strict=True)):
        entries.setdefault(values, []).append(row)
    return [rows for rows in entries.values() if len(rows) > 1]
