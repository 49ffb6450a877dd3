"""Why two assessments differ: by hand, by the laws of Shapley values, and what cannot be explained."""

import json
import math
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost import Assessment, InputProblems, assess
from somcost.analyse.compare.decomposition import Decomposition
from somcost.analyse.compare.difference import explain_difference

Changed = Callable[..., Assessment]
EXAMPLES = ("jammerbugt", "koebenhavn", "favrskov", "thisted", "holstebro")
SENSITIVITY = "sensitivity: {wages: [0.10], participants: [15]}\n"
START_UP = """\
start_up:
  training: [{job_group: leder, persons: 2, days: 3, fee_each: 500, label: Kursus}]
  expenses: [{label: Bord, amount: 1000}]
"""
WITHOUT = ((SENSITIVITY, ""), (START_UP, ""))


@cache
def example(name: str) -> Assessment:
    """An example, assessed once."""
    return assess(f"scenarios/{name}.yaml")


def amounts(found: Decomposition) -> dict[str, float]:
    """The parts that add anything, by factor."""
    return {part.factor: part.amount for part in found.parts if part.differs}


def test_two_factors_by_hand(changed: Changed) -> None:
    """Twice the hours of leder alone make 8,333 of 5,000, ten citizens alone 6,000, both 10,000."""
    time = "date,job_group,hours\n2019-01-04,leder,200\n2019-01-05,medarbejder,50\n"
    found = explain_difference(changed(), changed(("count: 12", "count: 10"), time_csv=time))

    hours, citizens = 100_000 / 12 - 5_000, 6_000 - 5_000
    assert (found.start, found.end, found.difference) == pytest.approx((5_000, 10_000, 5_000))
    assert amounts(found) == pytest.approx(
        {
            "hours.job_group.leder": (hours + 10_000 - 6_000) / 2,
            "participants_per_year": (citizens + 10_000 - 100_000 / 12) / 2,
        }
    )
    assert found.how == "exact"


@pytest.mark.parametrize(
    ("change", "factor", "values"),
    [
        (("monthly_wage_cost: 40000", "monthly_wage_cost: 50000"), "wages", (None, None)),
        (("overhead: {value: 0.25", "overhead: {value: 0.20"), "overhead", (0.25, 0.20)),
        (("{value: 1500", "{value: 1418"), "annual_hours_norm", (1_500, 1_418)),
        (("2019-12-31,2000,", "2019-12-31,9000,"), "other_expenses", (5_000, 12_000)),
        (("end: 2019-12-31}", "end: 2020-01-31}"), "observed_months", (12, 13)),
        (("months_each: 4", "months_each: 5"), "months_each", (4, 5)),
    ],
)
def test_each_factor_alone_is_the_whole_difference(
    changed: Changed, change: tuple[str, str], factor: str, values: tuple[float | None, float | None]
) -> None:
    """And every other factor has 0 to the last digit."""
    result = "cost_per_participant_month" if factor == "months_each" else "annual_operating_cost"
    found = explain_difference(changed(), changed(change), result=result)

    assert found.difference != 0
    assert amounts(found) == {factor: pytest.approx(found.difference, rel=1e-12)}
    assert [(part.first, part.second) for part in found.parts if part.differs] == [values]


def test_job_groups_of_one_alone_have_no_hours_in_the_other(changed: Changed) -> None:
    """50 hours of par (350 kr) in place of 50 of medarbejder (300 kr): 17,500 come, 15,000 go."""
    other = changed(time_csv=_time().replace(",medarbejder,", ",par,"))
    found = explain_difference(changed(), other, result="wage_cost")

    assert amounts(found) == pytest.approx({"hours.job_group.medarbejder": -15_000, "hours.job_group.par": 17_500})


