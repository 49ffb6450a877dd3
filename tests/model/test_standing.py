"""A row stands inside the window, or it is said why not."""

import datetime as dt

import pytest

from somcost.model.scenario import Gap, PartMonth, Stated, Window
from somcost.model.standing import Standing, standing
from somcost.problems import Location

HERE = Location("scenario.yaml", 1, 1)
WINDOW = Window(
    dt.date(2018, 3, 10),
    dt.date(2018, 9, 20),
    HERE,
    gaps=(Gap(dt.date(2018, 6, 15), dt.date(2018, 7, 31), "sommer", HERE),),
    part_months=(
        PartMonth(dt.date(2018, 4, 1), dt.date(2018, 4, 20), None, "", HERE),
        PartMonth(dt.date(2018, 5, 1), dt.date(2018, 5, 20), Stated("factor", 1.3, HERE), "syg", HERE),
    ),
)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-03-09", "outside_window"),
        ("2018-03-10", "observed"),
        ("2018-09-20", "observed"),
        ("2018-09-21", "outside_window"),
        ("2018-06-14", "observed"),
        ("2018-06-15", "inside_gap"),
        ("2018-07-31", "inside_gap"),
        ("2018-08-01", "observed"),
        ("2018-04-20", "observed"),
        ("2018-04-21", "after_registered_to"),
        ("2018-05-21", "after_registered_to"),
    ],
)
def test_a_day_stands_where_the_calendar_says(date: str, expected: Standing) -> None:
    """Both ends of window and gap are in them; registered_to bounds a month's dates with a factor and without."""
    assert standing(WINDOW, dt.date.fromisoformat(date)) == expected


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("2018-02-01", "outside_window"),
        ("2018-03-01", "observed"),
        ("2018-06-01", "observed"),
        ("2018-07-01", "inside_gap"),
        ("2018-09-01", "observed"),
        ("2018-10-01", "outside_window"),
    ],
)
def test_a_month_is_observed_when_any_of_its_days_is(month: str, expected: Standing) -> None:
    """A month that the window or a gap cuts is observed, one wholly in a gap or outside is not."""
    assert standing(WINDOW, dt.date.fromisoformat(month), by_month=True) == expected
