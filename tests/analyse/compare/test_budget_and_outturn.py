"""Hours, rate, mix and volume variance: a textbook case, a case by hand, and that they add up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost import Assessment, InputProblems, assess
from somcost.analyse.compare.variances import budget_variances
from somcost.cost.variances import hours_at_budgeted_mix, hours_variance, mix_variance, rate_variance
from somcost.pipeline import assess_plan

Changed = Callable[..., Assessment]
VOLUME = ("count: 12", "count: 15")


def outturn(changed: Changed, *more: tuple[str, str], hours: dict[str, float]) -> Assessment:
    """Other hours than the hand scenario's 100 of leder and 50 of medarbejder."""
    rows = "".join(f"2019-01-04,{group},{each}\n" for group, each in hours.items() if each)
    return changed(*more, time_csv="date,job_group,hours\n" + rows)


def test_mix_and_hours_of_a_textbook() -> None:
    """Skilled, semi-skilled and unskilled: mix 4,200 favourable, hours 5,800 adverse.

    Source: DCOM302 Management Accounting, unit 9, page 184:
    http://eslm.lpude.in/commerce/bcom/term_5/DCOM302_MANAGEMENT_ACCOUNTING/files/basic-html/page184.html
    """
    standard, actual, rates = (10_000, 8_000, 16_000), (9_000, 8_400, 20_000), (3.0, 1.5, 1.0)
    revised = [hours_at_budgeted_mix(each, all_hours=37_400, all_budgeted_hours=34_000) for each in standard]
    mix = [
        mix_variance(hours, hours_at_budgeted_mix=each, budgeted_rate=rate)
        for hours, each, rate in zip(actual, revised, rates, strict=True)
    ]
    hours = [
        hours_variance(each, flexed_hours=flexed, budgeted_rate=rate)
        for each, flexed, rate in zip(revised, standard, rates, strict=True)
    ]

    assert mix == pytest.approx([-6_000, -600, 2_400])
    assert hours == pytest.approx([3_000, 1_200, 1_600])


def test_rate_and_hours_of_another() -> None:
    """40,600 hours at 12.15 for 40,000 at 12.00: rate 6,090 and hours 7,200, both adverse.

    Source: Adams Company, https://www.bartleby.com/questions-and-answers/adams-companys-standard-labor-cost-of-
    producing-one-unit-of-product-dd-is-4.00-hours-at-the-rate-of-/e26ec36a-dc7a-411c-bc72-203140af9252
    """
    assert rate_variance(12.15, budgeted_rate=12.0, hours=40_600) == pytest.approx(6_090)
    assert hours_variance(40_600, flexed_hours=40_000, budgeted_rate=12) == 7_200


def test_all_four_by_hand(changed: Changed) -> None:
    """80 hours of leder at 420 for 100 at 400, 100 of medarbejder for 50 at 300, 15 citizens for 12."""
    came = outturn(
        changed,
        VOLUME,
        ("label: Leder, monthly_wage_cost: 40000", "label: Leder, monthly_wage_cost: 42000"),
        hours={"leder": 80, "medarbejder": 100},
    )
    found = budget_variances(changed(), came)

    expected = {
        "rate_variance": {"leder": 1_600, "medarbejder": 0},
        "mix_variance": {"leder": -16_000, "medarbejder": 12_000},
        "hours_variance": {"leder": -2_000, "medarbejder": -750},
        "volume_variance": {"leder": 10_000, "medarbejder": 3_750},
    }
    assert {name: found.by_job_group(name) for name in expected} == {
        name: pytest.approx(each, abs=1e-6) for name, each in expected.items()
    }
    assert found.difference == pytest.approx(63_600 - 55_000)
    assert sum(found.totals.values()) == pytest.approx(found.difference)
    assert found.volume == "participants_per_year"
    assert json.loads(json.dumps(found.as_dict()))["job_groups"][0]["job_group"] == "leder"


def test_windows_of_other_lengths_are_brought_to_a_year(changed: Changed) -> None:
    """The same hours in half the months are twice the hours a year; twelve in half a year are 24 citizens a year."""
    half = (("12-31}", "06-30}"), ("2019-12-31,2000", "2019-05-31,2000"))
    found = budget_variances(changed(), outturn(changed, *half, hours={"leder": 100, "medarbejder": 50}))

    assert found.totals == pytest.approx(
        {"hours_variance": 0, "rate_variance": 0, "mix_variance": 0, "volume_variance": 55_000}, abs=1e-6
    )


def test_a_job_group_that_was_not_budgeted_has_its_sets_rate(changed: Changed) -> None:
    """50 hours of par for 50 of medarbejder: 50 kr an hour more, all of it mix."""
    found = budget_variances(changed(), outturn(changed, hours={"leder": 100, "par": 50}))

    assert found.totals == pytest.approx(
        {"hours_variance": 0, "rate_variance": 0, "mix_variance": 2_500, "volume_variance": 0}, abs=1e-6
    )


