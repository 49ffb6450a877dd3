"""The jackknife against the textbook's standard error and its own small sums."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost.analyse.resample.draws import Scheme
from somcost.analyse.resample.jackknife import jackknife
from somcost.cost.evaluate import Array

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30)


def means(values: Array, scheme: Scheme) -> Array:
    """Give the mean with each block left out."""
    weights = np.concatenate(list(scheme.left_out()), axis=1)
    found: Array = values @ weights / weights.sum(axis=0)
    return found


@settings(max_examples=50, deadline=None)
@given(NUMBERS)
def test_the_jackknife_of_a_mean_is_the_textbook_standard_error(numbers: list[float]) -> None:
    """The root of s² / n, and no bias."""
    values = np.array(numbers)
    scheme = Scheme(len(values))
    found = jackknife(means(values, scheme), values.mean(), scheme=scheme)

    assert found is not None
    assert found.standard_error == pytest.approx(values.std(ddof=1) / np.sqrt(len(values)), rel=1e-6, abs=1e-5)
    assert found.bias == pytest.approx(0, abs=1e-4)


def test_the_jackknife_takes_away_the_bias_of_a_variance() -> None:
    """The mean square of 1, 2, 4 and 9 lies as far under s² as the jackknife says."""
    values, scheme = np.array([1.0, 2, 4, 9]), Scheme(4)
    left_out = np.array([np.delete(values, each).var() for each in range(4)])
    found = jackknife(left_out, values.var(), scheme=scheme)

    assert found is not None
    assert values.var() - (found.bias or 0) == pytest.approx(values.var(ddof=1))


def test_skewness_gives_the_acceleration() -> None:
    """Of a mean it is Σ (x − mean)³ / (6 (Σ (x − mean)²)^1.5): here 96 / (6 × 38^1.5)."""
    scheme = Scheme(4)
    found = jackknife(means(np.array([1.0, 2, 4, 9]), scheme), 4.0, scheme=scheme)

    assert found is not None
    assert found.acceleration == pytest.approx((-27 - 8 + 0 + 125 + 0) / (6 * 38**1.5))


def test_blocks_are_left_out_in_a_ring() -> None:
    """Of 4, 8, 12 and 16 in pairs stay the means 14, 10, 6 and 10: the standard error is √8."""
    values, scheme = np.array([4.0, 8, 12, 16]), Scheme(4, block=2)
    found = jackknife(means(values, scheme), 10.0, scheme=scheme)

    assert found is not None
    assert means(values, scheme) == pytest.approx([14, 10, 6, 10])
    assert found.standard_error == pytest.approx(np.sqrt(8))


def test_pairs_of_twins_are_as_skew_as_one_of_each() -> None:
    """Units that come as twins hold no more than half as many, with their skewness."""
    single, twins = Scheme(4), Scheme(8, block=2)
    values = np.array([1.0, 2, 4, 9])
    deviations = values.mean() - means(values, single)
    paired = values.mean() - np.array(means(np.repeat(values, 2), twins)[::2])
    of_one = jackknife(values.mean() - deviations, 4.0, scheme=single)
    of_twins = jackknife(np.repeat(4.0 - paired, 2), 4.0, scheme=twins)

    assert of_one is not None
    assert of_twins is not None
    assert of_twins.acceleration == pytest.approx(of_one.acceleration)
    assert of_twins.standard_error == pytest.approx(of_one.standard_error)


def test_a_number_by_chance_varies_as_poisson_says() -> None:
    """A count of n has the standard error √n, and no bias is told of."""
    scheme = Scheme(25, held=False)
    counts = np.concatenate(list(scheme.left_out()), axis=1).sum(axis=0)
    found = jackknife(counts, 25.0, scheme=scheme)

    assert found is not None
    assert found.standard_error == pytest.approx(5)
    assert found.bias is None


def test_what_is_not_defined_without_a_unit_has_no_jackknife() -> None:
    """Neither 0 nor an exception; nor is anything left when all is left out."""
    assert jackknife(np.array([1.0, np.nan]), 1.0, scheme=Scheme(2)) is None
    assert list(Scheme(3, block=3).left_out()) == []


def test_equal_units_have_no_error() -> None:
    """What differs in the machine's last digits only does not differ."""
    found = jackknife(np.array([1.0, 1.0 + 1e-15, 1.0]), 1.0, scheme=Scheme(3))

    assert found is not None
    assert (found.standard_error, found.acceleration) == (0, 0)
