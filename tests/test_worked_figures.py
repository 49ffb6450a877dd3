"""Figures worked by others or by pocket calculator, reached as a user would: through a plan and the files it names."""

from pathlib import Path
from typing import Any

import pytest
from analyse.test_planned import HEAD, figures
from typer.testing import CliRunner

from somcost.cli import app
from somcost.pipeline import assess_plan

ONE_OFF = "category: operation, driver: intervention, timing: once"
DEFLATORS = {1998: 91.031, 1999: 93.046, 2000: 94.251, 2001: 96.721, 2002: 100.0, 2003: 102.789}
"""GDP deflators by financial year, 1998 is 1998-99; HM Treasury, the extract with practical examples of its guide."""


def shown(path: Path, *options: str) -> dict[str, str]:
    """Give what the terminal shows for each line of a plan, by the line's label."""
    result = CliRunner().invoke(app, ["run", str(path), *options])
    assert result.exit_code == 0, result.stderr
    under = result.stdout.partition("Pr. linje")[2].partition(" Drift\n")[2].partition("\n\n")[0]
    return dict(row.split() for row in under.splitlines())


def outlay_then_income(first_year: str) -> str:
    """Write a plan of 15,000 paid in the first year and five years of expenses saved, at 5 %."""
    saved = "".join(
        f"  in_{year}: {{label: In, driver: intervention, timing: yearly, years: [{year}], price: {amount}}}\n"
        for year, amount in enumerate((1_500, 2_500, 3_500, 4_500, 6_000), start=2)
    )
    return (
        f"intervention: {{horizon: 6}}\nlines:\n  out: {{label: Out, {ONE_OFF}, price: 15000}}\n"
        f"saved_expenses:\n{saved}discounting: {{rate: 0.05, first_year: {first_year}}}\n"
    )


@pytest.mark.parametrize(("first_year", "worth"), [("undiscounted", 122.89), ("discounted", 117.04)])
def test_an_outlay_and_the_years_after_it(tmp_path: Path, first_year: str, worth: float) -> None:
    """15,000 out and 1,500, 2,500, 3,500, 4,500 and 6,000 in at 5 % are worth 122.89: a gain, so positive.

    The figure is that of NumPy Financial's test of npv, which leaves the first amount undiscounted, as a plan does
    unless it says otherwise. The NPV of spreadsheets discounts the first amount too: 122.89 / 1.05 = 117.04.
    """
    found = figures(tmp_path, outlay_then_income(first_year))["results"]

    assert found["net_present_value"] == pytest.approx(worth, abs=0.005)
    assert found["total_cost"] == 15_000 - 18_000


def deflated(folder: Path) -> Path:
    """Write a plan of 7.4 million in prices of 1998-99, and an index of the deflators."""
    rows = "".join(f"  {year}: {{general_pl: {level}}}\n" for year, level in DEFLATORS.items())
    (folder / "deflators.yaml").write_text(
        "schema: somcost/price-index@1\nid: deflators\ntitle: GDP deflators\nsource: {title: HM Treasury}\n"
        f"series: {{general_pl: {{label: GDP}}}}\nlevels:\n{rows}",
        "utf-8",
    )
    (folder / "pounds.yaml").write_text(
        "schema: somcost/assumptions@1\nid: pounds\ntitle: Pounds\nprice_level: 1998\nsources: {}\nparameters: {}\n"
        "job_groups: {}\n",
        "utf-8",
    )
    (folder / "plan.yaml").write_text(
        "schema: somcost/plan@1\nid: plan\ntitle: Plan\nassumptions: ./pounds.yaml\nintervention: {horizon: 1}\n"
        f"lines:\n  it: {{label: It, {ONE_OFF}, price: 7400000}}\n"
        "price_level: {index: ./deflators.yaml, wages: general_pl, other_expenses: general_pl}\n",
        "utf-8",
    )
    return folder / "plan.yaml"


