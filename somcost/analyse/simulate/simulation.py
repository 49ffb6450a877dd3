"""The answer of a simulation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from somcost.analyse.simulate.contributions import Contributions
from somcost.analyse.simulate.joint import Joint
from somcost.analyse.simulate.outcome import Outcome
from somcost.analyse.simulate.uniforms import Source

QUANTILE_RULE = "linear between two draws (Hyndman and Fan 1996, type 7)"


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """How sure results are when their inputs are not (Monte Carlo-simulering).

    Attributes:
        joint: The inputs, their distributions and what moves together.
        source: How the draws were made, and how many there are.
        stated: Whether the inputs' ranges were stated; if not they are a share either way.
        share: That share.
        results: By name, what the draws say of each result.
        contributions: By result, where its variance comes from; empty where that is not asked for.
    """

    joint: Joint
    source: Source
    stated: bool
    share: float
    results: Mapping[str, Outcome]
    contributions: Mapping[str, Contributions]

    def as_dict(self) -> dict[str, Any]:
        """Give the answer as plain data, without the draws."""
        source = self.source
        return {
            "draws": source.draws,
            "seed": source.seed,
            "sampling": source.sampling,
            "sets_of_draws": source.sets,
            "quantile_rule": QUANTILE_RULE,
            "ranges_stated": self.stated,
            "share_where_no_range_is_stated": None if self.stated else self.share,
            **self.joint.as_dict(),
            "results": {name: found.as_dict() for name, found in self.results.items()},
            **({"contributions": self._contributions()} if self.contributions else {}),
        }

    def _contributions(self) -> dict[str, Any]:
        return {name: found.as_dict() for name, found in self.contributions.items()}
