"""Sobol' indices: closed forms, SALib's estimates at the same points, and the traced formulas."""

import math
from pathlib import Path

import numpy as np
import pytest
from hand_scenario import write_hand_scenario

from somcost import assess
from somcost.analyse.simulate.contributions import contributions
from somcost.analyse.simulate.indices import Values, indices_of, parts_of
from somcost.analyse.simulate.uniforms import Sampling, sets_of
from somcost.cost.evaluate import Array

ISHIGAMI_FIRST, ISHIGAMI_TOTAL = (0.3139, 0.4424, 0.0), (0.5576, 0.4424, 0.2437)
"""With a = 7 and b = 0.1: Ishigami and Homma 1990, SALib's own example."""
ANNUAL = "annual_operating_cost"


def ishigami(values: Values) -> Array:
    """Give sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, for x uniform between −π and π."""
    x, y, z = (values[name] for name in "xyz")
    return np.asarray((np.sin(x) * (1 + 0.1 * z**4) + 7 * np.sin(y) ** 2)[np.newaxis])


def between_pi(shares: Array) -> dict[str, Array]:
    """Give x, y and z from shares."""
    return dict(zip("xyz", math.pi * (2 * shares - 1), strict=True))


@pytest.mark.parametrize("sampling", ["random", "sobol"])
def test_ishigami_function_has_its_known_indices(sampling: Sampling) -> None:
    """Within four of the errors stated, which are under 0.05; its variance is 13.845."""
    blocks = sets_of(2**15, seed=0, sampling=sampling).blocks(6)
    (found,) = indices_of(parts_of(ishigami, between_pi(u[:3]), between_pi(u[3:]), ["x", "y", "z"]) for *_, u in blocks)

    assert found.variance == pytest.approx(13.845, rel=0.02)
    for estimates, known in ((found.first, ISHIGAMI_FIRST), (found.total, ISHIGAMI_TOTAL)):
        for each, expected in zip(estimates, known, strict=True):
            assert each is not None
            assert each.error < 0.05
            assert abs(each.value - expected) <= 4 * each.error + 1e-4


def test_indices_are_those_of_salib_at_the_same_points() -> None:
    """Total indices to rounding; first-order ones but for the mean that is taken out first, and 2,048 points tell."""
    sobol = pytest.importorskip("SALib.analyze.sobol")
    shares = np.random.default_rng(4).random((6, 2_048))
    a, b = between_pi(shares[:3]), between_pi(shares[3:])
    (ours,) = indices_of([parts_of(ishigami, a, b, ["x", "y", "z"])] * 2)

    mixed = [ishigami({**a, name: b[name]})[0] for name in "xyz"]
    outputs = np.column_stack([ishigami(a)[0], *mixed, ishigami(b)[0]]).ravel()
    problem = {"num_vars": 3, "names": list("xyz"), "bounds": [[-math.pi, math.pi]] * 3}
    theirs = sobol.analyze(problem, outputs, calc_second_order=False, seed=0)

    assert [each.value for each in ours.total if each] == pytest.approx(list(theirs["ST"]), rel=1e-9)
    assert [each.value for each in ours.first if each] == pytest.approx(list(theirs["S1"]), abs=0.02)


def test_pairs_left_out_are_left_out_of_every_sum() -> None:
    """A function that is not defined where x₁ of the second half meets x₂ of the first: as if without those pairs."""

    def holed(values: Values) -> Array:
        return np.where((values["x"] > 2) & (values["y"] < -2), np.nan, ishigami(values))

    shares = np.random.default_rng(5).random((6, 1_000))
    a, b = between_pi(shares[:3]), between_pi(shares[3:])
    corners = [a, b, *({**a, name: b[name]} for name in "xyz")]
    whole = np.isfinite([holed(each)[0] for each in corners]).all(axis=0)
    kept = [{name: value[whole] for name, value in half.items()} for half in (a, b)]

    found = parts_of(holed, a, b, ["x", "y", "z"])
    expected = parts_of(holed, kept[0], kept[1], ["x", "y", "z"])
    assert 0 < found.undefined[0] == 1_000 - whole.sum()
    for part in ("first", "total", "variance"):
        np.testing.assert_allclose(getattr(found, part), getattr(expected, part), rtol=1e-12)


