"""Outliers and duplicates, counted by hand."""

from pathlib import Path

from quality_files import report, rows

CASES = "date,job_group,hours,case"


def test_a_day_of_more_than_twelve_hours(tmp_path: Path) -> None:
    """7 + 6 hours on the fourth are 13; 12 on the fifth are not too many; employee 2 has 5 on the fourth."""
    lines = [
        "2019-01-04,leder,7,m17",
        "2019-01-04,leder,5,m4",
        "2019-01-04,medarbejder,6,m17",
        "2019-01-05,leder,12,m17",
    ]
    found = report(tmp_path, time=rows(*lines)).outliers

    assert [(each.number, each.when, each.hours, each.rows, each.first.line) for each in found.days.found] == [
        (1, "2019-01-04", 13, 2, 2)
    ]
    assert found.weeks.found == ()


def test_a_week_runs_from_monday_to_sunday(tmp_path: Path) -> None:
    """Six days of 10.5 hours are 63, from Monday 7 January 2019; from Tuesday to Monday they are 52.5 and 10.5."""
    monday = report(tmp_path, time=rows(*[f"2019-01-{day:02},leder,10.5,m17" for day in range(7, 13)])).outliers.weeks
    tuesday = [f"2019-01-{day:02},leder,10.5,m17" for day in (8, 9, 10, 11, 12, 14)]

    assert [(each.number, each.when, each.hours, each.rows) for each in monday.found] == [(1, "2019-W02", 63, 6)]
    assert report(tmp_path, time=rows(*tuesday)).outliers.weeks.found == ()


def test_without_employee_and_day_nothing_is_known_of_days(tmp_path: Path) -> None:
    """Where no row names an employee, or no row a day, it is said that nothing is known: not that nothing is found."""
    nameless = report(tmp_path, time=rows("2019-01-04,leder,14,", "2019-01-05,leder,25,")).outliers
    by_month = report(tmp_path, time=rows("2019-01,leder,100,m17")).outliers

    assert nameless.days.not_known == nameless.weeks.not_known == by_month.days.not_known == "no_employee_by_day"
    assert [(each.number, each.hours, each.first.line) for each in nameless.rows.found] == [(None, 25, 3)]
    assert by_month.rows.not_known == "every_row_names_employee"


def test_rows_that_do_not_say_who_are_counted(tmp_path: Path) -> None:
    """Of three rows one names no employee and one no day: two are left out of the days."""
    lines = ["2019-01-04,leder,5,m17", "2019-01-05,leder,5,", "2019-02,leder,5,m17"]

    assert report(tmp_path, time=rows(*lines)).outliers.days.not_judged_rows == 2


def test_a_case_of_twice_the_hours_is_unlike_the_others(tmp_path: Path) -> None:
    """Five cases of ten hours, the sixth of twice ten; of five cases none is told."""
    ten = [f"2019-01-0{number},leder,10,b{number}" for number in range(1, 7)]
    found = report(tmp_path, time=rows(*ten, "2019-02-01,leder,10,b6", header=CASES)).outliers.cases
    few = report(tmp_path, time=rows(*ten[:4], "2019-02-01,leder,40,b5", header=CASES)).outliers.cases

    assert found.usual == 10
    assert [(each.number, each.when, each.hours, each.rows, each.first.line) for each in found.found] == [
        (6, None, 20, 2, 7)
    ]
    assert (few.not_known, few.found) == ("too_few_cases", ())


def test_rows_alike_in_every_column(tmp_path: Path) -> None:
    """Three rows alike have two too many, of 4 hours in all; another activity or employee makes them others."""
    header = "date,job_group,hours,employee,activity"
    lines = [
        "2019-01-04,leder,2,m17,Samtale",
        "2019-01-04,leder,2,m17,Samtale",
        "2019-01-04,leder,2,m4,Samtale",
        "2019-01-04,leder,2,m17,Samtale",
        "2019-01-04,leder,2,m17,",
    ]
    expenses = "date,amount,category\n2019-02-01,300,Kørsel\n2019-02-01,300,Kørsel\n2019-02-01,300,\n"
    found = report(tmp_path, time=rows(*lines, header=header), expenses=expenses).duplicates

    told = [(each.table, each.rows, each.amount, [place.line for place in each.first]) for each in found.found]
    assert told == [("time_registrations", 3, 4, [2, 3, 5]), ("expenses", 2, 300, [2, 3])]
    assert (found.extra_rows, found.extra_hours, found.extra_expenses, found.extra_kr) == (2, 4, 1, 300)
    assert found.employees_known


def test_the_first_five_of_many_rows_are_named(tmp_path: Path) -> None:
    """Of eight rows alike five are named and eight counted, and nobody knows whether they are one person's."""
    found = report(tmp_path, time=rows(*["2019-01-04,leder,1,"] * 8)).duplicates

    assert [(each.rows, len(each.first)) for each in found.found] == [(8, 5)]
    assert not found.employees_known
