"""Each check finds what it forbids, only that, and lets its borders pass."""

import inspect
import time
from dataclasses import replace
from typing import Any, cast

import pytest
from validate.sound_inputs import (
    EVERY_MONTH,
    HERE,
    PARAMETERS,
    SCENARIO,
    SET,
    SOUND,
    WINDOW,
    assumption,
    assumptions,
    citizens,
    courses,
    date,
    dated,
    expenses,
    gap,
    group,
    job_group,
    parameter,
    part,
    participants,
    registrations,
    rule,
    scenario,
    sensitivity,
    staff,
    stated,
    variant,
    window,
)

from somcost import validate as stage
from somcost.model.assumptions import Bound
from somcost.model.price_index import SERIES, Kind, Prices
from somcost.model.scenario import (
    BehaviourRule,
    Inputs,
    Participants,
    Sensitivities,
    Settings,
    StartUp,
    StartUpExpense,
    Training,
)
from somcost.problems import CHECKS, InputProblems, Problem
from somcost.read.price_index import read_price_index
from somcost.validate import CHECKS_ACROSS, WARNINGS, replaced, validate
from somcost.validate.plan import CHECKS_OF_A_PLAN, WARNINGS_OF_A_PLAN

NO_PARTICIPANTS = scenario(participants=None)
JUNE_GAP = replace(WINDOW, gaps=(gap("2018-06-01", "2018-06-10"),))
JUNE_PART = replace(WINDOW, part_months=(part("2018-06", "2018-06-20", 1.3),))
DAY = "2018-06-25"
EMPLOYED = registrations((DAY, "paedagog", 20.0), (DAY, "paedagog", 4.5), employee=["AB", "AB"])
TRAINING = Training("leder", stated("p", 2), stated("d", 3), stated("f", 0), "kursus", HERE)
EXPENSE_2021 = StartUpExpense("bus", stated("start_up.expenses.0.amount", 5), 2021)

STEPWISE = BehaviourRule({"kind": ("wage",)}, "stepwise", HERE, stated("cost_behaviour.0.capacity", 4), "hold")
JUNE = gap("2018-06-01", "2018-06-30")
JUNE_ONLY = variant("2018-06-01", "2018-06-30").scenario.variants
NINE = (stated("sensitivity.0", 9),)
ENROLLED = Participants(HERE, enrolled=(stated("participants.enrolled.2018", 4),))
TWO = Participants(HERE, count=stated("participants.count", 2))
LEFT = replace(
    Participants(HERE, count=stated("participants.count", 12), months_each=stated("participants.months_each", 9)),
    discharged=(stated("participants.discharged.2018", 2),),
)
STAFF_ONLY = replace(
    SOUND, registrations=None, expenses=None, staff=staff(("2018-03-01", "2019-08-31", "paedagog", 2.5))
)


def staffed(**changes: Any) -> Inputs:
    """Give inputs of full-time staff alone, with other keys of the scenario."""
    return replace(STAFF_ONLY, scenario=replace(SCENARIO, **changes))


def staffed_courses(sizes: dict[str, float]) -> Inputs:
    """Give inputs of full-time staff with courses that no line belongs to."""
    return replace(courses(sizes, lines=()), staff=STAFF_ONLY.staff)


def added(**changes: Any) -> Inputs:
    """Give sound inputs with a pension of 17 % and another pædagog."""
    pension = assumption("parameters.pension", 0.17, "share")
    return assumptions(
        parameters=PARAMETERS | {"pension": pension}, job_groups={"paedagog": job_group("paedagog", **changes)}
    )


def at_level(year: int, *, rates: dict[Kind, float] | None = None, **series: str) -> Inputs:
    """Give sound inputs that are brought to a price level."""
    prices = Prices(HERE, SET.price_level, read_price_index(), cast("Any", {**SERIES, **series}), rates or {})
    return replace(SOUND, assumptions=replace(SET, price_level=year), prices=prices)


