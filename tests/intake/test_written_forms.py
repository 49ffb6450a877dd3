"""Hours, dates, answers and job groups in every way they are written."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost.intake import durations, periods
from somcost.intake.answers import answer_of, blank_is_no, share_of_answers
from somcost.intake.date_orders import order_of
from somcost.intake.durations import elapsed, hours_of, mark_of
from somcost.intake.headings import is_skipped, meanings_of
from somcost.intake.job_groups import matches
from somcost.intake.periods import period_in, period_of
from somcost.intake.unclear_hours import unclear_hours
from somcost.model.profiles import DurationForm, PeriodForm
from somcost.read.assumptions import read_assumptions
from somcost.read.cells import Content

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups
MORNING = dt.datetime.fromisoformat("2018-03-12T08:00")
ANYTHING = st.one_of(st.text(max_size=60), st.floats(), st.dates(), st.times(), st.timedeltas(), st.datetimes())


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("7,4", "decimal", 7.4),
        ("1.234,5", "decimal", 1234.5),
        (7.4, "decimal", 7.4),
        ("-7,4", "decimal", -7.4),
        ("7:24", "clock", 7.4),
        ("07:24:00", "clock", 7.4),
        (dt.time(7, 24), "clock", 7.4),
        (dt.timedelta(hours=31), "clock", 31),
        ("7 t 24 min", "words", 7.4),
        ("7t24m", "words", 7.4),
        ("7 timer 24 minutter", "words", 7.4),
        ("7 timer og 24 min.", "words", 7.4),
        ("1 TIME", "words", 1),
        ("24 minutter", "words", 0.4),
        ("0,5 time", "words", 0.5),
        ("1½ time", "words", 1.5),
        ("½ time", "words", 0.5),
        ("-1 time", "words", -1),
        ("444", "minutes", 7.4),
        ("444 min", "minutes", 7.4),
        (444.0, "minutes", 7.4),
        ("7.24", "clock", None),
        ("7,4", "words", None),
        ("timer", "words", None),
        ("24 kroner", "words", None),
        ("٣", "minutes", None),
        (dt.time(7, 24), "decimal", None),
        ("7,30", "h.mm", 7.5),
        ("7.3", "h.mm", 7.5),
        ("-0,45", "h.mm", -0.75),
        (7.15, "h.mm", 7.25),
        ("7", "h.mm", 7),
        ("7,60", "h.mm", None),
        ("7,305", "h.mm", None),
        ("7:24", "mixed", 7.4),
        ("7 t 24 min", "mixed", 7.4),
        ("7,4", "mixed", 7.4),
        (7.4, "mixed", 7.4),
        ("1 t 30 min", "minutes", 1.5),
    ],
)
def test_hours_are_read_as_written(written: Content, form: DurationForm, expected: float | None) -> None:
    """By hand; what is written otherwise is none."""
    found = hours_of(written, form=form, mark=",")

    assert found == (None if expected is None else pytest.approx(expected, abs=1e-12))


@given(st.integers(0, 999), st.integers(0, 59))
def test_hours_and_minutes_come_back_from_every_form(hours: int, minutes: int) -> None:
    """Written in each form and read again."""
    expected = pytest.approx(hours + minutes / 60, abs=1e-9)

    assert hours_of(f"{hours}:{minutes:02}", form="clock", mark=",") == expected
    assert hours_of(f"{hours} t {minutes} min", form="words", mark=",") == expected
    assert hours_of(f"{hours} timer og {minutes} minutter", form="words", mark=",") == expected
    assert hours_of(f"{60 * hours + minutes} min.", form="minutes", mark=",") == expected


def test_plain_numbers_are_hours_unless_the_heading_says_minutes() -> None:
    """The likelier form comes first."""
    assert next(iter(durations.forms_of(["444", "90"], heading="Tid"))) == "decimal"
    assert next(iter(durations.forms_of(["444", "90"], heading="Tid (min.)"))) == "minutes"
    assert durations.forms_of([], heading="Tid") == {}


def test_a_mark_is_settled_by_one_cell() -> None:
    """7,40 can be read one way only; 1.234 both."""
    assert mark_of(["1.234", "7,40"]) == ","
    assert mark_of(["7.4"]) == "."
    assert mark_of(["1.234", "12", 7.4]) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("08:15", "15:45", 7.5),
        ("8.15", "15.45", 7.5),
        ("0815", "1545", 7.5),
        ("kl. 8.15", "kl. 9.15", 1),
        (dt.time(8, 15), dt.time(15, 45), 7.5),
        ("22:00", "06:00", 8),
        ("12-03-2018 22:00", "13-03-2018 02:30", 4.5),
        (MORNING, MORNING + dt.timedelta(hours=1.5), 1.5),
        ("08:15", "08:00", None),
        ("13-03-2018 08:00", "12-03-2018 09:00", None),
        ("25:00", "26:00", None),
        ("tidlig", "sent", None),
    ],
)
def test_time_runs_from_start_to_end(start: Content, end: Content, expected: float | None) -> None:
    """Over midnight at most half a day; backwards never."""
    assert elapsed(start, end) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("written", "form", "first", "last"),
    [
        ("12-03-2018", "dd-mm-yyyy", "2018-03-12", "2018-03-12"),
        ("12/3 2018", "dd-mm-yyyy", "2018-03-12", "2018-03-12"),
        ("mandag d. 12. marts 2018", "dd-mm-yyyy", "2018-03-12", "2018-03-12"),
        ("man 12-03-2018 08:15", "dd-mm-yyyy", "2018-03-12", "2018-03-12"),
        ("03/12/2018", "mm-dd-yyyy", "2018-03-12", "2018-03-12"),
        ("12.03.18", "dd-mm-yy", "2018-03-12", "2018-03-12"),
        ("12.03.99", "dd-mm-yy", "1999-03-12", "1999-03-12"),
        ("20180312", "yyyy-mm-dd", "2018-03-12", "2018-03-12"),
        ("2018-03-12T08:15:00.000Z", "yyyy-mm-dd", "2018-03-12", "2018-03-12"),
        ("marts 2018", "month", "2018-03-01", "2018-03-31"),
        ("feb-16", "month", "2016-02-01", "2016-02-29"),
        ("okt. 2018", "month", "2018-10-01", "2018-10-31"),
        ("2018M03", "month", "2018-03-01", "2018-03-31"),
        ("03-2018", "month", "2018-03-01", "2018-03-31"),
        ("uge 1 2019", "week", "2018-12-31", "2019-01-06"),
        ("2020-W53", "week", "2020-12-28", "2021-01-03"),
        ("1. kvt. 2018", "quarter", "2018-01-01", "2018-03-31"),
        ("2018K4", "quarter", "2018-10-01", "2018-12-31"),
        ("1. halvår 2018", "half-year", "2018-01-01", "2018-06-30"),
        ("2018 2. halvår", "half-year", "2018-07-01", "2018-12-31"),
        ("2018H2", "half-year", "2018-07-01", "2018-12-31"),
        ("2018", "year", "2018-01-01", "2018-12-31"),
        (43171.0, "serial", "2018-03-12", "2018-03-12"),
        (MORNING, "typed", "2018-03-12", "2018-03-12"),
    ],
)
def test_periods_are_read_as_written(written: Content, form: PeriodForm, first: str, last: str) -> None:
    """By the calendar."""
    span = period_of(written, form=form)

    assert span is not None
    assert (str(span.start), str(span.end)) == (first, last)


@pytest.mark.parametrize(
    ("written", "form"),
    [("31-02-2018", "dd-mm-yyyy"), ("uge 53 2019", "week"), ("marts", "month"), ("5. kvt. 2018", "quarter"),
     ("12-03-1066", "dd-mm-yyyy"), ("9999", "year"), ("00000", "serial"), ("١٢-٠٣-٢٠١٨", "dd-mm-yyyy"), ("", "month")],
)  # fmt: skip
def test_what_is_no_period_is_none(written: str, form: PeriodForm) -> None:
    """Days and weeks that are not, a month without its year, years long gone, digits of other scripts."""
    assert period_of(written, form=form) is None


def test_a_year_may_stand_in_the_title() -> None:
    """For months, weeks and quarters."""
    assert period_in("marts", "month", None) is None
    found = period_in("uge 12", "week", 2018)
    assert found is not None
    assert str(found.start) == "2018-03-19"


@pytest.mark.parametrize(
    ("cells", "form", "is_unclear"),
    [
        (["7,30", "0,45", "1,15"], "decimal", True),
        ([7.3, 0.45, 1.0], "decimal", True),
        (["7,3", "0,45"], "decimal", True),
        (["7,30", "0,75"], "decimal", False),
        (["7,5", "0,50", "1,25"], "decimal", False),
        (["7,4", "7,4"], "decimal", False),
        (["7,3", "0,5"], "decimal", False),
        (["0,125", "0,15"], "decimal", False),
        (["0,150", "0,300"], "decimal", False),
        (["444", "30"], "decimal", True),
        (["24", "7"], "decimal", False),
        (["30", "1 t 30 min"], "mixed", True),
        (["7,5", "1 t 30 min"], "mixed", False),
        (["7,5", "7:24", "30 min"], "mixed", False),
        (["7:30", "0:45"], "clock", False),
    ],
)
def test_hours_that_can_be_read_in_two_ways(cells: list[Content], form: DurationForm, *, is_unclear: bool) -> None:
    """Decimals that are all like minutes, more than a day has, plain numbers beside units."""
    found = unclear_hours(cells, form, heading="Tid", mark=",", of_days=True)

    assert (found is not None) is is_unclear


def test_a_month_may_have_hours_that_no_day_has() -> None:
    """A heading of minutes leaves no doubt either."""
    assert unclear_hours(["444"], "decimal", heading="Timer", mark=",", of_days=False) is None
    assert unclear_hours(["30", "1 t 30 min"], "minutes", heading="Minutter", mark=",", of_days=True) is None


@pytest.mark.parametrize(
    ("cells", "heading", "form"),
    [
        (["7,5", "7:24", "1 t 30 min"], "Tid", "mixed"),
        (["7,5", "ferie"], "Tid", "decimal"),
        (["30", "1 t 30 min"], "Minutter", "minutes"),
        (["30", "7,5", "1 t 30 min"], "Minutter", "minutes"),
    ],
)
def test_the_form_of_hours_is_the_one_that_reads_most(cells: list[str], heading: str, form: str) -> None:
    """Mixed only where no one form does, and never under minutes."""
    assert next(iter(durations.forms_of(cells, heading=heading))) == form


@pytest.mark.parametrize(
    ("cells", "form", "is_sure"),
    [
        ("01-02-2018 02-03-2018 04-13-2018", "dd-mm-yyyy", False),
        ("01/02/2018 02/03/2018", "dd-mm-yyyy", False),
        ("01-02-2018 02-03-2018", "dd-mm-yyyy", True),
        ("13/02/2018 02/03/2018", "dd-mm-yyyy", True),
        ("04/13/2018 04/05/2018", "mm-dd-yyyy", True),
        ("04/13/2018 01/02/2018 01/03/2018 01/04/2018", "dd-mm-yyyy", False),
        ("13-02-2018 04-13-2018", "dd-mm-yyyy", False),
        (" ".join(f"{day}-02-2018" for day in range(13, 23)) + " 04-13-2018", "dd-mm-yyyy", True),
        (" ".join(f"04/{day}/2018" for day in range(13, 23)) + " 13/04/2018", "dd-mm-yyyy", False),
        ("5/2018 6/2018", "dd-mm-yyyy", True),
    ],
)
def test_the_order_of_day_and_month_is_told_by_many_dates(cells: str, form: str, *, is_sure: bool) -> None:
    """One date in ten that cannot begin with the day is a fault of its own; fewer dates leave a doubt."""
    found = order_of(cells.split())

    assert (found.form, found.is_sure) == (form, is_sure)


@pytest.mark.parametrize(
    ("cells", "heading", "form"),
    [
        (["1", "53"], "Uge", "week"),
        ([1.0, 12.0], "Måned nr.", "month"),
        (["1", "4"], "Kvartal", "quarter"),
        (["1", "2"], "Halvår", "half-year"),
        (["1", "4"], "Ugedag", None),
        (["1", "4"], "Antal", None),
    ],
)
def test_bare_numbers_are_what_their_heading_names(cells: list[Content], heading: str, form: str | None) -> None:
    """Weeks, months, quarters and half-years, of the year that is said."""
    found = periods.forms_of(cells, year=periods.ANY_YEAR, heading=heading)

    assert found == ({} if form is None else {form: 1.0})


@given(st.dates(dt.date(1990, 1, 1), dt.date(2069, 12, 31)))
def test_a_day_comes_back_from_every_form(day: dt.date) -> None:
    """Written in each form and read again."""
    for text, form in (
        (f"{day:%d-%m-%Y}", "dd-mm-yyyy"),
        (f"{day.day}.{day.month}.{day.year}", "dd-mm-yyyy"),
        (f"{day:%m/%d/%Y}", "mm-dd-yyyy"),
        (f"{day:%Y-%m-%d %H:%M}", "yyyy-mm-dd"),
        (str((day - dt.date(1899, 12, 30)).days), "serial"),
    ):
        span = period_in(text, form, None)
        assert span is not None
        assert (span.start, span.end) == (day, day)


@given(ANYTHING)
def test_no_cell_breaks_a_reader(cell: Content) -> None:
    """Whatever stands there is read or is none."""
    for form in periods.FORMS:
        period_in(cell, form, 2018)
    for duration in durations.FORMS:
        hours_of(cell, form=duration, mark=",")
    elapsed(cell, cell)
    answer_of(cell)
    matches([str(cell)], GROUPS)
    meanings_of(str(cell)[:40])


@pytest.mark.parametrize("letter", ["1", "a", " ", "-", "½", "uge "])
def test_a_long_cell_ends_quickly(letter: str) -> None:
    """A hundred thousand characters are no date and no duration."""
    cell = letter * 100_000

    assert all(period_of(cell, form=form) is None for form in periods.FORMS)
    assert all(hours_of(cell, form=form, mark=",") is None for form in ("clock", "words", "minutes"))


def test_answers_are_yes_or_no() -> None:
    """In Danish, English, crosses and numbers; a blank is no where there are crosses only."""
    assert [answer_of(each) for each in ("Ja", "J", "x", "✓", 1.0, "true")] == [True] * 6
    assert [answer_of(each) for each in ("nej", "N", "0", 0.0, "falsk")] == [False] * 5
    assert answer_of("med borger") is None
    assert blank_is_no(["X", "", ""])
    assert not blank_is_no(["", ""])
    assert not blank_is_no(["ja", ""])
    assert share_of_answers(["ja", "", "måske"]) == 0.5


def test_job_groups_are_recognised_and_doubted() -> None:
    """A beginning is enough, one letter more or less too; what is like two, or like none, is asked about."""
    found = matches(["Socialrådg.", "soc.rådgiver", "Pædagoger", "Leder", "Konsulent", ""], GROUPS)

    assert found["Socialrådg."].group == found["soc.rådgiver"].group == "socialraadgiver"
    assert found["Pædagoger"].is_sure
    assert "Leder" not in found or not found["Leder"].is_sure
    assert "Konsulent" not in found
    assert "" not in found


def test_headings_are_understood() -> None:
    """Norm hours and notes are not read; the last word of a joined heading tells."""
    assert meanings_of("Antal timer") == {"hours": 1.0}
    assert meanings_of("Tid Fra") == {"start_time": 0.8}
    assert is_skipped("Normtimer")
    assert meanings_of("Normtimer") == {}
