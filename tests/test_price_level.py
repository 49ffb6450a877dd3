"""Assessments brought to another price level: by hand from the published rises, there and back, in the workbook."""

from pathlib import Path
from typing import Any

import pytest
from analyse.test_planned import HEAD, HOUR, full, planned
from hand_scenario import EXPENSES, write_hand_scenario
from present.workbook.test_recalculation import changed, named, result
from recalculated import differences, formulas, recalculated

import somcost
from somcost.analyse.compare.comparison import compare
from somcost.analyse.vary.grid import vary
from somcost.cost.price_level import at_price_level
from somcost.model.price_index import StatedPriceLevel
from somcost.pipeline import assess_plan
from somcost.present.workbook import write_workbook
from somcost.problems import InputProblems, Location

WAGES = 1.015 * 1.008 * 1.02 * 1.02
PRICES = 1.004 * 1.019 * 1.077 * 1.033
"""From 2019 to 2023 by the published rises of 2020 to 2023."""
SCENARIOS = ("favrskov", "holstebro", "jammerbugt", "koebenhavn", "thisted")


def level(year: int | None, **rates: float) -> StatedPriceLevel:
    """Ask for a price level."""
    known: Any = {"wage_rate": "wages", "price_rate": "other_expenses"}
    return StatedPriceLevel(Location("test"), year, rates={known[name]: rate for name, rate in rates.items()})


def test_pounds_of_1998_in_prices_of_2003() -> None:
    """£7.4 m of 1998-99 by the deflators 91.031 and 102.789 are £8.36 m of 2003-04."""
    assert at_price_level(7.4, index=102.789, index_then=91.031) == pytest.approx(8.36, abs=0.005)


@pytest.mark.parametrize("name", SCENARIOS)
def test_wages_and_expenses_each_by_their_own_series(name: str) -> None:
    """Wage cost rises by state wages and other expenses by consumer prices; months and citizens stay."""
    path = f"scenarios/{name}.yaml"
    before = somcost.assess(path).as_dict()["results"]
    after = somcost.assess(path, price_level=level(2023)).as_dict()["results"]

    assert after["wage_cost"] == pytest.approx(before["wage_cost"] * WAGES)
    assert after["other_expenses"] == pytest.approx(before["other_expenses"] * PRICES)
    assert after["observed_months"] == before["observed_months"]
    assert after["participants_per_year"] == before["participants_per_year"]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_run_at_another_level_is_the_comparison_at_that_level(name: str) -> None:
    """Two ways there: the trace with its indices in it, and results multiplied afterwards."""
    own = somcost.assess(f"scenarios/{name}.yaml")
    run = somcost.assess(f"scenarios/{name}.yaml", price_level=level(2022)).as_dict()["results"]
    beside = compare([own], price_level=2022).assessments[0].results

    for key, value in run.items():
        assert beside[key] == (None if value is None else pytest.approx(value, rel=1e-12)), key


def test_there_and_back_is_the_identity(tmp_path: Path) -> None:
    """Amounts that are given in prices of 2023, as 2019's became, are at 2019 what they were."""
    first = write_hand_scenario(tmp_path)
    there = somcost.assess(first, price_level=level(2023)).as_dict()["results"]
    back = tmp_path / "back"
    back.mkdir()
    second = write_hand_scenario(back)
    text = (back / "hand.yaml").read_text("utf-8").replace("price_level: 2019", "price_level: 2023")
    for wage in (40_000, 30_000):
        text = text.replace(str(wage), repr(wage * WAGES))
    (back / "hand.yaml").write_text(text, "utf-8")
    rows = EXPENSES.replace("3000", repr(3000 * PRICES)).replace("2000,", f"{2000 * PRICES!r},")
    (back / "expenses.csv").write_text(rows, "utf-8")
    text = second.read_text("utf-8").replace("fee_each: 500", f"fee_each: {500 * PRICES!r}")
    text = text.replace("amount: 1000", f"amount: {1000 * PRICES!r}").replace("7500", repr(7500 * PRICES))
    second.write_text(text, "utf-8")
    again = somcost.assess(second, price_level=level(2019)).as_dict()["results"]
    plain = somcost.assess(first).as_dict()["results"]

    assert somcost.assess(second).as_dict()["results"]["cost_per_participant"] == pytest.approx(
        there["cost_per_participant"]
    )
    for key, value in plain.items():
        assert again[key] == (None if value is None else pytest.approx(value, rel=1e-12)), key


def test_start_up_and_alternative_go_along(tmp_path: Path) -> None:
    """Training: 2 × 3 days of 7.5 hours at 400 kr by wages, two fees of 500 and a table of 1,000 by prices."""
    found = somcost.assess(write_hand_scenario(tmp_path), price_level=level(2023)).as_dict()

    assert found["results"]["start_up_cost"] == pytest.approx(2 * 3 * 7.5 * 400 * WAGES + 2_000 * PRICES)
    assert found["alternative"]["cost_per_year"] == pytest.approx(7_500 * PRICES)
    assert found["price_level"] == 2023
    assert found["results"]["cost_per_participant"] == pytest.approx((55_000 * WAGES + 5_000 * PRICES) / 12)


MIXED = "date,amount,category,price_year\n2019-02-01,3000,Kørsel,2018\n2019-12-31,2000,,\n"


