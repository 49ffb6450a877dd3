"""Simulations of the scenario that is worked out by hand, where the answer is known in closed form.

100 hours of leder at 400 kr, 50 of medarbejder at 300 kr and 5,000 of expenses: 60,000 kr in a year of twelve months.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hand_scenario import write_hand_scenario
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from somcost import Assessment, assess
from somcost.analyse.simulate.estimates import Estimate
from somcost.analyse.simulate.simulate import simulate
from somcost.analyse.simulate.uniforms import BLOCK, Sampling, Source

WAYS: tuple[Sampling, ...] = ("random", "sobol")
ANNUAL, EACH = "annual_operating_cost", "cost_per_participant"
TWO_UNIFORMS = """\
uncertainty:
  inputs:
    hours.job_group.leder: {low: 90, high: 110, distribution: uniform}
    hours.job_group.medarbejder: {low: 36.666666666666666, high: 63.333333333333336, distribution: uniform}
"""
"""400 × U(90, 110) + 300 × U(50 ± 40/3) + 5,000: two uniform costs 8,000 wide, so a triangular one 16,000 wide."""
KNOWN = stats.triang(0.5, 52_000, 16_000)
WAGES = """\
uncertainty:
  inputs:
    job_groups.leder.monthly_wage_cost: {low: 36000, high: 44000}
    job_groups.medarbejder.monthly_wage_cost: {low: 27000, high: 33000}
"""


@pytest.fixture(name="linear", scope="module")
def linear_case(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The scenario with two uniform costs."""
    return assess(write_hand_scenario(tmp_path_factory.mktemp("linear"), more=TWO_UNIFORMS))


def near(found: Estimate | None, expected: float) -> bool:
    """Whether an estimate lies within five of its stated errors."""
    assert found is not None
    return abs(found.value - expected) <= 5 * found.error + 1e-9 * abs(expected)


@pytest.mark.parametrize("sampling", WAYS)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_linear_case_is_the_closed_form(linear: Assessment, sampling: Sampling, seed: int) -> None:
    """Mean, sd, quantiles and the chance to exceed 64,000 kr (16/128) lie within the error that is stated."""
    found = simulate(linear, draws=20_000, seed=seed, sampling=sampling, budget=64_000).results[ANNUAL]

    assert near(found.mean, 60_000)
    assert near(found.sd, math.sqrt(2 * 8_000**2 / 12))
    assert near(found.probability, 0.125)
    for share, each in found.quantiles.items():
        assert near(each, KNOWN.ppf(share)), share
    assert found.undefined == 0


def test_quasi_random_draws_are_surer(linear: Assessment) -> None:
    """The error of the mean is at most a tenth of that of as many random draws, and stated so."""
    random, even = (
        simulate(linear, results=[ANNUAL], draws=16_384, sampling=sampling).results[ANNUAL].mean for sampling in WAYS
    )

    assert random is not None
    assert even is not None
    assert even.error < random.error / 10
    assert abs(even.value - 60_000) < random.error / 5


@given(seed=st.integers(0, 2**40), draws=st.integers(100, 3 * BLOCK))
@settings(max_examples=8, deadline=None)
def test_repeated_runs_give_the_same_bytes(seed: int, draws: int, linear: Assessment) -> None:
    """For any seed; and fewer draws are the first of more."""
    first, again = (simulate(linear, results=[ANNUAL], draws=draws, seed=seed) for _ in range(2))
    more = simulate(linear, results=[ANNUAL], draws=draws + 100, seed=seed)

    assert first.results[ANNUAL].draws.tobytes() == again.results[ANNUAL].draws.tobytes()
    assert json.dumps(first.as_dict()) == json.dumps(again.as_dict())
    assert first.results[ANNUAL].draws.tobytes() == more.results[ANNUAL].draws[:, :draws].tobytes()


def test_seed_nought_is_a_seed(linear: Assessment) -> None:
    """It gives its own draws, not those of the clock or of seed 1."""
    nought, again, one = (simulate(linear, results=[ANNUAL], draws=200, seed=seed) for seed in (0, 0, 1))

    assert nought.results[ANNUAL].draws.tobytes() == again.results[ANNUAL].draws.tobytes()
    assert nought.results[ANNUAL].draws.tobytes() != one.results[ANNUAL].draws.tobytes()


def test_any_block_can_be_made_alone() -> None:
    """Its shares rest on the seed and its own place, so that no order of blocks makes a difference."""
    blocks = [shares for _, _, shares in Source(7, 3 * BLOCK).blocks(2)]
    for place in (2, 0, 1):
        seed = np.random.SeedSequence(7, spawn_key=(0, place))
        assert blocks[place].tobytes() == np.random.default_rng(seed).random((2, BLOCK)).tobytes()


def test_sets_of_even_points_are_scrambled_each_by_itself() -> None:
    """Each fills every sixteenth of every input evenly, and no two are the same."""
    first, second, *_ = (shares for _, _, shares in Source(5, 64, 2, "sobol").blocks(3))

    assert first.tobytes() != second.tobytes()
    for shares in (*first, *second):
        assert np.histogram(shares, bins=16, range=(0, 1))[0].tolist() == [4] * 16


def test_memory_does_not_grow_with_the_number_of_draws() -> None:
    """No block is larger than the others, but the last, which is what is left."""
    sizes = [shares.shape for _, _, shares in Source(0, 3 * BLOCK + 7).blocks(4)]

    assert sizes == [(4, BLOCK)] * 3 + [(4, 7)]


