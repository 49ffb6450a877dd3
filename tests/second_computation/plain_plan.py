"""A plain second computation of a plan: lists, dicts and loops, nothing shared with the engine.

Written from docs/method.md 10 alone. A plan is the plain content of its YAML file; its hourly rates are those of the
second computation of assessments, and its discount rates are the published schedules, typed again.
"""

import math
from typing import Any

from second_computation.plain_ledger import hourly_rate
from second_computation.plain_plan_units import (
    Units,
    added,
    courses_starting,
    employees_beginning,
    exact,
    horizon_of,
    participants_starting,
    teams_starting,
    units_of_line,
)

COSTS = ("preparation", "training", "operation", "investment")
SCHEDULES = {
    "finansministeriet-2013": (0.04, 0.03, 0.02),
    "finansministeriet-2021": (0.035, 0.025, 0.015),
}
"""Rates of the years 0-35, 36-70 and later ahead of the first."""
BEGINNING = ("preparation", "training", "investment")
"""What a beginning costs is in these categories."""


def plain_plan_result(plan: dict[str, Any], assessment: dict[str, Any]) -> dict[str, Any]:
    """Give results, years, categories and lines of a plan; the assessment holds wages and parameters."""
    lines = [costed(plan, assessment, line) for line in lines_of(plan)]
    return {
        "results": results(plan, lines),
        "years": years(plan, lines),
        "categories": categories(lines) | unknown_categories(plan, lines),
        "lines": [
            {"line": line["id"], "category": line["category"], "cost_of_unit": line["each"], "cost": sum(line["costs"])}
            for line in lines
        ],
    }


def lines_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Give every line that counts, with its id, category and sign; grants and saved expenses have −1."""
    found = [{"id": name, "sign": 1, **line} for name, line in plan["lines"].items()]
    for section, category in (("grants", "grant"), ("saved_expenses", "saved")):
        for name, line in plan.get(section, {}).items():
            found.append({"id": name, "sign": -1, "category": category, **line})
    return [line for line in found if not (line.get("not_quantified") or line.get("left_out"))]


def costed(plan: dict[str, Any], assessment: dict[str, Any], line: dict[str, Any]) -> dict[str, Any]:
    """Give a line with its price of one, its cost in each year, and how much of that is for a beginning."""
    amount, price = line.get("quantity", 1), line.get("price")
    if price is None:
        amount, price = line["hours"], hourly_rate(assessment, line["job_group"])
    each = amount * price * line["sign"]
    units = in_named_years(line, units_of_line(plan, line))
    beginning = in_named_years(line, units_for_a_beginning(plan, line))
    residual = sum(
        count * amount * worth_left(line, price, horizon_of(plan) - number) for number, count in enumerate(units)
    )
    costs = [each * count for count in units]
    return {**line, "each": each, "costs": costs, "start_up": [each * count for count in beginning], "left": residual}


def in_named_years(line: dict[str, Any], units: Units) -> Units:
    """Leave out the years that a line does not fall in."""
    named = line.get("years")
    return [count if not named or number in named else 0.0 for number, count in enumerate(units, start=1)]


def units_for_a_beginning(plan: dict[str, Any], line: dict[str, Any]) -> Units:
    """Give the units of what does not recur; employees who replace others are none."""
    if line["category"] not in BEGINNING or recurs(plan, line):
        return [0.0] * horizon_of(plan)
    if line["driver"] != "employee" or line["timing"] == "yearly":
        return units_of_line(plan, line)
    names = [line["employee"]] if "employee" in line else list(plan["employees"])
    return added([employees_beginning(plan, name) for name in names])


def lasts(plan: dict[str, Any], line: dict[str, Any]) -> bool:
    """Tell whether a line falls in every year, or in years that go on to the horizon's last two."""
    horizon = horizon_of(plan)
    return not line.get("years") or all(year in line["years"] for year in (max(horizon - 1, 1), horizon))


def comes_again(plan: dict[str, Any], line: dict[str, Any]) -> bool:
    """Tell whether a line recurs, or is bought again for those who replace other employees."""
    trained = line["driver"] == "employee" and "turnover" in plan and lasts(plan, line)
    return recurs(plan, line) or trained


def recurs(plan: dict[str, Any], line: dict[str, Any]) -> bool:
    """Tell whether a line is a cost of every year: yearly, or once for what begins anew all the time."""
    anew = line["driver"] in ("course", "session", "participant")
    at_once = line["driver"] == "participant" and "total" in plan["participants"]
    return lasts(plan, line) and (line["timing"] == "yearly" or (anew and not at_once))


