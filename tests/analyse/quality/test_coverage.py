"""Coverage, months far from the others, stops and late starts, counted by hand."""

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest
from quality_files import DROP, report, rows

import somcost

ROOT = Path(__file__).parents[3]
GAP = "window: {start: 2019-01-01, end: 2019-12-31, gaps: [{start: 2019-06-01, end: 2019-07-15, reason: ferie}]}"
DAYS = {month: monthrange(2019, month)[1] for month in range(1, 13)}


def one_a_day(others: Mapping[int, float], *, group: str = "leder") -> list[str]:
    """Give an hour a day in each month of 2019, a row a month; other hours where they are given."""
    hours = {month: float(days) for month, days in DAYS.items()} | dict(others)
    return [f"2019-{month:02}-02,{group},{hours[month]}," for month in hours if hours[month]]


def monthly(group: str, months: range, employee: str = "m17") -> list[str]:
    """Give ten hours of a job group in each of the months."""
    return [f"2019-{month:02}-05,{group},10,{employee}" for month in months]


def test_hours_stand_by_month_and_job_group(tmp_path: Path) -> None:
    """In March ten hours of each group, in November none at all; June is a gap, of July the days after the 15th."""
    found = report(tmp_path, window=GAP, more=DROP).coverage

    assert found is not None
    assert found.job_groups == ("leder", "medarbejder")
    months = {each.month: (each.observed_days, each.days, each.hours, each.total) for each in found.months}
    assert months["2019-03"] == (31, 31, (10, 10), 20)
    assert months["2019-06"] == (0, 30, (None, None), None)
    assert months["2019-07"] == (16, 31, (None, None), None)
    assert months["2019-08"] == (31, 31, (10, None), 10)
    assert months["2019-11"] == (30, 30, (None, None), None)


@pytest.mark.parametrize("name", ["jammerbugt", "koebenhavn", "thisted", "holstebro", "favrskov"])
def test_examples_hours_are_those_of_the_file(name: str) -> None:
    """Every month's hours of every group are the sum of its rows in the file, before any factor."""
    path = ROOT / "examples" / name / "time_registrations.csv"
    text = path.read_text("utf-8")
    expected: defaultdict[tuple[str, str], float] = defaultdict(float)
    for row in csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","):
        expected[row["date"][:7], row["job_group"]] += float(row["hours"].replace(",", "."))
    found = somcost.quality(somcost.assess(ROOT / "scenarios" / f"{name}.yaml")).coverage

    assert found is not None
    hours = {
        (month.month, group): hours
        for month in found.months
        for group, hours in zip(found.job_groups, month.hours, strict=True)
        if hours is not None
    }
    assert hours == pytest.approx(dict(expected))


def test_a_month_of_twice_the_hours_is_far(tmp_path: Path) -> None:
    """An hour a day, in March two: 62 hours in 31 days against a median of 1."""
    found = report(tmp_path, time=rows(*one_a_day({3: 62}))).far_months

    assert [(each.month, each.job_group, each.hours_per_day, each.usual) for each in found.found] == [
        ("2019-03", None, 2, 1)
    ]


def test_a_job_group_is_held_against_its_own_months(tmp_path: Path) -> None:
    """Ten hours a day of one group hide the other's double month in the total: 11 to 12 is 9 % off."""
    leader = one_a_day({month: 10.0 * days for month, days in DAYS.items()}, group="leder")
    time = rows(*leader, *one_a_day({3: 62}, group="medarbejder"))
    found = report(tmp_path, time=time).far_months.found

    assert [(each.month, each.job_group) for each in found] == [("2019-03", "medarbejder")]


@pytest.mark.parametrize(("factor", "hours"), [(", factor: 1.5", 20), ("", 20)])
def test_a_part_month_is_no_low_month(tmp_path: Path, factor: str, hours: float) -> None:
    """Twenty hours in June's first twenty days: × 1.5 over 30 days, or over 20 days, are one a day."""
    part = f"part_months: [{{month: 2019-06, registered_to: 2019-06-20{factor}, reason: sygdom}}]"
    window = f"window: {{start: 2019-01-01, end: 2019-12-31, {part}}}"

    assert report(tmp_path, time=rows(*one_a_day({6: hours})), window=window).far_months.found == ()


