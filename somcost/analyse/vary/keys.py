"""What can be varied: every assumption and scenario number behind the results, and what moves many of them at once.

A key is the dotted word that stands in the files. `wages`, `participants` and `course_size` are levers of the method;
`hours` and `other_expenses`, whole or of one member (`hours.phase.visitation`), scale what was registered.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.tree import estimate_of, result_tree
from somcost.analyse.vary.unknown import unknown_key
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.ledger.lines import CostLines
from somcost.model.assumptions import Assumption
from somcost.model.scenario import Stated
from somcost.problems import InputProblems, Location
from somcost.validate.few import hidden_courses

LEVERS = ("wages", "participants", "course_size")
SCALED = {
    "hours": ("job_group", "phase", "activity", "course", "site"),
    "other_expenses": ("category", "phase", "course", "site"),
}
"""What was registered and can be scaled, with the columns whose members can be scaled alone."""
COMPUTED = (
    "participants_per_year",
    "months_each",
    "enrolled_per_year",
    "discharged_per_year",
    "completed_per_year",
    "participant_months",
    "person_years",
)
"""Denominators that can be varied as such where they are computed; `observed_months` always is."""
SHARES = ("participants.completion_rate", "turnover")
"""Shares of a whole: 1 at most."""


@dataclass(frozen=True, slots=True)
class Key:
    """A number that can be varied (nøgle).

    Attributes:
        name: The dotted key.
        unit: Its unit; the changes of `wages` are shares.
        base: Its value in the assessment; None where that is no one number (the courses' own sizes).
        assumption: The assumption it is, where it is one.
        lines: The lines it scales, and which of them.
        most: The highest value it can have: all who start complete, the seats of a course.
        steps: What its cost comes in whole units of: the places of a team, the seats of a course.
    """

    name: str
    unit: str
    base: float | None
    assumption: Assumption | None = None
    lines: str = ""
    member: tuple[str, str] | None = None
    most: float = math.inf
    steps: tuple[float, ...] = ()


def asked_keys(assessment: AnyAssessment, names: Iterable[str]) -> dict[str, Key]:
    """Give the keys named.

    Raises:
        InputProblems: A name is no key that can be varied in the assessment.
    """
    asked = list(names)
    found: dict[str, Key] = {}
    for key in _keys(assessment):
        if len(found) == len(set(asked)):
            break
        if key.name in asked:
            found.setdefault(key.name, key)
    missing = [name for name in asked if name not in found]
    if missing:
        place, known = Location(assessment.inputs.scenario.location.file), list(keys_of(assessment))
        raise InputProblems(unknown_key(assessment, place, name, known) for name in missing)
    return {name: found[name] for name in asked}


def keys_of(assessment: AnyAssessment) -> dict[str, Key]:
    """Give every key that can be varied in an assessment, levers first (nøgler, der kan varieres)."""
    keys: dict[str, Key] = {}
    for key in _keys(assessment):
        keys.setdefault(key.name, key)
    return keys


def _keys(assessment: AnyAssessment) -> Iterator[Key]:
    if isinstance(assessment, PlanAssessment):
        return _keys_of_plan(assessment)
    hidden = _of_hidden_courses(assessment)
    return (key for key in _every_key(assessment) if key.name not in hidden)


def _every_key(assessment: Assessment) -> Iterator[Key]:
    costing = assessment.costing
    yield from _levers(costing)
    yield from _inputs(assessment)
    for kind in (_wages, _computed, _scaled, _staff):
        yield from kind(costing)


def _keys_of_plan(assessment: PlanAssessment) -> Iterator[Key]:
    if assessment.costing.rates.operation:
        yield Key("wages", "share", 0.0)
    yield from _stated(assessment.tree["results"].values())
    yield from _wages(assessment.costing)


def _of_hidden_courses(assessment: Assessment) -> set[str]:
    """Give the keys that tell of a course whose figures are not shown: its participants, hours and expenses."""
    courses, hidden = assessment.inputs.scenario.courses, hidden_courses(assessment.inputs)
    sizes = {course.participants.key for course in courses.list if course.id in hidden} if courses else set()
    return sizes | {f"{table}.course.{course}" for table in SCALED for course in hidden}


def _levers(costing: Costing) -> Iterator[Key]:
    estimate = estimate_of(costing)
    yield Key("wages", "share", 0.0)
    base = estimate.denominators.participants_per_year
    places = () if estimate.capacity is None else tuple(np.atleast_1d(estimate.capacity.value).tolist())
    if base is not None and (places or not isinstance(estimate, CourseEstimate)):
        yield Key("participants", "per year", float(base.value), steps=places)
    if isinstance(estimate, CourseEstimate):
        yield Key("course_size", "participants", None, most=max(places, default=math.inf))


def _inputs(assessment: Assessment) -> Iterator[Key]:
    costing = assessment.costing
    tree = assessment.tree if assessment.shown is costing else result_tree(costing)
    roots = [*tree["results"].values(), *(result for each in tree["variants"].values() for result in each.values())]
    roots += [estimate_of(costing).capacity, costing.alternative]
    yield from _stated(roots)


def _stated(results: Iterable[Quantity | None]) -> Iterator[Key]:
    """Give the assumptions and the stated numbers that results rest on."""
    for quantity in steps(root for root in results if isinstance(root, Quantity)):
        if quantity.unit in ("date", "index"):
            continue
        if isinstance(quantity.provenance, Assumption):
            yield Key(quantity.key, quantity.unit, float(quantity.value), assumption=quantity.provenance)
        elif isinstance(quantity.provenance, Stated):
            most = 1.0 if quantity.key in SHARES else math.inf
            yield Key(quantity.key, quantity.unit, float(quantity.value), most=most)


def _wages(costing: Costing | PlanCosting) -> Iterator[Key]:
    for name, wage in mean_wages(costing).items():
        yield Key(name, wage.unit, float(wage.value))


def mean_wages(costing: Costing | PlanCosting) -> dict[str, Quantity]:
    """Give the monthly wage cost of each job group in use whose wage is the mean of others', by its key."""
    groups = costing.givens.assumptions.job_groups
    wages = monthly_wages(costing)
    return {f"job_groups.{name}.monthly_wage_cost": wage for name, wage in wages.items() if groups[name].mean_of}


def monthly_wages(costing: Costing | PlanCosting) -> Mapping[str, Quantity]:
    """Give the monthly wage cost of each job group in use; none where a plan states no hours."""
    groups = costing.rates.dimension
    for quantity in steps([costing.rates]):
        if groups is not None and quantity.operation == "stack" and quantity.dimension is groups:
            return dict(zip(groups.members, quantity.operands, strict=True))
    if costing.rates.operation:
        raise AssertionError("hourly rates come from monthly wages")
    return {}


def _computed(costing: Costing) -> Iterator[Key]:
    for name, quantity in computed(costing).items():
        yield Key(name, quantity.unit, float(quantity.value))


def computed(costing: Costing) -> dict[str, Quantity]:
    """Give what is computed from the inputs and may be varied as such."""
    denominators = estimate_of(costing).denominators
    found = {name: getattr(denominators, name) for name in COMPUTED}
    return {
        "observed_months": costing.calendar.observed_months,
        **{name: quantity for name, quantity in found.items() if quantity is not None and quantity.operation},
    }


def _scaled(costing: Costing) -> Iterator[Key]:
    for table, lines in tables(costing).items():
        unit = "hours" if table == "hours" else "kr"
        yield Key(table, unit, float(lines.amounts.sum()), lines=table)
        for name in SCALED[table]:
            category = lines.categories[name]
            for code, member in enumerate(category.groups.members):
                own = float(lines.amounts[category.codes == code].sum())
                if own:
                    yield Key(f"{table}.{name}.{member}", unit, own, lines=table, member=(name, member))


def _staff(costing: Costing) -> Iterator[Key]:
    """Give the full-time equivalents, on average over the months they are stated for."""
    if costing.staff is not None:
        yield Key("fte", "fte", float(costing.staff.average_fte.value))


def tables(costing: Costing) -> dict[str, CostLines]:
    """Give the lines that can be scaled, by the key they are scaled with."""
    columns = {"hours": costing.wages, "other_expenses": costing.expenses}
    return {name: each.lines for name, each in columns.items() if each is not None and each.lines.amounts.sum()}
