"""Laws of varied inputs, on the published examples."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost import Assessment, assess
from somcost.analyse.vary.break_even import break_even
from somcost.analyse.vary.grid import grid, vary
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.one_way import one_way
from somcost.analyse.vary.ranges import ranges_of
from somcost.analyse.vary.variation import Variation

EXAMPLES = ("jammerbugt", "koebenhavn", "favrskov", "thisted", "holstebro")
EACH = "cost_per_participant"
shares = st.floats(-0.5, 1.0, allow_nan=False)


@cache
def assessment_of(name: str) -> Assessment:
    """An example, assessed once."""
    return assess(f"scenarios/{name}.yaml")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_key_at_its_value_is_the_plain_result(name: str) -> None:
    """Whatever is put back as it was moves nothing; whole courses alone are not those that ran."""
    assessment = assessment_of(name)
    whole_courses = {"participants", "course_size"} if assessment.inputs.scenario.courses else set()
    for key in keys_of(assessment).values():
        if key.name in whole_courses:
            continue
        variation = Variation(assessment, [key.name])
        for result, values in variation.at({key.name: [key.base or 0.0]}).items():
            assert values == pytest.approx([variation.base[result]], rel=1e-12), (key.name, result)


@given(first=shares, second=shares)
@settings(max_examples=40, deadline=None)
def test_annual_cost_is_linear_in_wages(first: float, second: float) -> None:
    """The cost at the middle of two changes is the middle of the costs."""
    middle = (first + second) / 2
    low, high, at_middle = vary(
        assessment_of("holstebro"), "wages", [first, second, middle], results=["annual_operating_cost"]
    ).results["annual_operating_cost"]

    assert at_middle == pytest.approx((low + high) / 2, rel=1e-12)


@given(wages=st.lists(shares, min_size=1, max_size=3), numbers=st.lists(st.floats(1, 30), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_order_of_axes_does_not_matter(wages: list[float], numbers: list[float]) -> None:
    """A grid turned round is the same grid."""
    assessment = assessment_of("jammerbugt")
    one = grid(assessment, {"wages": wages, "participants": numbers}).results[EACH]
    other = grid(assessment, {"participants": numbers, "wages": wages}).results[EACH]

    assert one == pytest.approx(other.T, rel=1e-12)


def test_grid_with_one_axis_is_the_one_way_table() -> None:
    """Both ask the same formulas."""
    assessment = assessment_of("thisted")
    for bar in one_way(assessment, ranges=ranges_of(assessment, share=0.2)):
        line = vary(assessment, bar.range.key.name, [bar.range.low, bar.range.high])
        assert [bar.at_low, bar.at_high] == line.as_dict()["results"][EACH]


@given(
    target=st.floats(100_000, 900_000),
    key=st.sampled_from(["wages", "hours", "participants_per_year", "parameters.overhead"]),
)
@settings(max_examples=25, deadline=None)
def test_break_even_put_back_gives_the_target(target: float, key: str) -> None:
    """To 1e-9 of it, for every answer."""
    assessment = assessment_of("jammerbugt")
    found = break_even(assessment, key, target=target)

    for value in found.values:
        assert vary(assessment, key, [value]).results[EACH] == pytest.approx([target], rel=1e-9)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_variation_changes_the_assessment(name: str) -> None:
    """The assessment is the same after all its inputs were moved."""
    assessment = assessment_of(name)
    before = assessment.as_dict()
    one_way(assessment, result="annual_operating_cost")

    assert assessment.as_dict() == before


def test_cells_of_a_grid_are_runs_of_the_scenario_so_changed() -> None:
    """A wage put in is the wage read from the file."""
    assessment = assessment_of("jammerbugt")
    wages = {"job_groups.paedagog.monthly_wage_cost": np.array([35_509, 40_000.0])}
    cells = grid(assessment, wages).results[EACH]

    # 12 × 1.2 / 1418 kr an hour for each krone a month; therapists are the mean of three groups.
    hours = {"paedagog": 1155.75, "familieterapeut": 4911.75 / 3}
    more = (40_000 - 35_509) * 12 * 1.2 / 1418 * sum(hours.values()) * 12 / 14 / (12 * 12 / 19)
    assert cells[1] - cells[0] == pytest.approx(more, rel=1e-9)
