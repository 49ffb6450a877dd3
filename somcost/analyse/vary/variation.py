"""An assessment that answers again with other values of some keys, one or a million at a time."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from somcost.analyse.assessment import Assessment
from somcost.analyse.rows import AnyEstimate, Results, results_of
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.keys import Key, asked_keys, computed, monthly_wages
from somcost.cost.alternative import share_to_avoid
from somcost.cost.costing import Costing, costing_of
from somcost.cost.estimates import CourseEstimate, Levers, unused_by_step
from somcost.cost.evaluate import Array, Evaluation, PutIn
from somcost.cost.givens import Givens
from somcost.cost.operating_cost import changed_wage_cost, collected_cost
from somcost.cost.quantity import Derived, Quantity
from somcost.cost.start_up_columns import start_up_costs
from somcost.cost.trace import Trace, steps
from somcost.cost.wages import changed_hourly_rate
from somcost.ledger.lines import Ledger, sums_by

NEEDED = ("job_group", "course", "step")
"""Categories of the cost lines that the costing itself goes by."""


class Variation:
    """An assessment with some of its keys left open (variation).

    The lines are added up as far as the keys allow, so that an evaluation costs little however many rows were read.

    Attributes:
        keys: The keys left open, by name.
        base: Each result as calculated, None where it is not defined.

    Raises:
        InputProblems: A name is no key that can be varied in the assessment.
    """

    def __init__(self, assessment: Assessment, names: Iterable[str]) -> None:
        self.keys: dict[str, Key] = asked_keys(assessment, names)
        self._trace = Trace()
        costing = costing_of(Givens(assessment.inputs), _condensed(assessment.costing, self.keys.values()))
        levers = _levers(self.keys)
        self._results = {
            name: self._trace.one(quantity) for name, quantity in _results(costing, levers).items() if quantity
        }
        self._nodes = {name: self._trace.one(node) for name, node in _nodes(costing, levers, self.keys).items()}
        self._scales = {name: _mask(costing, key) for name, key in self.keys.items() if key.lines}
        self.base: dict[str, float | None] = {
            name: _number(quantity) for name, quantity in _results(costing, Levers()).items()
        }

    @property
    def results(self) -> Collection[str]:
        """The results that are defined whatever the keys are set to."""
        return self._results.keys()

    def quantity(self, result: str) -> Quantity:
        """Give a result's trace, in which the keys left open are quantities of their own."""
        return self._results[result]

    def node(self, key: str) -> Quantity:
        """Give the quantity of the trace that a key is put in for."""
        return self._nodes[key]

    def evaluation(self, results: Iterable[str]) -> Evaluation:
        """Prepare results for evaluation."""
        return Evaluation([self._results[result] for result in results], put_in=self._nodes.values())

    def put_in(self, values: Mapping[str, Array]) -> dict[Quantity, PutIn]:
        """Say how each open key's values change its quantity in the trace."""
        changes: dict[Quantity, PutIn] = {}
        for name, value in values.items():
            change = self._change(name, value)
            before = changes.get(self._nodes[name])
            changes[self._nodes[name]] = change if before is None else _both(before, change)
        return changes

    def _change(self, name: str, value: Array) -> PutIn:
        key = self.keys[name]
        if name in self._scales:
            mask = self._scales[name]
            factor = value / (key.base or np.nan)
            if mask is None:
                return lambda own: own * factor
            others = 1 - mask
            shape = (-1, *(1,) * value.ndim)
            return lambda own: own * (mask.reshape(shape) * factor + others.reshape(shape))
        if name == "fte":
            return lambda own: own * (value / (key.base or np.nan))
        return lambda own: value  # noqa: ARG005 - a value put in stands whatever was computed

    def at(self, values: Mapping[str, ArrayLike], results: Iterable[str] | None = None) -> dict[str, Array]:
        """Evaluate results at values of the open keys.

        Args:
            values: By key, numbers or arrays that broadcast together; every open key has one.
            results: Names of results; all that are defined if none are named.

        Returns:
            By result, an array of the values' common shape; not a number where a result is not defined there.
        """
        arrays = {name: np.asarray(value, dtype=np.float64) for name, value in values.items()}
        axes = max([1, *(array.ndim for array in arrays.values())])
        arrays = {name: array.reshape((1,) * (axes - array.ndim) + array.shape) for name, array in arrays.items()}
        shape = np.broadcast_shapes(*(array.shape for array in arrays.values()))
        wanted = list(self._results if results is None else results)
        defined = [name for name in wanted if name in self._results]
        found = self.evaluation(defined).at(self.put_in(arrays), axes=axes)
        by_name = {name: np.broadcast_to(value, shape) for name, value in zip(defined, found, strict=True)}
        return {name: by_name.get(name, np.broadcast_to(np.nan, shape)) for name in wanted}


def _number(quantity: Quantity | None) -> float | None:
    if quantity is None:
        return None
    number = float(quantity.value)
    return number if np.isfinite(number) else None


