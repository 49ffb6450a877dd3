"""Assessments side by side at one price level, by hand; the hand scenario has 55,000 kr of wages and 5,000 of expenses.

From 2019 to 2020 state wages rose by 1.5 percent and consumer prices by 0.4 (Økonomistyrelsen, June 2024).
"""

from collections.abc import Callable
from functools import cache

import pytest

from somcost import Assessment, InputProblems, assess
from somcost.analyse.compare.comparison import compare

Changed = Callable[..., Assessment]

EACH = "cost_per_participant"
LATER = ("price_level: 2019", "price_level: 2020")
EXAMPLES = ("jammerbugt", "koebenhavn", "favrskov", "thisted", "holstebro")


@cache
def example(name: str) -> Assessment:
    """An example, assessed once."""
    return assess(f"scenarios/{name}.yaml")


def test_at_one_price_level_each_has_its_own_results() -> None:
    """To the last digit what `run` shows, variants' too; what one does not define is None, never 0."""
    found = compare([example(name) for name in EXAMPLES])

    for compared in found.assessments:
        plain = example(compared.name).as_dict()
        assert {name: compared.results[name] for name in plain["results"]} == plain["results"]
        for variant, results in plain["variants"].items():
            own = {name: value for name, value in results.items() if name != "sensitivity"}
            assert {name: compared.results[f"variants.{variant}.{name}"] for name in own} == own
    assert found.row(EACH)[1] is None
    assert found.row("variants.only_2019.cost_per_participant")[0] is None
    assert found.price_level.as_dict() == {"year": 2019, "index": None}


def test_wages_go_by_wages_and_all_else_by_prices(changed: Changed) -> None:
    """Expenses, fees, start-up expenses and the alternative by 0.4 percent, wages and training hours by 1.5."""
    found = compare([changed()], price_level=2020).assessments[0]

    each = (55_000 * 1.015 + 5_000 * 1.004) / 12
    assert found.results[EACH] == pytest.approx(each, rel=1e-12)
    assert found.results["start_up_cost"] == pytest.approx(18_000 * 1.015 + 2_000 * 1.004, rel=1e-12)
    assert found.results["share_to_avoid"] == pytest.approx(each / (7_500 * 1.004), rel=1e-12)
    assert found.results["observed_months"] == 12
    assert (found.ratios.wages, found.ratios.prices) == pytest.approx((1.015, 1.004))


def test_two_levels_meet_at_a_third(changed: Changed) -> None:
    """2019 and 2020 in prices of 2021: the same amounts in 2020 are worth a year's rise less."""
    found = compare([changed(), changed(LATER)], price_level=2021)

    wages, prices = 1.008, 1.019
    later = (55_000 * wages + 5_000 * prices) / 12
    earlier = (55_000 * 1.015 * wages + 5_000 * 1.004 * prices) / 12
    assert found.row(EACH) == pytest.approx([earlier, later], rel=1e-12)
    plain = found.as_dict()
    assert plain["price_level"]["wages_by"] == "Statens lønninger"
    assert plain["price_level"]["other_expenses_by"] == "Forbrugerpriser"


def test_amounts_brought_back_are_what_they_were(changed: Changed) -> None:
    """What a set of 2020 shows in 2019 is what the set of 2019 with amounts so much lower shows."""
    there = compare([changed()], price_level=2020).assessments[0].ratios
    back = compare([changed(LATER)], price_level=2019).assessments[0].ratios

    assert there.wages * back.wages == pytest.approx(1, rel=1e-14)
    assert there.prices * back.prices == pytest.approx(1, rel=1e-14)


def test_credits_that_cancel_are_brought_along(changed: Changed) -> None:
    """Expenses of 0 in all, 3,000 in one half of the year and −3,000 in the other, move in each half."""
    more = "variants: {first: {window: {start: 2019-01-01, end: 2019-06-30}}}\nsensitivity: {wages: [0.10]"
    settings = ("fewest_citizens: 1", "negative_amounts: credit")
    assessment = changed(("sensitivity: {wages: [0.10]", more), ("2019-12-31,2000,", "2019-12-31,-3000,"), settings)
    found = compare([assessment], price_level=2020).assessments[0]

    assert found.results["variants.first.other_expenses"] == pytest.approx(3_000 * 1.004)


def test_full_time_staff_goes_by_wages() -> None:
    """København's estimate from staff: wages × 1.015, expenses × 1.004, start to end in the trace."""
    base, later = (compare([example("koebenhavn")], price_level=year).assessments[0] for year in (2019, 2020))
    name = "variants.full_time.wage_cost"

    assert (later.results[name] or 0) / (base.results[name] or 1) == pytest.approx(1.015)


def test_mixed_price_levels_are_refused_with_their_place(changed: Changed) -> None:
    """Without a level to meet at the second is told to be in other prices than the first."""
    later = changed(LATER)
    with pytest.raises(InputProblems) as caught:
        compare([changed(), later])

    (problem,) = caught.value.problems
    assert problem.check == "compared-amounts-share-a-price-level"
    assert problem.location == later.inputs.scenario.location
    assert "prices of 2020 beside haand in prices of 2019" in problem.message


@pytest.mark.parametrize(("year", "rates"), [(2027, None), (2027, {"wages": 0.03}), (1990, {"wages": 0, "prices": 0})])
def test_years_beyond_the_index_are_refused(changed: Changed, year: int, rates: dict[str, float] | None) -> None:
    """The index ends in 2025 and begins in 1999; a rate for wages alone is not enough."""
    with pytest.raises(InputProblems, match="price-levels-lie-within-the-index"):
        compare([changed()], price_level=year, rates=rates)


def test_rates_carry_the_index_on(changed: Changed) -> None:
    """Two years at 3 percent for wages and 2 for prices on top of the level of 2025."""
    last = compare([changed()], price_level=2025).assessments[0].ratios
    found = compare([changed()], price_level=2027, rates={"wages": 0.03, "prices": 0.02}).assessments[0].ratios

    assert found.wages == pytest.approx(last.wages * 1.03**2)
    assert found.prices == pytest.approx(last.prices * 1.02**2)


@pytest.mark.parametrize("rates", [{"wages": 3}, {"wages": float("nan")}, {"pay": 0.03}])
def test_rates_are_shares_of_wages_and_prices(changed: Changed, rates: dict[str, float]) -> None:
    """3 is three hundred percent, and nobody's rate is called pay."""
    with pytest.raises(InputProblems, match="yearly-rates-are-shares"):
        compare([changed()], price_level=2026, rates=rates)


def test_scenarios_of_one_id_have_names_of_their_own(changed: Changed) -> None:
    """Two versions of a scenario are told apart, and no row is lost."""
    found = compare([changed(), changed(), example("thisted")])

    assert [each.name for each in found.assessments] == ["haand (scenario.yaml)", "haand (scenario.yaml) 2", "thisted"]


def test_families_beside_children_are_said() -> None:
    """The table says whom each is per."""
    found = compare([example("jammerbugt"), example("thisted"), example("favrskov")])

    assert found.notes == (
        "The participants are not the same everywhere: familie (jammerbugt, thisted); barn/ung (favrskov).",
    )
    assert compare([example("jammerbugt"), example("thisted")]).notes == ()


def test_no_comparison_changes_an_assessment(changed: Changed) -> None:
    """Results are the same after they were brought to another level."""
    assessment = changed()
    before = assessment.as_dict()
    compare([assessment, assessment], price_level=2024)

    assert assessment.as_dict() == before
