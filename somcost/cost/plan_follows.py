"""What a line of a plan follows: units of its driver that start, that there are, or that are being paid."""

from dataclasses import dataclass

from somcost.model.plan import Plan, PlanLine

ANEW = ("course", "session", "participant")
"""Drivers that begin anew all the time: what is bought once for each of them is bought in every year."""


@dataclass(frozen=True, slots=True)
class Follows:
    """What a line's units are: of its driver or one type of employee; those that start, those there are, those paid.

    Attributes:
        timing: `once`, `yearly`, or `paid`: what was bought in one of the last `life` years.
        years: The only years it is bought in, where that matters for how many there are.
    """

    driver: str
    employee: str | None
    timing: str
    life: int = 0
    years: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Its name among all that lines follow."""
        timing = "-".join([self.timing, *([str(self.life)] if self.life else []), *map(str, self.years)])
        return ".".join(part for part in (self.driver, self.employee, timing) if part is not None)


def follows_of(line: PlanLine, plan: Plan) -> Follows:
    """Tell what a line follows."""
    if line.years_paid:
        return Follows(line.driver, line.employee, "paid", line.years_paid, line.years)
    years = line.years if line.timing == "once" and plan.stands_throughout(line.driver) else ()
    return Follows(line.driver, line.employee, line.timing, years=years)


def recurs(line: PlanLine, plan: Plan) -> bool:
    """Tell whether a line is a cost of every year: an annuity, a yearly one, or for what begins anew.

    What is named for early years alone is not, unless it is paid over its life.
    """
    anew = line.driver in ANEW and not plan.stands_throughout(line.driver)
    return bool(line.years_paid) or (_lasts(line, plan) and (line.timing == "yearly" or anew))


def comes_again(line: PlanLine, plan: Plan) -> bool:
    """Tell whether a line is bought once for an employee, and so again for whoever comes in their place."""
    return is_bought_for_employees(line) and plan.turnover is not None and _lasts(line, plan)


def is_bought_for_employees(line: PlanLine) -> bool:
    """Tell whether a line is bought once for each employee who comes."""
    return line.driver == "employee" and line.timing == "once" and not line.years_paid


def _lasts(line: PlanLine, plan: Plan) -> bool:
    """Tell whether a line falls in every year, or in named years that go on to the horizon's last two."""
    horizon = plan.intervention.horizon
    return not line.years or {max(horizon - 1, 1), horizon} <= set(line.years)
