"""Prints a plan's report: what it costs over the horizon, by category, by year and by line, and what is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from rich.console import Console, Group
from rich.text import Text

from somcost.analyse.bound import COUNTS, bound_of, bound_of_category, bound_of_year
from somcost.analyse.planned import PlanAssessment
from somcost.model.plan import COSTS, Plan
from somcost.present.bounds import MARKS, MARKS_TOLD
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.terminal.details import caveat_blocks
from somcost.present.terminal.render import print_block
from somcost.present.terminal.view import MISSING, Block, Lines, Table, View
from somcost.present.words import Words

PARTS = ("gross_cost", "grants", "saved_expenses", "residual_values")
UNIT_COSTS = ("cost_per_participant", "cost_per_completed", "cost_per_team", "cost_per_course", "cost_per_institution")
OTHER = (
    "mean_cost_per_year",
    "steady_state_cost_per_year",
    "start_up_cost",
    "marginal_cost_per_participant",
    "marginal_cost_per_course",
    "marginal_cost_per_team",
    "net_present_value",
)
SENSITIVE = (
    "total_cost",
    "cost_per_participant",
    "net_present_value",
)
"""What is shown of each named sensitivity; the JSON has every result."""
BEFORE_DEDUCTION = N_("A year in steady operation, start-up and one more are before grants and saved expenses.")
FIRST_YEAR = {
    "undiscounted": N_("The first year is not discounted."),
    "discounted": N_("The first year is discounted too."),
}


def print_plan(assessment: PlanAssessment, console: Console, *, numbers: Numbers) -> None:
    """Print a plan's assessment.

    Args:
        assessment: What to print.
        console: Where to.
        numbers: Language and rounding.
    """
    view = View(assessment, assessment.as_dict(), Words(assessment, numbers.language), numbers)
    console.print(_head(view, assessment))
    for block in chain.from_iterable(blocks(view) for blocks in BLOCKS):
        console.print()
        print_block(block, console)


def _head(view: View, assessment: PlanAssessment) -> Group:
    plan, words, assumptions = assessment.inputs.scenario, view.words, assessment.inputs.assumptions
    level, rounding = view.price_level(), view.rounding()
    origin = words.data_origin()
    lines = [
        words.say(N_("Amounts in kr., {price_level}, {rounding}"), price_level=level, rounding=rounding),
        origin[:1].upper() + origin[1:],
        words.say(N_("Years planned: {years}; a cost is positive"), years=len(plan.years)),
        f"{assumptions.title} ({assumptions.id})",
    ]
    return Group(Text(plan.title, style="bold"), *(Text(line) for line in lines if line))


def _results(view: View, keys: Sequence[str]) -> list[list[str]]:
    found = view.figures["results"]
    return [[view.words.key(key), _figure(view, key, found[key])] for key in keys if found[key] is not None]


def _figure(view: View, key: str, value: float) -> str:
    if key in COUNTS:
        return view.numbers.count(value)
    return view.words.bounded(key, view.numbers.kr(value))


def result_blocks(view: View) -> Iterator[Block]:
    """Give the total and its parts, what it comes to for each, and the other results."""
    say, kr = view.words.say, view.words.say(N_("kr."))
    parts = _results(view, PARTS if view.figures["results"]["residual_values"] else PARTS[:-1])
    yield Table(view.heading(say(N_("Cost over the horizon"))), ["", kr], [*parts, *_results(view, ("total_cost",))])
    unit_costs = _results(view, UNIT_COSTS)
    if unit_costs:
        yield Table(view.heading(say(N_("The total for each"))), ["", kr], unit_costs)
    yield Table(view.heading(say(N_("Other results"))), ["", kr], _results(view, OTHER), list(_discounted(view)))


def _discounted(view: View) -> Iterator[str]:
    plan = view.assessment.inputs.scenario
    if isinstance(plan, Plan) and any(line.counts and line.category not in COSTS for line in plan.lines):
        yield view.words.say(BEFORE_DEDUCTION)
    if isinstance(plan, Plan) and plan.discounting is not None:
        if plan.discounting.schedule is not None:
            yield view.words.say(N_("Discounted by: {title}."), title=plan.discounting.schedule.title)
        if plan.discounting.rate is not None:
            rate = view.numbers.percent(plan.discounting.rate.value, decimals=1)
            yield view.words.say(N_("Discounted by {rate} a year."), rate=rate)
        yield view.words.say(FIRST_YEAR[plan.discounting.first_year])


def count_blocks(view: View) -> Iterator[Block]:
    """Give how many take part."""
    say = view.words.say
    yield Table(say(N_("How many over the horizon")), ["", say(N_("Number"))], _results(view, COUNTS))


def category_blocks(view: View) -> Iterator[Block]:
    """Give the categories with their shares, and every year by category."""
    plan = view.assessment.inputs.scenario
    if isinstance(plan, Plan):
        yield _by_category(view, plan)
        yield _by_year(view, plan)


def _by_category(view: View, plan: Plan) -> Table:
    say, rows = view.words.say, []
    for name, each in view.figures["categories"].items():
        share = MISSING if each["share"] is None else view.numbers.percent(each["share"])
        if each["cost"] is None:
            cost = say(N_("Not quantified"))
        else:
            cost = view.words.at(bound_of_category(plan, name), view.numbers.kr(each["cost"]))
        rows.append([view.words.member("plan_category", name), cost, share])
    partly = bound_of(plan, "gross_cost") is not None
    notes = [say(N_("The shares are of what is quantified."))] if partly else []
    return Table(view.heading(say(N_("By category"))), ["", say(N_("kr.")), say(N_("Share"))], rows, notes)


def _by_year(view: View, plan: Plan) -> Table:
    say, kr = view.words.say, view.numbers.kr
    categories = [name for name, each in view.figures["categories"].items() if each["cost"] is not None]
    marks = ["" if (bound := bound_of_year(plan, year)) is None else MARKS[bound] for year in range(len(plan.years))]
    rows = [
        [each["year"], *(kr(each[name]) for name in categories), f"{mark}{kr(each['cost'])}"]
        for mark, each in zip(marks, view.figures["years"], strict=True)
    ]
    names = [view.words.short_category(name) for name in categories]
    residual = view.figures["results"]["residual_values"]
    notes = [say(N_("The residual value is deducted in the last year."))] if residual else []
    notes += [say(MARKS_TOLD)] if any(marks) else []
    return Table(view.heading(say(N_("By year"))), [say(N_("Year")), *names, say(N_("In all"))], rows, notes)


def line_blocks(view: View) -> Iterator[Block]:
    """Give the lines, category by category."""
    say = view.words.say
    in_kind = say(N_("valued, nobody pays"))
    rows: list[list[str]] = []
    for category in view.figures["categories"]:
        lines = [each for each in view.figures["lines"] if each["category"] == category]
        if lines:
            rows.append([view.words.member("plan_category", category)])
        for each in lines:
            told = f" ({in_kind})" if each["in_kind"] else ""
            rows.append([f"  {each['label']}{told}", view.numbers.kr(each["cost"])])
    yield Table(view.heading(say(N_("By line, over the horizon"))), [say(N_("Line")), say(N_("kr."))], rows)


def institution_blocks(view: View) -> Iterator[Block]:
    """Give what each institution costs, and the standard institution: the mean of them."""
    say, numbers, houses = view.words.say, view.numbers, view.figures["institutions"]
    if not houses:
        return
    standard = view.figures["standard_institution"]
    of_residents = standard["residents"] is not None
    each = [*houses, {"label": say(N_("Standard institution (mean)")), **standard}]
    rows = [
        [
            house["label"],
            numbers.count(house["employees"]),
            *([numbers.count(house["residents"])] if of_residents else []),
            _figure(view, "cost_per_institution", house["cost"]),
        ]
        for house in each
    ]
    headings = ["", say(N_("Employees")), *([say(N_("Residents"))] if of_residents else []), say(N_("kr."))]
    yield Table(view.heading(say(N_("By institution, over the horizon"))), headings, rows)


def sensitivity_blocks(view: View) -> Iterator[Block]:
    """Give the plan's named sensitivities, and the range that the results lie in."""
    say, cases = view.words.say, view.figures["sensitivities"]
    if not cases:
        return
    keys = [key for key in SENSITIVE if view.figures["results"][key] is not None]

    def row(name: str, values: Mapping[str, float | None]) -> list[str]:
        return [name, *(MISSING if (each := values.get(key)) is None else _figure(view, key, each) for key in keys)]

    rows = [row(say(N_("As calculated")), view.figures["results"])]
    rows += [row(case["label"], case["results"]) for case in cases]
    span = view.figures["range"]
    rows += [
        row(say(name), {key: span[key][end] for key in keys})
        for end, name in (("low", N_("Lowest")), ("high", N_("Highest")))
    ]
    title = view.heading(say(N_("Named sensitivities, each alone")))
    yield Table(title, ["", *(view.words.key(key) for key in keys)], rows, list(_undefined(view)))


