"""How many units a plan has: what teams bring about, what comes with it, and who works (antal)."""

from somcost.cost.operations import larger, round_up, smaller, total
from somcost.cost.quantity import Value, formula


@formula("units")
def units_of_teams(teams: Value, *, units_each: Value) -> Value:
    """Units that all teams bring about in a year: teams at work, courses begun (antal).

        sum of teams × units each, for every year that teams start in

    Args:
        teams: Teams that start in each year.
        units_each: What a team of each starting year brings about in this year.

    Returns:
        Units.

    Source: docs/method.md 10; a team runs from its start to the horizon.

    >>> import numpy as np
    >>> units_of_teams(np.array([2.0, 1.0]), units_each=np.array([1.0, 0.0]))
    2.0
    """
    return total(teams * units_each)


@formula("units")
def units_of_each(units: Value, *, of_each: Value) -> Value:
    """Units that come with others: participants of courses, sessions of courses (antal).

        units × of each

    Args:
        units: Courses, teams.
        of_each: Participants or sessions of one.

    Returns:
        Units.

    Source: docs/method.md 10.

    >>> units_of_each(4.0, of_each=8.0)
    32.0
    """
    return units * of_each


@formula("courses")
def courses_at_a_time(courses_running: Value, *, courses_per_year: Value) -> Value:
    """Courses that a team runs at a time, spread evenly over the year (forløb ad gangen).

        years of course in the year for one a year × courses a year, rounded up

    Args:
        courses_running: Years of course in the year, of a team that begins one a year.
        courses_per_year: Courses a team begins in a year.

    Returns:
        Whole courses.

    Source: docs/method.md 10.

    >>> courses_at_a_time(0.5, courses_per_year=3.0)
    2.0
    """
    return round_up(courses_running * courses_per_year)


@formula("persons")
def employees_for(participants: Value, *, caseload: Value) -> Value:
    """Employees that participants ask for (medarbejdere).

        participants / caseload, rounded up

    Args:
        participants: Participants taking part at a time.
        caseload: Participants an employee can have at a time (sagstal).

    Returns:
        Whole persons.

    Source: docs/method.md 10.

    >>> employees_for(25.0, caseload=12.0)
    3.0
    """
    return round_up(participants / caseload)


@formula("persons")
def employees_starting(employees: Value, *, employees_before: Value) -> Value:
    """Employees beyond those of the year before (nye medarbejdere).

        employees − employees of the year before, at least 0

    Args:
        employees: Employees of the year.
        employees_before: Employees of the year before.

    Returns:
        Persons.

    Source: docs/method.md 10.

    >>> employees_starting(6.0, employees_before=4.0)
    2.0
    """
    return larger(employees - employees_before, 0)


@formula("persons")
def employees_replaced(employees: Value, *, employees_before: Value, turnover: Value) -> Value:
    """Employees who left and were replaced (personaleomsætning); what is bought for a new employee is bought again.

        the smaller of employees and employees of the year before, less those who stayed, at least 0

    Args:
        employees: Employees of the year.
        employees_before: Employees of the year before.
        turnover: Share who leave in a year.

    Returns:
        Persons; nobody where no more are needed than stayed.

    Source: docs/method.md 10.

    >>> employees_replaced(6.0, employees_before=6.0, turnover=0.25)
    1.5
    >>> employees_replaced(4.0, employees_before=6.0, turnover=0.25)
    0.0
    """
    return larger(smaller(employees, employees_before) - employees_before * (1 - turnover), 0)


@formula("hours/year")
def hours_in_year(hours: Value, *, units: Value, in_year: Value) -> Value:
    """Hours of a line in a year (timer i året).

        hours × units × 1 where the line falls in the year, else 0

    Args:
        hours: Hours for one unit of the line's driver.
        units: Units of the line's driver in the year.
        in_year: 1 or 0.

    Returns:
        hours per year.

    Source: docs/method.md 10.

    >>> hours_in_year(7.4, units=10.0, in_year=1.0)
    74.0
    """
    return hours * units * in_year
