"""The engine against the second computation of plans, on random plans written to disk as a user would have them."""

from pathlib import Path
from typing import Any

import pytest
from second_computation.comparison import differences
from second_computation.generate_plan import random_plan, write_plan
from second_computation.plain_plan import plain_plan_result

from somcost.pipeline import assess_plan

SEEDS = range(120)
OF_A_LINE = ("line", "category", "cost_of_unit", "cost")
OF_SOME_LINES = ("years", "employee", "hours", "quantity", "lifetime", "scrap_value", "not_quantified", "left_out")
OF_SOME_PLANS = ("overrides", "teams", "employees", "turnover", "institutions", "grants", "saved_expenses")


def engine_result(path: Path) -> dict[str, Any]:
    """Give the part of the engine's JSON that is compared."""
    found = assess_plan(path).as_dict()
    lines = [{key: line[key] for key in OF_A_LINE} for line in found["lines"]]
    return {key: found[key] for key in ("results", "years", "categories")} | {"lines": lines}


@pytest.mark.parametrize("seed", SEEDS)
def test_engine_agrees_with_plain_computation(seed: int, tmp_path: Path) -> None:
    """Every result, year, category and line of a plan is what lists and loops give from the method's text."""
    plan, assessment = random_plan(seed)
    expected = plain_plan_result(plan, assessment)

    assert differences(expected, engine_result(write_plan(plan, assessment, tmp_path))) == []


def test_seeds_reach_every_part_of_a_plan() -> None:
    """Together the seeds hold every driver once and yearly, named years, scrap, turnover, caseload and the rest."""
    plans = [random_plan(seed)[0] for seed in SEEDS]
    lines = [line for plan in plans for line in plan["lines"].values()]
    courses = [plan["intervention"] for plan in plans]
    who = [plan.get("participants", {}) for plan in plans]
    kinds = [kind for plan in plans for kind in plan.get("employees", {}).values()]
    ways = [plan.get("discounting", {}) for plan in plans]
    parts: dict[str, list[Any]] = {
        f"{driver} {timing}": [(line["driver"], line["timing"]) == (driver, timing) for line in lines]
        for driver in ("intervention", "institution", "team", "employee", "course", "session", "participant")
        for timing in ("once", "yearly")
    }
    parts |= {key: [line.get(key) for line in lines] for key in OF_SOME_LINES}
    parts |= {key: [plan.get(key) for plan in plans] for key in OF_SOME_PLANS}
    parts |= {key: [each.get(key) for each in who] for key in ("per_course", "per_team", "total", "completion_rate")}
    parts |= {key: [each.get(key) for each in kinds] for key in ("per_team", "caseload")}
    parts |= {key: [each.get(key) for each in ways] for key in ("rate", "schedule", "first_year")}
    parts["courses a year"] = [each.get("courses_per_year") for each in courses]
    parts["a part of a year"] = [each.get("course_length", 1) % 1 for each in courses]
    parts["years after the first step"] = [
        plan.get("discounting", {}).get("schedule") and plan["intervention"]["horizon"] > 71 for plan in plans
    ]

    assert [name for name, found in parts.items() if not any(found)] == []


def test_same_seed_same_plan() -> None:
    """A seed that fails today fails tomorrow."""
    assert random_plan(7) == random_plan(7)
