"""Checks across files and keys: a check is a function and a row in a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from somcost.model.assumptions import AssumptionSet
from somcost.model.scenario import Inputs
from somcost.problems import Problem, refuse
from somcost.validate import (
    amounts,
    assumptions,
    cost_behaviour,
    courses,
    dates,
    few,
    job_groups,
    part_months,
    participants,
    prices,
    reserved,
    sensitivity,
    staff,
    variants,
    wages,
    warnings,
    window,
)
from somcost.validate.dropped import observed

Check = Callable[[Inputs], Iterator[Problem]]

CHECKS_ACROSS: tuple[Check, ...] = (
    window.window_is_in_order,
    window.window_is_a_lifetime_at_most,
    window.gaps_are_in_order,
    window.gaps_lie_inside_window,
    window.gaps_do_not_overlap,
    window.gaps_leave_days_to_observe,
    part_months.part_months_lie_inside_window,
    part_months.part_months_are_named_once,
    part_months.part_months_say_how_far,
    part_months.part_months_have_observed_days,
    part_months.registered_to_lies_in_its_month,
    part_months.factors_scale_up,
    part_months.factors_have_a_reason,
    variants.sub_periods_are_in_order,
    variants.sub_periods_lie_inside_window,
    variants.sub_periods_have_observed_days,
    variants.full_time_is_no_sub_period,
    variants.sub_periods_keep_sums_whole,
    dates.dates_lie_inside_window,
    dates.dates_lie_outside_gaps,
    dates.dates_lie_before_registered_to,
    amounts.hours_fit_into_days,
    amounts.some_hours_are_registered,
    amounts.amounts_are_not_negative,
    job_groups.job_groups_are_in_the_set,
    reserved.words_are_free,
    prices.wages_share_the_price_level,
    prices.expenses_share_the_price_level,
    prices.price_levels_have_their_series,
    prices.price_years_lie_within_the_index,
    assumptions.needed_parameters_are_given,
    assumptions.yearly_norms_fit_a_year,
    assumptions.daily_hours_fit_a_day,
    assumptions.shares_are_no_percentages,
    assumptions.bounds_enclose_their_value,
    wages.wages_are_positive,
    wages.members_are_named_once,
    wages.additions_are_parameters,
    wages.additions_are_not_included,
    wages.additions_are_added_once,
    wages.inclusions_are_spelt_out,
    participants.registrations_or_staff_are_given,
    participants.participants_or_courses_are_given,
    participants.counts_of_participants_are_positive,
    participants.completion_rate_is_a_share,
    participants.counted_years_touch_the_window,
    participants.citizens_overlap_window,
    participants.citizens_who_left_have_an_end,
    courses.courses_have_registrations,
    courses.courses_are_listed,
    courses.courses_are_named_once,
    courses.courses_have_participants,
    courses.participants_fit_capacity,
    courses.varied_sizes_fit_capacity,
    courses.lines_name_a_listed_course,
    few.enough_citizens_are_observed,
    few.small_courses_stand_among_others,
    few.months_hold_more_than_small_courses,
    staff.staff_lies_inside_window,
    staff.some_staff_is_stated,
    staff.start_up_is_spread_over_years,
    sensitivity.wage_changes_are_shares,
    sensitivity.varied_numbers_are_positive,
    sensitivity.varied_participants_have_a_base,
    sensitivity.varied_participants_of_courses_have_seats,
    sensitivity.varied_course_sizes_have_courses,
    cost_behaviour.rules_match_known_columns,
    cost_behaviour.rules_match_known_kinds,
    cost_behaviour.courses_are_the_steps_of_courses,
    cost_behaviour.stepwise_rules_are_told_apart,
)
"""What stops an assessment."""

WARNINGS: tuple[Check, ...] = (
    warnings.expenses_are_given,
    warnings.enough_months_are_observed,
    warnings.observed_months_have_hours,
    warnings.enough_participants_take_part,
    warnings.months_each_are_known,
    warnings.stated_count_is_the_listed,
    warnings.every_course_has_lines,
    few.events_are_many_enough,
    few.small_courses_are_hidden,
    warnings.values_are_valid,
    warnings.values_are_checked,
    warnings.wages_fit_their_period,
    prices.index_years_are_known,
    prices.stated_rates_are_used,
    cost_behaviour.rules_match_something,
)
"""What does not stop an assessment but stands beside its result."""


CHECKS_OF_A_SET: tuple[Check, ...] = (
    assumptions.yearly_norms_fit_a_year,
    assumptions.daily_hours_fit_a_day,
    assumptions.shares_are_no_percentages,
    assumptions.bounds_enclose_their_value,
    wages.wages_are_positive,
    wages.members_are_named_once,
    wages.additions_are_parameters,
    wages.additions_are_not_included,
    wages.additions_are_added_once,
    wages.inclusions_are_spelt_out,
)
"""What stops an assessment and can be told of an assumption set by itself; they look at nothing else."""


@dataclass(frozen=True)
class _SetAlone:
    """An assumption set where checks expect it among all inputs."""

    assumptions: AssumptionSet


def validate_set(found: AssumptionSet) -> None:
    """Check an assumption set by itself.

    Raises:
        InputProblems: It could be the base of no assessment; it holds every fault.
    """
    alone = cast("Inputs", _SetAlone(found))
    refuse(problem for each in CHECKS_OF_A_SET for problem in each(alone))


def validate(inputs: Inputs) -> tuple[Problem, ...]:
    """Check inputs across their files and keys.

    Args:
        inputs: What was read, each value sound in itself.

    Returns:
        The warnings, in the order of the table of warnings.

    Raises:
        InputProblems: The inputs cannot be assessed; it holds every fault.
    """
    refuse(problem for each in CHECKS_ACROSS for problem in each(inputs))
    kept = observed(inputs)
    if kept is not inputs:  # what is dropped can no longer be what an assessment rests on
        refuse(problem for each in CHECKS_ACROSS for problem in each(kept))
    return tuple(problem for each in WARNINGS for problem in each(kept))
