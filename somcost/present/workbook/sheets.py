"""The workbook's sheets, in order, each a list of blocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from somcost.analyse.assessment import Assessment
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.rows import RESULT_KEYS
from somcost.cost.givens import day_number
from somcost.cost.quantity import Quantity
from somcost.ledger.lines import CostLines
from somcost.model.assumptions import Assumption, Source
from somcost.model.dimensions import LINES, MISSING, Category, Dimension
from somcost.model.plan import PlanInputs
from somcost.model.scenario import Inputs
from somcost.model.tables import Registrations, running
from somcost.present.workbook.blocks import Block, Item, ItemList, Text, told_apart
from somcost.present.workbook.checks import Checks
from somcost.present.workbook.plan import RATE_KEYS, Plan, defined
from somcost.present.workbook.results import Results
from somcost.present.workbook.sensitivity import Changes
from somcost.present.workbook.sources import Grid
from somcost.present.workbook.tables import Lead, Table
from somcost.present.workbook.words import Words


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, its blocks with an empty row between them, and how its columns look."""

    name: str
    blocks: Sequence[Block]
    widths: Sequence[float] = (34, 16, 14, 40, 14, 14, 30, 30)
    freeze: int = 0
    bottom: int = 0


def heading(words: Words, title: str, lines: Sequence[str] = ()) -> list[Block]:
    """Give a sheet's title and what must stand under it: unit, price level, origin of the data."""
    return [Text([title], "title"), Text([words.subtitle(), *lines], "quiet")]


def assumptions_sheet(plan: Plan, words: Words) -> Sheet:
    """Every assumption with its source, every number the scenario states, and the hourly rates."""
    say = words.say
    headings = [
        say("Assumption"),
        say("Value"),
        say("Unit"),
        say("Source"),
        say("Price year"),
        say("Stated in"),
        say("Note"),
    ]
    items = [_assumption(quantity, words) for quantity in plan.assumptions]
    stated = [quantity for quantity in plan.stated if not quantity.key.startswith("sensitivity.")]
    stated.sort(key=lambda quantity: quantity.key.replace(".end", ".to"))  # a first day before its last
    numbers = [Item(words.key(each.key), each, each.key, [words.place(each)]) for each in stated]
    blocks: list[Block] = [
        *heading(words, say("Assumptions"), [words.what_follows()]),
        Text([say("Assumption set")], "section"),
        ItemList(headings, items),
    ]
    for groups in plan.over("job_group"):
        rates = [each for each in plan.columns[id(groups)] if each.key in RATE_KEYS]
        blocks += [Text([say("Hourly rates")], "section"), Table(groups, [_names(groups, words)], rates)]
    if numbers:
        blocks += [
            Text([say("The scenario's numbers")], "section"),
            ItemList([say("Number"), say("Value"), say("Unit"), say("Stated in")], numbers),
        ]
    return Sheet(say("Assumptions"), blocks, widths=(44, 18, 18, 44, 12, 30, 46))


def _assumption(quantity: Quantity, words: Words) -> Item:
    assumption = quantity.provenance
    if not isinstance(assumption, Assumption):
        raise AssertionError(f"{quantity.key} is no assumption")
    year = "" if assumption.price_year is None else str(assumption.price_year)
    beside = [words.source(assumption.source), year, words.origin(assumption), words.note(assumption)]
    return Item(words.key(quantity.key), quantity, quantity.key, beside)


def _names(dimension: Dimension, words: Words) -> Lead:
    return Lead(words.dimension(dimension.name), words.members(dimension), names=dimension)


def lines_sheet(lines: CostLines, plan: Plan, words: Words) -> Sheet:
    """Registrations or expenses, a row a line, or a row a month's sum when there are more lines than a sheet is for."""
    title = words.say("Time registrations") if lines.rows.name == "registration" else words.say("Expenses")
    note = [words.sums_note(lines.table.rows_read)] if lines.are_sums else []
    columns = plan.columns.get(id(lines.rows), [])
    leads = list(_line_leads(lines, words))
    blocks = [*heading(words, title, note), Table(lines.rows, leads, columns)]
    return Sheet(title, blocks, widths=(12, 11, *[20] * (len(leads) - 2), *[14] * len(columns)), freeze=4)


