"""Why a figure is not defined: what the scenario does not say."""

from somcost.present.language import N_

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
    "hourly_rate": N_("The assumption set lacks a parameter that the hourly rate needs."),
}


def reason_of(path: str) -> str:
    """Give why the figure at a path is not defined.

    >>> reason_of("months.2018-06.wage_cost")
    'No day of the month was observed.'
    """
    stem, _, key = path.rpartition(".")
    first, _, rest = stem.partition(".")
    if first == "categories":
        return NO_SHARE if rest in DEDUCTED else UNQUANTIFIED
    return {"shares": SHARES, "months": MONTHS}.get(first, REASONS.get(key, OTHERWISE))
