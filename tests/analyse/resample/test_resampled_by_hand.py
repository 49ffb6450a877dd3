"""Few months, courses, sites and citizens that a pocket calculator can follow; an hour of a leder costs 400 kr."""

from pathlib import Path

import numpy as np
import pytest
from hand_scenario import ASSUMPTIONS

from somcost import Assessment, assess
from somcost.analyse.resample.resample import resample
from somcost.analyse.resample.weighted import Over, WeightedCosting
from somcost.cost.evaluate import Array

ANNUAL, EACH = "annual_operating_cost", "cost_per_participant"
SCENARIO = """\
schema: somcost/scenario@1
id: few
title: Få måneder
origin: illustrative
assumptions: hand.yaml
time_registrations: time.csv
"""
MONTHS = "window: {start: 2019-01-01, end: 2019-04-30}\n"
COUNT = "participants: {count: 12, months_each: 4}\n"
LIST = "participants: {path: citizens.csv}\n"
TIME = "date,job_group,hours,site\n" + "".join(
    f"2019-{month:02}-04,leder,{10 * month},{site}\n" for month, site in enumerate("NNSS", start=1)
)
CITIZENS = """\
id,start,end,status,site
1,2019-01-01,2019-01-31,completed,N
2,2019-01-01,2019-02-28,discharged,S
3,2019-02-01,2019-04-30,,S
4,2018-10-01,2018-11-30,completed,N
"""


SETTINGS = "settings: {fewest_citizens: 1}\n"


