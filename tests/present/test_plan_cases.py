"""A plan's named sensitivities and its range, in the report and explained."""

from pathlib import Path

import numpy as np
import pytest
from hand_plan import CASES, UNQUANTIFIED, explained, hand_plan, printed

from somcost.analyse.planned import PlanAssessment
from somcost.present.derivation.paths import figures_of


@pytest.fixture
def assessment(tmp_path: Path) -> PlanAssessment:
    """Assess the plan with its sensitivities."""
    return hand_plan(tmp_path, more=CASES)


@pytest.mark.parametrize("path", ["sensitivities.loen.total_cost", "sensitivities.loen.results.total_cost"])
def test_a_sensitivity_is_explained(assessment: PlanAssessment, path: str) -> None:
    """At 440 kr an hour the five courses cost 22,000 and all of it 67,000, in either way to write the key."""
    text = explained(assessment, path)

    assert "Samlet omkostning over perioden, Løn 10 % højere = 67.000 kr." in text
    assert "Alle lønninger = 0,1 (10 %)" in text
    assert "sensitivities.loen.set" in text


def test_it_is_found_by_its_place_in_the_json_too(assessment: PlanAssessment) -> None:
    """The second of them is number 1."""
    assert "= 102.500 kr." in explained(assessment, "sensitivities.1.results.total_cost")


def test_a_range_is_explained_by_what_it_is_the_end_of(assessment: PlanAssessment) -> None:
    """65,000, 67,000, 102,500 and again 65,000."""
    text = explained(assessment, "range.total_cost.high")

    assert "Samlet omkostning over perioden, højest = 102.500 kr." in text
    assert "= den største af (65.000; 67.000; 102.500; 65.000)" in text
    assert "= den mindste af (65.000; 67.000; 102.500; 65.000)" in explained(assessment, "range.total_cost.low")


def test_what_a_sensitivity_leaves_undefined_says_why(assessment: PlanAssessment) -> None:
    """Nobody completes; the range is of the others."""
    text = explained(assessment, "range.cost_per_completed.low")

    assert "Der ville blive divideret med nul." in explained(assessment, "sensitivities.ingen.cost_per_completed")
    assert "= den mindste af (2.166,67; 2.233,33; 3.416,67)" in text


def test_the_report_says_so(assessment: PlanAssessment) -> None:
    """A note under the table of sensitivities."""
    text = " ".join(printed(assessment).split())

    assert "Ikke defineret ved „Ingen gennemfører“: Omkostning pr. gennemført." in text


def test_every_figure_under_a_sensitivity_is_the_json_s(assessment: PlanAssessment) -> None:
    """The trace made anew and the evaluation agree on every result of every sensitivity."""
    figures = figures_of(assessment)
    for case in assessment.as_dict()["sensitivities"]:
        for name, value in case["results"].items():
            found = figures[f"sensitivities.{case['sensitivity']}.{name}"]
            if value is None:
                assert found is None or np.isnan(found.value)
            else:
                assert found is not None
                assert float(found.value) == pytest.approx(value, rel=1e-12)


def test_a_sensitivity_has_the_bound_of_its_result(tmp_path: Path) -> None:
    """A course of employees without a price makes it at least 67,000, and the range too."""
    assessment = hand_plan(tmp_path, lines=UNQUANTIFIED["cost"], more=CASES)

    assert "= mindst 67.000 kr." in explained(assessment, "sensitivities.loen.total_cost")
    assert "= mindst 102.500 kr." in explained(assessment, "range.total_cost.high")
