"""Varied inputs of the hand scenario: 55,000 kr of wages, 5,000 of expenses, 12 citizens in twelve months."""

from pathlib import Path

import numpy as np
import pytest
from hand_scenario import write_hand_scenario

from somcost import Assessment, InputProblems, assess
from somcost.analyse.vary.axes import axes_of
from somcost.analyse.vary.break_even import break_even
from somcost.analyse.vary.extremes import best_and_worst, marginal_cost
from somcost.analyse.vary.grid import grid, vary
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.one_way import one_way, tornado
from somcost.analyse.vary.ranges import ranges_of, stated_ranges
from somcost.analyse.vary.results import asked_results
from somcost.analyse.vary.variation import Variation

EACH = "cost_per_participant"


@pytest.fixture
def assessment(tmp_path: Path) -> Assessment:
    """The hand scenario assessed: 5,000 kr each."""
    return assess(write_hand_scenario(tmp_path))


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("wages", 0.10, (60_500 + 5_000) / 12),
        ("parameters.overhead", 0.50, (66_000 + 5_000) / 12),
        ("parameters.annual_hours_norm", 1_000, (82_500 + 5_000) / 12),
        ("job_groups.leder.monthly_wage_cost", 80_000, (80_000 + 15_000 + 5_000) / 12),
        ("hours", 300, (110_000 + 5_000) / 12),
        ("hours.job_group.leder", 200, (80_000 + 15_000 + 5_000) / 12),
        ("hours.phase.slut", 100, (40_000 + 30_000 + 5_000) / 12),
        ("hours.activity.=Møde", 0, (40_000 + 5_000) / 12),
        ("other_expenses", 0, 55_000 / 12),
        ("other_expenses.category.Kørsel", 6_000, (55_000 + 8_000) / 12),
        ("participants", 24, (110_000 + 5_000) / 24),
        ("participants.count", 24, 60_000 / 24),
        ("participants_per_year", 24, 60_000 / 24),
        ("observed_months", 6, 120_000 / 12),
    ],
)
def test_each_kind_of_key_moves_the_cost_as_by_hand(
    assessment: Assessment, key: str, value: float, expected: float
) -> None:
    """A lever, an assumption, a wage, hours whole and in part, expenses, participants and months."""
    line = vary(assessment, key, [value])

    assert line.results[EACH] == pytest.approx([expected])


def test_wages_raise_the_training_before_the_start(assessment: Assessment) -> None:
    """Two leaders, three days of 7.5 hours at 400 kr: 18,000 follow, 2,000 of fees and a table not."""
    line = vary(assessment, "wages", [0.0, 0.10], results=["start_up_cost", "wage_cost", "collected_cost"])

    assert line.results["start_up_cost"] == pytest.approx([20_000, 21_800])
    assert line.results["wage_cost"] == pytest.approx([55_000, 60_500])
    assert line.results["collected_cost"] == pytest.approx([60_000, 65_500])


def test_other_participants_leave_undefined_what_is_not_known_of_them(assessment: Assessment) -> None:
    """What was collected was collected from the twelve; of the cost per month 5,000 / 4 follows."""
    found = Variation(assessment, ["participants"]).at(
        {"participants": [24]}, ["collected_cost", "cost_per_participant_month"]
    )

    assert np.isnan(found["collected_cost"]).all()
    assert found["cost_per_participant_month"] == pytest.approx([115_000 / 24 / 4])


def test_no_participants_at_all_is_not_defined(assessment: Assessment) -> None:
    """A cost per nobody is no number, neither 0 nor an exception; the annual cost is."""
    line = vary(assessment, "participants", [0], results=[EACH, "annual_operating_cost"])

    assert np.isnan(line.results[EACH]).all()
    assert line.results["annual_operating_cost"] == pytest.approx([5_000])
    assert line.as_dict()["results"][EACH] == [None]


def test_stepwise_wages_come_in_whole_units(tmp_path: Path) -> None:
    """Two teams of six serve twelve; thirteen need a third, with five places unused."""
    rule = "cost_behaviour: [{match: {kind: wage}, behaves: stepwise, capacity: 6, label: hold}]\n"
    stepped = assess(write_hand_scenario(tmp_path, more=rule))
    line = vary(stepped, "participants", [12, 13, 18], results=["annual_operating_cost", "unused_capacity.hold"])

    assert line.results["annual_operating_cost"] == pytest.approx([60_000, 87_500, 87_500])
    assert line.results["unused_capacity.hold"] == pytest.approx([0, 5, 0])


def test_break_even_of_wages_by_hand(assessment: Assessment) -> None:
    """7,500 each are 90,000: wages of 85,000, 6/11 more; the alternative's share is then 1."""
    found = break_even(assessment, "wages", target=7_500)
    share = break_even(assessment, "wages", target=1, result="share_to_avoid")

    assert found.values == pytest.approx([6 / 11])
    assert share.values == pytest.approx([6 / 11])