def _line_leads(lines: CostLines, words: Words) -> Iterator[Lead]:
    table, month = lines.table, lines.categories["month"]
    firsts = [words.month_number(name) for name in month.groups.members]
    months = [firsts[code] for code in month.codes.tolist()]
    if lines.are_sums:
        yield Lead(words.dimension("month"), months, look="month", given=True, category=month)
    else:
        yield Lead(words.say("Date"), [day_number(date) for date in table.date], look="date", given=True)
        yield Lead(words.dimension("month"), months, look="month", category=month, month_of=0)
    for name, category in lines.categories.items():
        if name != "month" and len(category.groups):
            yield _members_of(category, words)
    if not lines.are_sums:
        if isinstance(table, Registrations):
            yield from _running(words, {"case": table.case, "employee": table.employee})
        yield Lead(words.say("File and row"), [words.row_of(table, row) for row in range(len(table))])


def _running(words: Words, columns: Mapping[str, Sequence[str | None]]) -> Iterator[Lead]:
    """Give what could tell who a person is as running numbers."""
    for name, values in columns.items():
        numbers = running(values)
        if any(numbers):
            yield Lead(words.dimension(name), [None if number is None else str(number) for number in numbers])


def _members_of(category: Category, words: Words) -> Lead:
    """Give what each line belongs to."""
    members = words.members(category.groups)
    values = [None if code == MISSING else members[code] for code in category.codes.tolist()]
    return Lead(words.dimension(category.name), values, given=True, category=category)


def citizens_sheet(dimension: Dimension, plan: Plan, words: Words, assessment: Assessment) -> Sheet:
    """The list of citizens by running number, with the days and months that follow from their dates."""
    title = words.say("Citizens")
    citizens = assessment.costing.citizens
    if citizens is None:
        raise AssertionError("no citizens")
    status = citizens.status
    names = words.members(status.groups)
    leads = [
        Lead(words.say("No."), [str(number) for number in range(1, len(dimension) + 1)]),
        Lead(
            words.dimension("status"),
            [None if code == MISSING else names[code] for code in status.codes.tolist()],
            given=True,
            category=status,
        ),
    ]
    known = Table(status.groups, [_names(status.groups, words)], [])
    table = Table(dimension, leads, plan.columns[id(dimension)])
    return Sheet(title, [*heading(words, title), table, known], widths=(16, 14, *[14] * 20), freeze=4)


def staff_sheet(dimension: Dimension, plan: Plan, words: Words, assessment: Assessment) -> Sheet:
    """The full-time staff by month and job group."""
    title = words.say("Full-time staff")
    staff = assessment.costing.staff
    if staff is None:
        raise AssertionError("no staff")
    months: list[str | float | None] = [words.month_number(name) for name in staff.lines.month_names]
    leads = [Lead(words.dimension("month"), months, look="month")]
    leads += [_members_of(each, words) for each in (staff.lines.job_group, staff.lines.step) if each is not None]
    table = Table(dimension, leads, plan.columns[id(dimension)])
    return Sheet(title, [*heading(words, title), table], widths=(12, 28, *[16] * 8), freeze=4)


def calculation_sheet(plan: Plan, words: Words) -> Sheet:
    """Every step between inputs and results: first the tables, then the single figures."""
    say = words.say
    blocks: list[Block] = [*heading(words, say("Calculation"))]
    for dimension in plan.dimensions.values():
        columns = [each for each in plan.columns[id(dimension)] if each.key not in RATE_KEYS]
        if dimension.name in (*LINES, STATUS) or not columns:
            continue
        leads = [_names(dimension, words)]
        if dimension.name == "month":
            firsts: list[str | float | None] = [words.month_number(name) for name in dimension.members]
            leads = [Lead(words.dimension("month"), firsts, look="month", names=dimension)]
        if dimension.name == "training":
            leads += list(_groups_looked_up(columns, words))
        shares = [each for each in columns if each.key == "month_share"]
        table = Table(dimension, leads, columns, empty_where=shares[0] if shares else None)
        blocks += [Text([words.table_title(dimension.name)], "section"), table]
    if plan.scalars:
        names = told_apart([words.column(each) for each in plan.scalars])
        items = [Item(name, each, each.key) for name, each in zip(names, plan.scalars, strict=True)]
        blocks += [Text([say("Steps")], "section"), ItemList([say("Step"), say("Value"), say("Unit")], items)]
    return Sheet(say("Calculation"), blocks, widths=(36, *[16] * 14))


