"""Price levels: every amount has that of the assessment, or an index brings it there."""

from collections.abc import Iterator
from dataclasses import dataclass

from somcost.model.plan import PlanInputs
from somcost.model.price_index import Kind, Prices
from somcost.model.scenario import Inputs
from somcost.problems import Location, Problem, check
from somcost.validate.job_groups import used_job_groups
from somcost.validate.nearest import listed

AnyInputs = Inputs | PlanInputs
RATES: dict[Kind, str] = {"wages": "wage_rate", "other_expenses": "price_rate"}
"""What the rates after the index's last year are called in the files."""
SAY_SO = "Say so where the figures are used."


@dataclass(frozen=True, slots=True)
class _Priced:
    """An amount whose price year is another than that of the assessment."""

    kind: Kind
    year: int
    location: Location
    key: str


@check
def wages_share_the_price_level(inputs: AnyInputs) -> Iterator[Problem]:
    """The wages an assessment draws on have its price level, or an index brings them there."""
    return _mixed(inputs, _wages(inputs))


@check
def expenses_share_the_price_level(inputs: Inputs) -> Iterator[Problem]:
    """Expenses, in the table and before the start, have the assessment's price level, or an index brings them there."""
    return _mixed(inputs, _expenses(inputs))


@check
def planned_lines_share_the_price_level(inputs: PlanInputs) -> Iterator[Problem]:
    """The lines of a plan have its price level, or an index brings them there."""
    return _mixed(inputs, _lines(inputs))


@check
def price_levels_have_their_series(inputs: AnyInputs) -> Iterator[Problem]:
    """The index has the series that wages and other expenses are said to go by."""
    prices = inputs.prices
    for kind, series in prices.series.items() if prices is not None else ():
        if prices is not None and series not in prices.index.labels:
            found = f"the index {prices.index.id} has no series {series}, it has {listed(prices.index.labels)}"
            yield Problem(prices.location, f"price_level.{kind}", found, f"Name one of them as {kind}.")


@check
def price_years_lie_within_the_index(inputs: AnyInputs) -> Iterator[Problem]:
    """An index brings amounts only between years it knows, or on by rates that are stated."""
    prices = inputs.prices
    if prices is None or set(prices.series.values()) - set(prices.index.labels):
        return
    level = inputs.assumptions.price_level
    if not all(prices.reaches(each.kind, level) for each in _all(inputs)):
        yield _beyond(prices, prices.location, "price_level", level)
    for each in _all(inputs):
        if not prices.reaches(each.kind, each.year):
            yield _beyond(prices, each.location, each.key, each.year)


def _beyond(prices: Prices, location: Location, key: str, year: int) -> Problem:
    index = prices.index
    found = f"prices of {year}, the index {index.id} knows {index.first} to {index.last}"
    advice = "State how much wages and prices rise each later year: wage_rate and price_rate."
    return Problem(location, key, found, advice if year > index.last else "Name an index that goes further back.")


@check
def index_years_are_known(inputs: AnyInputs) -> Iterator[Problem]:
    """Amounts are brought by published rises, not by estimates or stated rates."""
    prices = inputs.prices
    if prices is None:
        return
    if estimates_are_used(inputs):
        found = f"the rises from {prices.index.estimated_from} on are estimates in the index {prices.index.id}"
        yield Problem(prices.location, "price_level", found, SAY_SO)
    for kind, latest in years_beyond(inputs).items():
        years = f"of {latest}" if latest == prices.index.last + 1 else f"of {prices.index.last + 1} to {latest}"
        found = f"the rises {years} are the stated {prices.rates[kind]:g} a year, the index ends in {prices.index.last}"
        yield Problem(prices.location, f"price_level.{RATES[kind]}", found, SAY_SO)


@check
def stated_rates_are_used(inputs: AnyInputs) -> Iterator[Problem]:
    """A rate that is stated for the years after the index brings some amount to or from such a year."""
    prices = inputs.prices
    for kind, rate in prices.rates.items() if prices is not None else ():
        if prices is not None and kind not in years_beyond(inputs):
            found = f"{rate:g} is not used: nothing is brought past {prices.index.last} by it, the index's last year"
            advice = "Leave it out, or ask for a later price level."
            yield Problem(prices.location, f"price_level.{RATES[kind]}", found, advice)


