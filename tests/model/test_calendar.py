"""The calendar counts the observed days of a window as a person with a calendar on the wall would."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost.model.calendar import (
    CalendarMonth,
    Span,
    calendar,
    cut_to,
    days,
    days_within,
    months_of,
    observed_spans,
    united,
)
from somcost.model.scenario import Gap, PartMonth, Stated, Window
from somcost.problems import Location

HERE = Location("scenario.yaml", 1, 1)


def date(text: str) -> dt.date:
    """Read an ISO date."""
    return dt.date.fromisoformat(text)


def gap(start: str, end: str) -> Gap:
    """Give a gap for a reason that does not matter."""
    return Gap(date(start), date(end), "ferie", HERE)


def part_month(month: str, registered_to: str | None, factor: float | None = None) -> PartMonth:
    """Give a part month, scaled up when a factor is given."""
    stated = None if factor is None else Stated("factor", factor, HERE)
    return PartMonth(date(f"{month}-01"), date(registered_to) if registered_to else None, stated, "stop", HERE)


def window(start: str, end: str, *, gaps: tuple[Gap, ...] = (), parts: tuple[PartMonth, ...] = ()) -> Window:
    """Give a window from ISO dates."""
    return Window(date(start), date(end), HERE, gaps=gaps, part_months=parts)


def observed_months(months: tuple[CalendarMonth, ...]) -> float:
    """Add up the observed shares of months, a list and a loop."""
    return sum(month.observed_days / month.days for month in months)


def observed_days(months: tuple[CalendarMonth, ...]) -> dict[str, int]:
    """Give the observed days by month."""
    return {month.name: month.observed_days for month in months}


JAMMERBUGT = window("2018-03-01", "2019-09-30", gaps=(gap("2018-07-01", "2018-09-30"), gap("2019-02-01", "2019-03-31")))


def test_jammerbugt_observes_fourteen_of_nineteen_months() -> None:
    """19 months less gaps of 3 and 2 whole months leave 14."""
    months = calendar(JAMMERBUGT)

    assert len(months) == 19
    assert sum(month.window_days / month.days for month in months) == 19
    assert observed_months(months) == 14


def test_a_month_with_a_factor_counts_whole() -> None:
    """København's 19 months less four are 15, June 2018 among them whole though registered to the 20th."""
    months = calendar(
        window(
            "2018-03-01",
            "2019-09-30",
            gaps=(gap("2018-07-01", "2018-10-31"),),
            parts=(part_month("2018-06", "2018-06-20", 1.3),),
        )
    )
    june = next(month for month in months if month.name == "2018-06")

    assert observed_months(months) == 15
    assert june.observed_days == 30
    assert june.factor is not None
    assert june.factor.value == 1.3
    assert [month.name for month in months if month.factor] == ["2018-06"]


def test_a_month_registered_in_part_counts_its_registered_days() -> None:
    """Without a factor, June to the 20th is 20 of 30 days."""
    months = calendar(window("2018-06-01", "2018-07-31", parts=(part_month("2018-06", "2018-06-20"),)))

    assert observed_days(months) == {"2018-06": 20, "2018-07": 31}
    assert observed_months(months) == pytest.approx(20 / 30 + 1)


def test_a_gap_may_begin_and_end_in_mid_month() -> None:
    """A gap from 16 June to 10 August takes 15 days of June, all July and 10 days of August."""
    months = calendar(window("2018-06-01", "2018-08-31", gaps=(gap("2018-06-16", "2018-08-10"),)))

    assert observed_days(months) == {"2018-06": 15, "2018-07": 0, "2018-08": 21}


def test_days_not_observed_are_united() -> None:
    """A gap from the 15th over the days after the 20th takes 16 days of June, not 26."""
    months = calendar(
        window(
            "2018-06-01",
            "2018-06-30",
            gaps=(gap("2018-06-15", "2018-06-30"), gap("2018-06-15", "2018-06-16")),
            parts=(part_month("2018-06", "2018-06-20"),),
        )
    )

    assert observed_days(months) == {"2018-06": 14}


def test_a_gap_in_a_month_with_a_factor_still_counts() -> None:
    """The factor stands for unregistered days, not for the gap: 30 − 5 days."""
    months = calendar(
        window(
            "2018-06-01",
            "2018-06-30",
            gaps=(gap("2018-06-01", "2018-06-05"),),
            parts=(part_month("2018-06", "2018-06-20", 1.3),),
        )
    )

    assert observed_days(months) == {"2018-06": 25}