def test_pounds_of_1998_in_prices_of_2003(tmp_path: Path) -> None:
    """£7.4 m in 1998-99 prices are £7.4 m × (102.789 / 91.031) = £8.36 m in 2003-04 prices.

    HM Treasury, GDP deflators: a user's guide, annex A, "Inflating figures".
    """
    plan = deflated(tmp_path)

    assert shown(plan, "--price-level", "2003", "--round", "10000") == {"It": "8.360.000"}
    assert shown(plan, "--round", "1") == {"It": "7.400.000"}
    plan.write_text(plan.read_text("utf-8").replace("price_level: {", "price_level: {year: 2003, "), "utf-8")
    assert assess_plan(plan).as_dict()["results"]["total_cost"] == pytest.approx(7_400_000 * 102.789 / 91.031)


def hours(wage: str, *, norm: int, amount: float) -> str:
    """Write a plan of hours of somebody, without overhead, by a set of its own."""
    return (
        "schema: somcost/assumptions@1\nid: own\ntitle: Own\nprice_level: 2019\nsources: {here: {title: Here}}\n"
        "parameters:\n  overhead: {value: 0, unit: share, source: here}\n"
        f"  annual_hours_norm: {{value: {norm}, unit: hours/year, source: here}}\n"
        "  paid_hours_norm: {value: 1924, unit: hours/year, source: here}\n"
        f"job_groups:\n  she: {{label: She, source: here, {wage}}}\n---\n"
        "schema: somcost/plan@1\nid: plan\ntitle: Plan\nassumptions: ./own.yaml\nintervention: {horizon: 1}\nlines:\n"
        f"  it: {{label: It, {ONE_OFF}, job_group: she, hours: {amount}}}\n"
    )


@pytest.mark.parametrize(
    ("wage", "norm", "amount", "cost"),
    [
        ("annual_wage_cost: 372467", 1_924, 1, 193.59),
        ("hourly_wage_cost: 193.59, hour_basis: paid", 1_924, 1, 193.59),
        ("hourly_wage_cost: 193.59, hour_basis: paid", 1_418, 1_418, 372_467.16),
    ],
)
def test_a_year_of_paid_hours(tmp_path: Path, wage: str, norm: int, amount: float, cost: float) -> None:
    """372,467 a year on 1,924 paid hours (37 × 52) is 193.59 an hour; and 193.59 × 1,924 = 372,467.16 a year.

    A wage of a paid hour is brought to a year by the paid norm, and a year of effective hours costs that year.
    """
    assumptions, plan = hours(wage, norm=norm, amount=amount).split("---\n")
    (tmp_path / "own.yaml").write_text(assumptions, "utf-8")
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")

    found = assess_plan(tmp_path / "plan.yaml").as_dict()["results"]
    assert found["total_cost"] == pytest.approx(cost, abs=0.005)


def test_a_price_list_is_rounded_half_up(tmp_path: Path) -> None:
    """846.65 kr for 20 and 35 hours, and for 5, 10 and 15 hours a week, as the terminal shows them.

    20 × 846.65 = 16,933.00; 35 × 846.65 = 29,632.75; 5 × 846.65 = 4,233.25; 10 × 846.65 = 8,466.50, which is 8,467 and
    not the 8,466 of rounding to even; 15 × 846.65 = 12,699.75.
    """
    lines = "".join(
        f"  hours_{count}: {{label: Timer-{count}, {ONE_OFF}, quantity: {count}, price: 846.65}}\n"
        for count in (20, 35, 5, 10, 15)
    )
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"{HEAD}intervention: {{horizon: 1}}\nlines:\n{lines}", "utf-8")
    exact: list[dict[str, Any]] = assess_plan(plan).as_dict()["lines"]

    assert [line["cost"] for line in exact] == pytest.approx([16_933, 29_632.75, 4_233.25, 8_466.5, 12_699.75])
    assert shown(plan, "--round", "1") == {
        "Timer-20": "16.933",
        "Timer-35": "29.633",
        "Timer-5": "4.233",
        "Timer-10": "8.467",
        "Timer-15": "12.700",
    }