def _undefined(view: View) -> Iterator[str]:
    """Say which results a sensitivity leaves undefined."""
    assessment = view.assessment
    for label, names in assessment.undefined() if isinstance(assessment, PlanAssessment) else ():
        results = ", ".join(map(view.words.key, names))
        text = N_("Not defined with {case}: {results}. Their range is of the others.")
        yield view.words.say(text, case=label, results=results)


def unvalued_blocks(view: View) -> Iterator[Block]:
    """Give what has no number, and what is left out."""
    titles = {"not_quantified": N_("Not quantified"), "left_out": N_("Left out of the cost")}
    for key, title in titles.items():
        lines = [(f"{view.words.member('plan_line', each['line'])}:", each["why"]) for each in view.figures[key]]
        if lines:
            yield Lines(view.words.say(title), lines)


def check_blocks(view: View) -> Iterator[Block]:
    """Show that everything adds up."""
    say, kr = view.words.say, view.numbers.kr
    lines = []
    for each in view.assessment.balances:
        verdict = say(N_("adds up")) if each.holds else say(N_("FAULT"))
        left, right = kr(float(each.left.value)), kr(float(each.right.value))
        lines.append((view.words.check(each.name), f"{left} = {right}: {verdict}"))
    yield Lines(say(N_("Checks")), lines)


BLOCKS: tuple[Callable[[View], Iterator[Block]], ...] = (
    result_blocks,
    count_blocks,
    caveat_blocks,
    category_blocks,
    line_blocks,
    institution_blocks,
    sensitivity_blocks,
    unvalued_blocks,
    check_blocks,
)
