"""Hourly rates from the published assumption set, by plain arithmetic."""

from functools import cache
from statistics import fmean
from typing import Any

import yaml

from reconstruction.published import EXAMPLES

ASSUMPTIONS = EXAMPLES.parent / "assumptions" / "som-2019.yaml"


@cache
def assumptions() -> dict[str, Any]:
    """Read the assumption set."""
    content: dict[str, Any] = yaml.safe_load(ASSUMPTIONS.read_text(encoding="utf-8"))
    return content


def parameter(name: str) -> float:
    """Give a parameter of the set."""
    return float(assumptions()["parameters"][name]["value"])


def monthly_wage_cost(job_group: str) -> float:
    """Give the monthly wage cost, kr; of a composite group the mean of its members'."""
    group = assumptions()["job_groups"][job_group]
    if "mean_of" in group:
        return fmean(monthly_wage_cost(member) for member in group["mean_of"])
    return float(group["monthly_wage_cost"])


@cache
def hourly_rate(job_group: str) -> float:
    """Give the price of an hour with overhead, kr."""
    return 12 * monthly_wage_cost(job_group) * (1 + parameter("overhead")) / parameter("annual_hours_norm")
