"""Numbers, dates and words of cells, and what a file's own cells tell of how they are written."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from table_files import HEADER, places, written

from somcost.read.cells import as_text, quoted, settle
from somcost.read.date_cells import Period, date_reader, slashed_date
from somcost.read.number_cells import Mark, decimal_number, hours_by_clock
from somcost.read.tables import read_citizens, read_expenses, read_registrations
from somcost.read.word_cells import read_boolean, read_text


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("7,4", ",", 7.4),
        ("7.4", ".", 7.4),
        ("7.4", ",", None),
        ("7", ",", 7.0),
        (",5", ",", 0.5),
        ("-0,5", ",", -0.5),
        ("+3", ".", 3.0),
        ("1.234,50", ",", 1234.5),
        ("1,234.50", ".", 1234.5),
        ("1.234.567", ",", 1234567.0),
        ("1 234,5", ",", 1234.5),
        ("1\u00a0234\u00a0567,5", ",", 1234567.5),
        ("1.234", ",", 1234.0),
        ("1.234", ".", 1.234),
        ("0.125", ",", None),
        ("0.125", ".", 0.125),
        ("1234.567", ",", None),
        ("1.23,5", ",", None),
        ("1.234 567", ",", None),
        ("7,4,1", ",", None),
        ("7,", ",", None),
        ("", ",", None),
        ("-", ",", None),
        ("1e5", ".", None),
        ("nan", ".", None),
        ("inf", ".", None),
        ("0x10", ".", None),
        ("1_000", ".", None),
        ("٧", ".", None),
        ("9" * 400, ".", None),
    ],
)
def test_numbers_have_one_form(text: str, mark: Mark, number: float | None) -> None:
    """Digits with one decimal mark, in groups of three or in none, and nothing else, are a number."""
    assert decimal_number(text, mark) == number


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (["1.234", "7.4"], [1.234, 7.4]),
        (["1.234", "7,4"], [1234.0, 7.4]),
        (["1,234", "1,234.5"], [1234.0, 1234.5]),
        (["1.234", "1.234.567"], [1234.0, 1234567.0]),
        (["1,234", "0,125"], [1.234, 0.125]),
        (["12345.678", "1.234"], [12345.678, 1.234]),
        (["7", "8"], [7.0, 8.0]),
    ],
)
def test_decimal_mark_is_found_over_the_whole_column(hours: list[str], expected: list[float], tmp_path: Path) -> None:
    """A number in doubt is read as the file's other numbers are, before or after it."""
    for order in (1, -1):
        rows = "".join(f"2018-03-01;a;{each}\n" for each in hours[::order])
        read = read_registrations([written(tmp_path, HEADER + rows)])

        assert read.problems == []
        assert list(read.table.hours) == expected[::order]


def test_one_question_is_asked_for_a_file_in_doubt(tmp_path: Path) -> None:
    """Doubt about the decimal mark is one question at the first cell in doubt; other faults are told beside it."""
    read = read_registrations([written(tmp_path, HEADER + "2018-03-01;a;7\nx;a;1.234\n2018-03-01;a;2,345\n")])

    assert places(read.problems) == [("dates-are-dates", 3, 1), ("decimal-mark-is-certain", 3, 3)]
    assert len(read.table) == 0


@pytest.mark.parametrize(("decimal", "hours"), [(".", 1.234), (",", 1234.0)])
def test_the_scenario_settles_the_decimal_mark(decimal: str, hours: float, tmp_path: Path) -> None:
    """A stated decimal mark leaves no doubt."""
    read = read_registrations([written(tmp_path, HEADER + "2018-03-01;a;1.234\n", decimal=decimal)])

    assert read.problems == []
    assert list(read.table.hours) == [hours]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2018-03-04"], [(3, 4)]),
        (["04-03-2018", "4-3-2018", "04.03.2018"], [(3, 4)] * 3),
        (["04/03/2018", "13/03/2018"], [(3, 4), (3, 13)]),
        (["04/03/2018", "03/13/2018"], [(4, 3), (3, 13)]),
        (["04-03-2018", "03/13/2018"], [(3, 4), (3, 13)]),
        (["03/03/2018"], [(3, 3)]),
        (["2018-03-04T00:00:00", "2018-03-04 00:00"], [(3, 4)] * 2),
    ],
)
def test_dates_are_found_over_the_whole_column(
    dates: list[str], expected: list[tuple[int, int]], tmp_path: Path
) -> None:
    """Hyphens and points are day first; slashes are as the file's other slashed dates are."""
    for order in (1, -1):
        rows = "".join(f"{each};a;1\n" for each in dates[::order])
        read = read_registrations([written(tmp_path, HEADER + rows)])

        assert read.problems == []
        assert [(each.month, each.day) for each in read.table.date] == expected[::order]


def test_a_date_in_another_column_settles_the_order(tmp_path: Path) -> None:
    """All columns of dates in a file are written alike, so one of them tells of the others."""
    read = read_citizens([written(tmp_path, "id;start;end\na;03/04/2018;31/12/2018\n")])

    assert list(read.table.start) == [dt.date(2018, 4, 3)]


