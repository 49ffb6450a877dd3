"""Writing the workbook: plan, place every block, then write every cell with its value stored beside its formula."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from somcost.analyse.assessment import Assessment, with_monthly_sums
from somcost.analyse.handover.handover import Handover, handover_of
from somcost.analyse.hidden import seal_of_citizens
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.quality.quality import Quality, quality
from somcost.analyse.rows import Tree
from somcost.analyse.simulate.simulation import Simulation
from somcost.analyse.vary.answers import Answers
from somcost.cost.trace import Trace
from somcost.model.plan import Plan as PlannedScenario
from somcost.present.files import write_atomically
from somcost.present.language import N_
from somcost.present.workbook import sheets
from somcost.present.workbook.blocks import Page
from somcost.present.workbook.charts import Charts
from somcost.present.workbook.handover import OWN, handover_sheet
from somcost.present.workbook.places import Places
from somcost.present.workbook.plan import Plan, once_each, plan_of, quantities_of
from somcost.present.workbook.planned.sheets import PlannedSheets
from somcost.present.workbook.quality import quality_sheet
from somcost.present.workbook.sensitivity import Changes
from somcost.present.workbook.sheets import Sheet
from somcost.present.workbook.styles import Styles
from somcost.present.workbook.summary_sheet import summary_sheet
from somcost.present.workbook.varied.sheets import VariedSheets
from somcost.present.workbook.varied.simulated import simulated_sheet
from somcost.present.workbook.words import Words
from somcost.problems import Problem, check, refuse

ROW_LIMIT = 200_000
"""Lines a sheet holds one by one; above it they stand as monthly sums, and the sheet says so."""

A4 = 9
Beside = Answers | Simulation | Quality | Handover
"""What may be found of an assessment and stand beside it."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


@check
def varied_workbooks_tell_of_no_course(assessment: Assessment) -> Problem:
    """Live sheets of varied results rest on each course's own figures; they are not written where some are hidden."""
    courses = assessment.inputs.scenario.courses
    place = assessment.inputs.scenario.location if courses is None else courses.location
    found = "a course has few participants, and live sheets of varied results would hold each course's figures"
    return Problem(
        place, "courses.list", found, "Leave --xlsx out: the tables, --json, --csv and --plot show the same."
    )


def write_workbook(
    assessment: AnyAssessment,
    path: Path,
    *,
    language: str = "da",
    row_limit: int = ROW_LIMIT,
    beside: Beside | None = None,
) -> None:
    """Write the assessment as an XLSX workbook whose formulas are live (regneark).

    Args:
        assessment: What to write.
        path: The file; it is written whole or not at all.
        language: "da" or "en".
        row_limit: Lines a sheet holds one by one; above it they stand as monthly sums.
        beside: What was found of the assessment, by a question about sensitivity, a simulation or the report on the
            data's quality; it gets sheets of its own. The report has one in every workbook.

    Raises:
        InputProblems: The file cannot be written, or would tell of courses whose figures are not shown.
    """
    if isinstance(assessment, PlanAssessment):
        planned = assessment
        write_atomically(path, lambda file: _write_plan(planned, file, language, beside))
        return
    if isinstance(beside, Answers) and assessment.shown is not assessment.costing:
        refuse([varied_workbooks_tell_of_no_course(assessment)])
    report = beside if isinstance(beside, Quality) else quality(assessment)
    lines = [each for each in (assessment.ledger.registrations, assessment.ledger.expenses) if each is not None]
    if any(len(each.rows) > row_limit for each in lines):
        assessment = with_monthly_sums(assessment)
    write_atomically(path, lambda file: _write(assessment, file, language, report, beside))


def _write(assessment: Assessment, path: Path, language: str, report: Quality, beside: Beside | None) -> None:
    seal = seal_of_citizens(assessment.inputs)
    words, trace, places = Words(assessment, language), Trace(None if seal is None else seal.one), Places()
    varied = VariedSheets(assessment, beside, words=words, trace=trace) if isinstance(beside, Answers) else None
    handed = once_each(trace, handover_of(assessment).tree) if isinstance(beside, Handover) else None
    plan = _plan_of(assessment, trace, varied, handed)
    words = replace(words, variants=plan.variants_of())
    pages = list(_sheets(assessment, plan, words, varied, handed))
    pages.append(quality_sheet(assessment, report, words, trace))
    if isinstance(beside, Simulation):
        pages.append(simulated_sheet(beside, words))
    with Workbook(str(path), OPTIONS) as book:
        _describe(book, assessment, words)
        written, _ = write_pages(book, pages, words, places)
        charts = Charts(book, places, plan, words)
        _draw(charts, pages, written)
        if varied is not None:
            varied.draw(charts, written)


