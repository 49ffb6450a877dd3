"""Every family's quantile function against scipy's, and the table of it against itself."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from somcost.analyse.distributions.forms import Form, Points, Triangular, Uniform
from somcost.analyse.distributions.scipy_forms import Beta, Gamma, Lognormal, Normal, Pert
from somcost.analyse.simulate.tabulated import Tabulated

SHARES = np.concatenate([np.geomspace(2e-6, 0.5, 500), 1 - np.geomspace(0.499, 2e-6, 500)])
FAMILIES: list[tuple[Form, Any]] = [
    (Uniform(2, 9), stats.uniform(2, 7)),
    (Triangular(2, 4, 9), stats.triang(2 / 7, 2, 7)),
    (Triangular(2, 2, 9), stats.triang(0, 2, 7)),
    (Triangular(2, 9, 9), stats.triang(1, 2, 7)),
    (Pert(2, 4, 9), stats.beta(1 + 4 * 2 / 7, 1 + 4 * 5 / 7, 2, 7)),
    (Pert(2, 2, 9, weight=10), stats.beta(1, 11, 2, 7)),
    (Beta(0, 1, 0.2, 0.1), stats.beta(3, 12)),
    (Beta(0, 1, 0.5, 0.4), stats.beta(0.28125, 0.28125)),
    (Normal(5, 2), stats.norm(5, 2)),
    (Lognormal(1, 0.5), stats.lognorm(0.5, scale=math.e)),
    (Gamma(6, 3), stats.gamma(4, scale=1.5)),
    (Gamma(1, 2), stats.gamma(0.25, scale=4)),
]


@pytest.mark.parametrize(("form", "known"), FAMILIES, ids=[repr(form) for form, _ in FAMILIES])
def test_quantiles_are_those_of_scipy(form: Form, known: Any) -> None:
    """Over all but the outermost millionths; and so is the mean."""
    np.testing.assert_allclose(form.quantile(SHARES), known.ppf(SHARES), rtol=1e-9, atol=1e-12)
    assert form.mean == pytest.approx(known.mean(), rel=1e-12)


@pytest.mark.parametrize(
    ("form", "known"), [each for each in FAMILIES if each[0].needs_scipy], ids=lambda each: repr(each)[:40]
)
def test_table_is_the_function_it_is_of(form: Form, known: Any) -> None:
    """To 1e-7 of the standard deviation at a million shares, the ends, the middle and the far tails among them."""
    shares = np.concatenate([np.random.default_rng(0).random(100_000), SHARES, [0.0, 1e-9, 0.25, 0.5, 0.75, 1 - 1e-9]])

    apart = Tabulated(form.quantile)(shares) - form.quantile(shares)

    assert np.abs(apart).max() <= 1e-7 * known.std()


def test_normal_values_lie_no_further_out_than_a_millionth() -> None:
    """What the check of possible values looked at is what can be drawn."""
    form = Normal(5, 2)

    assert form.quantile(np.array([0.0, 1.0])) == pytest.approx(form.ends, rel=1e-12)
    assert form.ends == pytest.approx(stats.norm(5, 2).ppf([1e-6, 1 - 1e-6]), rel=1e-9)


@given(
    values=st.lists(st.floats(-100, 100), min_size=1, max_size=8),
    shares=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=20),
)
@settings(max_examples=60, deadline=None)
def test_empirical_draws_only_what_was_observed(values: list[float], shares: list[float]) -> None:
    """A larger share never gives a smaller value, and equal shares give back the values with their own mean."""
    form = Points(tuple(values), (1.0,) * len(values), "empirical")
    found = form.quantile(np.sort(np.array(shares)))

    assert set(found) <= set(values)
    assert np.all(np.diff(found) >= 0)
    once_each = form.quantile((np.arange(len(values)) + 0.5) / len(values))
    assert sorted(once_each) == sorted(values)
    assert form.mean == pytest.approx(np.mean(values), abs=1e-9)


def test_a_discrete_value_begins_where_the_one_before_has_its_share() -> None:
    """4 has the shares under 0.25, 6 those from there on."""
    form = Points((4, 6, 8), (1, 2, 1))

    assert form.quantile(np.array([0.0, 0.2499, 0.25, 0.7499, 0.75])).tolist() == [4, 4, 6, 6, 8]


@given(low=st.floats(-50, 50), rise=st.floats(0, 50), fall=st.floats(0, 50))
@settings(max_examples=60, deadline=None)
def test_triangular_stays_between_its_ends(low: float, rise: float, fall: float) -> None:
    """Also where a side, or the whole of it, has no width."""
    form = Triangular(low, low + rise, low + rise + fall)
    found = form.quantile(np.linspace(0, 1, 101))

    slack = 1e-12 * (1 + abs(low) + rise + fall)
    assert found.min() >= form.low - slack
    assert found.max() <= form.high + slack
    assert np.all(np.diff(found) >= -slack)
