"""A scenario and its tables as they were written, added up by plain arithmetic."""

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from reconstruction.published import EXAMPLES
from reconstruction.rates import hourly_rate
from reconstruction.workdays import days_between, month_share

SCENARIOS = EXAMPLES.parent / "scenarios"
Values = dict[str, float]
Row = dict[str, str]


@dataclass(frozen=True)
class Data:
    """A scenario and its tables as text; `since` cuts the window to a later start."""

    case: str
    since: dt.date = dt.date.min

    @cached_property
    def scenario(self) -> dict[str, Any]:
        """The scenario's file."""
        content: dict[str, Any] = yaml.safe_load((SCENARIOS / f"{self.case}.yaml").read_text(encoding="utf-8"))
        return content

    @cached_property
    def window(self) -> list[dt.date]:
        """Every day of the window, gaps included."""
        window = self.scenario["window"]
        return days_between(max(window["start"], self.since), window["end"])

    @cached_property
    def observed_months(self) -> float:
        """Months of the window less those of the gaps; a month with a factor counts whole."""
        gaps = self.scenario["window"].get("gaps", [])
        days = (day for day in self.window if not any(gap["start"] <= day <= gap["end"] for gap in gaps))
        return sum(map(month_share, days))

    @cached_property
    def registrations(self) -> list[Row]:
        """The time registrations from `since` on."""
        return [row for row in self.rows("time_registrations") if row["date"] >= self.since.isoformat()]

    @cached_property
    def expenses(self) -> list[Row]:
        """The expenses from `since` on."""
        return [row for row in self.rows("expenses") if row["date"] >= self.since.isoformat()]

    def rows(self, table: str) -> list[Row]:
        """Read a table of the municipality."""
        with (EXAMPLES / self.case / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            header = file.readline()
            file.seek(0)
            return list(csv.DictReader(file, delimiter=";" if ";" in header else ","))

    def factor(self, row: Row) -> float:
        """Give the factor of the month a row is dated in."""
        parts = self.scenario["window"].get("part_months", [])
        return next((part["factor"] for part in parts if row["date"].startswith(part["month"])), 1.0)

    def wage(self, row: Row) -> float:
        """Give what a time registration costs."""
        return float(row["hours"].replace(",", ".")) * hourly_rate(row["job_group"]) * self.factor(row)

    def wages(self, chosen: Callable[[Row], bool] = lambda _: True) -> float:
        """Add up the cost of registrations."""
        return sum(self.wage(row) for row in self.registrations if chosen(row))

    def other(self, chosen: Callable[[Row], bool] = lambda _: True) -> float:
        """Add up other expenses."""
        return sum(float(row["amount"]) * self.factor(row) for row in self.expenses if chosen(row))

    def yearly(self, amount: float) -> float:
        """Bring an amount of the observed months to a year."""
        return 12 * amount / self.observed_months

    def share_with_citizen(self) -> float:
        """Give the percentage of collected cost that is spent with citizens."""
        return 100 * self.wages(lambda row: row["with_citizen"] == "ja") / (self.wages() + self.other())