def test_high_low_break_even_of_participants(assessment: Assessment) -> None:
    """4,583.33 variable and 5,000 fixed: 4,700 each at 5,000 / 116.67 citizens; 4,500 never."""
    assert break_even(assessment, "participants", target=4_700).values == pytest.approx([5_000 / (4_700 - 55_000 / 12)])
    assert break_even(assessment, "participants", target=4_500).values == ()


def test_break_even_tells_jumps_from_answers(tmp_path: Path) -> None:
    """In teams of six the annual cost jumps from 60,000 to 87,500 at twelve: 70,000 is never met."""
    rule = "cost_behaviour: [{match: {kind: wage}, behaves: stepwise, capacity: 6, label: hold}]\n"
    stepped = assess(write_hand_scenario(tmp_path, more=rule))
    found = break_even(stepped, "participants", target=70_000, result="annual_operating_cost")
    several = break_even(stepped, "participants", target=6_000)

    assert found.values == ()
    assert found.jumps == pytest.approx([12.0])
    assert several.values == pytest.approx([each / 6_000 for each in (32_500, 60_000, 87_500, 115_000)])


def test_one_way_and_tornado_by_hand(assessment: Assessment) -> None:
    """Ten percent either way of wages are 11,000 of 60,000 kr, of expenses 1,000; the widest comes first."""
    bars = {bar.range.key.name: bar for bar in one_way(assessment)}

    assert (bars["wages"].at_low, bars["wages"].at_high) == pytest.approx((54_500 / 12, 65_500 / 12))
    assert bars["other_expenses"].swing == pytest.approx(1_000 / 12)
    assert bars["wages"].range.origin == "default"
    widest = tornado(assessment)[0]
    assert widest.range.key.name == "participants.count"
    assert widest.swing == pytest.approx(60_000 / 10.8 - 60_000 / 13.2)


def test_stated_ranges_stand_before_a_share(tmp_path: Path) -> None:
    """The scenario's word is the last, the assumption set's next; percents are of the value."""
    more = (
        "uncertainty: {inputs: {wages: {low: -5%, high: +15%, reason: Overenskomst}, hours: {low: 120, high: 160}}}\n"
    )
    path = write_hand_scenario(tmp_path, more=more)
    hand = tmp_path / "hand.yaml"
    hand.write_text(
        hand.read_text("utf-8").replace("note: Aftalt", "low: 0.2, high: {value: 0.3, reason: Budget}"), "utf-8"
    )
    ranges = stated_ranges(assess(path))

    assert {name: (found.low, found.high, found.origin) for name, found in ranges.items()} == {
        "parameters.overhead": (0.2, 0.3, "assumptions"),
        "wages": (-0.05, 0.15, "scenario"),
        "hours": (120, 160, "scenario"),
    }
    assert ranges["wages"].reason == "Overenskomst"
    assert ranges["parameters.overhead"].reason == "Budget"


def test_best_and_worst_case_by_hand(tmp_path: Path) -> None:
    """Wages −5/+15 % and 120 to 160 of 150 hours: 55,000 × 0.95 × 0.8 and 55,000 × 1.15 × 160/150."""
    more = "uncertainty: {inputs: {wages: {low: -0.05, high: 0.15}, hours: {low: 120, high: 160}}}\n"
    found = best_and_worst(assess(write_hand_scenario(tmp_path, more=more)))

    assert found is not None
    assert found.lowest.value == pytest.approx((55_000 * 0.95 * 0.8 + 5_000) / 12)
    assert found.highest.value == pytest.approx((55_000 * 1.15 * 160 / 150 + 5_000) / 12)
    assert dict(found.highest.at) == {"wages": 0.15, "hours": 160}
    assert found.exact
    assert found.stated


def test_marginal_cost_is_the_variable_cost(assessment: Assessment) -> None:
    """Average 60,000 / 12, one more 55,000 / 12: the fixed expenses stay."""
    found = marginal_cost(assessment)

    assert found is not None
    assert (found.average, found.marginal) == pytest.approx((5_000, 55_000 / 12))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("wages=0,0.1,-0.05", [0, 0.1, -0.05]),
        ("wages=+10%,-10 %", [0.1, -0.1]),
        ("participants=6:12:2", [6, 8, 10, 12]),
        ("parameters.overhead=0.2,+0.05,+10%", [0.2, 0.30, 0.275]),
        ("hours=-50", [100]),
    ],
)
def test_axes_are_read_as_values_amounts_and_percents(assessment: Assessment, text: str, values: list[float]) -> None:
    """A number is the value, a signed one an amount on top, a signed percent a share of it."""
    ((_, axis),) = axes_of(assessment, [text]).items()

    assert axis == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("wages", "axes-are-keys-and-values"),
        ("wages=", "axes-are-keys-and-values"),
        ("wages=ti", "axes-are-keys-and-values"),
        ("wages=nan", "axes-are-keys-and-values"),
        ("wages=10%", "axes-are-keys-and-values"),
        ("wages=0:1:0", "axes-are-keys-and-values"),
        ("wages=1:0:1", "axes-are-keys-and-values"),
        ("wages=0:1:0.000001", "axes-are-keys-and-values"),
        ("wage=0", "varied-keys-are-known"),
        ("wages=-1", "varied-values-are-possible"),
        ("hours=-500", "varied-values-are-possible"),
        ("parameters.annual_hours_norm=0", "varied-values-are-possible"),
    ],
)
def test_what_is_no_axis_is_refused(assessment: Assessment, text: str, check: str) -> None:
    """Each with its check's name, and the place of the scenario."""
    with pytest.raises(InputProblems) as refused:
        axes_of(assessment, [text])

    assert {problem.check for problem in refused.value.problems} == {check}


