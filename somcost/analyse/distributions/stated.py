"""From what is stated of an input to its distribution with all its numbers."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

from somcost.analyse.distributions.forms import Form, Points, Triangular, Uniform
from somcost.analyse.distributions.scipy_forms import Beta, Gamma, Lognormal, Normal, Pert
from somcost.model.uncertainty import Distribution

COVERAGE = 0.90
WEIGHT = 4.0


class Unfit(Exception):  # noqa: N818 - no fault of the program: it becomes a problem of the input
    """The numbers stated make no such distribution: what was found, and what to do."""

    def __init__(self, found: str, advice: str) -> None:
        super().__init__(found)
        self.found = found
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Bounds:
    """An input's lowest and highest value, not a number where none is stated, and its own, None where it has none."""

    low: float
    high: float
    own: float | None


def form_of(stated: Distribution | None, found: Bounds) -> Form:
    """Give an input's distribution; triangular from low over its own value to high where only a range is stated.

    Raises:
        Unfit: The numbers stated make no such distribution.
    """
    return _triangular(found, None) if stated is None else FORMS[stated.form](found, stated)


def _interval(found: Bounds, needs: str = "Give low and high.") -> tuple[float, float]:
    if math.isnan(found.low) or math.isnan(found.high):
        raise Unfit("states no low and high", needs)
    if found.low > found.high:
        raise Unfit(f"goes from {found.low:.15g} to {found.high:.15g}", "low is the lowest value, high the highest.")
    return found.low, found.high


def _mean_and_sd(stated: Distribution) -> tuple[float, float]:
    if stated.mean is None or stated.sd is None:
        raise Unfit("states no mean and sd", "Give both, or take another family.")
    return stated.mean, stated.sd


def _uniform(found: Bounds, stated: Distribution) -> Form:
    del stated
    return Uniform(*_interval(found))


def _triangular(found: Bounds, stated: Distribution | None) -> Form:
    low, high = _interval(found)
    return Triangular(low, _mode(found, stated), high)


def _pert(found: Bounds, stated: Distribution) -> Form:
    low, high = _interval(found)
    return Pert(low, _mode(found, stated), high, WEIGHT if stated.weight is None else stated.weight)


def _mode(found: Bounds, stated: Distribution | None) -> float:
    """Give the mode: as stated, else the input's own value, else (the courses' own sizes) the middle."""
    middle = (found.low + found.high) / 2 if found.own is None else found.own
    mode = middle if stated is None or stated.mode is None else stated.mode
    if not found.low <= mode <= found.high:
        outside = f"has its mode {mode:.15g} outside its range from {found.low:.15g} to {found.high:.15g}"
        raise Unfit(outside, "Widen the range, or state a mode within it.")
    return mode


def _deviates(stated: Distribution) -> float:
    """Give how many standard deviations either side of the mean hold the share between low and high."""
    coverage = COVERAGE if stated.coverage is None else stated.coverage
    return NormalDist().inv_cdf((1 + coverage) / 2)


def _normal(found: Bounds, stated: Distribution) -> Form:
    if stated.mean is not None:
        return Normal(*_mean_and_sd(stated))
    low, high = _interval(found, "Give low and high, or mean and sd.")
    return Normal((low + high) / 2, (high - low) / 2 / _deviates(stated))


def _lognormal(found: Bounds, stated: Distribution) -> Form:
    if stated.mean is not None:
        mean, sd = _mean_and_sd(stated)
        spread = math.log1p((sd / _above_zero("mean", mean)) ** 2)
        return Lognormal(math.log(mean) - spread / 2, math.sqrt(spread))
    low, high = _interval(found, "Give low and high, or mean and sd.")
    ends = math.log(_above_zero("low", low)), math.log(high)
    return Lognormal(sum(ends) / 2, (ends[1] - ends[0]) / 2 / _deviates(stated))


def _gamma(found: Bounds, stated: Distribution) -> Form:
    del found
    mean, sd = _mean_and_sd(stated)
    return Gamma(_above_zero("mean", mean), sd)


def _above_zero(name: str, value: float) -> float:
    if value <= 0:
        raise Unfit(f"has the {name} {value:.15g}, above 0 is expected", "It has only values above 0.")
    return value


def _beta(found: Bounds, stated: Distribution) -> Form:
    mean, sd = _mean_and_sd(stated)
    low, high = (0.0, 1.0) if math.isnan(found.low) else _interval(found)
    if not low < mean < high:
        inside = f"has the mean {mean:.15g}, between {low:.15g} and {high:.15g} is expected"
        raise Unfit(inside, "Its low and high are 0 and 1 where none are stated.")
    most = math.sqrt((mean - low) * (high - mean))
    if sd >= most:
        raise Unfit(f"has the sd {sd:.15g}, under {most:.6g} is expected with this mean", "Give a smaller sd.")
    return Beta(low, high, mean, sd)


def _points(found: Bounds, stated: Distribution) -> Form:
    del found
    if not stated.values:
        raise Unfit("states no values", "List them: `values: [4, 6, 8]`.")
    weights = stated.weights or (1.0,) * len(stated.values)
    if min(weights) < 0 or sum(weights) <= 0:
        raise Unfit("has weights under 0, or none above it", "A weight says how often its value comes.")
    return Points(stated.values, weights, stated.form)


FORMS: dict[str, Callable[[Bounds, Distribution], Form]] = {
    "triangular": _triangular,
    "pert": _pert,
    "uniform": _uniform,
    "normal": _normal,
    "lognormal": _lognormal,
    "gamma": _gamma,
    "beta": _beta,
    "discrete": _points,
    "empirical": _points,
}
