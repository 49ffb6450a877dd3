"""Costs that come in whole units: teams of six that 55,000 kr of wages pay two of, and 5,000 kr that stay."""

from pathlib import Path

import numpy as np
import pytest
from hand_scenario import write_hand_scenario

from somcost import Assessment, assess
from somcost.analyse.vary.answers import one_at_a_time
from somcost.analyse.vary.break_even import break_even
from somcost.analyse.vary.extremes import best_and_worst
from somcost.analyse.vary.grid import grid, vary
from somcost.analyse.vary.keys import keys_of
from somcost.problems import InputProblems

ANNUAL, EACH = "annual_operating_cost", "cost_per_participant"


def in_teams(folder: Path, *, of: float = 6, more: str = "") -> Assessment:
    """Give the hand scenario with its wages in teams."""
    rule = f"cost_behaviour: [{{match: {{kind: wage}}, behaves: stepwise, capacity: {of}, label: hold}}]\n"
    return assess(write_hand_scenario(folder, more=rule + more))


def test_the_extremes_lie_at_a_full_team_and_a_new_one(tmp_path: Path) -> None:
    """Of nine to sixteen citizens twelve are cheapest, 60,000 / 12; with one more than twelve, 87,500 are paid."""
    found = best_and_worst(in_teams(tmp_path, more="uncertainty: {inputs: {participants: {low: 9, high: 16}}}\n"))

    assert found is not None
    assert found.lowest.value == pytest.approx(5_000)
    assert found.lowest.at["participants"] == pytest.approx(12)
    assert found.highest.value == pytest.approx(87_500 / 12)
    assert found.highest.at["participants"] == pytest.approx(12)
    assert found.as_dict()["every_combination_of_ends_tried"]


def test_two_inputs_go_to_their_extremes_together(tmp_path: Path) -> None:
    """A third fewer hours and a full team: (55,000 × 100 / 150 + 5,000) / 12; a third more and a new team."""
    stated = "{participants: {low: 9, high: 16}, hours: {low: 100, high: 200}}"
    found = best_and_worst(in_teams(tmp_path, more=f"uncertainty: {{inputs: {stated}}}\n"))

    assert found is not None
    assert found.lowest.value == pytest.approx((55_000 * 2 / 3 + 5_000) / 12)
    assert found.highest.value == pytest.approx((55_000 * 4 / 3 * 3 / 2 + 5_000) / 12)


def test_a_listed_value_is_tried_and_none_between(tmp_path: Path) -> None:
    """Of 8 and 14 citizens the team full at twelve is none: 60,000 / 8 is highest, 87,500 / 14 lowest."""
    listed = "{distribution: {form: discrete, values: [14, 8, 12.5]}}"
    found = best_and_worst(in_teams(tmp_path, more=f"uncertainty: {{inputs: {{participants: {listed}}}}}\n"))

    assert found is not None
    assert found.lowest.value == pytest.approx(87_500 / 14)
    assert found.highest.value == pytest.approx(60_000 / 8)


def test_a_target_met_all_along_a_step_is_a_stretch(tmp_path: Path) -> None:
    """Three teams, 87,500, serve all numbers above twelve and to eighteen; put back, both ends give the target."""
    stepped = in_teams(tmp_path)
    found = break_even(stepped, "participants", target=87_500, result=ANNUAL)
    ((low, high),) = found.stretches

    assert (found.values, found.jumps) == ((), ())
    assert (low, high) == pytest.approx((12, 18))
    assert low > 12
    assert high == 18
    assert vary(stepped, "participants", [low, high], results=[ANNUAL]).results[ANNUAL] == pytest.approx([87_500] * 2)
    assert found.as_dict()["stretches"] == [[low, 18]]


def test_what_the_key_does_not_move_meets_its_target_everywhere_or_nowhere(tmp_path: Path) -> None:
    """The months each leave the 5,000 kr per citizen as they are."""
    plain = assess(write_hand_scenario(tmp_path))

    everywhere = break_even(plain, "participants.months_each", target=5_000)
    assert (everywhere.values, everywhere.stretches) == ((), ((0, 40),))
    assert break_even(plain, "participants.months_each", target=4_999).stretches == ()


def test_no_answer_is_lost_between_the_values_tried(tmp_path: Path) -> None:
    """Units of 0.004 citizens are narrower than the values tried lie apart; each crossing in one is told by hand."""
    unit, of = 0.004, 55_000 / 3_000
    found = break_even(in_teams(tmp_path, of=unit), "participants", target=5_001)
    by_hand = [(5_000 + of * number) / 5_001 for number in range(1, 30_001)]
    expected = [
        each for number, each in enumerate(by_hand, start=1) if (number - 1) * unit < each <= number * unit + 1e-12
    ]

    assert len(expected) > 1
    assert found.values == pytest.approx(expected, rel=1e-6)


