"""A simulation as a picture: how often the result fell where, with its quantiles and what it shall not exceed."""

import numpy as np

from somcost.analyse.simulate.outcome import Outcome
from somcost.present.language import N_
from somcost.present.pictures.data import DistributionPicture
from somcost.present.pictures.parts import Axis, Mark, Value
from somcost.present.varied_words import VariedWords

MOST_BARS = 40
TAIL = 0.001
"""What lies further out than all but so small a share of the draws is counted in the outermost bars."""


def distribution(varied: VariedWords, name: str, found: Outcome, *, subtitle: str) -> DistributionPicture:
    """Give the draws of a result as a histogram."""
    say = varied.words.say
    counts, edges = _histogram(found)
    quantiles = [
        Mark(varied.numbers.percent(share, decimals=1), Value(each.value, varied.figure(name, each.value)))
        for share, each in found.quantiles.items()
    ]
    limit = found.threshold
    threshold = None if limit is None else Mark(say(N_("Limit")), Value(limit, varied.in_full(name, limit)))
    return DistributionPicture(
        title=say(N_("Simulated: {result}"), result=varied.bounded(name)),
        subtitle=subtitle,
        edges=edges,
        counts=counts,
        axis=Axis(say(N_("kr.")) if varied.in_kr(name) else varied.result(name), percent=name == "share_to_avoid"),
        count_axis=Axis(say(N_("Draws"))),
        quantiles=quantiles,
        threshold=threshold,
    )


def _histogram(found: Outcome) -> tuple[list[float], list[float]]:
    draws = found.draws[np.isfinite(found.draws)]
    low, high = np.quantile(draws, [TAIL, 1 - TAIL])
    bars = int(min(MOST_BARS, max(10, np.sqrt(draws.size))))
    counts, edges = np.histogram(np.clip(draws, low, high), bins=bars, range=(float(low), float(high)))
    return counts.tolist(), edges.tolist()
