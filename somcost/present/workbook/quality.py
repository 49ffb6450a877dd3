"""The sheet of data quality: its figures as values, and the account as sums over the sheets of rows."""

from collections.abc import Iterator, Sequence

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.account import TableAccount
from somcost.analyse.quality.quality import Quality
from somcost.cost.givens import derived
from somcost.cost.operations import total
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.present.language import N_
from somcost.present.quality.findings import finding_tables
from somcost.present.quality.months import NONE, coverage_table
from somcost.present.quality.rows import account_table
from somcost.present.quality.said import Said
from somcost.present.quality.table import Cell, QualityTable
from somcost.present.quality.verdict import not_told, verdict
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.sheets import Sheet, heading
from somcost.present.workbook.summary import Caveats
from somcost.present.workbook.varied.cells import Cells, Content, Figure
from somcost.present.workbook.words import Words


def quality_sheet(assessment: Assessment, found: Quality, words: Words, trace: Trace) -> Sheet:
    """Give the sheet: what to look at, coverage, and what became of every row.

    Args:
        assessment: As it is written, perhaps by monthly sums.
        found: The report on its rows.
        words: The workbook's.
        trace: The workbook's, so that the account's sums stand over its columns.
    """
    said = Said(words)
    title = words.say(N_("Data quality"))
    live = N_("The figures of this sheet are values, but for the sums of what is costed: they follow no change.")
    told = words.say(live)
    lines = [verdict(found, said), *not_told(found, said)]
    blocks: list[Block] = [*heading(words, title, [told]), Caveats(lines)]
    for account in found.account:
        blocks += _account(said, account, _sides(assessment, account, trace))
    if found.coverage is not None:
        blocks += _blocks(coverage_table(found.coverage, said))
    for table in finding_tables(found, said):
        blocks += _blocks(table)
    groups = 0 if found.coverage is None else len(found.coverage.job_groups)
    return Sheet(title, blocks, widths=(48, 56, *[18] * max(groups, 3), 18))


def _blocks(table: QualityTable) -> list[Block]:
    rows = [[_content(cell) for cell in row] for row in table.rows]
    return [Text([table.title], "section"), Text(table.notes, "quiet"), Cells(table.headings, rows)]


def _content(cell: Cell) -> Content:
    if cell == NONE:
        return Figure(None, mark=NONE)
    return cell if isinstance(cell, str) else Figure(cell.value, cell.unit)


def _sides(assessment: Assessment, account: TableAccount, trace: Trace) -> Sequence[Quantity]:
    """Give what was read, what is costed as a sum over its sheet, and what is set aside for each reason."""
    columns = assessment.shown.wages if account.table == "time_registrations" else assessment.shown.expenses
    read = derived("", account.amount, account.unit, words="rows as read")
    costed = derived("", 0.0, account.unit, words="no rows")
    if columns is not None:
        costed = trace.one(total(columns.registered).named("", account.unit))
    aside = [derived("", each.amount, account.unit, words=each.reason) for each in account.set_aside]
    return [read, costed, *aside]


def _account(said: Said, account: TableAccount, sides: Sequence[Quantity]) -> Iterator[Block]:
    table = account_table(account, said)
    read, *others = sides
    rows: list[list[Content]] = [[*map(_content, row[:-1]), side] for row, side in zip(table.rows, sides, strict=True)]
    left = read - sum(others[1:], others[0])
    rows.append([said.say(N_("Read less costed and set aside")), "", "", left.named("", "difference")])
    yield Text([table.title], "section")
    yield Cells(table.headings, rows)
