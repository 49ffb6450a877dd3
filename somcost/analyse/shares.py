"""What the collected cost went to: shares by citizen contact, phase, activity and job group."""

from somcost.analyse.rows import Results, Tree
from somcost.cost.cost_columns import CostColumns
from somcost.cost.costing import Costing
from somcost.cost.operating_cost import collected_cost, share_of_collected_cost
from somcost.cost.operations import element, total
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import MISSING

NOT_STATED = "not_stated"
CONTACT = ("with_citizen", "without_citizen", NOT_STATED)


def shares_of(costing: Costing) -> Tree:
    """Give the shares of collected cost, by the keys of the JSON; none without registrations."""
    wages, expenses = costing.wages, costing.expenses
    if wages is None or costing.wage_cost is None:
        return {**dict.fromkeys([*CONTACT, "other_expenses"]), "phase": {}, "activity": {}, "job_group": {}}
    collected = collected_cost(costing.wage_cost, costing.other_expenses)
    return {
        **_shares(wages.by("with_citizen").named("wages_by_contact", "kr"), collected),
        "other_expenses": share_of_collected_cost(costing.other_expenses, collected_cost=collected),
        "phase": _with_rest(_by_phase(wages, expenses), collected, _missing("phase", wages, expenses) and collected),
        "activity": _with_rest(
            wages.by("activity").named("wages_by_activity", "kr"),
            collected,
            _missing("activity", wages) and costing.wage_cost,
        ),
        "job_group": _job_groups(wages, collected),
    }


def _by_phase(wages: CostColumns, expenses: CostColumns | None) -> Quantity:
    by_phase = wages.by("phase")
    if expenses is not None and (expenses.lines.categories["phase"].codes != MISSING).any():
        by_phase = by_phase + expenses.by("phase")
    return by_phase.named("cost_by_phase", "kr")


def _missing(category: str, *columns: CostColumns | None) -> bool:
    codes = [each.lines.categories[category].codes for each in columns if each is not None]
    return any((each == MISSING).any() for each in codes)


def _with_rest(cost: Quantity, collected: Quantity, whole: Quantity | bool) -> Results:
    """Add what belongs to no member, as a share of its own, where the data leaves any out."""
    shares = _shares(cost, collected)
    if isinstance(whole, Quantity):
        rest = (whole - total(cost) if shares else whole).named(f"{cost.key}_not_stated", "kr")
        shares[NOT_STATED] = share_of_collected_cost(rest, collected_cost=collected)
    return shares


def _shares(cost: Quantity, collected: Quantity) -> Results:
    shares = share_of_collected_cost(cost, collected_cost=collected)
    members = cost.dimension.members if cost.dimension else ()
    return {member: element(shares, number) for number, member in enumerate(members)}


def _job_groups(wages: CostColumns, collected: Quantity) -> Results:
    shares = _shares(wages.by("job_group").named("wages_by_job_group", "kr"), collected)
    used = set(wages.lines.categories["job_group"].codes)
    return {group: share for number, (group, share) in enumerate(shares.items()) if number in used}
