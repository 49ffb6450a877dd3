"""How a block looks in the terminal."""

from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from somcost.present.terminal.view import Block, Lines, Table

INDENT = (0, 0, 0, 1)


def rendered(block: Block) -> Group:
    """Give a block as rich prints it; what users wrote is text, never markup."""
    return _table(block) if isinstance(block, Table) else _lines(block)


def _table(block: Table) -> Group:
    table = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for number, heading in enumerate(block.headings):
        justify: Literal["left", "right"] = "left" if number in block.words else "right"
        whole = block.keys and number == 0
        width = None if number in block.words else _widest(block, number)
        table.add_column(
            Text(heading), justify=justify, vertical="bottom", overflow="fold", no_wrap=whole, min_width=width
        )
    for row in block.rows:
        table.add_row(*(Text(cell) for cell in row), style="bold" if len(row) == 1 else "")
    body = table if block.keys else Padding(table, INDENT, expand=False)
    return Group(_title(block.title), body, *(Text(note) for note in block.notes))


def _widest(block: Table, column: int) -> int:
    """Give the room that a column of numbers needs: a number is never broken."""
    return max((len(row[column]) for row in block.rows if column < len(row)), default=0)


def _lines(block: Lines) -> Group:
    table = RichTable.grid(padding=(0, 1))
    table.add_column()
    table.add_column(overflow="fold")
    for name, text in block.lines:
        table.add_row(Text(name or "–"), Text(text))
    return Group(_title(block.title), Padding(table, INDENT, expand=False))


def _title(title: str) -> Text:
    return Text(title, style="bold")
