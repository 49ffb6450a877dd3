"""Intervals against scipy's, and what is said where there is none."""

import numpy as np
import pytest
from scipy import stats

from somcost.analyse.resample.draws import Scheme
from somcost.analyse.resample.interval import interval
from somcost.analyse.resample.jackknife import jackknife
from somcost.analyse.resample.resampled import resampled
from somcost.cost.evaluate import Array

DRAWS = 20_000


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_bca_of_a_ratio_is_scipys(seed: int) -> None:
    """Skew costs over shares of months, n = 20: the ends agree within Monte Carlo error (6 % of a standard error)."""
    random = np.random.default_rng(seed)
    cost, share = random.lognormal(0, 1, 20), random.uniform(0.5, 1, 20)

    def ratio(cost: Array, share: Array, axis: int = -1) -> Array:
        found: Array = cost.sum(axis=axis) / share.sum(axis=axis)
        return found

    theirs = stats.bootstrap(
        (cost, share), ratio, paired=True, method="BCa", confidence_level=0.90, n_resamples=DRAWS, rng=random
    )
    scheme = Scheme(20, DRAWS)
    drawn, left_out = (
        np.concatenate([(cost @ weights) / (share @ weights) for weights in blocks])
        for blocks in (scheme.weights(), scheme.left_out())
    )
    ours = resampled(float(ratio(cost, share)), drawn, left_out, scheme=scheme, confidence=0.90)
    close = 0.06 * theirs.standard_error

    assert ours.low == pytest.approx(theirs.confidence_interval.low, abs=close)
    assert ours.high == pytest.approx(theirs.confidence_interval.high, abs=close)
    assert ours.interval is not None
    assert ours.interval.standard_error == pytest.approx(theirs.standard_error, rel=0.03)


def test_without_bias_and_skewness_bca_is_the_percentile() -> None:
    """z0 = 0 and a = 0: of 1 to 999 the 50th and the 950th."""
    found = interval(np.arange(1.0, 1_000), 500.0, acceleration=0.0, confidence=0.90)

    assert found.percentile == pytest.approx((50, 950))
    assert found.bca == pytest.approx(found.percentile)


def test_bias_and_skewness_move_the_ends_as_the_formula_says() -> None:
    """z0 = 0.2 and a = 0.1 by a table of the normal distribution; 5 % becomes 13.70 %, 95 % becomes 99.39 %."""
    below = stats.norm.cdf(0.2)
    draws = np.arange(1.0, 100_000)
    found = interval(draws, below * 100_000, acceleration=0.1, confidence=0.90)

    assert found.bias_correction == pytest.approx(0.2, abs=1e-4)
    moved = [0.2 + (0.2 + z) / (1 - 0.1 * (0.2 + z)) for z in (-1.644854, 1.644854)]
    assert found.bca == pytest.approx([100_000 * stats.norm.cdf(each) for each in moved], abs=10)


def test_half_of_what_equals_the_figure_counts_as_below() -> None:
    """Three below, four equal, three above: no bias."""
    draws = np.array([1.0, 1, 1, 2, 2, 2, 2, 3, 3, 3])

    assert interval(draws, 2.0, acceleration=0.0, confidence=0.5).bias_correction == pytest.approx(0)


def test_all_draws_equal_are_a_point_and_say_so() -> None:
    """Also where they differ in the machine's last digits."""
    found = interval(np.array([0.3, 0.1 + 0.2, 0.3]), 0.3, acceleration=None, confidence=0.90)

    assert found.bca == found.percentile == (0.3, 0.3)
    assert "same figure" in found.why


@pytest.mark.parametrize(
    ("estimate", "acceleration", "why"),
    [(0.0, 0.0, "one side"), (11.0, 0.0, "one side"), (5.0, None, "without some"), (5.0, 2.0, "beyond")],
)
def test_where_bca_is_not_defined_the_percentile_stays(estimate: float, acceleration: float | None, why: str) -> None:
    """z0 without end, no jackknife, or a correction beyond all draws."""
    found = interval(np.arange(1.0, 11), estimate, acceleration=acceleration, confidence=0.90)

    assert found.bca is None
    assert found.percentile == pytest.approx((1, 10))
    assert why in found.why


def test_draws_without_a_figure_are_counted_and_left_out() -> None:
    """Two of five; of none at all there is no interval."""
    scheme = Scheme(3)
    some = resampled(2.0, np.array([1.0, np.nan, 2, 3, np.nan]), np.array([1.5, 2, 2.5]), scheme=scheme, confidence=0.5)
    none = resampled(2.0, np.full(3, np.nan), np.array([1.5, 2, 2.5]), scheme=scheme, confidence=0.5)

    assert some.undefined == 2
    assert some.as_dict()["bootstrap"]["percentile"] == pytest.approx([1, 3])
    assert (none.low, none.undefined) == (None, 3)
    assert jackknife(np.array([1.5, 2, 2.5]), 2.0, scheme=scheme) == none.jackknife