def test_february_of_a_leap_year_has_29_days() -> None:
    """A whole February counts 1 in both kinds of year, half of it 14/28 or 14/29."""
    assert observed_months(calendar(window("2020-02-01", "2020-02-29"))) == 1
    assert observed_months(calendar(window("2019-02-01", "2019-02-28"))) == 1
    assert observed_months(calendar(window("2020-02-16", "2020-02-29"))) == pytest.approx(14 / 29)


def test_a_window_within_one_month_counts_its_days() -> None:
    """10 to 19 June, both included, are 10 of 30 days."""
    (month,) = calendar(window("2018-06-10", "2018-06-19"))

    assert (month.days, month.window_days, month.observed_days) == (30, 10, 10)


def test_a_sub_period_cuts_gaps_and_part_months() -> None:
    """Only 2019 of Jammerbugt: nine months less the two of the gap inside it."""
    months = calendar(JAMMERBUGT, start=date("2019-01-01"), end=date("2019-12-31"))

    assert [months[0].name, months[-1].name, len(months)] == ["2019-01", "2019-09", 9]
    assert observed_months(months) == 7


def test_a_sub_period_that_ends_before_a_gap_ignores_it() -> None:
    """A gap after the cut takes nothing, one that reaches over its end takes what lies inside."""
    whole = window("2018-01-01", "2018-12-31", gaps=(gap("2018-03-20", "2018-04-10"), gap("2018-06-01", "2018-06-30")))

    assert observed_days(calendar(whole, end=date("2018-03-31"))) == {"2018-01": 31, "2018-02": 28, "2018-03": 19}
    assert observed_spans(whole, start=date("2018-04-05"), end=date("2018-05-02")) == (
        Span(date("2018-04-11"), date("2018-05-02")),
    )


def test_a_cut_outside_the_window_has_no_month() -> None:
    """A cut that leaves no day gives no month and no observed span."""
    assert calendar(JAMMERBUGT, start=date("2020-01-01")) == ()
    assert observed_spans(JAMMERBUGT, start=date("2020-01-01")) == ()
    assert cut_to(JAMMERBUGT, end=date("2017-12-31")).end < JAMMERBUGT.start


def test_a_gap_that_covers_everything_leaves_nothing() -> None:
    """No day is observed where a gap covers the window."""
    assert observed_spans(window("2018-06-01", "2018-06-30", gaps=(gap("2018-06-01", "2018-06-30"),))) == ()


def test_the_calendar_reaches_its_own_ends() -> None:
    """The first and the last day that dates can hold are no special case."""
    assert days(dt.date.min, dt.date.max) == 3_652_059
    assert len(months_of(dt.date.min, dt.date.max)) == 12 * 9999
    assert observed_spans(window("0001-01-01", "9999-12-31")) == (Span(dt.date.min, dt.date.max),)


def test_reversed_days_are_none() -> None:
    """A last day before the first holds no day and no month."""
    assert days(date("2018-06-02"), date("2018-06-01")) == 0
    assert months_of(date("2018-07-01"), date("2018-06-01")) == ()
    assert united([Span(date("2018-06-02"), date("2018-06-01"))]) == ()


DAYS = st.integers(min_value=0, max_value=400).map(lambda number: date("2019-11-20") + dt.timedelta(number))
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: Span(min(pair), max(pair)))


@given(whole=SPANS, holes=st.lists(SPANS, max_size=4), cut=SPANS)
def test_counting_days_one_by_one_gives_the_same(whole: Span, holes: list[Span], cut: Span) -> None:
    """Spans are the days of the window and the cut that lie in no gap, however gaps lie."""
    gaps = tuple(Gap(hole.start, hole.end, "", HERE) for hole in holes)
    each = [whole.start + dt.timedelta(number) for number in range(days(whole.start, whole.end))]
    expected = [
        day for day in each if cut.start <= day <= cut.end and not any(hole.start <= day <= hole.end for hole in holes)
    ]
    told = Window(whole.start, whole.end, HERE, gaps=gaps)
    spans = observed_spans(told, start=cut.start, end=cut.end)

    assert sum(days(span.start, span.end) for span in spans) == len(expected)
    assert all(days_within(spans, Span(day, day)) == 1 for day in expected)
    assert sum(month.observed_days for month in calendar(told, start=cut.start, end=cut.end)) == len(expected)
