"""A grid of 1,000 × 1,000 cells against the same formula written by hand in numpy; at most 1.5 times its time.

python benchmarks/grid.py
"""

import time
from collections.abc import Callable

import numpy as np

import somcost
from somcost.analyse.vary.grid import grid
from somcost.cost.evaluate import Array

SCENARIO = "scenarios/jammerbugt.yaml"
WAGES = np.linspace(0, 0.2, 1_000)
PARTICIPANTS = np.linspace(4, 14, 1_000)
ROUNDS = 40


def by_hand(inputs: dict[str, Array]) -> Array:
    """Cost per family, as its author would write it for a grid: rates, wages, a year, the families."""
    wages, participants = WAGES[:, None], PARTICIPANTS[None, :]
    rates = 12 * inputs["monthly"] * (1 + inputs["overhead"]) / inputs["norm"]
    wage_cost = (inputs["hours"] * rates).sum() * (1 + wages)
    annual_wages = 12 * wage_cost / inputs["months"]
    annual_expenses = 12 * inputs["expenses"] / inputs["months"]
    annual = annual_wages * participants / inputs["base"] + annual_expenses
    return np.asarray(annual / participants)


def main() -> None:
    """Measure both in turns in one process and print the ratio of the best."""
    assessment = somcost.assess(SCENARIO)
    inputs = given(assessment)
    axes = {"wages": WAGES, "participants": PARTICIPANTS}
    ours, theirs = grid(assessment, axes).results["cost_per_participant"], by_hand(inputs)
    np.testing.assert_allclose(ours, theirs, rtol=1e-12)
    times: dict[str, list[float]] = {"somcost": [], "by hand": []}
    for _ in range(ROUNDS):
        times["somcost"].append(timed(lambda: grid(assessment, axes)))
        times["by hand"].append(timed(lambda: by_hand(inputs)))
    best = {name: min(each) for name, each in times.items()}
    print(f"somcost.grid {1000 * best['somcost']:.1f} ms, by hand {1000 * best['by hand']:.1f} ms")
    print(f"ratio {best['somcost'] / best['by hand']:.2f} (at most 1.5)")


def given(assessment: somcost.Assessment) -> dict[str, Array]:
    """Take the numbers out of the assessment that the formula by hand starts from."""
    groups = assessment.ledger.job_groups.members
    sets = assessment.inputs.assumptions
    hours = dict.fromkeys(groups, 0.0)
    registrations = assessment.inputs.registrations
    if registrations is None:
        raise SystemExit("the benchmark needs registrations")
    for group, number in zip(registrations.job_group, registrations.hours, strict=True):
        hours[group] += number
    monthly = {name: group.wage.value for name, group in sets.job_groups.items() if group.wage}
    for name, members in ((name, group.mean_of) for name, group in sets.job_groups.items() if group.mean_of):
        monthly[name] = sum(monthly[member] for member in members) / len(members)
    results = assessment.as_dict()["results"]
    return {
        "hours": np.array([hours[group] for group in groups]),
        "monthly": np.array([monthly[group] for group in groups]),
        "overhead": np.array(sets.parameters["overhead"].value),
        "norm": np.array(sets.parameters["annual_hours_norm"].value),
        "months": np.array(results["observed_months"]),
        "expenses": np.array(results["other_expenses"]),
        "base": np.array(results["participants_per_year"]),
    }


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
