"""Checks of a plan's institutions and of who works in them."""

from collections.abc import Iterator

from somcost.model.plan import PlanInputs
from somcost.problems import Problem, check
from somcost.validate.nearest import listed, nearest


@check
def institutions_are_the_teams(inputs: PlanInputs) -> Iterator[Problem]:
    """Where institutions are described they take the place of teams, and their residents are those who take part."""
    plan = inputs.scenario
    if not plan.institution_list:
        return
    who = plan.participants
    counted = [*plan.teams.values(), *(each for each in (who.per_course, who.per_team, who.total) if each is not None)]
    for stated in counted:
        found = "stands beside institutions that are described"
        advice = (
            "Leave it out: each institution is a team from year 1, with its residents; or say how many institutions."
        )
        yield Problem(stated.location, stated.key, found, advice)


@check
def employees_are_counted_once(inputs: PlanInputs) -> Iterator[Problem]:
    """A type of employee is so many a team or has a caseload; or each institution says how many it has."""
    plan = inputs.scenario
    for each in plan.employees:
        stated = each.per_team or each.caseload
        if plan.institution_list and stated is not None:
            advice = "Leave it out here, or say how many institutions there are and no more of them."
            yield Problem(stated.location, stated.key, "each institution says how many it has", advice)
        elif not plan.institution_list and stated is None:
            advice = "Say per_team, or caseload."
            yield Problem(each.location, f"employees.{each.id}", "does not say how many there are", advice)


@check
def institutions_have_their_employees(inputs: PlanInputs) -> Iterator[Problem]:
    """What an institution counts are types of employee of the plan; a type that a line follows is in one at least."""
    plan = inputs.scenario
    known = [each.id for each in plan.employees]
    for house in plan.institution_list:
        for name, stated in house.employees.items():
            if name not in known:
                near = nearest(name, known)
                advice = f"Did you mean {near}?" if near else f"Known here: {listed(known)}."
                yield Problem(stated.location, stated.key, f'"{name}" is no type of employee of the plan', advice)
    for each in plan.employees if plan.institution_list else ():
        if not sum(house.employees[each.id].value for house in plan.institution_list if each.id in house.employees):
            advice = "Count them under employees of an institution, or leave the type out."
            yield Problem(each.location, f"employees.{each.id}", "no institution has any", advice)


@check
def residents_are_stated_for_all(inputs: PlanInputs) -> Iterator[Problem]:
    """Residents are stated for every institution or for none: what is not said is no zero."""
    plan = inputs.scenario
    for house in plan.institution_list if plan.residents else ():
        if house.residents is None:
            key = f"institutions.{house.id}.residents"
            yield Problem(house.location, key, "other institutions state their residents", "State them here too.")
