"""The workbook of a comparison: side by side, how far apart, why two differ, budget against outturn."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from xlsxwriter import Workbook

from somcost.analyse.balances import Balance
from somcost.analyse.compare.comparison import Compared as OneCompared
from somcost.analyse.compare.comparison import Comparison
from somcost.analyse.compare.decomposition import Decomposition
from somcost.analyse.compare.found import Compared
from somcost.analyse.compare.variance_table import VARIANCES, BudgetVariances
from somcost.analyse.planned import AnyAssessment
from somcost.cost.operations import larger, smaller
from somcost.cost.quantity import Derived, Quantity
from somcost.present.bounds import AMOUNTS
from somcost.present.compared_words import VARIANCE_NAMES, ComparedWords
from somcost.present.files import write_atomically
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.charts import Charts
from somcost.present.workbook.checks import Checks
from somcost.present.workbook.sheets import Sheet
from somcost.present.workbook.varied.cells import Cells, Content, Figure
from somcost.present.workbook.words import Words
from somcost.present.workbook.write import OPTIONS, write_pages

WATERFALL = (N_("Part"), N_("Level"), N_("Below"), N_("Raises"), N_("Lowers"), N_("Total"))
"""Headings of the waterfall; the chart is made of the last four."""


def write_comparison(
    assessments: Sequence[AnyAssessment], found: Compared, path: Path, *, language: str = "da"
) -> None:
    """Write a comparison as an XLSX workbook; the waterfall's levels are formulas of its parts.

    Raises:
        InputProblems: The file cannot be written.
    """
    words = Words(assessments[0], language, beside=assessments[1:])
    said = ComparedWords(words, Numbers(language, 1))
    aside = list(said.aside(assessments, found.comparison))
    write_atomically(path, lambda file: _write(list(_sheets(found, said, aside)), file, words))


def _write(pages: Sequence[Sheet], path: Path, words: Words) -> None:
    with Workbook(str(path), OPTIONS) as book:
        book.set_properties({"title": words.say(N_("Comparison")), "comments": words.made_by()})
        written, places = write_pages(book, pages, words)
        for sheet in pages:
            for block in sheet.blocks:
                if isinstance(block, Cells) and list(block.headings[1:]) == [words.say(each) for each in WATERFALL]:
                    chart = Charts(book, places, None, words).waterfall(block, sheet.name)
                    written[sheet.name].insert_chart(sheet.bottom + 1, 0, chart)


def _sheets(found: Compared, said: ComparedWords, aside: Sequence[str]) -> Iterator[Sheet]:
    comparison = found.comparison
    level = f"{said.words.say(N_('All amounts in kr.'))} · {said.level(comparison.price_level)}"

    def sheet(title: str, blocks: list[Block], widths: Sequence[float]) -> Sheet:
        name = said.words.say(title)
        return Sheet(name, [Text([name], "title"), Text([level], "quiet"), *blocks], widths)

    yield sheet(N_("Comparison"), list(_side_by_side(comparison, said, aside)), (52, 14, *[18] * 20))
    yield sheet(N_("How far apart"), [_spread(comparison, said)], (52, *[20] * 8))
    if found.difference is not None:
        yield sheet(N_("Why they differ"), list(_waterfall(found.difference, said)), (44, *[16] * 8))
    if found.variances is not None:
        yield sheet(N_("Budget and outturn"), [_variances(found.variances, said)], (36, *[18] * 6))


def _side_by_side(found: Comparison, said: ComparedWords, aside: Sequence[str]) -> Iterator[Block]:
    say = said.words.say
    names = [each.name for each in found.assessments]
    rows: list[Sequence[Content]] = [
        [said.varied.result(name), None, *(_figure(said, each, name) for each in found.assessments)]
        for name in found.results
    ]
    yield Cells([say(N_("Result")), "", *names], rows)
    notes = [*(f"{each.name}: {each.title}" for each in found.assessments), *said.brought(found), *aside]
    yield Text([say(N_("What is compared"))], "section")
    yield Text(notes)


def _figure(said: ComparedWords, each: OneCompared, result: str) -> Figure:
    bound = each.bound(result)
    told = "{amount}" if bound is None else said.words.say(AMOUNTS[bound], amount="{amount}")
    return Figure(each.results.get(result), _unit(said, result), told=told)


def _unit(said: ComparedWords, name: str) -> str:
    if name == "share_to_avoid":
        return "share"
    return "kr" if said.varied.in_kr(name) else "months"


def _spread(found: Comparison, said: ComparedWords) -> Block:
    headings = [
        N_("Mean"),
        N_("Sum over sum"),
        N_("Lowest"),
        N_("Highest"),
        N_("Standard deviation"),
        N_("Number known"),
    ]
    rows: list[Sequence[Content]] = []
    for name, each in found.spreads.items():
        ends = [None if end is None else end[1] for end in (each.lowest, each.highest)]
        figures = [each.mean_of_ratios, each.ratio_of_sums, *ends, each.standard_deviation]
        rows.append([said.varied.result(name), *(Figure(value, "kr") for value in figures), Figure(each.count, "year")])
    return Cells(["", *(said.words.say(heading) for heading in headings)], rows)


def _waterfall(found: Decomposition, said: ComparedWords) -> Iterator[Block]:
    """Give the parts, and the level after each as a formula; the last must be where the second assessment is."""
    say, unit = said.words.say, "kr"
    start, end = (_stated(value, unit) for value in (found.start, found.end))
    level = start
    rows: list[Sequence[Content]] = [[found.names[0], None, start, None, None, None, start.named("total", unit)]]
    for each in found.parts:
        if each.differs:
            part = _stated(each.amount, unit)
            after = (level + part).named("level", unit)
            bar = [smaller(level, after), larger(part, 0), larger(0 - part, 0)]
            rows.append([said.factor(each.factor), part, after, *(one.named("bar", unit) for one in bar), None])
            level = after
    rows.append([found.names[1], None, end, None, None, None, end.named("total", unit)])
    title = say(N_("Why they differ: {result}"), result=said.varied.result(found.result))
    yield Text([title], "section")
    yield Cells([say(N_("Cause")), *(say(heading) for heading in WATERFALL)], rows)
    yield Text([said.method(found)], "quiet")
    yield Checks([(Balance("waterfall", level, end), level, end)])


def _stated(value: float, unit: str) -> Quantity:
    return Quantity(value, unit, "compared", provenance=Derived("comparison"))


def _variances(found: BudgetVariances, said: ComparedWords) -> Block:
    columns = {name: found.by_job_group(name) for name in VARIANCES}
    rows: list[Sequence[Content]] = [
        [said.words.member("job_group", group), *(Figure(columns[name][group], "kr") for name in VARIANCES)]
        for group in found.job_groups
    ]
    rows.append([said.words.say(N_("Total")), *(Figure(found.totals[name], "kr") for name in VARIANCES)])
    return Cells(["", *(said.words.say(VARIANCE_NAMES[name]) for name in VARIANCES)], rows)
