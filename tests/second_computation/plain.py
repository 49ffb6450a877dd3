"""A plain second computation of an assessment: lists, dicts and loops, nothing shared with the engine.

It answers the same question as `somcost run --json` from the same method text, and is slow and short on purpose.
The assessment is a dict of plain Python values; `generate.py` makes them and `empty_assessment` shows every key.
"""

from datetime import date
from typing import Any

from second_computation.plain_calendar import count_of_months, cut_window, month_of, observed_days
from second_computation.plain_ledger import (
    at_participants,
    behaviour,
    lines_of_window,
    set_aside,
    staff_lines,
    staff_months,
    start_up_cost,
    sum_of,
)
from second_computation.plain_people import (
    completed_per_year,
    mean,
    months_each,
    participant_months,
    participants_per_year,
    person_years,
    quotient,
    turnover,
)

RESULT_KEYS = (
    "collected_cost",
    "wage_cost",
    "other_expenses",
    "observed_months",
    "annual_operating_cost",
    "participants_per_year",
    "months_each",
    "cost_per_participant",
    "cost_per_participant_month",
    "cost_per_month_in_intervention",
    "cost_per_enrolled",
    "cost_per_discharged",
    "cost_per_completed",
    "cost_per_person_year",
    "cost_per_course",
    "cost_per_participant_mean_of_ratios",
    "cost_per_participant_ratio_of_means",
    "start_up_cost",
)


def empty_assessment(start: date, end: date) -> dict[str, Any]:
    """An assessment with every key and no content, for tests and generators to fill."""
    return {
        "id": "assessment",
        "price_level": 2019,
        "parameters": {"annual_hours_norm": 1418, "overhead": 0.2, "hours_per_day": 7.4, "paid_hours_norm": 1924},
        "job_groups": {},
        "overrides": {},
        "window": {"start": start, "end": end, "gaps": [], "part_months": []},
        "time_registrations": None,
        "expenses": None,
        "participants": {},
        "courses": None,
        "full_time_staff": None,
        "start_up": None,
        "cost_behaviour": [],
        "variants": {},
        "sensitivity": {},
        "settings": {},
    }


def plain_result(assessment: dict[str, Any]) -> dict[str, Any]:
    """Everything that the JSON of a run says in numbers; None for what is not defined."""
    window = assessment["window"]
    lines = lines_of_window(assessment, window, 0.0)
    return {
        "results": results(assessment, window, 0.0),
        "variants": variants(assessment),
        "courses": course_rows(assessment, lines),
        "months": month_rows(window, lines),
        "shares": shares(lines),
        "sensitivity": sensitivity(assessment),
        "set_aside": set_aside(assessment),
    }


def results(assessment: dict[str, Any], window: dict[str, Any], change: float) -> dict[str, float | None]:
    """The main result: from registrations, from group courses, or from full-time staff where nothing is registered."""
    if assessment["time_registrations"] is None:
        return full_time_results(assessment, change)
    lines = lines_of_window(assessment, window, change)
    if assessment["courses"] is not None:
        return course_results(assessment, window, lines)
    found = collected(assessment, window, lines)
    annual = quotient(12 * sum_of(lines), found["observed_months"])
    return with_unit_costs(assessment, found, annual, [])


def collected(
    assessment: dict[str, Any], window: dict[str, Any], lines: list[dict[str, Any]]
) -> dict[str, float | None]:
    """What the lines themselves say, and the two costs that divide it by days in the intervention."""
    found: dict[str, float | None] = dict.fromkeys(RESULT_KEYS)
    found["collected_cost"] = sum_of(lines)
    found["wage_cost"] = sum_of(lines, kind="wage")
    found["other_expenses"] = sum_of(lines, kind="expense")
    found["observed_months"] = count_of_months(observed_days(window))
    found["cost_per_month_in_intervention"] = quotient(sum_of(lines), participant_months(assessment, window))
    found["cost_per_person_year"] = quotient(sum_of(lines), person_years(assessment, window))
    found["start_up_cost"] = start_up_cost(assessment)
    return found


