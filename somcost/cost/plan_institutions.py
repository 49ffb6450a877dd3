"""A plan's institutions, each with its own staff and residents, and the standard institution they make (niveau 3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.cost.operations import mean, stack, total_of
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.planned_cost import cost_of_institution, cost_per_unit, share_of_units
from somcost.cost.quantity import Quantity
from somcost.model.plan import Institution, PlanLine


@dataclass(frozen=True, slots=True)
class InstitutionColumns:
    """What is told of each institution; residents are None where they are not stated."""

    employees: Quantity
    residents: Quantity | None
    cost: Quantity
    cost_per_resident: Quantity | None

    @property
    def standard_employees(self) -> Quantity:
        """Employees of the standard institution: the mean."""
        return mean(self.employees).named("standard_employees", "persons")

    @property
    def standard_residents(self) -> Quantity | None:
        """Residents of the standard institution: the mean."""
        return None if self.residents is None else mean(self.residents).named("standard_residents", "participants")


def institution_columns(costing: PlanCosting) -> InstitutionColumns | None:
    """Share the cost out among the institutions, each by its share of what a line follows; None where none are told.

    Every line is linear in what it follows, so that an institution costs what a plan of it alone would,
    beside its equal part of what the intervention costs whatever institutions there are.
    """
    listed, over = costing.plan.institution_list, costing.houses
    if over is None:
        return None
    costs = costing.less_residual()
    shared = _Shared(costing)
    each = [cost_of_institution(costs, share=shared.of(house)) for house in listed]
    cost = stack(each, over).named("cost_of_institution", "kr")
    employees = stack([costing.units.employees_of(house) for house in listed], over)
    residents = None
    if costing.plan.residents:
        stated = [costing.givens.stated(number, "participants") for number in costing.plan.residents]
        residents = stack(stated, over).named("residents_of_institution", "participants")
    return InstitutionColumns(
        employees=employees.named("employees_of_institution", "persons"),
        residents=residents,
        cost=cost,
        cost_per_resident=None
        if residents is None
        else cost_per_unit(cost, units=residents).named("cost_per_resident", "kr"),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """An institution's share of every line."""

    costing: PlanCosting

    def of(self, house: Institution) -> Quantity:
        shares: dict[tuple[str, str | None], Quantity] = {}
        for line in self.costing.lines:
            shares.setdefault(_followed(line), self._share(house, line))
        column = [shares[_followed(line)] for line in self.costing.lines]
        return stack(column, self.costing.rows).named(f"share_of_institution.{house.id}", "share")

    def _share(self, house: Institution, line: PlanLine) -> Quantity:
        givens, listed = self.costing.givens, self.costing.plan.institution_list
        if line.driver == "participant" and house.residents is not None:
            residents = [givens.stated(each, "participants") for each in self.costing.plan.residents]
            own = givens.stated(house.residents, "participants")
            return self._named(house, line, own, residents)
        if line.driver == "employee" and line.employee is None:
            employees = [self.costing.units.employees_of(each) for each in listed]
            return self._named(house, line, self.costing.units.employees_of(house), employees)
        if line.employee is not None:
            counts = {each.id: each.employees[line.employee] for each in listed if line.employee in each.employees}
            if house.id not in counts:
                return self.costing.units.leaf("no_share", 0, "share", words="no employees stated")
            every = [givens.stated(count, "persons") for count in counts.values()]
            return self._named(house, line, givens.stated(counts[house.id], "persons"), every)
        words = "an equal part for each institution"
        return self.costing.units.leaf("equal_share", 1 / len(listed), "share", words=words)

    @staticmethod
    def _named(house: Institution, line: PlanLine, own: Quantity, every: Sequence[Quantity]) -> Quantity:
        share = share_of_units(own, of_all=total_of(every))
        return share.named(f"share_of_units.{house.id}.{line.employee or line.driver}", "share")


def _followed(line: PlanLine) -> tuple[str, str | None]:
    return line.driver, line.employee