def test_linear_case_has_the_closed_form(tmp_path: Path) -> None:
    """Of 400 a + 300 b + c the parts are the squares of 8,000, 6,000 and 1,000 by their sum; first and total alike.

    a = U(90, 110), b = U(40, 60), c = U(4,500, 5,500).
    """
    more = (
        "uncertainty: {inputs: {hours.job_group.leder: {low: 90, high: 110, distribution: uniform},"
        " hours.job_group.medarbejder: {low: 40, high: 60, distribution: uniform},"
        " other_expenses: {low: 4500, high: 5500, distribution: uniform}}}\n"
    )
    found = contributions(assess(write_hand_scenario(tmp_path, more=more)), results=[ANNUAL], sampling="sobol")[ANNUAL]

    squares = np.array([8_000, 6_000, 1_000.0]) ** 2
    assert found.variance == pytest.approx(squares.sum() / 12, rel=1e-3)
    assert [each.inputs for each in found.each] == [
        ("hours.job_group.leder",),
        ("hours.job_group.medarbejder",),
        ("other_expenses",),
    ]
    for each, known in zip(found.each, squares / squares.sum(), strict=True):
        assert each.first is not None
        assert each.total is not None
        assert each.first.value == pytest.approx(known, abs=max(5 * each.first.error, 1e-3))
        assert each.total.value == pytest.approx(known, abs=max(5 * each.total.error, 1e-3))
    assert found.each[0].rank_correlations["hours.job_group.leder"] == pytest.approx(0.8, abs=0.03)


def test_inputs_that_move_together_are_entered_as_one(tmp_path: Path) -> None:
    """Two wages bring what their sum brings; the expenses beside them the rest: 1 : 1 with equal spreads.

    Wages ± 10 % of 40,000 + 15,000 kr, uniform, are 11,000 wide; so are the expenses from 1,000 to 12,000.
    """
    more = (
        "uncertainty: {inputs: {job_groups.leder.monthly_wage_cost: {low: -10 %, high: +10 %, distribution: uniform},"
        " job_groups.medarbejder.monthly_wage_cost: {low: -10 %, high: +10 %, distribution: uniform},"
        " other_expenses: {low: 1000, high: 12000, distribution: uniform}}}\n"
    )
    found = contributions(assess(write_hand_scenario(tmp_path, more=more)), results=[ANNUAL])[ANNUAL]
    by_size = {len(each.inputs): each for each in found.each}

    assert set(by_size) == {1, 2}
    for each in by_size.values():
        assert each.first is not None
        assert each.first.value == pytest.approx(0.5, abs=5 * each.first.error)
    assert list(by_size[2].rank_correlations) == list(by_size[2].inputs)
    assert found.evaluations == found.source.draws * 4


def test_an_input_that_does_nothing_has_no_part_and_a_result_that_stands_has_none(tmp_path: Path) -> None:
    """The wage moves no start-up-free number of months; the variance 0 has no parts, not parts of 0."""
    more = "uncertainty: {inputs: {other_expenses: {low: 4000, high: 6000}, hours: {low: 140, high: 160}}}\n"
    assessment = assess(write_hand_scenario(tmp_path, more=more))
    found = contributions(assessment, results=["observed_months", "other_expenses"], pairs=512)

    assert found["observed_months"].variance == 0
    assert all(each.first is None and each.total is None for each in found["observed_months"].each)
    assert {each.inputs[0]: each.total and each.total.value for each in found["other_expenses"].each}["hours"] == 0


def test_undefined_pairs_are_counted_and_left_out(tmp_path: Path) -> None:
    """No citizens in a quarter of the draws: the pairs without any at either are left out, the rest tells."""
    more = (
        "uncertainty: {inputs: {participants: {distribution: {form: discrete, values: [0, 12, 15, 20]}},"
        " wages: {low: -0.1, high: 0.1}}}\n"
    )
    found = contributions(assess(write_hand_scenario(tmp_path, more=more)), pairs=2_048)["cost_per_participant"]

    assert found.undefined == pytest.approx(2_048 * (1 - (3 / 4) ** 2), rel=0.15)
    assert all(each.total is not None and 0 < each.total.value < 1.2 for each in found.each)
