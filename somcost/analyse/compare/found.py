"""What a comparison found, together."""

from dataclasses import dataclass
from typing import Any

from somcost.analyse.compare.comparison import Comparison
from somcost.analyse.compare.decomposition import Decomposition
from somcost.analyse.compare.variance_table import BudgetVariances
from somcost.problems import Problem


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found, with the difference and the variances of two if asked for."""

    comparison: Comparison
    difference: Decomposition | None = None
    variances: BudgetVariances | None = None
    untold: Problem | None = None
    """Why the difference of two is not explained."""

    def as_dict(self) -> dict[str, Any]:
        """Give what was found as plain data; only what was asked for."""
        plain: dict[str, Any] = {"comparison": self.comparison.as_dict()}
        if self.difference is not None:
            plain["difference"] = self.difference.as_dict()
        if self.variances is not None:
            plain["variances"] = self.variances.as_dict()
        if self.untold is not None:
            plain["difference_not_explained"] = self.untold.message
        return plain
