"""What resampling demands: units that are there, at least two of them, and settings that can be."""

from collections.abc import Iterator

from somcost.analyse.assessment import Assessment
from somcost.analyse.resample.weighted import UNITS
from somcost.analyse.tree import estimate_of
from somcost.cost.estimates import CourseEstimate, StaffEstimate
from somcost.problems import Location, Problem, check

LEAST_DRAWS, MOST_DRAWS = 100, 10_000_000
LEAST_UNITS = 2


@check
def resampled_units_are_there(assessment: Assessment, over: str) -> Iterator[Problem]:
    """Resampled are months, courses of a scenario with courses, sites of the rows, or citizens of a list."""
    wrong = _unfit(assessment, over)
    if wrong:
        yield Problem(assessment.inputs.scenario.location, over, *wrong)


def _unfit(assessment: Assessment, over: str) -> tuple[str, str] | None:
    estimate = estimate_of(assessment.costing)
    of_courses = isinstance(estimate, CourseEstimate)
    if over not in UNITS:
        return "cannot be resampled", f"What can: {', '.join(UNITS)}."
    if over == "courses" and not of_courses:
        return "the scenario has no courses with registrations", "Resample months instead."
    if over in ("months", "sites") and of_courses:
        return f"the cost of group courses is a mean over courses, not over {over}", "Resample courses instead."
    if over == "sites" and isinstance(estimate, StaffEstimate):
        return "full-time staff is not stated by site", "Resample months instead."
    if over == "citizens" and assessment.inputs.citizens is None:
        return "the scenario names no list of citizens", "Add participants.path, or resample months."
    return None


@check
def resampled_units_are_several(place: Location, over: str, count: int) -> Problem:
    """Two months, courses, sites or citizens at least are needed to say how much they differ."""
    return Problem(
        place,
        over,
        f"{count} found, at least {LEAST_UNITS} are needed to resample them",
        "Observe more, or resample what there is more of.",
    )


@check
def resampling_settings_are_possible(
    place: Location, *, draws: int, seed: int, confidence: float, block: int | None
) -> Iterator[Problem]:
    """Draws, seed and block are whole numbers in their bounds; confidence is a share between 0 and 1."""
    if not LEAST_DRAWS <= draws <= MOST_DRAWS:
        expected = f"{LEAST_DRAWS} to {MOST_DRAWS:,} are expected"
        yield Problem(place, "draws", f"{draws:,} draws, {expected}", "9,999 are enough for most questions.")
    if seed < 0:
        yield Problem(place, "seed", f"{seed} is under 0", "Any whole number from 0 on gives draws of its own.")
    if not 0 < confidence < 1:
        yield Problem(place, "confidence", f"{confidence:g} is no share between 0 and 1", "90 % is written 0.90.")
    if block is not None and block < 1:
        yield Problem(place, "block", f"a block of {block}, at least 1 is expected", "1 draws every month by itself.")


@check
def blocks_are_of_months(place: Location, over: str, block: int, count: int) -> Iterator[Problem]:
    """Only months are drawn in blocks, and a block is no longer than there are months."""
    if over != "months" and block != 1:
        yield Problem(place, "block", f"{over} have no order to be drawn in blocks by", "Leave block out.")
    elif block > count:
        yield Problem(place, "block", f"a block of {block}, only {count} months are observed", "Give a shorter block.")