STATUS = "status"
"""A dimension that stands with the citizens."""


def _groups_looked_up(columns: Sequence[Quantity], words: Words) -> Iterator[Lead]:
    category = next(each.detail for each in columns if each.operation == "look_up")
    names = words.members(category.groups)
    texts = [names[code] for code in category.codes.tolist()]
    yield Lead(words.dimension(category.name), texts, given=True, category=category)


def results_sheet(plan: Plan, words: Words) -> Sheet:
    """Every result of every estimate, and the shares of cost."""
    say = words.say
    estimates = plan.estimates()
    keys = [key for key in RESULT_KEYS if any(each[key] is not None for each in estimates.values())]
    blocks: list[Block] = [*heading(words, say("Results")), Results(keys, estimates)]
    if plan.alternative is not None:
        against = Item(words.alternative(), plan.alternative, "alternative.cost_per_year")
        blocks += [
            Text([say("Held against")], "section"),
            ItemList([say("Alternative"), say("Value"), say("Unit")], [against]),
        ]
    for name, shares in _share_tables(plan.tree["shares"]):
        items = [Item(words.share(name, member), share, "") for member, share in shares.items()]
        blocks += [
            Text([words.shares_title(name)], "section"),
            ItemList(
                [words.dimension(name) if name else say("Share of collected cost"), say("Value"), say("Unit")], items
            ),
        ]
    return Sheet(say("Results"), blocks, widths=(52, 20, 20, 20, 20, 20))


def _share_tables(shares: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, Quantity]]]:
    plain = {key: share for key, share in shares.items() if isinstance(share, Quantity)}
    if plain:
        yield "", plain
    for name, members in shares.items():
        if isinstance(members, Mapping) and members:
            yield name, members


def sensitivity_sheet(plan: Plan, words: Words) -> Sheet | None:
    """The report's own sensitivities with live formulas."""
    blocks: list[Block] = []
    for variant, estimate in plan.estimates().items():
        for kind, rows in estimate["sensitivity"].items():
            keys = defined(rows)
            blocks += [
                Text([words.sensitivity_title(kind, variant)], "section"),
                Changes(
                    heading=words.change(kind),
                    keys=keys,
                    base=[estimate.get(key) for key in keys],
                    rows=[(next(iter(row.values())), list(row.values())[1:]) for row in rows],
                    base_label=words.say("As calculated"),
                ),
            ]
    if not blocks:
        return None
    title = words.say("Sensitivity")
    return Sheet(title, [*heading(words, title), *blocks], widths=(30, *[20] * 10))


def sources_sheet(assessment: AnyAssessment, words: Words) -> Sheet:
    """The sources of the assumptions, and the files the assessment was read from."""
    say = words.say
    sources = _cited(assessment.inputs)
    headings = [say("Source"), say("Title"), say("Publisher"), say("Date"), say("Where"), say("Note"), say("Address")]
    rows = [[each.key, each.title, each.publisher, each.date, each.locator, each.note, each.url] for each in sources]
    files = [[each.name, "" if each.rows is None else str(each.rows), each.sha256] for each in assessment.inputs.files]
    blocks: list[Block] = [
        *heading(words, say("Sources")),
        Grid(headings, rows),
        Text([say("Files read")], "section"),
        Grid([say("File"), say("Rows"), "SHA-256"], files),
    ]
    return Sheet(say("Sources"), blocks, widths=(24, 44, 30, 14, 34, 50, 30))


def _cited(inputs: Inputs | PlanInputs) -> list[Source]:
    """Give the sources of the assumption set, of the index that amounts were brought by, and of the discount rates."""
    cited = list(inputs.assumptions.sources.values())
    if inputs.prices is not None:
        cited.append(inputs.prices.index.source)
    discounting = inputs.scenario.discounting if isinstance(inputs, PlanInputs) else None
    return cited if discounting is None or discounting.schedule is None else [*cited, discounting.schedule.source]


def checks_sheet(plan: Plan, words: Words) -> Sheet:
    """What must add up, computed again by the workbook."""
    title = words.say("Checks")
    return Sheet(title, [*heading(words, title), Checks(plan.balances)], widths=(46, 20, 20, 18, 12))
