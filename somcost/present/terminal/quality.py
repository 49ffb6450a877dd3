"""The data quality report in the terminal: whether there is anything to look at, what, and where every row went."""

from collections.abc import Iterator

from rich.console import Console

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.quality import Quality
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.quality.findings import finding_tables
from somcost.present.quality.months import coverage_table
from somcost.present.quality.rows import account_table
from somcost.present.quality.said import Said
from somcost.present.quality.table import Cell, QualityTable
from somcost.present.quality.verdict import not_told, verdict
from somcost.present.terminal.analysis import print_analysis
from somcost.present.terminal.view import Block, Lines, Table, View
from somcost.present.words import Words

SHOWN = 10
"""Rows of a table of findings; the JSON and the workbook hold them all."""
COLUMNS = 3
"""Job groups side by side; the others stand in another table."""
LEADS = 2


def print_quality(assessment: Assessment, found: Quality, console: Console, *, numbers: Numbers) -> None:
    """Print what the data is worth (datakvalitet)."""
    view = View(assessment, assessment.as_dict(), Words(assessment, numbers.language), numbers)
    print_analysis(view, _blocks(view, found), console)


def _blocks(view: View, found: Quality) -> Iterator[Block]:
    said = Said(view.words)
    yield Lines(said.say(N_("Data quality")), [("", verdict(found, said))])
    for table in finding_tables(found, said):
        yield _block(view, table, shown=SHOWN)
    unknown = [("", text) for text in not_told(found, said)]
    if unknown:
        yield Lines(said.say(N_("What cannot be told")), unknown)
    if found.coverage is not None:
        yield from _in_parts(view, coverage_table(found.coverage, said))
    for account in found.account:
        yield _block(view, account_table(account, said))


def _in_parts(view: View, table: QualityTable) -> Iterator[Table]:
    """Give months as rows and some job groups at a time as columns; the last part has their total."""
    groups = range(LEADS, len(table.headings) - 1)
    for start in range(groups.start, groups.stop, COLUMNS):
        kept = [0, 1, *groups[start - LEADS : start - LEADS + COLUMNS]]
        if kept[-1] == groups[-1]:
            kept.append(groups.stop)
        part = QualityTable(
            table.title,
            [table.headings[at] for at in kept],
            [[row[at] for at in kept] for row in table.rows],
            table.words,
            table.notes,
        )
        yield _block(view, part)


def _block(view: View, table: QualityTable, *, shown: int | None = None) -> Table:
    rows = [[_text(view.numbers, cell) for cell in row] for row in table.rows[:shown]]
    notes = list(table.notes)
    if len(rows) < len(table.rows):
        more = N_("{count} more rows stand in the JSON and in the workbook.")
        notes.insert(0, view.words.say(more, count=view.numbers.plain(len(table.rows) - len(rows))))
    return Table(table.title, table.headings, rows, notes, words=table.words)


def _text(numbers: Numbers, cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if cell.unit == "share":
        return numbers.percent(cell.value, decimals=1)
    if cell.unit.startswith("kr"):
        return numbers.kr(cell.value)
    return numbers.plain(cell.value, 1) if cell.unit == "hours/day" else numbers.figure(cell.value, cell.unit)
