"""The variances between budget and outturn as a table by job group."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.compare.price_level import PriceLevel
from somcost.cost.operations import total
from somcost.cost.quantity import Quantity

VARIANCES = ("hours_variance", "rate_variance", "mix_variance", "volume_variance")


@dataclass(frozen=True, slots=True)
class BudgetVariances:
    """Why the wage cost of an outturn is another than the budget's (afvigelser mellem budget og regnskab).

    Attributes:
        names: What budget and outturn are called.
        volume: What counts the citizens: `participants_per_year` or another.
        quantities: By name, traced and by job group: the hours and rates of both, the wage cost and each variance.
        price_level: The level that both have.
    """

    names: tuple[str, str]
    volume: str
    quantities: Mapping[str, Quantity]
    price_level: PriceLevel

    @property
    def job_groups(self) -> list[str]:
        """The job groups that either uses."""
        dimension = self.quantities["hours_variance"].dimension
        return [] if dimension is None else list(dimension.members)

    def by_job_group(self, name: str) -> dict[str, float]:
        """Give a column: `mix_variance`, `budgeted_rate` …, by job group."""
        values = np.asarray(self.quantities[name].value).tolist()
        return dict(zip(self.job_groups, values, strict=True))

    @property
    def totals(self) -> dict[str, float]:
        """Each variance over all job groups, kr a year; they add up to `difference`."""
        return {name: float(total(self.quantities[name]).value) for name in VARIANCES}

    @property
    def difference(self) -> float:
        """The outturn's wage cost a year less the budget's, kr."""
        return float(total(self.quantities["wage_cost"] - self.quantities["budgeted_wage_cost"]).value)

    def as_dict(self) -> dict[str, Any]:
        """Give the variances as plain data, a row a job group."""
        columns = {name: self.by_job_group(name) for name in self.quantities}
        return {
            "budget": self.names[0],
            "outturn": self.names[1],
            "unit": "kr/year",
            "volume": self.volume,
            "price_level": self.price_level.as_dict(),
            "job_groups": [
                {"job_group": group, **{name: column[group] for name, column in columns.items()}}
                for group in self.job_groups
            ],
            "totals": self.totals,
            "difference": self.difference,
        }