def test_a_job_group_that_one_set_lacks_has_the_others_wage(changed: Changed) -> None:
    """The wages are then no cause: 50 hours of vikar at 200 kr, whom the first set does not know."""
    vikar = ("  par: {", "  vikar: {label: Vikar, monthly_wage_cost: 20000, source: loen}\n  par: {")
    other = changed(vikar, time_csv=_time().replace(",medarbejder,", ",vikar,"))
    found = explain_difference(changed(), other, result="wage_cost")

    assert amounts(found) == pytest.approx({"hours.job_group.medarbejder": -15_000, "hours.job_group.vikar": 10_000})


def _time() -> str:
    rows = ["2019-01-04,leder,10"] * 10 + ["2019-01-05,medarbejder,10"] * 5
    return "date,job_group,hours\n" + "\n".join(rows) + "\n"


def test_at_one_price_level_inflation_is_no_cause_but_what_is_left_is(changed: Changed) -> None:
    """The same kroner in sets of 2019 and 2020: in prices of 2020 the first's wages are 1.5 % more, expenses 0.4."""
    found = explain_difference(
        changed(), changed(("price_level: 2019", "price_level: 2020")), result="collected_cost", price_level=2020
    )

    assert found.start == pytest.approx(55_000 * 1.015 + 5_000 * 1.004)
    assert amounts(found) == pytest.approx({"wages": -55_000 * 0.015, "other_expenses": -5_000 * 0.004})


COURSES = """\
schema: somcost/scenario@1
id: forloeb
title: Forløb
origin: illustrative
assumptions: hand.yaml
window: {start: 2019-01-01, end: 2019-12-31}
time_registrations: time.csv
"""


def courses(changed: Changed, more: str, hours: dict[str, float]) -> Assessment:
    """Courses with hours of a leder, at 400 kr."""
    rows = "".join(f"2019-01-04,leder,{number},{course}\n" for course, number in hours.items())
    return changed(scenario_yaml=f"{COURSES}courses: {more}\n", time_csv=f"date,job_group,hours,course\n{rows}")


def test_other_courses_are_taken_in_all_pairs(changed: Changed) -> None:
    """Cost of d and e over the sizes of a and b: 8,000 × mean(1/4, 1/6); theirs over d's and e's: 6,000 × 0.15."""
    first = courses(
        changed, "{list: [{id: a, participants: 4}, {id: b, participants: 6}], per_year: 2}", {"a": 10, "b": 20}
    )
    second = courses(
        changed, "{list: [{id: d, participants: 5}, {id: e, participants: 10}], per_year: 2}", {"d": 30, "e": 10}
    )
    found = explain_difference(first, second)

    start, end = (1_000 + 8_000 / 6) / 2, (2_400 + 400) / 2
    hours, sizes = 8_000 * 5 / 24, 6_000 * 0.15
    assert (found.start, found.end) == pytest.approx((start, end))
    assert amounts(found) == pytest.approx(
        {
            "hours.job_group.leder": (hours - start + end - sizes) / 2,
            "course_size": (sizes - start + end - hours) / 2,
        }
    )


def test_the_same_courses_are_paired_and_more_of_them_run(changed: Changed) -> None:
    """Ten hours more of b are 4,000 kr, half of it a course; three courses a year for two."""
    listed = "{list: [{id: a, participants: 4}, {id: b, participants: 6}], per_year: %s}"
    first = courses(changed, listed % 2, {"a": 10, "b": 20})
    second = courses(changed, listed % 3, {"b": 30, "a": 10})
    found = explain_difference(first, second, result="annual_operating_cost")

    # 12,000 to 24,000: hours alone 16,000, courses alone 18,000
    assert amounts(found) == pytest.approx({"hours.job_group.leder": 5_000, "courses_per_year": 7_000})
    each = explain_difference(first, second, result="cost_per_participant_mean_of_ratios")
    assert amounts(each) == pytest.approx({"hours.job_group.leder": 4_000 / 6 / 2})


