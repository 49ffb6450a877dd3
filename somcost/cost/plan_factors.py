"""Discount factors of a plan's years, by a schedule or one rate."""

from somcost.cost.discounting import discount_factor
from somcost.cost.givens import GivenNumbers, derived
from somcost.cost.operations import stack
from somcost.cost.quantity import Quantity
from somcost.model.assumptions import Assumption
from somcost.model.dimensions import Dimension
from somcost.model.plan import Discounting, Plan


def factors_of(givens: GivenNumbers, plan: Plan, years: Dimension) -> Quantity | None:
    """Give the discount factor of each year; None where nothing is discounted."""
    stated = plan.discounting
    if stated is None:
        return None
    factor = derived("first_factor", 1.0, "factor", words="nothing is discounted yet")
    factors, ahead = [], 0
    for number, label in enumerate(plan.years):
        if number or stated.first_year == "discounted":
            ahead += 1
            factor = discount_factor(factor, rate=_rate(givens, stated, ahead)).named(f"factor.{label}", "factor")
        factors.append(factor)
    return stack(factors, years).named("discount_factors", "factor")


def _rate(givens: GivenNumbers, stated: Discounting, years_ahead: int) -> Quantity:
    """Give the rate of the year so many years after the one that counts whole."""
    if stated.rate is not None:
        return givens.stated(stated.rate, "share")
    if stated.schedule is None:
        raise AssertionError("discounting has a schedule or a rate")
    schedule, step = stated.schedule, stated.schedule.step(years_ahead)
    key = f"discounting.{schedule.id}.from_year_{step.from_year}"
    return givens.assumption(
        Assumption(key, step.rate, "share", schedule.location, schedule.id, schedule.source, note=schedule.title)
    )