def few(folder: Path, more: str, *, time: str = TIME, citizens: str = CITIZENS) -> Assessment:
    """Assess 10, 20, 30 and 40 hours in four months: 4,000, 8,000, 12,000 and 16,000 kr."""
    files = {
        "hand.yaml": ASSUMPTIONS,
        "time.csv": time,
        "citizens.csv": citizens,
        "scenario.yaml": SCENARIO + SETTINGS + more,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return assess(folder / "scenario.yaml")


def weigh(assessment: Assessment, over: Over, weights: list[list[float]], *results: str) -> dict[str, Array]:
    """Give results with the units weighted, one row of weights a draw."""
    return WeightedCosting(assessment, over).at([np.array(weights).T], results)


def test_four_months_one_by_one(tmp_path: Path) -> None:
    """Mean 10,000 a month, s² = 80/3 million: the year's 120,000 has the standard error 12 × √(20/3) thousand."""
    found = resample(few(tmp_path, MONTHS + COUNT), block=1, draws=20_000)
    annual, each = found.results[ANNUAL], found.results[EACH]

    assert annual.value == pytest.approx(120_000)
    assert annual.jackknife is not None
    assert annual.interval is not None
    assert annual.jackknife.standard_error == pytest.approx(12_000 * np.sqrt(20 / 3))
    assert annual.jackknife.bias == pytest.approx(0, abs=1e-6)
    assert annual.jackknife.acceleration == pytest.approx(0, abs=1e-9)
    assert annual.interval.standard_error == pytest.approx(12_000 * np.sqrt(5), rel=0.02)
    # of the 256 equal outcomes of the mean, 15 lie at or under 6,000 and 5 under it; 5 % of them are 12.8
    assert annual.interval.percentile == pytest.approx((72_000, 168_000))
    assert each.value == pytest.approx(120_000 / 36)
    assert each.low == pytest.approx((annual.low or 0) / 36)


def test_four_months_in_pairs(tmp_path: Path) -> None:
    """Pairs cost 12, 20, 28 and 20 thousand; two of them drawn have the mean's standard deviation 2,000 kr."""
    found = resample(few(tmp_path, MONTHS + COUNT), block=2, draws=20_000).results[ANNUAL]

    assert found.interval is not None
    assert found.jackknife is not None
    assert found.interval.standard_error == pytest.approx(12 * 2_000, rel=0.02)
    assert found.jackknife.standard_error == pytest.approx(12_000 * np.sqrt(8))


def test_one_block_of_all_months_does_not_vary(tmp_path: Path) -> None:
    """The interval is the point, and it says so."""
    found = resample(few(tmp_path, MONTHS + COUNT), block=4, draws=500).results[ANNUAL]

    assert (found.low, found.high) == (found.value, found.value)
    assert "same figure" in found.note
    assert found.jackknife is None


def test_cost_and_observed_days_of_a_month_move_together(tmp_path: Path) -> None:
    """March was observed for 10 of 31 days: February twice and no March is 36,000 kr in four months."""
    window = MONTHS.replace("}", ", gaps: [{start: 2019-03-11, end: 2019-03-31, reason: pause}]}")
    found = weigh(few(tmp_path, window + COUNT), "months", [[1, 1, 1, 1], [1, 2, 0, 1], [0, 0, 4, 0]], ANNUAL)

    assert found[ANNUAL] == pytest.approx([12 * 40_000 / (3 + 10 / 31), 12 * 36_000 / 4, 12 * 12_000 / (10 / 31)])


def test_a_month_in_a_gap_takes_no_part(tmp_path: Path) -> None:
    """Of four months the third was not observed; a month without a registration is one of those that were."""
    window = (
        "window: {start: 2019-01-01, end: 2019-05-31, gaps: [{start: 2019-03-01, end: 2019-03-31, reason: pause}]}\n"
    )
    costing = WeightedCosting(few(tmp_path, window + COUNT, time=TIME.replace("2019-03", "2019-05")), "months")

    assert costing.units.members == ("2019-01", "2019-02", "2019-04", "2019-05")
    found = costing.at([np.array([[1.0], [1], [0], [2]])], [ANNUAL])
    assert found[ANNUAL] == pytest.approx([12 * (4_000 + 8_000 + 24_000) / 4])


def test_a_scaled_month_stays_scaled(tmp_path: Path) -> None:
    """April × 1.30 and whole: drawn four times it is 20,800 kr a month, also where sites are drawn."""
    window = (
        "window:\n  start: 2019-01-01\n  end: 2019-04-30\n"
        "  part_months: [{month: 2019-04, registered_to: 2019-04-20, factor: 1.30, reason: ferie}]\n"
    )
    assessment = few(tmp_path, window + COUNT)

    assert weigh(assessment, "months", [[0, 0, 0, 4]], ANNUAL)[ANNUAL] == pytest.approx([12 * 20_800])
    assert weigh(assessment, "sites", [[0, 2]], ANNUAL)[ANNUAL] == pytest.approx([3 * 2 * (12_000 + 20_800)])


def test_full_time_staff_follows_the_months(tmp_path: Path) -> None:
    """One employee in January, two in February: 125 hours a month and employee at 400 kr."""
    more = (
        "window: {start: 2019-01-01, end: 2019-02-28}\nparticipants: {count: 12}\nfull_time_staff:\n"
        "  - {start: 2019-01, end: 2019-01, job_group: leder, fte: 1}\n"
        "  - {start: 2019-02, end: 2019-02, job_group: leder, fte: 2}\n"
    )
    few(tmp_path, MONTHS + COUNT)
    text = (SCENARIO + more).replace("time_registrations: time.csv\n", "")
    (tmp_path / "scenario.yaml").write_text(text, encoding="utf-8")
    found = weigh(assess(tmp_path / "scenario.yaml"), "months", [[1, 1], [2, 0], [0, 2]], ANNUAL)

    assert found[ANNUAL] == pytest.approx([12 * 75_000, 12 * 50_000, 12 * 100_000])


def test_months_spent_follow_the_months_drawn(tmp_path: Path) -> None:
    """In January two citizens, in February two, then one a month: months 1, 1, 3 and 3 are 32,000 kr for 6."""
    found = weigh(
        few(tmp_path, MONTHS + LIST), "months", [[1, 1, 1, 1], [2, 0, 2, 0]], "cost_per_month_in_intervention"
    )

    assert found["cost_per_month_in_intervention"] == pytest.approx([40_000 / 6, 32_000 / 6])


def test_citizens_drawn_change_number_and_length_not_cost(tmp_path: Path) -> None:
    """Three were in the four months, 1, 2 and 3 months; the fourth, of 2018, is counted nowhere."""
    assessment = few(tmp_path, MONTHS + LIST)
    costing = WeightedCosting(assessment, "citizens")
    names = (ANNUAL, EACH, "months_each", "cost_per_month_in_intervention", "cost_per_enrolled", "cost_per_completed")
    found = weigh(assessment, "citizens", [[1, 1, 1], [0, 0, 2], [3, 1, 0], [0, 0, 0]], *names)

    assert costing.units.members == ("1", "2", "3")
    assert found[ANNUAL] == pytest.approx([120_000] * 4)
    assert found[EACH][:3] == pytest.approx([120_000 / 9, 120_000 / 6, 120_000 / 12])
    assert found["months_each"][:3] == pytest.approx([2, 3, 1.25])
    assert found["cost_per_month_in_intervention"][:3] == pytest.approx([40_000 / 6, 40_000 / 6, 40_000 / 5])
    assert found["cost_per_enrolled"][:3] == pytest.approx([120_000 / 3, 120_000 / 2, 120_000 / 4])
    assert found["cost_per_completed"][[0, 2]] == pytest.approx([120_000, 120_000 / 3])
    assert np.isnan([found[name][3] for name in names[1:]]).all()


def test_a_site_is_its_cost_and_its_citizens(tmp_path: Path) -> None:
    """N: 12,000 kr and one citizen; S: 28,000 kr and two."""
    names = (ANNUAL, EACH, "participants_per_year")
    found = weigh(few(tmp_path, MONTHS + LIST), "sites", [[1, 1], [2, 0], [0, 2]], *names)

    assert found[ANNUAL] == pytest.approx([120_000, 72_000, 168_000])
    assert found["participants_per_year"] == pytest.approx([9, 6, 12])
    assert found[EACH] == pytest.approx([120_000 / 9, 12_000, 14_000])


def test_what_belongs_to_no_site_stays_and_is_said(tmp_path: Path) -> None:
    """January's ten hours and one citizen."""
    assessment = few(
        tmp_path,
        MONTHS + LIST,
        time=TIME.replace("10,N", "10,"),
        citizens=CITIZENS.replace("completed,N", "completed,"),
    )
    found = weigh(assessment, "sites", [[2, 0]], ANNUAL)

    assert found[ANNUAL] == pytest.approx([3 * (4_000 + 16_000)])
    assert resample(assessment, over="sites", draws=100).notes == (
        "10 hours belong to no site and stay as they are",
        "2 citizens belong to no site and stay as they are",
    )


def test_without_citizens_by_site_nothing_is_said_of_the_cost_each(tmp_path: Path) -> None:
    """The annual cost has its interval; how the twelve spread over the sites is not known."""
    found = resample(few(tmp_path, MONTHS + COUNT), over="sites", draws=500).results

    assert found[ANNUAL].low is not None
    assert found[EACH].value == pytest.approx(120_000 / 36)
    assert found[EACH].interval is None
    assert "citizens.csv" in found[EACH].note
