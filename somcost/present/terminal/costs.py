"""The main table as the report prints it, the other unit costs, and what they rest on."""

from collections.abc import Iterator, Sequence

from somcost.present.language import N_
from somcost.present.terminal.view import MISSING, Block, Table, View

SHORT = {
    "annual_operating_cost": N_("Annual operating cost"),
    "cost_per_course": N_("Per group course"),
    "cost_per_participant": N_("Per {one}"),
    "cost_per_participant_month": N_("Per {one} per month"),
    "cost_per_enrolled": N_("Per enrolled"),
    "cost_per_discharged": N_("Per discharged"),
}
"""Headings of the main table's columns."""
OF_ENROLMENT = ("cost_per_enrolled", "cost_per_discharged")
BASIS = ("wage_cost", "other_expenses", "collected_cost", "observed_months", "participants_per_year", "months_each")
OTHER = (
    "cost_per_month_in_intervention",
    "cost_per_person_year",
    "cost_per_enrolled",
    "cost_per_discharged",
    "cost_per_completed",
    "cost_per_participant_mean_of_ratios",
    "cost_per_participant_ratio_of_means",
)


def main_keys(view: View) -> list[str]:
    """Give the costs of the main table: those that are defined; per enrolled where there is none per participant."""
    estimates = view.estimates().values()
    defined = [key for key in SHORT if any(each.get(key) is not None for each in estimates)]
    if "cost_per_participant" in defined:
        return [key for key in defined if key not in OF_ENROLMENT]
    return defined


def headings(view: View, keys: Sequence[str]) -> list[str]:
    """Say the columns' headings."""
    return [view.words.say(SHORT[key]) for key in keys]


def cost_blocks(view: View) -> Iterator[Block]:
    """Give the main table."""
    keys = main_keys(view)
    rows = [
        [view.words.estimate(name), *(view.figure(key, results.get(key)) for key in keys)]
        for name, results in view.estimates().items()
    ]
    headline = view.words.headline()
    annual = [results.get("annual_operating_cost") for results in view.estimates().values()]
    yield Table(
        view.heading(view.words.say(N_("Cost")), annual=annual),
        [view.words.say(N_("Estimate")), *headings(view, keys)],
        rows,
        [headline] if headline else [],
    )


def basis_blocks(view: View) -> Iterator[Block]:
    """Give the other unit costs, and the figures that all of them rest on, an estimate a column."""
    shown = main_keys(view)
    titles = {N_("Other unit costs"): [key for key in OTHER if key not in shown], N_("What they rest on"): BASIS}
    for title, keys in titles.items():
        rows = list(_rows(view, keys))
        if rows:
            names = [view.words.estimate(name) for name in view.estimates()]
            yield Table(view.heading(view.words.say(title)), ["", *names], rows)


def _rows(view: View, keys: Sequence[str]) -> Iterator[list[str]]:
    for key in keys:
        cells = [view.figure(key, results.get(key)) for results in view.estimates().values()]
        if any(cell != MISSING for cell in cells):
            yield [view.words.key(key), *cells]