def test_full_time_staff_is_explained_by_its_months(changed: Changed) -> None:
    """Two leaders for one: a year of 1,500 hours at 400 kr; the norm has no part, for it cancels."""
    staff = "full_time_staff: [{start: 2019-01-01, end: 2019-12-31, job_group: leder, fte: %s}]\nparticipants:"
    first, second = (changed(("participants: {count", staff % fte + " {count")) for fte in (1, 2))
    found = explain_difference(first, second, result="variants.full_time.annual_operating_cost")

    assert (found.start, found.end) == pytest.approx((605_000, 1_205_000))
    assert amounts(found) == pytest.approx({"hours.job_group.leder": 600_000})
    norm = changed(("participants: {count", staff % 1 + " {count"), ("{value: 1500", "{value: 1418"))
    same = explain_difference(first, norm, result="variants.full_time.annual_operating_cost")
    assert same.difference == pytest.approx(0, abs=1e-6)


def test_a_variant_is_explained_by_its_own_hours() -> None:
    """Only 2019 against itself differs in nothing, and begins where the run's variant stands."""
    thisted = example("thisted")
    found = explain_difference(thisted, thisted, result="variants.only_2019.cost_per_participant")

    assert found.start == pytest.approx(thisted.as_dict()["variants"]["only_2019"]["cost_per_participant"])
    assert amounts(found) == {}


@pytest.mark.parametrize("first", EXAMPLES)
@pytest.mark.parametrize("second", EXAMPLES)
def test_both_ends_are_the_assessments_own_results(first: str, second: str) -> None:
    """To 1e-9 for every cost that can be explained; the explanation itself refuses to go on where they are not."""
    names = ["annual_operating_cost", "collected_cost", "cost_per_participant", "cost_per_enrolled", "cost_per_course"]
    names += ["cost_per_participant_month", "cost_per_month_in_intervention", "cost_per_person_year"]
    for name in names:
        own = [example(each).as_dict()["results"][name] for each in (first, second)]
        try:
            found = explain_difference(example(first), example(second), result=name)
        except InputProblems:
            continue
        assert [found.start, found.end] == pytest.approx(own, rel=1e-9)
        assert math.fsum(part.amount for part in found.parts) == pytest.approx(own[1] - own[0], abs=1e-9 * max(own))


numbers = st.fixed_dictionaries(
    {
        "hours": st.tuples(st.integers(1, 200), st.integers(0, 200), st.integers(0, 200)),
        "expenses": st.integers(0, 50_000),
        "count": st.integers(1, 30),
        "overhead": st.sampled_from(["0.25", "0.10", "0.40"]),
        "norm": st.sampled_from(["1500", "1418"]),
        "wage": st.sampled_from(["40000", "45000"]),
        "end": st.sampled_from(["2019-12-31", "2019-06-30", "2019-08-15"]),
    }
)


def made(changed: Changed, drawn: dict[str, object]) -> Assessment:
    """The hand scenario with other numbers."""
    hours = drawn["hours"]
    assert isinstance(hours, tuple)
    rows = zip(("leder", "medarbejder", "par"), hours, strict=True)
    return changed(
        *WITHOUT,
        ("count: 12", f"count: {drawn['count']}"),
        ("overhead: {value: 0.25", f"overhead: {{value: {drawn['overhead']}"),
        ("{value: 1500", f"{{value: {drawn['norm']}"),
        ("monthly_wage_cost: 40000", f"monthly_wage_cost: {drawn['wage']}"),
        ("end: 2019-12-31", f"end: {drawn['end']}"),
        time_csv="date,job_group,hours\n" + "".join(f"2019-01-04,{group},{each}\n" for group, each in rows if each),
        expenses_csv=f"date,amount\n2019-02-01,{drawn['expenses']}\n",
    )


