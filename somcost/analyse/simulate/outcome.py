"""What a simulation says of one result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from somcost.analyse.simulate.convergence import Step, convergence
from somcost.analyse.simulate.drawn import Draws
from somcost.analyse.simulate.estimates import Estimate, plain
from somcost.cost.evaluate import Array


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a simulation says of one result (simuleret resultat).

    Attributes:
        unit: The result's unit.
        value: The result as calculated.
        draws: Every draw of it, sets by draws of a set; not a number where it is not defined.
        undefined: How many draws do not define it; all figures are of the others.
        mean: None where no draw defines it.
        sd: Standard deviation.
        quantiles: By share of all draws below.
        threshold: A budget, or another number not to be exceeded; None where none is asked about.
        probability: The chance to exceed it.
        convergence: The mean of the first draws as their number rises.
    """

    unit: str
    value: float | None
    draws: Array
    undefined: int
    mean: Estimate | None
    sd: Estimate | None
    quantiles: Mapping[float, Estimate]
    threshold: float | None
    probability: Estimate | None
    convergence: Sequence[Step]

    def as_dict(self) -> dict[str, Any]:
        """Give the figures as plain data, without the draws."""
        return {
            "unit": self.unit,
            "value": self.value,
            "undefined_draws": self.undefined,
            "mean": plain(self.mean),
            "sd": plain(self.sd),
            "quantiles": [{"share": share, **each.as_dict()} for share, each in self.quantiles.items()],
            "threshold": self.threshold,
            "probability_above_threshold": plain(self.probability),
            "convergence": [{"draws": step.draws, **step.mean.as_dict()} for step in self.convergence],
        }


def outcome(
    values: Array, *, value: float | None, unit: str, quantiles: Sequence[float], threshold: float | None
) -> Outcome:
    """Sum up the draws of a result, sets by draws of a set."""
    steps = convergence(values)
    draws = Draws(values)
    told = draws.count > 1
    return Outcome(
        unit=unit,
        value=value,
        draws=values,
        undefined=values.size - draws.count,
        mean=draws.mean() if told else None,
        sd=draws.sd() if told else None,
        quantiles={share: draws.quantile(share) for share in quantiles} if told else {},
        threshold=threshold,
        probability=draws.exceeds(threshold) if told and threshold is not None else None,
        convergence=steps,
    )
