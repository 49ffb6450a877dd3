"""How a block looks in the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from somcost.present.terminal.view import Block, Lines, Table

INDENT, GAP, NARROW_GAP = (0, 0, 0, 1), 3, 2
"""What stands before a table, and the columns between two of its own: fewer where else a word would be broken."""


class _Heading(Text):
    """A heading of a column, which stands just above its cells; the cells of a row begin on the same line."""

    vertical = "bottom"


def print_block(block: Block, console: Console) -> None:
    """Print a block; what users wrote is text, never markup."""
    console.print(_title(block.title))
    console.print(_table(block, console.width) if isinstance(block, Table) else _lines(block))
    for note in block.notes if isinstance(block, Table) else ():
        console.print(Text(note))


def _table(block: Table, page: int) -> RichTable | Padding:
    room = page if block.keys else page - INDENT[3]
    widths, gap = _widths(block, room)
    padding = (0, 1) if gap == GAP else (0, 1, 0, 0)
    table = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", padding=padding)
    for number, heading in enumerate(block.headings):
        justify: Literal["left", "right"] = "left" if number in block.words else "right"
        whole = block.keys and number == 0
        table.add_column(_Heading(heading), justify=justify, overflow="fold", no_wrap=whole, width=widths[number])
    for row in block.rows:
        table.add_row(*(Text(cell) for cell in row), style="bold" if len(row) == 1 else "")
    return table if block.keys else Padding(table, INDENT, expand=False)


def _widths(block: Table, page: int) -> tuple[list[int], int]:
    """Give each column its room, and the gap between two: a number is never broken, a word only where there is no room.

    What is left goes to the columns of words first, then to the headings of numbers.
    """
    columns = [[row[number] for row in block.rows if number < len(row)] for number in range(len(block.headings))]
    full = [_longest(_lines_of([heading, *column])) for heading, column in zip(block.headings, columns, strict=True)]
    numbers = [1 if at in block.words else _longest(column) for at, column in enumerate(columns)]
    words = [
        _longest(word for cell in [heading, *(column if at in block.words else [])] for word in cell.split())
        for at, (heading, column) in enumerate(zip(block.headings, columns, strict=True))
    ]
    if block.keys:
        words[0] = full[0]
    least = [max(each) for each in zip(numbers, words, strict=True)]
    gap = GAP if sum(least) + GAP * (len(full) - 1) <= page else NARROW_GAP
    room = page - gap * (len(full) - 1)
    widths = _narrowed(least, numbers, room)
    for at in sorted(range(len(full)), key=lambda at: at not in block.words):
        widths[at] += max(0, min(full[at] - widths[at], room - sum(widths)))
    return widths, gap


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Take from the widest column first, at most its half, till all fit; none is narrower than its numbers.

    >>> _narrowed([11, 15, 18], [5, 7, 7], room=39)
    [11, 15, 13]
    """
    narrowed = list(widths)
    for at in sorted(range(len(narrowed)), key=lambda at: -narrowed[at]):
        over = max(0, sum(narrowed) - room)
        narrowed[at] -= max(0, min(over, narrowed[at] - max(least[at], (narrowed[at] + 1) // 2)))
    return narrowed if sum(narrowed) <= room else list(least)


def _lines_of(cells: Iterable[str]) -> Iterator[str]:
    return (line for cell in cells for line in cell.split("\n"))


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=1)


def _lines(block: Lines) -> Padding:
    table = RichTable.grid(padding=(0, 1))
    table.add_column()
    table.add_column(overflow="fold")
    for name, text in block.lines:
        table.add_row(Text(name or "–"), Text(text))
    return Padding(table, INDENT, expand=False)


def _title(title: str) -> Text:
    return Text(title, style="bold")
