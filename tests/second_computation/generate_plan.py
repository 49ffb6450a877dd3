"""Random plans, valid under the contract, from a seed: the content of a plan's file, and the wages it is costed by."""

import random
from datetime import date
from pathlib import Path
from typing import Any

from second_computation.generate import fill_prices
from second_computation.plain import empty_assessment
from second_computation.plain_plan_units import last_year_to_start, units_of_line
from second_computation.write import assumptions, dump

CATEGORIES = ("preparation", "training", "operation", "investment")
LENGTHS = (None, 0.25, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5)


def random_plan(seed: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The plan of this seed, and the assessment that holds its wages: every driver and choice is in some seed."""
    rng = random.Random(seed)
    assessment = empty_assessment(date(2019, 1, 1), date(2019, 12, 31))
    assessment["id"] = f"plan-{seed}"
    fill_prices(rng, assessment)
    plan: dict[str, Any] = {
        "schema": "somcost/plan@1",
        "id": assessment["id"],
        "title": "Tilfældig plan",
        "assumptions": "./assumptions.yaml",
        "intervention": random_intervention(rng),
    }
    if assessment["overrides"]:
        plan["overrides"] = assessment["overrides"]
    fill_people(rng, plan)
    fill_lines(rng, plan, list(assessment["job_groups"]))
    fill_discounting(rng, plan)
    return plan, assessment


def write_plan(plan: dict[str, Any], assessment: dict[str, Any], folder: Path) -> Path:
    """Write a plan and its assumptions into the folder; the plan's path."""
    dump(folder / "assumptions.yaml", assumptions(assessment))
    dump(folder / "plan.yaml", plan)
    return folder / "plan.yaml"


def random_intervention(rng: random.Random) -> dict[str, Any]:
    """A horizon, mostly courses no longer than it, and how often they begin."""
    horizon = rng.choice((1, 2, 3, 5, 5, 8, 40, 75))
    found: dict[str, Any] = {"horizon": horizon}
    length = rng.choice([each for each in LENGTHS if each is None or each <= horizon])
    if length is not None:
        found["course_length"] = length
        if rng.random() < 0.4:
            found["courses_per_year"] = rng.choice((0.5, 1, 1.5, 3, 4))
        if rng.random() < 0.7:
            found["sessions_per_course"] = rng.choice((1, 9, 12.5))
    if rng.random() < 0.3:
        found["first_year"] = 2026
    return found


def fill_people(rng: random.Random, plan: dict[str, Any]) -> None:
    """Participants by one of the three ways, teams by year, types of employee, turnover and institutions."""
    if rng.random() < 0.85:
        ways = ["per_team", "total"] + (["per_course"] * 3 if "course_length" in plan["intervention"] else [])
        plan["participants"] = {rng.choice(ways): rng.choice((1, 7, 8, 25, 6.5))}
        if rng.random() < 0.7:
            plan["participants"]["completion_rate"] = rng.choice((0, 0.75, 1))
    if rng.random() < 0.7:
        last = last_year_to_start(plan)
        starts = sorted(rng.sample(range(1, last + 1), rng.randint(1, min(last, 4))))
        plan["teams"] = [{"year": year, "count": rng.choice((1, 2, 3, 0.5))} for year in starts]
    if rng.random() < 0.7:
        kinds: list[dict[str, Any]] = [{"per_team": count} for count in (0.5, 1, 2)]
        kinds += [{"caseload": count} for count in (3, 12, 7.5)] if "participants" in plan else []
        plan["employees"] = {f"type_{number}": rng.choice(kinds) for number in range(rng.randint(1, 6))}
        if rng.random() < 0.6:
            plan["turnover"] = rng.choice((0.1, 0.25, 1))
    if rng.random() < 0.4:
        plan["institutions"] = rng.choice((1, 4))


def drivers_of(plan: dict[str, Any]) -> list[str]:
    """What a line of the plan can follow."""
    courses = "course_length" in plan["intervention"]
    has = {
        "intervention": True,
        "team": True,
        "institution": "institutions" in plan,
        "employee": "employees" in plan,
        "course": courses,
        "session": courses and "sessions_per_course" in plan["intervention"],
        "participant": "participants" in plan,
    }
    return [driver for driver, found in has.items() if found]


def fill_lines(rng: random.Random, plan: dict[str, Any], job_groups: list[str]) -> None:
    """Lines of resource use for every driver, grants, and saved expenses."""
    drivers = drivers_of(plan)
    chosen = [*drivers, *rng.choices(drivers, k=rng.randint(0, 5))]
    plan["lines"] = {
        f"line_{number}": random_line(rng, plan, driver, job_groups) for number, driver in enumerate(chosen)
    }
    if not any("price" in line or "hours" in line for line in plan["lines"].values() if "left_out" not in line):
        plan["lines"]["sure"] = {**random_amount(rng, plan, "team"), "category": "operation", "price": 1000}
    for section in ("grants", "saved_expenses"):
        if rng.random() < 0.5:
            some = rng.choices(drivers, k=rng.randint(1, 2))
            plan[section] = {f"{section}_{number}": random_price(rng, plan, each) for number, each in enumerate(some)}


def random_amount(rng: random.Random, plan: dict[str, Any], driver: str) -> dict[str, Any]:
    """What every line says, but for its amount."""
    line: dict[str, Any] = {"label": "Linje", "driver": driver, "timing": rng.choice(("once", "once", "yearly"))}
    if driver == "employee" and rng.random() < 0.5:
        line["employee"] = rng.choice(list(plan["employees"]))
    return named(rng, plan, line) if rng.random() < 0.25 else line


def named(rng: random.Random, plan: dict[str, Any], line: dict[str, Any]) -> dict[str, Any]:
    """Name a line for some of the years in which it counts; the contract asks that it counts in every year named."""
    units = units_of_line(plan, {**line, "years": [1]})
    counted = [year for year, count in enumerate(units, start=1) if count]
    if not counted:
        return {key: value for key, value in line.items() if key != "years"}
    return {**line, "years": rng.sample(counted, rng.randint(1, min(3, len(counted))))}


def random_price(rng: random.Random, plan: dict[str, Any], driver: str) -> dict[str, Any]:
    """A line of a price, and mostly how many are bought."""
    line = {**random_amount(rng, plan, driver), "price": rng.choice((1000, 846.65, 0, 250.5))}
    if rng.random() < 0.5:
        line["quantity"] = rng.choice((2, 35, 0.5))
    return line


def random_line(rng: random.Random, plan: dict[str, Any], driver: str, job_groups: list[str]) -> dict[str, Any]:
    """A line of resource use: hours or a price, an investment that lasts, or one without a number."""
    kind = rng.choice(("hours", "price", "price", "investment", "not_quantified", "left_out"))
    if kind == "not_quantified":
        line = {**random_amount(rng, plan, driver), "not_quantified": "lånes"}
    elif kind == "hours":
        hours = {"job_group": rng.choice(job_groups), "hours": rng.choice((2, 37, 7.4))}
        line = {**random_amount(rng, plan, driver), **hours}
    else:
        line = random_price(rng, plan, driver)
    line["category"] = "investment" if kind == "investment" else rng.choice(CATEGORIES)
    if kind == "investment":
        line["timing"] = "once"
        if "years" in line:
            line = named(rng, plan, line)
        line["lifetime"] = rng.choice((1, 3, 8, 2.5, 100))
        line["scrap_value"] = rng.choice((0, 0.1, 1)) * line["price"]
    if kind == "left_out":
        line["left_out"] = "frivillige"
    return line


def fill_discounting(rng: random.Random, plan: dict[str, Any]) -> None:
    """No present value, a published schedule, or one rate; the first year whole or not."""
    way = rng.choice((None, {"schedule": "finansministeriet-2021"}, {"schedule": "finansministeriet-2013"}, "rate"))
    if way is None:
        return
    plan["discounting"] = {"rate": rng.choice((0, 0.03, 0.05))} if way == "rate" else way
    if rng.random() < 0.5:
        plan["discounting"]["first_year"] = rng.choice(("discounted", "undiscounted"))
