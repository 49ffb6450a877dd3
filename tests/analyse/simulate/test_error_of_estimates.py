"""The Monte Carlo error stated is the error there is."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost.analyse.simulate.convergence import convergence
from somcost.analyse.simulate.drawn import Draws
from somcost.analyse.simulate.estimates import Estimate, chance_above, mean_of, quantile_of, sd_of
from somcost.analyse.simulate.ranks import rank_correlation
from somcost.cost.evaluate import Array

FIGURES: dict[str, Callable[[Array], Estimate]] = {
    "mean": mean_of,
    "sd": sd_of,
    "median": lambda ordered: quantile_of(ordered, 0.5),
    "95 % quantile": lambda ordered: quantile_of(ordered, 0.95),
    "chance": lambda ordered: chance_above(ordered, 1.0),
}


@pytest.mark.parametrize("figure", FIGURES)
def test_stated_error_is_the_spread_over_repetitions(figure: str) -> None:
    """400 times 500 normal draws: the figures' own standard deviation is their mean stated error, within a tenth."""
    random = np.random.default_rng(1)
    found = [FIGURES[figure](np.sort(random.standard_normal(500))) for _ in range(400)]

    spread = np.std([each.value for each in found], ddof=1)
    assert np.mean([each.error for each in found]) == pytest.approx(spread, rel=0.1)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30), st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_quantiles_follow_the_rule_that_is_named(values: list[float], share: float) -> None:
    """Type 7 of Hyndman and Fan, which numpy calls linear."""
    ordered = np.sort(values)

    assert quantile_of(ordered, share).value == pytest.approx(np.quantile(ordered, share), rel=1e-9, abs=1e-6)


def test_chance_that_never_came_is_not_taken_for_never() -> None:
    """None of 100 draws above: 0, with an error of √(0.5 × 100.5) / 101^1.5."""
    found = chance_above(np.linspace(0, 1, 100), 2.0)

    assert found.value == 0
    assert found.error == pytest.approx(math.sqrt(0.5 * 100.5 / 101**3), rel=1e-12)


def test_a_draw_at_the_threshold_does_not_exceed_it() -> None:
    """Two of four lie above 2."""
    assert chance_above(np.array([1.0, 2.0, 3.0, 4.0]), 2.0).value == 0.5


def test_error_of_sets_is_how_far_they_lie_apart() -> None:
    """Two sets with the means 1.5 and 3.5: error |3.5 − 1.5| / 2."""
    found = Draws(np.array([[1.0, 2.0], [3.0, 4.0]])).mean()

    assert (found.value, found.error) == (2.5, 1.0)


def test_convergence_ends_at_the_mean_and_counts_only_defined_draws() -> None:
    """The last of twenty steps is the mean over all draws that are defined, with its error."""
    values = 400_000 + np.random.default_rng(2).standard_normal(5_000)
    values[::7] = np.nan
    steps = convergence(values[np.newaxis])
    defined = values[np.isfinite(values)]

    assert len(steps) == 20
    assert [steps[0].draws, steps[-1].draws] == [50, 5_000]
    assert steps[-1].mean.value == pytest.approx(defined.mean(), rel=1e-14)
    assert steps[-1].mean.error == pytest.approx(defined.std(ddof=1) / math.sqrt(len(defined)), rel=1e-9)
    assert steps[0].mean.value == pytest.approx(np.nanmean(values[:50]), rel=1e-14)


def test_rank_correlation_is_scipys() -> None:
    """With ties, with draws that are not defined left out; none where nothing changes."""
    stats = pytest.importorskip("scipy.stats")
    random = np.random.default_rng(3)
    first, second = random.integers(0, 9, 200).astype(float), random.standard_normal(200)
    second += first / 3

    assert rank_correlation(first, second) == pytest.approx(stats.spearmanr(first, second).statistic, rel=1e-12)
    assert rank_correlation(np.append(first, 1.0), np.append(second, np.nan)) == rank_correlation(first, second)
    assert rank_correlation(first, np.ones(200)) is None