def test_a_key_is_tried_from_nothing_to_the_most_it_can_be(tmp_path: Path) -> None:
    """No expenses at all are 55,000 / 12; more than everyone never completes."""
    path = write_hand_scenario(tmp_path)
    path.write_text(path.read_text("utf-8").replace("months_each: 4", "completion_rate: 0.8"), "utf-8")
    plain = assess(path)

    assert break_even(plain, "other_expenses", target=55_000 / 12).values == pytest.approx([0], abs=1e-6)
    at_most = break_even(plain, "participants.completion_rate", target=5_000 / 1.2, result="cost_per_completed")
    assert (at_most.high, at_most.values) == (1, ())
    with pytest.raises(InputProblems, match="It is 1 at most"):
        break_even(plain, "participants.completion_rate", target=1, result="cost_per_completed", between=(0, 1.2))


def test_the_places_of_a_team_can_be_varied(tmp_path: Path) -> None:
    """Thirteen citizens need three teams of six, two of twelve; of twelve one, which then costs all the wages."""
    axes = {"participants": [13], "cost_behaviour.0.capacity": [6, 12, 13]}
    found = grid(in_teams(tmp_path), axes, results=[ANNUAL]).results[ANNUAL]

    assert found == pytest.approx(np.array([[55_000 * 3 / 2 + 5_000, 55_000 * 2 + 5_000, 60_000]]))


def test_what_the_alternative_costs_can_be_varied(tmp_path: Path) -> None:
    """5,000 each are half of 10,000."""
    plain = assess(write_hand_scenario(tmp_path))
    found = break_even(plain, "alternative.cost_per_year", target=0.5, result="share_to_avoid")

    assert found.values == pytest.approx([10_000])


def test_seats_stand_empty_where_courses_are_smaller() -> None:
    """Two and a half courses a year of eight seats: five stand empty with six in each, none with eight."""
    favrskov = assess("scenarios/favrskov.yaml")
    names = ["unused_capacity", "participants_per_year"]
    found = vary(favrskov, "course_size", [6, 8], results=names).results

    assert found["unused_capacity"] == pytest.approx([5, 0])
    assert found["participants_per_year"] == pytest.approx([15, 20])
    both = grid(favrskov, {"participants": [10], "course_size": [4, 5, 8]}, results=["unused_capacity"]).results
    assert both["unused_capacity"] == pytest.approx(np.array([[3 * 8 - 10, 2 * 8 - 10, 2 * 8 - 10]]))
    assert keys_of(favrskov)["course_size"].most == 8
    assert keys_of(favrskov)["courses.capacity"].base == 8


def test_an_input_known_by_mean_and_deviation_is_moved_between_quantiles(tmp_path: Path) -> None:
    """150 hours, 10 more or less: 1.6448536 deviations either side hold nine tenths, 366.67 kr an hour."""
    stated = "uncertainty: {inputs: {hours: {distribution: {form: normal, mean: 150, sd: 10}}}}\n"
    answers = one_at_a_time(assess(write_hand_scenario(tmp_path, more=stated)), result=EACH, share=0.1)
    bar = next(bar for bar in answers.bars if bar.range.key.name == "hours")

    assert bar.range.by_quantiles
    assert (bar.range.low, bar.range.high) == pytest.approx((150 - 16.448536, 150 + 16.448536))
    assert bar.at_high == pytest.approx((55_000 * 166.448536 / 150 + 5_000) / 12)
    assert answers.extremes is not None
    assert answers.extremes.highest.value == pytest.approx(bar.at_high)


def test_nothing_moves_what_stands_still(tmp_path: Path) -> None:
    """No input moves the months of the window; of other citizens the collected cost is not known."""
    plain = assess(write_hand_scenario(tmp_path))
    still = one_at_a_time(plain, result="observed_months", share=0.1)

    assert (still.bars, still.extremes) == ([], None)
    assert still.as_dict()["one_way"] == []
    stated = "uncertainty: {inputs: {hours: {low: 100, high: 200}}}\n"
    assert best_and_worst(assess(write_hand_scenario(tmp_path, more=stated)), result="observed_months") is None
    collected = one_at_a_time(plain, result="collected_cost", share=0.1)
    assert [key.name for key in collected.undefined] == ["participants"]
    assert collected.as_dict()["not_defined_when_varied"] == ["participants"]
