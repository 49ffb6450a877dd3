"""The assessment as plain data: what stands in it beside the numbers that the second computation compares."""

from pathlib import Path

from hand_scenario import ASSUMPTIONS, write_hand_scenario

import somcost
from somcost.analyse.assessment import with_monthly_sums


def test_what_the_scenario_says_of_itself_is_kept(tmp_path: Path) -> None:
    """Notes, the set's price level (also where the window ends in another year), and the alternative's source."""
    window = "window: {start: 2019-03-01, end: 2020-02-29}\nsettings: {outside_window: drop}\n"
    found = somcost.assess(write_hand_scenario(tmp_path, without="window", more=window)).as_dict()

    assert (found["notes"], found["price_level"], found["origin"]) == (["Kun til prøve."], 2019, "illustrative")
    assert found["alternative"] == {"label": "Andet tilbud", "cost_per_year": 7_500, "source": "Budget 2019"}


def test_rows_set_aside_tell_their_hours_and_their_kr(tmp_path: Path) -> None:
    """January's two rows of ten hours and December's expense of 2,000 lie outside February to November."""
    more = "window: {start: 2019-02-01, end: 2019-11-30}\nsettings: {outside_window: drop}\n"
    found = somcost.assess(write_hand_scenario(tmp_path, without="window", more=more)).as_dict()

    assert found["set_aside"] == {"rows": 3, "hours": 20, "expenses": 2_000}


def test_members_of_a_mean_have_no_share_of_their_own(tmp_path: Path) -> None:
    """Ten hours of the mean of two groups, 3,500 of 8,500 kr, belong to that group alone."""
    path = write_hand_scenario(tmp_path)
    (tmp_path / "time.csv").write_text("date,job_group,hours\n2019-01-04,par,10\n", encoding="utf-8")

    assert somcost.assess(path).as_dict()["shares"]["job_group"] == {"par": 3_500 / 8_500}


def test_words_of_the_data_stand_in_order(tmp_path: Path) -> None:
    """Phases by their letters, though `start` comes first in the file; job groups as the assumption set lists them."""
    path = write_hand_scenario(tmp_path)
    leder, medarbejder = (line for line in ASSUMPTIONS.splitlines() if "monthly_wage_cost" in line)
    turned = ASSUMPTIONS.replace(f"{leder}\n{medarbejder}\n", f"{medarbejder}\n{leder}\n")
    (tmp_path / "hand.yaml").write_text(turned, encoding="utf-8")
    shares = somcost.assess(path).as_dict()["shares"]

    assert list(shares["phase"]) == ["slut", "start", "not_stated"]
    assert list(shares["job_group"]) == ["medarbejder", "leder"]


def test_monthly_sums_do_not_move_a_result(tmp_path: Path) -> None:
    """Rows of one month and job group that differ in sub-period, or in being variable, stay lines of their own."""
    more = (
        "variants: {start: {label: Start, window: {start: 2019-01-01, end: 2019-01-10}}}\n"
        "cost_behaviour: [{match: {kind: [expense], category: [Kørsel]}, behaves: variable}]\n"
    )
    path = write_hand_scenario(tmp_path, more=more)
    time = "date,job_group,hours\n2019-01-04,leder,10\n2019-01-05,leder,5\n2019-01-20,leder,20\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    (tmp_path / "expenses.csv").write_text("date,amount,category\n2019-01-20,900,Kørsel\n2019-01-21,300,\n", "utf-8")
    whole = somcost.assess(path)
    sums = with_monthly_sums(whole)

    assert [len(each.ledger.registrations.rows) for each in (whole, sums) if each.ledger.registrations] == [3, 2]
    assert sums.as_dict() == whole.as_dict()
    assert sums.as_dict()["variants"]["start"]["wage_cost"] == 6_000


def test_nothing_is_known_of_a_month_that_was_not_observed(tmp_path: Path) -> None:
    """November and December are a gap: null, not 0 kr; in October nothing was bought, which is 0."""
    gap = "window: {start: 2019-01-01, end: 2019-12-31, gaps: [{start: 2019-11-01, end: 2019-12-31, reason: Pause}]}\n"
    path = write_hand_scenario(tmp_path, without="window", more=f"{gap}settings: {{inside_gap: drop}}\n")
    *_, october, november, december = somcost.assess(path).as_dict()["months"]

    assert october == {"month": "2019-10", "wage_cost": 4_000, "hours": 10, "other_expenses": 0}
    for name, month in (("2019-11", november), ("2019-12", december)):
        assert month == {"month": name, "wage_cost": None, "hours": None, "other_expenses": None}
