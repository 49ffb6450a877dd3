"""Shapley values on games whose values are known, and their laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost.analyse.compare.shapley import Coalitions, Worth, exact_shares, sampled_shares
from somcost.cost.evaluate import Array

games = st.integers(1, 5).flatmap(
    lambda count: st.lists(st.floats(-1e3, 1e3), min_size=2**count, max_size=2**count).map(np.array)
)


def worth_of(values: Array) -> Worth:
    """The game that gives each coalition a value, by its number in binary."""

    def worth(coalitions: Coalitions) -> Array:
        found: Array = values[coalitions @ (2 ** np.arange(coalitions.shape[1]))]
        return found

    return worth


def gloves(coalitions: Coalitions) -> Array:
    """One of the two left gloves with the right glove is a pair."""
    return np.asarray((coalitions[:, 0] | coalitions[:, 1]) & coalitions[:, 2], dtype=np.float64)


def test_glove_game() -> None:
    """A sixth, a sixth and two thirds.

    Source: Wikipedia, Shapley value, Glove game (https://en.wikipedia.org/wiki/Shapley_value).
    """
    assert exact_shares(gloves, 3) == pytest.approx([1 / 6, 1 / 6, 2 / 3])


@given(games)
@settings(deadline=None)
def test_shares_add_up_and_change_sign_when_all_is_reversed(values: Array) -> None:
    """Efficiency; and the game that starts where the other ends has the shares with the other sign."""
    count = int(np.log2(len(values)))
    shares = exact_shares(worth_of(values), count)

    assert shares.sum() == pytest.approx(values[-1] - values[0], abs=1e-9)
    assert exact_shares(worth_of(values[::-1]), count) == pytest.approx(-shares, abs=1e-9)


@given(games)
@settings(deadline=None)
def test_one_that_adds_nothing_has_nothing(values: Array) -> None:
    """The null player."""
    count = int(np.log2(len(values)))
    shares = exact_shares(worth_of(np.concatenate([values, values])), count + 1)

    assert shares[-1] == pytest.approx(0, abs=1e-9)
    assert shares[:-1] == pytest.approx(exact_shares(worth_of(values), count), abs=1e-9)


@given(games, st.integers(0, 2**32))
@settings(deadline=None, max_examples=30)
def test_samples_lie_within_their_error_and_add_up(values: Array, seed: int) -> None:
    """Within six standard errors of the exact ones, and their sum is exact whatever was drawn."""
    count = int(np.log2(len(values)))
    exact = exact_shares(worth_of(values), count)
    shares, errors = sampled_shares(worth_of(values), count, orders=400, seed=seed)

    assert shares.sum() == pytest.approx(values[-1] - values[0], abs=1e-9)
    assert (abs(shares - exact) <= 6 * errors + 1e-9).all()


def test_the_same_seed_draws_the_same() -> None:
    """0 is a seed, and another one draws other orders."""
    first, again, other = (sampled_shares(gloves, 3, orders=50, seed=seed)[0] for seed in (0, 0, 1))

    assert first.tolist() == again.tolist()
    assert first.tolist() != other.tolist()


def test_samples_change_sign_to_the_last_digit_with_the_same_seed() -> None:
    """Each order is taken forwards and backwards."""
    values = np.random.default_rng(7).normal(size=16)
    there = sampled_shares(worth_of(values), 4, orders=30, seed=0)[0]
    back = sampled_shares(worth_of(values[::-1]), 4, orders=30, seed=0)[0]

    assert back == pytest.approx(-there, rel=1e-12)
