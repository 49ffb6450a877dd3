"""Favrskov's five courses resampled: both estimators, against their own plain sums and against scipy."""

import numpy as np
import pytest
from scipy import stats

from somcost import Assessment, assess
from somcost.analyse.resample.resample import resample
from somcost.analyse.resample.weighted import WeightedCosting
from somcost.cost.evaluate import Array

ANNUAL = "annual_operating_cost"
RATIOS, MEANS = "cost_per_participant_mean_of_ratios", "cost_per_participant_ratio_of_means"


@pytest.fixture(scope="module")
def favrskov() -> Assessment:
    """The published assessment of five courses."""
    return assess("scenarios/favrskov.yaml")


def courses(assessment: Assessment) -> tuple[Array, Array]:
    """Give cost and participants of each course."""
    rows = assessment.as_dict()["courses"]
    return np.array([row["cost"] for row in rows]), np.array([row["participants"] for row in rows])


def test_a_course_drawn_twice_is_two_courses(favrskov: Assessment) -> None:
    """The cost of the year and both estimators are those of the courses drawn, written out one by one."""
    cost, size = courses(favrskov)
    drawn = [[0, 1, 2, 3, 4], [0, 0, 1, 4, 4], [2, 2, 2, 2, 2], [1, 3, 4]]
    weights = np.array([np.bincount(each, minlength=5) for each in drawn], dtype=np.float64).T
    found = WeightedCosting(favrskov, "courses").at([weights], [ANNUAL, RATIOS, MEANS, "participants_per_year"])

    assert found[ANNUAL] == pytest.approx([2.5 * cost[each].mean() for each in drawn])
    assert found[RATIOS] == pytest.approx([(cost[each] / size[each]).mean() for each in drawn])
    assert found[MEANS] == pytest.approx([cost[each].sum() / size[each].sum() for each in drawn])
    assert found["participants_per_year"] == pytest.approx([2.5 * size[each].mean() for each in drawn])


def test_courses_are_resampled_where_there_are_courses(favrskov: Assessment) -> None:
    """And five of them are few, which the answer says by itself."""
    found = resample(favrskov, draws=200).as_dict()

    assert (found["over"], found["count"], found["block"], found["few"]) == ("courses", 5, 1, True)
    assert found["warnings"] == ["5 courses are fewer than 10: the intervals are themselves unsure"]


@pytest.mark.parametrize("result", [ANNUAL, RATIOS, MEANS])
def test_intervals_of_courses_are_scipys(favrskov: Assessment, result: str) -> None:
    """BCa of five courses within Monte Carlo error: 8 % of a standard error."""
    cost, size = courses(favrskov)

    def statistic(cost: Array, size: Array, axis: int = -1) -> Array:
        formulas: dict[str, Array] = {
            ANNUAL: 2.5 * cost.mean(axis=axis),
            RATIOS: (cost / size).mean(axis=axis),
            MEANS: cost.sum(axis=axis) / size.sum(axis=axis),
        }
        return formulas[result]

    theirs = stats.bootstrap(
        (cost, size), statistic, paired=True, method="BCa", confidence_level=0.90, n_resamples=20_000, rng=1
    )
    ours = resample(favrskov, results=[result], draws=20_000).results[result]
    close = 0.08 * theirs.standard_error

    assert ours.low == pytest.approx(theirs.confidence_interval.low, abs=close)
    assert ours.high == pytest.approx(theirs.confidence_interval.high, abs=close)
    assert ours.jackknife is not None
    if result == ANNUAL:
        assert ours.jackknife.standard_error == pytest.approx(2.5 * cost.std(ddof=1) / np.sqrt(5))


def test_what_was_collected_does_not_follow_the_courses(favrskov: Assessment) -> None:
    """The sum of all courses is no mean over them: no interval, and the reason."""
    found = resample(favrskov, results=["collected_cost"], draws=100).results["collected_cost"]

    assert (found.low, found.interval) == (None, None)
    assert "does not depend" in found.note