FAULTS: list[tuple[str, Inputs]] = [
    ("window-is-in-order", window(start=date("2019-09-01"))),
    ("window-is-a-lifetime-at-most", replace(window(start=date("1918-03-01")), registrations=SOUND.registrations)),
    ("gaps-are-in-order", window(gaps=(gap("2018-07-31", "2018-07-01"),))),
    ("gaps-lie-inside-window", window(gaps=(gap("2018-02-01", "2018-03-02"),))),
    ("gaps-lie-inside-window", window(gaps=(gap("2019-08-20", "2019-09-01"),))),
    ("gaps-do-not-overlap", window(gaps=(gap("2018-07-05", "2018-07-20"), gap("2018-07-20", "2018-07-25")))),
    ("part-months-lie-inside-window", window(part_months=(part("2018-02", "2018-02-20"),))),
    ("part-months-are-named-once", window(part_months=(part("2018-06", "2018-06-20"), part("2018-06", "2018-06-20")))),
    ("part-months-say-how-far", window(part_months=(part("2018-06"),))),
    ("registered-to-lies-in-its-month", window(part_months=(part("2018-06", "2018-07-02"),))),
    ("factors-scale-up", window(part_months=(part("2018-06", None, 0.77),))),
    ("factors-scale-up", window(part_months=(part("2018-06", None, 130),))),
    ("factors-have-a-reason", window(part_months=(part("2018-06", None, 1.3, " "),))),
    ("sub-periods-are-in-order", variant("2019-02-01", "2018-12-31")),
    ("sub-periods-lie-inside-window", variant("2019-01-01", "2019-09-01")),
    ("sub-periods-lie-inside-window", variant("2018-02-28", "2019-01-31")),
    ("full-time-is-no-sub-period", variant("2019-01-01", "2019-01-31", "full_time")),
    ("dates-lie-inside-window", dated(("2018-02-28", "paedagog", 1.0))),
    ("dates-lie-inside-window", dated(("2019-09", "paedagog", 1.0))),
    ("dates-lie-inside-window", replace(SOUND, expenses=expenses(("2019-09-01", 1.0)))),
    ("dates-lie-outside-gaps", dated(("2018-06-10", "paedagog", 1.0), window=JUNE_GAP)),
    ("dates-lie-before-registered-to", dated(("2018-06-21", "paedagog", 1.0), window=JUNE_PART)),
    ("hours-fit-into-days", replace(SOUND, registrations=EMPLOYED)),
    ("some-hours-are-registered", replace(SOUND, registrations=registrations())),
    ("some-hours-are-registered", replace(SOUND, registrations=registrations((DAY, "paedagog", 0.0)))),
    ("amounts-are-not-negative", replace(SOUND, expenses=expenses((DAY, -1.0)))),
    ("job-groups-are-in-the-set", dated((DAY, "Paedagog", 1.0))),
    ("job-groups-are-in-the-set", replace(SOUND, staff=staff(("2018-03-01", "2018-03-31", "leder", 1)))),
    ("job-groups-are-in-the-set", scenario(start_up=StartUp(HERE, training=(TRAINING,)))),
    ("wages-share-the-price-level", group(wage=assumption("w", 35_000, price_year=2020))),
    ("expenses-share-the-price-level", replace(SOUND, expenses=expenses((DAY, 1.0), price_year=[2018]))),
    ("expenses-share-the-price-level", scenario(start_up=StartUp(HERE, expenses=(EXPENSE_2021,)))),
    ("price-levels-have-their-series", at_level(2020, other_expenses="net_prices")),
    ("price-years-lie-within-the-index", at_level(2031)),
    ("needed-parameters-are-given", assumptions(parameters={"overhead": PARAMETERS["overhead"]})),
    ("needed-parameters-are-given", group(basis="hour", hour_basis="paid")),
    ("yearly-norms-fit-a-year", parameter("annual_hours_norm", 0)),
    ("yearly-norms-fit-a-year", parameter("paid_hours_norm", 8785)),
    ("daily-hours-fit-a-day", parameter("hours_per_day", 37)),
    ("shares-are-no-percentages", parameter("overhead", 20)),
    ("shares-are-no-percentages", parameter("overhead", -0.1)),
    ("shares-are-no-percentages", parameter("pension", 17, unit="share")),
    ("additions-are-parameters", group(adds=("pensoin",))),
    ("registrations-or-staff-are-given", replace(SOUND, registrations=None)),
    ("participants-or-courses-are-given", NO_PARTICIPANTS),
    ("participants-or-courses-are-given", participants(count=None)),
    ("counts-of-participants-are-positive", participants(count=stated("participants.count", 0))),
    ("counts-of-participants-are-positive", participants(per_year=stated("participants.per_year", -7.2))),
    ("counts-of-participants-are-positive", participants(enrolled=(stated("participants.enrolled.2018", 0),))),
    ("completion-rate-is-a-share", participants(completion_rate=stated("participants.completion_rate", 80))),
    ("counted-years-touch-the-window", participants(enrolled=(stated("participants.enrolled.2017", 46),))),
    ("citizens-overlap-window", replace(SOUND, citizens=citizens(("2019-09-01", None), ("2017-01-01", "2018-02-28")))),
    ("citizens-overlap-window", replace(SOUND, citizens=citizens())),
    ("courses-are-named-once", courses({"A": 5, "A ": 6})),
    ("courses-have-participants", courses({"A": 0})),
    ("courses-have-participants", courses({"A": 5}, per_year=0)),
    ("enough-citizens-are-observed", scenario(participants=TWO, settings=Settings())),
    (
        "small-courses-stand-among-others",
        courses({"A": 2, "B": 6}, lines=("A", "B"), months=("04", "04"), settings=Settings()),
    ),
    (
        "months-hold-more-than-small-courses",
        courses({"A": 2, "B": 6, "C": 4}, lines=("A", "B", "C"), months=("06", "04", "04"), settings=Settings()),
    ),
    ("participants-fit-capacity", courses({"A": 9}, capacity=8)),
    ("lines-name-a-listed-course", courses({"A": 5}, lines=("A", "B"))),
    ("lines-name-a-listed-course", courses({"A": 5}, lines=("A", None))),
    ("staff-lies-inside-window", replace(SOUND, staff=staff(("2018-02-01", "2018-03-31", "paedagog", 1)))),
    ("some-staff-is-stated", replace(SOUND, staff=staff(("2018-03-01", "2018-03-31", "paedagog", 0)))),
    (
        "start-up-is-spread-over-years",
        scenario(start_up=StartUp(HERE, spread_years=stated("start_up.spread_years", 0))),
    ),
    ("wage-changes-are-shares", sensitivity(wages=(stated("sensitivity.wages.0", 10),))),
    ("wage-changes-are-shares", sensitivity(wages=(stated("sensitivity.wages.0", -1),))),
    ("varied-numbers-are-positive", sensitivity(participants=(stated("sensitivity.participants.0", 0),))),
    ("varied-course-sizes-have-courses", sensitivity(course_size=(stated("sensitivity.course_size.0", 4),))),
    ("rules-match-known-columns", rule(phases=("x",))),
    ("gaps-leave-days-to-observe", staffed(window=replace(WINDOW, gaps=(gap("2018-03-01", "2019-08-31"),)))),
    (
        "part-months-have-observed-days",
        staffed(window=replace(WINDOW, gaps=(JUNE,), part_months=(part("2018-06", DAY),))),
    ),
    ("sub-periods-have-observed-days", staffed(window=replace(WINDOW, gaps=(JUNE,)), variants=JUNE_ONLY)),
    ("additions-are-not-included", added(adds=("pension",), includes=("pension", "atp"))),
    ("additions-are-added-once", added(adds=("pension", "pension"))),
    ("inclusions-are-spelt-out", group(includes=("pensoin",))),
    ("members-are-named-once", group(wage=None, mean_of=("socialraadgiver", "socialraadgiver"))),
    ("wages-are-positive", group(wage=assumption("w", 0))),
    ("bounds-enclose-their-value", parameter("overhead", 0.2, low=Bound(0.21))),
    ("bounds-enclose-their-value", parameter("overhead", 0.2, high=Bound(0.19))),
    ("courses-are-listed", staffed_courses({})),
    ("courses-have-registrations", staffed_courses({"A": 5})),
    ("sub-periods-keep-sums-whole", variant("2019-01-02", "2019-03-31")),
    ("sub-periods-keep-sums-whole", variant("2019-01-01", "2019-03-30")),
    ("stepwise-rules-are-told-apart", scenario(cost_behaviour=(STEPWISE, STEPWISE))),
    ("citizens-who-left-have-an-end", replace(SOUND, citizens=citizens(("2018-04-01", None), status="completed"))),
    ("citizens-who-left-have-an-end", replace(SOUND, citizens=citizens(("2018-04-01", None), status="discharged"))),
    ("additions-are-parameters", group(adds=("overhead",))),
    ("varied-sizes-fit-capacity", courses({"A": 5}, capacity=8, sensitivity=Sensitivities(course_size=NINE))),
    ("varied-participants-of-courses-have-seats", courses({"A": 5}, sensitivity=Sensitivities(participants=NINE))),
    ("courses-are-the-steps-of-courses", courses({"A": 5}, cost_behaviour=(STEPWISE,))),
    ("words-are-free", replace(SOUND, registrations=registrations((DAY, "paedagog", 1.0), phase=["not_stated"]))),
    ("varied-participants-have-a-base", scenario(participants=ENROLLED, sensitivity=Sensitivities(participants=NINE))),
    ("rules-match-known-kinds", rule(kind=("wages",))),
]


