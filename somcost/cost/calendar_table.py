"""The calendar of the window as quantities: the months, the observed periods, and what each month counts."""

import datetime as dt
from dataclasses import dataclass

from somcost.cost.givens import Givens, day_number, derived
from somcost.cost.operations import stack
from somcost.cost.quantity import Quantity
from somcost.cost.window import days_within, month_share, observed_days, observed_months
from somcost.model.calendar import cut_to, days_in_month, first_day, last_day, months_of, observed_spans
from somcost.model.dimensions import Dimension
from somcost.model.scenario import Variant

Span = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True, eq=False)
class Months:
    """The calendar months of the window: first and last day of each, its days, and its factor if any has one."""

    dimension: Dimension
    first: Quantity
    last: Quantity
    days: Quantity
    factor: Quantity | None


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """A window, or a sub-period of it: first and last day, observed periods and the months they add up to."""

    window: Span
    periods: tuple[Span, ...]
    window_months: Quantity
    observed_months: Quantity


def window_months_table(givens: Givens, dimension: Dimension) -> Months:
    """Set up the months of the scenario's window."""
    window = givens.inputs.scenario.window
    months = months_of(window.start, window.end)
    columns = {
        "month_first": ([day_number(first_day(month)) for month in months], "date"),
        "month_last": ([day_number(last_day(month)) for month in months], "date"),
        "days_in_month": ([float(days_in_month(month)) for month in months], "days"),
    }
    first, last, days = (
        derived(key, values, unit, words="calendar", over=dimension) for key, (values, unit) in columns.items()
    )
    return Months(dimension, first, last, days, _factor(givens, dimension, months))


def _factor(givens: Givens, dimension: Dimension, months: tuple[dt.date, ...]) -> Quantity | None:
    factors = {first_day(part.month): part.factor for part in givens.inputs.scenario.window.part_months if part.factor}
    if not factors:
        return None
    whole = derived("whole_month", 1.0, "", words="month registered whole")
    elements = [givens.stated(factors[month], "") if month in factors else whole for month in months]
    return stack(elements, dimension).named("month_factor", "")


def calendar_of(givens: Givens, months: Months, *, variant: Variant | None = None) -> Calendar:
    """Set up the calendar of the scenario's window, or of a sub-period of it."""
    window, periods = _spans(givens, variant)
    days = [days_within(months.first, months.last, span=period) for period in periods]
    shares = month_share(observed_days(days), days_in_month=months.days)
    whole = month_share(days_within(months.first, months.last, span=window), days_in_month=months.days)
    return Calendar(
        window=window,
        periods=periods,
        window_months=observed_months(whole.named("window_share", "months")).named("window_months", "months"),
        observed_months=observed_months(shares),
    )


def _spans(givens: Givens, variant: Variant | None) -> tuple[Span, tuple[Span, ...]]:
    window = givens.inputs.scenario.window
    start, end = (variant.start, variant.end) if variant else (None, None)
    prefix = f"variants.{variant.id}.window" if variant else "window"
    location = variant.location if variant else window.location
    whole = cut_to(window, start=start, end=end)

    def day(name: str, date: dt.date) -> Quantity:
        return givens.day(f"{prefix}.{name}", date, location)

    periods = [
        (day(f"observed.{number}.start", span.start), day(f"observed.{number}.end", span.end))
        for number, span in enumerate(observed_spans(window, start=start, end=end), start=1)
    ]
    return (day("start", whole.start), day("end", whole.end)), tuple(periods)
