"""Every row that is read is costed or set aside for a reason, by hand and for random tables."""

import datetime as dt
import math
import random
from dataclasses import replace
from pathlib import Path

import pytest
from quality_files import DROP, report, rows

import somcost
from somcost.analyse.quality.account import account_of

ROOT = Path(__file__).parents[3]
GAP = "window: {start: 2019-02-01, end: 2019-12-31, gaps: [{start: 2019-06-01, end: 2019-06-30, reason: ferie}]}"
ROWS = {"favrskov": 1_005, "holstebro": 5_835, "jammerbugt": 5_359, "koebenhavn": 7_184, "thisted": 1_376}


def test_rows_are_costed_or_set_aside_for_a_reason(tmp_path: Path) -> None:
    """15 rows of ten hours: January's two lie outside the window and June's one in the gap; 12 are costed."""
    time, expenses = report(tmp_path, window=GAP, more=DROP).account

    assert (time.rows, time.amount, time.costed_rows, time.costed_amount) == (15, 150, 12, 120)
    told = [(each.reason, each.rows, each.amount, [place.line for place in each.first]) for each in time.set_aside]
    assert told == [("outside_window", 2, 20, [2, 12]), ("inside_gap", 1, 10, [7])]
    assert (expenses.rows, expenses.costed_amount, expenses.set_aside) == (2, 5_000, ())


def test_a_factor_adds_no_hours_to_the_account(tmp_path: Path) -> None:
    """June's ten hours count as fifteen in the cost, and as ten in the account."""
    part = "part_months: [{month: 2019-06, registered_to: 2019-06-20, factor: 1.5, reason: sygdom}]"
    time = report(tmp_path, window=f"window: {{start: 2019-01-01, end: 2019-12-31, {part}}}").account[0]

    assert (time.amount, time.costed_amount) == (150, 150)


@pytest.mark.parametrize("name", ROWS)
def test_the_examples_account_holds(name: str) -> None:
    """Every row of the five examples is costed; the file's lines but its header are as many."""
    found = somcost.quality(somcost.assess(ROOT / "scenarios" / f"{name}.yaml")).account[0]
    lines = (ROOT / "examples" / name / "time_registrations.csv").read_text("utf-8").splitlines()

    assert found.rows == found.costed_rows == len(lines) - 1 == ROWS[name]
    assert found.set_aside == ()


@pytest.mark.parametrize("seed", range(40))
def test_hours_in_are_hours_costed_and_hours_set_aside(seed: int, tmp_path: Path) -> None:
    """Random rows, by day and by month, in and out of the window: rows and hours are those of the table."""
    chance = random.Random(seed)
    lines = ["2019-03-04,leder,1,m1"]
    for _ in range(chance.randrange(60)):
        date = dt.date(2018, 11, 1) + dt.timedelta(days=chance.randrange(500))
        dated = date.strftime("%Y-%m") if chance.random() < 0.2 else str(date)
        group, hours = chance.choice(["leder", "medarbejder", "par"]), chance.randrange(1, 300) / 100
        lines.append(f"{dated},{group},{hours},{chance.choice(['m1', 'm2', ''])}")
    found = report(tmp_path, time=rows(*lines), window=GAP, more=DROP).account[0]

    assert found.rows == len(lines) == found.costed_rows + sum(each.rows for each in found.set_aside)
    hours = math.fsum(float(line.split(",")[2]) for line in lines)
    assert found.costed_amount + math.fsum(each.amount for each in found.set_aside) == pytest.approx(hours, rel=1e-12)


def test_an_account_that_does_not_add_up_is_refused(tmp_path: Path) -> None:
    """A row that was read and is neither costed nor set aside is a fault of the program."""
    report(tmp_path)
    assessment = somcost.assess(tmp_path / "scenario.yaml")
    assert assessment.inputs.registrations is not None
    more = assessment.inputs.registrations.take([*range(15), 0])

    with pytest.raises(AssertionError, match="time_registrations: rows or amounts are lost"):
        account_of(replace(assessment, inputs=replace(assessment.inputs, registrations=more)))
