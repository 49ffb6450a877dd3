"""The sheets of a plan, in the order of the Omkostningsmodel's six steps, each a list of blocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from somcost.analyse.bound import bound_of
from somcost.analyse.planned import PLAN_RESULTS, PlanAssessment
from somcost.cost.operations import element
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.model.dimensions import Category, Dimension
from somcost.model.plan import COSTS, PlanLine
from somcost.present.language import N_
from somcost.present.terminal.plan import BEFORE_DEDUCTION, FIRST_YEAR
from somcost.present.workbook.blocks import Block, Item, ItemList, Text, told_apart
from somcost.present.workbook.handover import OWN, handover_sheet
from somcost.present.workbook.plan import Plan
from somcost.present.workbook.sheets import Sheet, assumptions_sheet, checks_sheet, heading, sources_sheet
from somcost.present.workbook.sources import Grid
from somcost.present.workbook.summary import Caveats, KeyFigures, MasterCheck
from somcost.present.workbook.tables import Lead, Table
from somcost.present.workbook.varied.cells import Cells, Content, Figure
from somcost.present.workbook.words import Words

HEADLINES = (
    *("total_cost", "gross_cost", "grants", "saved_expenses", "residual_values", "mean_cost_per_year"),
    *("steady_state_cost_per_year", "start_up_cost", "net_present_value", "cost_per_participant"),
    *("cost_per_completed", "cost_per_team", "cost_per_institution"),
)
FIRST_STEP = ("intervention.", "participants.", "discounting.", "horizon", "price_level.")
SHOWN = ("amount_of_line", "price_of_line", "sign", "cost_of_unit", "cost_in_year.", "cost_of_line", "residual_of_line")
"""How the keys begin of what is shown of each line among the resources; the rest stands on the sheet of calculation."""
SECOND_STEP = ("teams.", "employees.", "turnover", "institutions")
"""How the keys begin of what the first and the second step state; what the lines state stands in the third."""


def _is_fixed(quantity: Quantity) -> bool:
    """Whether a number is no input: the years looked ahead, which the timetable is made from."""
    return quantity.key == "horizon" and not quantity.operation


class PlannedSheets:
    """The sheets of one plan."""

    def __init__(self, assessment: PlanAssessment, plan: Plan, words: Words, trace: Trace) -> None:
        self.assessment, self.plan, self.words, self._trace = assessment, plan, words, trace
        self._say = words.say
        self._lines = assessment.costing.lines

    def sheets(self) -> Iterator[Sheet]:
        """Give every sheet."""
        yield self._summary()
        yield self._intervention()
        yield self._teams()
        yield self._resources()
        yield self._deducted(N_("4 Grants"), "grant", N_("The plan has no grants."))
        yield self._deducted(N_("5 Saved expenses"), "saved", N_("The plan has no saved expenses."))
        yield self._results()
        yield handover_sheet(self.plan.tree["handover"], self.words)
        yield self._calculation()
        yield assumptions_sheet(replace(self.plan, stated=[]), self.words)
        yield sources_sheet(self.assessment, self.words)
        yield checks_sheet(self.plan, self.words)

    def _summary(self) -> Sheet:
        found, say = self.plan.tree["results"], self._say
        rows: list[tuple[str, Sequence[Quantity | None]]] = [
            (self.words.result(key), [found[key]]) for key in HEADLINES if found[key] is not None
        ]
        blocks: list[Block] = [
            Text([self.assessment.inputs.scenario.title], "title"),
            Text([self.words.subtitle()], "quiet"),
            KeyFigures([say(N_("Result")), say(N_("kr."))], rows),
            MasterCheck(
                say(N_("Does everything add up?")),
                say(N_("Everything adds up")),
                say(N_("FAULT – see the sheet of checks")),
            ),
            Text([say(N_("Bear in mind"))], "section"),
            Caveats([*self._signs(), *self.words.caveats()]),
        ]
        return Sheet(say(N_("Summary")), blocks, widths=(56, 22, 22, 22, 22))

    def _signs(self) -> Iterator[str]:
        """Say how many years are looked ahead, and what sign the figures have."""
        plan = self.assessment.inputs.scenario
        yield self._say(N_("Years planned: {years}; a cost is positive"), years=len(plan.years)) + "."
        if any(line.counts and line.category not in COSTS for line in plan.lines):
            yield self._say(BEFORE_DEDUCTION)
        if plan.discounting is not None:
            yield self._say(N_("A cost is negative in the net present value."))

    def _intervention(self) -> Sheet:
        title = self._say(N_("1 Intervention"))
        fixed = Cells([self._say(N_("Fixed in this workbook")), "", ""], list(self._fixed()))
        blocks: list[Block] = [*heading(self.words, title), self._stated(FIRST_STEP), fixed]
        blocks.append(Text(list(self._discounted())))
        return Sheet(title, blocks, widths=(52, 18, 18, 44))

    def _fixed(self) -> Iterator[list[Content]]:
        """Say what the timetable was made from: another choice is another plan."""
        plan, say, words = self.assessment.inputs.scenario, self._say, self.words
        length = plan.intervention.course_length
        yield [
            say(N_("Years")),
            f"{words.member('plan_year', plan.years[0])} – {words.member('plan_year', plan.years[-1])}",
        ]
        for each in self.plan.scalars:
            if _is_fixed(each):
                yield [words.key(each.key), each, words.unit(each.unit)]
        if length is not None:
            yield [words.key(length.key), Figure(length.value, "years"), words.unit_of("years", length.value)]
        for line in self._lines:
            if line.years_paid and line.lifetime is not None:
                yield [words.key(line.lifetime.key), Figure(line.lifetime.value, "year"), words.unit("years")]

    def _discounted(self) -> Iterator[str]:
        """Say by what later years count less, which is fixed too."""
        discounting = self.assessment.inputs.scenario.discounting
        if discounting is not None:
            if discounting.schedule is not None:
                yield self._say(N_("Discounted by: {title}."), title=discounting.schedule.title)
            yield self._say(FIRST_YEAR[discounting.first_year])

    def _stated(self, starts: tuple[str, ...]) -> ItemList:
        """List what a step states."""
        inputs = (*self.plan.stated, *(each for each in self.plan.in_tables if not each.key.startswith("teams.")))
        both = [*inputs, *(each for each in self.plan.scalars if not each.operation)]
        own = [each for each in both if each.key.startswith(starts) and not _is_fixed(each)]
        items = [Item(self.words.key(each.key), each, each.key, [self.words.place(each)]) for each in own]
        say = self._say
        return ItemList([say(N_("Number")), say(N_("Value")), say(N_("Unit")), say(N_("Stated in"))], items)

    def _teams(self) -> Sheet:
        title, say = self._say(N_("2 Teams")), self._say
        blocks: list[Block] = [*heading(self.words, title), self._stated(SECOND_STEP)]
        for teams in self.plan.over("team"):
            blocks += [Text([say(N_("Teams by the year they start"))], "section"), self._table(teams)]
        for drivers in self.plan.over("plan_driver"):
            blocks += [Text([say(N_("How many of each in every year"))], "section"), self._table(drivers)]
        counted = [each for each in self.plan.scalars if each.operation and self._is_count(each)]
        if counted:
            blocks += self._steps(counted)
        return Sheet(title, blocks, widths=(52, 16, 18, 44, *[16] * 17))

    @staticmethod
    def _is_count(quantity: Quantity) -> bool:
        return not quantity.unit.startswith("kr") and quantity.unit not in ("share", "factor", "index")

    def _table(self, dimension: Dimension) -> Table:
        return Table(dimension, [self._names(dimension)], self.plan.columns[id(dimension)])

    def _names(self, dimension: Dimension) -> Lead:
        return Lead(self.words.dimension(dimension.name), self.words.members(dimension), names=dimension)

    def _resources(self) -> Sheet:
        title = self._say(N_("3 Resources"))
        costing, blocks = self.assessment.costing, list(heading(self.words, title))
        for rows in self.plan.over("plan_line"):
            leads = [self._names(rows)]
            leads += [self._group(category) for category in (costing.categories, costing.follows)]
            leads.append(Lead(self._say(N_("Job group")), [self._job_group(line) for line in self._lines]))
            leads.append(Lead(self._say(N_("Source")), [line.source for line in self._lines]))
            blocks.append(Table(rows, leads, self._columns(rows, *SHOWN)))
        blocks += self._prices()
        headings = [self._say(each) for each in (N_("Line"), N_("Category"), N_("Why"))]
        for name, told in self._uncounted():
            blocks += [Text([name], "section"), Grid(headings, told)]
        return Sheet(title, blocks, widths=(40, 24, 30, 22, 30, *[15] * 60), freeze=4)

    def _group(self, category: Category) -> Lead:
        """Give the groups of the lines; no input: what is counted of each and the row of each stand elsewhere."""
        names = self.words.members(category.groups)
        texts = [names[code] for code in category.codes.tolist()]
        return Lead(self.words.dimension(category.name), texts, category=category)

    def _job_group(self, line: PlanLine) -> str:
        return "" if line.job_group is None else self.words.member("job_group", line.job_group)

    def _prices(self) -> Iterator[Block]:
        """Give the numbers of the lines that stand in no column: lifetimes, scrap values, what is left at the end."""
        stated = [each for each in self.plan.stated if not each.key.startswith((*FIRST_STEP, *SECOND_STEP))]
        say = self._say
        if stated:
            items = [Item(self.words.key(each.key), each, each.key, [self.words.place(each)]) for each in stated]
            headings = [say(N_("Number")), say(N_("Value")), say(N_("Unit")), say(N_("Stated in"))]
            yield from (Text([say(N_("Numbers of the lines"))], "section"), ItemList(headings, items))
        for use in self.plan.over("use_year"):
            yield from (Text([say(N_("Years that an annuity is paid"))], "section"), self._table(use))
        factors = [each for each in self.plan.scalars if each.key == "annuity_factor"]
        yield from self._steps(factors) if factors else ()

    def _steps(self, quantities: Sequence[Quantity]) -> list[Block]:
        """List figures that come between what is stated and the tables."""
        names, say = told_apart([self.words.column(each) for each in quantities]), self._say
        items = [Item(name, each, each.key) for name, each in zip(names, quantities, strict=True)]
        headings = [say(N_("Step")), say(N_("Value")), say(N_("Unit"))]
        return [Text([say(N_("Steps"))], "section"), ItemList(headings, items)]

    def _elsewhere(self, quantity: Quantity) -> bool:
        if quantity.key.startswith(FIRST_STEP) and not quantity.operation:
            return True
        handed = quantity.key.startswith(OWN)
        return handed or (bool(quantity.operation) and self._is_count(quantity)) or quantity.unit in ("share", "factor")

    def _uncounted(self) -> Iterator[tuple[str, list[list[str]]]]:
        lines = self.assessment.inputs.scenario.lines
        for title, reason in ((N_("Not quantified"), "unvalued"), (N_("Left out of the cost"), "left_out")):
            told = [
                [line.label, self.words.member("plan_category", line.category), getattr(line, reason)]
                for line in lines
                if getattr(line, reason)
            ]
            if told:
                yield self._say(title), told

    def _columns(self, rows: Dimension, *starts: str) -> list[Quantity]:
        """Give the columns of the lines whose keys begin so, in the order they are computed."""
        own = self.plan.columns[id(rows)]
        return [each for start in starts for each in own if each.key.startswith(start)]

    def _calculation(self) -> Sheet:
        """Give the units of every line in every year, and which lines a result is of."""
        title = self._say(N_("Calculation"))
        blocks: list[Block] = [*heading(self.words, title)]
        for rows in self.plan.over("plan_line"):
            shown = self._columns(rows, *SHOWN)
            rest = [each for each in self.plan.columns[id(rows)] if each not in shown]
            blocks.append(Table(rows, [self._names(rows)], rest))
        steps = [each for each in self.plan.scalars if not self._elsewhere(each)]
        return Sheet(title, [*blocks, *(self._steps(steps) if steps else ())], widths=(52, *[16] * 40))

    def _deducted(self, title: str, category: str, none: str) -> Sheet:
        """Give the lines that are deducted, as they stand among the resources."""
        name, say = self._say(title), self._say
        by_line = self._trace.one(self.assessment.costing.by_line())
        items = [
            Item(line.label, self._trace.one(element(by_line, number)), "", [*self._paid(line), line.source])
            for number, line in enumerate(self._lines)
            if line.category == category
        ]
        paid = [say(N_("Pays the line"))] if category == "grant" else []
        headings = [say(N_("Line")), say(N_("kr.")), say(N_("Unit")), *paid, say(N_("Source"))]
        blocks: list[Block] = [ItemList(headings, items)] if items else [Text([say(none)])]
        where = say(N_("The amounts are changed on the sheet {sheet}."), sheet=say(N_("3 Resources")))
        return Sheet(name, [*heading(self.words, name, [where] if items else []), *blocks], widths=(52, 18, 14, 44, 60))

    def _paid(self, line: PlanLine) -> list[str]:
        """Name the line that a grant pays."""
        if line.category != "grant":
            return []
        return ["" if line.of is None else self.words.member("plan_line", line.of)]

    def _results(self) -> Sheet:
        title, say, found = self._say(N_("6 Results")), self._say, self.plan.tree["results"]
        items = [Item(self.words.result(key), found[key], key) for key in PLAN_RESULTS if found[key] is not None]
        blocks: list[Block] = [
            *heading(self.words, title, [*self._signs(), *self.words.bound_caveats()]),
            ItemList([say(N_("Result")), say(N_("Value")), say(N_("Unit"))], items),
        ]
        for categories in self.plan.over("plan_category"):
            blocks += [Text([say(N_("By category and year"))], "section"), self._by_category(categories)]
            blocks += [Text(unknown, "quiet")] if (unknown := list(self._unquantified())) else []
        shares = [
            Item(self.words.bounded_category(name), each["share"], f"share.{name}")
            for name, each in self.plan.tree["categories"].items()
            if name in COSTS and each["share"] is not None
        ]
        blocks += [
            Text([say(N_("Share of the cost"))], "section"),
            ItemList([say(N_("Category")), say(N_("Value")), say(N_("Unit"))], shares),
        ]
        for years in self.plan.over("plan_year"):
            blocks += [Text([say(N_("By year"))], "section"), self._table(years)]
        for houses in self.plan.over("institution"):
            blocks += [Text([say(N_("By institution, over the horizon"))], "section"), self._table(houses)]
        standard = self.plan.tree["standard_institution"]
        if standard is not None:
            blocks.append(self._standard(standard))
        return Sheet(title, blocks, widths=(58, *[18] * 20))

    def _unquantified(self) -> Iterator[str]:
        """Name the categories that have no row since none of their lines has a number."""
        for name, each in self.plan.tree["categories"].items():
            if each["cost"] is None:
                yield self._say(N_("{category}: not quantified"), category=self.words.member("plan_category", name))
        if bound_of(self.assessment.inputs.scenario, "gross_cost") is not None:
            yield self._say(N_("The shares are of what is quantified."))

    def _standard(self, standard: Mapping[str, Quantity | None]) -> ItemList:
        """Give the standard institution."""
        items = [Item(self.words.key(each.key), each, each.key) for each in standard.values() if each is not None]
        say = self._say
        return ItemList([say(N_("Standard institution (mean)")), say(N_("Value")), say(N_("Unit"))], items)

    @staticmethod
    def charted(pages: Sequence[Sheet]) -> Iterator[tuple[Sheet, Table]]:
        """Give the table of categories by year, which is drawn, with its sheet."""
        for sheet in pages:
            for block in sheet.blocks:
                if isinstance(block, Table) and block.dimension.name == "plan_category":
                    yield sheet, block

    def _by_category(self, categories: Dimension) -> Table:
        own = self.plan.columns[id(categories)]
        years = [each for each in own if each.key.startswith("category_in_year.")]
        others = [each for each in own if each not in years]
        captions = [self.words.member("plan_year", each.key.partition(".")[2]) for each in years] + [
            self.words.column(each) for each in others
        ]
        return Table(categories, [self._names(categories)], [*years, *others], captions=captions)