@given(first=numbers, second=numbers)
@settings(max_examples=20, deadline=None)
def test_parts_add_up_and_change_sign_and_the_same_has_none(
    changed: Changed, first: dict[str, object], second: dict[str, object]
) -> None:
    """The laws of the explanation, on random assessments; the hours as one, shared out, are the same parts."""
    pair = made(changed, first), made(changed, second)
    there, back = explain_difference(*pair), explain_difference(pair[1], pair[0])
    scale = max(there.start, there.end)

    assert math.fsum(part.amount for part in there.parts) == pytest.approx(there.end - there.start, abs=1e-9 * scale)
    opposite = {factor: -amount for factor, amount in amounts(back).items()}
    assert amounts(there) == pytest.approx(opposite, abs=1e-9 * scale)
    for part in there.parts:
        if part.first == part.second and part.factor != "wages":
            assert part.amount == 0
    if first["wage"] == second["wage"]:
        assert "wages" not in amounts(there)
    hours = [part for part in there.parts if part.factor.startswith("hours.") and part.differs]
    if len(hours) > 1:
        together = explain_difference(*pair, exact_factors=len(amounts(there)) - 1)
        assert together.how == "exact, hours together"
        assert amounts(together) == pytest.approx(amounts(there), abs=1e-9 * scale)


def test_sampled_parts_lie_within_their_error() -> None:
    """Said to be sampled, with seed and orders; seed 0 twice is the same to the last digit, and the sum is exact."""
    pair = example("jammerbugt"), example("thisted")
    exact = explain_difference(*pair)
    found, again = (explain_difference(*pair, exact_factors=2, orders=500, seed=0) for _ in range(2))

    assert found.as_dict()["method"] == {"how": "sampled", "orders": 500, "seed": 0}
    assert found.as_dict() == again.as_dict()
    assert math.fsum(part.amount for part in found.parts) == pytest.approx(found.difference, rel=1e-12)
    for sampled, known in zip(found.parts, exact.parts, strict=True):
        assert abs(sampled.amount - known.amount) <= 5 * (sampled.standard_error or 0)
    assert exact.as_dict()["method"] == {"how": "exact", "orders": None, "seed": None}


def test_the_waterfall_joins_start_and_end() -> None:
    """Each bar begins where the one before ended; what adds nothing has no bar; the data is JSON."""
    found = explain_difference(example("jammerbugt"), example("holstebro"))
    first, *between, last = found.steps

    assert (first.label, first.end, last.label, last.end) == ("jammerbugt", found.start, "holstebro", found.end)
    assert all(before.end == after.begin for before, after in pairwise([first, *between][1:]))
    assert between[0].begin == found.start
    assert between[-1].end == pytest.approx(found.end, rel=1e-12)
    assert len(between) == len(amounts(found))
    assert json.loads(json.dumps(found.as_dict()))["difference"] == found.difference


@pytest.mark.parametrize(
    ("first", "second", "result", "check"),
    [
        ("jammerbugt", "thisted", "cost_per_elephant", "explained-results-are-known"),
        ("jammerbugt", "thisted", "cost_per_completed", "explained-results-are-known"),
        ("jammerbugt", "thisted", "observed_months", "explained-results-are-known"),
        ("favrskov", "favrskov", "wage_cost", "explained-results-are-known"),
        ("jammerbugt", "favrskov", "annual_operating_cost", "explained-costs-come-alike"),
        ("jammerbugt", "koebenhavn", "cost_per_enrolled", "explained-costs-are-per-the-same"),
    ],
)
def test_what_cannot_be_explained_is_refused(first: str, second: str, result: str, check: str) -> None:
    """No result, one that is not defined, another kind of data, another kind of citizen."""
    with pytest.raises(InputProblems) as caught:
        explain_difference(example(first), example(second), result=result)

    assert [problem.check for problem in caught.value.problems] == [check]
    assert caught.value.problems[0].location.file == f"scenarios/{second}.yaml"


def test_other_headlines_and_settings_are_refused(changed: Changed) -> None:
    """A mean of ratios is not explained by a ratio of means; one order makes no error, −1 is no seed."""
    listed = "{list: [{id: a, participants: 4}], per_year: 2, headline: %s}"
    pair = [courses(changed, listed % headline, {"a": 10}) for headline in ("mean_of_ratios", "ratio_of_means")]

    with pytest.raises(InputProblems, match="explained-costs-come-alike"):
        explain_difference(*pair)
    with pytest.raises(InputProblems) as caught:
        explain_difference(pair[0], pair[0], orders=1, seed=-1)
    assert [problem.check for problem in caught.value.problems] == ["sampling-settings-are-possible"] * 2
