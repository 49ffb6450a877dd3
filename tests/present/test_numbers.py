"""Numbers as readers see them."""

import datetime as dt
from decimal import Decimal

import pytest

from somcost.present.numbers import Numbers, rounded


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (58_286.5, 1, 58_287),
        (0.5, 1, 1),
        (1.5, 1, 2),
        (-2.5, 1, -3),
        (29_632.75, 1, 29_633),
        (368_215.4, 1_000, 368_000),
        (368_500, 1_000, 369_000),
        (1.005, Decimal("0.01"), Decimal("1.01")),
        (2.675, Decimal("0.01"), Decimal("2.68")),
    ],
)
def test_ties_go_away_from_zero(value: float, unit: int | Decimal, expected: float | Decimal) -> None:
    """A half is rounded away from zero, also where the binary number lies just below it."""
    assert rounded(value, unit) == Decimal(expected)


def test_what_rounds_to_nothing_has_no_sign() -> None:
    """There is no −0."""
    assert Numbers("da").kr(-400) == "0"


@pytest.mark.parametrize(
    ("unit", "expected"), [(1_000, "1.235.000"), (100, "1.234.600"), (10, "1.234.570"), (1, "1.234.568")]
)
def test_kr_are_rounded_to_the_unit_asked_for(unit: int, expected: str) -> None:
    """Points stand between thousands in Danish."""
    assert Numbers("da", unit).kr(1_234_567.8) == expected


def test_digits_are_kept_when_asked_for() -> None:
    """Unit 0 writes every digit there is."""
    assert Numbers("da", 0).kr(1_234_567.875) == "1.234.567,875"
    assert Numbers("da", 0).kr(-0.1) == "-0,1"
    assert Numbers("en", 0).kr(1_234_567.875) == "1,234,567.875"


def test_annual_costs_from_a_million_are_in_millions() -> None:
    """The report writes 2.8 million with one decimal, and 201,000 in thousands."""
    assert Numbers("da").annual(2_790_685) == "2,8 mio."
    assert Numbers("da").annual(201_000) == "201.000"
    assert Numbers("da", 1).annual(2_790_685.26) == "2.790.685"
    assert Numbers("en").annual(2_750_000) == "2.8 m"


def test_shares_are_percents() -> None:
    """A share is written in whole percents, a change with its sign and all its digits."""
    assert Numbers("da").percent(0.7097) == "71 %"
    assert Numbers("da").percent(0.005) == "1 %"
    assert Numbers("da").signed_percent(0.1) == "+10 %"
    assert Numbers("da").signed_percent(-0.125) == "-12,5 %"


def test_counts_have_a_decimal_where_they_are_not_whole() -> None:
    """7.58 families are 7.6, fourteen months are 14."""
    assert Numbers("da").count(7.578947) == "7,6"
    assert Numbers("da").count(14.0) == "14"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (381.752327, "kr/hour", "381,75"),
        (415.8, "kr/hour", "415,80"),
        (40_945.0, "kr/month", "40.945"),
        (7.578947, "per year", "7,5789"),
        (0.2, "share", "0,2"),
        (100.0, "hours", "100"),
        (43_160.0, "date", "1. marts 2018"),
    ],
)
def test_explained_figures_can_be_followed(value: float, unit: str, expected: str) -> None:
    """Kr have two decimals or none, other figures up to four, a day is a date."""
    assert Numbers("da").figure(value, unit) == expected


def test_days_are_written_out() -> None:
    """The month has its Danish name."""
    assert Numbers("da").day(dt.date(2019, 9, 30)) == "30. september 2019"


def test_the_largest_numbers_are_written() -> None:
    """More digits than decimal arithmetic usually keeps are no fault of the program."""
    assert Numbers("da").figure(1e27, "kr") == "1." + ".".join(["000"] * 9)
