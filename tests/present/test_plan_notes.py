"""A proposed plan says what it has otherwise than the assessment it is proposed from."""

from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario

import somcost
from somcost.analyse.proposed import proposed_plan
from somcost.present.plan_notes import notes_of
from somcost.present.words import Words

STEPS = "cost_behaviour: [{match: {kind: [wage]}, behaves: stepwise, capacity: 4}]\n"


def notes(path: str | Path) -> str:
    """Give the notes of the plan proposed from a scenario."""
    assessment = somcost.assess(path)
    return "\n".join(notes_of(assessment, proposed_plan(assessment), Words(assessment, "da")))


def test_participants_that_no_plan_follows_are_told() -> None:
    """København knows 46 and 52 enrolled, 49 a year, and 40.5 discharged (Table 6-3), not how many take part."""
    told = notes("scenarios/koebenhavn.yaml")

    assert "Scenariet kender 49 indskrevne og 40,5 udskrevne om året, men ikke hvor mange der deltager" in told
    assert "ingen omkostning pr. ung" in told


def test_another_estimator_is_told_with_both_figures() -> None:
    """Favrskov's headline is the mean of five courses' own costs; a plan divides all by all."""
    results = somcost.assess("scenarios/favrskov.yaml").as_dict()["results"]
    told = notes("scenarios/favrskov.yaml")

    assert results["cost_per_participant_mean_of_ratios"] == pytest.approx(14_604.53, abs=0.01)
    assert "14.605 kr., er gennemsnittet af forløbenes egne" in told
    assert "13.863 kr. før etablering" in told


def test_what_comes_in_steps_is_told_to_be_fixed(tmp_path: Path) -> None:
    """Hours in units of four citizens become fixed hours; without such a rule nothing is said."""
    assert "hele enheder" in notes(write_hand_scenario(tmp_path, more=STEPS))
    assert "hele enheder" not in notes(write_hand_scenario(tmp_path))


def test_what_goes_along_is_not_told_of(tmp_path: Path) -> None:
    """Twelve citizens take part in both: the one note is what the hours are from."""
    assert notes(write_hand_scenario(tmp_path)).count("\n") == 0
