"""What holds for every resampling: weights of one change nothing, a seed decides all, bad questions are told."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from somcost import Assessment, InputProblems, assess
from somcost.analyse.resample.resample import resample
from somcost.analyse.resample.weighted import Over, WeightedCosting
from somcost.analyse.rows import RESULT_KEYS

PUBLISHED: list[tuple[str, Over]] = [
    ("jammerbugt", "months"),
    ("koebenhavn", "months"),
    ("holstebro", "months"),
    ("thisted", "months"),
    ("thisted", "citizens"),
    ("favrskov", "courses"),
]


@pytest.fixture(scope="module")
def thisted() -> Assessment:
    """Nineteen months and nine families on a list."""
    return assess("scenarios/thisted.yaml")


@pytest.mark.parametrize(("scenario", "over"), PUBLISHED)
def test_weights_of_one_give_the_plain_results(scenario: str, over: Over) -> None:
    """Every result of every published assessment, to 1e-12."""
    assessment = assess(f"scenarios/{scenario}.yaml")
    costing = WeightedCosting(assessment, over)
    plain = {name: value for name, value in assessment.as_dict()["results"].items() if value is not None}
    found = costing.at([np.ones((len(costing.units.members), 2))], plain)

    for name, value in plain.items():
        assert costing.value(name) == pytest.approx(value, rel=1e-12)
        assert found[name] == pytest.approx([value, value], rel=1e-12)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 40))
def test_a_mean_does_not_follow_how_often_all_are_drawn(thisted: Assessment, times: int) -> None:
    """All months as often as each other are the months."""
    costing = WeightedCosting(thisted, "months")
    names = ["annual_operating_cost", "cost_per_month_in_intervention", "cost_per_person_year"]
    found = costing.at([np.full((19, 1), float(times))], names)

    assert [found[name][0] for name in names] == pytest.approx([costing.value(name) for name in names], rel=1e-12)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 19))
def test_the_same_question_has_the_same_answer(thisted: Assessment, seed: int, block: int) -> None:
    """Byte for byte, with any seed and block; and plain JSON."""
    answers = [
        json.dumps(resample(thisted, over="months", draws=200, seed=seed, block=block).as_dict(), allow_nan=False)
        for _ in range(2)
    ]

    assert answers[0] == answers[1]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.5, 0.98), st.integers(1, 6))
def test_more_confidence_is_a_wider_interval(thisted: Assessment, seed: int, less: float, block: int) -> None:
    """The wider holds the narrower."""
    name = "cost_per_participant"
    narrow, wide = (
        resample(thisted, results=[name], draws=500, seed=seed, confidence=each, block=block).results[name]
        for each in (less, 0.99)
    )

    assert narrow.interval is not None
    assert wide.interval is not None
    assert wide.interval.percentile[0] <= narrow.interval.percentile[0]
    assert narrow.interval.percentile[1] <= wide.interval.percentile[1]


def test_seeds_differ_and_zero_is_a_seed(thisted: Assessment) -> None:
    """Seed 0 is the default; seed 1 gives other ends."""
    plain = resample(thisted, draws=200).as_dict()
    zero, one = (resample(thisted, draws=200, seed=seed).as_dict() for seed in (0, 1))

    assert plain == zero
    assert plain["results"] != one["results"]


def test_cost_per_citizen_is_as_sure_as_a_poisson_count(thisted: Assessment) -> None:
    """Nine families: the exact 90 % interval of a count of nine is 4.70 to 15.71, and a draw has whole families."""
    found = resample(thisted, over="citizens").results["cost_per_participant"]
    low, high = stats.chi2.ppf(0.05, 18) / 2, stats.chi2.ppf(0.95, 20) / 2
    families = [9 * (found.value or 0) / (end or np.nan) for end in (found.high, found.low)]

    assert families == pytest.approx([low, high], abs=1)
    assert found.jackknife is not None
    assert found.jackknife.bias is None


def test_few_observations_are_said(thisted: Assessment) -> None:
    """Nine citizens are fewer than the ten of the settings; nineteen months are not fewer than twelve."""
    assert resample(thisted, over="citizens", draws=100).warnings == (
        "9 citizens are fewer than 10: the intervals are themselves unsure",
    )
    assert not resample(thisted, draws=100).few
    assert resample(thisted, draws=100).warnings == ()


def test_undefined_results_are_none() -> None:
    """København has no participants a year: its cost per participant is not defined, nor how sure it is."""
    found = resample(assess("scenarios/koebenhavn.yaml"), draws=100).as_dict()["results"]["cost_per_participant"]

    assert (found["value"], found["low"], found["bootstrap"], found["jackknife"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("asked", "check"),
    [
        ({"over": "weeks"}, "resampled-units-are-there"),
        ({"over": "courses"}, "resampled-units-are-there"),
        ({"over": "sites"}, "resampled-units-are-several"),
        ({"results": ["cost_per_participants"]}, "results-are-known"),
        ({"draws": 99}, "resampling-settings-are-possible"),
        ({"draws": 10_000_001}, "resampling-settings-are-possible"),
        ({"seed": -1}, "resampling-settings-are-possible"),
        ({"confidence": 0.0}, "resampling-settings-are-possible"),
        ({"confidence": 1.0}, "resampling-settings-are-possible"),
        ({"confidence": 90.0}, "resampling-settings-are-possible"),
        ({"block": 0}, "resampling-settings-are-possible"),
        ({"block": 20}, "blocks-are-of-months"),
        ({"over": "citizens", "block": 2}, "blocks-are-of-months"),
    ],
)
def test_what_cannot_be_resampled_is_told(thisted: Assessment, asked: dict[str, object], check: str) -> None:
    """One problem, at the scenario's place."""
    with pytest.raises(InputProblems) as told:
        resample(thisted, **asked)  # type: ignore[arg-type]

    (problem,) = told.value.problems
    assert problem.check == check
    assert problem.location == thisted.inputs.scenario.location


@pytest.mark.parametrize(
    ("scenario", "over"), [("favrskov", "months"), ("favrskov", "sites"), ("koebenhavn", "citizens")]
)
def test_units_that_do_not_fit_are_told(scenario: str, over: Over) -> None:
    """Group courses are a mean over courses; without a list no citizen is known."""
    with pytest.raises(InputProblems, match="resampled-units-are-there"):
        resample(assess(f"scenarios/{scenario}.yaml"), over=over)


def test_every_result_can_be_asked_for(thisted: Assessment) -> None:
    """Each of the JSON's results has an entry, defined or not."""
    assert list(resample(thisted, results=RESULT_KEYS, draws=100).results) == list(RESULT_KEYS)