def _write_plan(assessment: PlanAssessment, path: Path, language: str, beside: Beside | None) -> None:
    words, trace = Words(assessment, language), Trace()
    answers = beside if isinstance(beside, Answers) else None
    asked = answers is not None or bool(assessment.cases)
    varied = VariedSheets(assessment, answers, words=words, trace=trace) if asked else None
    plan = _plan_of(assessment, trace, varied)
    planned = PlannedSheets(assessment, plan, words, trace)
    pages = list(planned.sheets())
    after_results = 1 + next(number for number, sheet in enumerate(pages) if sheet.name == words.say(N_("6 Results")))
    pages[after_results:after_results] = varied.sheets() if varied else ()
    if isinstance(beside, Simulation):
        pages.append(simulated_sheet(beside, words))
    with Workbook(str(path), OPTIONS) as book:
        _describe(book, assessment, words)
        written, places = write_pages(book, pages, words)
        charts = Charts(book, places, plan, words)
        for sheet, table in planned.charted(pages):
            chart = charts.by_planned_year(table, sheet.name, len(assessment.inputs.scenario.years))
            written[pages[0].name].insert_chart(pages[0].bottom + 1, 0, chart)
        if varied is not None:
            varied.draw(charts, written)


def _plan_of(assessment: AnyAssessment, trace: Trace, varied: VariedSheets | None, handed: Tree | None = None) -> Plan:
    if handed is not None:
        plan = plan_of(assessment, trace=trace, also=list(quantities_of(handed)))
        return replace(plan, scalars=[each for each in plan.scalars if not each.key.startswith(OWN)])
    if varied is None:
        return plan_of(assessment, trace=trace)
    return plan_of(assessment, trace=trace, also=varied.rests_on, balances=varied.balances)


def write_pages(
    book: Workbook, pages: Sequence[Sheet], words: Words, places: Places | None = None
) -> tuple[dict[str, Any], Places]:
    """Place every block of every sheet, then write them; give the sheets written and where everything stands."""
    places = Places() if places is None else places
    for sheet in pages:
        _place(sheet, places)
    styles = Styles(book)
    written = {sheet.name: book.add_worksheet(sheet.name) for sheet in pages}
    for sheet in pages:
        page = Page(written[sheet.name], sheet.name, places, styles, words, sheet.widths)
        for block in sheet.blocks:
            block.write(page)
        _set_up(page.sheet, sheet, words)
    for place in places.names.values():
        book.define_name(place.name, f"={place.everywhere()}")
    return written, places


def _sheets(
    assessment: Assessment, plan: Plan, words: Words, varied: VariedSheets | None, handed: Tree | None
) -> Iterator[Sheet]:
    yield summary_sheet(assessment, plan, words)
    yield sheets.assumptions_sheet(plan, words)
    for lines in (assessment.ledger.registrations, assessment.ledger.expenses):
        if lines is not None:
            yield sheets.lines_sheet(lines, plan, words)
    for citizens in plan.over("citizen"):
        yield sheets.citizens_sheet(citizens, plan, words, assessment)
    for staff in plan.over("staff"):
        yield sheets.staff_sheet(staff, plan, words, assessment)
    yield sheets.calculation_sheet(plan, words)
    yield sheets.results_sheet(plan, words)
    if handed is not None:
        yield handover_sheet(handed, words)
    sensitivity = sheets.sensitivity_sheet(plan, words)
    if sensitivity:
        yield sensitivity
    if varied is not None:
        yield from varied.sheets()
    yield sheets.sources_sheet(assessment, words)
    yield sheets.checks_sheet(plan, words)


def _place(sheet: Sheet, places: Places) -> None:
    row = 0
    for block in sheet.blocks:
        row = block.place(places, sheet.name, row) + block.gap
    sheet.bottom = row


def _describe(book: Workbook, assessment: AnyAssessment, words: Words) -> None:
    scenario = assessment.inputs.scenario
    level = dt.date(assessment.inputs.assumptions.price_level, 1, 1)
    day = level if isinstance(scenario, PlannedScenario) else scenario.window.end
    created = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    book.set_properties(
        {
            "title": scenario.title,
            "subject": words.subtitle(),
            "comments": words.made_by(),
            "created": created,
        }
    )
    book.set_calc_mode("auto")


def _set_up(sheet: Any, plan: Sheet, words: Words) -> None:
    for column, width in enumerate(plan.widths):
        sheet.set_column(column, column, width)
    if plan.freeze:
        sheet.freeze_panes(plan.freeze, 0)
        sheet.repeat_rows(plan.freeze - 1)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.set_header(f"&L{words.header()}&R&A")
    sheet.set_footer(f"&L{words.made_by()}&R&P / &N")
    sheet.hide_gridlines(2)


def _draw(charts: Charts, pages: Sequence[Sheet], written: Mapping[str, Any]) -> None:
    summary = pages[0]
    below = summary.bottom + 1
    drawn = [chart for chart in (charts.by_month(), charts.by_activity(), charts.by_course()) if chart]
    for number, chart in enumerate(drawn):
        written[summary.name].insert_chart(below + 16 * (number // 2), 0 if number % 2 == 0 else 3, chart)
    for sheet in pages:
        tables = [block for block in sheet.blocks if isinstance(block, Changes)]
        bottom = max((table.top + len(table.rows) + 4 for table in tables), default=0)
        for number, table in enumerate(tables):
            chart = charts.over_changes(table, sheet.name)
            if chart:
                written[sheet.name].insert_chart(bottom + 16 * (number // 2), 0 if number % 2 == 0 else 4, chart)
