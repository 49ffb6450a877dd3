"""Shapley values: what each factor adds to a change, on average over all orders in which the factors may come.

A coalition is the set of factors that have changed; a worth gives the result of many coalitions at once.

Source: L. S. Shapley, A Value for n-Person Games, 1953 (https://www.rand.org/pubs/papers/P295.html); sampled as in
J. Castro, D. Gómez and J. Tejada, Polynomial calculation of the Shapley value based on sampling, Computers &
Operations Research 36 (2009), with each order taken forwards and backwards.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from somcost.cost.evaluate import Array

Coalitions = NDArray[np.bool_]
"""One row a coalition, one column a factor: whether it has changed."""
Worth = Callable[[Coalitions], Array]


def exact_shares(worth: Worth, factors: int) -> Array:
    """Give each factor's Shapley value from all 2ⁿ coalitions.

    With a and b changed 10 and 20 come on top of 0, together 40: the ten that need both are shared.

    >>> exact_shares(lambda changed: changed @ np.array([10.0, 20.0]) + 10 * changed.all(axis=1), 2)
    array([15., 25.])
    """
    codes = np.arange(2**factors)
    coalitions = (codes[:, None] >> np.arange(factors)) & 1 == 1
    worths = worth(coalitions)
    sizes = coalitions.sum(axis=1)
    weights = np.array([1 / (factors * math.comb(factors - 1, size)) for size in range(factors)])
    shares = np.empty(factors)
    for factor in range(factors):
        without = codes[~coalitions[:, factor]]
        gains = worths[without | (1 << factor)] - worths[without]
        shares[factor] = float(np.sum(weights[sizes[without]] * gains))
    return shares


def sampled_shares(worth: Worth, factors: int, *, orders: int, seed: int) -> tuple[Array, Array]:
    """Estimate each factor's Shapley value from orders drawn at random, each taken forwards and backwards.

    Args:
        worth: Gives the result of coalitions.
        factors: How many there are.
        orders: How many orders are drawn, two at least.
        seed: Where the draws start; 0 is a seed.

    Returns:
        The values, which add up to the whole change, and their standard errors.
    """
    generator = np.random.default_rng(seed)
    drawn = np.array([generator.permutation(factors) for _ in range(orders)])
    both = (_gains(worth, drawn) + _gains(worth, drawn[:, ::-1])) / 2
    return both.mean(axis=0), both.std(axis=0, ddof=1) / np.sqrt(orders)


def _gains(worth: Worth, orders: NDArray[np.int64]) -> Array:
    """Give what each factor adds when the factors change in an order, one row an order."""
    count, factors = orders.shape
    ranks = np.argsort(orders, axis=1)
    coalitions = ranks[:, None, :] < np.arange(factors + 1)[None, :, None]
    worths = worth(coalitions.reshape(-1, factors)).reshape(count, factors + 1)
    gains: Array = np.take_along_axis(np.diff(worths, axis=1), ranks, axis=1)
    return gains
