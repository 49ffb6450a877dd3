"""Correlated inputs: the rank correlation asked for is the one drawn."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from somcost.analyse.simulate.together import Group, groups_of
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Correlation, Uncertainty
from somcost.problems import Location

HERE = Location("scenario.yaml")
WAGES = tuple(f"job_groups.{group}.monthly_wage_cost" for group in ("leder", "medarbejder", "psykolog"))


def drawn(matrix: tuple[tuple[float, ...], ...], draws: int = 20_000) -> Array:
    """Draw shares of as many inputs."""
    group = Group(tuple("abcd"[: len(matrix)]), "correlation", matrix)
    return group.shares(np.random.default_rng(0).random((group.sources, draws)))


@given(correlation=st.floats(-1, 1))
@settings(max_examples=15, deadline=None)
def test_rank_correlation_is_the_one_stated(correlation: float) -> None:
    """Within its sampling error, and every share is still uniform."""
    shares = drawn(((1.0, correlation), (correlation, 1.0)))

    assert stats.spearmanr(*shares).statistic == pytest.approx(correlation, abs=5 / math.sqrt(20_000))
    for each in shares:
        assert stats.kstest(each, "uniform").statistic < 2 / math.sqrt(20_000)


def test_correlation_one_is_together_and_minus_one_against() -> None:
    """Also beside an input that follows neither: the matrix has no inverse and need not have one."""
    together = drawn(((1, 1, 0), (1, 1, 0), (0, 0, 1)))
    against = drawn(((1, -1), (-1, 1)))

    np.testing.assert_allclose(together[0], together[1], atol=1e-7)
    np.testing.assert_allclose(against[0], 1 - against[1], atol=1e-7)
    assert abs(stats.spearmanr(together[0], together[2]).statistic) < 5 / math.sqrt(20_000)


def test_all_ones_share_one_source() -> None:
    """Then no normal value is needed, nor the library that computes it."""
    group = Group(("a", "b"), "correlation", ((1.0, 1.0), (1.0, 1.0)))
    shares = group.shares(np.array([[0.1, 0.7]]))

    assert group.sources == 1
    assert shares.tolist() == [[0.1, 0.7], [0.1, 0.7]]


def test_what_a_copula_cannot_hold_is_said() -> None:
    """Three inputs with the lowest correlation that all pairs can have, −1/2: as normal values that is −0.518, too low.

    2 sin(−π/12) = −0.5176; the nearest that is possible is −1/2, of the ranks 6/π × arcsin(−1/4) = −0.48258.
    """
    low = -0.5
    group = Group(("a", "b", "c"), "correlation", ((1, low, low), (low, 1, low), (low, low, 1)))

    assert group.adjusted_by == pytest.approx(0.5 - 6 / math.pi * math.asin(0.25), abs=1e-9)
    assert Group(("a", "b"), "correlation", ((1, 0.3), (0.3, 1))).adjusted_by == pytest.approx(0, abs=1e-9)


def test_wages_are_one_group_unless_the_scenario_says_otherwise() -> None:
    """A correlation that is stated takes its wage out of the rule; false leaves each by itself."""
    names = ["hours", *WAGES]
    stated = Correlation((WAGES[0], "hours"), ((1.0, 0.5), (0.5, 1.0)), HERE)

    assert [group.keys for group in groups_of(names, Uncertainty())] == [("hours",), WAGES]
    apart = groups_of(names, Uncertainty(wages_move_together=False))
    assert [group.keys for group in apart] == [(name,) for name in names]
    both = groups_of(names, Uncertainty(correlations=(stated,)))
    assert [(group.keys, group.why) for group in both] == [(stated.keys, "correlation"), (WAGES[1:], "wages")]
