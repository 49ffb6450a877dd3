"""Sensitivities: changes as shares, numbers above zero, and something to vary."""

from collections.abc import Iterator

from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.validate.participants import say_how_many

LARGEST_CHANGE = 5


@check
def wage_changes_are_shares(inputs: Inputs) -> Iterator[Problem]:
    """A change of wages is a share above -1 and under 5; +10 % is 0.10."""
    for change in inputs.scenario.sensitivity.wages:
        if not -1 < change.value < LARGEST_CHANGE:
            yield Problem(
                change.location,
                change.key,
                f"{change.value:g} is no change of wages above -1 and under {LARGEST_CHANGE}",
                "+10 % is written 0.10, -5 % is -0.05.",
            )


@check
def varied_numbers_are_positive(inputs: Inputs) -> Iterator[Problem]:
    """Participants and sizes of a course are varied to numbers above 0."""
    varied = inputs.scenario.sensitivity
    for number in (*varied.participants, *varied.course_size):
        if number.value <= 0:
            yield Problem(
                number.location,
                number.key,
                f"{number.value:g} participants, more than 0 are expected",
                "The cost per participant is divided by it.",
            )


@check
def varied_participants_have_a_base(inputs: Inputs) -> Iterator[Problem]:
    """Participants are varied only where the number of participants a year is known."""
    varied = inputs.scenario.sensitivity.participants
    if varied and not say_how_many(inputs):
        yield Problem(
            varied[0].location,
            "sensitivity.participants",
            "participants are varied but their number a year is not known",
            "Add participants.count, participants.per_year or a list of citizens; or leave this sensitivity out.",
        )


@check
def varied_participants_of_courses_have_seats(inputs: Inputs) -> Iterator[Problem]:
    """Participants of group courses are varied only where the seats of a course are given: courses come whole."""
    varied, courses = inputs.scenario.sensitivity.participants, inputs.scenario.courses
    if varied and courses is not None and courses.capacity is None and inputs.registrations is not None:
        yield Problem(
            varied[0].location,
            "sensitivity.participants",
            "participants are varied but the seats of a course are not known",
            "Add courses.capacity: as many courses run as the participants fill; or vary course_size.",
        )


@check
def varied_course_sizes_have_courses(inputs: Inputs) -> Iterator[Problem]:
    """Sizes of a course are varied only where courses are given."""
    varied = inputs.scenario.sensitivity.course_size
    if varied and inputs.scenario.courses is None:
        yield Problem(
            varied[0].location,
            "sensitivity.course_size",
            "sizes of a course are varied but the scenario has no courses",
            "Add courses, or leave this sensitivity out.",
        )
