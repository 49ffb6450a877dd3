"""Prices and lines of the second computation: what an hour costs, what each row costs, what full-time staff costs."""

from datetime import date
from typing import Any

from second_computation.plain_calendar import (
    count_of_months,
    days_between,
    days_of_month,
    factor_of_month,
    is_observed,
    observed_days,
    row_month,
)


def parameter(assessment: dict[str, Any], name: str) -> float:
    """A parameter of the assumption set, or the scenario's override of it."""
    return float(assessment["overrides"].get(f"parameters.{name}", assessment["parameters"][name]))


def annual_wage_cost(assessment: dict[str, Any], name: str) -> float:
    """A job group's wage cost a year, from a wage per month, year or hour, or the mean of its members'."""
    group = assessment["job_groups"][name]
    if "mean_of" in group:
        return sum(annual_wage_cost(assessment, member) for member in group["mean_of"]) / len(group["mean_of"])
    wage = dict(group)
    for key in group:
        wage[key] = assessment["overrides"].get(f"job_groups.{name}.{key}", group[key])
    if "monthly_wage_cost" in wage:
        return 12 * float(wage["monthly_wage_cost"])
    if "annual_wage_cost" in wage:
        return float(wage["annual_wage_cost"])
    norm = "annual_hours_norm" if wage["hour_basis"] == "effective" else "paid_hours_norm"
    return float(wage["hourly_wage_cost"]) * parameter(assessment, norm)


def hourly_rate(assessment: dict[str, Any], name: str) -> float:
    """The price of an hour of the job group, overhead included."""
    overhead = 1 + parameter(assessment, "overhead")
    return annual_wage_cost(assessment, name) * overhead / parameter(assessment, "annual_hours_norm")


def cost_line(row: dict[str, Any], kind: str, amount: float, window: dict[str, Any]) -> dict[str, Any]:
    """A row as one line: its amount, times the factor of its month."""
    month = row_month(row)
    line = {key: row.get(key) for key in ("job_group", "phase", "activity", "with_citizen", "course")}
    line.update(kind=kind, month=month, hours=row.get("hours", 0.0), amount=amount * factor_of_month(month, window))
    return line


def lines_of_window(assessment: dict[str, Any], window: dict[str, Any], change: float) -> list[dict[str, Any]]:
    """Registrations and expenses that the window has observed, as lines, with wages raised by the change."""
    observed = set(observed_days(window))
    lines = []
    for row in assessment["time_registrations"] or []:
        if is_observed(row, observed):
            wage = row["hours"] * hourly_rate(assessment, row["job_group"]) * (1 + change)
            lines.append(cost_line(row, "wage", wage, window))
    expenses = [row for row in assessment["expenses"] or [] if is_observed(row, observed)]
    return lines + [cost_line(row, "expense", row["amount"], window) for row in expenses]


def set_aside(assessment: dict[str, Any]) -> dict[str, Any]:
    """Rows that the window has not observed, and their hours."""
    observed = set(observed_days(assessment["window"]))
    rows = (assessment["time_registrations"] or []) + (assessment["expenses"] or [])
    dropped = [row for row in rows if not is_observed(row, observed)]
    return {"rows": len(dropped), "hours": sum(row.get("hours", 0.0) for row in dropped)}


def behaviour(assessment: dict[str, Any], line: dict[str, Any]) -> str:
    """The first rule that matches the line; without one wages are variable, expenses fixed."""
    rule = rule_of(assessment, line)
    if rule is not None:
        return str(rule["behaves"])
    return "variable" if line["kind"] == "wage" else "fixed"


def rule_of(assessment: dict[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
    """The first rule whose every key holds the line's value."""
    for rule in assessment["cost_behaviour"]:
        wanted = rule["match"]
        if all(line[key] in (value if isinstance(value, list) else [value]) for key, value in wanted.items()):
            return dict(rule)
    return None


def at_participants(assessment: dict[str, Any], line: dict[str, Any], number: float, now: float) -> float:
    """How many times its cost a line is with another number of participants a year."""
    follows = behaviour(assessment, line)
    if follows == "variable":
        return number / now
    if follows == "stepwise":
        rule = rule_of(assessment, line)
        capacity = 0.0 if rule is None else rule["capacity"]
        return units(number, capacity) / units(now, capacity)
    return 1.0


def units(number: float, capacity: float) -> int:
    """Whole units, counted one by one."""
    count = 0
    while count * capacity < number - 1e-9:
        count += 1
    return count


def sum_of(lines: list[dict[str, Any]], **wanted: object) -> float:
    """The amounts of the lines that hold exactly these values."""
    return float(sum(line["amount"] for line in lines if all(line[key] == value for key, value in wanted.items())))


def staff_days(row: dict[str, Any]) -> list[date]:
    """The days that a row of full-time staff covers: its range, or its whole month."""
    if row.get("month") is not None:
        return days_of_month(row["month"])
    return days_between(row["start"], row["end"])


def staff_lines(assessment: dict[str, Any], change: float) -> list[dict[str, Any]]:
    """What each row of full-time staff costs: FTE × norm / 12 × rate for each of its months."""
    monthly_hours = parameter(assessment, "annual_hours_norm") / 12
    lines = []
    for row in assessment["full_time_staff"]:
        hours = row["fte"] * monthly_hours * count_of_months(staff_days(row))
        amount = hours * hourly_rate(assessment, row["job_group"]) * (1 + change)
        lines.append({"kind": "wage", "job_group": row["job_group"], "phase": None, "activity": None, "amount": amount})
    return lines


def staff_months(assessment: dict[str, Any]) -> float:
    """Months with FTE stated: the union of the rows' days."""
    stated: set[date] = set()
    for row in assessment["full_time_staff"]:
        stated.update(staff_days(row))
    return count_of_months(sorted(stated))


def start_up_cost(assessment: dict[str, Any]) -> float | None:
    """Training hours and fees and other start-up expenses; None when the scenario has no start-up."""
    start_up = assessment["start_up"]
    if start_up is None:
        return None
    total = 0.0
    for row in start_up["training"]:
        wage = row["days"] * parameter(assessment, "hours_per_day") * hourly_rate(assessment, row["job_group"])
        total += row["persons"] * (wage + row.get("fee_each", 0.0))
    for row in start_up["expenses"]:
        total += row["amount"]
    return total