def test_expenses_of_several_years_are_brought_to_one(tmp_path: Path) -> None:
    """3,000 kr of 2018 rose by 0.8 % to 2019; without an index they stop the assessment."""
    path = write_hand_scenario(tmp_path, more="price_level: {index: oekonomistyrelsen-2024}")
    (tmp_path / "expenses.csv").write_text(MIXED, "utf-8")
    found = somcost.assess(path).as_dict()["results"]
    later = somcost.assess(path, price_level=level(2023)).as_dict()["results"]

    assert found["other_expenses"] == pytest.approx(3_000 * 1.008 + 2_000)
    assert later["other_expenses"] == pytest.approx((3_000 * 1.008 + 2_000) * PRICES)
    plain = write_hand_scenario(tmp_path)
    (tmp_path / "expenses.csv").write_text(MIXED, "utf-8")
    with pytest.raises(InputProblems, match="expenses-share-the-price-level"):
        somcost.assess(plain)


def test_varied_inputs_stay_in_their_own_prices(tmp_path: Path) -> None:
    """A wage put in is one of 2019, as the set states it; expenses too."""
    found = somcost.assess(write_hand_scenario(tmp_path), price_level=level(2023))
    wage = vary(found, "job_groups.leder.monthly_wage_cost", [40_000, 44_000], results=["wage_cost"])
    expenses = vary(found, "other_expenses", [5_000, 10_000], results=["other_expenses"])

    assert wage.results["wage_cost"] == pytest.approx([55_000 * WAGES, 59_000 * WAGES])
    assert expenses.results["other_expenses"] == pytest.approx([5_000 * PRICES, 10_000 * PRICES])


def test_years_after_the_index_go_on_by_stated_rates(tmp_path: Path) -> None:
    """Two years after 2025 at 3 and 2 percent; without rates it is an error."""
    path = write_hand_scenario(tmp_path)
    wages, prices = WAGES * 1.052 * 1.032 * 1.03**2, PRICES * 1.021 * 1.021 * 1.02**2
    found = somcost.assess(path, price_level=level(2027, wage_rate=0.03, price_rate=0.02)).as_dict()["results"]

    assert found["wage_cost"] == pytest.approx(55_000 * wages)
    assert found["other_expenses"] == pytest.approx(5_000 * prices)
    with pytest.raises(InputProblems, match="price-years-lie-within-the-index"):
        somcost.assess(path, price_level=level(2027, wage_rate=0.03))


def test_estimates_are_told(tmp_path: Path) -> None:
    """2024 and 2025 are estimates, 2023 is none."""
    path = write_hand_scenario(tmp_path)

    for year, told in ((2023, False), (2024, True)):
        checks = {warning.check for warning in somcost.assess(path, price_level=level(year)).warnings}
        assert ("index-years-are-known" in checks) == told


def test_plans_too(tmp_path: Path) -> None:
    """Hours by wages, prices and grants by prices, an amount of 2018 from its own year."""
    found = planned(tmp_path, full()).as_dict()
    later = assess_plan(tmp_path / "plan.yaml", price_level=level(2023)).as_dict()
    own = planned(tmp_path, full().replace("price: 1000}", "price: 1000, price_year: 2018}") + "price_level: 2023\n")
    before, after = ({line["line"]: line["cost"] for line in each["lines"]} for each in (found, later))

    for line, cost in before.items():
        assert after[line] == pytest.approx(cost * (WAGES if line in ("course", "meeting") else PRICES))
    assert later["results"]["residual_values"] == pytest.approx(found["results"]["residual_values"] * PRICES)
    assert {line["line"]: line["cost"] for line in own.as_dict()["lines"]}["plan"] == pytest.approx(
        1_000 * 1.008 * PRICES
    )


def test_an_index_of_ones_own(tmp_path: Path) -> None:
    """KL's estimate of wages and prices together, as one series for both."""
    (tmp_path / "kl.yaml").write_text(
        "schema: somcost/price-index@1\nid: kl\ntitle: KL\nsource: {title: PL-skøn}\n"
        "series: {general_pl: {label: PL}}\npercent_a_year: {2020: {general_pl: 2.0}}\n",
        "utf-8",
    )
    text = (
        "intervention: {horizon: 1}\nlines:\n  it: {label: It, category: operation, driver: intervention, timing: once,"
        " job_group: paedagog, hours: 10}\n"
    )
    asked = "price_level: {year: 2020, index: ./kl.yaml, wages: general_pl, other_expenses: general_pl}\n"
    found = planned(tmp_path, text + asked).as_dict()["results"]

    assert found["total_cost"] == pytest.approx(10 * HOUR * 1.02)
    (tmp_path / "plan.yaml").write_text(HEAD + text + "price_level: {year: 2020, index: ./kl.yaml}\n", "utf-8")
    with pytest.raises(InputProblems, match="price-levels-have-their-series"):
        assess_plan(tmp_path / "plan.yaml")


@pytest.mark.libreoffice
def test_the_workbook_computes_with_the_indices(tmp_path: Path) -> None:
    """Every formula gives its stored value again, and follows a changed index."""
    path = write_hand_scenario(tmp_path, more="price_level: 2023")
    (tmp_path / "expenses.csv").write_text(MIXED, "utf-8")
    book = tmp_path / "book.xlsx"
    write_workbook(somcost.assess(path), book)
    (again,) = recalculated([book], tmp_path / "first")

    assert len(formulas(book)) > 100
    assert differences(book, again) == []

    def change(workbook: Any) -> None:
        cell = named(workbook, "indices_wages_2023")
        cell.value = cell.value * 2

    cells = changed(book, change, tmp_path)
    assert result(book, cells, "wage_cost") == pytest.approx(55_000 * WAGES * 2)
