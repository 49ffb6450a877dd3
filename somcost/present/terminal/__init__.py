"""The assessment in the terminal: the tables of the report, in Danish, 80 columns wide."""

from somcost.present.terminal.plan import print_plan
from somcost.present.terminal.print import print_assessment
from somcost.present.terminal.render import print_block
from somcost.present.terminal.view import Lines, Table

__all__ = ["Lines", "Table", "print_assessment", "print_block", "print_plan"]
