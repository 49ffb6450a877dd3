"""What stands out among hours: long days, long weeks, long rows and cases unlike the others."""

from dataclasses import dataclass
from typing import Literal

from somcost.analyse.quality.places import Place
from somcost.analyse.quality.robust import RobustRule

NotKnown = Literal[
    "no_registrations", "no_employee_by_day", "every_row_names_employee", "no_case", "too_few_cases", "read_as_sums"
]


@dataclass(frozen=True, slots=True)
class Outlier:
    """Hours that stand out.

    Attributes:
        number: Running number of the employee or the case; None for a row that names none.
        when: The day 2018-03-01, the week 2018-W09, or None for a case.
        hours: Registered hours; None of a case, which is a citizen's, unless one may be told of.
        rows: The rows they are in.
        first: Where the first row stands.
    """

    number: int | None
    when: str | None
    hours: float | None
    rows: int
    first: Place


@dataclass(frozen=True, slots=True)
class Outliers:
    """What stands out of one kind.

    Attributes:
        above: Hours above which it does; None for cases, which are held against each other.
        rule: How cases are held against each other; None for the others.
        usual: The cases' median hours, where they are judged.
        not_known: Why nothing is told, where nothing can be.
        not_judged_rows: Rows left out of it, as they do not say enough.
        found: What stands out, in the order of number and time.
    """

    above: float | None = None
    rule: RobustRule | None = None
    usual: float | None = None
    not_known: NotKnown | None = None
    not_judged_rows: int = 0
    found: tuple[Outlier, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOutliers:
    """Outliers by employee and day, employee and week, row and day without an employee, and case."""

    days: Outliers
    weeks: Outliers
    rows: Outliers
    cases: Outliers
