"""The account: every row that was read is costed, or set aside for a reason."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from somcost.analyse.assessment import Assessment
from somcost.analyse.balances import agree
from somcost.analyse.quality.duplicates import TableName
from somcost.analyse.quality.places import Place, first_places
from somcost.cost.cost_columns import CostColumns
from somcost.cost.operations import total
from somcost.model.scenario import Scenario
from somcost.model.standing import Standing, standing
from somcost.model.tables import Expenses, Registrations

REASONS: tuple[Standing, ...] = ("outside_window", "inside_gap", "after_registered_to")
"""Why a row is set aside; one dated after the day its month was registered to stops an assessment before that."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows set aside for one reason.

    Attributes:
        reason: How they stand to the window.
        rows: How many.
        amount: Their hours or kr.
        first: Where the first of them stand.
    """

    reason: Standing
    rows: int
    amount: float
    first: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TableAccount:
    """What became of a table's rows.

    Attributes:
        table: The scenario's key for it.
        unit: Of the amounts: "hours" or "kr".
        rows: Rows read.
        amount: Their hours or kr.
        costed_rows: Rows that are costed.
        costed_amount: Their hours or kr as registered, before any factor.
        set_aside: The other rows, by reason.
    """

    table: TableName
    unit: str
    rows: int
    amount: float
    costed_rows: int
    costed_amount: float
    set_aside: tuple[Aside, ...]


def account_of(assessment: Assessment) -> tuple[TableAccount, ...]:
    """Account for every row (regnskab over rækkerne).

    Raises:
        AssertionError: It does not add up: a fault of the program, never of the input.
    """
    inputs, costing = assessment.inputs, assessment.costing
    hours, kr, accounts = inputs.registrations, inputs.expenses, []
    if hours is not None:
        accounts.append(_account("time_registrations", hours, hours.hours, costing.wages, inputs.scenario))
    if kr is not None:
        accounts.append(_account("expenses", kr, kr.amount, costing.expenses, inputs.scenario))
    return tuple(accounts)


def _account(
    name: TableName,
    table: Registrations | Expenses,
    amounts: Sequence[float],
    columns: CostColumns | None,
    scenario: Scenario,
) -> TableAccount:
    aside = tuple(_set_aside(table, amounts, scenario))
    unit = "hours" if isinstance(table, Registrations) else "kr"
    costed = 0.0 if columns is None else float(total(columns.registered).value)
    account = TableAccount(
        table=name,
        unit=unit,
        rows=table.rows_read,
        amount=math.fsum(amounts),
        costed_rows=0 if columns is None else columns.lines.table.rows_read,
        costed_amount=costed,
        set_aside=aside,
    )
    _assert_balance(account, gross=math.fsum(map(abs, amounts)))
    return account


def _set_aside(table: Registrations | Expenses, amounts: Sequence[float], scenario: Scenario) -> Iterator[Aside]:
    dated = list(zip(table.date, table.by_month, strict=True))
    known = {each: standing(scenario.window, each[0], by_month=each[1]) for each in set(dated)}
    for reason in REASONS:
        rows = [row for row, each in enumerate(dated) if known[each] == reason]
        if rows:
            hours = math.fsum(amounts[row] for row in rows)
            yield Aside(reason, table.count(rows), hours, first_places(table, rows, scenario))


def _assert_balance(account: TableAccount, *, gross: float) -> None:
    told = math.fsum([account.costed_amount, *(each.amount for each in account.set_aside)])
    rows = account.costed_rows + sum(each.rows for each in account.set_aside)
    if rows != account.rows or not agree(account.amount, told, gross=gross):
        raise AssertionError(f"{account.table}: rows or amounts are lost or counted twice")
