"""How often units are drawn: as many as there are, in rings of neighbours, by a seed."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost.analyse.resample.draws import CELLS, Scheme, usual_block
from somcost.cost.evaluate import Array


def together(blocks: Iterable[Array]) -> Array:
    """Set blocks of draws side by side."""
    return np.concatenate(list(blocks), axis=1)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 30), st.data())
def test_as_many_are_drawn_as_there_are(count: int, data: st.DataObject) -> None:
    """Whatever the block, also where it does not go up in the number of units; the jackknife's weights too."""
    scheme = Scheme(count, 50, block=data.draw(st.integers(1, count)))
    weights, left_out = together(scheme.weights()), list(scheme.left_out())

    assert weights.shape == (count, 50)
    assert np.all(weights.sum(axis=0) == count)
    assert all(each.sum(axis=0) == pytest.approx(count) for each in left_out)


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 12), st.integers(0, 2**40), st.booleans())
def test_how_many_are_drawn_at_a_time_moves_nothing(count: int, seed: int, held: bool) -> None:
    """All at once, or three at a time."""
    whole = Scheme(count, 100, seed, held=held)
    parts = Scheme(count, 100, seed, held=held, cells=CELLS // 3)

    assert len(list(parts.weights())) > 1
    assert np.array_equal(together(whole.weights()), together(parts.weights()))
    assert np.array_equal(together(whole.left_out()), together(parts.left_out()))


def test_memory_is_bounded_whatever_the_number_of_draws() -> None:
    """No block of draws holds more numbers than it may."""
    for each in Scheme(100, 20_000, cells=1_000).weights():
        assert each.shape[1] * 1_000 <= CELLS


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 30))
def test_a_block_of_all_is_all(count: int) -> None:
    """Wherever it starts in the ring, every unit is drawn once."""
    assert np.all(together(Scheme(count, 20, block=count).weights()) == 1)


def test_neighbours_come_together() -> None:
    """In pairs of six, a draw holds the first and the second, or the sixth and the first, and so on."""
    weights = together(Scheme(6, 500, block=2).weights())
    ring = [np.eye(6)[each] + np.eye(6)[(each + 1) % 6] for each in range(6)]
    possible = {tuple(a + b + c) for a in ring for b in ring for c in ring}

    assert {tuple(each) for each in weights.T} <= possible
    assert len({tuple(each) for each in weights.T}) > 30


def test_a_seed_gives_its_own_draws_and_zero_is_a_seed() -> None:
    """The same seed the same draws, another others."""
    drawn = [together(Scheme(9, 200, seed).weights()).tobytes() for seed in (0, 0, 1)]

    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_citizens_come_once_on_average() -> None:
    """Poisson: mean and variance 1, of 20,000 each within three standard errors."""
    weights = together(Scheme(20, 1_000, held=False).weights())

    assert weights.mean() == pytest.approx(1, abs=3 / np.sqrt(20_000))
    assert weights.var() == pytest.approx(1, abs=3 * np.sqrt(3 / 20_000))


@pytest.mark.parametrize(("count", "block"), [(1, 1), (2, 2), (8, 2), (9, 3), (64, 4), (125, 5), (126, 6)])
def test_the_usual_block_is_the_cube_root_rounded_up(count: int, block: int) -> None:
    """Exact cubes are not rounded beyond their root."""
    assert usual_block(count) == block