def worth_left(line: dict[str, Any], price: float, years_used: int) -> float:
    """Give what one piece of an investment is worth after so many years, straight line down to its scrap value."""
    lifetime = line.get("lifetime")
    if lifetime is None:
        return 0.0
    scrap: float = min(line.get("scrap_value", 0.0), price)
    return float(scrap + (price - scrap) * max(0.0, lifetime - years_used) / lifetime)


def of_costs(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the lines of resource use."""
    return [line for line in lines if line["category"] in COSTS]


def total_of(lines: list[dict[str, Any]]) -> float:
    """Add up the cost of lines over the horizon."""
    return float(sum(sum(line["costs"]) for line in lines))


def categories(lines: list[dict[str, Any]]) -> dict[str, dict[str, float | None]]:
    """Give the cost of each category that has a line, and its share of resource use."""
    whole = total_of(of_costs(lines))
    found: dict[str, dict[str, float | None]] = {}
    for category in (*COSTS, "grant", "saved"):
        own = [line for line in lines if line["category"] == category]
        if own:
            share = total_of(own) / whole if category in COSTS and whole else None
            found[category] = {"cost": total_of(own), "share": share}
    return found


def unknown_categories(plan: dict[str, Any], lines: list[dict[str, Any]]) -> dict[str, dict[str, float | None]]:
    """Give the categories of resource use that no line with a number is in, and one without."""
    counted = {line["category"] for line in lines}
    unknown = {line["category"] for line in plan["lines"].values() if line.get("not_quantified")}
    return {category: {"cost": None, "share": None} for category in unknown - counted}


def years(plan: dict[str, Any], lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each year: cost of each category, residual value in the last, cost in all and discount factor."""
    first = plan["intervention"].get("first_year", 1)
    factors = discount_factors(plan)
    left = residual_values(lines)
    found = []
    for number in range(horizon_of(plan)):
        row: dict[str, Any] = {"year": str(first + number)}
        for category in categories(lines):
            row[category] = sum(line["costs"][number] for line in lines if line["category"] == category)
        last = number == horizon_of(plan) - 1
        row["residual_value"] = left if last else None
        row["cost"] = sum(line["costs"][number] for line in lines) - (left if last else 0.0)
        row["discount_factor"] = factors[number] if factors else None
        found.append(row)
    return found


def residual_values(lines: list[dict[str, Any]]) -> float:
    """Give what investments are worth at the horizon."""
    return float(sum(line["left"] for line in lines))


def discount_factors(plan: dict[str, Any]) -> list[float] | None:
    """Give the factor of each year: 1 over the product of 1 + the rate of each year so far, with the first or not."""
    how = plan.get("discounting")
    if how is None:
        return None
    factor, factors = 1.0, []
    counted_whole = 0 if how.get("first_year") == "discounted" else 1
    for number in range(horizon_of(plan)):
        ahead = number + 1 - counted_whole
        if ahead:
            factor /= 1 + (how["rate"] if "rate" in how else scheduled_rate(how["schedule"], ahead))
        factors.append(factor)
    return factors


def scheduled_rate(schedule: str, years_ahead: int) -> float:
    """Give the rate of a year so many years ahead."""
    first, second, third = SCHEDULES[schedule]
    return first if years_ahead <= 35 else second if years_ahead <= 70 else third


def over(cost: float | None, units: float | None) -> float | None:
    """Divide a cost by units; None where there are none."""
    return None if cost is None or not units else cost / units


def results(plan: dict[str, Any], lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the results over the horizon, by the keys of the JSON."""
    costs = of_costs(lines)
    signed = {name: [line for line in lines if line["category"] == name] for name in ("grant", "saved")}
    residual = residual_values(lines)
    total = total_of(lines) - residual
    factors = discount_factors(plan)
    amounts = [row["cost"] for row in years(plan, lines)]
    started = sum(participants_starting(plan)) if plan.get("participants") else None
    rate = plan.get("participants", {}).get("completion_rate")
    completed = None if started is None or rate is None else started * rate
    teams = sum(teams_starting(plan))
    courses = sum(courses_starting(plan)) if "course_length" in plan["intervention"] else None
    return {
        "total_cost": total,
        "gross_cost": total_of(costs),
        "grants": total_of(signed["grant"]) if signed["grant"] else None,
        "saved_expenses": total_of(signed["saved"]) if signed["saved"] else None,
        "residual_values": residual,
        "mean_cost_per_year": total / horizon_of(plan),
        "steady_state_cost_per_year": steady_state(plan, costs),
        "start_up_cost": sum(sum(line["start_up"]) for line in costs),
        "net_present_value": None if factors is None else -sum(a * f for a, f in zip(amounts, factors, strict=True)),
        "participants_started": started,
        "participants_completed": completed,
        "teams_started": teams,
        "courses_started": courses,
        "institutions": plan.get("institutions"),
        "cost_per_participant": over(total, started),
        "cost_per_completed": over(total, completed),
        "cost_per_team": over(total, teams),
        "cost_per_course": over(total, courses),
        "cost_per_institution": over(total, plan.get("institutions")),
        "marginal_cost_per_participant": one_more(plan, costs, "participant", started),
        "marginal_cost_per_course": one_more(plan, costs, "course", courses),
        "marginal_cost_per_team": one_more(plan, costs, "team", teams),
    }


def steady_state(plan: dict[str, Any], costs: list[dict[str, Any]]) -> float | None:
    """Give what a year costs with all teams at work and no end in sight; nobody follows participants in all."""
    if "total" in plan.get("participants", {}):
        return None
    return float(sum(line["each"] * steady_units(plan, line) for line in costs))


def steady_units(plan: dict[str, Any], line: dict[str, Any]) -> float:
    """Give the units of a line in such a year."""
    once, driver = line["timing"] == "once", line["driver"]
    if driver == "employee" and lasts(plan, line):
        names = [line["employee"]] if "employee" in line else list(plan["employees"])
        count = sum(steady_employees(plan, name) for name in names)
        return count * plan.get("turnover", 0.0) if once else count
    if not recurs(plan, line):
        return 0.0
    teams = sum(teams_starting(plan))
    standing = {"intervention": 1.0, "institution": plan.get("institutions", 0.0), "team": teams}
    return float(standing[driver] if driver in standing else steady_anew(plan, driver, teams, once=once))


def steady_anew(plan: dict[str, Any], driver: str, teams: float, *, once: bool) -> float:
    """Give courses, sessions or participants: those that begin in the year, or those there are."""
    step, who = plan["intervention"], plan.get("participants", {})
    length, a_year = step.get("course_length", 1), step.get("courses_per_year")
    courses = teams * (a_year if a_year is not None else 1 / length)
    if not once:
        courses = teams if a_year is None else courses * length
    if driver == "participant" and "per_team" in who:
        return float(who["per_team"] * teams * (1 if once else length))
    with_each = {"course": 1, "session": step.get("sessions_per_course"), "participant": who.get("per_course")}
    return float(courses * with_each[driver])


def steady_employees(plan: dict[str, Any], name: str) -> float:
    """Give the employees of a type in such a year."""
    kind, teams, who = plan["employees"][name], sum(teams_starting(plan)), plan.get("participants", {})
    if "per_team" in kind:
        return float(kind["per_team"] * teams)
    length, a_year = plan["intervention"].get("course_length", 1), plan["intervention"].get("courses_per_year")
    if "per_course" in who:
        at_a_time = 1 if a_year is None else math.ceil(exact(length) * exact(a_year))
        count = teams * at_a_time * who["per_course"]
    else:
        count = teams * who["per_team"] * length
    return float(math.ceil(count / kind["caseload"] - 1e-9))


def one_more(plan: dict[str, Any], lines: list[dict[str, Any]], what: str, units: float | None) -> float | None:
    """Give what follows one more, less residual values, over how many there are; None where not all is known."""
    told = [(line, adds_to(plan, line, what)) for line in lines if not line.get("years") or comes_again(plan, line)]
    following = [line for line, adds in told if adds]
    if any(adds is None for _, adds in told) or not following:
        return None
    return over(total_of(following) - residual_values(following), units)


def adds_to(plan: dict[str, Any], line: dict[str, Any], what: str) -> bool | None:
    """Tell whether one more participant, course or team adds to a line; None where only to some of its employees."""
    who = plan.get("participants", {})
    brings = {"participant": True, "course": "per_course" in who, "team": "per_course" in who or "per_team" in who}[
        what
    ]
    if line["driver"] == "participant":
        return brings
    if line["driver"] == "employee":
        if what != "team":
            return False
        names = [line["employee"]] if "employee" in line else list(plan["employees"])
        added_to = {"per_team" in plan["employees"][name] or brings for name in names}
        return added_to.pop() if len(added_to) == 1 else None
    return what in {"course": ("course", "team"), "session": ("course", "team"), "team": ("team",)}.get(
        line["driver"], ()
    )