def spread(path: Path, more: str, results: str = ANNUAL) -> Mapping[str, float]:
    """Simulate a scenario and give mean and sd of a result."""
    found = simulate(assess(write_hand_scenario(path, more=more)), results=[results], draws=40_000).results[results]
    assert found.mean is not None
    assert found.sd is not None
    return {"mean": found.mean.value, "sd": found.sd.value}


def test_wages_move_together_by_default(tmp_path: Path) -> None:
    """Then their spreads add up; apart, their squares do. Costs are triangular, 40,000 ± 4,000 and 15,000 ± 1,500."""
    sds = np.array([4_000, 1_500]) / math.sqrt(6)

    assert spread(tmp_path, WAGES)["sd"] == pytest.approx(sds.sum(), rel=0.02)
    apart = WAGES + "  wages_move_together: false\n"
    assert spread(tmp_path, apart)["sd"] == pytest.approx(math.hypot(*sds), rel=0.02)


def test_answer_says_that_wages_move_together(tmp_path: Path) -> None:
    """And by which rule, and what was drawn from what."""
    plain = simulate(assess(write_hand_scenario(tmp_path, more=WAGES)), draws=200).as_dict()

    names = ["job_groups.leder.monthly_wage_cost", "job_groups.medarbejder.monthly_wage_cost"]
    assert plain["moving_together"] == [
        {"inputs": names, "why": "wages", "rank_correlation": [[1, 1], [1, 1]], "rank_correlation_adjusted_by": 0}
    ]
    assert [each["key"] for each in plain["inputs"]] == names
    assert plain["inputs"][0]["distribution"] == {"form": "triangular", "low": 36_000, "mode": 40_000, "high": 44_000}
    assert plain["quantile_rule"].endswith("type 7)")
    assert (plain["draws"], plain["seed"], plain["sampling"], plain["ranges_stated"]) == (200, 0, "random", True)


def test_nothing_stated_is_said(tmp_path: Path) -> None:
    """Then inputs that do not overlap vary by a share either way, each marked as default."""
    plain = simulate(assess(write_hand_scenario(tmp_path)), draws=200, share=0.2).as_dict()

    assert plain["ranges_stated"] is False
    assert plain["share_where_no_range_is_stated"] == 0.2
    assert {each["range_from"] for each in plain["inputs"]} == {"default"}
    hours = next(each for each in plain["inputs"] if each["key"] == "hours")
    assert (hours["low"], hours["value"], hours["high"]) == pytest.approx((120, 150, 180))


def test_undefined_draws_are_counted_and_left_out(tmp_path: Path) -> None:
    """No citizen at all in a quarter of the draws: cost per participant is undefined there, never 0 or an exception."""
    none_at_all = "uncertainty: {inputs: {participants: {distribution: {form: discrete, values: [0, 12, 15, 20]}}}}\n"
    assessment = assess(write_hand_scenario(tmp_path, more=none_at_all))
    found = simulate(assessment, results=[EACH, ANNUAL], draws=4_000)
    each = found.results[EACH]

    assert each.undefined == np.isnan(each.draws).sum()
    assert each.undefined == pytest.approx(1_000, abs=150)
    assert each.mean is not None
    assert each.mean.value == pytest.approx(np.nanmean(each.draws), rel=1e-12)
    assert found.results[ANNUAL].undefined == 0
    assert found.as_dict()["results"][EACH]["undefined_draws"] == each.undefined


def test_a_result_that_is_never_defined_is_none(tmp_path: Path) -> None:
    """Plain data has None for it, and all draws as undefined."""
    varied = "uncertainty: {inputs: {participants: {low: 10, high: 14}}}\n"
    found = simulate(assess(write_hand_scenario(tmp_path, more=varied)), results=["collected_cost"], draws=100)
    plain = found.as_dict()["results"]["collected_cost"]

    assert plain["undefined_draws"] == 100
    assert (plain["mean"], plain["sd"], plain["quantiles"]) == (None, None, [])
    json.dumps(plain, allow_nan=False)


def test_budget_is_of_the_annual_cost_and_thresholds_of_their_result(linear: Assessment) -> None:
    """5,000 kr each is the middle of the distribution; a stated threshold goes before the budget."""
    found = simulate(linear, draws=10_000, budget=64_000, thresholds={f"results.{EACH}": 5_000})

    assert list(found.results) == [EACH, ANNUAL]
    assert near(found.results[EACH].probability, 0.5)
    assert near(found.results[ANNUAL].probability, 0.125)
    assert found.results[EACH].threshold == 5_000


def test_a_budget_that_no_even_draw_exceeds_is_not_taken_for_safe(linear: Assessment) -> None:
    """All sets agree on 0; the error is then that of the draws themselves."""
    found = simulate(linear, draws=200, sampling="sobol", budget=68_001).results[ANNUAL].probability

    assert found is not None
    assert found.value == 0
    assert 0 < found.error < 1 / 200


def test_plain_data_is_json(linear: Assessment) -> None:
    """Numbers, texts, lists and None alone; draws are not in it."""
    plain = simulate(linear, draws=300, sampling="sobol", indices=True, budget=1.0).as_dict()

    assert plain["draws"] == 16 * 32
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