def with_unit_costs(
    assessment: dict[str, Any], found: dict[str, float | None], annual: float | None, sizes: list[float]
) -> dict[str, float | None]:
    """The annual operating cost put in, and divided by each denominator of the whole window."""
    per_year = participants_per_year(assessment, sizes)
    each = months_each(assessment)
    per_participant = quotient(annual, per_year)
    return {
        **found,
        "annual_operating_cost": annual,
        "participants_per_year": per_year,
        "months_each": each,
        "cost_per_participant": per_participant,
        "cost_per_participant_month": quotient(per_participant, each),
        "cost_per_enrolled": quotient(annual, turnover(assessment, "enrolled", "start")),
        "cost_per_discharged": quotient(annual, turnover(assessment, "discharged", "end")),
        "cost_per_completed": quotient(annual, completed_per_year(assessment, sizes)),
    }


def full_time_results(assessment: dict[str, Any], change: float) -> dict[str, float | None]:
    """The estimate from full-time staff, with the expenses that were collected."""
    window = assessment["window"]
    expenses = [line for line in lines_of_window(assessment, window, 0.0) if line["kind"] == "expense"]
    found = collected(assessment, window, expenses)
    found.update(collected_cost=None, cost_per_month_in_intervention=None, cost_per_person_year=None)
    found["wage_cost"] = sum_of(staff_lines(assessment, change))
    annual = sum(amount for _, amount in annual_parts(assessment, change, full_time=True))
    return with_unit_costs(assessment, found, annual, [])


def annual_parts(assessment: dict[str, Any], change: float, *, full_time: bool) -> list[tuple[dict[str, Any], float]]:
    """Each line with what it is a year, by registered or full-time wages."""
    months = count_of_months(observed_days(assessment["window"]))
    lines = lines_of_window(assessment, assessment["window"], change)
    if not full_time:
        return [(line, 12 * line["amount"] / months) for line in lines]
    wages = staff_lines(assessment, change)
    parts = [(line, 12 * line["amount"] / staff_months(assessment)) for line in wages]
    return parts + [(line, 12 * line["amount"] / months) for line in lines if line["kind"] == "expense"]


