"""Group courses (gruppeforløb): cost of a course, of a participant by two estimators, and of other course sizes."""

from somcost.cost.operations import mean
from somcost.cost.quantity import Value, formula


@formula("kr")
def cost_of_course(wages: Value, expenses: Value) -> Value:
    """Cost of each course (omkostning for forløbet): its wages and its other expenses.

        wages + expenses

    Args:
        wages: kr, by course.
        expenses: kr, by course.

    Returns:
        kr, by course.

    Source: docs/method.md 6.

    >>> cost_of_course(75_000, 5_400)
    80400
    """
    return wages + expenses


@formula("kr")
def cost_per_course(cost_of_course: Value) -> Value:
    """Cost per course (omkostning pr. forløb): the mean over the courses observed.

        mean of the courses' costs

    Args:
        cost_of_course: kr, by course.

    Returns:
        kr per course.

    Source: Rambøll 2020, Table 7-3; docs/method.md 6.

    >>> import numpy as np
    >>> cost_per_course(np.array([80_000.0, 90_000]))
    85000.0
    """
    return mean(cost_of_course)


@formula("kr/year")
def annual_cost_of_courses(cost_per_course: Value, *, courses_per_year: Value) -> Value:
    """Annual operating cost of group courses (årlige driftsomkostninger).

        cost per course × courses per year

    Args:
        cost_per_course: kr.
        courses_per_year: Courses a year.

    Returns:
        kr per year.

    Source: Rambøll 2020, Table 7-3 (80,400 × 2.5 = 201,000).

    >>> annual_cost_of_courses(80_400, courses_per_year=2.5)
    201000.0
    """
    return cost_per_course * courses_per_year


@formula("kr")
def cost_per_participant_of_course(cost_of_course: Value, *, participants: Value) -> Value:
    """Cost per participant of each course (omkostning pr. deltager i forløbet).

        cost of the course / its participants

    Args:
        cost_of_course: kr, by course.
        participants: Participants, by course.

    Returns:
        kr per participant, by course.

    Source: Rambøll 2020, chapter 7.5 (11,000 to 21,000).

    >>> cost_per_participant_of_course(80_400, participants=6)
    13400.0
    """
    return cost_of_course / participants


@formula("kr")
def cost_per_participant_mean_of_ratios(cost_per_participant_of_course: Value) -> Value:
    """Cost per participant as the mean of the courses' own costs per participant (gennemsnit af forløbene).

        mean of (cost of the course / its participants)

    Args:
        cost_per_participant_of_course: kr per participant, by course.

    Returns:
        kr per participant.

    Source: Rambøll 2020, Table 7-3 (15,000); docs/method.md 6.

    >>> import numpy as np
    >>> cost_per_participant_mean_of_ratios(np.array([10_000.0, 20_000]))
    15000.0
    """
    return mean(cost_per_participant_of_course)


@formula("kr")
def cost_per_participant_ratio_of_means(cost_per_course: Value, *, mean_course_size: Value) -> Value:
    """Cost per participant as mean cost over mean size (samlet omkostning pr. deltager).

        cost per course / mean participants of a course

    Args:
        cost_per_course: kr.
        mean_course_size: Mean participants of a course.

    Returns:
        kr per participant.

    Source: docs/method.md 6 (80,400 / 5.8 = 13,900).

    >>> round(cost_per_participant_ratio_of_means(80_400, mean_course_size=5.8))
    13862
    """
    return cost_per_course / mean_course_size


@formula("participants")
def mean_course_size(participants: Value) -> Value:
    """Mean participants of a course (deltagere pr. forløb).

        mean of the courses' participants

    Args:
        participants: Participants, by course.

    Returns:
        participants per course.

    Source: Rambøll 2020, chapter 7.5 (5.8).

    >>> import numpy as np
    >>> mean_course_size(np.array([6.0, 5, 7, 5, 6]))
    5.8
    """
    return mean(participants)


@formula("per year")
def participants_of_courses(mean_course_size: Value, *, courses_per_year: Value) -> Value:
    """Participants a year of group courses (deltagere pr. år).

        mean participants of a course × courses per year

    Args:
        mean_course_size: Participants per course.
        courses_per_year: Courses a year.

    Returns:
        participants per year.

    Source: docs/method.md 6.

    >>> participants_of_courses(5.8, courses_per_year=2.5)
    14.5
    """
    return mean_course_size * courses_per_year


@formula("participants")
def participants_of_each(participants: Value, *, courses: Value) -> Value:
    """Participants of each of so many courses of one size (deltagere pr. forløb).

        participants a year / courses a year

    Args:
        participants: Participants a year.
        courses: Courses a year, > 0.

    Returns:
        participants per course.

    Source: docs/method.md 9.

    >>> participants_of_each(21, courses=3)
    7.0
    """
    return participants / courses


@formula("kr")
def cost_of_course_at_size(fixed: Value, variable: Value, *, size: Value, participants: Value) -> Value:
    """Cost of each course had it had another size (omkostning ved anden gruppestørrelse).

        fixed + variable × size / participants

    Args:
        fixed: kr that do not follow the size, by course.
        variable: kr that follow the participants, by course.
        size: The other size, the same for all.
        participants: Participants the course had, by course.

    Returns:
        kr, by course.

    Source: Rambøll 2020, Table 7-5; docs/method.md 6 (a line through the mean size misses the table).

    >>> cost_of_course_at_size(60_000, 20_000, size=8, participants=5)
    92000.0
    """
    return fixed + variable * size / participants


@formula("kr")
def cost_per_participant_at_size(cost_per_course: Value, *, size: Value) -> Value:
    """Cost per participant of courses of one size (omkostning pr. deltager).

        cost per course of that size / size

    Args:
        cost_per_course: kr.
        size: Participants of every course.

    Returns:
        kr per participant.

    Source: Rambøll 2020, Table 7-5 (72,000 / 4 = 18,000).

    >>> cost_per_participant_at_size(72_000, size=4)
    18000.0
    """
    return cost_per_course / size