def test_six_observed_days_are_no_month(tmp_path: Path) -> None:
    """A window's first six days without an hour are not held against the months; its first seven are."""
    few = [line for line in one_a_day({}) if not line.startswith("2019-01")]
    window = "window: {{start: 2019-01-{}, end: 2019-12-31}}"
    six = report(tmp_path, time=rows(*few), window=window.format(26)).far_months
    seven = report(tmp_path, time=rows(*few), window=window.format(25)).far_months

    assert six.found == ()
    assert [(each.month, each.hours_per_day) for each in seven.found] == [("2019-01", 0)]


def test_too_few_months_are_not_judged(tmp_path: Path) -> None:
    """Of five months none is told to be far."""
    time = rows(*one_a_day({2: 90.0})[:5])
    found = report(tmp_path, time=time, window="window: {start: 2019-01-01, end: 2019-05-31}", more=DROP).far_months

    assert (found.not_judged, found.found) == ("too_few_months", ())


def test_who_is_silent_at_the_end_has_stopped(tmp_path: Path) -> None:
    """The leader, employee 1, has hours to October and none in the last two months; the others go on."""
    lines = [*monthly("leder", range(1, 11)), *monthly("medarbejder", range(1, 13), "m4")]
    found = report(tmp_path, time=rows(*lines)).stops

    assert [(each.end, each.job_group, each.employee, each.month, each.silent_months) for each in found.found] == [
        ("stop", "leder", None, "2019-10", 2),
        ("stop", None, 1, "2019-10", 2),
    ]


def test_who_is_silent_at_first_started_late(tmp_path: Path) -> None:
    """The leader begins in April, three months after the others."""
    lines = [*monthly("leder", range(4, 13)), *monthly("medarbejder", range(1, 13), "m4")]
    found = report(tmp_path, time=rows(*lines)).stops.found

    assert [(each.end, each.month, each.silent_months) for each in found if each.job_group] == [
        ("late_start", "2019-04", 3)
    ]


@pytest.mark.parametrize(
    "leader",
    [range(1, 12), range(1, 11, 3), range(1, 3), range(0)],
    ids=["one silent month", "now and then", "two months", "never"],
)
def test_no_stop_without_steady_months_and_two_silent(tmp_path: Path, leader: range) -> None:
    """One silent month, hours in four of ten months, or in two alone are no stop."""
    lines = [f"2019-{month:02}-05,leder,10," for month in leader]
    lines += [f"2019-{month:02}-05,medarbejder,10," for month in range(1, 13)]

    assert report(tmp_path, time=rows(*lines)).stops.found == ()


def test_months_without_anybodys_hours_are_no_part_of_a_stop(tmp_path: Path) -> None:
    """The other stops in May and the leader in October, after which there is nobody: five months, and none."""
    found = report(tmp_path).stops.found

    assert [(each.job_group, each.month, each.silent_months) for each in found if each.job_group] == [
        ("medarbejder", "2019-05", 5)
    ]


def test_when_all_are_silent_nobody_has_stopped(tmp_path: Path) -> None:
    """In November and December nobody registers: that is no employee's stop."""
    lines = [*monthly("leder", range(1, 11)), *monthly("medarbejder", range(1, 11), "m4")]

    assert report(tmp_path, time=rows(*lines)).stops.found == ()


def test_group_courses_are_not_held_against_months() -> None:
    """Courses come and go: neither months nor stops are judged, and that is said."""
    found = somcost.quality(somcost.assess(ROOT / "scenarios" / "favrskov.yaml"))

    assert (found.far_months.not_judged, found.stops.not_judged) == ("group_courses", "group_courses")
