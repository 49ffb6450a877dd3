"""The second computation of plans against figures that a pocket calculator gives or others published."""

from datetime import date
from typing import Any

import pytest
from second_computation.plain import empty_assessment
from second_computation.plain_plan import plain_plan_result

WAGES = empty_assessment(date(2019, 1, 1), date(2019, 12, 31))
YEARLY = {"category": "operation", "driver": "intervention", "timing": "yearly", "price": 100}


def found(horizon: int, lines: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Give the plain results of a plan."""
    plan = {"intervention": {"horizon": horizon, **more.pop("intervention", {})}, "lines": lines, **more}
    return plain_plan_result(plan, WAGES)


@pytest.mark.parametrize(("first_year", "worth"), [("undiscounted", 291.347), ("discounted", 282.861)])
def test_three_years_at_three_percent(first_year: str, worth: float) -> None:
    """100 a year for three years at 3 %: 100 + 97.087 + 94.260, or 97.087 + 94.260 + 91.514."""
    how = {"rate": 0.03, "first_year": first_year}
    results = found(3, {"it": YEARLY}, discounting=how)["results"]

    assert results["net_present_value"] == pytest.approx(-worth, abs=5e-4)


def test_what_an_investment_leaves() -> None:
    """100,000 with life 8 bought in year 2 of 5 is used four years and leaves half; with 20,000 of scrap 60,000."""
    line = {"category": "investment", "driver": "team", "timing": "once", "price": 100_000, "lifetime": 8}
    late = [{"year": 2, "count": 1}]

    assert found(5, {"it": line}, teams=late)["results"]["residual_values"] == 50_000
    assert found(5, {"it": {**line, "scrap_value": 20_000}}, teams=late)["results"]["residual_values"] == 60_000


def test_start_up_of_mst() -> None:
    """55,000 + 35,000 + 15,000 + 175,000 = 280,000; a grant of 200,000 leaves 80,000."""
    once = {"category": "preparation", "driver": "team", "timing": "once"}
    lines = {f"line_{price}": {**once, "price": price} for price in (55_000, 35_000, 15_000, 175_000)}
    results = found(1, lines, grants={"grant": {"driver": "team", "timing": "once", "price": 200_000}})["results"]

    assert (results["gross_cost"], results["start_up_cost"], results["total_cost"]) == (280_000, 280_000, 80_000)


def test_courses_of_a_year_and_a_half() -> None:
    """Two in four years, at 0 and 1.5: one begins in each of the first two years, and 1, 1 and 1 year is run."""
    line = {"category": "operation", "driver": "course", "price": 10}
    length = {"course_length": 1.5}
    once, yearly = (
        [year["cost"] for year in found(4, {"it": {**line, "timing": timing}}, intervention=length)["years"]]
        for timing in ("once", "yearly")
    )

    assert once == [10, 10, 0, 0]
    assert yearly == [10, 10, 10, 0]


def test_employees_who_leave_are_replaced() -> None:
    """Two teams of two, one more from year 3, a quarter leaving: 4, 1, 1 + 2 and 1.5 are trained."""
    line = {"category": "training", "driver": "employee", "timing": "once", "price": 10}
    teams = [{"year": 1, "count": 2}, {"year": 3, "count": 1}]
    more = {"teams": teams, "employees": {"leader": {"per_team": 2}}, "turnover": 0.25}
    plan = found(4, {"it": line}, **more)

    assert [year["cost"] for year in plan["years"]] == [40, 10, 30, 15]
    assert plan["results"]["start_up_cost"] == 60
    assert plan["results"]["steady_state_cost_per_year"] == 15