def names(problems: tuple[Problem, ...]) -> list[str]:
    """Give the checks that found something."""
    return [problem.check for problem in problems]


def faults(inputs: Inputs) -> list[str]:
    """Give the checks that stop these inputs, none when they are sound."""
    try:
        validate(inputs)
    except InputProblems as found:
        return names(found.problems)
    return []


def test_sound_inputs_have_no_fault_and_no_warning() -> None:
    """The inputs that the tests spoil are sound."""
    assert validate(SOUND) == ()


@pytest.mark.parametrize(("check", "inputs"), FAULTS, ids=[name for name, _ in FAULTS])
def test_a_fault_is_found_by_its_check_alone(check: str, inputs: Inputs) -> None:
    """What one check forbids stops the assessment under that check's name, without a wake of others."""
    assert set(faults(inputs)) == {check}


def test_every_check_has_a_fault_that_provokes_it() -> None:
    """No row of the table is dead."""
    assert {each.__name__.replace("_", "-") for each in CHECKS_ACROSS} == {name for name, _ in FAULTS}


@pytest.mark.parametrize(
    "inputs",
    [
        pytest.param(window(gaps=(gap("2018-03-01", "2018-03-05"), gap("2018-03-06", "2018-03-09"))), id="gaps touch"),
        pytest.param(window(part_months=(part("2018-06", None, 1),)), id="factor 1"),
        pytest.param(window(part_months=(part("2018-06", "2018-06-30"),)), id="registered to the last day"),
        pytest.param(variant("2018-03-01", "2019-08-31"), id="sub-period is the window"),
        pytest.param(dated(("2018-03-01", "paedagog", 1.0), ("2019-08-31", "paedagog", 1.0)), id="both ends"),
        pytest.param(dated(("2018-06", "paedagog", 1.0), window=JUNE_GAP), id="month with an observed day"),
        pytest.param(dated(("2018-06", "paedagog", 1.0), window=JUNE_PART), id="part month by month"),
        pytest.param(dated(("2018-06-20", "paedagog", 1.0), window=JUNE_PART), id="on registered_to"),
        pytest.param(dated(("2018-02-28", "paedagog", 1.0), outside_window="drop"), id="dropped outside the window"),
        pytest.param(dated(("2018-06-01", "paedagog", 1.0), window=JUNE_GAP, inside_gap="drop"), id="dropped in gap"),
        pytest.param(
            replace(
                scenario(settings=replace(SCENARIO.settings, negative_amounts="credit")),
                expenses=expenses(("2018-06-25", -1.0)),
            ),
            id="credit",
        ),
        pytest.param(replace(SOUND, expenses=expenses(("2018-06-25", 0.0), price_year=[2019])), id="price level"),
        pytest.param(
            replace(SOUND, registrations=registrations((DAY, "paedagog", 24.0), employee=["AB"])), id="24 hours"
        ),
        pytest.param(replace(SOUND, registrations=registrations((DAY, "paedagog", 90.0))), id="no employee"),
        pytest.param(
            replace(SOUND, registrations=registrations(("2018-06", "paedagog", 160.0), employee=["AB"])), id="by month"
        ),
        pytest.param(STAFF_ONLY, id="full-time staff only"),
        pytest.param(parameter("overhead", 0), id="no overhead"),
        pytest.param(parameter("overhead", 0.2, low=Bound(0.2), high=Bound(0.2)), id="bounds at the value"),
        pytest.param(group(includes=("pension", "særydelser")), id="a wage that includes something else"),
        pytest.param(participants(completion_rate=stated("participants.completion_rate", 1)), id="all complete"),
        pytest.param(
            participants(enrolled=(stated("participants.enrolled.2019", 0), stated("x.2018", 3))), id="year 0"
        ),
        pytest.param(replace(SOUND, citizens=citizens(("2017-01-01", "2018-03-01"))), id="citizen to the first day"),
        pytest.param(replace(SOUND, citizens=citizens(("2019-08-31", None))), id="citizen from the last day"),
        pytest.param(courses({"A": 8}, capacity=8), id="full course"),
        pytest.param(
            replace(
                SOUND,
                scenario=replace(SCENARIO, window=replace(WINDOW, start=date("2018-03-10"))),
                staff=staff(("2018-03-01", "2018-03-31", "paedagog", 1)),
            ),
            id="staff by month where the window starts in it",
        ),
        pytest.param(sensitivity(wages=(stated("s", 0), stated("s", -0.99))), id="wages down"),
        pytest.param(group(wage=assumption("w", 35_000, price_year=2019)), id="wage with the set's price year"),
        pytest.param(
            assumptions(
                job_groups={**SET.job_groups, "unused": job_group("unused", wage=assumption("w", 1, price_year=1))}
            ),
            id="another price year in a group that is not used",
        ),
    ],
)
def test_borders_pass(inputs: Inputs) -> None:
    """What a rule just allows is no fault."""
    assert faults(inputs) == []


