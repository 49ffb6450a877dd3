"""One price level for all that is compared: what wages and prices are multiplied by, and the index that says so."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from somcost.analyse.planned import AnyAssessment
from somcost.cost.price_level import at_price_level, index_ahead
from somcost.model.price_index import PriceIndex
from somcost.problems import Location, Problem, check, refuse
from somcost.read.price_index import read_price_index

SERIES: Mapping[str, str] = MappingProxyType({"wages": "wages", "prices": "consumer_prices"})
"""Wages go by the wage series; other expenses, start-up expenses, fees and the alternative by consumer prices."""


@dataclass(frozen=True, slots=True)
class Ratios:
    """What brings amounts of one price level to another: wages are multiplied by one, everything else by the other."""

    wages: float = 1.0
    prices: float = 1.0


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The year whose wages and prices amounts are brought to (prisniveau).

    Attributes:
        year: The year.
        index: By what; None where all amounts had that level already.
        rates: Yearly rises of `wages` and `prices` after the index's last year, as given by the caller.
    """

    year: int
    index: PriceIndex | None = None
    rates: Mapping[str, float] = field(default_factory=dict)

    def ratios(self, year: int) -> Ratios:
        """Give what amounts of a year's level are multiplied by: index of this level / index of that year.

        Raises:
            LookupError: The index does not know one of the years.
        """
        if self.index is None or year == self.year:
            return Ratios()
        levels = [(self._level(name, self.year), self._level(name, year)) for name in SERIES]
        return Ratios(*(at_price_level(1.0, index=now, index_then=then) for now, then in levels))

    def _level(self, name: str, year: int) -> float:
        if self.index is None:
            raise AssertionError("without an index every amount has the level")
        known, rate = min(year, self.index.last), self.rates.get(name)
        if year > known and rate is None:
            raise LookupError(year)
        return index_ahead(self.index.level(SERIES[name], known), rate=rate or 0.0, years=year - known)

    def as_dict(self) -> dict[str, Any]:
        """Give the level as plain data, with the index and what goes by which of its series."""
        if self.index is None:
            return {"year": self.year, "index": None}
        index = self.index
        return {
            "year": self.year,
            "index": index.id,
            "title": index.title,
            "source": {"title": index.source.title, "publisher": index.source.publisher, "date": index.source.date},
            "wages_by": index.labels[SERIES["wages"]],
            "other_expenses_by": index.labels[SERIES["prices"]],
            "estimated_from": index.estimated_from,
            "last_year": index.last,
            "rates_after_last_year": dict(self.rates),
        }


def common_level(
    assessments: Sequence[AnyAssessment],
    *,
    year: int | None = None,
    rates: Mapping[str, float] | None = None,
    index: PriceIndex | None = None,
) -> PriceLevel:
    """Give the level that assessments are brought to.

    Args:
        assessments: What is compared.
        year: The level asked for; their own if none is named.
        rates: Yearly rises after the index's last year: `{"wages": 0.03, "prices": 0.02}`.
        index: By what; the published one if none is given.

    Raises:
        InputProblems: They have several levels and none is named, the index does not reach, or a rate is none.
    """
    own = {assessment.inputs.assumptions.price_level for assessment in assessments}
    refuse([] if year is not None else _mixed(assessments))
    if year is None or own == {year}:
        return PriceLevel(own.pop())
    place = assessments[0].inputs.scenario.location
    refuse(yearly_rates_are_shares(place, rates or {}))
    level = PriceLevel(year, index or read_price_index(), MappingProxyType(dict(rates or {})))
    refuse(
        price_levels_lie_within_the_index(each.inputs.scenario.location, level, sorted({year, _level_of(each)}))
        for each in assessments
        if not _reaches(level, _level_of(each))
    )
    return level


def _level_of(assessment: AnyAssessment) -> int:
    return assessment.inputs.assumptions.price_level


def _reaches(level: PriceLevel, year: int) -> bool:
    try:
        level.ratios(year)
    except LookupError:
        return False
    return True


def _mixed(assessments: Sequence[AnyAssessment]) -> Iterator[Problem]:
    first = assessments[0]
    for each in assessments[1:]:
        if _level_of(each) != _level_of(first):
            beside = f"{first.inputs.scenario.id} in prices of {_level_of(first)}"
            yield compared_amounts_share_a_price_level(each.inputs.scenario.location, _level_of(each), beside)


@check
def compared_amounts_share_a_price_level(place: Location, year: int, beside: str) -> Problem:
    """Amounts of several price levels are compared only after an index has brought them to one."""
    found = f"prices of {year} beside {beside}"
    advice = f"Name a price level, such as {year}: a published index then brings wages and prices to it."
    return Problem(place, "price_level", found, advice)


@check
def price_levels_lie_within_the_index(place: Location, level: PriceLevel, years: Sequence[int]) -> Problem:
    """A price index brings amounts only between years it knows, or goes on by rates that the user states."""
    if level.index is None:
        raise AssertionError("every year lies within no index")
    index = level.index
    beyond = next(year for year in reversed(years) if not index.first <= year <= index.last)
    found = f"prices of {beyond}, the index {index.id} knows {index.first} to {index.last}"
    if beyond > index.last:
        return Problem(
            place,
            "price_level",
            found,
            "State how much they rise each later year: --wage-rate and --price-rate.",
        )
    return Problem(place, "price_level", found, "Name an index of your own that goes further back.")


@check
def yearly_rates_are_shares(place: Location, rates: Mapping[str, float]) -> Iterator[Problem]:
    """Yearly rates are those of wages and prices, as shares: 3 % is 0.03."""
    for name, rate in rates.items():
        if name not in SERIES:
            yield Problem(place, name, "is no rate", f"There are rates of {' and '.join(SERIES)}.")
        elif not math.isfinite(rate) or not -1 < rate < 1:
            yield Problem(place, name, f"{rate:g} is no yearly rise as a share", "3 % a year is 0.03.")
