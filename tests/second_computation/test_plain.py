"""The second computation against figures that a pocket calculator gives and the 2020 report printed."""

from datetime import date
from typing import Any

import pytest
from second_computation.plain import empty_assessment, plain_result
from second_computation.plain_calendar import count_of_months, observed_days, window_days
from second_computation.plain_ledger import annual_wage_cost, hourly_rate, start_up_cost

MONTHLY = {
    "psykolog": 46411,
    "sundhedsplejerske": 40945,
    "paedagog": 35509,
    "socialraadgiver": 37592,
    "ergoterapeut": 37990,
    "leder_socialraadgiver": 53466,
}
PAUSES = {
    "illness": [(date(2018, 6, 1), date(2018, 8, 31)), (date(2018, 11, 1), date(2018, 12, 31))],
    "agreed": [(date(2018, 9, 1), date(2018, 12, 31))],
}


def published(start: date = date(2018, 3, 1), end: date = date(2019, 9, 30)) -> dict[str, Any]:
    """An assessment with the wages of Table 10-7 and nothing registered."""
    assessment = empty_assessment(start, end)
    assessment["job_groups"] = {name: {"monthly_wage_cost": wage} for name, wage in MONTHLY.items()}
    members = ["paedagog", "sundhedsplejerske", "socialraadgiver"]
    assessment["job_groups"]["familieterapeut"] = {"mean_of": members}
    return assessment


def registration(day: date, hours: float, **words: object) -> dict[str, Any]:
    """A psychologist's registration."""
    empty = {"phase": None, "activity": None, "with_citizen": None, "course": None}
    return {"date": day, "job_group": "psykolog", "hours": hours, **empty, **words}


def expense(day: date, amount: float, **words: object) -> dict[str, Any]:
    """An expense."""
    return {"date": day, "amount": amount, "phase": None, "course": None, **words}


def test_each_hourly_rate_is_the_published_one() -> None:
    """Table 10-7: 12 × wage × 1.2 / 1,418, to the øre as docs/method.md 1 has them."""
    assessment = published()
    rates = [round(hourly_rate(assessment, name), 2) for name in MONTHLY]

    assert rates == [471.31, 415.80, 360.60, 381.75, 385.79, 542.96]


def test_composite_group_is_the_plain_mean_of_wages() -> None:
    """A family therapist's month is (35,509 + 40,945 + 37,592) / 3 = 38,015.33 kr."""
    assert annual_wage_cost(published(), "familieterapeut") / 12 == pytest.approx(114_046 / 3)


@pytest.mark.parametrize(
    ("wage", "annual"),
    [
        ({"annual_wage_cost": 480_000}, 480_000),
        ({"hourly_wage_cost": 200, "hour_basis": "effective"}, 283_600),
        ({"hourly_wage_cost": 200, "hour_basis": "paid"}, 384_800),
    ],
)
def test_wage_bases_meet_in_a_year(wage: dict[str, Any], annual: float) -> None:
    """200 kr an hour is 283,600 a year on 1,418 hours and 384,800 on 1,924."""
    assessment = published()
    assessment["job_groups"]["psykolog"] = wage

    assert annual_wage_cost(assessment, "psykolog") == annual


def test_override_replaces_the_set() -> None:
    """An overhead of 15 % and a wage of 50,000 give 12 × 50,000 × 1.15 / 1,418 = 486.60 an hour."""
    assessment = published()
    assessment["overrides"] = {"parameters.overhead": 0.15, "job_groups.psykolog.monthly_wage_cost": 50_000}

    assert round(hourly_rate(assessment, "psykolog"), 2) == 486.60


@pytest.mark.parametrize(("pause", "months"), [("illness", 14), ("agreed", 15)])
def test_gaps_leave_the_published_months(pause: str, months: int) -> None:
    """Nineteen months less three and two are Jammerbugt's 14; less four, København's 15."""
    window = published()["window"]
    window["gaps"] = PAUSES[pause]

    assert count_of_months(window_days(window)) == pytest.approx(19)
    assert count_of_months(observed_days(window)) == pytest.approx(months)


def test_gap_in_mid_month_counts_days() -> None:
    """A gap from 16 April to 10 May leaves 15/30 of April and 21/31 of May."""
    window = published(date(2018, 4, 1), date(2018, 5, 31))["window"]
    window["gaps"] = [(date(2018, 4, 16), date(2018, 5, 10))]

    assert count_of_months(observed_days(window)) == pytest.approx(15 / 30 + 21 / 31)


