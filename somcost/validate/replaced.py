"""Checks of a plan's saved expenses that are the cost of another scenario or plan."""

from collections.abc import Sequence

from somcost.model.plan import PlanLine, TakenResult
from somcost.problems import Problem, check
from somcost.validate.nearest import listed, nearest

SAVED = (
    *("annual_operating_cost", "collected_cost", "mean_cost_per_year", "steady_state_cost_per_year"),
    *("total_cost", "gross_cost", "start_up_cost", "start_up_cost_per_year"),
    *("cost_per_participant", "cost_per_participant_month", "cost_per_month_in_intervention"),
    *("cost_per_participant_mean_of_ratios", "cost_per_participant_ratio_of_means", "cost_per_person_year"),
    *("cost_per_enrolled", "cost_per_discharged", "cost_per_completed", "cost_per_course", "cost_per_team"),
    *("cost_per_institution", "marginal_cost_per_participant", "marginal_cost_per_course", "marginal_cost_per_team"),
)
"""The costs of an intervention that may be saved when it is replaced."""


@check
def replaced_interventions_are_others(line: PlanLine, taken: TakenResult) -> Problem:
    """The intervention a plan replaces does not itself rest on the plan."""
    found = f"{taken.path.name} takes its own saved expenses from this plan"
    return Problem(taken.file_at, f"{line.key}.scenario", found, "State the amount in one of them as price.")


@check
def replaced_results_are_known(line: PlanLine, taken: TakenResult, known: Sequence[str]) -> Problem:
    """What is saved is a result in kr. that the replaced intervention has."""
    near = nearest(taken.result, known)
    advice = f"Did you mean {near}?" if near else f"It has: {listed(known)}."
    found = f'"{taken.result}" is no cost that {taken.path.name} tells'
    return Problem(taken.result_at, f"{line.key}.result", found, advice)


@check
def replaced_costs_are_costs(line: PlanLine, taken: TakenResult, cost: float) -> Problem:
    """What is saved is a cost: an intervention that earns more than it costs leaves nothing to save."""
    found = f"{taken.result} of {taken.path.name} is {cost:.2f} kr, a gain that would be lost"
    return Problem(taken.result_at, f"{line.key}.result", found, "Take a result before grants and saved expenses.")


@check
def replaced_costs_are_whole(line: PlanLine, taken: TakenResult) -> Problem:
    """What is saved is the whole cost of the replaced intervention: all of it is quantified."""
    found = f"not all of {taken.path.name} is quantified, so what is saved is not its whole cost"
    return Problem(taken.file_at, f"{line.key}.scenario", found, "Say so where the figures are used.")
