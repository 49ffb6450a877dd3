"""Discounting and annuities against figures worked by hand or published."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost.cost.discounting import annuity, annuity_factor, discount_factor, net_present_value, present_value


def factors(rate: float, years: int, *, first_counts_whole: bool) -> np.ndarray:
    """Give the discount factors of some years at one rate."""
    found = [1.0] if first_counts_whole else [discount_factor(1.0, rate=rate)]
    while len(found) < years:
        found.append(discount_factor(found[-1], rate=rate))
    return np.array(found)


def over(years: int, rate: float) -> float:
    """Give the annuity factor of so many years."""
    return float(annuity_factor(np.array([rate]), year_of_use=np.arange(1.0, years + 1)))


def test_annuity_with_a_scrap_value() -> None:
    """50,000 with 5,000 left after 10 years at 2.5 %: 5,266.644 a year."""
    assert annuity(50_000.0, scrap_value=5_000.0, rate=0.025, annuity_factor=over(10, 0.025)) == pytest.approx(
        5_266.644, abs=5e-4
    )


def test_annuity_without_interest_is_the_straight_line() -> None:
    """(50,000 - 5,000) / 8 = 5,625."""
    assert annuity(50_000.0, scrap_value=5_000.0, rate=0.0, annuity_factor=over(8, 0)) == 5_625


def test_annuity_of_thirty_years() -> None:
    """200,000 at 8 % over 30 years: 17,765.49 a year."""
    assert annuity(200_000.0, scrap_value=0.0, rate=0.08, annuity_factor=over(30, 0.08)) == pytest.approx(
        17_765.49, abs=0.005
    )


@pytest.mark.parametrize(("first_counts_whole", "worth"), [(True, 291.347), (False, 282.861)])
def test_three_years_at_three_percent(*, first_counts_whole: bool, worth: float) -> None:
    """100 a year for three years at 3 %, with the first year counted whole and not."""
    row = factors(0.03, 3, first_counts_whole=first_counts_whole)

    assert present_value(np.full(3, 100.0), factors=row) == pytest.approx(worth, abs=5e-4)


def test_a_row_with_an_outlay_first() -> None:
    """15,000 out, then 1,500, 2,500, 3,500, 4,500 and 6,000 in, at 5 %: worth 122.89 in the year of the outlay."""
    row = np.array([-15_000.0, 1_500, 2_500, 3_500, 4_500, 6_000])

    assert present_value(row, factors=factors(0.05, 6, first_counts_whole=True)) == pytest.approx(122.89, abs=0.006)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40))
def test_without_interest_the_present_value_is_the_sum(amounts: list[float]) -> None:
    """Discounted at 0 a krone is worth the same in every year, and a cost is negative."""
    row = factors(0.0, len(amounts), first_counts_whole=False)
    worth = net_present_value(present_value(np.array(amounts), factors=row))

    assert worth == pytest.approx(-sum(amounts), abs=1e-6)