def test_faults_come_all_at_once() -> None:
    """Faults of window, participants and set are told together, sorted by place."""
    spoilt = replace(window(gaps=(gap("2018-07-31", "2018-07-01"),)), assumptions=parameter("overhead", 20).assumptions)
    spoilt = replace(spoilt, scenario=replace(spoilt.scenario, participants=None))

    assert faults(spoilt) == [
        "participants-or-courses-are-given",
        "gaps-are-in-order",
        "shares-are-no-percentages",
    ]


def test_a_reversed_window_does_not_blame_the_rows() -> None:
    """Where the window cannot be counted, no row is called outside it."""
    assert faults(window(start=date("2020-01-01"), gaps=(gap("2018-07-01", "2018-07-31"),))) == ["window-is-in-order"]


def test_a_gap_over_two_others_overlaps_both() -> None:
    """A long gap overlaps every gap that starts inside it, not only the next."""
    long = gap("2018-06-01", "2018-09-30")
    first, second = gap("2018-06-05", "2018-06-06"), gap("2018-08-01", "2018-08-02")

    found = faults(staffed(window=replace(WINDOW, gaps=(second, long, first))))

    assert found == ["gaps-do-not-overlap", "gaps-do-not-overlap"]


def test_an_unknown_job_group_is_told_once_with_its_rows() -> None:
    """Two rows of one foreign name are one problem, at the first row, with the nearest name by label."""
    with pytest.raises(InputProblems) as found:
        validate(dated((DAY, "Pædagoger", 1.0), (DAY, "Pædagoger", 2.0)))
    (problem,) = found.value.problems

    assert str(problem) == (
        'time.csv:20:2: job_group: "Pædagoger" (2 rows) is no job group of the set set [job-groups-are-in-the-set]\n'
        '    Did you mean paedagog? Map the file\'s own name: `values: {job_group: {"Pædagoger": paedagog}}`.'
    )


