"""Means, ratio of sums, spread and outliers of unit costs, against textbook cases."""

import statistics
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost import Assessment, assess
from somcost.analyse.compare.comparison import compare
from somcost.analyse.compare.spread import Ratio, spread_of

Changed = Callable[..., Assessment]

costs = st.floats(1, 1e6)
made = st.lists(st.tuples(costs, st.floats(0.5, 100)), min_size=1, max_size=12)


def test_mean_of_ratios_is_not_ratio_of_sums() -> None:
    """60 km/h out and 20 home over 60 km each: mean 40, but 120 km in 4 hours is 30.

    Source: Wikipedia, Harmonic mean, Average speed (https://en.wikipedia.org/wiki/Harmonic_mean).
    """
    found = spread_of({"out": Ratio(60, 60, 1), "home": Ratio(20, 60, 3)})

    assert (found.mean_of_ratios, found.ratio_of_sums) == (40, 30)


def test_outliers_by_the_fences_of_the_textbook() -> None:
    """Of 1, 2, 4, 5, 6 and 12 the quartiles are 2.5 and 5.75: the fences −2.375 and 10.625 leave 12 out.

    Source: NIST/SEMATECH e-Handbook, 7.1.6, inner fences at 1.5 times the interquartile range
    (https://www.itl.nist.gov/div898/handbook/prc/section1/prc16.htm).
    """
    found = spread_of({str(each): Ratio(each) for each in (1, 2, 4, 5, 6, 12)})

    assert found.quartiles == pytest.approx((2.5, 5.75))
    assert found.outliers == ("12",)
    assert found.as_dict()["outlier_rule"].startswith("more than 1.5")


def test_few_values_have_no_outliers() -> None:
    """Of four, one far off is not told to be one, and the rule says so."""
    found = spread_of({str(each): Ratio(each) for each in (1, 1, 1.5, 1000)})

    assert found.outliers == ()
    assert found.few
    assert found.as_dict()["outlier_rule"] == "none is told of fewer than 5"


def test_missing_is_skipped_and_named() -> None:
    """The mean of 10 and 30 is 20 whatever the third would be; the sums leave out who has no count."""
    found = spread_of({"a": Ratio(10, 100, 10), "b": Ratio(None, 500), "c": Ratio(30, cost=90)})

    assert (found.count, found.missing) == (2, ("b",))
    assert (found.mean_of_ratios, found.ratio_of_sums, found.outside_sums) == (20, 10, ("c",))
    assert (found.lowest, found.highest) == (("a", 10), ("c", 30))


def test_nothing_known_and_one_value() -> None:
    """Of nothing nothing is said; of one value no deviation."""
    assert spread_of({"a": Ratio(None)}).as_dict()["mean_of_ratios"] is None
    one = spread_of({"a": Ratio(5, 10, 2)})
    assert (one.mean_of_ratios, one.standard_deviation, one.coefficient_of_variation) == (5, None, None)


@given(made)
@settings(deadline=None)
def test_both_means_lie_between_lowest_and_highest(pairs: list[tuple[float, float]]) -> None:
    """And the deviation is the sample's, as the standard library has it."""
    ratios = {str(place): Ratio(cost / count, cost, count) for place, (cost, count) in enumerate(pairs)}
    found = spread_of(ratios)

    assert found.lowest is not None
    assert found.highest is not None
    for mean in (found.mean_of_ratios, found.ratio_of_sums):
        assert found.lowest[1] * (1 - 1e-9) <= (mean or 0) <= found.highest[1] * (1 + 1e-9)
    if len(pairs) > 1:
        values = [ratio.value or 0 for ratio in ratios.values()]
        assert found.standard_deviation == pytest.approx(statistics.stdev(values), rel=1e-9, abs=1e-6)


def test_compared_assessments_are_spread_by_the_method(changed: Changed) -> None:
    """60,000 kr for 12 and for 6 citizens: 5,000 and 10,000, mean 7,500; 120,000 / 18 in all; four months each."""
    found = compare([changed(), changed(("count: 12", "count: 6"))])

    each, month = found.spreads["cost_per_participant"], found.spreads["cost_per_participant_month"]
    assert (each.mean_of_ratios, each.ratio_of_sums) == pytest.approx((7_500, 120_000 / 18))
    assert (month.mean_of_ratios, month.ratio_of_sums) == pytest.approx((1_875, 120_000 / (18 * 4)))


def test_a_municipality_without_the_unit_cost_is_missing() -> None:
    """København counts the enrolled only; Favrskov's courses have their own participants a year."""
    names = ["jammerbugt", "koebenhavn", "favrskov", "thisted", "holstebro"]
    found = compare([assess(f"scenarios/{name}.yaml") for name in names]).spreads

    assert found["cost_per_participant"].missing == ("koebenhavn",)
    assert found["cost_per_course"].count == 1
    annual = 2_790_720.48 + 201_011.52 + 382_924.91 + 1_777_662.06
    assert found["cost_per_participant"].ratio_of_sums == pytest.approx(annual / (144 / 19 + 14.5 + 108 / 19 + 7.2))