def test_a_key_is_varied_once(assessment: Assessment) -> None:
    """The second mention would silently win."""
    with pytest.raises(InputProblems, match="a second time"):
        axes_of(assessment, ["wages=0", "wages=0.1"])


@pytest.mark.parametrize(
    ("stated", "check"),
    [
        ("wages: {low: 0.1, high: -0.1}", "ranges-enclose-their-value"),
        ("parameters.overhead: {low: 0.3, high: 0.4}", "ranges-enclose-their-value"),
        ("parameters.overhaed: {low: 0.1, high: 0.4}", "varied-keys-are-known"),
        ("hours: {low: -5, high: 200}", "varied-values-are-possible"),
        ("hours: {low: 5}", "values-fit-their-key"),
        ("hours: {}", "values-fit-their-key"),
        ("hours: {low: 10%, high: 200}", "numbers-are-numbers"),
        ("hours: {low: 10, high: 200, distribution: bell}", "words-are-known"),
        ("hours: {low: 10, high: 200, distribution: {form: uniform, mode: 3}}", "values-fit-their-key"),
        ("hours: {distribution: {form: gamma, mean: 3}}", "values-fit-their-key"),
        ("hours: {distribution: discrete}", "values-fit-their-key"),
    ],
)
def test_impossible_ranges_are_refused(tmp_path: Path, stated: str, check: str) -> None:
    """At their place in the scenario, whatever the command."""
    path = write_hand_scenario(tmp_path, more=f"uncertainty: {{inputs: {{{stated}}}}}\n")

    with pytest.raises(InputProblems) as refused:
        assess(path)

    assert [problem.check for problem in refused.value.problems] == [check]
    assert refused.value.problems[0].location.line == 16


def test_results_are_named_as_in_the_json(assessment: Assessment) -> None:
    """With or without their branch; a misspelt or undefined one is refused."""
    assert asked_results(assessment, ["results.wage_cost"]) == ["wage_cost"]
    assert asked_results(assessment, []) == [EACH]
    with pytest.raises(InputProblems, match="Did you mean cost_per_participant"):
        asked_results(assessment, ["cost_per_particpant"])
    with pytest.raises(InputProblems, match="is no result that is defined"):
        asked_results(assessment, ["cost_per_enrolled"])


def test_every_key_at_its_value_gives_the_result_as_calculated(assessment: Assessment) -> None:
    """The base cell of every grid is the plain result."""
    for name, key in keys_of(assessment).items():
        assert key.base is not None
        found = grid(assessment, {name: [key.base]})
        assert found.results[EACH] == pytest.approx([found.base[EACH]], rel=1e-12)


def test_every_input_has_a_range_and_no_part_of_one(assessment: Assessment) -> None:
    """Wages and hours as a whole and every number stated; not the hours of one phase, nor what is computed."""
    names = set(ranges_of(assessment))

    assert {"wages", "hours", "parameters.overhead", "participants.count", "participants"} <= names
    assert not any(name.startswith(("hours.", "participants_per_year", "observed")) for name in names)


def test_a_group_that_is_the_mean_of_one_moves_with_it(tmp_path: Path) -> None:
    """Its wage put in cell by cell: 10 hours at 400 kr, and at 600 kr when the leader earns half as much again."""
    path = write_hand_scenario(tmp_path)
    hand = tmp_path / "hand.yaml"
    hand.write_text(hand.read_text("utf-8").replace("mean_of: [leder, medarbejder]", "mean_of: [leder]"), "utf-8")
    (tmp_path / "time.csv").write_text("date,job_group,hours\n2019-01-04,par,10\n", "utf-8")
    line = vary(assess(path), "job_groups.leder.monthly_wage_cost", [40_000, 60_000], results=["wage_cost"])

    assert line.results["wage_cost"] == pytest.approx([4_000, 6_000])


def test_a_distribution_alone_is_a_range(tmp_path: Path) -> None:
    """What an assumption set says by mean and deviation, or by values, is not passed over for want of low and high."""
    path = write_hand_scenario(tmp_path)
    hand = tmp_path / "hand.yaml"
    form = "distribution: {form: discrete, values: [0.2, 0.25, 0.4]}"
    hand.write_text(hand.read_text("utf-8").replace("note: Aftalt", form), "utf-8")
    found = stated_ranges(assess(path))["parameters.overhead"]

    assert (found.low, found.high, found.origin) == (0.2, 0.4, "assumptions")
