"""Why a figure is not defined or not shown: what the scenario does not say, or who would be told of."""

from collections.abc import Mapping

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.rows import Tree
from somcost.model.few import few_events
from somcost.model.scenario import Inputs
from somcost.present.language import N_
from somcost.validate.few import hidden_courses

SHARES = N_("Shares of cost need time registrations.")
UNQUANTIFIED = N_("No line of the category is quantified.")
NO_SHARE = N_("Shares are of resource use; what is deducted has none.")
DEDUCTED = ("grant", "saved")
MONTHS = N_("No day of the month was observed.")
DIVIDED = N_("It would be divided by zero.")
OTHERWISE = N_("The scenario does not state what it needs.")
REASONS = {
    "collected_cost": N_("The estimate is made from full-time staff; no cost was collected by registrations."),
    "participants_per_year": N_("The scenario neither states how many {many} take part nor lists them."),
    "months_each": N_("The scenario neither states how many months {many} take part nor lists them with their days."),
    "cost_per_participant": N_("The scenario neither states how many {many} take part nor lists them."),
    "cost_per_participant_month": N_("It needs both {many} a year and the months that each takes part."),
    "cost_per_month_in_intervention": N_("It needs time registrations and a list of {many} with first and last day."),
    "cost_per_person_year": N_("It needs time registrations and a list of {many} with first and last day."),
    "cost_per_enrolled": N_("The scenario neither states how many are enrolled a year nor lists {many}."),
    "cost_per_discharged": N_("The scenario neither states how many are discharged a year nor lists {many}."),
    "cost_per_completed": N_("The scenario states no completion rate, and lists no {many} that completed."),
    "cost_per_course": N_("The scenario has no group courses."),
    "cost_per_participant_mean_of_ratios": N_("The scenario has no group courses."),
    "cost_per_participant_ratio_of_means": N_("The scenario has no group courses."),
    "start_up_cost": N_("The scenario states no start-up."),
    "start_up_cost_per_year": N_("The scenario does not spread a start-up cost over years of use."),
    "enrolled_per_year": N_("The scenario neither states how many are enrolled a year nor lists {many}."),
    "discharged_per_year": N_("The scenario neither states how many are discharged a year nor lists {many}."),
    "completed_per_year": N_("The scenario states no completion rate, and lists no {many} that completed."),
    "hourly_rate": N_("The assumption set lacks a parameter that the hourly rate needs."),
}
FEW: Mapping[str, str] = {
    "enrolled": N_("Fewer than {fewest} were enrolled, and it would tell of each."),
    "discharged": N_("Fewer than {fewest} were discharged, and it would tell of each."),
    "completed": N_("Fewer than {fewest} completed, and it would tell of each."),
}
FEW_IN_A_COURSE = N_("A course has fewer than {fewest} {many}, and it would tell of them.")

HIDDEN = frozenset({*FEW.values(), FEW_IN_A_COURSE})
"""Reasons of figures that are known and not shown."""


def reason_of(path: str, assessment: AnyAssessment) -> str:
    """Give why the figure at a path is not defined, or not shown."""
    inputs = assessment.inputs
    hidden = _few(path, inputs, assessment.tree) if isinstance(inputs, Inputs) else ""
    return hidden or _undefined(path)


def _few(path: str, inputs: Inputs, tree: Tree) -> str:
    stem, _, key = path.rpartition(".")
    event = next((each for each in few_events(inputs) if key in (f"cost_per_{each}", f"{each}_per_year")), "")
    if event:
        return FEW[event]
    hidden = hidden_courses(inputs)
    rows = [(number, row["id"]) for number, row in enumerate(tree["courses"]) if row["id"] in hidden]
    of_hidden = {f"courses.{name}" for row in rows for name in row}
    periods = {f"variants.{variant.id}" for variant in inputs.scenario.variants} if hidden else set()
    return FEW_IN_A_COURSE if stem in of_hidden | periods else ""


def _undefined(path: str) -> str:
    """Give what the scenario does not say.

    >>> _undefined("months.2018-06.wage_cost")
    'No day of the month was observed.'
    """
    stem, _, key = path.rpartition(".")
    first, _, rest = stem.partition(".")
    if first == "categories":
        return NO_SHARE if rest in DEDUCTED else UNQUANTIFIED
    return {"shares": SHARES, "months": MONTHS}.get(first, REASONS.get(key, OTHERWISE))
