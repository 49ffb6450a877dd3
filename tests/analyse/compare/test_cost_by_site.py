"""Sites of one scenario by hand: an hour of a leder is 400 kr, of a medarbejder 300."""

from collections.abc import Callable

import pytest

from somcost import Assessment, InputProblems, assess
from somcost.analyse.compare.by_site import NOT_STATED
from somcost.analyse.compare.sites import sites

Changed = Callable[..., Assessment]

TIME = """\
date,job_group,hours,site
2019-01-04,leder,100,Nord
2019-02-04,medarbejder,100,Syd
2019-03-04,leder,50,Øst
2019-04-04,leder,10,
"""
EXPENSES = "date,amount,category,site\n2019-02-01,2000,Kørsel,Nord\n2019-12-31,1000,,\n"
CITIZENS = "id,start,end,site\n" + "".join(
    f"{number},2019-01-01,2019-12-31,{site}\n" for number, site in enumerate(["Nord"] * 3 + ["Syd"] + ["Vest", ""], 1)
)
LISTED = ("participants: {count: 12, months_each: 4}", "participants: {path: citizens.csv}")
FILES = {"time_csv": TIME, "expenses_csv": EXPENSES, "citizens_csv": CITIZENS}


def test_each_site_by_hand(changed: Changed) -> None:
    """Nord 42,000 kr for three, Syd 30,000 for one; Øst has no citizens, Vest no cost, 5,000 name no site."""
    found = sites(changed(LISTED, **FILES))
    rows = {row.name: row for row in found.rows}

    assert list(rows) == ["Nord", "Syd", "Vest", "Øst", NOT_STATED]
    assert (rows["Nord"].wage_cost, rows["Nord"].other_expenses) == pytest.approx((40_000, 2_000))
    assert rows["Nord"].cost_per_participant == pytest.approx(14_000)
    assert rows["Syd"].cost_per_participant == pytest.approx(30_000)
    assert rows["Øst"].annual_operating_cost == pytest.approx(20_000)
    assert rows["Vest"].participants_per_year == pytest.approx(1)
    assert (rows["Øst"].cost_per_participant, rows["Vest"].annual_operating_cost) == (None, None)
    assert rows[NOT_STATED].annual_operating_cost == pytest.approx(5_000)
    assert rows[NOT_STATED].cost_per_participant == pytest.approx(5_000)


def test_mean_over_sites_and_ratio_of_their_sums(changed: Changed) -> None:
    """(14,000 + 30,000) / 2 = 22,000 against 72,000 / 4 = 18,000; the whole is 97,000 / 6. Missing sites are named."""
    found = sites(changed(LISTED, **FILES))

    assert found.spread.mean_of_ratios == pytest.approx(22_000)
    assert found.spread.ratio_of_sums == pytest.approx(18_000)
    assert found.cost_per_participant == pytest.approx(97_000 / 6)
    assert found.spread.missing == ("Vest", "Øst")
    assert found.notes == (
        "Vest has citizens and no registration or expense: its cost is not known.",
        "Øst has cost and no citizens: its cost per participant is not defined.",
    )


def test_sites_add_up_to_the_whole(changed: Changed) -> None:
    """No kr and no citizen is lost, also where a part month is scaled up."""
    window = "window: {start: 2019-01-01, end: 2019-12-31"
    part = ", part_months: [{month: 2019-02, registered_to: 2019-02-20, factor: 1.5, reason: pause}]"
    assessment = changed(LISTED, (window, window + part), **FILES)
    found, results = sites(assessment), assessment.as_dict()["results"]

    for name in ("wage_cost", "other_expenses", "annual_operating_cost", "participants_per_year"):
        assert sum(getattr(row, name) or 0 for row in found.rows) == pytest.approx(results[name])


def test_without_citizens_by_site_only_cost_is_told(changed: Changed) -> None:
    """A count of twelve in all spreads over no sites."""
    found = sites(changed(time_csv=TIME, expenses_csv=EXPENSES))

    assert all(row.cost_per_participant is None for row in found.rows)
    assert found.spread.count == 0
    assert found.notes == (
        "How the citizens spread over the sites is not known: give a list of citizens with a column site.",
    )


def test_a_stated_number_beside_the_list_is_said(changed: Changed) -> None:
    """The scenario says 20 a year, the list six."""
    found = sites(changed((LISTED[0], "participants: {path: citizens.csv, per_year: 20}"), **FILES))

    assert any("states another number" in note for note in found.notes)


def test_figures_by_site_are_traced(changed: Changed) -> None:
    """Each can be followed to the lines it was added up from."""
    found = sites(changed(LISTED, **FILES))
    cost = found.quantities["Nord"]["cost_per_participant"]

    assert cost.operation == "element"
    assert cost.operands[0].key == "cost_per_participant"
    assert float(cost.value) == pytest.approx(14_000)


def test_without_sites_and_from_courses_it_is_refused(changed: Changed) -> None:
    """No column site, and the cost of courses, have no cost by site."""
    for assessment in (changed(), assess("scenarios/favrskov.yaml")):
        with pytest.raises(InputProblems, match="rows-name-their-site"):
            sites(assessment)
