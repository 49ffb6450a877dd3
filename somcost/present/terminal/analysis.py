"""What stands round every analysis in the terminal: whose it is, what to bear in mind, then what it found."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from somcost.present.terminal.details import caveat_blocks
from somcost.present.terminal.render import print_block
from somcost.present.terminal.view import Block, View


def print_analysis(view: View, blocks: Iterable[Block], console: Console) -> None:
    """Print an analysis of one assessment: title, origin of the data, what was found, what to bear in mind."""
    console.print(Text(view.assessment.inputs.scenario.title, style="bold"))
    origin = view.words.data_origin()
    if origin:
        console.print(Text(origin[:1].upper() + origin[1:]))
    for block in (*blocks, *caveat_blocks(view)):
        console.print()
        print_block(block, console)