def brought_years(inputs: AnyInputs) -> dict[Kind, list[int]]:
    """Give by kind of amount the price years that amounts were brought from; none where all have the level."""
    own: dict[Kind, set[int]] = {}
    for each in _all(inputs) if inputs.prices is not None else ():
        own.setdefault(each.kind, set()).add(each.year)
    return {kind: sorted(years) for kind, years in own.items()}


def years_beyond(inputs: AnyInputs) -> dict[Kind, int]:
    """Give by kind of amount the last year that a stated rate leads to; none where the index reaches."""
    if inputs.prices is None:
        return {}
    level, last = inputs.assumptions.price_level, inputs.prices.index.last
    latest = {kind: max(level, *years) for kind, years in brought_years(inputs).items()}
    return {kind: year for kind, year in latest.items() if year > last and kind in inputs.prices.rates}


def estimates_are_used(inputs: AnyInputs) -> bool:
    """Whether amounts are brought to or from years whose rises are estimates in the index."""
    first = None if inputs.prices is None else inputs.prices.index.estimated_from
    years = [year for each in brought_years(inputs).values() for year in each]
    return first is not None and bool(years) and max(inputs.assumptions.price_level, *years) >= first


def _wages(inputs: AnyInputs) -> Iterator[_Priced]:
    for group in used_job_groups(inputs):
        wage = group.wage
        if wage is not None:
            yield from _other(inputs, "wages", wage.price_year, wage.location, wage.key)


def _expenses(inputs: Inputs) -> Iterator[_Priced]:
    table, start_up, alternative = inputs.expenses, inputs.scenario.start_up, inputs.scenario.alternative
    if table is not None and any(_differs(inputs, year) for year in set(table.price_year)):
        for row, year in enumerate(table.price_year):
            yield from _other(inputs, "other_expenses", year, table.location(row, "price_year"), "price_year")
    for expense in start_up.expenses if start_up else ():
        yield from _other(inputs, "other_expenses", expense.price_year, expense.amount.location, expense.amount.key)
    for training in start_up.training if start_up else ():
        yield from _other(inputs, "other_expenses", None, training.fee_each.location, training.fee_each.key)
    if alternative is not None:
        stated = alternative.cost_per_year
        yield from _other(inputs, "other_expenses", None, stated.location, stated.key)


def _lines(inputs: PlanInputs) -> Iterator[_Priced]:
    for line in inputs.scenario.lines:
        if line.price is not None:
            yield from _other(inputs, "other_expenses", line.price_year, line.location, f"{line.key}.price_year")


def _all(inputs: AnyInputs) -> Iterator[_Priced]:
    yield from _wages(inputs)
    yield from _lines(inputs) if isinstance(inputs, PlanInputs) else _expenses(inputs)


def _other(inputs: AnyInputs, kind: Kind, year: int | None, location: Location, key: str) -> Iterator[_Priced]:
    if _differs(inputs, year):
        yield _Priced(kind, _year(inputs, year), location, key)


def _year(inputs: AnyInputs, year: int | None) -> int:
    if year is not None:
        return year
    return inputs.assumptions.price_level if inputs.prices is None else inputs.prices.stated_level


def _differs(inputs: AnyInputs, year: int | None) -> bool:
    return _year(inputs, year) != inputs.assumptions.price_level


def _mixed(inputs: AnyInputs, amounts: Iterator[_Priced]) -> Iterator[Problem]:
    """Refuse amounts of another price level where no index is named."""
    level, own = inputs.assumptions.price_level, inputs.assumptions.id
    for each in amounts if inputs.prices is None else ():
        found = f"an amount in prices of {each.year} among prices of {level}, the level of the set {own}"
        advice = f"Name an index, `price_level: {level}`, or give it in prices of {level}."
        yield Problem(each.location, each.key, found, advice)
