"""From tables to the ledger: rows on observed days become cost lines, coded by the dimensions all lines share."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

import numpy as np

from somcost.ledger.behaviour import Kind, step_codes, steps_of, variable_lines
from somcost.ledger.lines import CostLines, FloatArray, Ledger
from somcost.ledger.rows import observed_rows, set_aside
from somcost.model.calendar import Span, month_name, months_of, observed_spans
from somcost.model.dimensions import Category, Dimension
from somcost.model.price_index import Prices
from somcost.model.scenario import Inputs, Scenario
from somcost.model.tables import Expenses, Registrations

AnyTable = TypeVar("AnyTable", Registrations, Expenses)
Dimensions = Mapping[str, Dimension]
WITH_CITIZEN: Mapping[bool | None, str] = MappingProxyType(
    {True: "with_citizen", False: "without_citizen", None: "not_stated"}
)


def build_ledger(inputs: Inputs) -> Ledger:
    """Build the ledger of sound inputs (omkostningslinjer)."""
    scenario = inputs.scenario
    spans = observed_spans(scenario.window)
    registrations = _observed(inputs.registrations, spans)
    expenses = _observed(inputs.expenses, spans)
    dimensions = _dimensions(inputs, registrations, expenses)
    return Ledger(
        months=dimensions["month"],
        job_groups=dimensions["job_group"],
        steps=dimensions["step"],
        registrations=None if registrations is None else _registration_lines(registrations, scenario, dimensions),
        expenses=None if expenses is None else _expense_lines(expenses, inputs, dimensions),
        set_aside=set_aside(inputs.registrations, inputs.expenses, spans=spans),
    )


def _observed(table: AnyTable | None, spans: Sequence[Span]) -> AnyTable | None:
    if table is None:
        return None
    observed = observed_rows(table, spans)
    return table if all(observed) else table.take([row for row, seen in enumerate(observed) if seen])


def _mask(table: Registrations | Expenses, spans: Sequence[Span]) -> FloatArray:
    return np.array(observed_rows(table, spans), dtype=np.float64)


def _dimensions(inputs: Inputs, registrations: Registrations | None, expenses: Expenses | None) -> Dimensions:
    window = inputs.scenario.window
    both = [table for table in (registrations, expenses) if table is not None]
    return {
        "month": Dimension("month", [month_name(month) for month in months_of(window.start, window.end)]),
        "job_group": Dimension("job_group", used_job_groups(inputs)),
        "activity": _named("activity", registrations.activity if registrations else []),
        "category": _named("category", expenses.category if expenses else []),
        "with_citizen": Dimension("with_citizen", tuple(WITH_CITIZEN.values())),
        "phase": _named("phase", (value for table in both for value in table.phase)),
        "site": _named("site", (value for table in both for value in table.site)),
        "course": Dimension("course", courses_with_lines(inputs, both)),
        "price_year": _years_to_bring(inputs, expenses),
        "step": steps_of(inputs.scenario.cost_behaviour),
    }


def _years_to_bring(inputs: Inputs, expenses: Expenses | None) -> Dimension:
    """Give the price years of the expenses, where any is brought to another price level."""
    years = set(_price_years(expenses, inputs.prices)) if expenses else set()
    return Dimension("price_year", sorted(years) if years - {str(inputs.assumptions.price_level)} else [])


def _named(name: str, values: Iterable[str | None]) -> Dimension:
    return Dimension(name, sorted(set(values) - {None}, key=str))


def used_job_groups(inputs: Inputs) -> list[str]:
    """Give the job groups in use, and the members of those that are means, in the assumption set's order."""
    used: set[str] = set(inputs.registrations.job_group) if inputs.registrations else set()
    used |= set(inputs.staff.job_group) if inputs.staff else set()
    used |= {line.job_group for line in inputs.scenario.start_up.training} if inputs.scenario.start_up else set()
    groups = inputs.assumptions.job_groups
    waiting = list(used)
    while waiting:
        members = set(groups[waiting.pop()].mean_of) - used
        used |= members
        waiting += members
    return [group for group in groups if group in used]


def courses_with_lines(inputs: Inputs, tables: Sequence[Registrations | Expenses]) -> list[str | None]:
    """Give the scenario's courses that any line belongs to; a course nothing is known of is missing, not free."""
    seen = {course for table in tables for course in table.course}
    courses = inputs.scenario.courses
    known = [course.id for course in courses.list] if courses else sorted(seen - {None}, key=str)
    return [course for course in known if course in seen]


def _registration_lines(table: Registrations, scenario: Scenario, dimensions: Dimensions) -> CostLines:
    columns: dict[str, Sequence[str | None]] = {
        "month": _months(table),
        "job_group": table.job_group,
        "activity": table.activity,
        "phase": table.phase,
        "with_citizen": [WITH_CITIZEN[value] for value in table.with_citizen],
        "site": table.site,
        "course": table.course,
    }
    return _lines(table, scenario, kind="wage", columns=columns, dimensions=dimensions)


def _expense_lines(table: Expenses, inputs: Inputs, dimensions: Dimensions) -> CostLines:
    scenario = inputs.scenario
    columns: dict[str, Sequence[str | None]] = {
        "month": _months(table),
        "category": table.category,
        "phase": table.phase,
        "site": table.site,
        "course": table.course,
    }
    if len(dimensions["price_year"]):
        columns["price_year"] = _price_years(table, inputs.prices)
    return _lines(table, scenario, kind="expense", columns=columns, dimensions=dimensions)


def _price_years(table: Expenses, prices: Prices | None) -> list[str]:
    """Give each row's price year; where it states none, that of the assumption set by itself."""
    if prices is None:
        return []
    return [str(prices.stated_level if year is None else year) for year in table.price_year]


def _months(table: Registrations | Expenses) -> list[str]:
    names = {date: month_name(date) for date in set(table.date)}
    return [names[date] for date in table.date]


def _lines(
    table: Registrations | Expenses,
    scenario: Scenario,
    *,
    kind: Kind,
    columns: Mapping[str, Sequence[str | None]],
    dimensions: Dimensions,
) -> CostLines:
    rows = Dimension("registration" if kind == "wage" else "expense", range(len(table)))
    categories = {
        name: Category.of(name, values, over=rows, groups=dimensions[name]) for name, values in columns.items()
    }
    if len(dimensions["step"]):
        codes = step_codes(scenario.cost_behaviour, kind=kind, columns=columns, count=len(table))
        categories["step"] = Category("step", rows, dimensions["step"], codes)
    periods = {
        variant.id: _mask(table, observed_spans(scenario.window, start=variant.start, end=variant.end))
        for variant in scenario.variants
    }
    return CostLines(
        rows=rows,
        table=table,
        amounts=np.array(table.hours if isinstance(table, Registrations) else table.amount, dtype=np.float64),
        categories=MappingProxyType(categories),
        variable=variable_lines(scenario.cost_behaviour, kind=kind, columns=columns, count=len(table)),
        periods=MappingProxyType(periods),
    )
