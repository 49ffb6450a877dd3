"""Several assessments in one table: every result side by side at one price level, and how far apart they lie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from somcost.analyse.bound import told
from somcost.analyse.compare.names import names_of, unit_names
from somcost.analyse.compare.price_level import PriceLevel, Ratios, common_level
from somcost.analyse.compare.repriced import Results, results_at
from somcost.analyse.compare.spread import Ratio, Spread, spread_of
from somcost.analyse.compare.unit_costs import unit_costs
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.model.plan import Bound
from somcost.model.price_index import PriceIndex
from somcost.model.scenario import Origin, UnitNames


@dataclass(frozen=True, slots=True)
class Compared:
    """One assessment of a comparison.

    Attributes:
        name: What it is called in the comparison: its scenario's id, and its file where several have the same.
        price_level: Its own, before it was brought to the common one.
        ratios: What its wages and other amounts were multiplied by.
        results: Every result at the common level; None where it is not defined.
        unit_costs: The unit costs with what they are made of.
        told: Of a plan, which results are only a bound, since a line of it has no number; nothing else.
    """

    name: str
    title: str
    origin: Origin | None
    unit: UnitNames
    price_level: int
    ratios: Ratios
    results: Mapping[str, float | None]
    unit_costs: Mapping[str, Ratio]
    told: Mapping[str, Any] = field(default_factory=dict)

    def bound(self, result: str) -> Bound | None:
        """Give what a result is a bound of; None where it is whole."""
        found: Bound | None = self.told.get("bounds", {}).get(result)
        return found

    def as_dict(self) -> dict[str, Any]:
        """Give the assessment as plain data."""
        return {
            "name": self.name,
            "title": self.title,
            "origin": self.origin,
            "unit": self.unit.one,
            "price_level": self.price_level,
            "put_in": {"wages": self.ratios.wages - 1, "other_expenses_times": self.ratios.prices},
            **self.told,
            "results": dict(self.results),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several assessments side by side (sammenligning).

    Attributes:
        assessments: In the order given.
        price_level: The level all amounts have, and how they were brought to it.
        results: The names of the results that any of them defines, in the order they are shown.
        spreads: By unit cost, how far apart they lie.
        notes: What is to be known when they are read side by side.
    """

    assessments: tuple[Compared, ...]
    price_level: PriceLevel
    results: tuple[str, ...]
    spreads: Mapping[str, Spread]
    notes: tuple[str, ...] = ()

    def row(self, result: str) -> list[float | None]:
        """Give one result of each assessment, None where it is not defined."""
        return [each.results.get(result) for each in self.assessments]

    def as_dict(self) -> dict[str, Any]:
        """Give the comparison as plain data."""
        return {
            "price_level": self.price_level.as_dict(),
            "assessments": [each.as_dict() for each in self.assessments],
            "results": list(self.results),
            "spread": {name: spread.as_dict() for name, spread in self.spreads.items()},
            "notes": list(self.notes),
        }


def compare(
    assessments: Sequence[AnyAssessment],
    *,
    price_level: int | None = None,
    rates: Mapping[str, float] | None = None,
    index: PriceIndex | None = None,
) -> Comparison:
    """Set the results of several assessments side by side (sammenligning).

    Args:
        assessments: Municipalities, years, versions of an assumption set, budget and outturn; one at least.
        price_level: The year whose wages and prices all amounts are brought to; may be left out where all have one.
        rates: Yearly rises after the index's last year: `{"wages": 0.03, "prices": 0.02}`.
        index: By what wages and prices are brought there; Økonomistyrelsen's published one if none is given.

    Returns:
        Every result of each, variants' too, in kr of one price level, and the spread of every unit cost.

    Raises:
        InputProblems: They have several price levels and none is named, or the index does not reach them.

    >>> import somcost
    >>> names = ["jammerbugt", "thisted", "holstebro"]
    >>> found = compare([somcost.assess(f"scenarios/{name}.yaml") for name in names])
    >>> [round(each or 0, -3) for each in found.row("cost_per_participant")]
    [368000.0, 67000.0, 247000.0]
    >>> spread = found.spreads["cost_per_participant"]
    >>> round(spread.mean_of_ratios or 0, -3), round(spread.ratio_of_sums or 0, -3)
    (227000.0, 242000.0)
    """
    if not assessments:
        raise ValueError("nothing to compare")
    level = common_level(assessments, year=price_level, rates=rates, index=index)
    compared = tuple(_compared(*each, level) for each in zip(assessments, names_of(assessments), strict=True))
    units = dict.fromkeys(name for each in compared for name in each.unit_costs)
    spreads = {
        name: spread_of({each.name: each.unit_costs.get(name, Ratio(None)) for each in compared}) for name in units
    }
    return Comparison(
        assessments=compared,
        price_level=level,
        results=tuple(_ordered(compared)),
        spreads=MappingProxyType({name: spread for name, spread in spreads.items() if spread.count}),
        notes=tuple(_notes(assessments)),
    )


def _compared(assessment: AnyAssessment, name: str, level: PriceLevel) -> Compared:
    scenario, own = assessment.inputs.scenario, assessment.inputs.assumptions.price_level
    ratios = level.ratios(own)
    results: Results = results_at(assessment, ratios)
    return Compared(
        name=name,
        title=scenario.title,
        origin=scenario.origin,
        unit=scenario.unit,
        price_level=own,
        ratios=ratios,
        results=MappingProxyType(results),
        unit_costs=MappingProxyType(unit_costs(assessment, results)),
        told=MappingProxyType(told(scenario, results)),
    )


def _ordered(compared: Sequence[Compared]) -> list[str]:
    """Give the names of the results that are defined anywhere: of the whole windows first, then of the variants."""
    names = dict.fromkeys(name for each in compared for name in each.results)
    defined = [name for name in names if any(each.results.get(name) is not None for each in compared)]
    return sorted(defined, key=lambda name: name.startswith("variants."))


def _notes(assessments: Sequence[AnyAssessment]) -> list[str]:
    units = unit_names(assessments)
    told = "; ".join(f"{unit} ({', '.join(names)})" for unit, names in units.items())
    notes = [f"The participants are not the same everywhere: {told}."] if len(units) > 1 else []
    return [*notes, *_not_counted(assessments)]


def _not_counted(assessments: Sequence[AnyAssessment]) -> Iterator[str]:
    for assessment, name in zip(assessments, names_of(assessments), strict=True):
        for line in assessment.inputs.scenario.lines if isinstance(assessment, PlanAssessment) else ():
            if not line.counts:
                how = "is not quantified" if line.unvalued else "is left out"
                yield f"{name}: {line.key} {how}: {line.unvalued or line.left_out}"