def test_hours_of_a_day_add_up_over_rows() -> None:
    """Two rows of one employee and day are added, those of others and of no one are not; the lines are listed."""
    table = registrations(
        (DAY, "paedagog", 20.0),
        (DAY, "socialraadgiver", 4.5),
        (DAY, "paedagog", 20.0),
        (DAY, "paedagog", 30.0),
        ("2018-06-26", "paedagog", 20.0),
        employee=["AB", "AB", "CD", None, "AB"],
    )
    with pytest.raises(InputProblems) as found:
        validate(replace(SOUND, registrations=table))
    (problem,) = found.value.problems

    assert problem.location.line == 3
    assert problem.message == "one employee has 24.5 hours in 2018-06-25 (lines 2, 3), at most 24 fit"


LATE_MONTHS = ["2018-09", *EVERY_MONTH[7:]]
ELEVEN_MONTHS = replace(
    window(gaps=(gap("2018-03-01", "2018-09-01"),)),
    registrations=registrations(*((month, "paedagog", 1.0) for month in LATE_MONTHS)),
    expenses=expenses(("2019-01-01", 1.0)),
)

WARNED: list[tuple[str, Inputs]] = [
    ("expenses-are-given", replace(SOUND, expenses=None)),
    ("expenses-are-given", replace(SOUND, expenses=expenses())),
    ("enough-months-are-observed", ELEVEN_MONTHS),
    ("observed-months-have-hours", replace(SOUND, registrations=registrations(("2018-03", "paedagog", 1.0)))),
    ("enough-participants-take-part", participants(count=stated("participants.count", 9))),
    ("enough-participants-take-part", replace(participants(count=None), citizens=citizens(("2018-03-01", None)))),
    ("enough-participants-take-part", courses({"A": 9})),
    ("enough-participants-take-part", scenario(settings=replace(SCENARIO.settings, few_participants=1_000))),
    ("months-each-are-known", participants(months_each=None)),
    ("stated-count-is-the-listed", replace(SOUND, citizens=citizens(*[("2018-03-01", None)] * 11))),
    ("every-course-has-lines", courses({"A": 8, "B": 6})),
    ("events-are-many-enough", scenario(participants=LEFT, settings=Settings())),
    ("small-courses-are-hidden", courses({"A": 2, "B": 6, "C": 4}, lines=("A", "B", "C"), settings=Settings())),
    ("values-are-valid", parameter("overhead", 0.2, valid_to=date("2019-08-30"))),
    ("values-are-checked", parameter("overhead", 0.2, checked=date("2014-08-30"))),
    ("wages-fit-their-period", group(wage=assumption("w", 420_000))),
    ("rules-match-something", rule(phase=("opstart",))),
    ("rules-match-something", rule(kind=())),
    ("index-years-are-known", at_level(2024)),
    ("stated-rates-are-used", at_level(2023, rates={"wages": 0.03})),
]