@pytest.mark.parametrize(("factor", "months", "cost"), [(1.3, 15, 6_130), (None, 14 + 20 / 30, 4_900)])
def test_part_month_is_scaled_or_counted_by_days(factor: float | None, months: float, cost: float) -> None:
    """København's June 2018 to the 20th: × 1.30 on hours and expenses and a whole month, or 20 days of 30 unscaled."""
    assessment = published()
    assessment["job_groups"]["psykolog"] = {"annual_wage_cost": 1418 * 100 / 1.2}
    assessment["window"]["gaps"] = PAUSES["agreed"]
    part = {"month": "2018-06", "registered_to": date(2018, 6, 20), "factor": factor}
    assessment["window"]["part_months"] = [part]
    june, may = date(2018, 6, 12), date(2018, 5, 2)
    assessment["time_registrations"] = [registration(june, 40), registration(may, 8)]
    assessment["expenses"] = [expense(june, 100)]
    found = plain_result(assessment)

    assert found["results"]["observed_months"] == pytest.approx(months)
    assert found["results"]["collected_cost"] == pytest.approx(cost)
    assert [row["hours"] for row in found["months"] if row["hours"]] == [8, 40]


@pytest.mark.parametrize(("families", "per_year"), [(12, 7.58), (9, 5.68)])
def test_participants_per_year_count_the_gaps(families: int, per_year: float) -> None:
    """Twelve families in 19 months are 7.58 a year, nine are 5.68 (Table 10-8), whatever the gaps."""
    assessment = published()
    assessment["window"]["gaps"] = PAUSES["illness"]
    assessment["participants"] = {"count": families}
    assessment["time_registrations"] = [registration(date(2018, 3, 5), 7)]

    assert round(plain_result(assessment)["results"]["participants_per_year"], 2) == per_year


def test_enrolled_and_discharged_are_means_of_years() -> None:
    """København: (46 + 52) / 2 = 49 and (47 + 34) / 2 = 40.5, never 41."""
    assessment = published()
    assessment["participants"] = {"enrolled": {2018: 46, 2019: 52}, "discharged": {2018: 47, 2019: 34}}
    assessment["time_registrations"] = [registration(date(2018, 3, 5), 7)]
    found = plain_result(assessment)["results"]

    assert found["annual_operating_cost"] / found["cost_per_enrolled"] == pytest.approx(49)
    assert found["annual_operating_cost"] / found["cost_per_discharged"] == pytest.approx(40.5)
    assert found["cost_per_participant"] is None


def test_holstebro_start_up() -> None:
    """Fees of 4 × 48,975 and 4 × 5,950 and 92 days of 7.4 hours are 486,266, published 486,000 (docs/method.md 8)."""
    assessment = published()
    training = [
        {"job_group": "sundhedsplejerske", "persons": 2, "days": 21, "fee_each": 48_975 + 5_950},
        {"job_group": "paedagog", "persons": 1, "days": 25, "fee_each": 48_975 + 5_950},
        {"job_group": "socialraadgiver", "persons": 1, "days": 25, "fee_each": 48_975 + 5_950},
    ]
    assessment["start_up"] = {"training": training, "expenses": []}
    found = start_up_cost(assessment)

    assert found is not None
    assert round(found) == 486_266


def test_listed_citizens_give_months_and_person_years() -> None:
    """One citizen from 16 April on and one of ten days in May, in a window of April and May without a gap."""
    assessment = published(date(2018, 4, 1), date(2018, 5, 31))
    assessment["participants"] = {
        "citizens": [
            {"id": "a", "start": date(2018, 4, 16), "end": None},
            {"id": "b", "start": date(2018, 5, 1), "end": date(2018, 5, 10)},
            {"id": "c", "start": date(2018, 1, 1), "end": date(2018, 3, 31)},
        ]
    }
    assessment["time_registrations"] = [registration(date(2018, 4, 2), 10)]
    found = plain_result(assessment)["results"]
    cost = 10 * hourly_rate(assessment, "psykolog")

    assert found["participants_per_year"] == pytest.approx(2 * 12 / 2)
    assert found["months_each"] == pytest.approx((1.5 + 10 / 31) / 2)
    assert found["cost_per_month_in_intervention"] == pytest.approx(cost / (1.5 + 10 / 31))
    assert found["cost_per_person_year"] == pytest.approx(cost / ((46 + 10) / 365.25))
    assert found["cost_per_enrolled"] == pytest.approx(found["annual_operating_cost"] / 3)
    assert found["cost_per_completed"] is None


def test_both_estimators_of_group_courses() -> None:
    """Courses of 4 and 8 at 40,000 and 120,000 kr: (10,000 + 15,000) / 2 against 80,000 / 6, 2.5 a year 200,000."""
    assessment = published()
    courses = [{"id": "a", "participants": 4}, {"id": "b", "participants": 8}]
    assessment["courses"] = {"list": courses, "per_year": 2.5, "headline": "mean_of_ratios"}
    assessment["time_registrations"] = []
    day = date(2018, 4, 2)
    assessment["expenses"] = [expense(day, 40_000, course="a"), expense(day, 120_000, course="b")]
    assessment["sensitivity"] = {"course_size": [8]}
    assessment["cost_behaviour"] = [{"match": {"kind": "expense"}, "behaves": "variable"}]
    found = plain_result(assessment)

    assert found["results"]["annual_operating_cost"] == 200_000
    assert found["results"]["cost_per_participant"] == 12_500
    assert found["results"]["cost_per_participant_ratio_of_means"] == pytest.approx(80_000 / 6)
    assert found["sensitivity"]["course_size"][0]["cost_per_course"] == 100_000


