"""Full-time staff as quantities: effective hours, rate and amount by month and job group."""

from dataclasses import dataclass

from somcost.cost.behaviour import variable_part
from somcost.cost.calendar_table import Months
from somcost.cost.full_time import average_fte, hours_of_staff, staffed_months
from somcost.cost.givens import Givens, column, derived
from somcost.cost.operating_cost import amount_of_hours, wage_cost
from somcost.cost.operations import look_up, total, total_by
from somcost.cost.quantity import Quantity
from somcost.cost.window import month_share
from somcost.ledger.staff import StaffLines


@dataclass(frozen=True, slots=True, eq=False)
class StaffColumns:
    """What the full-time staff costs in the months it is stated for."""

    lines: StaffLines
    fte: Quantity
    wage_cost: Quantity
    variable_cost: Quantity
    stepped_cost: Quantity | None
    cost_by_job_group: Quantity
    staffed_months: Quantity
    average_fte: Quantity


def staff_columns(givens: Givens, lines: StaffLines, *, months: Months, rates: Quantity) -> StaffColumns:
    """Price the full-time staff."""
    fte = column("fte", lines.fte, "fte", over=lines.rows, table=lines.table)
    share = derived("employed_share", lines.month_share, "months", words="full_time_staff", over=lines.rows)
    hours = hours_of_staff(fte, month_share=share, annual_hours_norm=givens.parameter("annual_hours_norm"))
    rate = look_up(rates, lines.job_group).named("rate", "kr/hour")
    days = derived("staffed_days", lines.staffed_days, "days", words="full_time_staff", over=months.dimension)
    amount = amount_of_hours(hours, rate=rate)
    variable = derived("variable", lines.variable, "", words="cost_behaviour", over=lines.rows)
    months_staffed = staffed_months(month_share(days, days_in_month=months.days))
    return StaffColumns(
        lines=lines,
        fte=fte,
        wage_cost=wage_cost(amount),
        cost_by_job_group=total_by(amount, lines.job_group).named("staff_cost_by_job_group", "kr"),
        variable_cost=total(variable_part(amount, variable=variable)).named("variable_cost", "kr"),
        stepped_cost=None if lines.step is None else total_by(amount, lines.step).named("stepped_cost", "kr"),
        staffed_months=months_staffed,
        average_fte=average_fte(fte, month_share=share, staffed_months=months_staffed),
    )