def test_full_time_staff_has_variances_too(changed: Changed) -> None:
    """Staff alone: a leader is 1,500 hours a year; two of them, stated for half of it, are 600,000 kr of hours more."""
    staff = "full_time_staff: [{start: 2019-01-01, end: 2019-%s, job_group: leder, fte: %s}]\n"
    pair = [changed(("time_registrations: time.csv\n", staff % each)) for each in (("12-31", 1), ("06-30", 2))]
    found = budget_variances(pair[0], pair[1])

    assert found.totals["hours_variance"] == pytest.approx(600_000)
    assert found.difference == pytest.approx(600_000)


def test_price_levels_are_brought_together(changed: Changed) -> None:
    """The same kroner an hour in 2020 are 1.5 percent less than those of 2019 in prices of 2020; else it is refused."""
    later = changed(("price_level: 2019", "price_level: 2020"))

    assert budget_variances(changed(), later, price_level=2020).totals["rate_variance"] == pytest.approx(-825)
    with pytest.raises(InputProblems, match="compared-amounts-share-a-price-level"):
        budget_variances(changed(), later)


hours = st.fixed_dictionaries(
    {"leder": st.integers(1, 300), "medarbejder": st.integers(0, 300), "par": st.integers(0, 300)}
)


@given(before=hours, after=hours, count=st.integers(1, 40), wage=st.sampled_from(["40000", "44000"]))
@settings(max_examples=20, deadline=None)
def test_the_four_add_up_to_the_difference_in_wage_cost(
    changed: Changed, before: dict[str, float], after: dict[str, float], count: int, wage: str
) -> None:
    """Whatever the hours, in every job group and in all; the difference is that of the runs."""
    budget = outturn(changed, hours=before)
    came = outturn(
        changed,
        ("count: 12", f"count: {count}"),
        ("monthly_wage_cost: 40000", f"monthly_wage_cost: {wage}"),
        hours=after,
    )
    found = budget_variances(budget, came)
    costs = [each.as_dict()["results"]["wage_cost"] for each in (budget, came)]

    assert found.difference == pytest.approx(costs[1] - costs[0], abs=1e-6)
    assert sum(found.totals.values()) == pytest.approx(found.difference, abs=1e-6)
    for row in found.as_dict()["job_groups"]:
        parts = [row[name] for name in found.totals]
        assert sum(parts) == pytest.approx(row["wage_cost"] - row["budgeted_wage_cost"], abs=1e-6)


def test_courses_and_uncounted_citizens_are_refused() -> None:
    """The hours of courses are not those of a year; København and Jammerbugt count the enrolled alike."""
    favrskov, jammerbugt, koebenhavn = (
        assess(f"scenarios/{name}.yaml") for name in ("favrskov", "jammerbugt", "koebenhavn")
    )

    with pytest.raises(InputProblems, match="variances-have-hours-and-citizens"):
        budget_variances(favrskov, jammerbugt)
    assert budget_variances(jammerbugt, koebenhavn).volume == "enrolled_per_year"


PLAN = """
schema: somcost/plan@1
id: budget
title: Budget
assumptions: ./hand.yaml
intervention: {horizon: 3}
participants: {per_team: 10}
lines:
  talks: {label: A, category: operation, driver: participant, timing: once, job_group: leder, hours: 8}
  rest: {label: B, category: operation, driver: team, timing: yearly, job_group: medarbejder, hours: 60}
  start: {label: C, category: preparation, driver: team, timing: once, job_group: leder, hours: 40}
"""


def test_a_plan_is_a_budget(tmp_path: Path) -> None:
    """80 hours of leder at 400 and 60 of medarbejder at 300 for ten citizens; 100 and 50 came, for twelve citizens.

    For twelve the budget is 96 and 72 hours, 168; 150 came, in the budget's mix 85 5/7 and 64 2/7.
    Hours (85 5/7 − 96) × 400 + (64 2/7 − 72) × 300; mix 14 2/7 × 400 − 14 2/7 × 300; volume 16 × 400 + 12 × 300.
    What is prepared before the start is no part of a year.
    """
    outturn = assess(write_hand_scenario(tmp_path))
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    found = budget_variances(assess_plan(tmp_path / "plan.yaml"), outturn)
    hours = (600 / 7 - 96) * 400 + (450 / 7 - 72) * 300

    assert found.volume == "participants_per_year"
    assert found.by_job_group("budgeted_hours") == {"leder": 80, "medarbejder": 60}
    assert found.totals == pytest.approx(
        {"hours_variance": hours, "rate_variance": 0, "mix_variance": 10_000 / 7, "volume_variance": 10_000}
    )
    assert found.difference == pytest.approx(100 * 400 + 50 * 300 - 80 * 400 - 60 * 300)


def test_an_outturn_is_registered(tmp_path: Path) -> None:
    """A plan stands first; what came cannot be planned."""
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    outturn = assess(write_hand_scenario(tmp_path))

    with pytest.raises(InputProblems, match="variances-are-of-registrations"):
        budget_variances(outturn, assess_plan(tmp_path / "plan.yaml"))