def _both(first: PutIn, second: PutIn) -> PutIn:
    return lambda own: second(first(own))


def _condensed(costing: Costing, keys: Iterable[Key]) -> Ledger:
    """Add the lines up by what the costing and the keys need apart."""
    names = {*NEEDED, *(key.member[0] for key in keys if key.member)}
    if costing.months.factor is not None:
        names.add("month")
    ledger = costing.ledger
    return replace(
        ledger,
        registrations=None if ledger.registrations is None else sums_by(ledger.registrations, names),
        expenses=None if ledger.expenses is None else sums_by(ledger.expenses, names),
    )


def _levers(keys: Mapping[str, Key]) -> Levers:
    def lever(name: str) -> Quantity | None:
        key = keys.get(name)
        if key is None:
            return None
        base = np.nan if key.base is None else key.base
        return Quantity(base, key.unit, name, provenance=Derived("sensitivity"))

    return Levers(wages=lever("wages"), participants=lever("participants"), course_size=lever("course_size"))


def _nodes(costing: Costing, levers: Levers, keys: Mapping[str, Key]) -> dict[str, Quantity]:
    of_levers = {"wages": levers.wages, "participants": levers.participants, "course_size": levers.course_size}
    of_wages = {f"job_groups.{group}.monthly_wage_cost": wage for group, wage in monthly_wages(costing).items()}
    known: dict[str, Quantity | None] = {**of_levers, **of_wages, **computed(costing)}
    for table, columns in (("hours", costing.wages), ("other_expenses", costing.expenses)):
        if columns is not None:
            known |= {name: columns.registered for name, key in keys.items() if key.lines == table}
    roots = [quantity for quantity in _results(costing, levers).values() if quantity is not None]
    inputs = {quantity.key: quantity for quantity in steps(roots) if quantity.key and not quantity.operation}
    nodes = {name: known.get(name) or inputs.get(name) for name in keys}
    return {name: node for name, node in nodes.items() if node is not None}


def _mask(costing: Costing, key: Key) -> Array | None:
    """Give 1 for the lines that a key scales and 0 for the others; None where it scales all."""
    columns = costing.wages if key.lines == "hours" else costing.expenses
    if key.member is None or columns is None:
        return None
    category = columns.lines.categories[key.member[0]]
    number = list(category.groups.members).index(key.member[1])
    mask: Array = (category.codes == number).astype(np.float64)
    return mask


def _results(costing: Costing, levers: Levers) -> Results:
    """Give every result by name: those of the whole window plainly, a variant's behind `variants.` and its name."""
    scenario = costing.givens.inputs.scenario
    results = _estimate_results(costing, estimate_of(costing), levers)
    alternative, each = scenario.alternative, results["cost_per_participant"]
    if alternative is not None and each is not None:
        against = costing.givens.stated(alternative.cost_per_year, "kr/year")
        results["share_to_avoid"] = share_to_avoid(each, alternative_cost_per_year=against)
    parts = {variant.id: costing.within(variant) for variant in scenario.variants}
    estimates = {name: (part, estimate_of(part)) for name, part in parts.items()}
    if costing.full_time:
        estimates["full_time"] = (costing, costing.full_time)
    for name, (part, estimate) in estimates.items():
        own = _estimate_results(part, estimate, levers)
        results |= {f"variants.{name}.{key}": quantity for key, quantity in own.items()}
    return results


def _estimate_results(costing: Costing, estimate: AnyEstimate, levers: Levers) -> Results:
    found = results_of(costing, estimate)
    follows = isinstance(estimate, CourseEstimate) and levers.course_size is not None
    if levers.wages is not None:
        found |= _with_wages(costing, found, levers.wages)
    if levers.participants is not None or follows:
        found = {key: quantity if key in UNMOVED else None for key, quantity in found.items()}
        found["participants_per_year"] = levers.participants
    return {**found, **estimate.costs(levers), **_unused(estimate, levers)}


UNMOVED = ("observed_months", "months_each", "start_up_cost", "start_up_cost_per_year")
"""What does not follow the number of participants; of the rest only what the estimate gives is known."""


def _with_wages(costing: Costing, found: Results, change: Quantity) -> Results:
    moved: Results = dict(start_up_costs(costing.givens, rates=changed_hourly_rate(costing.rates, change=change)))
    if found["wage_cost"] is not None:
        wages = changed_wage_cost(found["wage_cost"], change=change)
        moved["wage_cost"] = wages
        if found["collected_cost"] is not None:
            moved["collected_cost"] = collected_cost(wages, costing.other_expenses)
    return moved


def _unused(estimate: AnyEstimate, levers: Levers) -> Results:
    if isinstance(estimate, CourseEstimate):
        return {"unused_capacity": estimate.unused(levers)}
    return {f"unused_capacity.{label}": unused for label, unused in unused_by_step(estimate, levers).items()}
