"""What is doubtful about a plan's figures once they are known."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from somcost.cost.plan_costing import PlanCosting
from somcost.model.plan import COSTS, PlanLine
from somcost.problems import Problem, check


@check
def grants_fit_their_line(costing: PlanCosting) -> Iterator[Problem]:
    """The grants that pay a line are together no more than the line costs over the horizon."""
    costs = dict(zip((line.id for line in costing.lines), np.asarray(costing.by_line().value).tolist(), strict=True))
    granted: dict[str, list[PlanLine]] = defaultdict(list)
    for line in costing.lines:
        if line.of is not None:
            granted[line.of].append(line)
    paid = {line.id: line for line in costing.plan.lines if line.category in COSTS}
    for name, grants in granted.items():
        whole, cost = -sum(costs[grant.id] for grant in grants), costs.get(name, 0.0)
        if whole > cost + abs(cost) * 1e-9:
            told = "counts nothing" if not paid[name].counts else f"costs {cost:.2f} kr over the horizon"
            found = f"the grants of {name} are {whole:.2f} kr, and the line {told}"
            yield Problem(grants[-1].location, grants[-1].key, found, "Do they pay other lines too?")
