"""The inputs as they are costed: without the rows that the scenario's settings drop."""

from dataclasses import replace
from typing import TypeVar

from somcost.model.scenario import Inputs, Window
from somcost.model.standing import standing
from somcost.model.tables import Expenses, Registrations

AnyTable = TypeVar("AnyTable", Registrations, Expenses)


def observed(inputs: Inputs) -> Inputs:
    """Give the inputs with the observed rows alone; the same inputs where that is all of them."""
    window = inputs.scenario.window
    registrations, expenses = _observed(inputs.registrations, window), _observed(inputs.expenses, window)
    if registrations is inputs.registrations and expenses is inputs.expenses:
        return inputs
    return replace(inputs, registrations=registrations, expenses=expenses)


def _observed(table: AnyTable | None, window: Window) -> AnyTable | None:
    if table is None:
        return None
    dated = list(zip(table.date, table.by_month, strict=True))
    seen = {each: standing(window, each[0], by_month=each[1]) == "observed" for each in set(dated)}
    if all(seen.values()):
        return table
    return table.take([row for row, each in enumerate(dated) if seen[each]])