def costed_courses(
    assessment: dict[str, Any], lines: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each course that has any line, with its lines; a course without is missing, not free."""
    courses = []
    for course in assessment["courses"]["list"]:
        own = [line for line in lines if line["course"] == course["id"]]
        if own:
            courses.append((course, own))
    return courses


def course_results(
    assessment: dict[str, Any], window: dict[str, Any], lines: list[dict[str, Any]]
) -> dict[str, float | None]:
    """Group courses: mean cost over courses × courses a year, and both estimators per participant."""
    courses = costed_courses(assessment, lines)
    sizes = [float(course["participants"]) for course, _ in courses]
    costs = [sum_of(own) for _, own in courses]
    per_course = sum(costs) / len(costs)
    annual = per_course * assessment["courses"]["per_year"]
    found = with_unit_costs(assessment, collected(assessment, window, lines), annual, sizes)
    ratios = [cost / size for cost, size in zip(costs, sizes, strict=True)]
    found["cost_per_course"] = per_course
    found["cost_per_participant_mean_of_ratios"] = mean(ratios)
    found["cost_per_participant_ratio_of_means"] = quotient(per_course, mean(sizes))
    headline = "cost_per_participant_" + assessment["courses"]["headline"]
    found["cost_per_participant"] = found[headline]
    found["cost_per_participant_month"] = quotient(found[headline], found["months_each"])
    return found


def variants(assessment: dict[str, Any]) -> dict[str, Any]:
    """Each sub-period, and the full-time estimate with its own wage sensitivity."""
    found: dict[str, Any] = {}
    if assessment["full_time_staff"] is not None:
        found["full_time"] = dict(full_time_results(assessment, 0.0))
        changes = assessment["sensitivity"].get("wages", [])
        rows = [wage_row(change, full_time_results(assessment, change)) for change in changes]
        found["full_time"]["sensitivity"] = {"wages": rows}
    for name, (start, end) in assessment["variants"].items():
        found[name] = results(assessment, cut_window(assessment["window"], start, end), 0.0)
    return found


def course_rows(assessment: dict[str, Any], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every course of the scenario with its cost, in the scenario's order; None where it has no line."""
    if assessment["courses"] is None:
        return []
    costs = {course["id"]: sum_of(own) for course, own in costed_courses(assessment, lines)}
    rows = []
    for course in assessment["courses"]["list"]:
        cost = costs.get(course["id"])
        each = quotient(cost, course["participants"])
        rows.append({**course, "cost": cost, "cost_per_participant": each})
    return rows


def month_rows(window: dict[str, Any], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each month with an observed day: wages and expenses with their factor, hours as registered."""
    rows = []
    for month in sorted({month_of(day) for day in observed_days(window)}):
        own = [line for line in lines if line["month"] == month]
        rows.append(
            {
                "month": month,
                "wage_cost": sum_of(own, kind="wage"),
                "other_expenses": sum_of(own, kind="expense"),
                "hours": sum(line["hours"] for line in own),
            }
        )
    return rows


def shares(lines: list[dict[str, Any]]) -> dict[str, Any]:
    """What part of collected cost went to what."""
    wages = [line for line in lines if line["kind"] == "wage"]
    total = sum_of(lines)
    return {
        "with_citizen": quotient(sum_of(wages, with_citizen=True), total),
        "without_citizen": quotient(sum_of(wages, with_citizen=False), total),
        "not_stated": quotient(sum_of(wages, with_citizen=None), total),
        "other_expenses": quotient(sum_of(lines, kind="expense"), total),
        "phase": shares_by("phase", lines, total),
        "activity": shares_by("activity", wages, total),
        "job_group": shares_by("job_group", wages, total),
    }


def shares_by(word: str, lines: list[dict[str, Any]], total: float) -> dict[str, float | None]:
    """The share of each value of the word; lines that do not say are `not_stated`."""
    found: dict[str, float | None] = {}
    for value in {line[word] for line in lines}:
        name = "not_stated" if value is None else value
        found[name] = quotient(sum_of(lines, **{word: value}), total)
    return found


def sensitivity(assessment: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sensitivity that the scenario asks for."""
    asked = assessment["sensitivity"]
    window = assessment["window"]
    found = {}
    if "wages" in asked:
        found["wages"] = [wage_row(change, results(assessment, window, change)) for change in asked["wages"]]
    if "participants" in asked:
        found["participants"] = [participants_row(assessment, number) for number in asked["participants"]]
    if "course_size" in asked:
        found["course_size"] = [course_size_row(assessment, size) for size in asked["course_size"]]
    return found


def wage_row(change: float, found: dict[str, float | None]) -> dict[str, Any]:
    """The annual operating cost and every unit cost that is defined, at raised wages."""
    unit_costs = {key: value for key, value in found.items() if key.startswith("cost_per_") and value is not None}
    return {"change": change, "annual_operating_cost": found["annual_operating_cost"], **unit_costs}


def participants_row(assessment: dict[str, Any], number: float) -> dict[str, Any]:
    """Cost at another number of participants a year: variable lines follow it, fixed lines stay."""
    now = participants_per_year(assessment, [])
    full_time = assessment["time_registrations"] is None
    annual = 0.0
    for line, amount in annual_parts(assessment, 0.0, full_time=full_time):
        annual += amount * (1.0 if now is None else at_participants(assessment, line, number, now))
    rate = assessment["participants"].get("completion_rate")
    counted = assessment["participants"].get("enrolled") is not None
    completed = {} if rate is None or counted else {"cost_per_completed": annual / (number * rate)}
    return {
        **completed,
        "participants_per_year": number,
        "annual_operating_cost": annual,
        "cost_per_participant": annual / number,
        "cost_per_participant_month": quotient(annual / number, months_each(assessment)),
    }


def course_size_row(assessment: dict[str, Any], size: float) -> dict[str, Any]:
    """Cost at another size of course: variable lines follow the course's own size."""
    lines = lines_of_window(assessment, assessment["window"], 0.0)
    costs = []
    for course, own in costed_courses(assessment, lines):
        scale = size / course["participants"]
        costs.append(
            sum(line["amount"] * (scale if behaviour(assessment, line) == "variable" else 1.0) for line in own)
        )
    per_course = sum(costs) / len(costs)
    return {
        "participants_per_course": size,
        "annual_operating_cost": per_course * assessment["courses"]["per_year"],
        "cost_per_course": per_course,
        "cost_per_participant": per_course / size,
        "cost_per_participant_month": quotient(per_course / size, months_each(assessment)),
    }
