"""What an assessment is given: each assumption and stated number becomes one quantity, the same wherever it is used."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from somcost.cost.price_level import at_price_level, index_ahead
from somcost.cost.quantity import Derived, Number, Provenance, Quantity, Rows
from somcost.model.assumptions import Assumption, AssumptionSet
from somcost.model.dimensions import Dimension
from somcost.model.price_index import Kind, Prices
from somcost.model.scenario import Inputs, Stated
from somcost.model.tables import Table
from somcost.problems import Location

DAY_ZERO = dt.date(1899, 12, 30).toordinal()


def day_number(date: dt.date) -> float:
    """Number a day as spreadsheets do.

    >>> day_number(dt.date(2018, 3, 1))
    43160.0
    """
    return float(date.toordinal() - DAY_ZERO)


class GivenNumbers:
    """Hands out the quantities of what is stated, each made once, by dotted key."""

    def __init__(self, assumptions: AssumptionSet, prices: Prices | None = None) -> None:
        self.assumptions = assumptions
        self.prices = prices
        self._made: dict[str, Quantity] = {}
        self._indices: dict[tuple[Kind, int], Quantity] = {}

    def assumption(self, assumption: Assumption) -> Quantity:
        """Give an assumption as a quantity."""
        return self._once(assumption.key, assumption.value, assumption.unit, assumption)

    def parameter(self, name: str) -> Quantity:
        """Give one of the assumption set's parameters."""
        return self.assumption(self.assumptions.parameters[name])

    def stated(self, stated: Stated, unit: str) -> Quantity:
        """Give a number the scenario or plan states."""
        return self._once(stated.key, stated.value, unit, stated)

    def day(self, key: str, date: dt.date, location: Location) -> Quantity:
        """Give a date the scenario states, as a day number."""
        return self.stated(Stated(key, day_number(date), location), "date")

    def at_level(self, amount: Quantity, kind: Kind, price_year: int | None) -> Quantity:
        """Give an amount at the price level of the assessment, from the prices of its own year.

        Args:
            amount: kr as stated.
            kind: Whether it rises as wages or as other expenses do.
            price_year: Its year; the assumption set's own price level where it states none.
        """
        prices, level = self.prices, self.assumptions.price_level
        if prices is None:
            return amount
        year = prices.stated_level if price_year is None else price_year
        if year == level:
            return amount
        brought = at_price_level(amount, index=self.index(kind, level), index_then=self.index(kind, year))
        return brought.named(f"at_price_level.{amount.key}", amount.unit)

    def index(self, kind: Kind, year: int) -> Quantity:
        """Give the index of a year: the published one, or after its last year by the rate that is stated."""
        if (kind, year) not in self._indices:
            self._indices[kind, year] = self._index(kind, year)
        return self._indices[kind, year]

    def _index(self, kind: Kind, year: int) -> Quantity:
        prices = self.prices
        if prices is None:
            raise AssertionError("without an index every amount has the level")
        index, series = prices.index, prices.series[kind]
        known = min(year, index.last)
        key = f"indices.{series}.{known}"
        value, note = index.level(series, known), index.labels[series]
        known_index = self.assumption(
            Assumption(key, value, "index", index.location, index.id, index.source, note=note)
        )
        if year == known:
            return known_index
        rate = self.stated(Stated(f"price_level.{kind}", prices.rates[kind], prices.location), "share")
        return index_ahead(known_index, rate=rate, years=year - known).named(f"indices.{series}.{year}", "index")

    def made(self, key: str) -> Quantity | None:
        """Give the quantity of a key that was handed out."""
        return self._made.get(key)

    def _once(self, key: str, value: float, unit: str, provenance: Provenance) -> Quantity:
        if key not in self._made:
            self._made[key] = Quantity(float(value), unit, key, provenance=provenance)
        return self._made[key]


class Givens(GivenNumbers):
    """The numbers stated for a scenario, beside its other inputs."""

    def __init__(self, inputs: Inputs) -> None:
        super().__init__(inputs.assumptions, inputs.prices)
        self.inputs = inputs


def column(key: str, values: Number | Sequence[float], unit: str, *, over: Dimension, table: Table) -> Quantity:
    """Give a column of a table as a quantity that knows the files it was read from."""
    files = tuple(file.name for file in table.files)
    return Quantity(np.asarray(values, dtype=np.float64), unit, key, over, provenance=Rows(files, table.rows_read))


def derived(
    key: str, values: Number | Sequence[float], unit: str, *, words: str, over: Dimension | None = None
) -> Quantity:
    """Give numbers read off the inputs without a formula: the first day of each month, 1 for a line in 2019."""
    value = np.asarray(values, dtype=np.float64)
    return Quantity(value if over is not None else float(value), unit, key, over, provenance=Derived(words))
