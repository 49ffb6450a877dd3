"""Price indices, and the price level that all amounts of an assessment are brought to (prisniveau)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from somcost.model.assumptions import Source
from somcost.problems import Location

Kind = Literal["wages", "other_expenses"]
"""What rises alike: wages by one series, every other amount of kr by another."""
SERIES: Mapping[Kind, str] = {"wages": "wages", "other_expenses": "consumer_prices"}
"""The series that each goes by where none is named."""


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """How wages and prices rose (pris- og lønindeks).

    Attributes:
        estimated_from: The first year that is an estimate; None where none is.
        labels: What each series follows, by its key.
        levels: By series and year, its index number.
    """

    id: str
    title: str
    source: Source
    location: Location
    estimated_from: int | None
    labels: Mapping[str, str]
    levels: Mapping[str, Mapping[int, float]]

    @property
    def first(self) -> int:
        """The first year that amounts can be brought from or to."""
        return min(min(years) for years in self.levels.values())

    @property
    def last(self) -> int:
        """The last year the index knows."""
        return max(max(years) for years in self.levels.values())

    @property
    def vintage(self) -> str:
        """When it was published, as its source says."""
        return self.source.date

    def level(self, series: str, year: int) -> float:
        """Give the index number of a year (indekstal).

        Args:
            series: `wages`, `consumer_prices`, `general_pl` or `net_prices`.
            year: One of its years.

        Raises:
            LookupError: The year lies beyond the series.

        >>> from somcost.read.price_index import read_price_index
        >>> index = read_price_index()
        >>> round(index.level("wages", 2019) / index.level("wages", 2018), 3)
        1.017
        """
        return self.levels[series][year]


@dataclass(frozen=True, slots=True)
class StatedPriceLevel:
    """What a scenario, a plan or the command line says of the price level.

    Attributes:
        year: The year; None for the assumption set's own, where an index is named for what has other years' prices.
        index: Id of a published index, or a path.
        series: By what wages and other expenses rise.
        rates: Yearly rises after the index's last year, as shares.
    """

    location: Location
    year: int | None = None
    index: str | None = None
    series: Mapping[Kind, str] = field(default_factory=dict)
    rates: Mapping[Kind, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prices:
    """How amounts are brought to the price level of an assessment.

    Attributes:
        stated_level: The price level that the assumption set has by itself.
        series: The index's series that wages and other expenses go by.
        rates: Yearly rises after the index's last year.
    """

    location: Location
    stated_level: int
    index: PriceIndex
    series: Mapping[Kind, str]
    rates: Mapping[Kind, float]

    def reaches(self, kind: Kind, year: int) -> bool:
        """Whether amounts of a kind can be brought from or to a year."""
        return self.index.first <= year and (year <= self.index.last or kind in self.rates)