@pytest.mark.parametrize(("check", "inputs"), WARNED, ids=[name for name, _ in WARNED])
def test_a_warning_stands_beside_the_result(check: str, inputs: Inputs) -> None:
    """What is doubtful warns under its check's name and does not stop."""
    assert names(validate(inputs)) == [check]


def test_every_warning_can_be_provoked() -> None:
    """No row of the table of warnings is dead."""
    assert {each.__name__.replace("_", "-") for each in WARNINGS} == {name for name, _ in WARNED}


@pytest.mark.parametrize(
    "inputs",
    [
        pytest.param(parameter("overhead", 0.2, valid_to=date("2019-08-31"), checked=date("2014-08-31")), id="dates"),
        pytest.param(
            assumptions(parameters=PARAMETERS | {"x": assumption("x", 1, valid_to=date("2000-01-01"))}), id="unused"
        ),
        pytest.param(participants(count=stated("participants.count", 10)), id="ten participants"),
        pytest.param(group(wage=assumption("w", 420_000), basis="year"), id="a wage a year"),
    ],
)
def test_what_is_usual_does_not_warn(inputs: Inputs) -> None:
    """Warnings are few: borders and values that are not used stay silent."""
    assert validate(inputs) == ()


OF_THE_PIPELINE = {
    function
    for name, function in inspect.getmembers(replaced, inspect.isfunction)
    if name.startswith("replaced_") and hasattr(function, "__wrapped__")
}
"""Checks of what a plan replaces, which is assessed before the plan is checked: no table of the stage."""


def test_every_check_of_the_stage_stands_in_a_table() -> None:
    """A check that is written but runs nowhere would be a promise not kept."""
    modules = [module for _, module in inspect.getmembers(stage, inspect.ismodule)]
    written: set[object] = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if hasattr(function, "__wrapped__") and name.replace("_", "-") in CHECKS
    }

    assert written == {*CHECKS_ACROSS, *WARNINGS, *CHECKS_OF_A_PLAN, *WARNINGS_OF_A_PLAN, *OF_THE_PIPELINE}


def test_a_hundred_thousand_registrations_take_no_second() -> None:
    """Rows are looked at by their distinct dates, groups and employees."""
    rows = [(f"2018-{3 + number % 9:02}-{1 + number % 28:02}", "paedagog", 0.5) for number in range(1000)] * 100
    table = registrations(*rows, employee=[f"E{number}" for number in range(5000)] * 20)
    start = time.perf_counter()
    validate(replace(SOUND, registrations=table))

    assert time.perf_counter() - start < 1