def test_full_time_month_is_a_twelfth_of_the_norm() -> None:
    """Two psychologists for three months of 2018 cost 2 × 12 × 46,411 × 1.2 a year, beside what was registered."""
    assessment = published()
    staff = {"start": date(2018, 4, 1), "end": date(2018, 6, 30), "job_group": "psykolog", "fte": 2}
    assessment["full_time_staff"] = [staff]
    assessment["time_registrations"] = [registration(date(2018, 4, 2), 10)]
    assessment["sensitivity"] = {"wages": [0.1]}
    found = plain_result(assessment)["variants"]["full_time"]

    assert found["annual_operating_cost"] == pytest.approx(2 * 12 * 46_411 * 1.2)
    assert found["sensitivity"]["wages"][0]["annual_operating_cost"] == pytest.approx(2.2 * 12 * 46_411 * 1.2)
    assert found["collected_cost"] is None


def test_participants_move_variable_lines_only() -> None:
    """Twice the participants double the wages, not the other expenses, nor a phase that the scenario calls fixed."""
    assessment = published(date(2018, 1, 1), date(2018, 12, 31))
    assessment["job_groups"]["psykolog"] = {"annual_wage_cost": 1418 * 100 / 1.2}
    assessment["participants"] = {"count": 6, "months_each": 5}
    day = date(2018, 4, 2)
    assessment["time_registrations"] = [registration(day, 30), registration(day, 10, phase="møder")]
    assessment["expenses"] = [expense(day, 500)]
    assessment["cost_behaviour"] = [{"match": {"kind": "wage", "phase": ["møder"]}, "behaves": "fixed"}]
    assessment["sensitivity"] = {"participants": [12], "wages": [0.1]}
    found = plain_result(assessment)["sensitivity"]

    assert found["participants"][0]["annual_operating_cost"] == pytest.approx(6_000 + 1_000 + 500)
    assert found["participants"][0]["cost_per_participant_month"] == pytest.approx(7_500 / 12 / 5)
    assert found["wages"][0]["annual_operating_cost"] == pytest.approx(4_400 + 500)


def test_sub_period_keeps_the_participants_of_the_whole_window() -> None:
    """2019 alone has its own nine months and its own cost, and the window's participants (Thisted, Table 8-5)."""
    assessment = published()
    assessment["participants"] = {"count": 9}
    assessment["time_registrations"] = [registration(date(2018, 4, 2), 10), registration(date(2019, 4, 2), 30)]
    assessment["variants"] = {"only_2019": (date(2019, 1, 1), date(2019, 9, 30))}
    found = plain_result(assessment)["variants"]["only_2019"]

    assert found["observed_months"] == pytest.approx(9)
    assert found["annual_operating_cost"] == pytest.approx(12 * 30 * hourly_rate(assessment, "psykolog") / 9)
    assert found["participants_per_year"] == pytest.approx(9 * 12 / 19)


def test_shares_sum_to_one_and_name_what_is_not_stated() -> None:
    """With, without, not stated and other expenses are all of collected cost; a phase holds wages and expenses."""
    assessment = published()
    assessment["job_groups"]["psykolog"] = {"annual_wage_cost": 1418 * 100 / 1.2}
    day = date(2018, 4, 2)
    assessment["time_registrations"] = [
        registration(day, 5, with_citizen=True, phase="møder"),
        registration(day, 3, with_citizen=False),
        registration(day, 1),
    ]
    assessment["expenses"] = [expense(day, 100, phase="møder")]
    found = plain_result(assessment)["shares"]

    flat = [found[key] for key in ("with_citizen", "without_citizen", "not_stated", "other_expenses")]
    assert flat == pytest.approx([0.5, 0.3, 0.1, 0.1])
    assert found["phase"] == pytest.approx({"møder": 0.6, "not_stated": 0.4})
    assert found["activity"] == pytest.approx({"not_stated": 0.9})
    assert found["job_group"] == pytest.approx({"psykolog": 0.9})


def test_rows_that_the_window_has_not_observed_are_set_aside() -> None:
    """A row before the window and one in a gap are counted with their hours, a month partly observed is kept."""
    assessment = published()
    assessment["window"]["gaps"] = [(date(2018, 6, 1), date(2018, 7, 15))]
    assessment["time_registrations"] = [
        registration(date(2018, 2, 28), 2),
        registration(date(2018, 6, 5), 3),
        {**registration(date(2018, 7, 1), 4), "date": None, "month": "2018-07"},
    ]
    assessment["expenses"] = [expense(date(2018, 6, 5), 500)]
    found = plain_result(assessment)

    assert found["set_aside"] == {"rows": 3, "hours": 5}
    assert sum(row["hours"] for row in found["months"]) == 4
