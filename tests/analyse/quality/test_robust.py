"""Which values lie far from the others, by a pocket calculator."""

import pytest

from somcost.analyse.quality.robust import usual_of


def test_a_value_far_off_does_not_move_what_is_usual() -> None:
    """Of 9, 10, 10, 11, 12, 30 the median is 10.5, the distances' median 1: 30 is far, 12 is not; nor with 300."""
    for far in (30.0, 300.0):
        usual = usual_of([9, 10, 10, 11, 12, far])

        assert usual is not None
        assert usual.middle == 10.5
        assert usual.deviation == pytest.approx(1.4826)
        assert [usual.is_far(value) for value in (9, 12, far)] == [False, False, True]


def test_values_much_alike_differ_by_a_quarter_at_least() -> None:
    """Where half the values are 100 the deviation is 0: 124 and 76 are within a quarter, 125 and 75 are not."""
    usual = usual_of([100, 100, 100, 100, 100, 124])

    assert usual is not None
    assert [usual.is_far(value) for value in (76, 124, 75, 125)] == [False, False, True, True]


@pytest.mark.parametrize("values", [[1.0, 1, 1, 1, 90], [0.0, 0, 0, 0, 1, 5, 9]])
def test_of_few_values_and_of_values_mostly_0_nothing_is_usual(values: list[float]) -> None:
    """Five values are too few; where most are 0 there is no usual level to be far from."""
    assert usual_of(values) is None