@pytest.mark.parametrize(
    ("dates", "text", "month"),
    [
        ("dd-mm-yyyy", "03/04/2018", 4),
        ("mm-dd-yyyy", "03/04/2018", 3),
        ("mm-dd-yyyy", "03-04-2018", 3),
        ("mm-dd-yyyy", "2018-03-04", 3),
        ("yyyy-mm-dd", "2018-03-04", 3),
    ],
)
def test_the_scenario_settles_the_dates(dates: str, text: str, month: int, tmp_path: Path) -> None:
    """A stated order of dates leaves no doubt; a year that comes first is never in doubt."""
    read = read_registrations([written(tmp_path, HEADER + f"{text};a;1\n", dates=dates)])

    assert read.problems == []
    assert [each.month for each in read.table.date] == [month]


@pytest.mark.parametrize(
    "text", ["29-02-2019", "2018-13-01", "00-01-2018", "1-3-18", "2018/03/01", "1.3-2018", "43160"]
)
def test_what_is_no_date_is_refused(text: str, tmp_path: Path) -> None:
    """A day that the calendar lacks, or a form that nobody agreed on, is a problem and not a guess."""
    (problem,) = read_registrations([written(tmp_path, HEADER + f"{text};a;1\n")]).problems

    assert (problem.location.line, problem.location.column, problem.key) == (2, 1, "date")


def test_leap_days_are_days(tmp_path: Path) -> None:
    """29 February 2020 is a day, and 1900 was no leap year."""
    read = read_registrations([written(tmp_path, HEADER + "29-02-2020;a;1\n29-02-1900;a;1\n")])

    assert list(read.table.date) == [dt.date(2020, 2, 29)]
    assert places(read.problems) == [("dates-are-real", 3, 1)]


@pytest.mark.parametrize(
    ("content", "hours"),
    [
        ("7:24", 7.4),
        ("07:24", 7.4),
        ("0:01", 1 / 60),
        ("100:00", 100.0),
        ("7:24:36", 7.41),
        ("7:60", None),
        ("7.24", None),
        ("-7:24", None),
        (dt.time(7, 24), 7.4),
        (dt.timedelta(days=1, hours=6), 30.0),
        (7.4, None),
    ],
)
def test_hours_by_the_clock(content: Any, hours: float | None) -> None:
    """Hours, a colon and two digits of minutes; a workbook's times and durations are hours too."""
    assert hours_by_clock(content) == hours


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("JA", True), ("1", True), ("False", False), ("nej", False), ("0", False)],
)
def test_yes_and_no_in_two_languages(text: str, value: bool) -> None:
    """true, ja and 1 are yes; false, nej and 0 are no; capitals do not matter."""
    assert read_boolean(text) is value


@pytest.mark.parametrize("text", ["NA", "nan", "null", "None", "-", "0123", "Âge", "Château", "ÆØÅ"])
def test_texts_are_kept_as_they_are(text: str) -> None:
    """No text is taken for nothing, a number or a fault."""
    assert read_text(text) == text


def test_an_amount_is_never_a_guess(tmp_path: Path) -> None:
    """An amount with its unit, in parentheses or with a percent sign is a problem each."""
    amounts = ["500 kr.", "kr. 500", "500,-", "(500)", "5 %", "500-"]
    rows = "".join(f"2018-03-01;{amount}\n" for amount in amounts)

    read = read_expenses([written(tmp_path, "date;amount\n" + rows)])

    assert places(read.problems) == [("numbers-are-decimal", line, 2) for line in range(2, 8)]
    assert ["unit" in each.advice for each in read.problems] == [True, True, True, False, False, False]


def test_quotes_are_short_and_printable() -> None:
    """What a message quotes has 40 characters at most, and cannot steer the terminal."""
    assert quoted("a" * 41) == '"' + "a" * 39 + '…"'
    assert quoted("a" * 40) == '"' + "a" * 40 + '"'
    assert quoted("\x1b[31m\n") == r'"\x1b[31m\n"'


def test_typed_cells_are_written_as_seen() -> None:
    """A workbook's whole number has no decimals, and a day no time."""
    assert [as_text(each) for each in (12.0, 0.5, dt.date(2018, 3, 1), dt.datetime(2018, 3, 1))] == [  # noqa: DTZ001
        "12",
        "0.5",
        "2018-03-01",
        "2018-03-01",
    ]


def test_a_typed_midnight_is_its_day() -> None:
    """A workbook's date that comes with a time of midnight is the day."""
    read = date_reader("dd-mm-yyyy", stated=False, months=False)

    assert read(dt.datetime(2018, 3, 1)) == Period(dt.date(2018, 3, 1), by_month=False)  # noqa: DTZ001


def test_settling_needs_a_text_that_decides() -> None:
    """The reading that most texts allow alone wins; without one, the first text with two readings is in doubt."""
    readings = {order: lambda text, order=order: slashed_date(text, order) for order in ("dd-mm-yyyy", "mm-dd-yyyy")}

    assert settle(["1/2/2018", "1/13/2018", "1/14/2018", "13/1/2018"], readings) == ("mm-dd-yyyy", None)
    assert settle(["2/2/2018", "1/2/2018", "3/4/2018"], readings) == ("dd-mm-yyyy", "1/2/2018")
    assert settle(["2/2/2018", "x"], readings) == ("dd-mm-yyyy", None)
