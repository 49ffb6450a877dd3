"""The range that a plan's named sensitivities make of each result."""

from pathlib import Path

import pytest
from hand_plan import CASES, hand_plan


def test_the_range_is_of_all_that_define_the_result(tmp_path: Path) -> None:
    """As calculated and where nobody completes 65,000, with higher wages 67,000, with dear equipment 102,500."""
    found = hand_plan(tmp_path, more=CASES).as_dict()["range"]["total_cost"]

    assert found == {"low": pytest.approx(65_000), "high": pytest.approx(102_500)}


def test_a_sensitivity_that_leaves_a_result_undefined_is_named(tmp_path: Path) -> None:
    """Where nobody completes there is no cost for each who does: 65,000 / 30 to 102,500 / 30 is of the others."""
    assessment = hand_plan(tmp_path, more=CASES)
    found = assessment.as_dict()["range"]["cost_per_completed"]

    assert found == {
        "low": pytest.approx(65_000 / 30),
        "high": pytest.approx(102_500 / 30),
        "not_defined": ["ingen"],
    }
    assert list(assessment.undefined()) == [("Ingen gennemfører", ["cost_per_completed"])]


def test_without_named_sensitivities_there_is_no_range(tmp_path: Path) -> None:
    """Nothing is made up."""
    assert hand_plan(tmp_path).as_dict()["range"] == {}
